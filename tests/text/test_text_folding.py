"""The folded view, its map of places, and where paragraphs and sentences stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.text.folding import fold, fold_batch
from corpus_cli.text.paragraphs import paragraphs
from corpus_cli.text.sentences import sentences

SIGNS = "的Ａa１1 　\n\t-，,。.“”\"'…ﬁ㎡½學学\u200b\u00ad\U00020000é"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ＡＢＣ１２３", "abc123"),
        ("《學習》雜誌", "“学习”杂志"),
        ("人 民　日报", "人民日报"),
        ("two   words\nhere", "Two words here"),
        ("hyphen-\nated words", "hyphenated words"),
        ("the years 1911-\n14", "the years 1911-14"),
        ("好……", "好......"),
        ("零宽\u200b字符", "零宽字符"),
        ("on , the road", "on, the road"),
    ],
)
def test_prints_of_the_same_words_fold_alike(first, second):
    assert fold(first).text == fold(second).text


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("第3届", "第8届"),
        ("3.5元", "35元"),
        ("12 34", "1234"),
        ("3- 5 days", "35 days"),
        ("二〇一〇年", "二〇一一年"),
        ("a bed", "abed"),
    ],
)
def test_digits_and_words_are_kept_apart(first, second):
    assert fold(first).text != fold(second).text


@settings(derandomize=True, max_examples=400, deadline=None)
@given(st.lists(st.text(SIGNS, max_size=20) | st.text("a -\n中", max_size=8), max_size=6))
def test_a_batch_folds_each_text_as_alone(texts):
    batch = fold_batch(texts)
    for number, text in enumerate(texts):
        alone = fold(text)
        assert batch.text(number) == alone.text
        places = list(alone.places)
        assert all(0 <= place < len(text) for place in places) and places == sorted(places)


@settings(derandomize=True, max_examples=400, deadline=None)
@given(st.text(SIGNS, max_size=30))
def test_folding_twice_changes_nothing(text):
    once = fold(text).text
    assert fold(once).text == once


def test_a_span_of_the_view_leads_to_its_source():
    view = fold("共 ㎡\n间３")
    assert view.text == "共m2间3"
    assert view.source(1, 3) == (2, 3) and view.source(3, 5) == (4, 6)


@settings(derandomize=True, max_examples=400, deadline=None)
@given(st.text("甲乙。 \n\t#a.B", max_size=40))
def test_paragraphs_and_sentences_hold_all_text_in_order(text):
    for spans in (paragraphs(text), sentences(text)):
        place = 0
        for start, end in spans:
            assert place <= start < end and not text[place:start].strip()
            assert text[start:end] == text[start:end].strip()
            place = end
        assert not text[place:].strip()


def test_wrapped_lines_stay_together_and_line_paragraphs_part():
    wrapped = "第一行没有完，\n接着第二行\n才完。\n\n另一段"
    assert [wrapped[a:b] for a, b in paragraphs(wrapped)] == ["第一行没有完，\n接着第二行\n才完。", "另一段"]
    lines = "题目\n\n第一段完。\n第二段完。\n第三段完。"
    assert len(paragraphs(lines)) == 4


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("他问：“去吗？”没人答。", ["他问：“去吗？”", "没人答。"]),
        ("（完。）下一句……还没完", ["（完。）", "下一句……还没完"]),
        ("第一句话没有完\n到这里。第二句", ["第一句话没有完\n到这里。", "第二句"]),
        ("# 题目\n正文。", ["# 题目", "正文。"]),
        (
            "Dr. Lee left at 3.5 p.m. on foot. Why? Nobody knew.",
            ["Dr. Lee left at 3.5 p.m. on foot.", "Why?", "Nobody knew."],
        ),
        ("增长3.5%。", ["增长3.5%。"]),
    ],
)
def test_sentences_end_where_they_end(text, parts):
    assert [text[a:b] for a, b in sentences(text)] == parts

"""The cleaning scorer against figures worked out by hand, and against what must hold for any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from corpus_cli.errors import BadRecord
from corpus_cli.evaluate import raw_rows, score_cleaning
from corpus_cli.evaluate.alignment import aligned

STEADY = settings(derandomize=True, deadline=None, max_examples=200)
TEXT = st.text("桥上走的人，,。 \nab", max_size=40)


def rows(**texts: str) -> list[dict[str, str]]:
    return [{"id": id_, "text": text} for id_, text in texts.items()]


def measures(gold: str, pred: str, raw: str) -> dict[str, float]:
    return score_cleaning(rows(a=gold), rows(a=pred), rows(a=raw)).as_dict()


def test_half_of_two_errors_repaired():
    got = measures("桥上，有人，走。", "桥上，有人,走。", "桥上,有人,走。")
    assert got["cer_before"] == 2 / 8
    assert got["cer"] == 1 / 8
    assert got["fixed"] == 0.5
    assert got["harm"] == 0


def test_a_repeat_left_and_a_repeat_removed():
    gold, raw = "渠修好了。水来了。", "渠修好了。渠修好了。水来了。"
    assert measures(gold, raw, raw)["fixed"] == 0
    assert measures(gold, raw, raw)["errors"] == 5
    assert measures(gold, gold, raw)["fixed"] == 1


def test_harm_is_what_was_right_and_what_was_put_in():
    got = measures("甲乙丙丁", "甲乙丙", "甲乙丙丁")
    assert (got["harmed"], got["right"], got["harm"]) == (1, 4, 0.25)
    assert measures("甲乙丙丁", "甲乙呀丙丁", "甲乙丙丁")["harm_per_10000"] == 2500


def test_words_are_han_signs_and_runs_of_letters():
    assert measures("the old mill", "the mill", "the old mill")["wer"] == pytest.approx(1 / 3)
    assert measures("老街，新颜", "老街新", "老街，新颜")["wer"] == 1 / 4


def test_white_space_counts_in_english_and_not_in_chinese():
    assert measures("an old mill", "an oldmill", "an old mill")["cer"] > 0
    assert measures("老街新颜", "老街 新\n颜", "老街新颜")["cer"] == 0


def test_paragraph_breaks_are_scored_apart():
    gold, raw = "第一段很长。\n\n第二段也长。", "第一段\n\n很长。\n\n第二段也长。"
    got = measures(gold, gold, raw)
    assert (got["paragraphs_before"], got["paragraphs"]) == (pytest.approx(2 / 3), 1)
    assert measures(gold, gold.replace("\n", ""), raw)["paragraphs"] == 0


def test_a_text_without_blank_lines_has_its_breaks_at_line_ends():
    assert measures("第一段。\n第二段。", "第一段。第二段。", "第一段。\n第二段。")["paragraphs"] == 0


def test_a_lost_text_is_harm_and_a_stranger_is_counted():
    score = score_cleaning(rows(a="桥", b="水"), rows(a="桥", c="风"), rows(a="桥", b="水"))
    assert (score.missing, score.unknown, score.harmed, score.texts) == (1, 1, 1, 2)


@pytest.mark.parametrize(
    ("gold", "pred", "raw", "word"),
    [
        ([{"id": "a"}], [], [], "needs `id` and `text`"),
        (rows(a="桥") * 2, [], [], "stands twice"),
        (rows(a="桥"), rows(a="桥"), [], "no raw text"),
    ],
)
def test_rows_that_cannot_be_scored(gold, pred, raw, word):
    with pytest.raises(BadRecord, match=word):
        score_cleaning(gold, pred, raw)


def test_raw_texts_come_back_from_inline_edits():
    edit = {"rule": "width", "start": 1, "end": 2, "before": ",", "after": "，"}
    assert raw_rows([{"id": 7, "text": "好，水", "edits": [edit]}]) == [{"id": "7", "text": "好,水"}]
    with pytest.raises(BadRecord, match="no list `edits`"):
        raw_rows(rows(a="桥"))


@STEADY
@given(TEXT, TEXT)
def test_the_gold_itself_is_perfect_and_the_raw_text_repairs_nothing(gold, raw):
    perfect, nothing = measures(gold, gold, raw), measures(gold, raw, raw)
    assert (perfect["cer"], perfect["fixed"], perfect["harm"], perfect["paragraphs"]) == (0, 1, 0, 1)
    assert (nothing["errors_fixed"], nothing["harmed"]) == (0, 0)
    assert nothing["cer"] == nothing["cer_before"]


@STEADY
@given(TEXT, TEXT, TEXT)
def test_no_share_leaves_its_bounds(gold, pred, raw):
    got = measures(gold, pred, raw)
    assert 0 <= got["errors_fixed"] <= got["errors"]
    assert all(0 <= got[name] <= 1 for name in ("fixed", "paragraphs", "paragraphs_before"))


def test_long_texts_are_tied_at_anchors_and_cost_the_same():
    first = "".join(f"第{n}段，渠里的水流到第{n * 7 % 1009}块田。" for n in range(3000))
    second = first.replace("第70段", "第7O段").replace("块田。第2000段，", "块田第2000段")
    got = aligned(first, second)
    assert len(first) > 50_000
    assert got.distance == Levenshtein.distance(first, second)
    assert all(first[a] == second[b] for a, b in got.places.items())
    assert sorted(got.places.items()) == sorted(got.places.items(), key=lambda pair: pair[1])


def test_a_repeat_that_was_made_full_width_and_left_is_no_harm():
    raw, gold = "水来了,好。水来了,好。走。", "水来了，好。走。"
    got = measures(gold, raw.replace(",", "，"), raw)
    assert (got["harmed"], got["errors_fixed"]) == (0, 1)

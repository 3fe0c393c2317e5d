"""Quick looks at a line say what the whole patterns say."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.split import marks, ordinary, outline, standing
from corpus_cli.split.address import ADDRESS, addresses
from corpus_cli.split.between import is_reaction
from corpus_cli.split.credits import _PICTURES, credits_pictures
from corpus_cli.split.label_words import ARTICLES
from corpus_cli.split.lines import PAGE, _furniture, line_table
from corpus_cli.split.marks import (
    Mark,
    _alone,
    _may_be_stamped,
    _opens_sentence,
    _plain_colon,
    _read,
    _run_in,
    marks_of,
    may_hold_marks,
)
from corpus_cli.split.outline import read_heading
from corpus_cli.split.patterns import COLON, OWN, OWN_HONOURED, RUN_IN, RUN_IN_HONOURED, STAMP
from corpus_cli.split.splitting import split_text
from corpus_cli.text.offices import OFFICE_END, ORGANISATION_END, office_end, organisation_end

SAID = [*re.findall(r"[^\W\d_]{2,}", ADDRESS.pattern), "j'ai", "o senhor", "meiner", "I", "SAYIN", "?", "各位"]
HEADS = "#第一十章节、.．（(1２３)）① 水。；"
NEAR = st.sampled_from([" ", "x", "²", "ſ", "İ", "ı", "'", "，", "她", "\u0301", "-", ""])


@given(st.lists(st.tuples(NEAR, st.sampled_from(SAID), NEAR), min_size=1, max_size=2))
@settings(derandomize=True, max_examples=1500)
def test_words_of_address_are_found(said: list[tuple[str, str, str]]) -> None:
    plain = "".join(map("".join, said))
    for text in (plain, plain.upper(), plain.title()):
        assert addresses(text) == (ADDRESS.search(text) is not None), text


@given(st.text(alphabet="王李甲：:  　（(）1Q/《》“”，。\u3000〇-", min_size=1, max_size=14), st.booleans())
@settings(derandomize=True, max_examples=2000)
def test_a_plain_label_before_a_colon_is_what_the_pattern_finds(text: str, long: bool) -> None:
    text = ("王" * 118 if long else "") + text.strip()
    quick = _plain_colon(text) if text and text[0] > "\u2fff" else None
    match = COLON.match(text)
    assert quick is None or (match is not None and quick == _read("colon", match, text))


@given(st.from_regex(STAMP, fullmatch=True))
@settings(derandomize=True, max_examples=500)
def test_no_time_stamp_is_missed(text: str) -> None:
    text = text.strip()
    assert not STAMP.match(text) or _may_be_stamped(text[0], text[-1])


@given(st.from_regex(PAGE.pattern, fullmatch=True).map(str.strip))
@settings(derandomize=True, max_examples=500)
def test_no_page_number_is_missed(text: str) -> None:
    line = line_table(text.replace("\n", " ")).lines[0]
    assert (0 in _furniture((line,))) == (len(line.text) <= 24 and PAGE.fullmatch(line.text) is not None)


@given(st.text(alphabet=string.ascii_uppercase[:4] + "mr. —-\t,()", min_size=1, max_size=24))
@settings(derandomize=True, max_examples=2000)
def test_a_sign_that_ends_the_line_parts_no_label(text: str) -> None:
    text = text.strip() or "A"

    def found() -> list[Mark]:
        out: list[Mark] = []
        _run_in(text, len(text), True, out)
        return out

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(marks, "_SEPARATED", re.compile(""))
        slow = found()
    assert found() == slow


@given(
    st.text(alphabet="王李A bé.,(（)）[]§—–·-'１，ºsd", max_size=12),
    st.sampled_from(["王", "A", "（", "A (b)", "A (b", "A. B"]),
    st.booleans(),
)
@settings(derandomize=True, max_examples=5000)
def test_the_first_sign_beside_letters_tells_what_is_no_label(text: str, first: str, honoured: bool) -> None:
    text = (first + text).rstrip()
    quick: list[Mark] = []
    _alone(text, honoured, quick)
    match = (OWN_HONOURED.match(text) if honoured else None) or OWN.match(text)
    plain = not honoured and re.fullmatch(r"[\w '-]+\.?", text)
    assert plain or quick == ([_read("own line", match, text)] if match else [])


@given(st.text(alphabet="abé'’-_1 .\n", max_size=14), st.text(alphabet="ab", min_size=1, max_size=3))
@settings(derandomize=True, max_examples=3000)
def test_a_word_is_printed_where_no_letter_joins_it(text: str, word: str) -> None:
    found = re.search(rf"(?<![\w'’-]){word}(?![\w'’-])", text) is not None
    assert ordinary.prints(text, word) == found
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ordinary, "FEW", 0)
        assert ordinary._printed({word}, text) == ({word} if found else set())


@given(st.text(alphabet="aéａºA王1 .:：—#*<>(（\n", min_size=1, max_size=16))
@settings(derandomize=True, max_examples=2000)
def test_a_line_that_goes_on_in_small_letters_holds_no_mark(text: str) -> None:
    text = text.strip().replace("\n", "") or "a"
    assert may_hold_marks(text) or not marks_of(text)


@given(st.text(alphabet=HEADS, min_size=1, max_size=8), st.booleans())
@settings(derandomize=True, max_examples=2000)
def test_the_first_sign_of_a_heading_tells_its_form(text: str, alone: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(outline, "_FORMS_BY_SIGN", dict.fromkeys(HEADS, outline._FORMS))
        slow = read_heading(text, alone=alone)
    assert read_heading(text, alone=alone) == slow


@given(st.text(alphabet="答卷新篇章两个方面以下而奋斗再创更大贡献。！\n", max_size=60))
@settings(derandomize=True, max_examples=2000)
def test_the_end_of_a_text_says_whether_it_announces_or_closes(text: str) -> None:
    for pattern in (standing._ANNOUNCED, standing._ENDED):
        whole, end = pattern.search(text), pattern.search(text[-standing.TAIL :])
        assert (whole is None) == (end is None)


@given(st.from_regex(OFFICE_END.pattern), st.from_regex(ORGANISATION_END.pattern), st.text("江北市委 ", max_size=6))
@settings(derandomize=True, max_examples=500)
def test_words_for_offices_and_bodies_are_found_at_the_end(office: str, body: str, before: str) -> None:
    for text in (before + office, before + body, office + before, before):
        for quick, pattern in ((office_end, OFFICE_END), (organisation_end, ORGANISATION_END)):
            one, other = quick(text), pattern.search(text)
            assert (one and one.span()) == (other and other.span())


@given(
    st.sampled_from(sorted(ARTICLES)),
    st.sampled_from([" ", "  ", ". ", "\t"]),
    st.sampled_from(["amendment", "señor", "de", "d'Or", "Lord", "é", "co\u0301"]),
    st.text(alphabet="Mr. —-,(a)asked B", max_size=16),
)
@settings(derandomize=True, max_examples=3000)
def test_an_article_and_a_small_word_are_no_label(article: str, gap: str, word: str, rest: str) -> None:
    text = (article + gap + word + rest).strip()
    if _opens_sentence(text, text.split(None, 2)):
        for pattern in (RUN_IN, RUN_IN_HONOURED, marks.SAID):
            assert pattern.match(text) is None


@given(
    st.from_regex(_PICTURES.pattern, fullmatch=True).filter(lambda text: "\n" not in text and len(text) < 60),
    st.booleans(),
)
@settings(derandomize=True, max_examples=500)
def test_no_line_about_pictures_is_missed(text: str, stopped: bool) -> None:
    text = text.strip() + ("。" if stopped else "")
    assert credits_pictures(text) == (_PICTURES.fullmatch(text.rstrip("。.")) is not None)


@given(st.text(alphabet="(（)）[]笑 a.。", min_size=1, max_size=10))
@settings(derandomize=True, max_examples=2000)
def test_a_reaction_ends_where_its_first_bracket_closes(text: str) -> None:
    text = text.strip() or "("
    depth, ends = 0, 0
    for place, sign in enumerate(text.rstrip(".。 "), 1):
        depth += (sign in "(（[") - (sign in ")）]")
        if depth == 0:
            ends = place
            break
    assert is_reaction(text) == (text[0] in "(（[" and ends == len(text.rstrip(".。 ")))


@pytest.mark.parametrize("head", ["# a", "*a", "**a"])
def test_a_wide_gap_in_a_label_is_not_tried_in_every_division(head: str) -> None:
    text = f"{head}{' ' * 2000}b\nAda: hello there you.\nJed: yes sir.\nAda: what?\n"
    assert "".join(text[block.start : block.end] for block in split_text(text)) == text

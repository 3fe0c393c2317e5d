"""Quick looks at a line say what the whole patterns say."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.split import marks
from corpus_cli.split.address import ADDRESS, addresses
from corpus_cli.split.lines import PAGE, _furniture, line_table
from corpus_cli.split.marks import Mark, _alone, _may_be_stamped, _plain_colon, _read, _run_in, marks_of, may_hold_marks
from corpus_cli.split.ordinary import prints
from corpus_cli.split.patterns import COLON, OWN, STAMP

SAID = [*re.findall(r"[^\W\d_]{2,}", ADDRESS.pattern), "j'ai", "o senhor", "meiner", "I", "SAYIN", "?", "各位"]
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


@given(st.text(alphabet="王李A bé.,(（)）[]§—–·-'１，ºsd", max_size=12), st.sampled_from("王A（"))
@settings(derandomize=True, max_examples=3000)
def test_the_first_sign_beside_letters_tells_what_is_no_label(text: str, first: str) -> None:
    text = first + text.rstrip()
    quick: list[Mark] = []
    _alone(text, False, quick)
    match = OWN.match(text)
    assert re.fullmatch(r"[\w '-]+\.?", text) or quick == ([_read("own line", match, text)] if match else [])


@given(st.text(alphabet="abé'’-_1 .\n", max_size=14), st.text(alphabet="ab", min_size=1, max_size=3))
@settings(derandomize=True, max_examples=3000)
def test_a_word_is_printed_where_no_letter_joins_it(text: str, word: str) -> None:
    assert prints(text, word) == (re.search(rf"(?<![\w'’-]){word}(?![\w'’-])", text) is not None)


@given(st.text(alphabet="aéａºA王1 .:：—#*<>(（\n", min_size=1, max_size=16))
@settings(derandomize=True, max_examples=2000)
def test_a_line_that_goes_on_in_small_letters_holds_no_mark(text: str) -> None:
    text = text.strip().replace("\n", "") or "a"
    assert may_hold_marks(text) or not marks_of(text)

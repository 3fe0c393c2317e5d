"""What the clean stage tells by a short way, it tells as the long way does."""

import re
from collections import Counter
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.clean.rules import line_end_hyphens, utf8_as_gbk
from corpus_cli.clean.signs import Need, SignTable
from corpus_cli.clean.width_evidence import may_have_layout
from corpus_cli.clean.wrapping import Layout, _full_width, _has_indent, _is_wrapped, may_be_wrapped, read_layout
from corpus_cli.text.han import is_chinese, is_han

PLAINLY = settings(derandomize=True, max_examples=150, deadline=None)

han_lines = st.tuples(
    st.integers(8, 24), st.sampled_from(("。", "，", "", "桥", "”", " ", "\ud800")), st.integers(0, 2)
)
latin_lines = st.tuples(st.integers(4, 16), st.sampled_from((".", ",", "", " the", "-", "é")), st.integers(0, 2))


def _han(size: int, end: str, indent: int) -> str:
    return "\u3000" * indent + ("春天河水涨了。桥下，水声很远就能听见" * 2)[:size] + end


def _latin(size: int, end: str, indent: int) -> str:
    return " " * indent + ("the river, rose in spring " * 4)[: 4 * size] + end


pages = st.lists(st.one_of(han_lines.map(lambda of: _han(*of)), latin_lines.map(lambda of: _latin(*of))), max_size=14)


def _layout_plainly(text: str) -> Layout | None:
    """Return the layout of a text as read without any test put before the full reading."""
    pieces = text.split("\n")
    lines = [piece.strip() for piece in pieces if piece.strip()]
    if len(lines) < 5 or 2 * sum(size for size in map(len, pieces) if size > 130) > len(text):
        return None
    chinese = 10 * sum(map(is_han, "".join(lines))) > len("".join(lines))
    widths = [len(line.encode("gb18030", "replace")) if chinese else len(line) for line in lines]
    full = _full_width(widths, chinese)
    if not 20 <= full <= 130 or not _is_wrapped(lines, widths, full, chinese):
        return None
    indented = sum(len(piece) - len(piece.lstrip()) > 1 for piece in pieces if piece.strip())
    return Layout(full, chinese, chinese and _has_indent(lines, widths, full), 0 < 2 * indented < len(lines))


@PLAINLY
@given(pages)
def test_a_layout_is_read_as_without_the_tests_before_it(lines: list[str]) -> None:
    text = "\n".join(lines)
    read = read_layout(text)
    assert (read[0] if read else None) == _layout_plainly(text)
    if read and may_be_wrapped(text):
        assert may_have_layout([text, "", text + "\n\n"]) == [True, False, True]


@PLAINLY
@given(
    st.sampled_from((_han, _latin)),
    st.integers(9, 16),
    st.lists(st.sampled_from(("", "。", "桥", " a", ".", ",")), min_size=5),
)
def test_lines_of_one_width_are_read_as_without_the_tests_before_it(
    line: Callable[[int, str, int], str], size: int, ends: list[str]
) -> None:
    text = "\n".join(line(size, end, 0) for end in ends)
    read = read_layout(text)
    assert (read[0] if read else None) == _layout_plainly(text)
    for row in read[1] if read else ():
        assert text[row.start : row.end] == row.text
    if read and may_be_wrapped(text):
        assert may_have_layout(["𠀀", text]) == [False, True]


def test_both_ways_find_a_layout() -> None:
    for line in (_han, _latin):
        text = "\n".join(line(14, end, 0) for end in ("", "桥", "e", "", "。", ""))
        assert may_be_wrapped(text)
        assert read_layout(text) is not None


@PLAINLY
@given(st.text("ab-_1é' \nΣ²", max_size=60), st.text("abé", min_size=1, max_size=2), st.sampled_from(("", "-a", "-b")))
def test_a_word_is_counted_as_among_all_words(text: str, word: str, tail: str) -> None:
    words = line_end_hyphens._Words(text)
    assert words._count(word + tail) == Counter(line_end_hyphens._WORD.findall(text.lower()))[word + tail]
    before = line_end_hyphens._LEFT.search(text)
    left = line_end_hyphens._left(text)
    assert (before and before[0]) == (left and left[0])


@PLAINLY
@given(
    st.lists(st.tuples(st.sampled_from(("字", "〇", "𠀀", "a", "é", "。", "\ud800")), st.integers(1, 400)), max_size=8)
)
def test_a_text_is_chinese_by_its_count_of_han(runs: list[tuple[str, int]]) -> None:
    text = "".join(sign * count for sign, count in runs)
    assert is_chinese(text) == (10 * sum(map(is_han, text)) > len(text))


NEEDS: tuple[Need, ...] = ("a-c", "字", (("字", " "), ("-", "-")), (("a-z", "\n"),), (("\n", "字"),))


@PLAINLY
@given(st.lists(st.text("abz字 -\n", max_size=8), max_size=5))
def test_a_mask_has_the_needs_that_a_text_meets(texts: list[str]) -> None:
    table = SignTable(NEEDS)
    for text, mask in zip(texts, table.masks(texts), strict=True):
        patterns = ("[abc]", "字", "字 |--", "[a-z]\n", "\n字")
        met = [need for need, pattern in zip(NEEDS, patterns, strict=True) if re.search(pattern, f"\n{text}\n")]
        assert mask == table.bits(met)


@PLAINLY
@given(
    st.lists(st.sampled_from(("河", "学", "校", "鈥", "€", "娌虫", "a", "\n", "𠀀", "\ud800", "\ue000")), max_size=12)
)
def test_a_run_of_misread_bytes_passes_its_gate(pieces: list[str]) -> None:
    text = "".join(pieces)
    starts = [match.start() for match in utf8_as_gbk._start_of_run().finditer(text)]
    runs = [utf8_as_gbk._RUN.match(text, start) for start in starts if utf8_as_gbk._may_begin(text[start : start + 2])]
    assert utf8_as_gbk.gates([text]) == [any(run and utf8_as_gbk._read_right(run[0]) for run in runs)]

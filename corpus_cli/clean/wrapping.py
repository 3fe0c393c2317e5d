"""Infer how a text was wrapped into lines: how wide its lines are, and whether paragraphs begin with an indent.

Width is counted in half-em units: a Han character or full-width sign is two, a Latin letter one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from statistics import median
from typing import NamedTuple

from corpus_cli.text.han import HAN, is_chinese

FEWEST_LINES = 5
_FEWEST_FULL = 3
_NARROWEST = 20
WIDEST = 130
_INDENT = 4
"""A Chinese paragraph begins two characters in."""
_SLACK = 2
# In prose a sentence ends inside full lines at least once in so many half-ems; no more than this part of it is in lines
# that are wider.
_SELDOM, _WIDE = 2400, 8
_SENTENCE_END = re.compile(f"[。！？!?](?=.)|(?<=[{HAN}])[.；;](?=.)")
SPAN = _INDENT + 3 * _SLACK
"""How far the widths of full Chinese lines lie apart."""
_ENDS = frozenset("。！？!?….：:；;”’」』）)】\"'")
MARKS = frozenset("，、,。；：！？.!?:;")


@dataclass(frozen=True, slots=True)
class Layout:
    """Hold what was inferred: the width of a full line (half-em units), the script, and whether paragraphs indent.

    `has_indent` is seen in narrower first lines, `marks_starts` in blanks before them.
    """

    width: int
    is_chinese: bool
    has_indent: bool
    marks_starts: bool


class Row(NamedTuple):
    """Hold a line that has text on it, without the blanks around it: its place and its width.

    `line` is where the line itself starts, blanks included.
    """

    text: str
    start: int
    end: int
    width: int
    line: int


def may_be_wrapped(text: str) -> bool:
    """Return whether a text has lines enough for its length to be printed ones."""
    ends = text.count("\n")
    return ends >= FEWEST_LINES - 1 and len(text) <= WIDEST * (ends - text.count("\n\n") + 1)


def read_layout(text: str) -> tuple[Layout, list[Row]] | None:
    """Return how a text was wrapped with its lines, or None where they are not cut at a common width."""
    pieces = text.split("\n")
    lines = [line for piece in pieces if (line := piece.strip())]
    if len(lines) < FEWEST_LINES or not _may_stop_open(lines) or _is_too_long(text, pieces):
        return None
    widths, sizes = _widths(lines), list(map(len, lines))
    # What the script is costs more to tell than that the lines have no common width in either.
    may_be_chinese, may_be_latin = _may_share_width(widths), _may_share_length(sizes)
    if not (may_be_chinese or may_be_latin):
        return None
    chinese = is_chinese("".join(lines))
    if not (may_be_chinese if chinese else may_be_latin):
        return None
    widths = widths if chinese else sizes
    full = _full_width(widths, chinese)
    if not _NARROWEST <= full <= WIDEST or not _is_wrapped(lines, widths, full, chinese):
        return None
    rows = _rows(pieces, widths)
    indented = sum(row.start - row.line > 1 for row in rows)
    return Layout(full, chinese, chinese and _has_indent(lines, widths, full), 0 < 2 * indented < len(rows)), rows


def _may_stop_open(lines: Sequence[str]) -> bool:
    """Return whether a quarter of the lines end in no mark: half of the full ones must, and those are half of all."""
    return 4 * sum([line[-1] not in MARKS for line in lines]) >= len(lines)


def _is_too_long(text: str, pieces: Sequence[str]) -> bool:
    """Return whether lines too long to be printed hold most of a text."""
    return 2 * sum([size for size in map(len, pieces) if size > WIDEST]) > len(text)


def _widths(lines: Sequence[str]) -> list[int]:
    """Return the printed widths of lines; all are encoded at once, since no second byte is a line end."""
    return list(map(len, "\n".join(lines).encode("gb18030", "replace").split(b"\n")))


def _may_share_width(widths: Sequence[int]) -> bool:
    """Return whether lines that hold half of a text lie as near to each other as full Chinese lines do."""
    ranked = sorted(widths)
    sums = [0, *accumulate(ranked)]
    return any(
        2 * (sums[bisect_right(ranked, least + SPAN)] - before) >= sums[-1]
        for least, before in zip(ranked, sums, strict=False)
    )


def _may_share_length(sizes: Sequence[int]) -> bool:
    """Return whether half of the lengths lie as near to each other as those of full Latin lines do."""
    full = _full_width(sizes, chinese=False)
    least, most = full * 0.8, full * 1.25
    return full <= WIDEST and 2 * sum([least <= size <= most for size in sizes]) >= len(sizes)


def _rows(pieces: Sequence[str], widths: Sequence[int]) -> list[Row]:
    """Return the lines that have text on them, with their places and their widths."""
    rows: list[Row] = []
    sizes = iter(widths)
    place = 0
    for piece in pieces:
        if line := piece.strip():
            start = place if piece[0] == line[0] else place + piece.index(line[0])
            rows.append(Row(line, start, start + len(line), next(sizes), place))
        place += len(piece) + 1
    return rows


def _full_width(widths: Sequence[int], chinese: bool) -> int:
    """Return the width that most lines of the text reach."""
    if not chinese:
        ranked = sorted(widths)
        return ranked[len(ranked) * 4 // 5]
    counts = Counter(widths)
    around = {size: counts[size] + counts[size - 1] + counts[size + 1] for size in counts if size >= _NARROWEST}
    return max(around, key=lambda size: (around[size], size), default=0)


def _is_wrapped(lines: Sequence[str], widths: Sequence[int], full: int, chinese: bool) -> bool:
    """Return whether half the text is in full lines and most of those stop where no sentence and no verse would.

    In Latin scripts half of the lines are to be full.  Chinese pages have more titles, names and cells of tables.
    """
    least, most = (full - _INDENT - _SLACK, full + 2 * _SLACK) if chinese else (full * 0.8, full * 1.25)
    body = [line for line, size in zip(lines, widths, strict=True) if least <= size <= most]
    held, all_of_it = (
        (sum(size for size in widths if least <= size <= most), sum(widths)) if chinese else (len(body), len(lines))
    )
    if 2 * held < all_of_it or len(body) < _FEWEST_FULL:
        return False
    # Prose has its marks; a poem in long lines may have none.
    printed = "".join(body)
    marks = sum(map(printed.count, "，。、" if chinese else ",."))
    if marks * (50 if chinese else 200) < len(printed):
        return False
    open_ends = sum([line[-1] not in MARKS for line in body])
    if chinese:
        return 2 * open_ends >= len(body) and _has_sentences(lines, widths, full, body)
    small = sum([line[0].islower() for line in body])
    return 2 * open_ends >= len(body) and 3 * small >= len(body)


def _has_sentences(lines: Sequence[str], widths: Sequence[int], full: int, body: Sequence[str]) -> bool:
    """Return whether sentences end inside full lines, as they do in prose and not in verse, lists or slogans.

    Lines much wider than the full ones would not have fitted on the page.
    """
    inside = sum([len(_SENTENCE_END.findall(line, 0, len(line) - 1)) for line in body])
    if _SELDOM * inside < full * len(body):
        return False
    wide = sum([size for size in widths if size > full + 4 * _SLACK])
    return _WIDE * wide <= sum(widths)


def _has_indent(lines: Sequence[str], widths: Sequence[int], full: int) -> bool:
    """Return whether lines that follow a short line with a sentence end are narrower by the indent."""
    firsts = [
        widths[n]
        for n in range(1, len(lines))
        if widths[n - 1] < full - 2 * _INDENT and lines[n - 1][-1] in _ENDS and lines[n][-1] not in _ENDS
    ]
    firsts = [size for size in firsts if size >= full - 2 * _INDENT]
    return not firsts or median(firsts) <= full - _SLACK

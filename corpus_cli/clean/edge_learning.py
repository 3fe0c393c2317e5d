"""Learn which running heads and page numbers stand at the edges of records, where each record is a page.

A number counts pages where it grows by one (or, where a record is a double page, by two) from record to record, three
times at least and on most pages between.  Chapters count on like this too, so a bare number must stand where pages
cut sentences, which chapters never do, beside a title or not; one in the dress of a page number (· 48 ·) need not.  A
head without a number is one where it comes back four times at least, most times on pages near to each other, and a
third of these pages begin or end inside a sentence: titles come back too, but cut none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus_cli.clean.edges import DEPTH, edge_lines, is_text, may_be_head, opening_of
from corpus_cli.clean.layout import ends_open
from corpus_cli.clean.lexicon import Heads
from corpus_cli.clean.page_lines import letters_of
from corpus_cli.clean.page_numbers import is_dressed, page_number

_LEAST_NUMBERS, _LEAST_HEADS = 3, 4
_NEAR = 8  # records between two numbers of a run, or two heads
_APART = 40  # records between two heads of which the second one may be a title again


class _Line(NamedTuple):
    """Hold a line at an edge: the record it stands in, its letters, its number, and how the text beside it begins."""

    record: int
    letters: str
    number: int | None
    is_bare: bool
    opening: str


class EdgeLearner:
    """Collect the lines at the edges of records, in the order of the pages; holds short lines only."""

    def __init__(self) -> None:
        self._tops: list[_Line] = []
        self._bottoms: list[_Line] = []
        # For each record whether its text goes on behind it, and whether it goes on with what stands before it.
        self._ends = bytearray()
        self._begins = bytearray()

    def add(self, text: str) -> None:
        """Take the edges of one more record."""
        first = self._edge(text, self._tops, from_end=False)
        last = self._edge(text, self._bottoms, from_end=True)
        self._begins.append(is_text(first) and not first[:1].isupper())
        self._ends.append(is_text(last) and ends_open(last))

    def _edge(self, text: str, lines: list[_Line], *, from_end: bool) -> str:
        """Add the lines at one edge that can be furniture, and return the first line that can be none."""
        record, found, beside = len(self._begins), list[tuple[str, int | None]](), ""
        for line in edge_lines(text, from_end=from_end):
            number = page_number(line.text)
            if len(found) == DEPTH or (number is None and not may_be_head(line.text)):
                beside = line.text
                break
            found.append((line.text, number))
        for head, number in found if beside else ():
            letters = letters_of(head)
            is_bare = number is not None and (bool(letters) or not is_dressed(head))
            lines.append(_Line(record, letters, number, is_bare, opening_of(beside)))
        return beside

    def learnt(self) -> tuple[Heads, Heads]:
        """Return what stands at the top and at the bottom of the pages."""
        # A sentence goes from one page to the next where the first ends open and the second begins no block.
        cut = [bool(end and begin) for end, begin in zip(self._ends, self._begins[1:], strict=False)]
        return _heads(self._tops, [False, *cut]), _heads(self._bottoms, [*cut, False])


def _heads(lines: Sequence[_Line], cut: Sequence[bool]) -> Heads:
    """Return what stands at one edge; `cut` says for every record whether a sentence goes over this edge."""
    heads: list[str] = []
    openings: list[str] = []
    by_letters: defaultdict[str, list[_Line]] = defaultdict(list)
    for line in lines:
        if line.letters and line.number is None:
            by_letters[line.letters].append(line)
    for letters, group in sorted(by_letters.items()):
        if len(group) >= _LEAST_HEADS and _are_heads(group, cut):
            heads.append(letters)
            openings += [line.opening for line in _first_ones(group) if not cut[line.record]]
    return Heads(tuple(heads), tuple(_pages(lines, cut)), tuple(sorted(set(openings))))


def _are_heads(group: Sequence[_Line], cut: Sequence[bool]) -> bool:
    """Return whether most of some equal lines are near to each other, and a third of them where a sentence is cut."""
    near = sum(after.record - before.record <= _NEAR for before, after in pairwise(group))
    return 2 * near >= len(group) and 3 * sum(cut[line.record] for line in group) >= len(group)


def _first_ones(group: Sequence[_Line]) -> Iterable[_Line]:
    """Yield the lines of a head before which it has not stood for a long time."""
    yield group[0]
    yield from (line for before, line in pairwise(group) if line.record - before.record > _APART)


def _pages(lines: Sequence[_Line], cut: Sequence[bool]) -> list[tuple[int, int]]:
    """Return the first and last numbers of the runs that count pages."""
    numbered = [line for line in lines if line.number is not None]
    records = [line.record for line in numbered]
    found: set[tuple[int, int]] = set()
    for step in (1, 2):
        by_offset: defaultdict[int, list[_Line]] = defaultdict(list)
        for line in numbered:
            by_offset[(line.number or 0) - step * line.record].append(line)
        for run in (run for group in by_offset.values() for run in _runs(group)):
            around = bisect_right(records, run[-1].record) - bisect_left(records, run[0].record)
            if 2 * len(run) >= around and _counts(run, cut):
                found.add((run[0].number or 0, run[-1].number or 0))
    return sorted(found)


def _runs(group: Sequence[_Line]) -> Iterable[list[_Line]]:
    """Yield the parts of a group in which no two lines are far apart."""
    run = [group[0]]
    for line in group[1:]:
        if line.record - run[-1].record > _NEAR:
            yield run
            run = []
        run.append(line)
    yield run


def _counts(run: Sequence[_Line], cut: Sequence[bool]) -> bool:
    """Return whether numbers that grow with the records count pages, and not chapters or poems."""
    if len({line.record for line in run}) < _LEAST_NUMBERS:
        return False
    cuts = sum(cut[line.record] for line in run)
    return 2 * sum(line.is_bare for line in run) < len(run) or (cuts > 1 and 4 * cuts >= len(run))

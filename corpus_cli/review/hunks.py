"""Lay out differences as a unified listing: lines with numbers, context around changes, long lines cut."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from corpus_cli.ledger import Edit
from corpus_cli.review.diff import Segment, segments, segments_of_edits
from corpus_cli.review.folder import field as field_of


class Line(NamedTuple):
    """Hold one line of a listing: sign " ", "-" or "+", its number on each side (from 1; 0 for none), its stretches."""

    sign: Literal[" ", "-", "+"]
    number: int
    other_number: int
    segments: tuple[Segment, ...]


class Hunk(NamedTuple):
    """Hold changed lines with the lines around them; `start` and `other_start` are line numbers from 1."""

    start: int
    other_start: int
    lines: tuple[Line, ...]


class RowDiff(NamedTuple):
    """Say how a record differs: `state`, hunks of its text, and names of other fields with other values."""

    id: str
    state: Literal["same", "changed", "added", "removed"]
    hunks: tuple[Hunk, ...] = ()
    fields: tuple[str, ...] = ()


@dataclass
class _Region:
    """Collect lines of both sides until a line end that both have."""

    number: int = 1
    other_number: int = 1
    removed: list[list[Segment]] = field(default_factory=lambda: [[]])
    added: list[list[Segment]] = field(default_factory=lambda: [[]])

    def put(self, segment: Segment) -> None:
        """Add a stretch without a line end inside to the side or sides that have it."""
        if segment.kind != "added":
            self.removed[-1].append(segment)
        if segment.kind != "removed":
            self.added[-1].append(segment)

    def close(self, kind: str) -> None:
        """Begin a new line on the side that has a line end of its own."""
        (self.removed if kind == "removed" else self.added).append([])

    def flush(self) -> Iterator[Line]:
        """Yield the lines, those that both sides share at either end once, and begin the next region."""
        head, tail = _shared_lines(self.removed, self.added)
        stop, other_stop = len(self.removed) - tail, len(self.added) - tail
        for n in range(head):
            yield self._context(n, n)
        for n in range(head, stop):
            yield Line("-", self.number + n, 0, tuple(self.removed[n]))
        for n in range(head, other_stop):
            yield Line("+", 0, self.other_number + n, tuple(self.added[n]))
        for n in range(tail):
            yield self._context(stop + n, other_stop + n)
        self.number += len(self.removed)
        self.other_number += len(self.added)
        self.removed, self.added = [[]], [[]]

    def _context(self, n: int, other: int) -> Line:
        return Line(" ", self.number + n, self.other_number + other, tuple(self.removed[n]))


def _shared_lines(a: Sequence[Sequence[Segment]], b: Sequence[Sequence[Segment]]) -> tuple[int, int]:
    """Return how many lines two sides share at the start and, apart from those, at the end."""
    shorter = min(len(a), len(b))
    head = 0
    while head < shorter and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < shorter - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    return head, tail


def diff_texts(a: str, b: str, *, context: int = 2) -> list[Hunk]:
    """Return the changed lines of two texts with `context` lines around them."""
    return hunks(segments(a, b), context=context)


def diff_edits(text: str, edits: Iterable[Edit], *, context: int = 2) -> list[Hunk]:
    """Return the lines that edits change, marked as the ledger has them.

    Raises LedgerMismatch where the edits do not belong to the text.
    """
    return hunks(segments_of_edits(text, edits), context=context)


def hunks(stretches: Iterable[Segment], *, context: int = 2) -> list[Hunk]:
    """Return the changed lines among stretches of two texts, with `context` lines around them."""
    lines = list(_lines(stretches))
    changed = [n for n, line in enumerate(lines) if line.sign != " "]
    out: list[Hunk] = []
    for first, last in _ranges(changed, context, len(lines)):
        part = tuple(lines[first:last])
        out.append(Hunk(_first(line.number for line in part), _first(line.other_number for line in part), part))
    return out


def diff_rows(
    a: Iterable[Mapping[str, Any]],
    b: Iterable[Mapping[str, Any]],
    *,
    text_key: str = "text",
    id_key: str = "id",
    context: int = 2,
) -> Iterator[RowDiff]:
    """Yield how the records of `b` differ from those of `a` with the same id, in the order of `b`.

    Records that only `a` has come last; of records with one id the first is compared with the first, and so on.  Rows
    of `a` are held only as long as `b` has not come to them.
    """
    waiting: dict[str, deque[Mapping[str, Any]]] = {}
    rest = ((field_of(dict(row), id_key), row) for row in a)
    for row in b:
        name = field_of(dict(row), id_key)
        yield _row_diff(name, _partner(name, waiting, rest), row, text_key, context)
    for name, rows in waiting.items():
        for row in rows:
            yield _row_diff(name, row, None, text_key, context)
    for name, row in rest:
        yield _row_diff(name, row, None, text_key, context)


def _partner(
    name: str, waiting: dict[str, deque[Mapping[str, Any]]], rest: Iterator[tuple[str, Mapping[str, Any]]]
) -> Mapping[str, Any] | None:
    """Return the next row of the first side with an id, None where it has no more; rows before it then wait."""
    if name in waiting:
        row = waiting[name].popleft()
        if not waiting[name]:
            del waiting[name]
        return row
    for other, row in rest:
        if other == name:
            return row
        waiting.setdefault(other, deque()).append(row)
    return None


def clipped(line: Line, around: int = 40) -> Line:
    """Return the line with equal stretches cut to `around` characters beside each change.

    >>> line = Line("-", 1, 0, (Segment("equal", "一二三四五六"), Segment("removed", "七")))
    >>> clipped(line, 2).segments
    (Segment(kind='equal', text='…五六'), Segment(kind='removed', text='七'))
    """
    last = len(line.segments) - 1
    cut = (_cut(segment, around, n > 0, n < last) for n, segment in enumerate(line.segments))
    return line._replace(segments=tuple(cut))


def _cut(segment: Segment, around: int, left: bool, right: bool) -> Segment:
    """Return an equal stretch with its middle, or the end away from a change, left out."""
    text = segment.text
    if segment.kind != "equal" or len(text) <= around * (left + right or 2) + 1:
        return segment
    if not left and not right:
        return segment._replace(text=f"{text[: 2 * around]}…")
    return segment._replace(text=f"{text[:around] if left else ''}…{text[-around:] if right else ''}")


def _row_diff(
    name: str, a: Mapping[str, Any] | None, b: Mapping[str, Any] | None, text_key: str, context: int
) -> RowDiff:
    texts = [field_of(dict(row), text_key) if row is not None else "" for row in (a, b)]
    found = tuple(diff_texts(texts[0], texts[1], context=context))
    if a is None or b is None:
        return RowDiff(name, "added" if a is None else "removed", found)
    head = text_key.partition(".")[0]
    fields = tuple(key for key in dict.fromkeys((*a, *b)) if key not in (text_key, head) and a.get(key) != b.get(key))
    return RowDiff(name, "changed" if found or fields else "same", found, fields)


def _lines(stretches: Iterable[Segment]) -> Iterator[Line]:
    """Yield all lines, those that both sides have once."""
    region = _Region()
    for kind, text in stretches:
        first, *others = text.split("\n")
        region.put(Segment(kind, first)) if first else None
        for piece in others:
            if kind == "equal":
                yield from region.flush()
            else:
                region.close(kind)
            region.put(Segment(kind, piece)) if piece else None
    if any(region.removed) or any(region.added) or len(region.removed) != len(region.added):
        yield from region.flush()


def _ranges(changed: Sequence[int], context: int, size: int) -> list[tuple[int, int]]:
    """Return the ranges of lines to show, those that touch made one."""
    out: list[tuple[int, int]] = []
    for n in changed:
        first, last = max(0, n - context), min(size, n + context + 1)
        if out and first <= out[-1][1]:
            first = out.pop()[0]
        out.append((first, last))
    return out


def _first(numbers: Iterable[int]) -> int:
    """Return the first line number of a side; 0 where the side has no line here."""
    return next((number for number in numbers if number), 0)

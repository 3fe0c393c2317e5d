"""Write the evidence as rows: each removed unit, each close pair that was not taken, each shared passage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

from corpus_cli.dedupe.engine import Decision
from corpus_cli.dedupe.index import Indexed
from corpus_cli.dedupe.passages import Passage, shared_passages
from corpus_cli.dedupe.stars import each_pair
from corpus_cli.dedupe.units import Units
from corpus_cli.dedupe.verdict import judge
from corpus_cli.record import Json

Row = dict[str, Json]
# Why a unit goes that is no copy of one unit.
_WHOLE = {"union": "all of its text stands in the pieces", "heading": "the text under it goes"}
# How many differing places of a pair a row names.
DIFFERENCES = 50

T = TypeVar("T")
M = TypeVar("M")


class Made(Sequence[M], Generic[T, M]):
    """Make values out of items when they are read, so that nobody pays for what is not written."""

    def __init__(self, items: Sequence[T], make: Callable[[T], M]) -> None:
        self._items = items
        self._make = make

    def __len__(self) -> int:
        """Return how many values there are."""
        return len(self._items)

    @overload
    def __getitem__(self, index: int) -> M: ...
    @overload
    def __getitem__(self, index: slice) -> list[M]: ...
    def __getitem__(self, index: int | slice) -> M | list[M]:
        """Make and return one value, or a list of values."""
        if isinstance(index, slice):
            return [self._make(item) for item in self._items[index]]
        return self._make(self._items[index])


class Rows(Made[T, Row]):
    """Make the rows of evidence."""


class Staying(Iterable[Indexed]):
    """Give the units of the input that stay, for an index."""

    def __init__(self, units: Units, decision: Decision) -> None:
        self._units = units
        self._gone = decision.kept_for.keys() | decision.cuts.keys()

    def __iter__(self) -> Iterator[Indexed]:
        """Yield the units in order."""
        for unit in range(self._units.reference, len(self._units)):
            if unit not in self._gone:
                yield Indexed(self._units.id(unit), self._units.span(unit).start, self._units.text(unit))


class Passages(Rows[Passage]):
    """Find the shared passages when the first row is asked for: they cost an alignment each."""

    def __init__(self, units: Units, decision: Decision) -> None:
        super().__init__((), lambda passage: _passage_row(units, passage))
        self._find: Callable[[], Sequence[Passage]] | None = lambda: shared_passages(
            units, each_pair(decision.sharing), decision.keeper.rank
        )

    def __len__(self) -> int:
        """Return how many rows there are."""
        if self._find is not None:
            self._items, self._find = self._find(), None
        return super().__len__()

    def __getitem__(self, index: Any) -> Any:
        """Make and return one row, or a list of rows."""
        len(self)
        return super().__getitem__(index)


def unit_name(units: Units, unit: int) -> str:
    """Return the name of a unit: the id of its record, with its place where it is a part."""
    start, end = units.span(unit)
    record = units.records[units.record[unit]]
    return record.id if (start, end) == (0, len(record.text)) else f"{record.id}:{start}-{end}"


def _removed_row(units: Units, decision: Decision, unit: int) -> Row:
    """Return the evidence on one removed unit."""
    kept, verdict = decision.kept_for[unit]
    return {
        **_pair_row(units, unit, kept),
        "score": verdict.score,
        "method": verdict.method,
        "keep_reason": _WHOLE.get(verdict.method) or decision.keeper.reason(kept, unit),
        "reason": verdict.reason,
        "cluster": unit_name(units, decision.cluster.get(unit, kept)),
        "differences": _differences(units, unit, kept),
        "pieces": [_place(units, piece) for piece in decision.pieces.get(unit, ())],
    }


def gone_row(units: Units, decision: Decision, unit: int) -> Row:
    """Return the evidence on a removed unit or on a passage taken out of one."""
    if unit not in decision.cuts:
        return _removed_row(units, decision, unit)
    passage = decision.cuts[unit]
    row = _passage_row(units, passage)
    why = decision.keeper.reason(passage.kept, unit)
    reason = "the passage stands in the other text too"
    more: Row = {
        "method": "passage",
        "keep_reason": why,
        "reason": reason,
        "cluster": "",
        "differences": [],
        "pieces": [],
    }
    return {**row, **more}


def _passage_row(units: Units, passage: Passage) -> Row:
    """Return where a passage stands on both sides."""
    (start, end), (dup_start, dup_end) = passage.span, passage.kept_span
    shift = units.span(passage.unit).start
    text = units.text(passage.unit)[start - shift : end - shift]
    place: Row = {"id": units.id(passage.unit), "start": start, "end": end, "text": text}
    return {
        **place,
        "dup_of": units.id(passage.kept),
        "dup_start": dup_start,
        "dup_end": dup_end,
        "score": passage.score,
    }


def miss_row(units: Units, first: int, second: int) -> Row:
    """Return the evidence on one pair that was close and not taken; the later unit is named first."""
    verdict = judge(units.text(first), units.text(second))
    row = _pair_row(units, max(first, second), min(first, second))
    kept = units.text(min(first, second))
    return {**row, "dup_text": kept, "score": verdict.score, "method": verdict.method, "reason": verdict.reason}


def _pair_row(units: Units, unit: int, kept: int) -> Row:
    """Return where two units stand."""
    (start, end), (dup_start, dup_end) = units.span(unit), units.span(kept)
    place: Row = {"id": units.id(unit), "start": start, "end": end, "text": units.text(unit)}
    return {**place, "dup_of": units.id(kept), "dup_start": dup_start, "dup_end": dup_end}


def _place(units: Units, unit: int) -> Json:
    """Return where a unit stands."""
    start, end = units.span(unit)
    return {"id": units.id(unit), "start": start, "end": end}


def _differences(units: Units, unit: int, kept: int) -> list[Json]:
    """Return the characters in which two units differ, with their places in both records."""
    first, second = units.text(unit), units.text(kept)
    if first == second:
        return []
    shift, dup_shift = units.span(unit).start, units.span(kept).start
    return [
        {
            "start": shift + found.first[0],
            "end": shift + found.first[1],
            "text": first[found.first[0] : found.first[1]],
            "dup_start": dup_shift + found.second[0],
            "dup_end": dup_shift + found.second[1],
            "dup_text": second[found.second[0] : found.second[1]],
        }
        for found in judge(first, second).differences[:DIFFERENCES]
    ]

"""Write down what was decided: the records that are left, a row for each removed unit, and the counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, overload

from corpus_cli.dedupe.boilerplate import rows
from corpus_cli.dedupe.engine import Decision
from corpus_cli.dedupe.index import Indexed
from corpus_cli.dedupe.options import DedupeOptions
from corpus_cli.dedupe.passages import Passage, shared_passages
from corpus_cli.dedupe.removal import removal_edits
from corpus_cli.dedupe.units import Units
from corpus_cli.dedupe.verdict import Verdict, judge
from corpus_cli.ledger import Edit, apply
from corpus_cli.record import Json, Record

Row = dict[str, Json]
# The ways a unit can be a copy.
METHODS = ("exact", "near", "contained", "overlapping", "union", "heading")
# Why a unit goes that is no copy of one unit.
_WHOLE = {"union": "all of its text stands in the pieces", "heading": "the text under it goes"}
# How many differing places of a pair a row names.
DIFFERENCES = 50


T = TypeVar("T")


class Rows(Sequence[Row], Generic[T]):
    """Make the rows of evidence when they are read, so that nobody pays for rows that are not written."""

    def __init__(self, items: Sequence[T], row: Callable[[T], Row]) -> None:
        self._items = items
        self._row = row

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self._items)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        """Make and return one row, or a list of rows."""
        if isinstance(index, slice):
            return [self._row(item) for item in self._items[index]]
        return self._row(self._items[index])


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
            units, decision.sharing, decision.keeper.rank
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


@dataclass(frozen=True, slots=True)
class Deduped:
    """Hold the outcome of one run.

    `records` has for each record given, in order, the record to write (None where the whole record went) and the
    edits that led from its text to the new one.  `removed`, `near_misses`, `passages` and `boilerplate` are rows, the
    same keys in all rows of a list.  `counts` adds up: units = kept + removed.  `staying` are the units that stay, as
    an index takes them.
    """

    records: list[tuple[Record | None, tuple[Edit, ...]]]
    removed: Sequence[Row] = ()
    near_misses: Sequence[Row] = ()
    passages: Sequence[Row] = ()
    boilerplate: list[Row] = field(default_factory=list)
    counts: dict[str, Json] = field(default_factory=dict)
    staying: Iterable[Indexed] = ()


def deduped(units: Units, decision: Decision, options: DedupeOptions) -> Deduped:
    """Return the outcome of a decision."""
    write = _annotated if options.mode == "annotate" else _dropped
    gone: dict[int, list[int]] = defaultdict(list)
    for unit in sorted((*decision.kept_for, *decision.cuts)):
        gone[int(units.record[unit])].append(unit)
    records = range(units.references, len(units.records))
    return Deduped(
        [write(units, decision, options, record, gone.get(record, [])) for record in records],
        Rows(sorted((*decision.kept_for, *decision.cuts)), lambda unit: _gone_row(units, decision, unit)),
        Rows(decision.misses, lambda miss: _miss_row(units, *miss)),
        Passages(units, decision),
        boilerplate=rows(units, decision.boilerplate),
        counts=_counts(units, decision),
        staying=Staying(units, decision),
    )


def _dropped(
    units: Units, decision: Decision, options: DedupeOptions, number: int, gone: list[int]
) -> tuple[Record | None, tuple[Edit, ...]]:
    """Return a record without its duplicate units, and the edits that took them out."""
    record = units.records[number]
    if not gone:
        return record, ()
    methods = {unit: decision.kept_for[unit][1].method for unit in gone if unit in decision.kept_for}
    if options.unit == "record" and methods:
        return None, (Edit(f"dedupe:{methods[gone[0]]}", 0, len(record.text), record.text, ""),)
    mine = units.of_record(number)
    edits = removal_edits(
        record.text,
        [units.span(unit) for unit in mine],
        {unit - mine.start: method for unit, method in methods.items()},
    )
    spans = (decision.cuts[unit].span for unit in gone if unit in decision.cuts)
    edits += [Edit("dedupe:passage", start, end, record.text[start:end], "") for start, end in spans]
    edits.sort(key=lambda edit: edit.start)
    return record.with_text(apply(record.text, edits)), tuple(edits)


def _annotated(
    units: Units, decision: Decision, options: DedupeOptions, number: int, gone: list[int]
) -> tuple[Record | None, tuple[Edit, ...]]:
    """Return a record with the fields that say what would go."""
    record = units.records[number]
    if options.unit == "record":
        unit = units.of_record(number).start
        return record.with_fields(**_fields(units, decision, unit)), ()
    rows: list[Json] = []
    for unit in gone:
        if unit in decision.cuts:
            continue
        start, end = units.span(unit)
        dup_start, dup_end = units.span(decision.kept_for[unit][0])
        fields = _fields(units, decision, unit)
        place: Row = {
            "start": start,
            "end": end,
            "dup_of": fields.pop("dup_of"),
            "dup_start": dup_start,
            "dup_end": dup_end,
        }
        rows.append({**place, **fields})
    return record.with_fields(duplicates=rows), ()


def _fields(units: Units, decision: Decision, unit: int) -> Row:
    """Return the fields that say which unit a unit is a copy of; empty where it stays."""
    kept, verdict = decision.kept_for.get(unit, (None, None))
    cluster = decision.cluster.get(unit)
    return {
        "dup_of": "" if kept is None else units.id(kept),
        "dup_score": 0.0 if verdict is None else verdict.score,
        "dup_method": "" if verdict is None else verdict.method,
        "dup_cluster": "" if cluster is None else _name(units, cluster),
    }


def _name(units: Units, unit: int) -> str:
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
        "cluster": _name(units, decision.cluster.get(unit, kept)),
        "differences": _differences(units, unit, kept),
        "pieces": [_place(units, piece) for piece in decision.pieces.get(unit, ())],
    }


def _gone_row(units: Units, decision: Decision, unit: int) -> Row:
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


def _miss_row(units: Units, verdict: Verdict, first: int, second: int) -> Row:
    """Return the evidence on one pair that was close and not taken; the later unit is named first."""
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


def _counts(units: Units, decision: Decision) -> dict[str, Json]:
    """Return what was counted: units, what went by which method, cluster sizes, how candidates were found."""
    methods = Counter(verdict.method for _, verdict in decision.kept_for.values())
    sizes = Counter(Counter(decision.cluster.values()).values())
    total = len(units) - units.reference
    search = decision.search
    return {
        "records": len(units.records) - units.references,
        "units": total,
        "kept": total - len(decision.kept_for),
        "removed": len(decision.kept_for),
        **{method: methods[method] for method in METHODS},
        "passages": len(decision.cuts),
        "short": decision.short,
        "headings": decision.headings,
        "distinct": decision.distinct,
        "candidates": 0 if search is None else len(search.pairs),
        "near_misses": len(decision.misses),
        "boilerplate": len(decision.boilerplate),
        "clusters": {str(size): sizes[size] for size in sorted(sizes)},
        "search": "" if search is None else search.how,
    }

"""Write down what was decided: the records that are left, a row for each removed unit, and the counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from corpus_cli.dedupe.boilerplate import rows as boilerplate_rows
from corpus_cli.dedupe.engine import Decision
from corpus_cli.dedupe.index import Indexed
from corpus_cli.dedupe.options import DedupeOptions
from corpus_cli.dedupe.removal import removal_edits
from corpus_cli.dedupe.rows import Made, Passages, Row, Rows, Staying, gone_row, miss_row, unit_name
from corpus_cli.dedupe.units import Units
from corpus_cli.ledger import Edit, apply
from corpus_cli.record import Json, Record

# The ways a unit can be a copy.
METHODS = ("exact", "near", "contained", "overlapping", "union", "heading")


Left: TypeAlias = "tuple[Record | None, tuple[Edit, ...]]"


@dataclass(frozen=True, slots=True)
class Deduped:
    """Hold the outcome of one run.

    `records` has for each record given, in order, the record to write (None where the whole record went) and the
    edits that led from its text to the new one; each is made when it is read.  `removed`, `near_misses`, `passages`
    and `boilerplate` are rows, the same keys in all rows of a list.  `counts` adds up: units = kept + removed.
    `staying` are the units that stay, as an index takes them.
    """

    records: Sequence[Left]
    removed: Sequence[Row] = ()
    near_misses: Sequence[Row] = ()
    passages: Sequence[Row] = ()
    boilerplate: list[Row] = field(default_factory=list)
    counts: dict[str, Json] = field(default_factory=dict)
    staying: Iterable[Indexed] = ()
    heeded: Sequence[int] = ()


def deduped(units: Units, decision: Decision, options: DedupeOptions) -> Deduped:
    """Return the outcome of a decision."""
    write = _annotated if options.mode == "annotate" else _dropped
    gone: dict[int, list[int]] = defaultdict(list)
    for unit in sorted((*decision.kept_for, *decision.cuts)):
        gone[int(units.record[unit])].append(unit)
    records = range(units.references, len(units.records))
    return Deduped(
        Made(records, lambda record: write(units, decision, options, record, gone.get(record, []))),
        Rows(sorted((*decision.kept_for, *decision.cuts)), lambda unit: gone_row(units, decision, unit)),
        Rows(decision.misses, lambda miss: miss_row(units, *miss)),
        Passages(units, decision),
        boilerplate=boilerplate_rows(units, decision.boilerplate),
        counts=_counts(units, decision),
        staying=Staying(units, decision),
    )


def _dropped(units: Units, decision: Decision, options: DedupeOptions, number: int, gone: list[int]) -> Left:
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


def _annotated(units: Units, decision: Decision, options: DedupeOptions, number: int, gone: list[int]) -> Left:
    """Return a record with the fields that say what would go."""
    record = units.records[number]
    if options.unit == "record":
        # Each record is one unit.
        return record.with_fields(**_fields(units, decision, number)), ()
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


_ALONE: Row = {"dup_of": "", "dup_score": 0.0, "dup_method": "", "dup_cluster": ""}


def _fields(units: Units, decision: Decision, unit: int) -> Row:
    """Return the fields that say which unit a unit is a copy of; empty where it stays."""
    cluster = decision.cluster.get(unit)
    if cluster is None and unit not in decision.kept_for:
        return _ALONE
    kept, verdict = decision.kept_for.get(unit, (None, None))
    return {
        "dup_of": "" if kept is None else units.id(kept),
        "dup_score": 0.0 if verdict is None else verdict.score,
        "dup_method": "" if verdict is None else verdict.method,
        "dup_cluster": "" if cluster is None else unit_name(units, cluster),
    }


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

"""Apply another threshold to records that an earlier run annotated, without searching again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from corpus_cli.dedupe.options import DedupeOptions
from corpus_cli.dedupe.outcome import METHODS, Deduped
from corpus_cli.dedupe.removal import removal_edits
from corpus_cli.dedupe.rows import Row
from corpus_cli.dedupe.units import cut
from corpus_cli.errors import BadRecord
from corpus_cli.ledger import Edit, apply
from corpus_cli.record import Record

_ALONE: Row = {"dup_of": "", "dup_score": 0.0, "dup_method": "", "dup_cluster": ""}
_ROW: Row = {"keep_reason": "", "reason": "as judged by the run that annotated", "differences": [], "pieces": []}


def rethreshold(records: Iterable[Record], options: DedupeOptions) -> Deduped:
    """Return the outcome for annotated records with the copies below `options.threshold` taken back.

    `options.unit` must be that of the run that annotated.  A threshold below that run's finds nothing more, because
    copies it did not take are not in the records.  Raises BadRecord where a record was not annotated.
    """
    outcome: list[tuple[Record | None, tuple[Edit, ...]]] = []
    removed: list[Row] = []
    units = 0
    for record in records:
        marks = _marks(record, options)
        spans = [(mark["start"], mark["end"]) for mark in marks]
        mine = cut([record], options.unit)
        units += len(mine)
        removed += [_removed_row(record, mark) for mark in marks]
        if options.mode == "annotate":
            outcome.append((_annotated(record, options, marks), ()))
        elif options.unit == "record":
            edit = Edit(f"dedupe:{marks[0]['dup_method']}", 0, len(record.text), record.text, "") if marks else None
            outcome.append((None, (edit,)) if edit else (record, ()))
        else:
            places = [mine.span(unit) for unit in range(len(mine))]
            methods = {places.index(span): mark["dup_method"] for span, mark in zip(spans, marks, strict=True)}  # type: ignore[arg-type]
            edits = removal_edits(record.text, places, methods)
            outcome.append((record.with_text(apply(record.text, edits)), tuple(edits)))
    counts: Row = {method: sum(row["method"] == method for row in removed) for method in METHODS}
    books: Row = {"records": len(outcome), "units": units, "kept": units - len(removed), "removed": len(removed)}
    return Deduped(outcome, removed, counts={**books, **counts})


def _marks(record: Record, options: DedupeOptions) -> list[Mapping[str, Any]]:
    """Return what the record's fields say of its copies at and above the threshold."""
    fields = {**(orjson.loads(record.line) if record.line else {}), **dict(record.added)}
    if options.unit == "record":
        if "dup_of" not in fields:
            raise _not_annotated(record, "dup_of")
        found = (
            [{"start": 0, "end": len(record.text), "dup_start": 0, "dup_end": 0, **fields}] if fields["dup_of"] else []
        )
    elif isinstance(fields.get("duplicates"), list):
        found = fields["duplicates"]
    else:
        raise _not_annotated(record, "duplicates")
    return [mark for mark in found if mark["dup_score"] >= options.threshold]


def _not_annotated(record: Record, name: str) -> BadRecord:
    """Return the error for a record without the fields of an annotate run."""
    return BadRecord(
        f"the record has no field {name}",
        where=f"{record.source}:{record.number}" if record.source else record.id,
        remedy="Run `corpus dedupe --mode annotate` first, with the same --unit.",
    )


def _annotated(record: Record, options: DedupeOptions, marks: list[Mapping[str, Any]]) -> Record:
    """Return the record with the fields as they are at this threshold."""
    if options.unit != "record":
        return record.with_fields(duplicates=[dict(mark) for mark in marks])
    return record if marks else record.with_fields(**_ALONE)


def _removed_row(record: Record, mark: Mapping[str, Any]) -> Row:
    """Return the evidence on one removed unit."""
    start, end = mark["start"], mark["end"]
    place: Row = {"id": record.id, "start": start, "end": end, "text": record.text[start:end]}
    kept: Row = {name: mark[name] for name in ("dup_of", "dup_start", "dup_end")}
    judged: Row = {"score": mark["dup_score"], "method": mark["dup_method"], "cluster": mark["dup_cluster"]}
    return {**place, **kept, **judged, **_ROW}

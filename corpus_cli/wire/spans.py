"""Known spans that came with a record (pages, regions) carried through edits of its text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson

from corpus_cli.errors import BadRecord
from corpus_cli.ledger import Edit, OffsetMap
from corpus_cli.record import Record
from corpus_cli.wire.members import splice
from corpus_cli.wire.records import span_of

INGESTED = (b'"format":"', b'"encoding":"', b'"pages":[')
"""What a line holds that ingest made of a document."""


def is_ingested(line: bytes) -> bool:
    """Tell whether a line is a document that ingest made."""
    return all(mark in line for mark in INGESTED)


def span_fields(record: Record, named: tuple[str, ...]) -> tuple[str, ...]:
    """Return the fields whose spans move with the text: those named, else the pages of a document that ingest made."""
    return named if named or not is_ingested(record.line) else ("pages",)


def remapped(line: bytes, record: Record, keys: Sequence[str], edits: Sequence[Edit]) -> bytes:
    """Return the line with every `[start, end, …]` at `keys` carried through the edits.

    Offsets are code points of the text before the edits, as olmOCR and Dolma write them.  Raises BadRecord where a
    named field holds something else.
    """
    offsets = OffsetMap(edits)
    for key in keys:
        place = span_of(line, key)
        if place is None:
            continue
        spans = orjson.loads(line[place.start : place.end])
        line = splice(line, place, orjson.dumps([_moved(span, offsets, key, record) for span in _listed(spans)]))
    return line


def _listed(spans: Any) -> list[Any]:
    return spans if isinstance(spans, list) else [spans]


def _moved(span: Any, offsets: OffsetMap, key: str, record: Record) -> list[Any]:
    well_formed = isinstance(span, list) and len(span) >= 2 and all(isinstance(place, int) for place in span[:2])
    if not well_formed or not 0 <= span[0] <= span[1] <= len(record.given):
        raise BadRecord(
            f"field {key!r} holds {span!r:.60}, which is no [start, end, …] inside the text",
            where=f"{record.source}:{record.number}",
            remedy="Name a field of spans with --spans, or leave the option out.",
        )
    start = offsets.forward(span[0])
    return [start, max(start, offsets.forward(span[1], end=True)), *span[2:]]

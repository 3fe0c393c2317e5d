"""Give back the lines that a stage was given, from the lines that it wrote and its ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

import orjson

from corpus_cli.errors import LedgerMismatch
from corpus_cli.ledger import Edit, undo
from corpus_cli.record import Record
from corpus_cli.wire.ledger_rows import WIRE, edit_of, restored
from corpus_cli.wire.lines import RawLine
from corpus_cli.wire.records import Keys, decode, span_of
from corpus_cli.wire.rejects import rejected_bytes


class Group(NamedTuple):
    """Hold the ledger rows of one record: its ordinal in the stage's input, its id, its edits."""

    ordinal: int
    id: str
    edits: list[Edit]


def ledger_groups(rows: Iterable[dict[str, Any]]) -> Iterator[Group]:
    """Yield the rows of an edits file, those of a record together."""
    for (ordinal, name), members in groupby(rows, key=lambda row: (row["record"], row["id"])):
        yield Group(ordinal, name, [edit_of(row) for row in members])


def undone_lines(
    lines: Iterable[RawLine], groups: Iterable[Group], rejects: Iterable[dict[str, Any]], keys: Keys
) -> Iterator[bytes]:
    """Yield the input's bytes, a line at a time with its line end.

    `lines` are the stage's output in its order, `groups` its ledger, `rejects` the lines that were set aside.  Holds
    one record.  Raises LedgerMismatch where ledger and lines do not belong together.
    """
    waiting = iter(groups)
    aside = iter(rejects)
    group = next(waiting, None)
    ordinal = 0
    for raw in lines:
        if not raw.line:
            continue
        ordinal += 1
        while group and group.ordinal == ordinal and not _is_written(group):
            ordinal += _is_aside(group) or is_removed(group)
            yield _no_record(group, aside)
            group = next(waiting, None)
        record = decode(raw.line, raw.source, raw.number, keys)
        if group and group.ordinal == ordinal:
            yield _given(record, group, keys)
            group = next(waiting, None)
        else:
            yield record.line + b"\n"
    while group:
        if _is_written(group):
            raise _mismatch(group, "the file ends before it")
        yield _no_record(group, aside)
        group = next(waiting, None)


def undone_inline(lines: Iterable[RawLine], keys: Keys) -> Iterator[bytes]:
    """Yield the input's lines from records that carry their edits in the field `edits`."""
    for raw in lines:
        if not raw.line:
            continue
        span = span_of(raw.line, "edits")
        if span is None:
            raise LedgerMismatch(
                "the record has no field 'edits'",
                where=f"{raw.source}:{raw.number}",
                remedy="Give the edits file with --edits FILE.",
            )
        edits = [Edit(**row) for row in orjson.loads(raw.line[span.start : span.end])]
        line = raw.line[: span.start - len(b',"edits":')] + raw.line[span.end :]
        record = decode(line, raw.source, raw.number, keys)
        yield _given(record, Group(0, record.id, edits), keys)


def _given(record: Record, group: Group, keys: Keys) -> bytes:
    """Return the bytes that a record's line was, with what stood around it."""
    if group.id != record.id:
        raise _mismatch(group, f"here stands {record.id!r}")
    text_edits = [edit for edit in group.edits if not edit.rule.startswith(WIRE)]
    wire = [edit for edit in group.edits if edit.rule.startswith(WIRE)]
    fields = [edit for edit in wire if edit.rule not in (f"{WIRE}before", f"{WIRE}end")]
    line = record.line
    if text_edits or fields:
        line = restored(record.with_text(undo(record.text, text_edits)), fields, keys)
    end = b"" if any(edit.rule == f"{WIRE}end" for edit in wire) else b"\n"
    return _before(wire) + line + end


def _before(edits: Iterable[Edit]) -> bytes:
    return "".join(edit.before for edit in edits if edit.rule == f"{WIRE}before").encode("utf-8")


def _is_written(group: Group) -> bool:
    """Tell whether the group's record stands in the output."""
    return bool(group.id) and not is_removed(group)


def is_removed(group: Group) -> bool:
    """Tell whether the stage removed the group's record whole."""
    return any(edit.rule == f"{WIRE}removed" for edit in group.edits)


def _is_aside(group: Group) -> bool:
    return any(edit.rule == f"{WIRE}rejected" for edit in group.edits)


def _no_record(group: Group, rejects: Iterator[dict[str, Any]]) -> bytes:
    """Return the bytes of a line that was set aside or removed, or of what stood behind the last record of a file."""
    end = b"" if any(edit.rule == f"{WIRE}end" for edit in group.edits) else b"\n"
    for edit in group.edits:
        if edit.rule == f"{WIRE}removed":
            return _before(group.edits) + edit.before.encode("utf-8") + end
    if not _is_aside(group):
        return _before(group.edits)
    row = next(rejects, None)
    if row is None:
        raise LedgerMismatch(
            f"record {group.ordinal} of the input was set aside",
            remedy="Give the file that it was written to with --rejects FILE.",
        )
    return _before(group.edits) + rejected_bytes(row) + end


def _mismatch(group: Group, what: str) -> LedgerMismatch:
    return LedgerMismatch(
        f"the edits expect record {group.ordinal} to be {group.id!r}, but {what}",
        remedy="Use the edits file that was written with these records, and records in the order they were written.",
    )

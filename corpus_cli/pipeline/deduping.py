"""The dedupe stage over lines: it needs all records before it can write the first one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import orjson

from corpus_cli.dedupe import Deduped, DedupeOptions, dedupe
from corpus_cli.ingest import find_inputs
from corpus_cli.ledger import Edit
from corpus_cli.pipeline.books import Books
from corpus_cli.pipeline.chunks import Chunk, Failure, decoded
from corpus_cli.pipeline.flow import Flow
from corpus_cli.pipeline.output import Output, opened
from corpus_cli.pipeline.progress import Progress
from corpus_cli.pipeline.sources import source_lines, total_bytes
from corpus_cli.pipeline.stream import STOP, Made, Rejecting, set_aside
from corpus_cli.record import Record
from corpus_cli.wire.ledger_rows import WIRE, edit_row, field_edits, frame_edits
from corpus_cli.wire.lines import RawLine
from corpus_cli.wire.records import Keys, decode, encode
from corpus_cli.wire.rows import row_line, row_lines
from corpus_cli.wire.spans import remapped

PROGRESS_STEP = 1 << 20


@dataclass(frozen=True, slots=True)
class Sidecars:
    """Name the files of evidence; "" for none."""

    removed: str = ""
    edits: str = ""
    near_misses: str = ""
    boilerplate: str = ""


class Taken(NamedTuple):
    """Hold one line of the input with its ordinal and what it is: a record, a failure, or no record."""

    ordinal: int
    raw: RawLine
    item: Record | Failure | None


def dedupe_files(
    flow: Flow, options: DedupeOptions, sidecars: Sidecars | None = None, against: Sequence[str] = ()
) -> Books:
    """Write the inputs' records without near-duplicates and return the books.

    `against` names files whose texts are removed from the inputs.  Holds the texts of all records.
    """
    sidecars = sidecars or Sidecars()
    inputs = find_inputs(flow.inputs)
    names = {
        "main": flow.output,
        "rejects": flow.rejects,
        "removed": sidecars.removed,
        "cuts": sidecars.edits,
        "near-misses": sidecars.near_misses,
        "boilerplate": sidecars.boilerplate,
        "stats": flow.stats,
    }
    books = Books("dedupe")
    with opened(names) as output, flow.bar("dedupe", total_bytes(inputs)) as progress:
        reference = (
            decode(raw.line, raw.source, raw.number, flow.keys)
            for raw in (source_lines(find_inputs(against), flow.encoding) if against else ())
            if raw.line
        )
        dedupe_into(
            output,
            _limited(source_lines(inputs, flow.encoding), flow.limit),
            options,
            flow.keys,
            books,
            against=reference,
            rejecting=Rejecting(bool(flow.rejects), flow.max_errors),
            progress=progress,
        )
        output.write("stats", orjson.dumps(books.as_dict(), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    return books


def dedupe_into(
    output: Output,
    lines: Iterable[RawLine],
    options: DedupeOptions,
    keys: Keys,
    books: Books,
    *,
    against: Iterable[Record] = (),
    spans: Sequence[str] = (),
    faults: Mapping[str, int] | None = None,
    rejecting: Rejecting = STOP,
    progress: Progress | None = None,
) -> None:
    """Write records ("main"), removed units, the ledger ("cuts") and the evidence to the output's streams.

    `books` is filled and checked.  Raises BadRecord at the first line that is no record unless lines are set aside.
    """
    taken = list(_taken(lines, keys, progress))
    failures = [item.item for item in taken if isinstance(item.item, Failure)]
    if failures:
        set_aside(Made(Books("dedupe"), {}, failures), output, books, rejecting)
    records = [item.item for item in taken if isinstance(item.item, Record)]
    outcome = dedupe(records, options, against, faults)
    results = iter(outcome.records)
    for ordinal, raw, item in taken:
        if isinstance(item, Record):
            kept, edits = next(results)
            _write(output, raw, ordinal, item, kept, edits, keys, spans, books)
        else:
            rejected = [Edit(f"{WIRE}rejected", 0, 0, "", "")] if item else []
            _write_edits(output, "", ordinal, [*frame_edits(raw), *rejected])
    for name, rows in (
        ("removed", outcome.removed),
        ("near-misses", outcome.near_misses),
        ("boilerplate", outcome.boilerplate),
    ):
        output.write(name, row_lines(rows))
    _close_books(books, outcome, len(records), len(failures))


def _taken(lines: Iterable[RawLine], keys: Keys, progress: Progress | None) -> Iterator[Taken]:
    """Yield the lines decoded, and tell the progress a megabyte at a time."""
    size = 0
    ordinal = 1
    for raw in lines:
        for number, _, item in decoded(Chunk(ordinal, (raw,)), keys):
            yield Taken(number, raw, item)
        ordinal += bool(raw.line)
        size += len(raw.line) + 1
        if progress and size >= PROGRESS_STEP:
            progress(size)
            size = 0


def _limited(lines: Iterable[RawLine], limit: int) -> Iterator[RawLine]:
    count = 0
    for raw in lines:
        if limit and count >= limit:
            return
        yield raw
        count += bool(raw.line)


def _write(
    output: Output,
    raw: RawLine,
    ordinal: int,
    given: Record,
    kept: Record | None,
    edits: Sequence[Edit],
    keys: Keys,
    spans: Sequence[str],
    books: Books,
) -> None:
    """Write one record, or note that all of it was removed."""
    books.characters_read += len(given.text)
    if kept is None:
        gone = [*edits, Edit(f"{WIRE}removed", 0, 0, raw.line.decode("utf-8"), ""), *frame_edits(raw)]
        _write_edits(output, given.id, ordinal, gone)
        return
    line = encode(kept, keys)
    if edits and spans:
        line = remapped(line, kept, spans, edits)
    output.write("main", line + b"\n")
    books.written += 1
    books.changed += bool(edits)
    books.characters_written += len(kept.text)
    added = [name for name, _ in kept.added]
    _write_edits(
        output, given.id, ordinal, [*edits, *frame_edits(raw), *field_edits(kept, line, keys, (*spans, *added))]
    )


def _write_edits(output: Output, name: str, ordinal: int, edits: Iterable[Edit]) -> None:
    if output.wants("cuts"):
        output.write("cuts", b"".join(row_line(edit_row(name, ordinal, edit)) for edit in edits))


def _close_books(books: Books, outcome: Deduped, records: int, failures: int) -> None:
    """Count the outcome and check that nothing was lost."""
    books.rejected += failures
    books.read += records + failures
    books.removed += records - books.written
    counts: dict[str, Any] = dict(outcome.counts)
    books.tally("clusters", {str(size): int(count) for size, count in counts.pop("clusters", {}).items()})
    books.notes["search"] = str(counts.pop("search", ""))
    books.tally("units", {"read": counts.pop("units"), **{name: int(value) for name, value in counts.items()}})
    books.check()

"""The dedupe stage over lines: it needs all records before it can write the first one."""

from __future__ import annotations

from array import array
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import xxhash

from corpus_cli.dedupe import Deduped, DedupeOptions, dedupe, extend_index, read_index, rethreshold
from corpus_cli.errors import BadRecord
from corpus_cli.ingest import find_inputs
from corpus_cli.ledger import Edit
from corpus_cli.pipeline.aside import STOP, Rejecting, set_aside
from corpus_cli.pipeline.books import Books, stats_line
from corpus_cli.pipeline.chunks import Failure, limited
from corpus_cli.pipeline.deciding import NO_DECISIONS, Decisions
from corpus_cli.pipeline.ends import Flow
from corpus_cli.pipeline.output import Output, opened
from corpus_cli.pipeline.progress import Bar, Progress, no_bar
from corpus_cli.pipeline.sources import source_lines, total_bytes
from corpus_cli.record import Record
from corpus_cli.wire.ledger_rows import WIRE, edit_row, field_edits, frame_edits
from corpus_cli.wire.lines import RawLine
from corpus_cli.wire.packed import PackedRecords
from corpus_cli.wire.records import PLAIN_KEYS, Keys, decode, encode, refuse_taken
from corpus_cli.wire.rows import row_line, row_lines
from corpus_cli.wire.spans import remapped, span_fields

PROGRESS_STEP = 1 << 20
ANNOTATED = ("dup_of", "dup_score", "dup_method", "dup_cluster")


@dataclass(frozen=True, slots=True)
class Sidecars:
    """Name the files of evidence; "" for none."""

    removed: str = ""
    edits: str = ""
    near_misses: str = ""
    boilerplate: str = ""
    shared: str = ""


class Aside(NamedTuple):
    """Hold a line that is no record: its ordinal, how many records stand before it, and why it is none."""

    ordinal: int
    before: int
    raw: RawLine
    failure: Failure | None


@dataclass(frozen=True, slots=True)
class Rules:
    """Say how records are compared, how they are read, and what a person decided on earlier removals.

    `index` is the folder of an index that grows over runs ("" for none).  With `rethreshold` the records carry the
    fields of an annotate run, and copies below the threshold are taken back without a search.
    """

    options: DedupeOptions
    index: str = ""
    rethreshold: bool = False
    keys: Keys = PLAIN_KEYS
    spans: tuple[str, ...] = ()
    decisions: Decisions = NO_DECISIONS


def dedupe_files(flow: Flow, rules: Rules, sidecars: Sidecars | None = None, against: Sequence[str] = ()) -> Books:
    """Write the inputs' records without near-duplicates and return the books.

    `against` names files whose texts are removed from the inputs.  Holds the lines of all records and
    the folded views of their texts, both as bytes.
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
        "shared": sidecars.shared,
        "stats": flow.stats,
    }
    books = Books("dedupe")
    with opened(names, [item.path for item in (*inputs, *(find_inputs(against) if against else ()))]) as output:
        dedupe_into(
            output,
            limited(source_lines(inputs, flow.encoding), flow.limit),
            rules,
            books,
            against=list(_reference(against, flow)),
            rejecting=Rejecting(bool(flow.rejects), flow.max_errors),
            bar=flow.bar,
            total=total_bytes(inputs),
        )
        output.write("stats", stats_line(books))
    return books


def _reference(names: Sequence[str], flow: Flow) -> Iterator[Record]:
    """Yield the records of reference files; they have no rejects, a bad line stops the run."""
    for raw in source_lines(find_inputs(names), flow.encoding) if names else ():
        if raw.line:
            yield decode(raw.line, raw.source, raw.number, flow.keys)


def dedupe_into(
    output: Output,
    lines: Iterable[RawLine],
    rules: Rules,
    books: Books,
    *,
    against: Sequence[Record] = (),
    rejecting: Rejecting = STOP,
    bar: Bar = no_bar,
    total: int | None = None,
) -> None:
    """Write records ("main"), removed units, the ledger ("cuts") and the evidence to the output's streams.

    `books` is filled and checked.  Raises BadRecord at the first line that is no record unless lines are set aside.
    """
    with bar("dedupe: reading", total) as progress:
        records, asides = _packed(lines, rules.keys, progress)
    failures = [aside.failure for aside in asides if aside.failure]
    if failures:
        set_aside(failures, output, books, rejecting)
    with bar("dedupe: comparing", None):
        outcome = _compared(records, rules, against)
    _write_all(output, records, asides, outcome, rules, books)
    evidence = {
        "removed": outcome.removed,
        "near-misses": outcome.near_misses,
        "boilerplate": outcome.boilerplate,
        "shared": outcome.passages,
    }
    for name, rows in evidence.items():
        # Rows are made when they are read: an alignment each.
        if output.wants(name):
            output.write(name, row_lines(rows))
    _close_books(books, outcome, len(records), len(failures))
    if rules.index:
        extend_index(rules.index, rules.options.unit, outcome.staying)


def _compared(records: Sequence[Record], rules: Rules, against: Sequence[Record]) -> Deduped:
    if rules.rethreshold:
        return rethreshold(records, rules.options)
    if rules.options.mode == "annotate":
        names = ANNOTATED if rules.options.unit == "record" else ("duplicates",)
        for record in records:
            refuse_taken(record, names, "Rename it; for records that were annotated before use --rethreshold.")
    indexed = read_index(rules.index, rules.options.unit) if rules.index else ()
    return dedupe(records, rules.options, against, indexed=indexed, wishes=rules.decisions.held())


def _packed(lines: Iterable[RawLine], keys: Keys, progress: Progress) -> tuple[PackedRecords, list[Aside]]:
    """Return the records of the lines, packed, and the lines that hold none; tell the progress a megabyte at a time."""
    records, asides = PackedRecords(keys), list[Aside]()
    size = 0
    ordinal = 1
    for raw in lines:
        try:
            if raw.line:
                records.append(raw, decode(raw.line, raw.source, raw.number, keys))
            else:
                asides.append(Aside(ordinal, len(records), raw, None))
        except BadRecord as error:
            asides.append(Aside(ordinal, len(records), raw, Failure(ordinal, raw, error)))
        ordinal += bool(raw.line)
        size += len(raw.line) + 1
        if size >= PROGRESS_STEP:
            progress(size)
            size = 0
    return records, asides


def _write_all(
    output: Output, records: PackedRecords, asides: Sequence[Aside], outcome: Deduped, rules: Rules, books: Books
) -> None:
    """Write the records that are left, and in their places in the ledger the lines that were none."""
    waiting = deque(asides)
    ids = array("Q")
    failed = 0
    for number, (given, result) in enumerate(zip(records, outcome.records, strict=True)):
        while waiting and waiting[0].before == number:
            failed += _write_aside(output, waiting.popleft())
        ids.append(xxhash.xxh3_64_intdigest(given.id.encode("utf-8", "surrogatepass")))
        _write(output, (number + failed + 1, records, number), given, result, rules, books)
    for aside in waiting:
        _write_aside(output, aside)
    books.tally("ids", {"repeated": len(ids) - len(np.unique(ids))})


def _write_aside(output: Output, aside: Aside) -> bool:
    """Note a line that is no record, and say whether it was to be one."""
    rejected = [Edit(f"{WIRE}rejected", 0, 0, "", "")] if aside.failure else []
    _write_edits(output, "", aside.ordinal, [*frame_edits(aside.raw), *rejected])
    return aside.failure is not None


def _write(
    output: Output,
    place: tuple[int, PackedRecords, int],
    given: Record,
    result: tuple[Record | None, tuple[Edit, ...]],
    rules: Rules,
    books: Books,
) -> None:
    """Write one record, or note that all of it was removed."""
    (ordinal, records, number), (kept, edits) = place, result
    books.characters_read += len(given.text)
    if kept is None:
        raw = records.raw(number)
        gone = [*edits, Edit(f"{WIRE}removed", 0, 0, raw.line.decode("utf-8"), ""), *frame_edits(raw)]
        _write_edits(output, given.id, ordinal, gone)
        return
    line = encode(kept, rules.keys)
    spans = span_fields(given, rules.spans)
    if edits and spans:
        line = remapped(line, given, spans, edits)
    output.write("main", line + b"\n")
    books.written += 1
    books.changed += bool(edits)
    books.characters_written += len(kept.text)
    if output.wants("cuts"):
        fields = (*spans, *(name for name, _ in kept.added))
        wired = (*frame_edits(records.raw(number)), *field_edits(kept, line, rules.keys, fields))
        _write_edits(output, given.id, ordinal, [*edits, *wired])


def _write_edits(output: Output, name: str, ordinal: int, edits: Iterable[Edit]) -> None:
    if output.wants("cuts"):
        output.write("cuts", b"".join(row_line(edit_row(name, ordinal, edit)) for edit in edits))


def _close_books(books: Books, outcome: Deduped, records: int, failures: int) -> None:
    """Count the outcome and check that nothing was lost."""
    books.rejected += failures
    books.read += records + failures
    books.removed += records - books.written
    books.tally("decisions", Counter(map(str, outcome.heeded)))
    counts: dict[str, Any] = dict(outcome.counts)
    books.tally("clusters", {str(size): int(count) for size, count in counts.pop("clusters", {}).items()})
    books.notes["search"] = str(counts.pop("search", ""))
    books.tally("units", {"read": counts.pop("units"), **{name: int(value) for name, value in counts.items()}})
    books.check()

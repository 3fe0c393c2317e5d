"""One call for one stage over files: inputs in, outputs whole or not at all, the books back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from rapidfuzz import process

from corpus_cli.clean import cleaner
from corpus_cli.errors import BadRecord
from corpus_cli.ingest import find_inputs
from corpus_cli.pipeline.aside import Rejecting
from corpus_cli.pipeline.books import Books, stats_line
from corpus_cli.pipeline.chunks import chunked, limited
from corpus_cli.pipeline.cleaning import CleanSetup
from corpus_cli.pipeline.ends import Flow
from corpus_cli.pipeline.output import Output, opened
from corpus_cli.pipeline.passing import pass_chunk
from corpus_cli.pipeline.sources import source_lines, total_bytes
from corpus_cli.pipeline.splitting import SplitSetup
from corpus_cli.pipeline.stream import Made, Stage, run_stage
from corpus_cli.pipeline.undoing import ledger_groups, undone_inline, undone_lines
from corpus_cli.split import People
from corpus_cli.split.roster import PERSON_KEYS, merged
from corpus_cli.wire.rows import read_rows, row_lines
from corpus_cli.wire.streams import STANDARD


def ingest_files(flow: Flow) -> Books:
    """Write the records of all inputs as JSONL and return the books; JSONL goes through as it is."""
    return _streamed(flow, Books("ingest"), partial(pass_chunk, keys=flow.keys), {})


def clean_files(flow: Flow, setup: CleanSetup | None = None, edits: str = "") -> Books:
    """Write the inputs' records cleaned and return the books; `edits` names the file for the ledger."""
    setup = setup or CleanSetup(cleaner(), flow.keys)
    if edits:
        setup = replace(setup, edits="inline" if edits == "inline" else "file")
    return _streamed(flow, Books("clean"), setup, {"edits": "" if edits == "inline" else edits})


def split_files(flow: Flow, setup: SplitSetup | None = None, people_out: str = "") -> Books:
    """Write the blocks of the inputs' documents and return the books; `people_out` names a file for the speakers."""
    found: list[People] = []
    return _streamed(
        flow,
        Books("split"),
        setup or SplitSetup(keys=flow.keys),
        {"people": people_out},
        each=lambda made: found.append(made.people or People()),
        last=lambda output: output.write("people", row_lines(merged(found).rows())),
    )


def read_people(name: str) -> People:
    """Return the persons of a JSONL file with the keys name, role, org, place, variants (all but name may miss).

    Keys that it has no use for are passed over.  Raises BadRecord at a line that is no such row, and at a key that is
    nearly one of these.
    """
    rows = list(read_rows(name))
    for number, row in enumerate(rows, 1):
        where = f"{name}, row {number}"
        if not isinstance(row.get("name"), str):
            raise BadRecord("the row has no name", where=where, remedy='Write {"name": "…"}.')
        if not isinstance(row.get("variants") or [], (list, str)):
            raise BadRecord("the variants are no list", where=where, remedy='Write "variants": ["…", "…"].')
        turns = row.get("turns") or 0
        if type(turns) is not int or turns < 0:
            raise BadRecord("the turns are no whole number", where=where, remedy="Leave them out.")
        for key in row.keys() - set(PERSON_KEYS):
            if near := process.extractOne(key, PERSON_KEYS, score_cutoff=75):
                raise BadRecord(f"there is no key {key!r}", where=where, remedy=f"Did you mean {near[0]!r}?")
    return People.from_rows(rows)


def undo_file(flow: Flow, edits: str) -> int:
    """Write the bytes that a stage was given, from what it wrote and its ledger, and return the number of lines.

    `flow.inputs` names the stage's output, `edits` its ledger ("inline": in the records), `flow.rejects` the lines it
    set aside.
    """
    count = 0
    lines = source_lines([item._replace(kind="jsonl") for item in find_inputs(flow.inputs)])
    rejects = read_rows(flow.rejects) if flow.rejects else iter(())
    if edits == "inline":
        made = undone_inline(lines, flow.keys)
    else:
        made = undone_lines(lines, ledger_groups(read_rows(edits)), rejects, flow.keys)
    with opened({"main": flow.output}, (*flow.inputs, edits, flow.rejects or STANDARD)) as output:
        for line in made:
            output.write("main", line)
            count += 1
    return count


def _streamed(
    flow: Flow,
    books: Books,
    stage: Stage,
    files: dict[str, str],
    *,
    each: Callable[[Made], None] | None = None,
    last: Callable[[Output], None] | None = None,
) -> Books:
    """Run a streaming stage over a flow; `each` sees what is made of a chunk, `last` writes what comes at the end."""
    inputs = find_inputs(flow.inputs)
    names = {"main": flow.output, "rejects": flow.rejects, "stats": flow.stats, **files}
    read = [item.path for item in inputs]
    with opened(names, read) as output, flow.bar(books.stage, total_bytes(inputs)) as progress:
        chunks = chunked(limited(source_lines(inputs, flow.encoding), flow.limit))
        rejecting = Rejecting(bool(flow.rejects), flow.max_errors)
        for made in run_stage(
            stage, chunks, output, books, workers=flow.workers, rejecting=rejecting, progress=progress
        ):
            if each:
                each(made)
        if last:
            last(output)
        output.write("stats", stats_line(books))
    return books

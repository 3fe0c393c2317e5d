"""All inputs as one stream of raw lines: JSONL as it is, other files made into records on the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from corpus_cli.ingest import Input, document_row, find_inputs, read_document
from corpus_cli.wire.lines import RawLine, raw_lines
from corpus_cli.wire.records import fields_of
from corpus_cli.wire.rows import row_line
from corpus_cli.wire.streams import reading


def source_lines(inputs: Sequence[Input], encoding: str = "") -> Iterator[RawLine]:
    """Yield the lines of all inputs in order; a file that is no JSONL becomes one line that holds its document.

    Streams JSONL; holds one document of the other kinds at a time.
    """
    for item in inputs:
        if item.kind == "jsonl":
            with reading(item.path) as stream:
                yield from raw_lines(stream, item.name)
        else:
            row = document_row(item, read_document(item, encoding))
            yield RawLine(item.name, 1, row_line(row)[:-1])


def source_rows(given: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield the records of inputs as plain values, for commands that only look at them.

    Raises BadRecord at a line that is no JSON object.
    """
    for raw in source_lines(find_inputs(given)):
        if raw.line:
            yield fields_of(raw.line, f"{raw.source}:{raw.number}")


def total_bytes(inputs: Sequence[Input]) -> int | None:
    """Return the size of all inputs for a progress bar, None where it is unknown (pipes, packed files)."""
    if any(item.path == "-" or item.path.endswith((".gz", ".zst")) for item in inputs):
        return None
    return sum(Path(item.path).stat().st_size for item in inputs)

"""Rows of ours (edits, removed units, blocks, rejects) as lines of JSONL, all keys present in every row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import orjson

from corpus_cli.errors import BadInput
from corpus_cli.wire.lines import raw_lines
from corpus_cli.wire.records import fields_of
from corpus_cli.wire.streams import reading


def row_line(row: Mapping[str, Any]) -> bytes:
    """Return a row as one line with its `\\n`."""
    return orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE)


def row_lines(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Return rows as lines."""
    return b"".join(row_line(row) for row in rows)


def read_rows(name: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a JSONL file of ours.

    Raises BadInput where the file cannot be read and BadRecord at a line that is no JSON object.
    """
    with reading(name) as stream:
        for raw in raw_lines(stream, name):
            if raw.line:
                yield fields_of(raw.line, f"{name}:{raw.number}")


def read_object(name: str) -> dict[str, Any]:
    """Return the one JSON object that a file holds."""
    with reading(name) as stream:
        try:
            value = orjson.loads(stream.read())
        except orjson.JSONDecodeError as error:
            raise BadInput(f"it is not JSON ({error})", where=name) from error
    if not isinstance(value, dict):
        raise BadInput("it is JSON but no object", where=name)
    return value

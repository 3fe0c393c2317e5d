"""Edits on the wire: the rows of `--edits`, and what a line needs besides them to become the line that came.

A rule named `wire:FIELD` says that the value of a field was rewritten; `before` and `after` are JSON as it stood,
empty where the field was absent.  `wire:before` holds what stood before a line (byte-order mark, blank lines),
`wire:end` a missing last line end, `wire:rejected` a line that was set aside.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import orjson

from corpus_cli.ledger import Edit
from corpus_cli.record import Record
from corpus_cli.wire.lines import RawLine
from corpus_cli.wire.members import splice
from corpus_cli.wire.records import Keys, put, span_of

WIRE = "wire:"
ESCAPED = "\\u"


def edit_row(name: str, ordinal: int, edit: Edit) -> dict[str, Any]:
    """Return one row of an edits file; `record` counts the records of the stage's input from 1."""
    return {"id": name, "record": ordinal, **edit._asdict()}


def edit_of(row: dict[str, Any]) -> Edit:
    """Return the edit that a row holds."""
    return Edit(row["rule"], row["start"], row["end"], row["before"], row["after"])


def frame_edits(raw: RawLine) -> Iterator[Edit]:
    """Yield what stood around a line and is no record."""
    if raw.prefix:
        yield Edit(f"{WIRE}before", 0, 0, raw.prefix.decode("utf-8"), "")
    if raw.line and not raw.ended:
        yield Edit(f"{WIRE}end", 0, 0, "", "\n")


def field_edits(record: Record, line: bytes, keys: Keys, fields: Iterable[str]) -> Iterator[Edit]:
    """Yield what a line's fields were before `line`, besides the text's own edits."""
    if record.text != record.given:
        style = _text_style(record, keys)
        if style:
            yield Edit(f"{WIRE}{keys.text}", 0, 0, style, "")
    for key in (*(() if record.named else (keys.id,)), *fields):
        before, after = _raw_value(record.line, key), _raw_value(line, key)
        if before != after:
            yield Edit(f"{WIRE}{key}", 0, 0, before, after)


def _text_style(record: Record, keys: Keys) -> str:
    """Return "" where the plain encoder gives the text's JSON back, ESCAPED where an ASCII one does, else the JSON."""
    raw = _raw_value(record.line, keys.text)
    if raw.encode() == orjson.dumps(record.given):
        return ""
    return ESCAPED if raw == json.dumps(record.given) else raw


def _raw_value(line: bytes, key: str) -> str:
    span = span_of(line, key)
    return "" if span is None else line[span.start : span.end].decode("utf-8")


def restored(record: Record, edits: Iterable[Edit], keys: Keys) -> bytes:
    """Return the line as it came, given the record with its text as it was and the record's wire edits."""
    line, value = record.line, orjson.dumps(record.text)
    for edit in edits:
        key = edit.rule[len(WIRE) :]
        if key == keys.text:
            value = json.dumps(record.text).encode() if edit.before == ESCAPED else edit.before.encode()
        elif edit.before:
            line = put(line, key, edit.before.encode())
        else:
            line = _without(line, key, edit.after.encode())
    return line if record.text == record.given else put(line, keys.text, value)


def _without(line: bytes, key: str, value: bytes) -> bytes:
    """Return the line less the member that `append_member` added."""
    span = span_of(line, key)
    if span is None:
        return line
    added = b"," + orjson.dumps(key) + b":" + value
    return splice(line, span._replace(start=span.end - len(added)), b"")

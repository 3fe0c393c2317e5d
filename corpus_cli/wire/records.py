"""From a line of JSONL to a record and back, touching only what a stage changed."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from corpus_cli.errors import BadRecord
from corpus_cli.record import Record
from corpus_cli.wire.members import (
    Span,
    append_member,
    append_members,
    append_object,
    may_hold,
    may_hold_any,
    member_span,
    splice,
)


@dataclass(frozen=True, slots=True)
class Keys:
    """Name the fields that hold text and id; dots lead into nested objects."""

    text: str = "text"
    id: str = "id"


PLAIN_KEYS = Keys()


def value_of(fields: dict[str, Any], name: str) -> Any:
    """Return the value of a field, or None where there is none; a dotted name leads inwards unless a field has it."""
    if name in fields:
        return fields[name]
    value: Any = fields
    for key in name.split("."):
        if not isinstance(value, dict) or key not in value:
            return None
        value = value[key]
    return value


def decode(line: bytes, source: str, number: int, keys: Keys) -> Record:
    """Return the record that a line holds.

    An absent id is made from source and line number; an id that is a number, or holds neither a letter nor `#`,
    gets a `#` in front (table readers would turn it into a number).  Raises BadRecord with file, line and remedy.
    """
    where = f"{source}:{number}"
    fields = fields_of(line, where)
    text = value_of(fields, keys.text)
    if not isinstance(text, str):
        raise BadRecord(_text_trouble(text, keys.text), where=where, remedy=_text_remedy(text, fields))
    given = value_of(fields, keys.id)
    if isinstance(given, float):
        given = digits_of(line, keys.id)
    name = _identity(given, source, number, where)
    return Record(name, text, line, text, source, number, named=name == given)


def fields_of(line: bytes, where: str) -> dict[str, Any]:
    """Return the object that a line holds; raises BadRecord where it holds none."""
    try:
        fields = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        fields = _patiently(line, where, error)
    if not isinstance(fields, dict):
        raise BadRecord(
            f"the line is JSON but no object ({_kind(fields)})",
            where=where,
            remedy='Each line must be an object such as {"id": "a#1", "text": "…"}.',
        )
    return fields


def _patiently(line: bytes, where: str, error: orjson.JSONDecodeError) -> Any:
    """Return what a more patient parser reads: numbers beyond the range of floats, deep nesting."""
    try:
        if "surrogate" not in str(error):
            return json.loads(line.decode("utf-8"), parse_constant=_refused)
    except (ValueError, RecursionError):
        pass
    raise _not_json(line, where, error) from error


def _refused(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


_LONE_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")


def _not_json(line: bytes, where: str, error: orjson.JSONDecodeError) -> BadRecord:
    """Return the error that says why a line is no JSON: bad UTF-8, half a surrogate pair, or plain syntax."""
    try:
        line.decode("utf-8")
    except UnicodeDecodeError as bad:
        what = f"byte 0x{line[bad.start]:02x} at byte {bad.start + 1} of the line is no UTF-8"
        return BadRecord(what, where=where, remedy="Convert the file to UTF-8 (iconv).")
    if _LONE_SURROGATE.search(line) and "surrogate" in str(error):
        what = f"a \\u escape is half a surrogate pair, which is no character ({error})"
        return BadRecord(what, where=where, remedy="Write the whole pair or U+FFFD.")
    what = f"the line is not JSON ({error})"
    return BadRecord(what, where=where, remedy="Mend the line.")


def _text_trouble(text: object, key: str) -> str:
    if text is None:
        return f"the record has no text in field {key!r}"
    return f"field {key!r} holds {_kind(text)} where a text (string) is expected"


def _text_remedy(text: object, fields: dict[str, Any]) -> str:
    names = ", ".join(name for name, value in fields.items() if isinstance(value, str)) or "none"
    mend = "Name the field" if text is None else "Mend the line, name another field"
    return f"{mend} with --text-key (text fields here: {names})."


def _kind(value: object) -> str:
    return _KINDS.get(type(value), type(value).__name__)


_KINDS = {
    type(None): "null",
    bool: "true or false",
    str: "a string",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
}


def _identity(given: object, source: str, number: int, where: str) -> str:
    if given is None or given == "":
        return f"{source}#{number}"
    if isinstance(given, bool) or not isinstance(given, (str, int)):
        raise BadRecord(
            f"the id is {_kind(given)}", where=where, remedy="Give it as a string, or name another field with --id-key."
        )
    name = str(given)
    return name if any(sign.isalpha() or sign == "#" for sign in name) else f"#{name}"


def encode(record: Record, keys: Keys) -> bytes:
    """Return the record as a line (no line end); what no stage changed is the bytes that came."""
    line = record.line
    if not line:
        return orjson.dumps({keys.id: record.id, keys.text: record.text, **dict(record.added)})
    if record.text != record.given:
        line = put(line, keys.text, orjson.dumps(record.text))
    if not record.named:
        line = put(line, keys.id, orjson.dumps(record.id))
    if record.added and not may_hold_any(line, tuple([name for name, _ in record.added])):
        return append_object(line, orjson.dumps(dict(record.added)))
    return put_fields(line, [(name, orjson.dumps(value)) for name, value in record.added])


def put_fields(line: bytes, fields: Sequence[tuple[str, bytes]]) -> bytes:
    """Return the line with all fields put, the new ones in one go at its end."""
    new = [field for field in fields if not may_hold(line, field[0])]
    for name, value in fields if len(new) < len(fields) else ():
        if (name, value) not in new:
            line = put(line, name, value)
    return append_members(line, new) if new else line


def put(line: bytes, key: str, value: bytes) -> bytes:
    """Return the line with `value` (JSON) at `key`, replaced where it stands, else added at the end."""
    span = span_of(line, key)
    return append_member(line, key, value) if span is None else splice(line, span, value)


def digits_of(line: bytes, key: str) -> str:
    """Return a number as it is written."""
    span = span_of(line, key)
    return line[span.start : span.end].decode("ascii") if span else ""


def span_of(line: bytes, key: str) -> Span | None:
    """Return the byte span of the value of a field, dotted or not, or None where the line lacks it."""
    return member_span(line, [key]) or member_span(line, key.split("."))


def refuse_taken(record: Record, names: Sequence[str], remedy: str) -> None:
    """Raise BadRecord where a record has a field of its own with a name that a stage is about to write."""
    if not record.line or not may_hold_any(record.line, tuple(names)):
        return
    for name in names:
        if member_span(record.line, [name]):
            raise BadRecord(
                f"the record has a field {name!r} of its own", where=f"{record.source}:{record.number}", remedy=remedy
            )

"""Find and replace the values of a JSON object in the bytes it was read from.

The rest of the line is never parsed into objects and written again, so big integers, `1.10` and odd spacing
survive.  The scanner walks over tokens of a line that a JSON parser has accepted already (RFC 8259).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from os.path import commonprefix
from typing import NamedTuple

import orjson

_TOKEN = re.compile(rb'"(?:[^"\\]+|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)
_OPEN, _CLOSE = frozenset(b"{["), frozenset(b"}]")


class Span(NamedTuple):
    """Hold byte offsets into a line, `end` exclusive."""

    start: int
    end: int


def member_span(line: bytes, path: Sequence[str]) -> Span | None:
    """Return the byte span of the value at `path` (keys from the outside in), or None where there is none.

    Of a key that stands twice the last one counts, as JSON parsers have it.

    >>> member_span(b'{"meta": {"body": "x"}, "n": 1.10}', ["meta", "body"])
    Span(start=18, end=21)
    """
    if not may_hold(line, path[0]):
        return None
    span = Span(0, len(line))
    for key in path:
        found = _child(line, span, key)
        if found is None:
            return None
        span = found
    return span


def _child(line: bytes, parent: Span, key: str) -> Span | None:
    found = None
    for name, value in _members(line, parent):
        if orjson.loads(line[name.start : name.end]) == key:
            found = value
    return found


def _members(line: bytes, parent: Span) -> list[tuple[Span, Span]]:
    """Return the spans of names and values of the object that stands in `parent`."""
    members: list[tuple[Span, Span]] = []
    depth = 0
    name: Span | None = None
    start = -1
    token_end = parent.start
    for token in _TOKEN.finditer(line, parent.start, parent.end):
        sign = line[token.start()]
        if sign in _CLOSE:
            depth -= 1
        if depth == 1 and sign == 0x22 and name is None:
            name = Span(*token.span())
        elif (depth == 1 and sign == 0x2C) or depth == 0:
            if name is not None and start >= 0:
                members.append((name, Span(start, token_end)))
            name, start = None, -1
        elif name is not None and start < 0 and not (sign == 0x3A and depth == 1):
            start = token.start()
        if sign in _OPEN:
            depth += 1
        token_end = token.end()
    return members


def may_hold(line: bytes, name: str) -> bool:
    """Tell whether a line can have a member of a name; wrong only by saying yes (an exact, cheap test)."""
    plain, escapes = _written(name)
    return plain in line or escapes in line


def may_hold_any(line: bytes, names: tuple[str, ...]) -> bool:
    """Tell whether a line can have a member of any of the names, by what they all begin with."""
    start, escapes = _beginning(names)
    return start in line or escapes in line


@lru_cache(maxsize=256)
def _beginning(names: tuple[str, ...]) -> tuple[bytes, bytes]:
    """Return as `_written` what names have in common at their beginning."""
    plain, _ = _written(commonprefix(names))  # noqa: RUF071 - of signs, not of paths
    return plain[:-1], min((_written(name)[1] for name in names), key=len)


@lru_cache(maxsize=256)
def _written(name: str) -> tuple[bytes, bytes]:
    """Return a name as JSON writes it, and how the escape begins with which any of its signs could be written."""
    return orjson.dumps(name), b"\\u00" if name.isascii() else b"\\u"


def members(line: bytes) -> list[tuple[str, bytes]]:
    """Return the names of an object's members with the bytes of their values, in order.

    >>> members(b'{"a": 1.10, "b": [ ]}')
    [('a', b'1.10'), ('b', b'[ ]')]
    """
    spans = _members(line, Span(0, len(line)))
    return [(orjson.loads(line[name.start : name.end]), line[value.start : value.end]) for name, value in spans]


def splice(line: bytes, span: Span, value: bytes) -> bytes:
    """Return the line with `value` in the place of a span."""
    return line[: span.start] + value + line[span.end :]


def append_member(line: bytes, name: str, value: bytes) -> bytes:
    """Return the object with one more member at its end.

    >>> append_member(b'{"a": 1}', "b", b"2")
    b'{"a": 1,"b":2}'
    """
    return append_members(line, [(name, value)])


def append_members(line: bytes, given: Sequence[tuple[str, bytes]]) -> bytes:
    """Return the object with more members at its end, as `append_member` would add them one after the other."""
    return append_object(line, b"{" + b",".join([_written(name)[0] + b":" + value for name, value in given]) + b"}")


def append_object(line: bytes, added: bytes) -> bytes:
    """Return the object with the members of another one (not empty, no blanks around it) at its end.

    >>> append_object(b'{"a": 1 }', b'{"b":2,"c":3}')
    b'{"a": 1,"b":2,"c":3 }'
    """
    place = insertion_place(line)
    comma = b"" if line.endswith(b"{", 0, place) else b","
    return b"".join((line[:place], comma, memoryview(added)[1:-1], line[place:]))


def insertion_place(line: bytes) -> int:
    """Return the byte offset behind the last member of the object."""
    place = line.rindex(b"}")
    return place if line[place - 1] > 0x20 else len(line[:place].rstrip())

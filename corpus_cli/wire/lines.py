"""Lines of bytes from a JSONL stream, with what stands between them, so that the file can be given back exactly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

BOM = b"\xef\xbb\xbf"


class RawLine(NamedTuple):
    """Hold one line as it came.

    `prefix` is what stood before it that is no record (byte-order mark, blank lines); `ended` tells whether it had
    its `\\n`.  A last raw line with an empty `line` holds what stood behind the last record.
    """

    source: str
    number: int
    line: bytes
    prefix: bytes = b""
    ended: bool = True


def raw_lines(stream: BinaryIO, source: str) -> Iterator[RawLine]:
    """Yield the lines of a stream that are not blank.

    Lines end with `\\n` only (never U+2028, U+0085 or a form feed).  Holds one line at a time.
    """
    prefix = b""
    number = 0
    for number, line in enumerate(stream, 1):
        if number == 1 and line.startswith(BOM):
            prefix, line = BOM, line[len(BOM) :]
        if line.isspace() or not line:
            prefix += line
            continue
        ended = line.endswith(b"\n")
        yield RawLine(source, number, line[:-1] if ended else line, prefix, ended)
        prefix = b""
    if prefix:
        yield RawLine(source, number, b"", prefix)

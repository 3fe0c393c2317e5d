"""Lines of bytes from streams, with what a file has besides its records: a byte-order mark, blank lines, its end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

BOM = b"\xef\xbb\xbf"


@dataclass(slots=True)
class FileFrame:
    """Hold what of a JSONL file is no record, so that the file can be given back byte for byte.

    `blank` are blank lines as (number of records before it, bytes); `ended` tells whether the last line had its `\\n`.
    """

    bom: bool = False
    blank: list[tuple[int, str]] = field(default_factory=list)
    ended: bool = True

    def plain(self) -> bool:
        """Tell whether the records alone, a line each, are the file."""
        return not self.bom and not self.blank and self.ended


def record_lines(stream: BinaryIO, frame: FileFrame) -> Iterator[tuple[int, bytes]]:
    """Yield (line number from 1, line without `\\n`) for every line that is not blank, and fill `frame`.

    Lines end with `\\n` only.  Holds one line at a time.
    """
    records = 0
    for number, line in enumerate(stream, 1):
        if number == 1 and line.startswith(BOM):
            frame.bom, line = True, line[len(BOM) :]
        frame.ended = line.endswith(b"\n")
        line = line[:-1] if frame.ended else line
        if line.isspace() or not line:
            if frame.ended or line:
                frame.blank.append((records, line.decode("ascii", "replace")))
            continue
        records += 1
        yield number, line

"""Hold the lines of a large input as bytes end to end, and read a record out of them when it is asked for."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from corpus_cli.record import Record, Records
from corpus_cli.wire.lines import RawLine
from corpus_cli.wire.records import Keys, decode

READY = 1 << 24
"""Records of so many bytes of lines are kept as they were read: a small input is never read twice."""

RECENT = 256
"""So many of the other records are kept, those that were asked for last."""


class PackedRecords(Records):
    """Hold records: sixteen bytes for each above the bytes of its line.

    Indexing gives the record as it was appended, decoded anew unless it is one of the first or was asked for lately.
    """

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._data = bytearray()
        self._ends, self._numbers = array("q"), array("q")
        # Where the records of each source begin, and the lines that have more than their bytes.
        self._starts: list[int] = []
        self._sources: list[str] = []
        self._framed: dict[int, tuple[bytes, bool]] = {}
        self._ready: list[Record] = []
        self._recent = lru_cache(RECENT)(self._decoded)

    def append(self, raw: RawLine, record: Record) -> None:
        """Take a line and the record that was read from it."""
        if not self._sources or self._sources[-1] != raw.source:
            self._starts.append(len(self))
            self._sources.append(raw.source)
        if raw.prefix or not raw.ended:
            self._framed[len(self)] = raw.prefix, raw.ended
        if len(self._data) < READY and len(self._ready) == len(self):
            self._ready.append(record)
        self._data += raw.line
        self._ends.append(len(self._data))
        self._numbers.append(raw.number)

    def raw(self, number: int) -> RawLine:
        """Return the line of a record as it came."""
        start = self._ends[number - 1] if number else 0
        source = self._sources[bisect_right(self._starts, number) - 1]
        line = bytes(self._data[start : self._ends[number]])
        return RawLine(source, self._numbers[number], line, *self._framed.get(number, (b"", True)))

    def __len__(self) -> int:
        """Return how many records there are."""
        return len(self._ends)

    def __iter__(self) -> Iterator[Record]:
        """Yield the records in order."""
        yield from self._ready
        for number in range(len(self._ready), len(self)):
            yield self._recent(number)

    def record(self, number: int) -> Record:
        """Return the record of a number from 0 on."""
        return self._ready[number] if number < len(self._ready) else self._recent(number)

    def _decoded(self, number: int) -> Record:
        """Return a record read from its line."""
        raw = self.raw(number)
        return decode(raw.line, raw.source, raw.number, self._keys)

"""Cut the stream of lines into chunks: the unit that a worker takes and gives back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from corpus_cli.errors import BadRecord
from corpus_cli.ledger import Edit
from corpus_cli.record import Record
from corpus_cli.wire.lines import RawLine
from corpus_cli.wire.records import Keys, decode

CHUNK_BYTES = 1 << 20
CHUNK_LINES = 2000


class Size(NamedTuple):
    """Count bytes, raw lines, and those of them that should hold a record."""

    bytes: int = 0
    lines: int = 0
    records: int = 0


class Chunk(NamedTuple):
    """Hold raw lines in order; `first` is the ordinal (from 1, over all inputs) of the first record.

    `trails` are, for each line, the lists of edits that led from the text as ingested to the line's text, one list a
    stage; empty where nobody asked for them.
    """

    first: int
    lines: tuple[RawLine, ...]
    trails: tuple[tuple[tuple[Edit, ...], ...], ...] = ()

    @property
    def size(self) -> Size:
        """Return how much of the input this chunk stands for."""
        total = sum(len(raw.line) + len(raw.prefix) + raw.ended for raw in self.lines)
        return Size(total, len(self.lines), sum(bool(raw.line) for raw in self.lines))


class Failure(NamedTuple):
    """Hold a line that is no record, its ordinal, and why."""

    ordinal: int
    raw: RawLine
    error: BadRecord


def limited(lines: Iterable[RawLine], limit: int) -> Iterator[RawLine]:
    """Yield the lines up to the record of a number (0: all)."""
    count = 0
    for raw in lines:
        yield raw
        count += bool(raw.line)
        if limit and count >= limit:
            return


def chunked(lines: Iterable[RawLine], first: int = 1) -> Iterator[Chunk]:
    """Yield chunks of about 256 KiB; `first` is the ordinal of the first record."""
    held: list[RawLine] = []
    count, size = first - 1, 0
    for raw in lines:
        held.append(raw)
        count += bool(raw.line)
        size += len(raw.line)
        if size >= CHUNK_BYTES or len(held) >= CHUNK_LINES:
            yield Chunk(first, tuple(held))
            held, first, size = [], count + 1, 0
    if held:
        yield Chunk(first, tuple(held))


def decoded(chunk: Chunk, keys: Keys) -> Iterator[tuple[int, RawLine, Record | Failure | None]]:
    """Yield each raw line of a chunk with its ordinal and its record, its failure, or None where it holds none."""
    ordinal = chunk.first - 1
    for raw in chunk.lines:
        if not raw.line:
            yield ordinal + 1, raw, None
            continue
        ordinal += 1
        try:
            yield ordinal, raw, decode(raw.line, raw.source, raw.number, keys)
        except BadRecord as error:
            yield ordinal, raw, Failure(ordinal, raw, error)

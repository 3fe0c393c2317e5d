"""Where a text of a later stage stood in the text as ingested: the stages' edits, gathered record by record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from corpus_cli.ledger import Edit, OffsetMap
from corpus_cli.pipeline.chunks import Chunk
from corpus_cli.pipeline.undoing import ledger_groups
from corpus_cli.wire.ledger_rows import WIRE
from corpus_cli.wire.lines import RawLine

Trail = tuple[tuple[Edit, ...], ...]


def text_edits(rows: Iterable[dict[str, Any]]) -> Iterator[tuple[int, tuple[Edit, ...]]]:
    """Yield (ordinal, edits of the text) for the records of an edits file."""
    for group in ledger_groups(rows):
        yield group.ordinal, tuple(edit for edit in group.edits if not edit.rule.startswith(WIRE))


def with_trails(chunks: Iterable[Chunk], ledgers: Sequence[Iterable[dict[str, Any]]]) -> Iterator[Chunk]:
    """Yield the chunks with the edits of each record from the stages' ledgers, which are in the same order.

    Holds one chunk.
    """
    walkers = [_Walker(text_edits(rows)) for rows in ledgers]
    for chunk in chunks:
        trails: list[Trail] = []
        ordinal = chunk.first - 1
        for raw in chunk.lines:
            ordinal += _is_record(raw)
            trails.append(tuple(walker.edits_of(ordinal) for walker in walkers))
        yield chunk._replace(trails=tuple(trails))


def _is_record(raw: RawLine) -> bool:
    return bool(raw.line)


class _Walker:
    """Walk along a ledger and give the edits of one record after the other."""

    def __init__(self, groups: Iterator[tuple[int, tuple[Edit, ...]]]) -> None:
        self._groups = groups
        self._next = next(groups, None)

    def edits_of(self, ordinal: int) -> tuple[Edit, ...]:
        while self._next and self._next[0] < ordinal:
            self._next = next(self._groups, None)
        return self._next[1] if self._next and self._next[0] == ordinal else ()


class WayBack:
    """Carry spans of a text back through the edits of all stages to the text as ingested."""

    def __init__(self, trail: Trail) -> None:
        self._maps = [OffsetMap(edits) for edits in reversed(trail) if edits]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Return where a span stood in the text as ingested."""
        for offsets in self._maps:
            start, end = offsets.backward(start), offsets.backward(end, end=True)
            end = max(start, end)
        return start, end

"""Where a text of a later stage stood in the text as ingested: the stages' edits, gathered record by record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Any

from corpus_cli.ledger import Edit, OffsetMap
from corpus_cli.pipeline.chunks import Chunk
from corpus_cli.pipeline.undoing import Group, is_removed, ledger_groups
from corpus_cli.wire.ledger_rows import WIRE

Trail = tuple[tuple[Edit, ...], ...]


def with_trails(chunks: Iterable[Chunk], ledgers: Sequence[Iterable[dict[str, Any]]], done: int = 0) -> Iterator[Chunk]:
    """Yield the chunks with the edits of each record from the stages' ledgers, which are in the same order.

    The last ledger is that of dedupe: records that it removed whole are passed over.  `done` records were dealt with
    before the first chunk.  Holds one chunk.
    """
    walkers = [_Walker(ledger_groups(rows)) for rows in ledgers]
    ordinals = _ordinals(walkers[-1])
    for _ in range(done):
        next(ordinals)
    for chunk in chunks:
        trails: list[Trail] = []
        for raw in chunk.lines:
            ordinal = next(ordinals) if raw.line else 0
            trails.append(tuple(walker.edits_of(ordinal) for walker in walkers))
        yield chunk._replace(trails=tuple(trails))


def _ordinals(walker: _Walker) -> Iterator[int]:
    """Yield the ordinals of the records that are left."""
    for ordinal in count(1):
        if not walker.is_removed(ordinal):
            yield ordinal


class _Walker:
    """Walk along a ledger and give the edits of one record after the other."""

    def __init__(self, groups: Iterator[Group]) -> None:
        self._groups = groups
        self._next = next(groups, None)

    def edits_of(self, ordinal: int) -> tuple[Edit, ...]:
        group = self._at(ordinal)
        return tuple(edit for edit in group.edits if not edit.rule.startswith(WIRE)) if group else ()

    def is_removed(self, ordinal: int) -> bool:
        group = self._at(ordinal)
        return group is not None and is_removed(group)

    def _at(self, ordinal: int) -> Group | None:
        while self._next and self._next.ordinal < ordinal:
            self._next = next(self._groups, None)
        return self._next if self._next and self._next.ordinal == ordinal else None


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

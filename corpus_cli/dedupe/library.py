"""See several lists of records as one, without copying them: a caller may hold its records packed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain

from corpus_cli.record import Record, Records


class Library(Records):
    """Hold lists of records one behind the other.

    >>> library = Library(([Record("a", "")], [], [Record("b", ""), Record("c", "")]))
    >>> len(library), library[1].id, [record.id for record in library]
    (3, 'b', ['a', 'b', 'c'])
    """

    def __init__(self, parts: Sequence[Sequence[Record]]) -> None:
        self._parts = parts
        self._ends = list(accumulate(map(len, parts)))

    def __len__(self) -> int:
        """Return how many records there are."""
        return self._ends[-1]

    def __iter__(self) -> Iterator[Record]:
        """Yield the records in order."""
        return chain(*self._parts)

    def record(self, number: int) -> Record:
        """Return the record of a number from 0 on."""
        start = 0
        for part, end in zip(self._parts, self._ends, strict=True):
            if number < end:
                return part[number - start]
            start = end
        raise IndexError(number)

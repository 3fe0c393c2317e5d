"""See several lists of records as one, without copying them: a caller may hold its records packed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from typing import overload

from corpus_cli.record import Record


class Library(Sequence[Record]):
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

    @overload
    def __getitem__(self, number: int) -> Record: ...
    @overload
    def __getitem__(self, number: slice) -> list[Record]: ...
    def __getitem__(self, number: int | slice) -> Record | list[Record]:
        """Return one record, or a list of records."""
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        number = range(len(self))[number]
        start = 0
        for part, end in zip(self._parts, self._ends, strict=True):
            if number < end:
                return part[number - start]
            start = end
        raise IndexError(number)

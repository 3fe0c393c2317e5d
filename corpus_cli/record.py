"""The value that travels between the stages, and rows of it that are not held as values."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, overload

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


@dataclass(frozen=True, slots=True)
class Record:
    """Hold one text with its id and the line it came in.

    `id` and `text` are what the stages understand.  `line` is the JSON object as it was read (bytes, no line
    end); everything in it that no stage changes is written again byte for byte.  `given` is the text of that
    line, so that an unchanged text needs no writing; `named` tells whether the line holds `id` as it is.  `added`
    are fields of ours, in the order they are written.  `source` and `number` (from 1) say where the line stood.
    """

    id: str
    text: str
    line: bytes = b""
    given: str = ""
    source: str = ""
    number: int = 0
    named: bool = True
    added: tuple[tuple[str, Json], ...] = field(default=())

    def with_text(self, text: str) -> Record:
        """Return this record with another text."""
        return self._with(text, self.added)

    def with_fields(self, **fields: Json) -> Record:
        """Return this record with fields of ours added after those it has."""
        return self._with(self.text, (*self.added, *fields.items()))

    def _with(self, text: str, added: tuple[tuple[str, Json], ...]) -> Record:
        """Return this record with another text and other fields of ours (three times as fast as `replace`)."""
        return Record(self.id, text, self.line, self.given, self.source, self.number, self.named, added)


class Records(Sequence[Record]):
    """Hold records that are not a list: a subclass says how many there are and gives one by its number."""

    @abstractmethod
    def record(self, number: int) -> Record:
        """Return the record of a number from 0 on."""

    @overload
    def __getitem__(self, number: int) -> Record: ...
    @overload
    def __getitem__(self, number: slice) -> list[Record]: ...
    def __getitem__(self, number: int | slice) -> Record | list[Record]:
        """Return one record, or a list of records."""
        numbers = range(len(self))[number]
        return self.record(numbers) if isinstance(numbers, int) else [self.record(one) for one in numbers]

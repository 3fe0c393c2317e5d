"""The books of a stage: every record read is written, removed with a reason, or set aside with a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

from corpus_cli.errors import BooksDoNotBalance

COUNTS = ("read", "written", "removed", "rejected", "changed", "characters_read", "characters_written")


@dataclass(slots=True)
class Books:
    """Count what a stage reads and writes.

    `removed` are records that went whole, `tallies` counts of the stage's own (edits by rule, units …), `notes` what it
    says in words.
    """

    stage: str
    read: int = 0
    written: int = 0
    removed: int = 0
    rejected: int = 0
    changed: int = 0
    characters_read: int = 0
    characters_written: int = 0
    tallies: dict[str, Counter[str]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)

    def tally(self, name: str, counts: Mapping[str, int]) -> None:
        """Add counts to one of the stage's own tallies."""
        if counts:
            self.tallies.setdefault(name, Counter()).update(counts)

    def count(self, name: str, key: str) -> int:
        """Return one count of a tally, 0 where there is none."""
        return self.tallies[name][key] if name in self.tallies else 0

    def add(self, other: Books) -> None:
        """Add the books of a chunk."""
        for name in COUNTS:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name, counts in other.tallies.items():
            self.tally(name, counts)

    def check(self) -> None:
        """Raise BooksDoNotBalance unless every record read was written, removed or set aside."""
        if self.read != self.written + self.removed + self.rejected:
            raise BooksDoNotBalance(
                f"the books of {self.stage} do not balance: {self.read} records read, "
                f"{self.written} written, {self.removed} removed and {self.rejected} set aside",
                remedy="This is a fault of the program: please report it with the input.",
            )

    def as_dict(self) -> dict[str, Any]:
        """Return the books as plain values, tallies sorted by name."""
        return {
            "stage": self.stage,
            **{name: getattr(self, name) for name in COUNTS},
            **{name: dict(sorted(counts.items())) for name, counts in sorted(self.tallies.items())},
            **dict(sorted(self.notes.items())),
        }

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Books:
        """Return the books that `as_dict` gave."""
        counts = {name: values[name] for name in COUNTS}
        tallies = {key: Counter(value) for key, value in values.items() if isinstance(value, dict)}
        notes = {key: value for key, value in values.items() if isinstance(value, str) and key != "stage"}
        return cls(values["stage"], **counts, tallies=tallies, notes=notes)


def stats_line(books: Books) -> bytes:
    """Return the books as the JSON of `--stats`."""
    return orjson.dumps(books.as_dict(), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)

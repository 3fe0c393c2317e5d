"""The books of a stage: every record read is written, removed with a reason, or set aside with a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from corpus_cli.errors import BooksDoNotBalance


@dataclass(slots=True)
class Books:
    """Count what a stage reads and writes; `tallies` are counts of its own (edits by rule, units removed …)."""

    stage: str
    read: int = 0
    written: int = 0
    rejected: int = 0
    changed: int = 0
    characters_read: int = 0
    characters_written: int = 0
    tallies: dict[str, Counter[str]] = field(default_factory=dict)

    def tally(self, name: str, counts: Mapping[str, int]) -> None:
        """Add counts to one of the stage's own tallies."""
        self.tallies.setdefault(name, Counter()).update(counts)

    def add(self, other: Books) -> None:
        """Add the books of a chunk."""
        for name in ("read", "written", "rejected", "changed", "characters_read", "characters_written"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name, counts in other.tallies.items():
            self.tally(name, counts)

    def check(self) -> None:
        """Raise BooksDoNotBalance unless every record read was written or set aside."""
        if self.read != self.written + self.rejected:
            raise BooksDoNotBalance(
                f"the books of {self.stage} do not balance: {self.read} records read, "
                f"{self.written} written and {self.rejected} set aside",
                remedy="This is a fault of the program: please report it with the input.",
            )

    def as_dict(self) -> dict[str, Any]:
        """Return the books as plain values, tallies sorted by name."""
        return {
            "stage": self.stage,
            "read": self.read,
            "written": self.written,
            "rejected": self.rejected,
            "changed": self.changed,
            "characters_read": self.characters_read,
            "characters_written": self.characters_written,
            **{name: dict(sorted(counts.items())) for name, counts in sorted(self.tallies.items())},
        }

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Books:
        """Return the books that `as_dict` gave."""
        plain = {key: value for key, value in values.items() if not isinstance(value, dict)}
        tallies = {key: Counter(value) for key, value in values.items() if isinstance(value, dict)}
        return cls(**plain, tallies=tallies)

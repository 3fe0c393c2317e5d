"""How much of a run the report page holds; what is beyond stays in the files, and the page says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Limits(NamedTuple):
    """Hold how many rows and characters go into the page; `context` is what stands on each side of an edit."""

    edits: int = 100_000
    pairs: int = 5_000
    near: int = 2_000
    documents: int = 20_000
    blocks: int = 60_000
    characters: int = 6_000_000
    speakers: int = 5_000
    rejects: int = 2_000
    context: int = 28
    longest: int = 4_000


def quotas(counts: Mapping[str, int], limit: int) -> dict[str, int]:
    """Return how many of each rule's edits are shown, so that rare rules are shown whole.

    >>> quotas({"rare": 3, "common": 1000}, 10)
    {'rare': 3, 'common': 7}
    """
    left, out = limit, {}
    rules = sorted(counts, key=lambda rule: (counts[rule], rule))
    for n, rule in enumerate(rules):
        out[rule] = min(counts[rule], left // (len(rules) - n))
        left -= out[rule]
    return out


class Spread:
    """Choose a number of items evenly from a known count, as they come."""

    def __init__(self, count: int, chosen: int) -> None:
        self._count = max(count, 1)
        self._chosen = chosen
        self._seen = 0

    def takes(self) -> bool:
        """Tell whether the next item is one of those chosen.

        >>> spread = Spread(6, 2)
        >>> [spread.takes() for _ in range(6)]
        [False, False, True, False, False, True]
        """
        n = self._seen
        self._seen += 1
        return (n + 1) * self._chosen // self._count > n * self._chosen // self._count


class Names:
    """Number names in the order they come, so that a column of them is a column of small numbers."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._numbers: dict[str, int] = {}
        for name in names:
            self.number(name)

    def number(self, name: str) -> int:
        """Return the number of a name, a new one for a new name."""
        return self._numbers.setdefault(name, len(self._numbers))

    def list(self) -> list[str]:
        """Return the names in the order of their numbers."""
        return list(self._numbers)

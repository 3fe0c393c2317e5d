"""Which signs and which neighbours texts have: one look at all characters tells most rules that they are idle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from corpus_cli.clean.joined import BEYOND, Array, joined

Need: TypeAlias = "str | tuple[tuple[str, str], ...]"
"""A class of signs of which a text has one, or pairs of classes of which two neighbours in it are one.

A class is written like the inside of a character class: single signs and ranges such as `a-z`; a hyphen stands
first.  Before its first sign and behind its last one a text has a line end.
"""

_CODES = 1 << 16
_MOST = 64
_MOST_KINDS = 256


class SignTable:
    """Give each need one bit, and texts the bits of the needs they meet.

    Signs that all needs take for the same are one kind; a table, made when it is first asked, has the bits of every
    two kinds that can stand side by side.  Code points beyond the basic plane count as one sign.
    """

    def __init__(self, needs: Iterable[Need]) -> None:
        self.needs = tuple(dict.fromkeys(needs))
        if len(self.needs) > _MOST:
            raise ValueError(f"{len(self.needs)} needs, there is room for {_MOST}")

    def bits(self, needs: Iterable[Need]) -> int:
        """Return the bits of some needs.

        >>> SignTable(["a-z", "0-9"]).bits(["0-9"])
        2
        """
        return sum(1 << self.needs.index(one) for one in set(needs))

    def masks(self, texts: Sequence[str]) -> list[int]:
        """Return for every text the bits of the needs it meets; a bit may be wrong only by being set.

        >>> SignTable(["a-z", "0-9", (("a-z", "0-9"), ("-", "-"))]).masks(["a3", "3a", "--", ""])
        [7, 3, 4, 0]
        """
        if not texts:
            return []
        all_texts = joined(texts)
        kinds = self._kinds.take(all_texts.codes)
        table = self._bits_of_pairs
        pairs = kinds[:-1].astype(np.uint16)
        pairs *= len(table)
        pairs += kinds[1:]
        # Each text begins with the line end before it, so that its first sign has a neighbour too.
        firsts = all_texts.firsts[:-1] - 1
        masks: list[int] = np.bitwise_or.reduceat(table.take(pairs), firsts).tolist()
        return masks

    @cached_property
    def _classes(self) -> dict[str, Array]:
        """Return for every class of signs which codes are in it."""
        classes: dict[str, Array] = {}
        for need in self.needs:
            for signs in (need,) if isinstance(need, str) else (signs for pair in need for signs in pair):
                classes[signs] = members = np.zeros(_CODES, bool)
                for first, last in ranges(signs):
                    members[first : last + 1] = True
                    members[ord(BEYOND)] |= last >= _CODES
        return classes

    @cached_property
    def _kinds(self) -> npt.NDArray[np.uint8]:
        """Return the kind of every code."""
        codes = np.zeros(_CODES, np.uint8)
        for members in self._classes.values():
            parts, codes_wide = np.unique(codes.astype(np.uint16) << 1 | members, return_inverse=True)
            if len(parts) > _MOST_KINDS:
                raise ValueError(f"the classes of signs make more than {_MOST_KINDS} kinds")
            codes = codes_wide.astype(np.uint8)
        return codes

    @cached_property
    def _bits_of_pairs(self) -> npt.NDArray[np.uint64]:
        """Return the bits of every two kinds, a row for each left one."""
        _, codes = np.unique(self._kinds, return_index=True)
        has = {signs: members[codes] for signs, members in self._classes.items()}
        table = np.zeros((len(codes), len(codes)), np.uint64)
        for number, need in enumerate(self.needs):
            bit = np.uint64(1 << number)
            if isinstance(need, str):
                table[has[need]] |= bit
            else:
                for left, right in need:
                    table[np.ix_(has[left], has[right])] |= bit
        return table


def ranges(signs: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of code points of a class of signs, both ends inclusive.

    >>> list(ranges("-a-cx"))
    [(45, 45), (97, 99), (120, 120)]
    """
    place = 0
    while place < len(signs):
        if signs[place + 1 : place + 2] == "-" and place + 2 < len(signs):
            yield ord(signs[place]), ord(signs[place + 2])
            place += 3
        else:
            yield ord(signs[place]), ord(signs[place])
            place += 1

"""Which kinds of signs a text has: one look at all characters tells most rules that they have nothing to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

import numpy as np
import numpy.typing as npt

_CODE_POINTS = 0x110000
_MOST = 64


class SignTable:
    """Give each class of signs one bit, and texts the bits of the classes they have a sign of.

    A class is written like the inside of a character class: single signs and ranges such as `a-z`; a hyphen stands
    first.  Holds one table of 64 bits a code point (9 MB), made when it is first asked.
    """

    def __init__(self, classes: Iterable[str]) -> None:
        self.classes = tuple(dict.fromkeys(classes))
        if len(self.classes) > _MOST:
            raise ValueError(f"{len(self.classes)} classes of signs, there is room for {_MOST}")

    def bits(self, needs: Iterable[str]) -> int:
        """Return the bits of some classes.

        >>> SignTable(["a-z", "0-9"]).bits(["0-9"])
        2
        """
        return sum(1 << self.classes.index(one) for one in set(needs))

    def mask(self, text: str) -> int:
        """Return the bits of the classes of which the text has at least one sign.

        >>> SignTable(["a-z", "0-9", "-+"]).mask("第3期-")
        6
        """
        if not text:
            return 0
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        return int(np.bitwise_or.reduce(self._table[codes]))

    @cached_property
    def _table(self) -> npt.NDArray[np.uint64]:
        table = np.zeros(_CODE_POINTS, np.uint64)
        for number, signs in enumerate(self.classes):
            for first, last in ranges(signs):
                table[first : last + 1] |= np.uint64(1 << number)
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

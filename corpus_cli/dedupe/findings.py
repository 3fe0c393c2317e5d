"""Hold what was found on a pair in one number, and what is kept of it for a unit that goes: there are millions."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from corpus_cli.dedupe.judging import Found
from corpus_cli.dedupe.verdict import WHY

_METHODS = ("exact", "near", "contained", "overlapping")
# Bits of the method, of the score in hundredths, and of each count of characters.
_METHOD, _SCORE, _COUNT = 2, 14, 32


class Copy(NamedTuple):
    """Say how one unit is a copy of another: what rows tell of a verdict that took it."""

    score: float
    method: str
    cause: str

    @property
    def reason(self) -> str:
        """Return the reason in words."""
        return WHY[self.cause]


def packed(found: Found) -> int:
    """Return what was found on a pair as one number, below zero where the pair was refused.

    >>> packed(81.25), score_of(packed(81.25))
    (-8126, 81.25)
    """
    if isinstance(found, float):
        return -1 - round(100 * found)
    first, second = found.added
    score = round(100 * found.score) << _METHOD | _METHODS.index(found.method)
    return (first << _COUNT | second) << (_SCORE + _METHOD) | score


def score_of(number: int) -> float:
    """Return the score of a pair."""
    return (-1 - number if number < 0 else number >> _METHOD & ((1 << _SCORE) - 1)) / 100


def own_of(number: int) -> tuple[int, int]:
    """Return how many characters of their own the two have, of a pair that was taken."""
    both = number >> (_SCORE + _METHOD)
    return both >> _COUNT, both & ((1 << _COUNT) - 1)


def copy_of(number: int) -> Copy:
    """Return how the one is a copy of the other, of a pair that was taken; equal ones are one object."""
    return _copy(number & ((1 << (_SCORE + _METHOD)) - 1))


@cache
def _copy(number: int) -> Copy:
    method = _METHODS[number & ((1 << _METHOD) - 1)]
    return Copy(score_of(number), method, method)

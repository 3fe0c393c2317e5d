"""Which characters of one text are which of another, by Levenshtein alignment."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

ANCHOR = 32
"""Code points that stand once in either text and so tie the two together."""

STRETCH = 8_000
"""Code points between two anchors that are looked for: bounds the time and memory of one alignment."""


class Alignment(NamedTuple):
    """Hold the edit distance of two texts and what became of their characters.

    `places` maps those that are equal from the first text to the second; `deleted` are the first's that nothing
    stands for, `inserted` the second's that stand for nothing.
    """

    distance: int
    places: dict[int, int]
    deleted: list[int]
    inserted: list[int]


def aligned(first: str, second: str) -> Alignment:
    """Return the Levenshtein alignment of two texts.

    Texts longer than 8,000 code points are tied at strings of 32 code points that stand once in each, and aligned
    between those; the distance is then an upper bound, exact in practice.

    >>> aligned("他说,好", "他说，好。")
    Alignment(distance=2, places={0: 0, 1: 1, 3: 3}, deleted=[], inserted=[4])
    """
    whole = Alignment(0, {}, [], [])
    distance = 0
    ties = [(0, 0), *_anchors(first, second), (len(first), len(second))]
    for (a, b), (c, d) in pairwise(ties):
        distance += _align_part(first[a:c], second[b:d], a, b, whole)
    return whole._replace(distance=distance)


def _align_part(first: str, second: str, a: int, b: int, whole: Alignment) -> int:
    """Add to `whole` what became of two parts that begin at `a` and `b`, and return their distance."""
    distance = 0
    for step in Levenshtein.opcodes(first, second):
        if step.tag == "equal":
            here = range(a + step.src_start, a + step.src_end)
            there = range(b + step.dest_start, b + step.dest_end)
            whole.places.update(zip(here, there, strict=True))
            continue
        distance += max(step.src_end - step.src_start, step.dest_end - step.dest_start)
        if step.tag == "delete":
            whole.deleted.extend(range(a + step.src_start, a + step.src_end))
        elif step.tag == "insert":
            whole.inserted.extend(range(b + step.dest_start, b + step.dest_end))
    return distance


def _anchors(first: str, second: str) -> list[tuple[int, int]]:
    """Return pairs of places, rising in both texts, where a string stands that each text has once."""
    return _rising(list(_single_matches(first, second)))


def _single_matches(first: str, second: str) -> Iterator[tuple[int, int]]:
    for start in range(STRETCH, len(first) - ANCHOR, STRETCH):
        for place in range(start, min(start + STRETCH // 2, len(first) - ANCHOR), ANCHOR):
            key = first[place : place + ANCHOR]
            there = second.find(key)
            if there >= 0 and second.find(key, there + 1) < 0 and first.find(key) == first.rfind(key):
                yield place, there
                break


def _rising(ties: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return a longest chain of ties whose second places rise (patience sorting)."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for n, (_, there) in enumerate(ties):
        length = bisect_left(ends, there)
        before.append(at[length - 1] if length else -1)
        ends[length : length + 1] = [there]
        at[length : length + 1] = [n]
    chain: list[tuple[int, int]] = []
    n = at[-1] if at else -1
    while n >= 0:
        chain.append(ties[n])
        n = before[n]
    return chain[::-1]

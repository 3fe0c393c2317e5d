"""Weigh an alignment: a handful of measures that tell damage by recognition from another text.

Noise is scattered and leaves words and places recognisable; another text comes in blocks.  What is measured:

- `replaced`: share of the shorter text that was replaced in gaps between stretches that are alike, the first
  `ALLOWED` characters of each gap not counted, because noise strikes neighbours;
- `surprise`: the same characters, not as a share but times the log-odds that noise of the pair's own strength leaves
  a character whole: five replaced characters say more in a clean text than in a damaged one;
- `ends`: share that differs on both sides at the beginning or the end (ends of one side only are cut or added text);
- `lost`: share in words (of scripts that part words by blanks) of which hardly a letter found its match;
- `uneven`: how unequal the two sides of the gaps are, as a share.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from corpus_cli.dedupe.alignment import Operation, Stretch

ALLOWED = 3
# Matches inside a gap count for it only where its sides are of comparable length: a long side matches anything.
COMPARABLE = 2
LETTER = re.compile(r"[^\W\d_]")
_LETTERS = re.compile(rf"{LETTER.pattern}{{2,}}")


class Evidence(NamedTuple):
    """Hold the measures of one pair, named in the module's docstring, and what they were made from.

    `alike` and `edits` count characters inside the stretches that are alike; `added` counts, for the first and the
    second text, the characters of its own where the other text has nothing (cut heads and tails, left-out passages).
    """

    alike: int
    edits: int
    odds: float
    added: tuple[int, int]
    replaced: float
    surprise: float
    ends: float
    uneven: float
    lost: float = 0.0


def measured(first: str, second: str, cut: Sequence[Stretch]) -> Evidence | None:
    """Return the evidence of a pair, words not counted yet, or None where nothing is alike."""
    alike = edits = 0
    for is_alike, start, end in cut:
        if is_alike:
            alike += end[3] - start[3]
            edits += end[4] - start[4]
    if not alike:
        return None
    replaced = uneven = ends = 0
    added = [0, 0]
    last = len(cut) - 1
    for number, (is_alike, start, end) in enumerate(cut):
        if is_alike:
            continue
        one, other = end[1] - start[1], end[2] - start[2]
        both = min(one, other)
        if max(one, other) <= COMPARABLE * both:
            both -= end[3] - start[3]
        if number in (0, last):
            ends += both
        else:
            replaced += max(0, both - ALLOWED)
        if number not in (0, last) and both >= ALLOWED:
            uneven += abs(one - other)
        else:
            added[one < other] += abs(one - other)
    return evidence_of(min(len(first), len(second)), alike, edits, (added[0], added[1]), replaced, ends, uneven)


def evidence_of(
    lesser: int, alike: int, edits: int, added: tuple[int, int], replaced: int, ends: int, uneven: int
) -> Evidence:
    """Return the evidence of a pair from what was counted along its stretches; `lesser` is the shorter length."""
    noise = (edits + 1) / (alike + edits + 20)
    odds = math.log((1 - noise) / noise)
    shares = replaced / lesser, odds * replaced, ends / lesser, uneven / lesser
    return Evidence(alike, edits, odds, added, *shares)


def lost_share(
    first: str, second: str, steps: Sequence[Operation], cut: Sequence[Stretch], enough: float = 0.0
) -> float:
    """Return the share of the shorter text in words of which at most a third of the letters found a match.

    The words of both texts are counted and the lesser number is taken; where the first text's alone give a share below
    `enough`, that share is returned and the second's are not counted.
    """
    start, end = cut[0].end, cut[-1].start
    edits = [step for step in steps if step[0] != "equal"]
    return share_of(
        min(len(first), len(second)),
        _lost_letters(first, [(step[1], step[2]) for step in edits], start.first, end.first),
        lambda: _lost_letters(second, [(step[3], step[4]) for step in edits], start.second, end.second),
        enough,
    )


def share_of(lesser: int, lost: int, other: Callable[[], int], enough: float) -> float:
    """Return `lost_share` of the letters lost in both texts, the second's counted where they are asked for."""
    if lost and lost >= enough * lesser:
        lost = min(lost, other())
    return lost / lesser


def lost_at_most(cut: Sequence[Stretch], lesser: int) -> float:
    """Return a bound of `lost_share` that costs nothing: a lost word has lost two thirds of its letters at least."""
    start, end = cut[0].end, cut[-1].start
    matched = end.alike - start.alike
    return 1.5 * min(end.first - start.first - matched, end.second - start.second - matched) / lesser


def _lost_letters(text: str, edited: Sequence[tuple[int, int]], start: int, end: int) -> int:
    """Return how many letters stand in words of two and more letters that are hardly matched."""
    lost = place = 0
    last = len(edited) - 1
    for word in _LETTERS.finditer(text, start, end):
        left, right = word.span()
        while place < last and edited[place][1] <= left:
            place += 1
        missing, number = 0, place
        while number <= last and edited[number][0] < right:
            missing += max(0, min(right, edited[number][1]) - max(left, edited[number][0]))
            number += 1
        if 3 * missing >= 2 * (right - left):
            lost += right - left
    return lost

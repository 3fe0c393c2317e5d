"""Refuse what is alike by the way people write: a few words in common, scattered or too few to mean anything.

Minutes of one meeting share their formulas, a list of names shares the names with the next, an answer repeats half
the question.  Nothing of that is damage: damage does not move words apart, and it leaves most of a short text whole.
(Measured on sound proceedings and magazines; no copy of the development sets comes near these limits.)
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus_cli.dedupe.alignment import Operation, Stretch

SCATTERED = 0.08
"""So much of the common text may stand apart in one text: pieces added in between, the longest not counted."""

LEFT_OUT = 0.1
"""A longer piece in between is a passage left out, and asks for this many sound characters on both sides of it."""
SOUND = 12

BRIEF = {"spaced": 50, "unspaced": 30}
"""Texts of fewer characters are brief: no edit may touch as many letters or Han at once as a word has."""
WORD = {"spaced": 3, "unspaced": 2}

TINY = {"spaced": 32, "unspaced": 22}
DAMAGED = 0.1
"""Texts of still fewer characters may have so much of their letters, Han and digits edited."""

PART = 0.75
"""A text of less than `SMALL` characters is a copy of a longer one only where it fills so much of it."""
SMALL = {"spaced": 60, "unspaced": 30}

COMMON = 0.55
"""Two texts that overlap, each with a passage of its own, are copies only if they share this much of the longer."""


def doubt(
    lesser: str, greater: str, steps: Sequence[Operation], cut: Sequence[Stretch], own: tuple[bool, bool], spaced: bool
) -> str:
    """Return why two texts that look like copies are none: scattered, brief, part, shared, or nothing.

    `own` says of both whether they have a passage of their own.
    """
    script = "spaced" if spaced else "unspaced"
    if _is_scattered(cut):
        return "scattered"
    if len(lesser) < BRIEF[script]:
        edited = _edited(lesser, greater, _without_ends(steps, cut) if spaced else steps)
        if max(edited, default=0) >= WORD[script]:
            return "brief"
        if len(lesser) < TINY[script] and sum(edited) > DAMAGED * _count(lesser):
            return "brief"
    if own[1] and len(lesser) < SMALL[script] and len(lesser) < PART * len(greater):
        return "part"
    alike = sum(piece.end.alike - piece.start.alike for piece in cut if piece.is_alike)
    return "shared" if own[0] and alike < COMMON * len(greater) else ""


def _is_scattered(cut: Sequence[Stretch]) -> bool:
    """Say whether the common text stands in pieces, with other text in between on one side."""
    core = min(cut[-1].start.first - cut[0].end.first, cut[-1].start.second - cut[0].end.second)
    gaps = [(_one_sided(piece), number) for number, piece in enumerate(cut) if not piece.is_alike]
    widest, number = max(gaps[1:-1], default=(0, 0))
    if sum(width for width, _ in gaps[1:-1]) - widest > SCATTERED * core:
        return True
    if widest <= LEFT_OUT * core:
        return False
    return min(_gain(cut[number - 1]), _gain(cut[number + 1])) < SOUND


def _one_sided(gap: Stretch) -> int:
    """Return by how much a gap is wider in one text."""
    return abs((gap.end.first - gap.start.first) - (gap.end.second - gap.start.second))


def _gain(stretch: Stretch) -> int:
    """Return the characters alike less the edits of a stretch."""
    return stretch.end.height - stretch.start.height


def _without_ends(steps: Sequence[Operation], cut: Sequence[Stretch]) -> list[Operation]:
    """Return the steps between the two ends: a line of an alphabet is often cut in the midst of a word."""
    start, end = cut[0].end, cut[-1].start
    return [step for step in steps if start.second <= step[3] and step[4] <= end.second and start.first <= step[1]]


def _edited(first: str, second: str, steps: Sequence[Operation]) -> list[int]:
    """Return for each edit how many letters, Han or digits it touches."""
    return [max(_count(first[a:b]), _count(second[c:d])) for tag, a, b, c, d in steps if tag != "equal"]


def _count(text: str) -> int:
    """Return how many letters and digits a text has."""
    return sum(map(str.isalnum, text))

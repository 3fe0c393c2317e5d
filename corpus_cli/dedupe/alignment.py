"""Lay two folded texts side by side and say where they run alike and where they part.

The alignment is that of the Levenshtein distance (rapidfuzz).  A walk along it gains one for each character that is
the same and loses one for each edit: noise makes the walk slower, another text makes it fall.  The walk is cut where it
turns by more than a few characters (the zigzag of turning points), so stretches that are alike, with their
scattered noise, stand apart from the gaps between them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein, Opcodes

# How far the walk must fall before a gap opens, and how far it must rise again before the gap is closed.
FALL = 3
RISE = 3
# A match at the end of a cut text that is worth less than this share of the gap beside it is chance.
CHANCE = 0.4
CHANCE_AT_MOST = 25
# From this length ratio on a short text is looked for inside the long one.
MUCH_LONGER = 1.5
# Characters from which a text is long; pairs of lengths from which on windows are not tried one by one; the number and
# the length of the pieces that are looked for instead.
LONG = 10_000
PRODUCT = 4_000_000
PIECES, PIECE = 400, 8

_MIRRORED = {"equal": "equal", "replace": "replace", "insert": "delete", "delete": "insert"}

Operation = tuple[str, int, int, int, int]


class Turn(NamedTuple):
    """Hold one turning point of the walk: its height, its place in both texts, characters alike and edits so far."""

    height: int
    first: int
    second: int
    alike: int
    edits: int


class Stretch(NamedTuple):
    """Hold one piece of the alignment: `alike` or a gap, from one turning point to the next."""

    is_alike: bool
    start: Turn
    end: Turn

    @property
    def first(self) -> tuple[int, int]:
        """Return where the stretch stands in the first text."""
        return self.start.first, self.end.first

    @property
    def second(self) -> tuple[int, int]:
        """Return where the stretch stands in the second text."""
        return self.start.second, self.end.second


class Alignment(NamedTuple):
    """Hold two texts laid side by side: the stretches, and what gives the edit operations when they are asked for."""

    cut: list[Stretch]
    steps: Callable[[], list[Operation]]


def compared(first: str, second: str) -> Alignment:
    """Return the alignment of two texts, the first of them no longer than the second.

    The operations are listed only on demand, which takes as long as the alignment: most pairs are refused without.
    """
    if len(second) <= MUCH_LONGER * len(first):
        found = opcodes(first, second)
        return Alignment(_stretches_between(found.as_matching_blocks()), found.as_list)  # type: ignore[arg-type]
    steps = aligned(first, second)
    return Alignment(stretches(steps, len(first), len(second)), lambda: steps)


def operations(first: str, second: str) -> list[Operation]:
    """Return the edit operations from `first` to `second`: (tag, start, end, start, end), equal stretches included."""
    return opcodes(first, second).as_list()  # type: ignore[return-value]


def opcodes(first: str, second: str) -> Opcodes:
    """Return the edits from `first` to `second` as rapidfuzz holds them."""
    # A hint at the distance bounds the work where long texts are alike; it depends on the two texts alone.
    longest = max(len(first), len(second))
    return Levenshtein.opcodes(first, second, score_hint=longest // 8 if longest > LONG else None)


def stretches(steps: Sequence[Operation], first_length: int, second_length: int) -> list[Stretch]:
    """Return the stretches of an alignment: a gap at each end (it may be empty), alike and gap in turn between.

    >>> first, second = "the quick brown fox jumps", "a very quick brown fox"
    >>> cut = stretches(operations(first, second), len(first), len(second))
    >>> [(first[slice(*piece.first)], second[slice(*piece.second)]) for piece in cut]
    [('the', 'a very'), (' quick brown fox', ' quick brown fox'), (' jumps', '')]
    """
    found: list[Stretch] = []
    last = Turn(0, 0, 0, 0, 0)
    # Plain tuples until a turning point is certain: this loop sees every edit of every pair.
    peak = trough = (0, 0, 0, 0, 0)
    height = alike = edits = top = bottom = 0
    rising = False
    for tag, start, end, second_start, second_end in steps:
        if tag == "equal":
            height += end - start
            alike += end - start
            if rising:
                if height > top:
                    top, peak = height, (height, end, second_end, alike, edits)
            elif height - bottom >= RISE:
                turn = Turn(*trough)
                found.append(Stretch(False, last, turn))
                last, rising, top, peak = turn, True, height, (height, end, second_end, alike, edits)
        else:
            cost = end - start if end - start > second_end - second_start else second_end - second_start
            height -= cost
            edits += cost
            if not rising:
                if height <= bottom:
                    bottom, trough = height, (height, end, second_end, alike, edits)
            elif top - height >= FALL:
                turn = Turn(*peak)
                found.append(Stretch(True, last, turn))
                last, rising, bottom, trough = turn, False, height, (height, end, second_end, alike, edits)
    if rising:
        turn = Turn(*peak)
        found.append(Stretch(True, last, turn))
        last = turn
    found.append(Stretch(False, last, Turn(height, first_length, second_length, alike, edits)))
    return _without_chance_at_ends(found)


def _stretches_between(matches: Iterable[Iterable[int]]) -> list[Stretch]:
    """Return what `stretches` returns, from the places and sizes of the matches alone; the last one has no size.

    Between two matches an alignment replaces, and puts in or leaves out, but never both; so the wider side of the gap
    is what it costs.
    """
    found: list[Stretch] = []
    last = Turn(0, 0, 0, 0, 0)
    height = alike = top = bottom = end = second_end = 0
    # The place and the characters alike at the last turning point that is not certain yet.
    at, so_far = (0, 0), 0
    rising = False
    for first, second, size in matches:
        gap, other = first - end, second - second_end
        if gap or other:
            height -= gap if gap > other else other
            if rising:
                if top - height >= FALL:
                    turn = Turn(top, *at, so_far, so_far - top)
                    found.append(Stretch(True, last, turn))
                    last, rising, bottom, at, so_far = turn, False, height, (first, second), alike
            elif height <= bottom:
                bottom, at, so_far = height, (first, second), alike
        if not size:
            break
        end, second_end = first + size, second + size
        height += size
        alike += size
        if rising:
            if height > top:
                top, at, so_far = height, (end, second_end), alike
        elif height - bottom >= RISE:
            turn = Turn(bottom, *at, so_far, so_far - bottom)
            found.append(Stretch(False, last, turn))
            last, rising, top, at, so_far = turn, True, height, (end, second_end), alike
    if rising:
        turn = Turn(top, *at, so_far, so_far - top)
        found.append(Stretch(True, last, turn))
        last = turn
    found.append(Stretch(False, last, Turn(height, first, second, alike, alike - height)))
    return _without_chance_at_ends(found)


def _without_chance_at_ends(found: list[Stretch]) -> list[Stretch]:
    """Return the stretches with short matches far out at either end given to the gaps around them.

    Where a text was cut short, the alignment still finds a few of the other's last characters to match.
    """
    while len(found) >= 5 and _is_chance(found[-2], found[-3]):
        found[-3:] = [Stretch(False, found[-3].start, found[-1].end)]
    while len(found) >= 5 and _is_chance(found[1], found[2]):
        found[:3] = [Stretch(False, found[0].start, found[2].end)]
    return found


def _is_chance(match: Stretch, gap: Stretch) -> bool:
    """Say whether a match is small beside the gap that cuts it off from the rest."""
    gain = match.end.height - match.start.height
    width = max(gap.end.first - gap.start.first, gap.end.second - gap.start.second)
    return gain < CHANCE_AT_MOST and gain < CHANCE * width


def aligned(first: str, second: str) -> list[Operation]:
    """Return the edit operations between two texts, a short one being looked for in its place in a much longer one.

    The plain alignment may scatter a short text's characters over a long one at no extra cost; so the best window
    of the longer text (rapidfuzz's partial ratio) is found first and only that, with a margin, is aligned.
    """
    if len(first) > len(second):
        return [(_MIRRORED[tag], b, b_end, a, a_end) for tag, a, a_end, b, b_end in aligned(second, first)]
    if len(second) <= MUCH_LONGER * len(first):
        return operations(first, second)
    place = _window(first, second)
    if place is None:
        return [("delete", 0, len(first), 0, 0), ("insert", len(first), len(first), 0, len(second))]
    margin = len(first) // 8 + 4
    start, end = max(0, place[0] - margin), min(len(second), place[1] + margin)
    inside = [
        (tag, a, a_end, b + start, b_end + start) for tag, a, a_end, b, b_end in operations(first, second[start:end])
    ]
    before = [("insert", 0, 0, 0, start)] if start else []
    after = [("insert", len(first), len(first), end, len(second))] if end < len(second) else []
    return [*before, *inside, *after]


def _window(first: str, second: str) -> tuple[int, int] | None:
    """Return where in a much longer text a text stands, if anywhere."""
    if len(first) * len(second) <= PRODUCT:
        place = fuzz.partial_ratio_alignment(first, second)
        return None if place is None else (place.dest_start, place.dest_end)
    # Sliding over a very long text takes too long: pieces of the short one vote for the place where it starts.
    step = max(1, len(first) // PIECES)
    votes: list[int] = []
    for start in range(0, len(first) - PIECE, step):
        found = second.find(first[start : start + PIECE])
        if found >= 0:
            votes.append(found - start)
    if not votes:
        return None
    start = max(0, sorted(votes)[len(votes) // 2])
    return start, min(len(second), start + len(first))

"""Walk along many alignments in one compiled loop (numba, the extra `fast`).

Imported only when numba is there and there is enough to do; `alignment.py` and `evidence.py` hold the plain forms with
the same results.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


@numba.njit(nogil=True, cache=True)  # type: ignore[misc,unused-ignore]
def walk(
    matches: Array, ends: Array, turning: Any, chance: Any, weighing: Any, turns: Array, bounds: Array, sums: Array
) -> None:  # pragma: no cover - compiled
    """Write the turning points of each pair, and what is measured along the stretches between them.

    `matches` has (first, second, size) of the matching blocks of all pairs; those of pair `p` end at `ends[p]`, the
    last of them without a size.  `turning` is (fall, rise), `chance` (share, most), `weighing` (allowed, comparable).
    The turns of pair `p` are `turns[bounds[p]:bounds[p + 1]]`; `sums` gets what `evidence_of` takes: alike, edits,
    added (twice), replaced, ends, uneven.
    """
    start = 0
    for pair in range(len(ends)):
        first, last = bounds[pair], _turned(matches[start : ends[pair]], turning, turns, bounds[pair])
        bounds[pair + 1] = _without_chance(turns, first, last, chance)
        _measure(turns[first : bounds[pair + 1]], weighing, sums[pair])
        start = ends[pair]


@numba.njit(nogil=True, cache=True)  # type: ignore[misc,unused-ignore]
def _turned(matches: Array, turning: Any, turns: Array, place: int) -> int:  # pragma: no cover - compiled
    """Write the turning points of one pair from `place` on, and return where they end."""
    fall, rise = turning
    height = alike = top = bottom = end = second_end = at = second_at = so_far = 0
    rising = False
    place = _put(turns, place, 0, 0, 0, 0)
    first = second = 0
    for n in range(len(matches)):
        first, second, size = matches[n, 0], matches[n, 1], matches[n, 2]
        if first > end or second > second_end:
            height -= max(first - end, second - second_end)
            if rising:
                if top - height >= fall:
                    place = _put(turns, place, top, at, second_at, so_far)
                    rising, bottom, at, second_at, so_far = False, height, first, second, alike
            elif height <= bottom:
                bottom, at, second_at, so_far = height, first, second, alike
        if size == 0:
            break
        end, second_end = first + size, second + size
        height += size
        alike += size
        if rising:
            if height > top:
                top, at, second_at, so_far = height, end, second_end, alike
        elif height - bottom >= rise:
            place = _put(turns, place, bottom, at, second_at, so_far)
            rising, top, at, second_at, so_far = True, height, end, second_end, alike
    if rising:
        place = _put(turns, place, top, at, second_at, so_far)
    return _put(turns, place, height, first, second, alike)


@numba.njit(nogil=True, cache=True)  # type: ignore[misc,unused-ignore]
def _put(
    turns: Array, place: int, height: int, first: int, second: int, alike: int
) -> int:  # pragma: no cover - compiled
    """Write one turning point, and return the place behind it."""
    turns[place, 0] = height
    turns[place, 1] = first
    turns[place, 2] = second
    turns[place, 3] = alike
    turns[place, 4] = alike - height
    return place + 1


@numba.njit(nogil=True, cache=True)  # type: ignore[misc,unused-ignore]
def _without_chance(turns: Array, first: int, last: int, chance: Any) -> int:  # pragma: no cover - compiled
    """Take out the short matches far out at either end, and return where the turning points end now."""
    while last - first >= 6 and _is_chance(turns, last - 3, last - 4, chance):
        turns[last - 3] = turns[last - 1]
        last -= 2
    skipped = 0
    while last - first - skipped >= 6 and _is_chance(turns, first + skipped + 1, first + skipped + 2, chance):
        # The first turning point is the beginning of both texts.
        skipped += 2
    if skipped:
        for n in range(first + 1, last - skipped):
            turns[n] = turns[n + skipped]
    return last - skipped


@numba.njit(nogil=True, cache=True)  # type: ignore[misc,unused-ignore]
def _is_chance(turns: Array, match: int, gap: int, chance: Any) -> bool:  # pragma: no cover - compiled
    """Say whether a match is small beside a gap; both are named by the turning points that they begin at."""
    share, most = chance
    gain = turns[match + 1, 0] - turns[match, 0]
    width = max(turns[gap + 1, 1] - turns[gap, 1], turns[gap + 1, 2] - turns[gap, 2])
    return bool(gain < most and gain < share * width)


@numba.njit(nogil=True, cache=True)  # type: ignore[misc,unused-ignore]
def _measure(turns: Array, weighing: Any, sums: Array) -> None:  # pragma: no cover - compiled
    """Write what is measured along the stretches between turning points: gaps and what is alike in turn."""
    allowed, comparable = weighing
    sums[:] = 0
    last = len(turns) - 2
    for n in range(last + 1):
        same = turns[n + 1, 3] - turns[n, 3]
        if n % 2:
            sums[0] += same
            sums[1] += turns[n + 1, 4] - turns[n, 4]
            continue
        one, other = turns[n + 1, 1] - turns[n, 1], turns[n + 1, 2] - turns[n, 2]
        both = min(one, other)
        if max(one, other) <= comparable * both:
            both -= same
        inside = 0 < n < last
        if inside:
            sums[4] += max(0, both - allowed)
        else:
            sums[5] += both
        if inside and both >= allowed:
            sums[6] += abs(one - other)
        else:
            sums[2 if one >= other else 3] += abs(one - other)


@numba.njit(nogil=True, cache=True)  # type: ignore[misc,unused-ignore]
def lost_letters(
    codes: Array,
    texts: Array,
    is_letter: Array,
    matches: Array,
    ends: Array,
    turns: Array,
    bounds: Array,
    chosen: Array,
) -> Array:  # pragma: no cover - compiled
    """Return for the `chosen` pairs how many letters stand in words that are hardly matched, of both texts.

    The texts of pair `p` are `codes[texts[2 * p]:texts[2 * p + 1]]` and what comes next, to `texts[2 * p + 2]`;
    the rest is as `walk` has it.  Only what stands between the two ends counts.
    """
    lost = np.empty((len(chosen), 2), np.int64)
    for n in range(len(chosen)):
        pair = chosen[n]
        mine = matches[ends[pair - 1] if pair else 0 : ends[pair]]
        start, end = turns[bounds[pair] + 1], turns[bounds[pair + 1] - 2]
        for side in range(2):
            text = codes[texts[2 * pair + side] : texts[2 * pair + side + 1]]
            lost[n, side] = _lost(text, is_letter, mine, side, start[1 + side], end[1 + side])
    return lost


@numba.njit(nogil=True, cache=True)  # type: ignore[misc,unused-ignore]
def _lost(
    text: Array, is_letter: Array, matches: Array, side: int, place: int, end: int
) -> int:  # pragma: no cover - compiled
    """Return how many letters stand in words of two and more letters that are hardly matched."""
    lost = block = 0
    while place < end:
        right = place
        while right < end and is_letter[text[right]]:
            right += 1
        if right - place > 1:
            while matches[block, 2] and matches[block, side] + matches[block, 2] <= place:
                block += 1
            missing, number = right - place, block
            while matches[number, 2] and matches[number, side] < right:
                left = matches[number, side]
                missing -= min(right, left + matches[number, 2]) - max(place, left)
                number += 1
            if 3 * missing >= 2 * (right - place):
                lost += right - place
        place = right + 1
    return lost

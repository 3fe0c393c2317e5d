"""The inner loops of candidate search, compiled by numba (the extra `fast`).

Imported only when numba is there and there is enough to do; `allpairs.py` and `anchors.py` hold the numpy forms with
the same results.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
# So many rows are compared at once with each later row.
_TILE = 128
# The groups of equal hashes in a bucket are told apart by so many further bits first.
_SUB_BITS = 12


@numba.njit(nogil=True, cache=True)  # type: ignore[misc,unused-ignore]
def close_bags(
    bags: Array,
    codes: Array,
    starts: Array,
    ends: Array,
    allowed: float,
    wide: int,
    first: int,
    last: int,
    out: Array,
) -> int:  # pragma: no cover - compiled
    """Write the pairs (row in first..last, later row) whose bags allow the distance; return how many there are.

    Rows are sorted by length, row `r` is `codes[starts[r]:ends[r]]`; no count in `bags` is above 63, so that four
    differences fit into a byte.  Pairs whose bags of characters allow it are compared by their bags of bigrams in
    `wide` bins.  Pairs beyond the size of `out` are counted and not written.
    """
    found = 0
    rows, lengths = len(starts), ends - starts
    distances, tile = np.empty(_TILE, np.uint16), np.empty((64, _TILE), np.uint8)
    near, far = np.empty((_TILE, wide), np.uint8), np.empty(wide, np.uint8)
    for start in range(first, last, _TILE):
        stop = min(start + _TILE, last)
        longest = lengths[stop - 1]
        _fill_tile(bags, start, tile)
        known = np.zeros(_TILE, np.bool_)
        for b in range(start + 1, rows):
            reach = allowed * (longest + lengths[b]) + 1e-6
            if lengths[b] - longest > reach:
                break
            most = np.uint16(min(reach, 65535.0))
            if not _any_close(bags[b], tile, most, distances):
                continue
            counted = False
            for a in range(start, min(stop, b)):
                limit = int(allowed * (lengths[a] + lengths[b]) + 1e-6)
                if distances[a - start] > limit or lengths[b] - lengths[a] > limit:
                    continue
                if not known[a - start]:
                    known[a - start] = True
                    _count_bigrams(codes[starts[a] : ends[a]], near[a - start])
                if not counted:
                    counted = True
                    _count_bigrams(codes[starts[b] : ends[b]], far)
                if _bag_distance(near[a - start], far) > 3 * limit:
                    continue
                if found < len(out):
                    out[found, 0] = a
                    out[found, 1] = b
                found += 1
    return found


@numba.njit(nogil=True, cache=True)  # type: ignore[misc,unused-ignore]
def _fill_tile(bags: Array, start: int, tile: Array) -> None:  # pragma: no cover - compiled
    """Write the bags from `start` on as the columns of a tile; behind the last one it stands again."""
    for a in range(_TILE):
        # By loops: numba takes seconds to compile what numpy says in a slice.
        for k in range(64):
            tile[k, a] = bags[min(start + a, len(bags) - 1), k]


@numba.njit(nogil=True, cache=True)  # type: ignore[misc,unused-ignore]
def _any_close(bag: Array, tile: Array, most: Any, distances: Array) -> bool:  # pragma: no cover - compiled
    """Write how much a bag differs from those of a tile, and say whether any differs by no more than `most`.

    If none does, distances may be too small: nearly always half of the bins is enough to know.
    """
    for a in range(_TILE):
        distances[a] = 0
    for half in (0, 32):
        # Four bins at a time in bytes: the sum of four differences stays below 256.
        for k in range(half, half + 32, 4):
            y0, y1, y2, y3 = bag[k], bag[k + 1], bag[k + 2], bag[k + 3]
            for a in range(_TILE):
                x0, x1, x2, x3 = tile[k, a], tile[k + 1, a], tile[k + 2, a], tile[k + 3, a]
                one = np.uint8(np.uint8(max(x0, y0) - min(x0, y0)) + np.uint8(max(x1, y1) - min(x1, y1)))
                two = np.uint8(np.uint8(max(x2, y2) - min(x2, y2)) + np.uint8(max(x3, y3) - min(x3, y3)))
                distances[a] = np.uint16(distances[a] + np.uint8(one + two))
        close = 0
        for a in range(_TILE):
            close += distances[a] <= most
        if not close:
            return False
    return True


@numba.njit(nogil=True, cache=True)  # type: ignore[misc,unused-ignore]
def _bag_distance(one: Array, other: Array) -> int:  # pragma: no cover - compiled
    """Return how much two bags differ."""
    distance = np.int32(0)
    for k in range(len(one)):
        x, y = one[k], other[k]
        distance = np.int32(distance + np.int32(np.uint8(max(x, y) - min(x, y))))
    return int(distance)


@numba.njit(nogil=True, cache=True)  # type: ignore[misc,unused-ignore]
def _count_bigrams(codes: Array, counts: Array) -> None:  # pragma: no cover - compiled
    """Count the bigrams of a text in bins (a power of two), none above 255."""
    for n in range(len(counts)):
        counts[n] = 0
    for n in range(len(codes) - 1):
        place = ((np.int64(codes[n + 1]) * 0x9E3779B1 + np.int64(codes[n]) * 0x85EBCA6B) >> 7) & (len(counts) - 1)
        counts[place] += counts[place] < 255


@numba.njit(nogil=True, cache=True)  # type: ignore[misc,unused-ignore]
def shared_counts(
    bounds: Array,
    places: Array,
    ranks: Array,
    members: Array,
    norm: Array,
    least: int,
    share: int,
    first: int,
    last: int,
    out: Array,
) -> int:  # pragma: no cover - compiled
    """Write (earlier unit, unit in first..last, shared shingles) for the pairs that share enough; return their number.

    The units that hold a shingle stand together in `members`, ascending; unit `u` stands there at the places
    `places[bounds[u]:bounds[u + 1]]`, each with `ranks` units before it.  Enough is `least` and `share` percent of the
    smaller norm.
    """
    units = len(bounds) - 1
    # A count is the number of the unit in the high bits and what it shares in the low ones, so none is ever cleared.
    counts = np.zeros(units, np.int64)
    touched = np.empty(units + 1, np.int32)
    found = 0
    for unit in range(first, last):
        many = 0
        stamp = np.int64(unit + 1) << 32
        for n in range(bounds[unit], bounds[unit + 1]):
            place = places[n]
            for other_place in range(place - ranks[n], place):
                other = members[other_place]
                count = max(counts[other], stamp) + 1
                counts[other] = count
                # Written always and counted if enough: no branch that cannot be foretold.
                touched[many] = other
                many += count == stamp + least
        for n in range(many):
            other = touched[n]
            count = counts[other] - stamp
            if 100 * count >= share * min(norm[unit], norm[other]):
                if found < len(out):
                    out[found, 0] = other
                    out[found, 1] = unit
                    out[found, 2] = count
                found += 1
    return found


@numba.njit(nogil=True, cache=True)  # type: ignore[misc,unused-ignore]
def shingle_keys(
    codes: Array, bounds: Array, apart: Array, bits: Any, shift: Any, skipped: Any, first: int, ends: Array, out: Array
) -> None:  # pragma: no cover - compiled
    """Write a key (hash, view number in the low `bits`) for each shingle into the bucket of its hash.

    The bucket is the hash without its last `shift` bits, less `first`; others than those of `ends` are passed over,
    and so are hashes with any bit of `skipped`.  `ends` say where the next key of each bucket is written, and grow.
    With an empty `out` the keys are only counted.
    """
    mix, last_mix = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9)
    for view in range(len(bounds) - 1):
        own = np.uint64(apart[view]) * mix
        for place in range(bounds[view], bounds[view + 1]):
            code = codes[place]
            # As `is_dense` has it.
            size = 3 if code >= 0x2E80 and (code < 0xA4D0 or code >= 0xF900 or 0xDC00 <= code < 0xE000) else 6
            if place + size > bounds[view + 1]:
                continue
            value = np.uint64(0)
            for n in range(size):
                value = (value + np.uint64(codes[place + n])) * mix
                value ^= value >> np.uint64(29)
            value *= last_mix
            value ^= value >> np.uint64(32)
            value ^= own
            bucket = np.int64(value >> shift) - first
            if value & skipped or bucket < 0 or bucket >= len(ends):
                continue
            if len(out):
                out[ends[bucket]] = ((value >> bits) << bits) | np.uint64(view)
            ends[bucket] += 1


@numba.njit(nogil=True, cache=True)  # type: ignore[misc,unused-ignore]
def rare_groups(
    keys: Array, ends: Array, bits: Any, shift: Any, common: int, norm: Array, members: Array, sizes: Array
) -> tuple[int, int]:  # pragma: no cover - compiled
    """Write the views and the sizes of the groups of equal hashes that 2 to `common` views hold; count `norm`.

    `keys` stand in buckets that end at `ends`, views ascending in each; `shift` as `shingle_keys` has it.  Returns how
    many sizes and how many views were written.
    """
    low: Any = (np.uint64(1) << bits) - np.uint64(1)
    sub: Any = shift - np.uint64(_SUB_BITS)
    runs = np.zeros((1 << _SUB_BITS) + 1, np.int64)
    groups = held = start = 0
    for end in ends:
        # Equal hashes are brought together by their next bits; the views of each stay in order.
        runs[:] = 0
        for n in range(start, end):
            runs[np.int64((keys[n] >> sub) & np.uint64((1 << _SUB_BITS) - 1)) + 1] += 1
        for n in range(1 << _SUB_BITS):
            runs[n + 1] += runs[n]
        piece = np.empty(end - start, np.uint64)
        for n in range(start, end):
            run: Any = np.int64((keys[n] >> sub) & np.uint64((1 << _SUB_BITS) - 1))
            piece[runs[run]] = keys[n]
            runs[run] += 1
        first: Any = 0
        for run in range(1 << _SUB_BITS):
            left: Any = runs[run]
            # Nearly always one hash or two: those equal to the first are taken out, the others move up.
            while first < left:
                value, many = piece[first] >> bits, held
                place: Any = first
                for n in range(first, left):
                    if piece[n] >> bits != value:
                        piece[place] = piece[n]
                        place += 1
                        continue
                    view = np.int32(piece[n] & low)
                    if held == many or members[held - 1] != view:
                        members[held] = view
                        norm[view] += 1
                        held += 1
                left = place
                if held - many < 2 or held - many > common:
                    held = many
                else:
                    sizes[groups] = held - many
                    groups += 1
            first = runs[run]
        start = end
    return groups, held


@numba.njit(nogil=True, cache=True)  # type: ignore[misc,unused-ignore]
def turned(
    sizes: Array, members: Array, bounds: Array, places: Array, ranks: Array
) -> None:  # pragma: no cover - compiled
    """Write for each view where it stands in `members`, and how many of its group stand before it there.

    `bounds` say where the places of a view begin.
    """
    place = bounds[:-1].copy()
    held = 0
    for size in sizes:
        for rank in range(size):
            view = members[held]
            places[place[view]] = held
            ranks[place[view]] = rank
            place[view] += 1
            held += 1

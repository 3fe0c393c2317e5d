"""The two inner loops of candidate search, compiled by numba (the extra `fast`).

Imported only when numba is there; `allpairs.py` and `anchors.py` hold the numpy forms with the same results.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


@numba.njit(nogil=True, cache=True)  # type: ignore[misc,unused-ignore]
def close_bags(
    bags: Array, wide: Array, lengths: Array, allowed: float, first: int, last: int, out: Array
) -> int:  # pragma: no cover - compiled
    """Write the pairs (row in first..last, later row) whose bags allow the distance; return how many there are.

    Rows are sorted by length.  Pairs beyond the size of `out` are counted and not written.
    """
    found = 0
    rows = len(lengths)
    # A tile of rows at a time, so that each later row is fetched once for all of them.
    for start in range(first, last, 32):
        stop = min(start + 32, last)
        longest = lengths[stop - 1]
        for b in range(start + 1, rows):
            if lengths[b] - longest > allowed * (longest + lengths[b]) + 1e-6:
                break
            for a in range(start, min(stop, b)):
                limit = int(allowed * (lengths[a] + lengths[b]) + 1e-6)
                distance = np.int32(0)
                for k in range(64):
                    distance = np.int32(distance + abs(np.int32(bags[a, k]) - np.int32(bags[b, k])))
                if distance > limit or lengths[b] - lengths[a] > limit:
                    continue
                distance = np.int32(0)
                for k in range(wide.shape[1]):
                    distance = np.int32(distance + abs(np.int32(wide[a, k]) - np.int32(wide[b, k])))
                if distance > 3 * limit:
                    continue
                if found < len(out):
                    out[found, 0] = a
                    out[found, 1] = b
                found += 1
    return found


@numba.njit(nogil=True, cache=True)  # type: ignore[misc,unused-ignore]
def shared_counts(
    bounds: Array,
    groups: Array,
    starts: Array,
    sizes: Array,
    members: Array,
    norm: Array,
    least: int,
    share: int,
    first: int,
    last: int,
    out: Array,
) -> int:  # pragma: no cover - compiled
    """Write (earlier unit, unit in first..last, shared shingles) for the pairs that share enough; return their number.

    Unit `u` holds the shingle groups `groups[bounds[u]:bounds[u + 1]]`; group `g` is held by the units
    `members[starts[g]:starts[g] + sizes[g]]`, ascending.  Enough is `least` and `share` percent of the smaller norm.
    """
    units = len(bounds) - 1
    counts = np.zeros(units, np.int32)
    touched = np.empty(units + 1, np.int32)
    found = 0
    for unit in range(first, last):
        many = 0
        for place in range(bounds[unit], bounds[unit + 1]):
            group = groups[place]
            for n in range(starts[group], starts[group] + sizes[group]):
                other = members[n]
                if other >= unit:
                    break
                # Written always and counted if new: no branch that cannot be foretold.
                touched[many] = other
                many += counts[other] == 0
                counts[other] += 1
        for n in range(many):
            other = touched[n]
            count = counts[other]
            counts[other] = 0
            if count >= least and 100 * count >= share * min(norm[unit], norm[other]):
                if found < len(out):
                    out[found, 0] = other
                    out[found, 1] = unit
                    out[found, 2] = count
                found += 1
    return found


@numba.njit(nogil=True, cache=True)  # type: ignore[misc,unused-ignore]
def shingle_keys(
    codes: Array,
    bounds: Array,
    apart: Array,
    bits: Any,
    part: Any,
    part_shift: Any,
    shift: Any,
    skipped: Any,
    seen: Array,
    norm: Array,
    out: Array,
) -> int:  # pragma: no cover - compiled
    """Write a key (hash, view number in the low `bits`) for each shingle that may stand in two views.

    Only the hashes whose high bits (`part_shift` leaves those) are `part`, and with no bit of `skipped`, are looked at.
    All are written and counted in `seen` by further bits; then those whose slot was hit once are taken out again and
    counted in `norm`.  Returns how many keys are left.
    """
    mix, last_mix = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9)
    last_slot, low = np.uint64(len(seen) - 1), (np.uint64(1) << bits) - np.uint64(1)
    written = 0
    for view in range(len(bounds) - 1):
        own = np.uint64(apart[view]) * mix
        for place in range(bounds[view], bounds[view + 1]):
            code = codes[place]
            size = 3 if code >= 0x2E80 and (code < 0xA4D0 or code >= 0xF900) else 6
            if place + size > bounds[view + 1]:
                continue
            value = np.uint64(0)
            for n in range(size):
                value = (value + np.uint64(codes[place + n])) * mix
                value ^= value >> np.uint64(29)
            value *= last_mix
            value ^= value >> np.uint64(32)
            value ^= own
            # A shift by all 64 bits means nothing to the machine: there is one part then.
            if (part_shift < 64 and value >> part_shift != part) or value & skipped:
                continue
            slot = (value >> shift) & last_slot
            if seen[slot] < 2:
                seen[slot] += 1
            out[written] = ((value >> bits) << bits) | np.uint64(view)
            written += 1
    left = 0
    for n in range(written):
        if seen[(out[n] >> shift) & last_slot] < 2:
            norm[np.int64(out[n] & low)] += 1
        else:
            out[left] = out[n]
            left += 1
    return left


@numba.njit(nogil=True, cache=True)  # type: ignore[misc,unused-ignore]
def rare_groups(
    keys: Array, bits: Any, common: int, norm: Array, members: Array, sizes: Array
) -> tuple[int, int]:  # pragma: no cover - compiled
    """Write the views and the sizes of the groups of equal hashes that 2 to `common` views hold; count `norm`.

    `keys` are sorted.  Returns how many sizes and how many views were written.
    """
    low = (np.uint64(1) << bits) - np.uint64(1)
    groups = held = place = 0
    while place < len(keys):
        value = keys[place] >> bits
        first = held
        while place < len(keys) and keys[place] >> bits == value:
            view = np.int32(keys[place] & low)
            if held == first or members[held - 1] != view:
                members[held] = view
                norm[view] += 1
                held += 1
            place += 1
        if held - first < 2 or held - first > common:
            held = first
        else:
            sizes[groups] = held - first
            groups += 1
    return groups, held


@numba.njit(nogil=True, cache=True)  # type: ignore[misc,unused-ignore]
def turned(sizes: Array, members: Array, bounds: Array, groups: Array) -> None:  # pragma: no cover - compiled
    """Write for each view the groups it is in, ascending; `bounds` say where the groups of a view begin."""
    place = bounds[:-1].copy()
    held = 0
    for group in range(len(sizes)):
        for _ in range(sizes[group]):
            view = members[held]
            groups[place[view]] = group
            place[view] += 1
            held += 1

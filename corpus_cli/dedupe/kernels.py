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
    for a in range(first, last):
        for b in range(a + 1, rows):
            limit = int(allowed * (lengths[a] + lengths[b]) + 1e-6)
            if lengths[b] - lengths[a] > limit:
                break
            distance = np.int32(0)
            for k in range(64):
                distance += abs(np.int32(bags[a, k]) - np.int32(bags[b, k]))
            if distance > limit:
                continue
            distance = np.int32(0)
            for k in range(wide.shape[1]):
                distance += abs(np.int32(wide[a, k]) - np.int32(wide[b, k]))
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
    out: Array,
) -> int:  # pragma: no cover - compiled
    """Write (earlier unit, unit, shared shingles) for the pairs that share enough; return how many there are.

    Unit `u` holds the shingle groups `groups[bounds[u]:bounds[u + 1]]`; group `g` is held by the units
    `members[starts[g]:starts[g] + sizes[g]]`, ascending.  Enough is `least` and `share` percent of the smaller norm.
    """
    units = len(bounds) - 1
    counts = np.zeros(units, np.int32)
    touched = np.empty(units, np.int32)
    found = 0
    for unit in range(units):
        many = 0
        for place in range(bounds[unit], bounds[unit + 1]):
            group = groups[place]
            for n in range(starts[group], starts[group] + sizes[group]):
                other = members[n]
                if other >= unit:
                    break
                if counts[other] == 0:
                    touched[many] = other
                    many += 1
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

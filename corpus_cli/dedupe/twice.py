"""Find phrases that are said twice in a row in many texts, in a compiled loop (numba, the extra `fast`).

Imported only when numba is there and there is enough to do; `soundness.py` holds the plain form with the same result.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


@numba.njit(nogil=True, cache=True)  # type: ignore[misc,unused-ignore]
def doubled(
    codes: Array, ends: Array, steps: Array, sizes: Array, longest: int
) -> Array:  # pragma: no cover - compiled
    """Return for each text the length of its phrases that are said twice in a row, and one more for each.

    Text `t` ends at `ends[t]`; each `steps[t]`-th piece of `sizes[t]` codes is looked for up to `longest` further on.
    """
    found = np.zeros(len(ends), np.int64)
    for t in range(len(ends)):
        first, last, size = ends[t - 1] if t else 0, ends[t], sizes[t]
        behind = first
        for start in range(first, last - size, steps[t]):
            second = _next(codes, start, size, min(start + longest, last - size))
            if second < 0 or start < behind:
                continue
            back = second - start
            same = start
            while same + back < last and codes[same] == codes[same + back]:
                same += 1
            before = start
            while before > first and codes[before - 1] == codes[before - 1 + back]:
                before -= 1
            if same - before >= back:
                found[t] += back + 1
                behind = second + back
    return found


@numba.njit(nogil=True, cache=True)  # type: ignore[misc,unused-ignore]
def _next(codes: Array, start: int, size: int, most: int) -> int:  # pragma: no cover - compiled
    """Return where the piece from `start` on stands next, without overlap and up to `most`, or -1."""
    for place in range(start + size, most + 1):
        same = 0
        while same < size and codes[place + same] == codes[start + same]:
            same += 1
        if same == size:
            return place
    return -1

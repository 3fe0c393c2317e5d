"""Many texts as one array of codes, so that numpy can test a whole batch at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

# Signs around the joined texts, so that a stretch before the first sign of a text can be read.
PADDING = "\n" * 8
BEYOND = "\ue000"
"""The sign whose code stands for all code points beyond the basic plane."""

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def join(texts: Sequence[str]) -> str:
    """Return the texts on lines of their own, with line ends before and behind."""
    return PADDING + "\n".join(texts) + PADDING


def codes_of(joined: str) -> Array:
    """Return the codes of a text, one for each code point; all beyond the basic plane have the same."""
    units = joined.encode("utf-16-le", "surrogatepass")
    if len(units) != 2 * len(joined):
        units = _ASTRAL.sub(BEYOND, joined).encode("utf-16-le", "surrogatepass")
    return np.frombuffer(units, "<u2")


def firsts_of(texts: Sequence[str]) -> Array:
    """Return where each text begins in the joined ones, and where one more would."""
    sizes = np.fromiter(map(len, texts), np.int64, len(texts))
    return np.cumsum(np.append(len(PADDING), sizes + 1))


def by_text(texts: Sequence[str], found: Array) -> dict[int, list[int]]:
    """Return the places found in the joined texts as places in the texts, by the number of the text."""
    parted: dict[int, list[int]] = {}
    if len(found):
        firsts = firsts_of(texts)
        numbers = np.searchsorted(firsts, found, "right") - 1
        for number, place in zip(numbers.tolist(), (found - firsts[numbers]).tolist(), strict=True):
            parted.setdefault(number, []).append(place)
    return parted


def behind(codes: Array, starts: Array, kind: Array, step: int = 1) -> Array:
    """Return the first place from each start on, forwards or backwards, that is not of a kind."""
    starts = starts.copy()
    on = np.flatnonzero(kind[codes[starts]])
    for _ in range(4):
        if not len(on):
            return starts
        starts[on] += step
        on = on[kind[codes[starts[on]]]]
    others = np.flatnonzero(~kind[codes])
    if step > 0:
        starts[on] = others[np.searchsorted(others, starts[on])]
    else:
        starts[on] = others[np.searchsorted(others, starts[on], "right") - 1]
    return starts


@lru_cache(maxsize=1)
def blanks() -> Array:
    """Return which codes are blanks; no line end is one."""
    found = np.zeros(1 << 16, bool)
    found[[code for code in range(1 << 16) if chr(code).isspace() and chr(code) != "\n"]] = True
    return found

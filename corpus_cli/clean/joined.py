"""Many texts as one array of codes, so that numpy can test a whole batch at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Answer = TypeVar("Answer")

# Signs around the joined texts, so that a stretch before the first sign of a text can be read.
PADDING = "\n" * 8
BEYOND = "\ue000"
"""The sign whose code stands for all code points beyond the basic plane."""

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Joined(NamedTuple):
    """Hold texts on lines of their own with line ends before and behind, the codes, and where each text begins.

    There is one code for each code point, the same for all beyond the basic plane.  `firsts` has a last place more,
    where one more text would begin.
    """

    text: str
    codes: Array
    firsts: Array

    def by_text(self, found: Array) -> dict[int, list[int]]:
        """Return places found here as places in the texts, by the number of the text."""
        parted: dict[int, list[int]] = {}
        if len(found):
            numbers = np.searchsorted(self.firsts, found, "right") - 1
            for number, place in zip(numbers.tolist(), (found - self.firsts[numbers]).tolist(), strict=True):
                parted.setdefault(number, []).append(place)
        return parted


def joined(texts: Sequence[str]) -> Joined:
    """Return texts joined; several rules ask for the same texts one behind the other, so the last ones are kept."""
    return _joined(tuple(texts))


@lru_cache(maxsize=1)
def _joined(texts: tuple[str, ...]) -> Joined:
    text = PADDING + "\n".join(texts) + PADDING
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) != 2 * len(text):
        units = _ASTRAL.sub(BEYOND, text).encode("utf-16-le", "surrogatepass")
    sizes = np.fromiter(map(len, texts), np.int64, len(texts))
    firsts = np.cumsum(np.append(len(PADDING), sizes + 1))
    return Joined(text, np.frombuffer(units, "<u2"), firsts)


class Latest(Generic[Answer]):
    """Keep the answers to the latest texts: several rules ask the same about them, one behind the other."""

    def __init__(self, ask: Callable[[Sequence[str]], Sequence[Answer]]) -> None:
        self._ask = ask
        self._known: dict[str, Answer] = {}

    def __call__(self, texts: Sequence[str]) -> list[Answer]:
        """Return the answer for every text, asking only for those that are new."""
        new = [text for text in texts if text not in self._known]
        if new:
            found = dict(zip(new, self._ask(new), strict=True))
            self._known = {text: self._known[text] if text in self._known else found[text] for text in texts}
        return [self._known[text] for text in texts]


class Lines(NamedTuple):
    """Hold the lines with text on them of joined texts: their places, and the number of the text each is of.

    `starts` and `pieces` are starts and sizes with the blanks around the lines, `begins` and `lasts` the places of the
    first and last sign that is none.
    """

    starts: Array
    pieces: Array
    begins: Array
    lasts: Array
    text: Array


def lines_of(texts: Joined) -> Lines:
    """Return the lines that have text on them."""
    codes = texts.codes
    ends = np.flatnonzero(codes == ord("\n"))
    pieces = np.diff(ends) - 1
    starts, pieces = ends[:-1][pieces > 0] + 1, pieces[pieces > 0]
    lasts = behind(codes, starts + pieces - 1, blanks(), -1)
    has_text = lasts >= starts
    starts, pieces, lasts = starts[has_text], pieces[has_text], lasts[has_text]
    numbers = np.searchsorted(texts.firsts, starts, "right") - 1
    return Lines(starts, pieces, behind(codes, starts, blanks()), lasts, numbers)


def table_of(signs: Iterable[str]) -> Array:
    """Return for every code whether its sign is one of some."""
    table = np.zeros(1 << 16, bool)
    table[[ord(sign) for sign in signs]] = True
    return table


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
    return table_of(sign for sign in map(chr, range(1 << 16)) if sign.isspace() and sign != "\n")

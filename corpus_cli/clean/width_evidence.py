"""Say which texts have lines of a common width, by the ends and widths of all lines of a batch at once.

Nearly no text of a vision model is wrapped, and reading the layout of one looks at every line.  The tests are those
with which `read_layout` begins; they are wrong only by letting a text through.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from corpus_cli.clean.joined import BEYOND, Array, Latest, joined, lines_of, table_of
from corpus_cli.clean.wrapping import FEWEST_LINES, MARKS, SPAN, WIDEST, may_be_wrapped

_WIDER = 1 << 24
"""Wider than a line that is looked at; wider ones count as this wide."""


def _may_have_layout(texts: Sequence[str]) -> list[bool]:
    may = [may_be_wrapped(text) for text in texts]
    asked = [number for number, is_open in enumerate(may) if is_open]
    if asked:
        for number, is_open in zip(asked, _have_common_width([texts[number] for number in asked]), strict=True):
            may[number] = is_open
    return may


may_have_layout = Latest(_may_have_layout)
"""Return for every text whether half of its lines can have the width of full ones."""


def _have_common_width(texts: Sequence[str]) -> list[bool]:
    """Return for every text whether it passes the tests; none is without line ends."""
    all_texts = joined(texts)
    _, codes, firsts = all_texts
    _, pieces, begins, lasts, text = lines_of(all_texts)
    counts = np.bincount(text, minlength=len(texts))

    is_long = pieces > WIDEST
    too_long = 2 * np.bincount(text[is_long], pieces[is_long], len(texts)) > np.diff(firsts) - 1
    stops_open = 4 * np.bincount(text[~_marks()[codes[lasts]]], minlength=len(texts)) >= counts
    until = np.cumsum(_widths().take(codes), dtype=np.int64)
    may = _share_width(text, until[lasts] - until[begins - 1], counts)
    may |= _share_length(text, lasts - begins + 1, counts)
    may &= (counts >= FEWEST_LINES) & stops_open & ~too_long
    # How wide a sign beyond the basic plane is, its code does not say.
    may[list(all_texts.by_text(np.flatnonzero(codes == ord(BEYOND))))] = True
    answers: list[bool] = may.tolist()
    return answers


def _share_width(text: Array, widths: Array, counts: Array) -> Array:
    """Return for every text whether lines that hold half of it lie as near to each other as full Chinese lines do."""
    ranked = np.sort(text * _WIDER + np.minimum(widths, _WIDER - 1))
    sums = np.concatenate(([0], np.cumsum(ranked % _WIDER)))
    near = sums[np.searchsorted(ranked, ranked + SPAN, "right")] - sums[:-1]
    ends = np.cumsum(counts)
    totals = sums[ends] - sums[ends - counts]
    return np.bincount(text[2 * near >= totals[text]], minlength=len(counts)) > 0


def _share_length(text: Array, sizes: Array, counts: Array) -> Array:
    """Return for every text whether half of its lengths lie as near to each other as those of full Latin lines do."""
    ranked = np.sort(text * _WIDER + np.minimum(sizes, _WIDER - 1))
    ends = np.cumsum(counts)
    full = np.zeros(len(counts), np.int64)
    some = counts > 0
    full[some] = ranked[(ends - counts + counts * 4 // 5)[some]] % _WIDER
    is_full = (full[text] * 0.8 <= sizes) & (sizes <= full[text] * 1.25)
    return (full <= WIDEST) & (2 * np.bincount(text[is_full], minlength=len(counts)) >= counts)


@lru_cache(maxsize=1)
def _widths() -> Array:
    """Return of how many bytes of GB 18030 every code is."""
    widths = np.full(1 << 16, 4, np.uint8)
    pairs = bytes(byte for lead in range(0x81, 0xFF) for tail in range(0x40, 0xFF) for byte in (lead, tail))
    widths[[ord(sign) for sign in pairs.decode("gb18030", "ignore") if ord(sign) < 1 << 16]] = 2
    widths[:0x80] = 1
    widths[0xD800:0xE000] = 1
    return widths


@lru_cache(maxsize=1)
def _marks() -> Array:
    """Return which codes are the marks that a line may end in."""
    return table_of(MARKS)

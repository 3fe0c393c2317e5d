"""Say which texts have a line of running text that stops open, by the last signs of all lines of a batch at once.

Nearly every line ends as a sentence does, or is too short to be running text.  The test is wrong only by letting a
text through.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from corpus_cli.clean.joined import Array, joined, lines_of, table_of
from corpus_cli.clean.layout import RUNNING_TEXT
from corpus_cli.text.han import CLOSERS

LONG = 40
"""How long a line is that is cut at a line end without a blank line."""


def may_have_cuts(texts: Sequence[str]) -> list[bool]:
    """Return for every text whether a line in it can be cut."""
    all_texts = joined(texts)
    codes = all_texts.codes
    starts, pieces, begins, lasts, text = lines_of(all_texts)
    ends, closers, marks = _tables()
    may = ~(ends[codes[lasts]] | (closers[codes[lasts]] & ends[codes[lasts - 1]]))
    gaps = np.diff(starts, append=len(codes)) - pieces
    may &= (gaps > 1) | (pieces >= LONG)
    places = np.flatnonzero(marks.take(codes))
    has_mark = np.searchsorted(places, begins) < np.searchsorted(places, lasts, "right")
    may &= has_mark | (pieces >= RUNNING_TEXT)
    found = np.zeros(len(texts), bool)
    found[text[may]] = True
    answers: list[bool] = found.tolist()
    return answers


@lru_cache(maxsize=1)
def _tables() -> tuple[Array, Array, Array]:
    """Return which codes end no open line, close quotes and brackets, and are marks of running text."""
    return table_of("。！？!?….：:"), table_of(CLOSERS), table_of("，。；！？、,;!?.")

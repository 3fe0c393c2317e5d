"""Say which texts show that they have heads or page numbers, by the few short lines with a digit in them.

Nearly no text has furniture, and the search for it looks at every line.  So it is asked only for texts with a line
in the form of a masthead, with two numbers that count on, with a page break, or with `page n of m`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from corpus_cli.clean.furniture import masthead_name
from corpus_cli.clean.joined import BEYOND, Array, by_text, codes_of, join
from corpus_cli.clean.page_lines import LONGEST_HEAD, LONGEST_LINE, NEIGHBOURS, shortened
from corpus_cli.clean.page_numbers import MOST_PAGES, is_page_of, page_number


def may_have_furniture(texts: Sequence[str]) -> list[bool]:
    """Return for every text whether the search for furniture can find anything in it."""
    numbered = by_text(texts, _lines_with_digits(join(texts)))
    return [_has_sign(text) or _shows(text, starts) for text, starts in zip(texts, numbered, strict=True)]


def _has_sign(text: str) -> bool:
    return "VOL" in text or "Vol" in text or "Vo1" in text or "\f" in text


def _lines_with_digits(joined: str) -> Array:
    """Return where the lines start that have a digit and may be short enough for a head without their blanks."""
    codes = codes_of(joined)
    # A table of all codes would take four times as long; digits of other scripts stand where these comparisons hold.
    some = np.flatnonzero(
        (codes == 10)
        | (codes - np.uint16(48) < 10)
        | (codes - np.uint16(0x0660) < 0x1600)
        | (codes - np.uint16(0xA620) < 0x600)
        | (codes - np.uint16(0xE000) < 1)
        | (codes - np.uint16(0xFF10) < 10)
    )
    kinds = _kinds()[codes[some]]
    is_line_end = kinds == 2
    ends = some[is_line_end]
    lines = np.unique(np.cumsum(is_line_end)[kinds == 1])
    starts = ends[lines - 1] + 1
    numbered: Array = starts[ends[lines] - starts <= LONGEST_LINE]
    return numbered


@lru_cache(maxsize=1)
def _kinds() -> Array:
    """Return for every code 2 where it ends a line, 1 where it is a digit, else 0."""
    kinds = np.zeros(1 << 16, np.uint8)
    kinds[[code for code in range(1 << 16) if chr(code).isdecimal()]] = 1
    kinds[ord(BEYOND)] = 1
    kinds[10] = 2
    return kinds


def _shows(text: str, starts: Sequence[int]) -> bool:
    """Return whether the lines with digits hold a masthead, `page n of m`, or two numbers that count on."""
    numbers: list[int] = []
    has_gaps = "  " in text
    for start in starts:
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else None]
        if len(line) > LONGEST_HEAD and not (has_gaps or line[0].isspace() or line[-1].isspace()):
            continue
        line = shortened(line)
        if len(line) > LONGEST_HEAD:
            continue
        if is_page_of(line) or masthead_name(line) is not None:
            return True
        number = page_number(line)
        if number is not None:
            if any(0 < number - before <= MOST_PAGES for before in numbers[-NEIGHBOURS:]):
                return True
            numbers.append(number)
    return False

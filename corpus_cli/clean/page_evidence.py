"""Say which texts show that they have heads or page numbers, by the few short lines with a digit in them.

Nearly no text has furniture, and the search for it looks at every line.  So it is asked only for texts with a line
in the form of a masthead, with two numbers that count on, with a page break, with `page n of m`, or with lines of a
common width, between which running lines may stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from corpus_cli.clean.furniture import masthead_name
from corpus_cli.clean.joined import BEYOND, Array, joined
from corpus_cli.clean.page_lines import LONGEST_HEAD, LONGEST_LINE, NEIGHBOURS, shortened
from corpus_cli.clean.page_numbers import MOST_PAGES, is_page_of, page_number
from corpus_cli.clean.width_evidence import may_have_layout


class _Signs(NamedTuple):
    """Hold where lines start that have a digit, by their length, and where a page break or a V stands."""

    short: Array
    long: Array
    letters: Array


def may_have_furniture(texts: Sequence[str]) -> list[bool]:
    """Return for every text whether the search for furniture can find anything in it."""
    all_texts = joined(texts)
    signs = _signs(all_texts.codes)
    heads = ("\f", "VOL", "Vol", "Vo1")
    breaks = [place for place in signs.letters.tolist() if all_texts.text.startswith(heads, place)]
    short, long = all_texts.by_text(signs.short), all_texts.by_text(signs.long)
    shown = set(all_texts.by_text(np.array(breaks, np.int64)))
    shown.update(
        number
        for number in (short.keys() | long.keys()) - shown
        if _shows(texts[number], short.get(number, ()), long.get(number, ()))
    )
    # A masthead with a volume in Chinese numerals has no digit: 第三卷第五期.
    shown.update(number for number, text in enumerate(texts) if "卷" in text)
    wrapped = may_have_layout(texts)
    return [number in shown or wrapped[number] for number in range(len(texts))]


def _signs(codes: Array) -> _Signs:
    """Return where in the joined texts heads and page numbers may stand."""
    # A table of all codes would take four times as long; digits of other scripts stand where these comparisons hold.
    some = np.flatnonzero(
        (codes == 10)
        | (codes - np.uint16(48) < 10)
        | (codes - np.uint16(0x0660) < 0x1600)
        | (codes - np.uint16(0xA620) < 0x600)
        | (codes - np.uint16(0xE000) < 1)
        | (codes - np.uint16(0xFF10) < 10)
        | (codes == ord("V"))
        | (codes == ord("\f"))
    )
    kinds = _kinds()[codes[some]]
    is_line_end = kinds == _LINE_END
    ends = some[is_line_end]
    line = np.cumsum(is_line_end)[kinds == _DIGIT]
    line = line[np.flatnonzero(np.diff(line, prepend=-1))]
    starts, ends = ends[line - 1] + 1, ends[line]
    sizes = ends - starts
    # A line may be padded with blanks.
    is_short = (sizes <= LONGEST_HEAD) | (codes[starts] <= 32) | (codes[starts] == 0x3000) | (codes[ends - 1] <= 32)
    is_long = ~is_short & (sizes <= LONGEST_LINE)
    return _Signs(starts[is_short], starts[is_long], some[kinds == _LETTER])


_LETTER, _DIGIT, _LINE_END = 1, 2, 3


@lru_cache(maxsize=1)
def _kinds() -> Array:
    """Return for every code whether it ends a line, is a digit, a page break or a V."""
    kinds = np.zeros(1 << 16, np.uint8)
    kinds[[code for code in range(1 << 16) if chr(code).isdecimal()]] = _DIGIT
    kinds[ord(BEYOND)] = _DIGIT
    kinds[[ord("V"), ord("\f")]] = _LETTER
    kinds[ord("\n")] = _LINE_END
    return kinds


def _shows(text: str, short: Sequence[int], long: Sequence[int]) -> bool:
    """Return whether the lines with digits hold a masthead, `page n of m`, or two numbers that count on."""
    if long and "  " in text:
        short = sorted((*short, *long))
    numbers: list[int] = []
    for start in short:
        end = text.find("\n", start)
        line = shortened(text[start : end if end >= 0 else None])
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

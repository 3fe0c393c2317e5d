"""Judge whether a decoded text can be what an author wrote: the signs it is made of, and how common they are.

Character frequencies come from wordfreq's Chinese list, which is in simplified script; a traditional character has
the frequency of its simplified form.  The list is loaded when a text asks for it, which few texts do.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

import regex

from corpus_cli.text.han import HAN
from corpus_cli.text.simplified import SIMPLIFIED, TRADITIONAL
from corpus_cli.text.word_list import word_shares

_HAN = regex.compile(f"[{HAN}]")
# What Chinese and Japanese pages are made of, beside ASCII.
_PAGE_SIGN = regex.compile(
    rf"[{HAN}\u3001-\u301f\u3041-\u30ff\uff01-\uff5e\uffe5·×÷°—‘’“”…‰′″※℃Ⅰ-Ⅻ①-⑳■□▲△○●◎★☆→\u3000]"
)
_UNWRITTEN = regex.compile(r"[\p{Cc}\p{Cn}\p{Co}\p{Cs}\ufffd]")
_FLOOR = -7.5


def mean_frequency(text: str) -> float:
    """Return the mean frequency of a text's Han characters as log10 of a share; the floor where there are none.

    >>> mean_frequency("他们的会议") > -3.2 > mean_frequency("浠栦滑鐨勪細璁")
    True
    """
    characters = _HAN.findall(text)
    shares = _shares()
    return sum(shares.get(sign, _FLOOR) for sign in characters) / len(characters) if characters else _FLOOR


def is_page_text(text: str) -> bool:
    """Return whether all signs beyond ASCII are such as Chinese and Japanese pages are made of."""
    return all(sign.isascii() or _PAGE_SIGN.match(sign) for sign in text) and not _UNWRITTEN.search(text)


def is_written(text: str) -> bool:
    """Return whether a text holds no control code, no unassigned or private code point and no U+FFFD."""
    return not _UNWRITTEN.search(text)


@cache
def _shares() -> Mapping[str, float]:
    """Return log10 of each Han character's share of all Han characters in running text."""
    sums: dict[str, float] = {}
    for word, frequency in word_shares("zh").items():
        for sign in word:
            sums[sign] = sums.get(sign, 0.0) + frequency
    sums = {sign: value for sign, value in sums.items() if _HAN.match(sign)}
    total = sum(sums.values())
    shares = {sign: math.log10(value / total) for sign, value in sums.items()}
    for traditional, simplified in zip(TRADITIONAL, SIMPLIFIED, strict=True):
        if simplified in shares:
            shares[traditional] = max(shares.get(traditional, _FLOOR), shares[simplified])
    return shares

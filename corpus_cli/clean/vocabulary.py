"""How common an English word is, by wordfreq's list, loaded when a rule asks for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

RARE = 2e-8
"""The share up to which a word of the list counts as unknown."""

_RUN = re.compile(r"\b[a-zà-öø-ÿ][a-z1!|{05@à-öø-ÿSWPCOVIJT]{2,}")


def share(word: str) -> float:
    """Return the share of a word among the words of English; 0 for a word not in the list.

    >>> share("river") > share("rivulet") > share("rivcr")
    True
    """
    return _shares().get(word, 0.0)


@lru_cache(maxsize=8)
def words_in(text: str) -> frozenset[str]:
    """Return the runs of three small letters and more in a text, with signs that pass for letters."""
    return frozenset(_RUN.findall(text))


def unknown_words(text: str) -> frozenset[str]:
    """Return the words of a text that are in no list.

    Whole sets are compared, because one look-up a word would take longer than all other rules.
    """
    return words_in(text) - _known()


@cache
def _known() -> frozenset[str]:
    """Return the words of small letters in the list, without the rarest, among which are misreadings."""
    return frozenset(word for word, value in _shares().items() if value > RARE)


@cache
def _shares() -> Mapping[str, float]:
    from wordfreq import get_frequency_dict  # slow to import, and few texts come here

    shares: Mapping[str, float] = get_frequency_dict("en", wordlist="large")
    return shares

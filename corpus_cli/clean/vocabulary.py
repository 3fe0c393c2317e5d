"""How common an English word is, by wordfreq's list, loaded when a rule asks for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from corpus_cli.text.word_list import word_shares

RARE = 2e-8
"""The share up to which a word of the list counts as unknown."""

_RUN = re.compile(r"[A-Za-zà-öø-ÿ1!|{05@]{3,}")


def share(word: str) -> float:
    """Return the share of a word among the words of English; 0 for a word not in the list.

    >>> share("river") > share("rivulet") > share("rivcr")
    True
    """
    return _shares().get(word, 0.0)


@lru_cache(maxsize=8)
def words_in(text: str) -> frozenset[str]:
    """Return the words of three letters and more in a text that begin with a small one; some signs pass for letters."""
    # Every word once: half of running text is words that stood there before.
    return frozenset(word for word in set(_RUN.findall(" ".join(set(text.split())))) if word[0].islower())


def unknown_words(text: str) -> frozenset[str]:
    """Return the words of a text that are in no list.

    Whole sets are compared, because one look-up a word would take longer than all other rules.
    """
    return words_in(text) - known_words()


@cache
def known_words() -> frozenset[str]:
    """Return the words of small letters in the list, without the rarest, among which are misreadings."""
    return frozenset(word for word, value in _shares().items() if value > RARE)


@cache
def _shares() -> Mapping[str, float]:
    return word_shares("en")

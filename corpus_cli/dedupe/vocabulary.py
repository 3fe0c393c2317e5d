"""Know the words of a language, by wordfreq's lists, loaded when a pair or a cluster asks for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from operator import add

from corpus_cli.text.han import HAN, has_han

# Small letters only: a name has a capital and stands in no list, and no copy is worse for it.
_WORDS = re.compile(r"\b[a-zß-öø-ÿ]\w{2,}")
_HAN = re.compile(f"[{HAN}]{{2,}}")


def share(word: str, language: str) -> float:
    """Return the share of a word among the running words of a language (en, ru, zh); 0 for a word not in the list.

    >>> share("母亲", "zh") > share("平方尺", "zh") > share("毋亲", "zh") == 0
    True
    """
    return _shares(language, "large" if language == "zh" else "small").get(word, 0.0)


def strange_words(text: str) -> int:
    """Return how many English words of small letters, each counted once, no list has.

    >>> strange_words("the rnill will grind the flrst sack")
    2
    """
    if not text.isascii() and has_han(text):
        return 0
    return len(set(_WORDS.findall(text)) - _known("en"))


def strange_pairs(text: str) -> int:
    """Return how many pairs of neighbouring Han are no word of two: a misread sign makes one or two more.

    >>> strange_pairs("新馆正式开馆") < strange_pairs("新馆正式开倌")
    True
    """
    if text.isascii() or not has_han(text):
        return 0
    pairs = [pair for run in _HAN.findall(text) for pair in map(add, run, run[1:])]
    return len(pairs) - sum(map(_known("zh").__contains__, pairs))


@cache
def _known(language: str) -> frozenset[str]:
    """Return the commoner words of a language."""
    return frozenset(_shares(language, "small"))


@cache
def _shares(language: str, size: str) -> Mapping[str, float]:
    from wordfreq import get_frequency_dict  # slow to import, and few texts come here

    shares: Mapping[str, float] = get_frequency_dict(language, wordlist=size)
    return shares

"""Know the words of a language, by wordfreq's lists, loaded when a pair or a cluster asks for them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from corpus_cli.text.han import has_han
from corpus_cli.text.word_list import word_shares

# Small letters only: a name has a capital and stands in no list, and no copy is worse for it.
_WORDS = re.compile(r"\b[a-zß-öø-ÿ]\w{2,}")
Codes = npt.NDArray[np.uint32]
_HAN = 0x3400, 0xA000
_SLOTS = 1 << 22
LEAST = 1e-7
"""Words with a smaller share of the running words are not known."""


def share(word: str, language: str) -> float:
    """Return the share of a word among the running words of a language (en, ru, zh); 0 for one that is not known.

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
    return strange_pairs_of([text])[0]


def strange_pairs_of(texts: Sequence[str]) -> list[int]:
    """Return the strange pairs of each text: many are counted at once."""
    written = [b"" if text.isascii() else text.encode("utf-16-le", "surrogatepass") for text in texts]
    codes = np.frombuffer(b"".join(written), np.uint16).astype(np.uint32)
    han = (codes >= _HAN[0]) & (codes < _HAN[1])
    strange = han[1:] & han[:-1]
    if not strange.any():
        return [0] * len(texts)
    strange &= ~_known_pairs()[_slots(codes[:-1], codes[1:])]
    ends = np.cumsum([len(text) // 2 for text in written])
    # No pair stands across two texts.
    strange[ends[(ends > 0) & (ends < len(codes))] - 1] = False
    counts = np.concatenate((np.zeros(1, np.int64), np.cumsum(strange), [np.count_nonzero(strange)]))
    return np.diff(counts[ends], prepend=0).tolist()  # type: ignore[no-any-return]


def _slots(first: Codes, second: Codes) -> Codes:
    """Return where pairs of signs stand in the table of pairs; one pair in two hundred shares a slot with a word."""
    return (first * np.uint32(40503) + second) & np.uint32(_SLOTS - 1)


@cache
def _known_pairs() -> npt.NDArray[np.bool_]:
    """Return the table of the commoner Chinese words of two signs."""
    words = "".join(word for word in _known("zh") if len(word) == 2)
    codes = np.frombuffer(words.encode("utf-32-le"), np.uint32).reshape(-1, 2)
    table = np.zeros(_SLOTS, np.bool_)
    table[_slots(codes[:, 0], codes[:, 1])] = True
    return table


@cache
def _known(language: str) -> frozenset[str]:
    """Return the commoner words of a language."""
    return frozenset(_shares(language, "small"))


@cache
def _shares(language: str, size: str) -> Mapping[str, float]:
    return word_shares(language, size, LEAST)

"""Weigh whether a word of an English page is a misreading of a commoner one, by how much of the page was misread.

A noisy channel (Kernighan, Church, Gale 1990, "A spelling correction program based on a noisy channel model"): a
word is as likely misread as the page is noisy times the share of the word meant, and as likely sound as its own
share.  The noise is counted on the page itself, by its words that no list knows and that are one confusion away from
a common one: on a clean page no word is doubted, on a bad one `bave`, `ail` and `whe` are not believed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from string import ascii_lowercase
from typing import NamedTuple

import regex

from corpus_cli.clean.lexicon import Lexicon
from corpus_cli.clean.spelling import confused, is_english, is_known, paragraph_at
from corpus_cli.clean.vocabulary import RARE, known_words, share

_WORD = regex.compile(r"(?<![\w'’@./#&-])(?<!-[ \n])[A-Za-zé1!|{05@][a-zé1!|{05@]{1,23}(?![\w@/#&'’!|{-]|\.\w|\n?-)")
_LETTER = regex.compile(r"[a-z]")
_IN_CLAUSE = regex.compile(r"[a-z,;] $")
_CAPITALS = {"J": ("l", "i", "d"), "I": ("l", "i"), "T": ("l", "i", "t"), "F": ("r", "f"), "L": ("b", "l")}
"""Small letters that are read as capitals in the middle of a clause."""

_PREFIXES = tuple("un in im dis re mis over under non super out fore inter sub pre co ir".split())
_COMMON = 1e-6
_SURE_LENGTH = 4
_PRIOR_MISREAD, _PRIOR_WORDS = 0.1, 300
"""What is believed of a page before it is read, so that a short one is not believed to be noisy or clean."""

_ODDS = 10.0
_LEAD = 8.0
_NONE = "", 0.0
_UNLISTED = 5e-10
"""The share that one word has which no list knows: all of them together are one word in a thousand."""

_LONG = 6
_TWICE, _LETTER_LOST = 0.1, 0.2
"""How likely two confusions, and a letter lost or put in, are to one confusion."""


class Doubt(NamedTuple):
    """Name a word of a text by its place, and what it was misread from."""

    start: int
    end: int
    right: str


def doubted(text: str, lexicon: Lexicon | None) -> Iterator[Doubt]:
    """Yield the words of the English paragraphs that are ten times as likely misread as sound.

    Words that the text or the corpus repeats stay: they are names, terms or dialect.
    """
    found = [match for match in _WORD.finditer(text) if _LETTER.search(match.group())]
    counts = Counter(match.group().lower() for match in found)
    noise = (sum(map(_is_surely_misread, counts)) + _PRIOR_MISREAD) / (len(found) + _PRIOR_WORDS)
    for match in found:
        word = match.group()
        if counts[word.lower()] > 1 or (lexicon is not None and lexicon.count(word) > 1):
            continue
        in_clause = _IN_CLAUSE.search(text, max(0, match.start() - 2), match.start()) is not None
        right, gain = _best(word, in_clause)
        if gain * noise >= _ODDS and is_english(paragraph_at(text, match.start())):
            yield Doubt(match.start(), match.end(), right)


def _is_surely_misread(word: str) -> bool:
    """Return whether a word of small letters is none, and one confusion away from a common one."""
    if len(word) < _SURE_LENGTH or share(word) > RARE or _is_built(word):
        return False
    return any(share(other) > _COMMON for other in confused(word))


def _is_built(word: str) -> bool:
    """Return whether a word is a known one, a form of one, or one with a prefix."""
    if is_known(word):
        return True
    stems = (word[len(prefix) :] for prefix in _PREFIXES if word.startswith(prefix))
    return any(len(stem) > 3 and is_known(stem) for stem in stems)


@lru_cache(maxsize=20_000)
def _best(word: str, in_clause: bool) -> tuple[str, float]:
    """Return what a word was misread from, and how many times likelier that is; nothing where two words may be."""
    small = word.lower()
    own = share(small)
    if len(word) < _LONG and not word.isalpha() and word.isalnum():
        return _NONE
    if word.isupper() or (own <= RARE and _is_built(small)) or (word[-1] == "!" and is_known(small[:-1])):
        return _NONE
    likely: dict[str, float] = {}
    for other, chance in _others(word, small, in_clause, is_unknown=own <= RARE):
        likely[other] = max(likely.get(other, 0.0), chance * share(other.lower()))
    ranked = sorted(((value, other) for other, value in likely.items() if value > 0), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] < _LEAD * ranked[1][0]):
        return _NONE
    return ranked[0][1], ranked[0][0] / (own if own > RARE else _UNLISTED)


def _others(word: str, small: str, in_clause: bool, *, is_unknown: bool) -> Iterator[tuple[str, float]]:
    """Yield what a word may have been, with how likely the change is to one confusion of signs."""
    if not word[0].isupper():
        yield from ((other, 1.0) for other in confused(word))
        if is_unknown and len(word) >= _LONG and word.isascii() and word.isalpha():
            yield from _far(word)
    elif in_clause:
        yield from ((letter + word[1:], 1.0) for letter in _CAPITALS.get(word[0], ()))
    else:
        yield from ((other.capitalize(), 1.0) for other in confused(small) if other[0] == small[0])


def _far(word: str) -> Iterator[tuple[str, float]]:
    """Yield the words that two confusions, or one letter more, less or another one, make a word."""
    known = known_words()
    yield from ((other, _TWICE) for one in confused(word) for other in confused(one) if other in known)
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        yield from ((other, _LETTER_LOST) for letter in ascii_lowercase if (other := before + letter + after) in known)
        if after:
            yield before + after[1:], _LETTER_LOST
            yield from (
                (other, _TWICE) for letter in ascii_lowercase if (other := before + letter + after[1:]) in known
            )

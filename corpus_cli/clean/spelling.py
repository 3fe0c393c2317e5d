"""Find the English word behind a misread one: unknown itself, one confusion of signs away from one common word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import regex

from corpus_cli.clean.lexicon import Lexicon
from corpus_cli.clean.vocabulary import RARE, share, unknown_words


def _confusions(table: str) -> dict[str, tuple[str, ...]]:
    """Return a table written as `read:right,right read:right`."""
    pairs = (entry.split(":") for entry in table.split())
    return {read: tuple(right.split(",")) for read, right in pairs}


# What stands on the page under what was read.
_CONFUSIONS = _confusions(
    "i:t,l,f,r,n,u,e,h,m l:i,t,f,h t:f,l,i,r,u,n f:t,r 1:l,i !:l,i,t j:i {:f,i,t |:l,i é:e è:e ê:e ë:e á:a à:a ó:o ö:o "
    "ii:n,u iii:m ni:m rn:m in:m li:h tl:th,h vv:w fi:h ll:h tt:ll it:n cl:d ri:n "
    "c:e,o e:c,o,a o:e,c,a a:o,u,e,s,n u:n,a n:u,r,h,a h:b,n,li b:h v:r,y y:v r:t,n,m m:rn,n,in d:cl q:g g:q "
    "s:a,e 0:o 5:s k:h z:x S:s W:w P:p C:c O:o V:v I:l,i J:l,i T:l p:g w:u x:z @:a"
)

_NOT_BEFORE, _NOT_AFTER = r"(?<![\w'’@./#&-])(?<!-\n)", r"(?![\w@/#&'’!|{-]|\.\w)"
_WORD = regex.compile(r"[A-Za-z]{2,}")
_FAR = 400
_ENDINGS = (
    "s",
    "es",
    "ed",
    "d",
    "ing",
    "er",
    "ers",
    "ly",
    "ness",
    "less",
    "ful",
    "able",
    "ish",
    "y",
    "like",
    "ment",
    "r",
    "st",
    "est",
    "eth",
)
_CHANGED = (("ies", "y"), ("ied", "y"), ("ier", "y"), ("ily", "y"), ("iness", "y"))
_OLD_WORDS = frozenset(
    "behove behoved behoves behoving pravity chuse chuses chusing spile spiles rowel rowels stoven spinnet spinnets "
    "reconnoissance reconnoissances".split()
)
_PREFIXES = ("un", "re", "dis", "over", "out")
# Speech as it sounds: goin’, tellin'.  Its words are spelt as they are said.
_DIALECT = re.compile(r"[a-z]{2}in[’'](?![a-z])")
_KNOWN_SHARE = 0.8
_REPEATED = 2
_OFTEN = 20
_LONGEST = 24
_LONG = 8  # a misreading as long as this is in no list by chance


class Strictness(NamedTuple):
    """Say how sure a word must be: its least share, its least length, and by how much it must lead the next one."""

    least_share: float
    least_length: int
    lead: float


def misread(text: str, strictness: Strictness, lexicon: Lexicon | None) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and right word of every misread word in the English paragraphs of a text.

    Words that the text or the corpus repeats stay: they are names, terms or dialect.
    """
    unknown = sorted(word for word in unknown_words(text) if len(word) <= _LONGEST)
    fixes = {word: right for word in unknown if (right := _right(word, strictness, lexicon))}
    if not fixes:
        return
    words = "|".join(regex.escape(word) for word in fixes)
    found = list(regex.finditer(_NOT_BEFORE + f"(?:{words})" + _NOT_AFTER, text))
    counts = Counter(match.group() for match in found)
    for match in found:
        word = match.group()
        once = counts[word] < _REPEATED and (lexicon is None or lexicon.count(word) < _REPEATED)
        if not once:
            continue
        paragraph = paragraph_at(text, match.start())
        if is_english(paragraph) and not _DIALECT.search(paragraph):
            yield match.start(), match.end(), fixes[word]


def paragraph_at(text: str, place: int) -> str:
    """Return the line around a place, without what is further away than is needed to tell its language."""
    start = max(text.rfind("\n", 0, place) + 1, place - _FAR)
    end = text.find("\n", place)
    return text[start : min(end if end >= 0 else len(text), place + _FAR)]


def has_english(text: str) -> bool:
    """Return whether a text has any of the words without which no paragraph counts as English."""
    return any(word in text for word in (" the ", " of ", " and ", " to ", " a ", " in "))


def is_english(paragraph: str) -> bool:
    """Return whether nearly all words of a paragraph are in the English list, and enough of them are there to tell.

    >>> is_english("The river rose over night and the fishermen went home.")
    True
    >>> is_english("La rivière est montée pendant la nuit et tout le monde est parti.")
    False
    """
    if not has_english(paragraph):
        return False
    words = _WORD.findall(paragraph)
    common = sum(share(word.lower()) > 1e-4 for word in words)
    known = sum(share(word.lower()) > 1e-6 for word in words)
    return len(words) >= 8 and known >= _KNOWN_SHARE * len(words) and common >= 0.45 * len(words)


def is_known(word: str) -> bool:
    """Return whether the list has a word, or the one it is a form of.

    >>> is_known("strewing"), is_known("mouniains")
    (True, False)
    """
    if share(word) > (RARE if len(word) < _LONG else 0):
        return True
    stems = (word[: -len(ending)] for ending in _ENDINGS if word.endswith(ending) and len(word) - len(ending) > 2)
    changed = (word[: -len(end)] + stem for end, stem in _CHANGED if word.endswith(end) and len(word) > len(end) + 2)
    prefixed = (word[len(prefix) :] for prefix in _PREFIXES if word.startswith(prefix) and len(word) - len(prefix) > 4)
    return (
        any(share(stem) > 1e-8 for stem in changed)
        or any(share(stem) > 1e-7 or share(stem + "e") > 3e-8 for stem in stems)
        or any(share(stem) > 1e-8 for stem in prefixed)
    )


def _right(word: str, strictness: Strictness, lexicon: Lexicon | None) -> str:
    """Return the one word of the list, or else of the corpus, that a word was misread from; or an empty string."""
    right = _best(word, strictness)
    if right or lexicon is None or len(word) < max(strictness.least_length, 4):
        return right
    known = [other for other in confused(word) if lexicon.count(other) >= _OFTEN]
    return known[0] if len(set(known)) == 1 else ""


@lru_cache(maxsize=20_000)
def _best(word: str, strictness: Strictness) -> str:
    """Return the one common word that a word was misread from, or an empty string."""
    least_share, least_length, lead = strictness
    if len(word) < least_length or not word[0].isalpha() or word[-1] in "@{|50" or is_known(word.rstrip("!").lower()):
        return ""
    found = {other: share(other) for other in confused(word) if not _is_old_spelling(word, other)}
    ranked = sorted(((value, other) for other, value in found.items() if value > 0), reverse=True)
    if not ranked or ranked[0][0] < least_share or (len(ranked) > 1 and ranked[0][0] < lead * ranked[1][0]):
        return ""
    return ranked[0][1]


def _is_old_spelling(word: str, other: str) -> bool:
    """Return whether a word is an old one, or the other with the prefix of old spelling: indorse, inclose, imbitter."""
    if word in _OLD_WORDS:
        return True
    return word[:2] in ("in", "im") and other[:2] == "e" + word[1] and word[2:] == other[2:]


def confused(word: str) -> Iterator[str]:
    """Yield what one confusion of signs makes of a word, where it is of small letters only."""
    for start in range(len(word)):
        for length in (1, 2, 3):
            for right in _CONFUSIONS.get(word[start : start + length], ()):
                other = word[:start] + right + word[start + length :]
                if start + length <= len(word) and other.isascii() and other.isalpha() and other.islower():
                    yield other

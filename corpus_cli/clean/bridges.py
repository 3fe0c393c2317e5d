"""Tell whether a word, a number or a pair of brackets goes over a gap, which a paragraph's end would not have.

A page ends where it is full, in the middle of a word as often as not.  Where the signs on both sides of a gap make
a word that they would hardly make by chance, or a bracket opened above is closed below, the two sides are one text,
whatever else stands between them.
"""

from __future__ import annotations

import math
from collections import defaultdict
from functools import lru_cache

import regex

from corpus_cli.text.simplified import simplified
from corpus_cli.text.word_list import word_shares

_PAIRS = tuple(zip("《〈（(“「『【", "》〉）)”」』】", strict=True))
_OPENERS = frozenset(opener for opener, _ in _PAIRS)
_REACH = 30  # signs between a bracket and the gap
_STOP = regex.compile(r"[。！？\n]")
_LONGEST = 3  # signs of a word on each side of the gap
# Words of a paragraph's first sign and the last one of the paragraph before it: on 9,000 paragraph ends of the
# development sets, 15 in 10,000 have one that is this much more frequent than its signs make it by chance; in cuts
# at any place, 2,100 in 10,000.
_LEAST = 1.5
_YEAR = regex.compile(r"(?:1\d|20)\d\d年")
_LAST_DIGITS = regex.compile(r"\d$|(?<!\d)\d{1,3}$")
_FIRST_DIGITS = regex.compile(r"(\d{1,3})\p{Han}|(?:年(?!轻|輕|初|底|末|货|貨|味)|月(?!亮|球|光|初|底)|世[纪紀]|公里)")
# What begins no sentence.  It must not hit 的确, 了解, 们 has no such word.
_NO_BEGINNING = regex.compile(
    r"的(?![确確士])|等(?![待到于於着著了级級我你他她人候车車])|了(?![解不却卻然])|[们們]|元年|世[纪紀]|年(?=[，至的起间間])"
)


def goes_over(left: str, right: str) -> bool:
    """Return whether the end of a text and the beginning of another show that nothing ends between them.

    >>> goes_over("他们前四场比", "赛战成平手"), goes_over("写成（包含西", "藏、青海）"), goes_over("石桥", "第二年")
    (True, True, False)
    """
    right = right.lstrip()
    return (
        _NO_BEGINNING.match(right) is not None
        or _has_open_pair(left, right)
        or _has_number(left, right)
        or _has_word(simplified(left[-_LONGEST:]), simplified(right[:_LONGEST]))
    )


def _has_open_pair(left: str, right: str) -> bool:
    """Return whether a bracket or quote that is open at the end of `left` is closed near the beginning of `right`."""
    near, far = left[-_REACH:], right[:_REACH]
    if _OPENERS.isdisjoint(near):
        return False
    for opener, closer in _PAIRS:
        start, end = near.rfind(opener), far.find(closer)
        if start < 0 or end < 0:
            continue
        inside = near[start + 1 :], far[:end]
        if not any(opener in part or closer in part or _STOP.search(part) for part in inside):
            return True
    return False


def _has_number(left: str, right: str) -> bool:
    """Return whether the digits on both sides are a year, those on the right no number, or none has its measure."""
    last, first = _LAST_DIGITS.search(left), _FIRST_DIGITS.match(right)
    if last and first and first[1]:
        return first[1][0] == "0" or _YEAR.match(last[0] + first[0]) is not None
    return bool(last and first)


def _has_word(left: str, right: str) -> bool:
    """Return whether some last signs and some first ones make a word that is no chance."""
    words, joints = _words()
    if left[-1:] + right[:1] not in joints:
        return False
    return any(left[i:] + right[:j] in words for i in range(len(left)) for j in range(1, len(right) + 1))


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], frozenset[str]]:
    """Return the Chinese words that are much more frequent than chance makes them, and the pairs of signs in them."""
    shares = {word: share for word, share in word_shares("zh", "small").items() if not word.isascii()}
    signs: defaultdict[str, float] = defaultdict(float)
    for word, share in shares.items():
        for sign in word:
            signs[sign] += share
    total = sum(signs.values())
    log = {sign: math.log10(count / total) for sign, count in signs.items()}
    words = frozenset(
        word
        for word, share in shares.items()
        if len(word) > 1 and math.log10(share) - sum(log[sign] for sign in word) >= _LEAST
    )
    return words, frozenset(word[n : n + 2] for word in words for n in range(len(word) - 1))

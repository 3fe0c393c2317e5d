"""When two stretches of text are one text printed twice: the same letters and digits, or the same but for misreadings.

A misreading leaves something that is no word where the other copy has a word (夏线 for 复线) or loses a sign; two
sentences built alike differ by words (the province, the city).  Numbers that differ always make two texts.
"""

from __future__ import annotations

import re
from functools import lru_cache

import regex
from rapidfuzz.distance import Indel, Opcodes

from corpus_cli.text.han import EAST_ASIAN
from corpus_cli.text.word_list import word_shares

NEAR = 0.88
"""The smallest share of signs (0–1, insertions and deletions counted) that near copies have in common."""

_NO_LETTER = regex.compile(r"(?<=[\p{Latin}\d])([^\p{L}\p{M}\p{N}]+)(?=[\p{Latin}\d])|[^\p{L}\p{M}\p{N}]+")
_FULL = re.compile(f"[{EAST_ASIAN}\uac00-\ud7a3]+")
_OTHER_SCRIPT = regex.compile(r"[^\p{Latin}\p{N}\s]")
_ENGLISH = frozenset(("the", "and", "of", "to", "that", "was", "in"))
_NUMBERS = regex.compile(r"\p{Nd}+")
_LATIN_WORD = regex.compile(r"\p{Latin}*")
_LATIN_WORD_BEFORE = regex.compile(r"(?r)\p{Latin}*")
# Signs that change places in sentences built alike; a sign for another of its group is never a misreading.
_GROUPS = """
一二三四五六七八九十百千万亿两零〇 甲乙丙丁戊己庚辛 东南西北中 省市县区乡镇村 男女 上下 前后 左右 大小 多少
"""
_COUNTERPARTS = tuple(map(frozenset, _GROUPS.split()))
_NEGATIONS = frozenset("不未非无没莫勿")
_LONGEST_MISREADING = 2


def bare(text: str) -> str:
    """Return the letters and digits of a text, in small letters, with one blank between Latin words.

    >>> bare("“水，退了。” The  end")
    '水退了the end'
    """
    letters: str = _NO_LETTER.sub(_between, text)
    return letters.lower()


def weight(letters: str) -> float:
    """Return how much a bare text says: a Han character, kana or hangul counts 1, a letter of other scripts a half.

    >>> weight("水退了"), weight("the end"), weight("река")
    (3.0, 3.5, 2.0)
    """
    full = 0 if letters.isascii() else sum(map(len, _FULL.findall(letters)))
    return (len(letters) + full) / 2


def _between(match: regex.Match[str]) -> str:
    return " " if match[1] else ""


def is_near_copy(first: str, second: str) -> bool:
    """Return whether two bare texts are one text with misreadings in one of them, not two texts built alike.

    >>> is_near_copy("国家批准这条铁路为单线并预留复线条件", "国家批准这条铁路为单线并预留夏线条件")
    True
    >>> is_near_copy("省人民政府应当每年向社会公布水质情况", "市人民政府应当每年向社会公布水质情况")
    False
    """
    if first == second:
        return True
    if min(len(first), len(second)) < NEAR * max(len(first), len(second)):
        return False
    if Indel.normalized_similarity(first, second, score_cutoff=NEAR) < NEAR:
        return False
    if _NUMBERS.findall(first) != _NUMBERS.findall(second):
        return False
    return _shows_misreading(first, second, Indel.opcodes(first, second))


def _shows_misreading(first: str, second: str, opcodes: Opcodes) -> bool:
    """Return whether the places that differ are misreadings, as many at least as can be changes of words.

    In Latin script a lost or added letter makes another word as easily as none, so there twice as many must be.  Texts
    in other scripts and languages, whose words are not known, are never taken for misread ones.
    """
    has_han = _FULL.search(first) is not None
    if not has_han and (_OTHER_SCRIPT.search(first) or not _is_english(first)):
        return False
    misread = meant = 0
    for a, b, c, d in _spots(opcodes):
        if max(b - a, d - c) > _LONGEST_MISREADING or _changes_sense(first[a:b].strip(), second[c:d].strip()):
            return False
        broken = _is_broken(first, a, b), _is_broken(second, c, d)
        lost = has_han and (a == b or c == d)
        misread += lost or broken[0] != broken[1]
        meant += not lost and not any(broken)
    return misread > 0 and misread >= (meant if has_han else 2 * meant)


def _is_english(letters: str) -> bool:
    """Return whether one word in twelve is one of the commonest of English."""
    words = letters.split()
    return 12 * sum(word in _ENGLISH for word in words) >= len(words)


def _changes_sense(one: str, other: str) -> bool:
    """Return whether a sign stands for its counterpart, or a negation for nothing."""
    if not one or not other:
        return bool(_NEGATIONS.intersection(one + other))
    return any(group.issuperset(one + other) for group in _COUNTERPARTS)


def _spots(opcodes: Opcodes) -> list[tuple[int, int, int, int]]:
    """Return the places that differ, as spans in both texts; neighbouring insertions and deletions are one place."""
    spots: list[tuple[int, int, int, int]] = []
    for opcode in opcodes:
        if opcode.tag == "equal":
            continue
        a, b, c, d = opcode.src_start, opcode.src_end, opcode.dest_start, opcode.dest_end
        if spots and spots[-1][1] == a and spots[-1][3] == c:
            spots[-1] = (spots[-1][0], b, spots[-1][2], d)
        else:
            spots.append((a, b, c, d))
    return spots


def _is_broken(text: str, start: int, end: int) -> bool:
    """Return whether no known word covers the place: of two signs in Chinese, a whole one in Latin scripts."""
    chinese, english = _words()
    before, after = _LATIN_WORD_BEFORE.match(text, 0, start), _LATIN_WORD.match(text, end)
    word = (before[0] if before else "") + text[start:end] + (after[0] if after else "")
    if word.isascii() and word:
        return any(part not in english for part in word.split())
    return not any(text[i : i + 2] in chinese for i in range(max(0, start - 1), min(len(text) - 1, end)))


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], frozenset[str]]:
    """Return the Chinese words of two signs and the English words that wordfreq's small lists have."""
    chinese = frozenset(word for word in word_shares("zh", "small") if len(word) == 2)
    return chinese, frozenset(word_shares("en", "small"))

"""Find the short lines of a text that come back pages apart, and the numbers beside titles that count on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple, TypeAlias

import regex
from rapidfuzz.distance import Indel

from corpus_cli.clean.page_lines import LONGEST_HEAD, PageLine, alike, letters_of
from corpus_cli.clean.page_numbers import MOST_PAGES, PAGE_SIGNS

_MOST_SEEDS = 60
_FEWEST_LETTERS = 4
_BEGINNING = 3
"""How many signs two titles begin with alike."""
_LOOK_BACK = 200
AROUND = 40
"""How many numbers before and behind one are compared with it."""
NEAR = 3
"""How many lines stand together at most above or below a page, and between a head and the title that it repeats."""
_MOST_SIGNS = 12000
"""How many signs a page has at most, all its columns together."""

_SENTENCE = regex.compile(r"[，。；！？]|\p{Ll}[.!?;]$")
_BRACKETED = re.compile(r"[（(【\[].*[）)】\]]")
_FRONT = regex.compile(r"[^\w\n]{0,3}(?:第\s?(?P<number>\d{1,4})\s?[版页頁]|(?P<number>\d{1,4})(?=\s+\S|\p{Han}))")
_BACK = re.compile(r"(?<!\d)(\d{1,4})\W{0,4}$")


class EdgeNumber(NamedTuple):
    """Hold a number at an edge of a line: which line, the number, whether it is in front."""

    at: int
    number: int
    in_front: bool


_Turn: TypeAlias = tuple[EdgeNumber, EdgeNumber, EdgeNumber]


def may_be_head(line: PageLine) -> bool:
    """Return whether a line has the length of a head, letters, and no sentence in it."""
    text = line.text
    return (
        not line.kind
        and not text[0].islower()
        and not _SENTENCE.search(text)
        and len(line.letters) > 1
        and not _BRACKETED.fullmatch(text)
    )


def groups_of(lines: Sequence[PageLine], may: Sequence[int], alone: Collection[int]) -> Iterator[list[int]]:
    """Yield the lines that come back, pages apart."""
    counts = Counter(lines[n].letters for n in may)
    seeds = [
        n
        for n in may
        if n < NEAR
        or counts[lines[n].letters] > 1
        or _DIGIT_AT_EDGE.search(lines[n].text)
        or n - 1 in alone
        or n + 1 in alone
    ]
    taken: set[int] = set()
    for seed in seeds[:_MOST_SEEDS]:
        if seed in taken:
            continue
        group = _apart(lines, [n for n in may if n not in taken and _is_same(lines[seed], lines[n])], alone)
        if len(group) > 1:
            taken.update(group)
            yield group


_DIGIT_AT_EDGE = re.compile(r"^\W{0,3}第?\s?\d|\d\W{0,4}$")


def _is_same(one: PageLine, other: PageLine) -> bool:
    """Return whether two lines are one head, misread or with another number."""
    if one is other:
        return True
    size = len(one.letters)
    if size < _FEWEST_LETTERS:
        return one.letters == other.letters and Indel.normalized_similarity(one.text, other.text) >= 0.8
    return alike(one.letters, other.letters, 0.8 if one.letters.isascii() else 0.75)


def _apart(lines: Sequence[PageLine], same: Sequence[int], alone: Collection[int]) -> list[int]:
    """Return the lines without the titles right behind them; none at all where two stand on one page.

    One beside a page number is on another page than the title some lines above.
    """
    group: list[int] = []
    for n in same:
        if group and lines[n].start - lines[group[-1]].start < PAGE_SIGNS:
            if n - group[-1] <= NEAR:
                continue
            if n - 1 not in alone and n + 1 not in alone:
                return []
        group.append(n)
    return group


def repeats_a_title(lines: Sequence[PageLine], at: int) -> bool:
    """Return whether a line has stood before, as a title or a byline, or is the beginning of one."""
    text, letters = lines[at].text, lines[at].letters
    return any(
        line.text.startswith(text[:_BEGINNING]) and alike(letters, letters_of(line.text)[: len(letters)], 0.8)
        for line in lines[max(0, at - _LOOK_BACK) : at]
        if len(line.text) <= LONGEST_HEAD
    )


def edge_numbers(lines: Sequence[PageLine], at: int) -> Iterator[EdgeNumber]:
    """Yield the numbers in front of and behind a title on one line, years left out."""
    for match, in_front in ((_FRONT.match(lines[at].text), True), (_BACK.search(lines[at].text), False)):
        digits = (match["number"] if in_front else match[1]) if match else None
        if digits and not 1800 <= int(digits) <= 2100 and int(digits):
            yield EdgeNumber(at, int(digits), in_front)


def follows(lines: Sequence[PageLine], one: EdgeNumber, other: EdgeNumber) -> bool:
    """Return whether the second number counts on from the first by as many pages as the text between them fills."""
    pages = other.number - one.number
    signs = lines[other.at].start - lines[one.at].start
    return 0 < pages <= 2 * MOST_PAGES and PAGE_SIGNS * pages <= signs <= _MOST_SIGNS * pages


def turns_of(lines: Sequence[PageLine], numbers: Sequence[EdgeNumber]) -> Iterator[_Turn]:
    """Yield three numbers that count on and stand left and right in turn, as on the pages of a book."""
    for place, middle in enumerate(numbers):
        before = [n for n in numbers[max(0, place - AROUND) : place] if _turns_to(lines, n, middle)]
        after = [n for n in numbers[place + 1 : place + AROUND] if _turns_to(lines, middle, n)]
        if before and after:
            yield before[-1], middle, after[0]


def _turns_to(lines: Sequence[PageLine], one: EdgeNumber, other: EdgeNumber) -> bool:
    return one.in_front != other.in_front and other.number == one.number + 1 and follows(lines, one, other)

"""Find running heads and feet that no masthead shows: short lines that come back pages apart and cut sentences.

Coming back alone proves nothing: titles, refrains and speakers do too.  So a line must stand between two lines of
the printed page of which the second goes on with the first, or count the pages while it does so loosely.  A line that
comes back within a page is none, nor is the first of its kind where it can be the title that the others repeat.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

import regex
from rapidfuzz.distance import Indel

from corpus_cli.clean.bridges import goes_over
from corpus_cli.clean.layout import RUNNING_TEXT, ends_open, starts_block
from corpus_cli.clean.page_lines import LONGEST_HEAD, PageLine, alike
from corpus_cli.clean.page_numbers import MOST_PAGES, PAGE_NUMBER, PAGE_SIGNS, is_page_of
from corpus_cli.clean.wrapping import Layout, Row, read_layout
from corpus_cli.text.han import has_han

_MOST_SEEDS = 60
_FEWEST_LETTERS = 4
_AROUND = 40
"""How many numbers before and behind one are compared with it."""
_NEAR = 3
"""How many lines stand together at most above or below a page, and between a head and the title that it repeats."""
_MOST_SIGNS = 12000
"""How many signs a page has at most, all its columns together."""

_SENTENCE = regex.compile(r"[，。；！？]|\p{Ll}[.!?;]$")
_BRACKETED = re.compile(r"[（(【\[].*[）)】\]]")
_FRONT = regex.compile(r"[^\w\n]{0,3}(?:第\s?(?P<number>\d{1,4})\s?[版页頁]|(?P<number>\d{1,4})(?=\s+\S|\p{Han}))")
_BACK = re.compile(r"(?<!\d)(\d{1,4})\W{0,4}$")
_DATE = regex.compile(
    r"(?:19|20)\d\d\s?[年./·-]\s?\d|民[国國][〇零一二三四五六七八九十\d]{1,4}年"
    r"|\p{Lu}\p{Ll}{2,8}\.? \d{1,2}, ?(?:1[6-9]|20)\d\d\b"
)


class _Number(NamedTuple):
    """Hold a number at an edge of a line: which line, the number, whether it is in front."""

    at: int
    number: int
    in_front: bool


class _Pages:
    """Hold the lines of a wrapped text with what the search knows of them."""

    def __init__(
        self, text: str, lines: Sequence[PageLine], alone: Collection[int], layout: Layout, rows: Sequence[Row]
    ) -> None:
        self.text = text
        self.lines = lines
        self.layout = layout
        self.widths = {row.line: row.width for row in rows}
        self.passed: set[int] = {*alone, *(n for n, line in enumerate(lines) if line.kind)}

    def around(self, at: int) -> tuple[PageLine, PageLine] | None:
        """Return the lines of the text before and behind a line, with a blank line on one side of it at least."""
        before, after = at - 1, at + 1
        while before in self.passed and at - before <= 2 * _NEAR:
            before -= 1
        while after in self.passed and after - at <= 2 * _NEAR:
            after += 1
        if before < 0 or after >= len(self.lines) or before in self.passed or after in self.passed:
            return None
        blank = self._is_blank(before, before + 1) or self._is_blank(after - 1, after)
        return (self.lines[before], self.lines[after]) if blank else None

    def _is_blank(self, one: int, other: int) -> bool:
        return self.text.count("\n", self.lines[one].end, self.lines[other].start) > 1

    def width(self, line: PageLine) -> int:
        return self.widths.get(line.start, 0) if self.widths else len(line.text)

    def is_full(self, at: int) -> bool:
        """Return whether a Chinese line is as wide as the lines of the text, and so may be one of them."""
        line, full = self.lines[at], self.layout.width
        return self.layout.is_chinese and full - 3 <= self.width(line) <= full + 4 and "   " not in line.text

    def cuts(self, at: int) -> bool:
        """Return whether a full line before the line at `at` goes on in the one behind it, beyond doubt."""
        around = self.around(at)
        if around is None:
            return False
        before, after = around
        if not self.layout.is_chinese:
            if before.text[-1] == "-":
                return before.text[-2:-1].isalpha() and after.text[0].islower()
            is_full = self.width(before) >= 0.75 * self.layout.width
            return is_full and after.text[0].islower() and (before.text[-1].isalpha() or before.text[-1] in ",;")
        if self.width(before) < self.layout.width - 3 or not ends_open(before.text) or starts_block(after.text):
            return False
        return self.width(after) >= self.layout.width - 2 or goes_over(before.text, after.text)

    def may_cut(self, at: int) -> bool:
        """Return whether the text before the line at `at` stops without an end."""
        around = self.around(at)
        return around is not None and ends_open(around[0].text) and len(around[1].text) > 8


def mark_running_lines(text: str, lines: Sequence[PageLine], *, joined: bool) -> None:
    """Mark the lines that come back pages apart and cut sentences, and those that count on with them.

    In a text that is not wrapped nothing is marked, unless its lines were joined around furniture that is kept.
    """
    joints = [n for n in range(1, len(lines)) if lines[n].start - lines[n - 1].end > 1]
    near = {n for joint in (0, *joints, len(lines)) for n in range(max(0, joint - _NEAR), joint + _NEAR)}
    short = [n for n in sorted(near) if n < len(lines) and len(lines[n].text) <= LONGEST_HEAD and not lines[n].kind]
    alone = {n for n in short if _is_page(lines[n].text)}
    may = [n for n in short if _may_be_head(lines[n])]
    groups = list(_groups(lines, may, alone))
    numbers = [number for n in may for number in _edge_numbers(lines, n)]
    turns = list(_turns(lines, numbers))
    if not groups and not turns:
        return
    read = read_layout(text)
    if read is None and not joined:
        return
    pages = _Pages(text, lines, alone, *(read or (Layout(RUNNING_TEXT, has_han(text), False, False), [])))
    groups = [group for group in groups if not any(pages.is_full(n) for n in group)]
    pages.passed.update(n for group in groups for n in group)
    pages.passed.update(number.at for turn in turns for number in turn)
    for group in groups:
        inside = set(group)
        _mark_group(pages, group, [number for number in numbers if number.at in inside])
    for turn in turns:
        for number in turn:
            lines[number.at].kind = "head"
    known = [group for group in groups if any(lines[n].kind for n in group) or _stands_at_tops(group, alone)]
    heads = {n for group in known for n in group} | alone
    for group in known:
        _mark_beside(lines, group, heads, alone)
    _mark_counting(pages, numbers)


def _is_page(line: str) -> bool:
    return PAGE_NUMBER.fullmatch(line) is not None or is_page_of(line)


def _may_be_head(line: PageLine) -> bool:
    """Return whether a line has the length of a head, letters, and no sentence in it."""
    text = line.text
    return (
        not line.kind
        and not text[0].islower()
        and len(line.letters) > 1
        and not _SENTENCE.search(text)
        and not _BRACKETED.fullmatch(text)
    )


def _groups(lines: Sequence[PageLine], may: Sequence[int], alone: Collection[int]) -> Iterator[list[int]]:
    """Yield the lines that come back, pages apart."""
    counts = Counter(lines[n].letters for n in may)
    seeds = [
        n
        for n in may
        if n < _NEAR
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
            if n - group[-1] <= _NEAR:
                continue
            if n - 1 not in alone and n + 1 not in alone:
                return []
        group.append(n)
    return group


def _edge_numbers(lines: Sequence[PageLine], at: int) -> Iterator[_Number]:
    """Yield the numbers in front of and behind a title on one line, years left out."""
    for match, in_front in ((_FRONT.match(lines[at].text), True), (_BACK.search(lines[at].text), False)):
        digits = (match["number"] if in_front else match[1]) if match else None
        if digits and not 1800 <= int(digits) <= 2100 and int(digits):
            yield _Number(at, int(digits), in_front)


def _follows(lines: Sequence[PageLine], one: _Number, other: _Number) -> bool:
    """Return whether the second number counts on from the first by as many pages as the text between them fills."""
    pages = other.number - one.number
    signs = lines[other.at].start - lines[one.at].start
    return 0 < pages <= 2 * MOST_PAGES and PAGE_SIGNS * pages <= signs <= _MOST_SIGNS * pages


def _turns(lines: Sequence[PageLine], numbers: Sequence[_Number]) -> Iterator[tuple[_Number, _Number, _Number]]:
    """Yield three numbers that count on and stand left and right in turn, as on the pages of a book."""
    for place, middle in enumerate(numbers):
        before = [n for n in numbers[max(0, place - _AROUND) : place] if _turns_to(lines, n, middle)]
        after = [n for n in numbers[place + 1 : place + _AROUND] if _turns_to(lines, middle, n)]
        if before and after:
            yield before[-1], middle, after[0]


def _turns_to(lines: Sequence[PageLine], one: _Number, other: _Number) -> bool:
    return one.in_front != other.in_front and other.number == one.number + 1 and _follows(lines, one, other)


def _mark_group(pages: _Pages, group: Sequence[int], numbers: Sequence[_Number]) -> None:
    """Mark the lines of a group that cut sentences or count the pages, if any does so beyond doubt."""
    lines = pages.lines
    counted = {
        n.at
        for place, one in enumerate(numbers)
        for other in numbers[place + 1 : place + _AROUND]
        if one.in_front == other.in_front and _follows(lines, one, other)
        for n in (one, other)
    }
    cuts = {n for n in group if pages.cuts(n)}
    if len(cuts) < 2 and not counted and any(starts_block(lines[n].text) for n in group):
        return
    dated = {n for n in group if _DATE.search(lines[n].text)}
    loose = {n for n in group[1:] if pages.may_cut(n)}
    if not cuts and not (counted and (dated or loose or any(pages.may_cut(n) for n in group))):
        return
    # Where heads have numbers, one without is the title.
    others = set(group[1:]) if len(cuts) > 1 and not counted else dated - {group[0]}
    for n in counted | cuts | loose | others:
        lines[n].kind = "head"


def _stands_at_tops(group: Sequence[int], alone: Collection[int]) -> bool:
    """Return whether a line stands at the top of the text and of all other pages on which it comes back."""
    return group[0] < _NEAR and len(group) > 2 and all(n - 1 in alone for n in group[1:])


def _mark_beside(
    lines: Sequence[PageLine], group: Sequence[int], heads: Collection[int], alone: Collection[int]
) -> None:
    """Mark the lines of a group of heads that stand beside other furniture.

    The first of them may be the title that the others repeat, unless more furniture or its date keeps it from the text.
    """
    for n in group:
        beside = [at in alone or lines[at].kind != "" for at in (n - 1, n + 1) if 0 <= at < len(lines)]
        if any(beside) and (n != group[0] or n + 1 in heads or _DATE.search(lines[n].text)):
            lines[n].kind = "head"


def _mark_counting(pages: _Pages, numbers: Sequence[_Number]) -> None:
    """Mark the lines whose number counts on from that of a head, where they cut a sentence."""
    lines = pages.lines
    known = {number for number in numbers if lines[number.at].kind}
    for place, number in enumerate(numbers):
        if lines[number.at].kind or not pages.may_cut(number.at):
            continue
        near = [n for n in numbers[max(0, place - _AROUND) : place + _AROUND] if n in known]
        if any(_follows(lines, *pair) for n in near for pair in ((n, number), (number, n))):
            lines[number.at].kind = "head"

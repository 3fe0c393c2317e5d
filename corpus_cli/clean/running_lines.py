"""Find running heads and feet that no masthead shows: short lines that come back pages apart and cut sentences.

Coming back alone proves nothing: titles, refrains and speakers do too.  So a line must stand between two lines of
the printed page of which the second goes on with the first, or count the pages while it does so loosely.  A line that
comes back within a page is none, nor is the first of its kind where it can be the title that the others repeat.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

import regex

from corpus_cli.clean.bridges import goes_over
from corpus_cli.clean.layout import RUNNING_TEXT, ends_open, starts_block
from corpus_cli.clean.page_lines import LONGEST_HEAD, PageLine
from corpus_cli.clean.page_numbers import PAGE_NUMBER, is_page_of
from corpus_cli.clean.recurring_lines import (
    AROUND,
    NEAR,
    EdgeNumber,
    edge_numbers,
    follows,
    groups_of,
    may_be_head,
    repeats_a_title,
    turns_of,
)
from corpus_cli.clean.wrapping import Layout, Row, read_layout
from corpus_cli.text.han import has_han

_SELDOM = 4
"""Where no more than one in so many cuts a sentence, the lines are names of speakers or of parts."""
_DIGIT = re.compile(r"\d")
_DATE = regex.compile(
    r"(?:19|20)\d\d\s?[年./·-]\s?\d|民[国國][〇零一二三四五六七八九十\d]{1,4}年"
    r"|\p{Lu}\p{Ll}{2,8}\.? \d{1,2}, ?(?:1[6-9]|20)\d\d\b"
)


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
        """Return the lines of the text before and behind a line, with a blank line somewhere between them."""
        before, after = at - 1, at + 1
        while before in self.passed and at - before <= 2 * NEAR:
            before -= 1
        while after in self.passed and after - at <= 2 * NEAR:
            after += 1
        if before < 0 or after >= len(self.lines) or before in self.passed or after in self.passed:
            return None
        blank = any(self._is_blank(n, n + 1) for n in range(before, after))
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
    read = read_layout(text)
    if read is None and not joined:
        return
    joints = [n for n in range(1, len(lines)) if lines[n].start - lines[n - 1].end > 1]
    near = {n for joint in (0, *joints, len(lines)) for n in range(max(0, joint - NEAR), joint + NEAR)}
    short = [n for n in sorted(near) if n < len(lines) and len(lines[n].text) <= LONGEST_HEAD and not lines[n].kind]
    alone = {n for n in short if _is_page(lines[n].text)}
    may = [n for n in short if may_be_head(lines[n])]
    groups = list(groups_of(lines, may, alone))
    numbers = [number for n in may for number in edge_numbers(lines, n)]
    turns = list(turns_of(lines, numbers))
    beside = [n for n in may if (n - 1 in alone or n + 1 in alone) and repeats_a_title(lines, n)]
    if not groups and not turns and not beside:
        return
    pages = _Pages(text, lines, alone, *(read or (Layout(RUNNING_TEXT, has_han(text), False, False), [])))
    groups = [group for group in groups if not any(pages.is_full(n) for n in group)]
    pages.passed.update(n for group in groups for n in group)
    pages.passed.update(number.at for turn in turns for number in turn)
    pages.passed.update(beside)
    for group in groups:
        inside = set(group)
        _mark_group(pages, group, [number for number in numbers if number.at in inside])
    for turn in turns:
        for number in turn:
            lines[number.at].kind = "head"
    for n in beside:
        lines[n].kind = lines[n].kind or ("head" if pages.cuts(n) else "")
    known = [group for group in groups if any(lines[n].kind for n in group) or _stands_at_tops(group, alone)]
    heads = {n for group in known for n in group} | alone
    for group in known:
        _mark_beside(lines, group, heads, alone)
    _mark_counting(pages, numbers)


def _is_page(line: str) -> bool:
    return _DIGIT.search(line) is not None and (PAGE_NUMBER.fullmatch(line) is not None or is_page_of(line))


def _mark_group(pages: _Pages, group: Sequence[int], numbers: Sequence[EdgeNumber]) -> None:
    """Mark the lines of a group that cut sentences or count the pages, if any does so beyond doubt."""
    lines = pages.lines
    counted = {
        n.at
        for place, one in enumerate(numbers)
        for other in numbers[place + 1 : place + AROUND]
        if one.in_front == other.in_front and follows(lines, one, other)
        for n in (one, other)
    }
    cuts = {n for n in group if pages.cuts(n)}
    if len(cuts) < 2 and not counted and any(starts_block(lines[n].text) for n in group):
        return
    dated = {n for n in group if _DATE.search(lines[n].text)}
    loose = {n for n in group[1:] if pages.may_cut(n)}
    if not counted and _SELDOM * len(cuts | loose) < len(group):
        return
    if not cuts and not (counted and (dated or loose or any(pages.may_cut(n) for n in group))):
        return
    # Where heads have numbers, one without is the title.
    others = set(group[1:]) if len(cuts) > 1 and not counted else dated - {group[0]}
    for n in counted | cuts | loose | others:
        lines[n].kind = "head"


def _stands_at_tops(group: Sequence[int], alone: Collection[int]) -> bool:
    """Return whether a line stands at the top of the text and of all other pages on which it comes back."""
    return group[0] < NEAR and len(group) > 2 and all(n - 1 in alone for n in group[1:])


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


def _mark_counting(pages: _Pages, numbers: Sequence[EdgeNumber]) -> None:
    """Mark the lines whose number counts on from that of a head, where they cut a sentence."""
    lines = pages.lines
    known = {number for number in numbers if lines[number.at].kind}
    for place, number in enumerate(numbers):
        if lines[number.at].kind or not pages.may_cut(number.at):
            continue
        near = [n for n in numbers[max(0, place - AROUND) : place + AROUND] if n in known]
        if any(follows(lines, *pair) for n in near for pair in ((n, number), (number, n))):
            lines[number.at].kind = "head"

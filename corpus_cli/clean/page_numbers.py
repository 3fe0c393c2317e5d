"""Find page numbers: beside a head, in the form `page n of m`, or by counting on from page to page."""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

from corpus_cli.clean.layout import ends_open, is_running_text
from corpus_cli.clean.page_lines import NEIGHBOURS, PageLine

# How many signs a page has at least, when pages are counted.
PAGE_SIGNS = 300
MOST_PAGES = 3
"""How many pages on a number may be to count on."""

_FEW = 5
_TITLE = 22  # a longer line is no title
_LONGEST_NUMBERED = 40
_DIGIT = re.compile(r"\d")
# What is from the first digit on of a line with a page number, if it does not begin with the number in its dress.
_AT_END = re.compile(r"\d[Ool\d]{0,3}\s*(?:[页頁版]|/\s?\d{2,4})?\W{0,4}")
_OF_SECTIONS = "()（）[]【】*§ \t"
_DRESS = "·•—–(（|-ABCD"
_SPECKS = r"[^\w\n%％‰℃°。，；：！？$＄￥¥€£]{0,4}"
# A number alone, in the dress of a page number or bare.
# Not a share or a sum, nor the last word of a sentence: 53%, 60%。, $12.
PAGE_NUMBER = regex.compile(
    rf"(?i)(?P<dress>{_SPECKS}?(?:[第革]|(?-i:[A-D])|page|p\.)?)\s*(?P<number>\d{{1,4}})\s*"
    rf"(?P<end>(?:[页頁版]|/\s?\d{{2,4}})?{_SPECKS})"
)
_PAGE_OF = regex.compile(
    r"(?i)[^\w\n]{0,4}(?:第\s*\w{1,4}\s*[页頁]\W*[共总]\s*\d{1,4}\s*[页頁贡]|page\s+\w{1,4}\s+of\s+\d{1,4})[^\w\n]{0,4}"
)
# A title with a page number before or behind it, set off by signs or a wide gap: 渡口旧闻 · 48 ·.
_NUMBERED = regex.compile(
    r"(?P<dress>[·•—–(（|-]\s*)(?P<number>[\dOol]{1,4})(?P<end>\s*[·•—–)）|-])\s*[^\d\s]\D{1,28}"
    r"|[^\d\s]\D{1,28}?(?: {3}|\s(?P<dress>[·•—–(（|-]\s*))(?P<number>[\dOol]{1,4})(?P<end>\s*[·•—–)）|-])?"
)


def mark_page_numbers(lines: Sequence[PageLine]) -> None:
    """Mark the lines of a number alone that stand beside a head or count the pages."""
    numbers: list[tuple[int, regex.Match[str]]] = []
    for at, line in enumerate(lines):
        if len(line.text) > _LONGEST_NUMBERED or not _DIGIT.search(line.text):
            continue
        if is_page_of(line.text):
            line.kind = "page-number"
        elif not line.kind and (match := _numbered(line.text)) is not None:
            numbers.append((at, match))
    for at, match in numbers:
        if match.re is PAGE_NUMBER and any(lines[n].kind == "head" for n in (at - 1, at + 1) if 0 <= n < len(lines)):
            lines[at].kind = "page-number"
    heads = any(line.kind for line in lines)
    last = len(lines) - 1  # no section begins there
    for place, (at, match) in enumerate(numbers):
        near = numbers[max(0, place - NEIGHBOURS) : place + NEIGHBOURS]
        # Among the many numbers of a table some count on by chance.
        counting = 0 if lines[at].kind else sum(_counts_on(lines, at, match, *other) for other in near)
        if _FEW * counting >= max(len(near) - 1, 1):
            places = (at, *(other for other, _ in near))
            if heads or _is_dressed(match) or any(n == last or _cuts(lines, n) for n in places):
                lines[at].kind = "page-number"
        if heads and match.re is PAGE_NUMBER and len(match["number"]) <= 3 and _cuts(lines, at):
            lines[at].kind = "page-number"


def _numbered(line: str) -> regex.Match[str] | None:
    """Return the number on a line that is nothing but a number, or a title with one."""
    if len(line) > _LONGEST_NUMBERED:
        return None
    if line[0] not in _DRESS:
        digit = _DIGIT.search(line)
        if not digit or not _AT_END.fullmatch(line, digit.start()):
            return None
    return PAGE_NUMBER.fullmatch(line) or _NUMBERED.fullmatch(line)


def page_number(line: str) -> int | None:
    """Return the number on a line that may be a page number, None where there is none.

    >>> page_number("· 48 ·"), page_number("渡口旧闻 · 48 ·"), page_number("他走了48里")
    (48, 48, None)
    """
    match = _numbered(line)
    return None if match is None or _is_year(match) else _number(match)


def is_dressed(line: str) -> bool:
    """Return whether a line is a number in the dress of a page number.

    >>> [is_dressed(line) for line in ("· 48 ·", "48", "(48)")]
    [True, False, False]
    """
    match = _numbered(line)
    return match is not None and _is_dressed(match)


def is_page_of(line: str) -> bool:
    """Return whether a line says which page it is and of how many.

    >>> is_page_of("第 1 页 共 3 页"), is_page_of("第 1 页")
    (True, False)
    """
    return len(line) <= 24 and line[-1] in "页頁贡0123456789)）-·" and _PAGE_OF.fullmatch(line) is not None


def _is_dressed(match: regex.Match[str]) -> bool:
    """Return whether signs beside a number say that it is one of a page; in brackets stand those of sections too."""
    return len((match["dress"] or "").strip(_OF_SECTIONS) + (match["end"] or "").strip(_OF_SECTIONS)) > 1


def _counts_on(
    lines: Sequence[PageLine], at: int, match: regex.Match[str], other: int, again: regex.Match[str]
) -> bool:
    """Return whether two numbers count pages: as many pages apart as the text between them can fill."""
    pages = _number(again) - _number(match)
    if at == other or not 0 < abs(pages) <= MOST_PAGES or (pages > 0) != (other > at) or _is_year(match):
        return False
    signs = abs(lines[other].start - lines[at].start)
    return signs >= PAGE_SIGNS * abs(pages) and _number(match) > 1


def _number(match: regex.Match[str]) -> int:
    """Return the number of a page, with the letters O and l read as the digits they stand for."""
    return int("0" + match["number"].replace("O", "0").replace("o", "0").replace("l", "1"))


def _is_year(match: regex.Match[str]) -> bool:
    return 1800 <= _number(match) <= 2100 and not match["dress"]


def _cuts(lines: Sequence[PageLine], at: int) -> bool:
    """Return whether a line stands in the middle of a sentence."""
    before = next((lines[n].text for n in range(at - 1, max(-1, at - NEIGHBOURS), -1) if not lines[n].kind), "")
    after = next((lines[n].text for n in range(at + 1, min(len(lines), at + NEIGHBOURS)) if not lines[n].kind), "")
    is_text = is_running_text(before) or len(before) > _TITLE
    return ends_open(before) and is_text and (len(after) > 8 or not after)

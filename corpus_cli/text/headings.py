"""Numbers that open a heading, and how deep they stand: 第一章 > 一、 > （一） > 1. > （1）, `#` by its depth."""

from __future__ import annotations

import regex

_HAN = "[一二三四五六七八九十百〇零壹貳贰參叁肆伍陸陆柒捌玖拾]{1,4}"
_FORMS = (
    (1, regex.compile(rf"第(?:{_HAN}|\d{{1,3}})[编編篇卷部]")),
    (2, regex.compile(rf"第(?:{_HAN}|\d{{1,3}})[章]")),
    (3, regex.compile(rf"第(?:{_HAN}|\d{{1,3}})[节節]")),
    (4, regex.compile(rf"{_HAN}\s*[、．.]")),
    (5, regex.compile(rf"[（(]\s*{_HAN}\s*[）)]")),
    (6, regex.compile(r"\d{1,2}\s*(?:[、．]|\.(?!\d))")),
    (7, regex.compile(r"[（(]\s*\d{1,2}\s*[）)]|[①-⑳]")),
)
_FIRST = frozenset("第一二三四五六七八九十百〇零壹貳贰參叁肆伍陸陆柒捌玖拾（(#①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_MARKS = regex.compile(r"#{1,6}(?=\s|$|[^#\s])")


def heading_number(line: str) -> str:
    """Return the number or the marks that `line` begins with as a heading does, "" where it has none.

    >>> heading_number("（一）加强领导"), heading_number("## 概况"), heading_number("1.5倍")
    ('（一）', '##', '')
    """
    if not _may_be_numbered(line):
        return ""
    marks = _MARKS.match(line)
    if marks:
        return str(marks[0])
    found = next((match for _, form in _FORMS if (match := form.match(line))), None)
    return str(found[0]) if found else ""


def heading_level(line: str) -> int:
    """Return how deep the heading number of `line` stands (1 is the highest), 0 where it has none.

    Markdown marks count by their number; in a line with both the marks decide.

    >>> [heading_level(line) for line in ("第一章 总则", "一、总则", "（一）总则", "1.总则", "（1）总则", "总则")]
    [2, 4, 5, 6, 7, 0]
    """
    if not _may_be_numbered(line):
        return 0
    marks = _MARKS.match(line)
    if marks:
        return len(marks[0])
    return next((level for level, form in _FORMS if form.match(line)), 0)


def _may_be_numbered(line: str) -> bool:
    """Return whether a line begins with a sign that a number or marks begin with."""
    return line[:1] in _FIRST or line[:1].isdigit()

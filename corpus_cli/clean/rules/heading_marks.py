"""Give all headings of one series the mark that some of them have (`## 一、…` and bare `二、…`).

Vision models mark headings as Markdown does, and forget it on some pages.  Where a heading with a Chinese number and
a mark stands in the text, bare lines of the same form that stand alone between blank lines and carry a number next
to one that is marked are headings of the same level.  A mark without its blank gets it.

Left alone: texts without marked headings, lines of running text that begin with a number, headings of another form,
titles without number.

Harm on the development pages: none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus_cli.clean.rule import Change, Page, Rule

_NUMERALS = "一二三四五六七八九十"
# Each starts with the literal for speed.
_MARKED = re.compile(rf"(#(?<=^#)#{{0,5}}) ?([{_NUMERALS}]{{1,3}})、", re.MULTILINE)
_BARE = re.compile(rf"\n(?<=\n\n)([{_NUMERALS}]{{1,3}})、[^\n。！？；]{{2,40}}(?=\n\n|\n*\Z)")
_GLUED = re.compile(rf"#(?<=^#)#{{0,5}}(?=[{_NUMERALS}（第])", re.MULTILINE)
_VALUES = {sign: value for value, sign in enumerate(_NUMERALS, 1)}


def find(page: Page) -> Iterator[Change]:
    """Yield the mark for every bare heading of a marked series, and the blank behind a mark."""
    text = page.text
    marks = {_value(match.group(2)): match.group(1) for match in _MARKED.finditer(text)}
    changes = [Change(match.end(), match.end(), " ") for match in _GLUED.finditer(text)]
    for match in _BARE.finditer(text) if marks else ():
        value = _value(match.group(1))
        mark = marks.get(value - 1) or marks.get(value + 1)
        if mark:
            changes.append(Change(match.start(1), match.start(1), mark + " "))
            marks.setdefault(value, mark)
    yield from sorted(changes)


def _value(numerals: str) -> int:
    """Return what a Chinese number up to 99 counts.

    >>> _value("三"), _value("十二"), _value("二十")
    (3, 12, 20)
    """
    tens, ten, ones = numerals.rpartition("十")
    return (_VALUES.get(tens, 1) * 10 if ten else 0) + _VALUES.get(ones, 0)


RULE = Rule(
    name="heading-marks",
    profile="safe",
    find=find,
    needs=("#",),
    changes=(
        (
            "## 一、清理河道\n\n正文。\n\n二、修补桥梁\n\n正文。",
            "## 一、清理河道\n\n正文。\n\n## 二、修补桥梁\n\n正文。",
        ),
        ("##一、清理河道\n\n正文。", "## 一、清理河道\n\n正文。"),
    ),
    stays=(
        "一、清理河道\n\n正文。\n\n二、修补桥梁",
        "## 一、清理河道\n\n二、修补桥梁。镇里派人去了。\n\n正文。",
        "# 河水\n\n二、修补桥梁\n\n正文。",
        "## The river\n\n2. The bridge",
        "#标签 河水",
    ),
)

"""Know the headings, which are repeated by right and go only together with the text they head."""

from __future__ import annotations

import regex

# A Markdown mark, or a heading number: 一、 （一） 第一章 1. (1) 1、
_MARK = regex.compile(
    r"\s*(?:#{1,6}\s|\**(?:第[一二三四五六七八九十百零〇\d]{1,4}[编篇章节部分回]|[（(][一二三四五六七八九十百\d]{1,3}[）)]|"
    r"[一二三四五六七八九十百]{1,3}、|\d{1,2}(?:\.\d{1,2})*[.、．](?!\d)|Chapter\b|CHAPTER\b))"
)
_ENDS = frozenset("。！？!?.;；，,：:")
_MOST = 60


def is_heading(text: str) -> bool:
    """Say whether a unit is a heading: one short line with a mark or number and no sign of a sentence's end.

    >>> is_heading("## 二、把学习放在前面"), is_heading("二、把学习放在前面。学习要有计划。")
    (True, False)
    """
    line = text.strip()
    if "\n" in line or len(line) > _MOST or not line:
        return False
    return (line.startswith("#") or line[-1] not in _ENDS) and _MARK.match(line) is not None


def bare(text: str) -> str:
    """Return a heading without its Markdown marks."""
    return text.strip().lstrip("#").strip().strip("*")

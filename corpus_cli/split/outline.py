"""Headings of Chinese pages: numbers, levels, and the sentence that serves as a heading at the head of a paragraph."""

from __future__ import annotations

from typing import NamedTuple

import regex

from corpus_cli.split.lines import made

LONGEST_HEADING = 60
LONGEST_RUN_IN = 40

_HAN = "[一二三四五六七八九十]{1,3}"
_HAN_ALONE = regex.compile(rf"({_HAN})[ \u3000]+(?=[\p{{Han}}“「])")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_FORMS: tuple[tuple[str, int, regex.Pattern[str]], ...] = (
    ("chapter", 10, regex.compile(rf"第({_HAN}|\d{{1,2}})[章节節编編部分篇]+[\s、.．：:]*")),
    ("han", 20, regex.compile(rf"({_HAN})\s*[、.．]\s*")),
    ("han-bracket", 30, regex.compile(rf"[（(]\s*({_HAN})\s*[)）]\s*、?")),
    ("digit", 40, regex.compile(r"(\d{1,2})\s*[、.．](?!\d)\s*|(\d{1,2})\s+(?=[\p{Han}“「])")),
    ("digit-bracket", 50, regex.compile(rf"[（(]\s*(\d{{1,2}})\s*[)）]\s*|([{_CIRCLED}])\s*")),
)
_FORMS_BY_SIGN = {
    sign: tuple(form for form in _FORMS if form[0] in styles)
    for signs, styles in (
        ("第", ("chapter",)),
        ("一二三四五六七八九十", ("han",)),
        ("（(", ("han-bracket", "digit-bracket")),
        ("0123456789", ("digit",)),
        (_CIRCLED, ("digit-bracket",)),
    )
    for sign in signs
}
_SENTENCE = regex.compile(r"[^。！？!?；;]*[。！？!?；;]?")
_MARKS = regex.compile(r"(#{1,6})\s*")
_FIRST = frozenset("#第一二三四五六七八九十（(0123456789" + _CIRCLED)
_DIGITS = {sign: value for value, sign in enumerate("一二三四五六七八九", 1)}


class Heading(NamedTuple):
    """Hold a heading: its rank (the smaller, the higher), number (0 for none), style, depth of marks, and its title.

    `whole` says that the line is nothing but the heading; else it opens a paragraph.
    """

    rank: int
    number: int
    style: str
    depth: int
    title: str
    whole: bool


def read_heading(line: str, *, alone: bool = False) -> Heading | None:
    """Return the heading that `line` is or begins with, None when it has neither number nor Markdown marks.

    On a short line that stands `alone` a number needs no sign behind it: `1 摸清家底`, `二　把路修好`.

    >>> read_heading("## 二、把路修好").number, read_heading("三、把桥架好。先说桥。").whole, read_heading("二要修路。")
    (2, False, None)
    """
    if line[:1] not in _FIRST:
        return None
    marks = _MARKS.match(line) if line[0] == "#" else None
    depth = len(marks[1]) if marks else 0
    text = line[marks.end() :] if marks else line
    for style, rank, form in _FORMS_BY_SIGN.get(text[:1], _FORMS if text[:1].isdecimal() else ()):
        found = form.match(text)
        if found and (style != "digit" or found[1] or depth or alone):
            return _numbered(text, style, rank, depth, found)
    if alone and (found := _HAN_ALONE.match(text)):
        return _numbered(text, "han", 20, depth, found)
    return Heading(10 + depth, 0, "marks", depth, text.strip(), True) if depth and text.strip() else None


def _numbered(text: str, style: str, rank: int, depth: int, found: regex.Match[str]) -> Heading | None:
    rest = text[found.end() :].strip()
    if not rest:
        return None
    sentence = _SENTENCE.match(rest)
    head = sentence[0] if sentence else rest
    whole = len(head) == len(rest) and len(rest) <= LONGEST_HEADING and (depth > 0 or rest[-1] not in "；;，,、：:")
    title = (head if len(head) <= LONGEST_RUN_IN or whole else "").rstrip("。；;：:")
    number = _value(next(group for group in found.groups() if group))
    return made(Heading, (rank, number, style, depth, title, whole))


def _value(digits: str) -> int:
    """Return the value of a number up to 99 in Han, ASCII or circled digits."""
    if digits.isdigit() and digits.isascii():
        return int(digits)
    if digits in _CIRCLED:
        return _CIRCLED.index(digits) + 1
    tens, ten, ones = digits.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)

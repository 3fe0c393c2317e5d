"""Remove blanks around full-width signs.

A full-width sign has its own blank in its box.  Classical engines see that gap and print a blank beside it; so does
text in which narrow marks were made wide.  Beside commas, stops and the inner side of brackets and quotes a blank
is never printed; on their outer side it may part two halves of a title, so there it goes only inside a sentence.

Left alone: a full-width blank behind a sentence or outside brackets, which is printed (text and comment), indents,
gaps of four and more blanks (columns), the blank before a credit at the line end (`。 何川 摄`), quotes between Latin
words, lines of a title or a byline, the blank behind the short head of a line (`乙　（抬头）我`), brackets to be
filled in.

Harm on the development pages: none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from corpus_cli.clean.lines import BLANKS, lines_with
from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.text.han import HAN

_B = r"[ \t\u3000\xa0]{1,3}+"
_POINTS = "，。；：？！、"
_OPENING = "（《〈【〔「『〖"
_CLOSING = "）》〉】〕」』〗"
# The blanks stand first in the patterns, and what is before them is looked at from behind: ten times as fast.
_BEHIND = r"[ \t\u3000\xa0]{1,3}"
_INNER = regex.compile(
    rf"{_B}(?:(?<=[{_POINTS}{_OPENING}]{_BEHIND})(?=\S)|(?<=\S{_BEHIND})(?=[{_POINTS}{_CLOSING}])"
    rf"|(?<=[“‘]{_BEHIND})(?=[{HAN}])|(?<=[{HAN}{_POINTS}]{_BEHIND})(?=[”’]))"
)
_OUTER = regex.compile(
    rf"{_B}(?:(?<=[{_CLOSING}”’]{_BEHIND})(?=[{HAN}“‘{_OPENING}])|(?<=[{HAN}]{_BEHIND})(?=[{_OPENING}“‘]))"
)
_SENTENCE = regex.compile(r"[，。；！？]")
# What stands before a blank at the head of a line: who speaks, a word that is explained.
_HEAD = 5
_MARK = regex.compile(r"[，。；：！？、“”《》（）]")
# What is kept apart at a line end: names and 摄 or 文.
_CREDIT = regex.compile(rf"\s*(?:[{HAN}·]{{1,4}}[ \u3000]*){{1,4}}[摄文图绘译](?:\n|$)|\s*[（(](?:记者|通讯员|作者)")
_SIGNS = f"{_POINTS}{_OPENING}{_CLOSING}“”‘’"
_NECESSARY = re.compile(rf"[ \t\u3000\xa0](?:(?<=[{_SIGNS}].)|(?=[{_SIGNS}]))")


def find(page: Page) -> Iterator[Change]:
    """Yield the removal of every run of up to three blanks at a full-width sign."""
    for start, line in lines_with(_NECESSARY, page.text):
        yield from (Change(start + first, start + last, "") for first, last in _spans(line))


def _spans(line: str) -> list[tuple[int, int]]:
    """Return the spans of the blanks to remove from a line, in order."""
    indent = len(line) - len(line.lstrip())
    spans = {match.span() for match in _INNER.finditer(line) if not _is_meant(line, *match.span())}
    if _SENTENCE.search(line):
        outer = (match.span() for match in _OUTER.finditer(line) if "\u3000" not in match[0])
        spans.update(span for span in outer if span[0] - indent > _HEAD or _MARK.search(line, indent, span[0]))
    return sorted(span for span in spans if span[0] >= indent and not _CREDIT.match(line, span[0]))


def _is_meant(line: str, start: int, end: int) -> bool:
    """Return whether blanks are all that a pair of brackets holds, or a full-width one parts two sentences."""
    left = line[start - 1 : start]
    if left in ("。", "！", "？"):
        return "\u3000" in line[start:end]
    return left in tuple(_OPENING) and line[end : end + 1] in tuple(_CLOSING)


RULE = Rule(
    name="blanks-around-signs",
    profile="safe",
    find=find,
    needs=(((_SIGNS, BLANKS), (BLANKS, _SIGNS)),),
    changes=(
        ("春天 ，河水涨了 。 渔夫说： “ 走吧” 。", "春天，河水涨了。渔夫说：“走吧”。"),
        ("他在《 山河 》 （第二版） 里写道，", "他在《山河》（第二版）里写道，"),
        ("「 おはよう 」 、と言った。", "「おはよう」、と言った。"),
        ("河道保护办法 （试行）自公布之日起施行。", "河道保护办法（试行）自公布之日起施行。"),
    ),
    stays=(
        "\u3000\u3000“春天来了”",
        "乙\u3000（抬头）我看天呢，天上有河。",
        "水到渠成，不亦樂乎。\u3000渠，音渠。言水至而渠自成也。",
        "它的作者是（\u3000\u3000），写于（　）年。",
        "守护“母亲河” 共建好家园",
        "志愿者在清理河道。 何川 摄",
        "He said “yes” and “no” to them, 春。",
        "山名，      海拔",
        "Он сказал: « да »",
    ),
)

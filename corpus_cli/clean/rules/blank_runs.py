"""Write one blank where a line of running text has several.

Justified lines and lost characters come out as runs of blanks.  A line whose neighbours have no such gap is no
table, and a single gap in it means nothing.

Left alone: indents; what parts the head of a line from the rest (who speaks, a label, the number of an article);
tables (two or more gaps in a line, or a gap in the line before or after); two blanks after the end of an English
sentence, which is a typist's habit; the end of a line; lines with `|` or a leading tab.

Harm on the development pages: none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from corpus_cli.clean.lines import BLANKS
from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.text.han import is_han

_BLANKS = "[ \\t\u3000\xa0]"
_GAP = regex.compile(rf"(?<=\S)(?:{_BLANKS}{{2,}})(?=\S)")
_TIME = re.compile(r"\d{1,2}[:：]\d{2}")
_SENTENCE_GAP = regex.compile(r"[.!?:][\"'’”)]*$")


def find(page: Page) -> Iterator[Change]:
    """Yield one blank for every lone run of blanks."""
    text = page.text
    place = 0
    while match := _GAP.search(text, place):
        start = text.rfind("\n", 0, match.start()) + 1
        place = text.find("\n", match.end())
        place = place if place >= 0 else len(text)
        if _parts_head(text[start : match.start()], text[match.end() : place]):
            continue
        if _is_lone(text, start, place) and not _is_typed(text, match.start(), match.end()):
            yield Change(match.start(), match.end(), " ")


def _parts_head(before: str, after: str) -> bool:
    """Return whether a gap parts the head of a line from the rest: who speaks, a label, an article's number, a name."""
    if _TIME.match(after):
        return True
    if is_han(before[-1]) or is_han(after[0]):
        return not any(mark in before for mark in "，。；！？")
    return all(word[0].isupper() for word in before.split() if word[0].isalpha())


def _is_lone(text: str, start: int, end: int) -> bool:
    """Return whether the line from `start` to `end` has one gap and its neighbours have none."""
    line = text[start:end]
    if "|" in line or line.startswith("\t") or len(_GAP.findall(line)) > 1:
        return False
    above = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : max(start - 1, 0)]
    below_end = text.find("\n", end + 1)
    below = text[end + 1 : below_end if below_end >= 0 else len(text)]
    return not _GAP.search(above) and not _GAP.search(below)


def _is_typed(text: str, first: int, last: int) -> bool:
    """Return whether a gap is the two blanks after an English sentence."""
    return text[first:last] == "  " and _SENTENCE_GAP.search(text[max(first - 3, 0) : first]) is not None


RULE = Rule(
    name="blank-runs",
    profile="safe",
    find=find,
    needs=(((BLANKS, BLANKS),),),
    changes=(
        ("the river   rose\nover night", "the river rose\nover night"),
        ("那一年，河水在春天\u3000\u3000上涨了三米。", "那一年，河水在春天 上涨了三米。"),
        ("река \t поднялась", "река поднялась"),
    ),
    stays=(
        "\u3000\u3000春天到了。",
        "river  km\nAmur   2824\nOb     3650",
        "甲  乙  丙",
        "It rained.  We stayed.",
        "发言人1  00:01:06\n河水涨了。",
        "第三条\u3000\u3000渔民应当爱护河道，不得填土。",
        "連署人：江春生\u3000\u3000何大川\n決議：照案通過。",
        "Mr. MASON   The river has risen, and we must go.",
        "| a  | b |",
    ),
)

"""Write `, ; : ? !` of Chinese and Japanese sentences in full width.

Recognition and typing leave the narrow marks of Latin keyboards in Chinese sentences; whole documents can be
written so.  A mark is Chinese where Chinese stands beside it and the line is more Chinese than Latin.  Marks side
by side are judged as one.  Blanks beside the mark are another rule's.

Left alone: decimals, thousands, times, ratios and chapter numbers (`1,000` `9:30` `3:2`), marks between Latin words,
also in a Latin phrase inside a Chinese sentence, addresses, entities and code, a Chinese word in an English
sentence, Korean (its print uses narrow marks), `%`.

Mends 7.9 % of the errors of classical recognition in Chinese, and all narrow marks of the pages of vision models.
Harm on the development pages: none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from corpus_cli.clean.lines import BLANKS, CHINESE_OR_SIGN, CHINESE_SIGNS, is_chinese_line, lines_with
from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.text.han import EAST_ASIAN, FULL_OF_HALF

_MARK = re.compile(r"[,;:?!]")
_MARKS = re.compile(r"[,;:?!](?:[ \t\u3000\xa0]{0,2}[,;:?!])*")
# Left of a mark these say code, an address or markup, whatever stands right of it.
_CODE = frozenset("\"'<=&/\\")
_ENTITY = regex.compile(r"&#?[a-zA-Z0-9]{2,8};")


def find(page: Page) -> Iterator[Change]:
    """Yield the full-width form of every mark that stands in Chinese."""
    for start, line in lines_with(_MARK, page.text):
        if is_chinese_line(line):
            for place in _narrow(line):
                yield Change(start + place, start + place + 1, FULL_OF_HALF[line[place]])


def _narrow(line: str) -> Iterator[int]:
    """Yield the places of the marks of a line that should be wide."""
    entities = "&" in line
    for match in _MARKS.finditer(line):
        start, end = match.span()
        # Most marks stand alone behind a common character, where nothing else needs to be looked at.
        if end - start == 1 and not entities and "\u4e00" <= line[start - 1 : start] <= "\u9fff":
            yield start
            continue
        left, right = _left(line, start), _right(line, end)
        beside = CHINESE_OR_SIGN.match(left) or (CHINESE_OR_SIGN.match(right) and left not in _CODE)
        if (beside or left == "%" != right) and not (entities and _is_entity(line, start)):
            yield from (place for place in range(start, end) if line[place] not in BLANKS)


def _left(line: str, place: int) -> str:
    """Return the sign before a place, behind at most two blanks; an empty string at the line's start."""
    return line[max(place - 3, 0) : place].rstrip(BLANKS)[-1:]


def _right(line: str, place: int) -> str:
    return line[place : place + 3].lstrip(BLANKS)[:1]


def _is_entity(line: str, place: int) -> bool:
    """Return whether a place is the semicolon of an HTML entity."""
    start = line.rfind("&", max(place - 10, 0), place)
    return start >= 0 and _ENTITY.fullmatch(line, start, place + 1) is not None


RULE = Rule(
    name="half-width-marks",
    profile="safe",
    find=find,
    needs=(EAST_ASIAN, ((CHINESE_SIGNS + BLANKS + "%", ",;:?!"), (",;:?!", CHINESE_SIGNS + BLANKS))),
    changes=(
        ("春天来了,河水涨了;渔夫问:船修好了吗?", "春天来了，河水涨了；渔夫问：船修好了吗？"),
        ("党委会议,2019年召开,WTO成员", "党委会议，2019年召开，WTO成员"),
        ("产量增长5%,出口增长7.5%;共1,200吨。", "产量增长5%，出口增长7.5%；共1,200吨。"),
        ("真的吗?!", "真的吗？！"),
        ("山田さんは言った:行こう!", "山田さんは言った：行こう！"),
    ),
    stays=(
        "早上9:30出发，比分3:2，共1,000人",
        "&lt;在源代码里&gt;这样写，见https://example.org/?q=a,b",
        "He wrote 春, then stopped: why?",
        "书名是Rivers, Lakes and Seas，作者不详",
        '{"名":"春"}',
        "漢字는 어렵다, 그러나 좋다.",
        "Он сказал: привет, друг!",
    ),
)

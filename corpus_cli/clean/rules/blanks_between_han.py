"""Remove blanks between Chinese characters inside a sentence.

Engines print a blank where the gap between two characters came out wide, in justified lines above all.  A blank
between Chinese characters also has meaning: it parts the halves of a title, a name from an office, the names of
a credit.  So only blanks inside a sentence go: the line has a comma or a stop, and the blank is neither behind a
short head of the line (a speaker, a name, a number of an article), nor before a short tail, nor in a bracket
without marks, nor between names.  A full-width blank is no gap that an engine saw: it is printed.

Left alone: full-width blanks, which part the items of a list and honour whom they stand before (`敬請　指教`), titles
and bylines, lines without marks, tables, kana (children's books part words), Latin and digits.

Harm on the development pages: none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

import regex

from corpus_cli.clean.lines import lines_with
from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.text.han import HAN, is_han
from corpus_cli.text.people import SURNAMES

_BLANK = regex.compile(rf"[ \t\xa0]{{1,3}}+(?<=[{HAN}][ \t\xa0]+)(?=[{HAN}])")
_NECESSARY = re.compile(rf"[ \t\xa0](?=[{HAN}])(?:(?<=[{HAN}].)|(?<=[{HAN}][ \t\xa0].)|(?<=[{HAN}][ \t\xa0]{{2}}.))")
_BLANKS = " \t\xa0"
_SENTENCE = re.compile(r"[，。；！？]")
_MARK = regex.compile(r"[，。；：！？、“”]")
_OPENS = re.compile("[（(]")
_BRACKET = regex.compile(r"[（(][^（()），。；：]*[)）]")
_FOUR_BLANKS = re.compile(r"[ \t\u3000\xa0]{4}")
_WIDE_GAP = regex.compile(r"\S[ \t\u3000\xa0]{4,}\S")
_NAME = regex.compile(rf"(?=[{''.join(sorted(SURNAMES))}])[{HAN}]{{2,3}}(?![{HAN}])")
_HEAD, _TAIL = 10, 6
_FIELD = re.compile(f"[{HAN}]{{2,6}}[：:]")
_BEFORE_NAME = ("记者", "通讯员", "作者", "编辑", "摄影", "撰文", "本报讯", "整理", "主持人")


def find(page: Page) -> Iterator[Change]:
    """Yield the removal of every blank between two Chinese characters of a sentence."""
    for start, line in lines_with(_NECESSARY, page.text):
        if _SENTENCE.search(line) and not (_FOUR_BLANKS.search(line) and _WIDE_GAP.search(line)):
            yield from (Change(start + first, start + last, "") for first, last in _spans(line))


def _spans(line: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the blanks of a sentence that part nothing."""
    indent, length = len(line) - len(line.lstrip()), len(line.rstrip())
    brackets = [place for match in _BRACKET.finditer(line) for place in match.span()] if _OPENS.search(line) else []
    joined = -1
    for match in _BLANK.finditer(line):
        first, last = match.span()
        if (
            (first - indent > _HEAD or _MARK.search(line, indent, first))
            and (length - last > _TAIL or _MARK.search(line, last, length))
            and not line[max(first - 4, 0) : first].endswith(_BEFORE_NAME)
            and not _FIELD.match(line, last)
            and not _are_names(line, first, last, joined)
            and bisect_right(brackets, first) % 2 == 0
        ):
            yield first, last
            joined = last


def _are_names(line: str, first: int, last: int, joined: int) -> bool:
    """Return whether the words on both sides have the shape of a Chinese name; one that was `joined` is longer."""
    if not _NAME.match(line, last):
        return False
    start = first
    while start and first - start < 4 and is_han(line[start - 1]):
        start -= 1
    return start != joined and _NAME.fullmatch(line, start, first) is not None


def _gate(text: str) -> bool:
    return _NECESSARY.search(text) is not None


RULE = Rule(
    name="blanks-between-han",
    profile="safe",
    find=find,
    needs=(((HAN, _BLANKS),), ((_BLANKS, HAN),)),
    gate=_gate,
    changes=(
        ("今年春天，河水 涨得很快，渔 夫们都上了岸。", "今年春天，河水涨得很快，渔夫们都上了岸。"),
        ("会议认为，这个\xa0办法值得推广。", "会议认为，这个办法值得推广。"),
    ),
    stays=(
        "守住一条河 走出一条路",
        "何川 清溪县委书记、县长",
        "第三条 渔民应当爱护河道，不得",
        "参加会议的有何川 李溪 王渔，共三人。",
        "本报讯 （记者 何川 通讯员 李溪）昨天，河水涨了。",
        "各位委員，今天承\u3000貴會邀請，說明修河的經過，敬請\u3000指教，並請\u3000查照。",
        "舍弟赴省城求學一事，多蒙\u3000先生相助，家父家母同感。",
        "十三、第七款第一項第十一目，\u3000科目名稱：修河業務\u3000計畫名稱：清淤",
        "図書館は 静かで、本が 多い。",
        "春，      秋 冬",
        "出席的有河东乡\u3000河西乡\u3000上坪乡\u3000下坪乡的代表，共四十人。",
    ),
)

"""Write the Chinese mark where recognition read a dot in the middle (`污染·今天的河道`).

PaddleOCR prints `·` for commas and stops it is not sure of, a dozen on a page.  The dot is sound between the parts of
a foreign name, inside a title, between numbers; elsewhere, on a page that has several, it is a lost mark.  Which one
is a guess from the clause: a stop behind a long clause before a new subject, a comma before a word that goes on,
the listing comma between short parts.  The sign it stood for is lost anyway, so a wrong guess harms nothing.

Left alone: names, also those that stand there twice, titles (`《三国志·魏书》`), dates (`9·18`), dots between Latin
letters, lists of such dots, pages with one or two of them, pages where most dots are sound (their names may be
written in rarer characters).

Mends 4.9 % of the errors of PaddleOCR; six dots in seven get the right mark.  Harm on the development pages: none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import regex

from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.clean.transcription import sounds
from corpus_cli.text.han import EAST_ASIAN, HAN

_DOT = regex.compile(rf"·(?<=([{HAN}\d％%”）》]{{2}})·)(?=\n*([{HAN}\d“《]{{1,2}}))")
_MARKS = "，。；：、！？·\n"
_GOES_ON = regex.compile(
    "[为被沿长有是而并且也又则就均仍还即使令与和及或等]|他选|她选|之后|因此|所以|从而|其中|以及|从中|以便"
)
_TIME_BEFORE = regex.compile("(?:后|时|中|前|来|间|下|际|上|侧|料|数|支流|度)$")
_LEAST = 3


def find(page: Page) -> Iterator[Change]:
    """Yield the mark for every dot that is none, on a page that has several."""
    text = page.text
    again = Counter(key for place in _places(text) for key in _around(text, place))
    lost = [match.start() for match in _DOT.finditer(text) if not _is_sound(text, match, again)]
    if len(lost) >= _LEAST and 2 * len(lost) > text.count("·"):
        yield from (Change(place, place + 1, _mark(text, place)) for place in lost)


def _is_sound(text: str, match: regex.Match[str], again: Counter[str]) -> bool:
    """Return whether a dot stands in a name, a title or a date, or again between the same signs as in a name."""
    before, after = match.group(1), match.group(2)
    start = max(match.start() - 30, 0)
    in_title = text.rfind("《", start, match.start()) > text.rfind("》", start, match.start())
    numbers = before[-1].isdigit() and after[0].isdigit()
    likely_name = (
        sounds(before[-1]) + sounds(after[0]) == 2 or sounds(before + after) >= 3 or again[f"{before}·{after}"] > 1
    )
    listed = text.count("·", start, match.end() + 30) > 3
    return in_title or numbers or likely_name or listed


def _places(text: str) -> Iterator[int]:
    """Yield where the dots of a text stand."""
    place = text.find("·")
    while place >= 0:
        yield place
        place = text.find("·", place + 1)


def _around(text: str, place: int) -> set[str]:
    """Return a dot with the two signs before it and one or two behind it."""
    start = max(place - 2, 0)
    return {text[start : place + 2], text[start : place + 3]}


def _mark(text: str, place: int) -> str:
    left = place - max(text.rfind(mark, max(place - 60, 0), place) for mark in _MARKS) - 1
    right = min((end for mark in _MARKS if (end := text.find(mark, place + 1, place + 60)) >= 0), default=place + 60)
    if text[place + 1 : place + 2] == "\n":
        return "。"
    if left <= 4 and (right - place <= 5 or text[right : right + 1] == "、"):
        return "、"
    if (
        _GOES_ON.match(text, place + 1)
        or left < 7
        or (_TIME_BEFORE.search(text, max(place - 2, 0), place) and left < 12)
    ):
        return "，"
    return "。"


def _gate(text: str) -> bool:
    return text.count("·") >= _LEAST


RULE = Rule(
    name="dots-for-marks",
    profile="safe",
    find=find,
    needs=("·", EAST_ASIAN),
    gate=_gate,
    changes=(
        (
            "渔民应当爱护清溪的河道·任何人不得在河里填土·违反本条规定的人要罚款·罚款由镇里收取。",
            "渔民应当爱护清溪的河道。任何人不得在河里填土。违反本条规定的人要罚款。罚款由镇里收取。",
        ),
        (
            "春天来了·河水涨得很快很高很急·而桥还没有修好·但是人们并不着急。",
            "春天来了，河水涨得很快很高很急，而桥还没有修好。但是人们并不着急。",
        ),
    ),
    stays=(
        "演员约翰·史密斯与玛丽亚·费尔南德斯和罗伯特·科瓦奇",
        "《河道志·清溪卷》、《河道志·大江卷》、《水经·江水》",
        "河边住着保罗·岑寂和他的弟弟。保罗·岑寂修过桥，还开过渠。村里人说，保罗·岑寂是个好木匠。",
        "9·18事变，7·7事变，3·15晚会",
        "只有一处·在这里，两处·在那里",
        "春·夏·秋·冬·东·南·西·北",
    ),
)

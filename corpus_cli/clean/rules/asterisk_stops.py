"""Write the Chinese full stop where recognition read an asterisk (`保护工作*省、市人民政府`).

On blurred pages the small ring of 。 becomes a star.  Stars also stand for words that were taken out (`平安*县`),
so a page is mended only if its stars stand where sentences end: several of them, each behind a clause of some length
and before another, and none beside a sign that shows a gap.

Left alone: redactions, footnote marks, emphasis and lists of Markdown, sums, pages with one or two stars.

Mends 1.5 % of the errors of classical recognition in Chinese.  Harm on the development pages: none.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.text.han import EAST_ASIAN, HAN

_STOP = regex.compile(rf"\*(?<=[{HAN}]{{4}}\s?\*)(?=\s*[{HAN}])|\*(?<=[{HAN}]{{4}}\s?\*)(?=\n|\Z)")
# Beside a star these show that it stands for something.
_GAP = regex.compile(
    r"\*\*|[\dA-Za-z《〈（(]\*|\*[\dA-Za-z》〉）)]|“\*”|\*[县市区省州镇乡村街路号月日年元某]|某\*|\n\*\s|\A\*\s"
)
_LEAST = 3


def find(page: Page) -> Iterator[Change]:
    """Yield a full stop for every star at the end of a sentence, on a page whose stars stand there."""
    text = page.text
    if _GAP.search(text):
        return
    places = [match.start() for match in _STOP.finditer(text)]
    if len(places) >= _LEAST and 3 * len(places) >= 2 * text.count("*"):
        yield from (Change(place, place + 1, "。") for place in places)


def _gate(text: str) -> bool:
    return text.count("*") >= _LEAST and not text.isascii()


RULE = Rule(
    name="asterisk-stops",
    profile="safe",
    find=find,
    needs=("*", EAST_ASIAN),
    gate=_gate,
    changes=(
        (
            "渔民应当爱护河道*任何人不得填河*河道由镇里管理*其他人予以协助。",
            "渔民应当爱护河道。任何人不得填河。河道由镇里管理。其他人予以协助。",
        ),
        (
            "河水在春天上涨*渔夫都回家去\n镇里修好桥梁*大家很是高兴*",
            "河水在春天上涨。渔夫都回家去\n镇里修好桥梁。大家很是高兴。",
        ),
    ),
    stays=(
        "平安*基本建成，《*县规划》印发，全县*个乡镇",
        "**重要**：不得填河",
        "* 第一项\n* 第二项\n* 第三项",
        "只有一颗星*在这里",
    ),
)

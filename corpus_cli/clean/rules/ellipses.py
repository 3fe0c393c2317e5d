"""Write the Chinese ellipsis where dots or stops stand in a row (`还有...`, `河水。。。`, `等等···`).

The six dots of the Chinese ellipsis come out as full stops of either kind or as middle dots.  Three or more of a
kind behind a Chinese character or quote are one.

Left alone: ellipses between Latin words, two stops (a slip), rows of dots that lead to a page number, decimals.

Harm on the development pages: 0.01 %, in text that prints three dots on purpose; hence the full profile.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus_cli.clean.rule import Change, Page, Rule, has
from corpus_cli.text.han import HAN, KANA

_ROW = re.compile(r"(?:\.\.\.+|。。。+|···+|・・・+|．．．+)(?![\s.·]*\d)")
_CHINESE_END = re.compile(f"[{HAN}{KANA}”’」』》），。！？]")
_LONGEST = 12


def find(page: Page) -> Iterator[Change]:
    """Yield the ellipsis for every row of dots in Chinese."""
    text = page.text
    for match in _ROW.finditer(text):
        if match.end() - match.start() <= _LONGEST and _CHINESE_END.match(
            text[max(match.start() - 1, 0) : match.start()]
        ):
            yield Change(match.start(), match.end(), "……")


RULE = Rule(
    name="ellipses",
    profile="full",
    find=find,
    gate=has("...", "。。。", "···", "・・・", "．．．"),
    changes=(
        ("渔夫说：“河水......”他走了。还有桥。。。", "渔夫说：“河水……”他走了。还有桥……"),
        ("船、网···都在。", "船、网……都在。"),
        ("そうですか・・・", "そうですか……"),
    ),
    stays=("And so... he left", "第一章 河水............12", "河水……", "他走了。。", "версия 1...2"),
)

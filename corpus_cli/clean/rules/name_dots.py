"""Write the dot of foreign names where recognition read another small sign (``罗伯特`史密斯``, `保罗.罗伯逊`).

The dot in the middle of a transcribed name comes out as a backtick, a full stop or an apostrophe.  It is a name where
the characters on both sides are those that transcriptions are made of.

Left alone: code between backticks, decimal points, full stops between Chinese words, quotes.

Mends 1.0 % of the errors of classical recognition in Chinese.  Harm on the development pages: none.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.clean.transcription import SOUNDS, sounds
from corpus_cli.text.han import HAN

_DOT = regex.compile(rf"[`.'‘’･‧](?<=([{HAN}][{HAN}]).)(?=([{HAN}]{{1,2}}))")
_LEAST = {"`": 2, "･": 2, "‧": 2}


def find(page: Page) -> Iterator[Change]:
    """Yield the dot for every small sign inside a transcribed name."""
    for match in _DOT.finditer(page.text):
        around = match.group(1) + match.group(2)
        beside = around[1] in SOUNDS and around[2] in SOUNDS
        if beside and sounds(around) >= min(_LEAST.get(match.group(), 4), len(around)):
            yield Change(match.start(), match.end(), "·")


RULE = Rule(
    name="name-dots",
    profile="safe",
    find=find,
    needs=(((HAN, "`.'‘’･‧"),), (("`.'‘’･‧", HAN),)),
    changes=(
        ("演员约翰`史密斯与玛丽亚.费尔南德斯", "演员约翰·史密斯与玛丽亚·费尔南德斯"),
        ("作家阿列克谢‧托尔斯泰", "作家阿列克谢·托尔斯泰"),
    ),
    stays=("点击`确定`按钮", "他到了.然后", "圆周率3.14", "今天.明天", "Robert.Smith", "马克说.他们"),
)

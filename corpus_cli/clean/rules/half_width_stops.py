"""Write the Chinese full stop where a whole text has Latin ones (`河水涨了.渔夫回家.`).

Texts typed or recognised with narrow marks throughout end their sentences with the stop of Latin.  It is a sentence
end between Chinese characters and at a line end, in a text where such stops far outnumber Chinese ones.  In other
texts it is one at the end of a paragraph with Chinese marks in it, and before a closing quote there.

Left alone: elsewhere texts with Chinese stops (there the dot is a lost dot of a name, or dirt), decimals, numbers of
lists, Latin words and abbreviations, ellipses.

Harm on the development pages: none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus_cli.clean.lines import has_chinese
from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.text.han import HAN

_STOP = re.compile(rf"\.(?<=[{HAN}”》）]\.)(?=\s*(?:[{HAN}“《（\"‘]|\Z)|[”\"’）\n])(?!\.)")
_LAST = re.compile(
    rf"\.(?:(?<=[{HAN}）》]\.)|(?<=[{HAN}）》] \.))(?=[”」]|[”」]?[ \t\u3000]*(?:\n[ \t\u3000]*\n|\n*\Z))"
)
_SHORTEST = 20
_NUMBER = re.compile(r"(?:\A|\n|\s)[#\s]*[（(]?[一二三四五六七八九十百]{1,3}[）)]?$")
_LEAST, _TIMES = 3, 4


def find(page: Page) -> Iterator[Change]:
    """Yield a Chinese stop for every Latin one that ends a sentence, in a text that has hardly any other."""
    text = page.text
    stops = [m for m in _STOP.finditer(text) if not _NUMBER.search(text[max(m.start() - 12, 0) : m.start()])]
    if len(stops) >= _LEAST and len(stops) >= _TIMES * text.count("。"):
        yield from (Change(match.start(), match.end(), "。") for match in stops)
    elif "。" in text:
        lasts = (match for match in _LAST.finditer(text) if _ends_sentence(text, match.start()))
        yield from (Change(match.start(), match.end(), "。") for match in lasts)


def _ends_sentence(text: str, place: int) -> bool:
    """Return whether a line before a dot is running text with Chinese marks."""
    line = text[text.rfind("\n", 0, place) + 1 : place]
    return len(line) >= _SHORTEST and ("，" in line or "。" in line)


def _gate(text: str) -> bool:
    return "." in text and has_chinese(text)


RULE = Rule(
    name="half-width-stops",
    profile="safe",
    find=find,
    gate=_gate,
    changes=(
        ("河水涨了,渔夫回家.桥修好了.他说:“走吧.”", "河水涨了,渔夫回家。桥修好了。他说:“走吧。”"),
        (
            "今年春天，镇里修好了石桥。人们说：“桥修得好.”又在河边种下许多柳树.\n\n来往的人都停下来看.",
            "今年春天，镇里修好了石桥。人们说：“桥修得好。”又在河边种下许多柳树。\n\n来往的人都停下来看.",
        ),
        ("春天来了.\n花开了.\n鸟叫了.", "春天来了。\n花开了。\n鸟叫了。"),
    ),
    stays=(
        "约翰.史密斯来了。保罗.罗伯逊来了。河水涨了。渔夫.回家",
        "圆周率3.14,增长2.5,版本1.0,河水",
        "一.清理\n1.修桥\n二.修桥\n三.种树\n十二.除草",
        "Он пришёл. Она ушла. Конец.",
        "等等...还有...",
        "今年春天，镇里修好了石桥。桥名是约翰.\n史密斯起的，他在河边种下许多柳树……",
    ),
)

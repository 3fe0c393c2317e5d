"""Write a blank where recognition read a quote behind the number of an article of law (`第三条” 渔民应当`).

Laws print a wide blank between the number and the text; classical engines see a quote in it.  A closing quote there
closes nothing unless one was opened in the same sentence, and an opening one opens nothing unless it is closed.

Left alone: quoted numbers (`“第三条”`), a quotation that begins there and is closed, numbers inside a sentence
before a comma.

Mends 3.8 % of the errors of classical recognition in Chinese.  Harm on the development pages: none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from corpus_cli.clean.lines import BLANKS
from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.text.han import HAN

_QUOTE = regex.compile(rf"第[〇零一二三四五六七八九十百千\d]{{1,7}}[条章节款编]\s?([”“\"’‘'＂])\s?(?=[{HAN}])")
_NECESSARY = re.compile("[条章节款编]\\s?[”“\"’‘'＂]")
_QUOTES = "”“\"’‘'＂"
_SPACES = " \t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_SENTENCE_END = "\n。！？"


def find(page: Page) -> Iterator[Change]:
    """Yield a blank for every quote behind a number that neither closes nor opens."""
    text = page.text
    for match in _QUOTE.finditer(text):
        before = _since_sentence_end(text, match.start())
        after = text[match.end() : match.end() + 200].partition("\n")[0]
        if match.group(1) in "”’":
            stray = not any(sign in before for sign in "“‘\"'＂")
        else:
            stray = not _is_closed(after) and not any(sign in before for sign in "\"'＂")
        if stray:
            place = match.start(1)
            yield Change(place - (text[place - 1] in BLANKS), match.end(), " ")


def _since_sentence_end(text: str, place: int) -> str:
    start = max(place - 200, 0)
    before = text[start:place]
    return before[max(before.rfind(sign) for sign in _SENTENCE_END) + 1 :]


def _is_closed(after: str) -> bool:
    """Return whether a closing quote comes before the next opening one."""
    closing, opening = after.find("”"), after.find("“")
    straight = after.count('"') + after.count("＂")
    return straight % 2 == 1 or (closing >= 0 and (opening < 0 or closing < opening))


def _gate(text: str) -> bool:
    return _NECESSARY.search(text) is not None


RULE = Rule(
    name="quotes-at-articles",
    profile="safe",
    find=find,
    needs=((("条章节款编", _QUOTES + _SPACES),), _QUOTES),
    gate=_gate,
    changes=(
        ("第三条” 渔民应当爱护河道。", "第三条 渔民应当爱护河道。"),
        ('第二章“河道的保护\n第十二条"任何人不得填河。', "第二章 河道的保护\n第十二条 任何人不得填河。"),
    ),
    stays=("根据“第三条”规定", "第三条“不得填河”的规定", "他读了“河道法第三条”全文", "Article 3” of the law"),
)

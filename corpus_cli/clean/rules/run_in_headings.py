"""Set a heading on a line of its own that recognition ran into its paragraph (`二、修渠。渠长三里`).

Vision models forget the line end behind a heading and put a full stop there.  Where a heading with the number before
or after it stands alone in the text, with running text below it, the series is set that way; the stop goes and a
blank line takes its place.

Left alone: numbered lines without a blank line before them; series that are run in throughout, as many are printed;
numbered lists, whose items have no text below them; numbered sentences too long for a heading; headings of another
form (`（一）`, `第一条`).

Harm on the development pages: none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from corpus_cli.clean.layout import starts_block
from corpus_cli.clean.rule import Change, Page, Rule

_NUMERALS = "一二三四五六七八九十"
# A number with its sign, in group 1 a Chinese one, in group 2 a Latin one.
_NUMBER = rf"#{{0,6}} ?(?:([{_NUMERALS}]{{1,3}})、|(\d{{1,2}})\. )"
# Starts with the literal for speed: a heading that is run in stands below a blank line.
_RUN_IN = regex.compile(
    rf"\n\n{_NUMBER}(?:[^\n。！？；：]{{3,48}}(。)(?=[^\n]{{20}})"
    r"|\p{Lu}[^\n.!?;:,]{2,48}(\. )(?=[\"“'‘]*\p{Lu}[^\n]{20}))"
)
_NECESSARY = re.compile(rf"\n\n#{{0,6}} ?[{_NUMERALS}0-9]{{1,3}}[、.]")
_ALONE = regex.compile(rf"^{_NUMBER}[^\n。！？；：.!?;:]{{2,58}}\n\s*(?=(\S[^\n]{{39}}))", regex.MULTILINE)
_LONG_WORD = regex.compile(r"\b\p{L}{4,}")
_VALUES = {sign: value for value, sign in enumerate(_NUMERALS, 1)}


def find(page: Page) -> Iterator[Change]:
    """Yield a blank line for the stop behind every heading of a series that stands alone elsewhere."""
    text = page.text
    found = [match for match in _RUN_IN.finditer(text) if match[1] or _is_title(match[0])]
    if not found:
        return
    alone = {_number(match) for match in _ALONE.finditer(text) if not starts_block(match[3])}
    for match in found:
        chinese, value = _number(match)
        if alone & {(chinese, value - 1), (chinese, value + 1)}:
            start, end = match.span(3 if chinese else 4)
            yield Change(start, end, "\n\n")


def _is_title(heading: str) -> bool:
    """Return whether the long words of an English heading begin with capitals."""
    return all(word[0].isupper() for word in _LONG_WORD.findall(heading))


def _number(match: regex.Match[str]) -> tuple[bool, int]:
    """Return whether a heading has a Chinese number, and its value."""
    if match[2]:
        return False, int(match[2])
    tens, ten, ones = match[1].rpartition("十")
    return True, (_VALUES.get(tens, 1) * 10 if ten else 0) + _VALUES.get(ones, 0)


RULE = Rule(
    name="run-in-headings",
    profile="safe",
    find=find,
    gate=lambda text: _NECESSARY.search(text) is not None,
    changes=(
        (
            "一、石桥的修建\n\n石桥修于清代，桥面用整块的青石铺成，两岸的人每天都从桥上过，走了两百多年，石头都磨亮了。\n\n"
            "二、渠道的清理。渠道长三里，淤了十年，去年冬天各村出工，一个月就挖通了。",
            "一、石桥的修建\n\n石桥修于清代，桥面用整块的青石铺成，两岸的人每天都从桥上过，走了两百多年，石头都磨亮了。\n\n"
            "二、渠道的清理\n\n渠道长三里，淤了十年，去年冬天各村出工，一个月就挖通了。",
        ),
        (
            "The Valley\n\n1. The Old Mill. It stood idle for the whole of that winter, and nobody knew why.\n\n"
            "## 2. The Bridge\n\nThe bridge was built by the men of both banks in a single summer.",
            "The Valley\n\n1. The Old Mill\n\nIt stood idle for the whole of that winter, and nobody knew why.\n\n"
            "## 2. The Bridge\n\nThe bridge was built by the men of both banks in a single summer.",
        ),
    ),
    stays=(
        "一、修好石桥。桥面用整块的青石铺成，两岸的人每天都从桥上过。\n\n二、清理渠道。渠道长三里，去年冬天各村出工挖通了。",
        "会上定了三件事：\n一、修桥\n二、清渠。渠道长三里，淤了十年，去年冬天各村出工才挖通。\n三、种树",
        "一、石桥的修建\n\n石桥修于清代，桥面用整块的青石铺成，两岸的人每天都从桥上过，走了两百多年，石头都磨亮了。\n\n"
        "四、渠道的清理。渠道长三里，淤了十年，去年冬天各村出工，一个月就挖通了。",
        "1. The Old Mill stood idle. It had done so for the whole of that winter, and nobody knew why.\n\n"
        "2. The Bridge\n\nThe bridge was built by the men of both banks in a single summer.",
    ),
)

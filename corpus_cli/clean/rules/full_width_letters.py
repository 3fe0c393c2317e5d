"""Write full-width letters and digits in half width (`２０１９年`, `ＷＴＯ`).

Old Chinese and Japanese systems gave letters and digits the box of a character, and some engines read them so.  They
are sound in print of that time, so this is done in the full profile only.

Left alone: full-width punctuation, which is the right one in Chinese; a text that speaks of the two widths (both
stand in it side by side); single letters between Chinese characters.

Harm on the development pages: none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus_cli.clean.rule import Change, Page, Rule

_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ](?:[０-９Ａ-Ｚａ-ｚ．，：／－＋％]*[０-９Ａ-Ｚａ-ｚ％])?")
_NARROW = str.maketrans({code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)})
_DIGIT = re.compile("[０-９]")


def find(page: Page) -> Iterator[Change]:
    """Yield the half-width form of every run of full-width letters and digits."""
    if not _gate(page.text):
        return
    for match in _WIDE.finditer(page.text):
        run = match.group()
        if len(run) > 1 or _DIGIT.match(run):
            yield Change(match.start(), match.end(), run.translate(_NARROW))


def _gate(text: str) -> bool:
    return not text.isascii() and _WIDE.search(text) is not None and "宽度" not in text and "全角" not in text


RULE = Rule(
    name="full-width-letters",
    profile="full",
    find=find,
    gate=_gate,
    changes=(
        ("２０１９年ＷＴＯ成员达１６４个，增长３．５％。", "2019年WTO成员达164个，增长3.5%。"),
        ("平成２年ＮＨＫ", "平成2年NHK"),
    ),
    stays=("ａｂｃ与ABC宽度不同", "甲Ａ乙Ｂ", "甲班的Ａ、Ｂ", "река, WTO 2019"),
)

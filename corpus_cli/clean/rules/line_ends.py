"""Write every line end as one line feed.

Files from Windows end their lines in two signs, old ones from the Macintosh in a carriage return, mainframe text in
U+0085, and text pasted from word processors holds U+2028, U+2029 and vertical tabs.  Programs disagree on which of
them end a line, so counts of lines and offsets go wrong later.

Left alone: form feeds, which are page breaks; a carriage return is never kept, even alone.

Harm on the development pages: none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus_cli.clean.rule import Change, Page, Rule

_LINE_END = re.compile(r"\r\n?|[\x0b\x85\u2028\u2029]")


def find(page: Page) -> Iterator[Change]:
    """Yield every line end that is not a line feed."""
    for match in _LINE_END.finditer(page.text):
        yield Change(match.start(), match.end(), "\n")


RULE = Rule(
    name="line-ends",
    profile="safe",
    find=find,
    needs=("\r\x0b\x85\u2028\u2029",),
    changes=(
        ("春天到了。\r\n花都开了。\r\n", "春天到了。\n花都开了。\n"),
        ("Dear friends,\u2028the hall\x0bis full.\rCome in.", "Dear friends,\nthe hall\nis full.\nCome in."),
        ("Первая строка\x85вторая", "Первая строка\nвторая"),
    ),
    stays=("第一页\f第二页", "tab\tand\nline feed", "一\n\n二"),
)

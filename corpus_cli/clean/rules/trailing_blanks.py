"""Remove blanks at the ends of lines.

Engines that print a page in fixed columns, and editors that wrap text, leave blanks, tabs and ideographic spaces
before the line end.  They show nothing and hide the sign the line really ends in.  A line of blanks alone becomes
an empty line; it is not removed.

Left alone: blanks at the start of a line (indents say where a paragraph starts), form feeds (they are page breaks).

Harm on the development pages: none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus_cli.clean.lines import BLANKS
from corpus_cli.clean.rule import Change, Page, Rule

# Starts with the last blank before the line end, a literal for `re`, and then walks back by hand.
_AT_LINE_END = re.compile(r"[ \t\u3000\xa0](?=\n|\Z)")


def find(page: Page) -> Iterator[Change]:
    """Yield the removal of every run of blanks that ends a line."""
    text = page.text
    for match in _AT_LINE_END.finditer(text):
        end = match.end()
        start = end
        while start and text[start - 1] in BLANKS:
            start -= 1
        yield Change(start, end, "")


RULE = Rule(
    name="trailing-blanks",
    profile="safe",
    find=find,
    needs=(((BLANKS, "\n"),),),
    changes=(
        ("春天到了。  \n花都开了。\u3000", "春天到了。\n花都开了。"),
        ("The first line \t\nand the next", "The first line\nand the next"),
        ("一\n \n二", "一\n\n二"),
    ),
    stays=("\u3000\u3000春天到了。", "a  b\n  c", "第一页\n\f第二页"),
)

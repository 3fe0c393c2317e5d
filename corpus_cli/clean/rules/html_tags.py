"""Remove stray HTML tags from running text (`<p>`, `</div>`, `<center>`, `<br>`).

Vision models and web pages leave tags of layout in the text; a line break becomes one.  Only tags that carry no
meaning go.

Left alone: tables, links, images, super- and subscripts, entities, everything in a text that shows code (braces,
backticks, a tag in quotes or entities).

Harm on the development pages: none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus_cli.clean.rule import Change, Page, Rule

_TAG = re.compile(r"<(/?)(p|div|span|center|font|br|hr)((?:\s[^<>\n]{0,120})?)\s?/?>", re.IGNORECASE)
_CODE = re.compile(
    r"`|\{|&[lg]t;|[“\"'‘]</?[a-z]+>|<(?:script|style|html|code|pre|table|td|a|img)\b|</?[a-z]+>[”\"'’]|\b(?:tags?|elements?)\s+</?[a-z]|标签|標籤|标记"
)


def find(page: Page) -> Iterator[Change]:
    """Yield the removal of every tag of layout; a line break is written for `<br>`."""
    if not _CODE.search(page.text):
        for match in _TAG.finditer(page.text):
            yield Change(match.start(), match.end(), "\n" if match.group(2).lower() == "br" else "")


RULE = Rule(
    name="html-tags",
    profile="safe",
    find=find,
    needs=("<",),
    changes=(
        ("<center>河水涨了</center>\n<p>春天来了。</p>", "河水涨了\n春天来了。"),
        ('The river<br/>rose <span class="x">again</span>.', "The river\nrose again."),
    ),
    stays=(
        "The tag <p> begins a paragraph, and <br> ends a line.",
        "用“<br>”换行",
        "`<p>` is a tag",
        "a < b and c > d",
        "<table><tr><td>河</td></tr></table><p>",
        "H<sub>2</sub>O",
    ),
)

"""Write the signs that HTML entities stand for (`&nbsp;`, `AT&amp;T`, `&#8217;`).

Text taken from web pages or web-made books keeps entities that were escaped twice or never read.  A name that HTML
has, or the number of a sign, between `&` and `;` is the sign; a no-break blank is a plain one, and signs that are not
seen (`&shy;`) go.

Left alone: `&` without `;` (addresses, `R&D; and`), names that HTML does not have, numbers of no sign, entities that
are spoken of: alone in quotes or back-ticks, in lines that have `&lt;` or `&gt;` or name code, markup or escapes.

Harm on the development pages: none.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from html import unescape
from html.entities import html5

import regex

from corpus_cli.clean.misreadings import is_mention
from corpus_cli.clean.rule import Change, Page, Rule

# What was escaped more than once has `amp;` before its name.
_ENTITY = regex.compile(r"&(?:amp;)*+(?:([A-Za-z][A-Za-z0-9]{1,30});|#(?:[0-9]{2,7}|[xX][0-9A-Fa-f]{2,6});)|&(?:amp;)+")
# A line that speaks of code.
_CODE = regex.compile(
    r"&(?:amp;)*[lg]t;|`|\b(?:HTML|XML|SGML|entit(?:y|ies)|escap(?:e|es|ed|ing)|markup|source code)\b"
    r"|代[码碼]|[编編][码碼]|[实實]体|[转轉][义義]|字符|[标標][签籤]",
    regex.IGNORECASE,
)
_BLANKS = frozenset(("\u00a0", "\u2002", "\u2003", "\u2009", "\u200a", "\t", "\n", "\r"))
_MOST_ESCAPES = 8
_NEAR = 300


def find(page: Page) -> Iterator[Change]:
    """Yield the sign for every entity that is one."""
    text = page.text
    for match in _ENTITY.finditer(text):
        start, end = match.span()
        sign = _sign(match)
        if not sign or is_mention(text, start, end) or _CODE.search(_line_at(text, start, end)):
            continue
        if sign == "&" and _ENTITY.match("&" + text[end : end + 40]):
            continue
        if sign in _BLANKS:
            sign = " "
        elif len(sign) == 1 and unicodedata.category(sign) == "Cf":
            sign = ""
        yield Change(start, end, sign)


def _line_at(text: str, start: int, end: int) -> str:
    """Return the line of a place, without what is far away."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return text[max(first, start - _NEAR) : min(last if last >= 0 else len(text), end + _NEAR)]


def _sign(match: regex.Match[str]) -> str:
    """Return what an entity stands for, nothing where it is none."""
    if match[1] and match[1] + ";" not in html5:
        return ""
    sign: str = match[0]
    for _ in range(_MOST_ESCAPES):
        sign = unescape(sign)
    is_sign = sign in _BLANKS or sign == "\u3000" or sign.isprintable() or unicodedata.category(sign[:1]) == "Cf"
    return sign if is_sign and "\ufffd" not in sign and len(sign) <= 2 else ""


RULE = Rule(
    name="html-entities",
    profile="safe",
    find=find,
    needs=("&", ";"),
    gate=lambda text: _ENTITY.search(text) is not None,
    changes=(
        (
            "The mill&nbsp;of Smith &amp; Sons, the river&#8217;s oldest&mdash;",
            "The mill of Smith & Sons, the river’s oldest—",
        ),
        ("written&amp;nbsp;twice &amp;amp; more", "written twice & more"),
        ("水退了&hellip;&hellip;他说：&ldquo;走吧。&rdquo;", "水退了……他说：“走吧。”"),
        (
            "The co&shy;operative closed in 1936&#8201;&ndash; so they said.",
            "The cooperative closed in 1936 – so they said.",
        ),
    ),
    stays=(
        "See https://example.org/?a=1&copy=2&lang=en; the rest is R&D; and Q&A; as before.",
        "Write “&amp;” for the sign, and `&nbsp;` for the blank.",
        "The page has &lt;b&gt; and &lt;/b&gt; in it.",
        "网页的源代码里写着&nbsp;和&amp;两个记号。",
        "a &lt; b &amp;&amp; b &gt; c",
        "P&L; B&B; AT&T; &unknown; &#1; &#xD800;",
    ),
)

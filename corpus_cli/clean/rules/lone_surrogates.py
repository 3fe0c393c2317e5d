"""Join surrogate halves, and write U+FFFD where one stands alone.

JSON escapes written by careless programs hold the two halves of one character apart, or only one of them.  A lone
half is no character: it cannot be written as UTF-8, and a program that tries stops there.

Left alone: U+FFFD that stands in the text already.

Harm on the development pages: none; lone halves stand for a character that is lost, and the edit keeps which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus_cli.clean.rule import Change, Page, Rule

_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]")


def find(page: Page) -> Iterator[Change]:
    """Yield the joined character for every pair of halves and U+FFFD for every half alone."""
    for match in _SURROGATES.finditer(page.text):
        halves = match.group()
        joined = halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le") if len(halves) == 2 else "\ufffd"
        yield Change(match.start(), match.end(), joined)


def _gate(text: str) -> bool:
    # Encoding is the fastest exact test: it stops at the first surrogate.
    if text.isascii():
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


RULE = Rule(
    name="lone-surrogates",
    profile="safe",
    find=find,
    needs=("\ud800-\udfff",),
    gate=_gate,
    changes=(
        ("他说\ud83d\ude42再见", "他说🙂再见"),
        ("half \udc00 lost", "half \ufffd lost"),
        ("половина \ud800", "половина \ufffd"),
    ),
    stays=("他说🙂再见", "替换字符\ufffd", "𠮷野家"),
)

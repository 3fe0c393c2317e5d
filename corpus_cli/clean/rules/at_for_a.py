"""Write the English article where recognition read `@` (`not @ yard of it`).

The round sign with its tail is the shape that a smudged a takes.  It is the article where it stands alone between
a small word that articles follow and a word in small letters.

Left alone: addresses, prices (`3 @ $5`), places (`lunch @ home`), names of users (`by @river`).

Mends 0.2 % of the errors of English pages.  Harm on the development pages: none.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from corpus_cli.clean.rule import Change, Page, Rule, has

_AT = regex.compile(
    r"@(?<=\b(?:as|is|was|be|been|of|in|on|by|for|from|with|to|into|and|or|but|not|such|that|than|like|have|has|had|"
    r"make|made|makes|without|over|upon|under|through|being|become|became|it|what|quite|rather|only) @)"
    r"(?= [b-df-hj-np-tv-z][a-z]+\b)"
)


def find(page: Page) -> Iterator[Change]:
    """Yield the article for every sign that stands in its place."""
    yield from (Change(match.start(), match.end(), "a") for match in _AT.finditer(page.text))


RULE = Rule(
    name="at-for-a",
    profile="safe",
    find=find,
    needs=("@",),
    gate=has(" @ "),
    changes=(
        ("There is not @ yard of it, and it is @ good place.", "There is not a yard of it, and it is a good place."),
        ("as @ sampling frame", "as a sampling frame"),
    ),
    stays=("3 @ $5 each", "lunch @ home", "by @river and me@example.org", "был @ дом"),
)

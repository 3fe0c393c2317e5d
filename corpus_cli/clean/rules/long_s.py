"""Write the long s of old print as s (`ſong`, `Waſſer`).

Until about 1800 print had two forms of s; a search for the word of today misses the old one.  Read right it is a
sound character, so this is done in the full profile only.

Left alone: the sign alone, which is spoken of; f that was read for a long s, which needs a word list.

Harm on the development pages: none; an edition true to the letter loses a difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus_cli.clean.rule import Change, Page, Rule

_LONG_S = re.compile(r"ſ(?:(?<=[^\W\d_].)|(?=[^\W\d_]))")


def find(page: Page) -> Iterator[Change]:
    """Yield s for every long s in a word."""
    yield from (Change(match.start(), match.end(), "s") for match in _LONG_S.finditer(page.text))


RULE = Rule(
    name="long-s",
    profile="full",
    find=find,
    needs=("ſ",),
    changes=(("the river's ſong", "the river's song"), ("das Waſſer", "das Wasser"), ("la maiſon", "la maison")),
    stays=("the letter ſ is old", "∫ f(x)", "河 ſ 水"),
)

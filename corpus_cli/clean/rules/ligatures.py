"""Write Latin ligatures as their letters (`oﬃce`, `ﬁsh`).

PDF files and some engines keep the one sign of the print for two or three letters, and no search finds the word.
They are sound characters all the same, so this is done in the full profile only.

Left alone: æ, œ and ß, which are letters; Armenian and Arabic ligatures; a ligature that stands alone, which is
spoken of.

Harm on the development pages: none; a text that prints ligatures on purpose loses them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus_cli.clean.rule import Change, Page, Rule

_LETTERS = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile(r"[ﬀ-ﬆ](?:(?<=[^\W\d_].)|(?=[^\W\d_]))")


def find(page: Page) -> Iterator[Change]:
    """Yield the letters of every ligature that stands in a word."""
    for match in _LIGATURE.finditer(page.text):
        yield Change(match.start(), match.end(), _LETTERS[match.group()])


RULE = Rule(
    name="ligatures",
    profile="full",
    find=find,
    needs=("ﬀ-ﬆ",),
    changes=(("the ﬁshing oﬃce", "the fishing office"), ("un ﬂeuve eﬀacé", "un fleuve effacé")),
    stays=("the sign ﬁ is one", "œuvre, Straße, æ", "河 ﬁ 水"),
)

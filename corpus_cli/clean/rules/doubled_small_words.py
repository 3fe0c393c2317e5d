"""Remove the second of two equal small words of English that stand side by side.

Recognition prints a word again where it goes on behind a line end or lost its place: `the the`, `of of`, `and and`.
Only words are touched that English never says twice in a row.

Left alone: words that do stand twice (that, had, is, was, in, so, very, no, long, her), names and nouns, doubles with
a mark or a line end between them, a doubled word in capitals (THE THE), other languages.

Harm on the development pages: none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus_cli.clean.rule import Change, Page, Rule

_WORDS = (
    "the",
    "a",
    "an",
    "of",
    "and",
    "or",
    "to",
    "from",
    "with",
    "into",
    "his",
    "its",
    "our",
    "my",
    "your",
    "their",
    "which",
)
_DOUBLE = re.compile(r" (?<=[\w,;:.’”\"')] )(" + "|".join(_WORDS) + r")((?: \1)+)(?= [a-z])")


def gate(text: str) -> bool:
    """Return whether a text has an English small word at all, and a doubled one."""
    return (" the " in text or " of " in text or " and " in text) and _DOUBLE.search(text) is not None


def find(page: Page) -> Iterator[Change]:
    """Yield the removal of every small word behind its equal."""
    for match in _DOUBLE.finditer(page.text) if gate(page.text) else ():
        yield Change(match.start(2), match.end(2), "")


RULE = Rule(
    name="doubled-small-words",
    profile="safe",
    find=find,
    gate=gate,
    changes=(
        ("He stood at the the edge of the river.", "He stood at the edge of the river."),
        ("They crossed it, and and went on to to the mill.", "They crossed it, and went on to the mill."),
    ),
    stays=(
        "He knew that that man had had enough, and what it is is plain.",
        "It went on and on, the the-and-a of it.",
        "a a. b b.",
        "She came in in time; very very late, long long ago.",
        "He sang THE THE song.",
    ),
)

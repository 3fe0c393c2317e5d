"""Remove the second of two equal small words of English that stand side by side.

Recognition prints a word again where it goes on behind a line end or lost its place: `the the`, `of of`, `and and`.
Only words are touched that English never says twice in a row.

Left alone: words that do stand twice (that, had, is, was, in, so, very, no, long, her), names and nouns, doubles with
a mark or a line end between them, a doubled word in capitals (THE THE), other languages.

Harm on the development pages: none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from corpus_cli.clean.joined import joined
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
_SHORTEST, _LONGEST = min(map(len, _WORDS)), max(map(len, _WORDS))
_DOUBLE = re.compile(r" (?<=[\w,;:.’”\"')] )(" + "|".join(_WORDS) + r")((?: \1)+)(?= [a-z])")


def gates(texts: Sequence[str]) -> list[bool]:
    """Return for every text whether a word of the length of a small one stands twice in a row."""
    text, codes, _ = all_texts = joined(texts)
    if " the " not in text and " of " not in text and " and " not in text:
        return [False] * len(texts)
    blanks = np.flatnonzero(codes == ord(" "))
    sizes = np.diff(blanks)
    like = np.flatnonzero((sizes[1:] == sizes[:-1]) & (sizes[1:] > _SHORTEST) & (sizes[1:] <= _LONGEST + 1))
    like = like[codes[blanks[like + 1] - 1] == codes[blanks[like + 2] - 1]]
    spans = zip(blanks[like].tolist(), blanks[like + 1].tolist(), strict=True)
    doubled = [a for a, b in spans if text[a + 1 : b] in _WORDS and text.startswith(text[a:b], b)]
    found = all_texts.by_text(np.array(doubled, np.int64))
    return [number in found for number in range(len(texts))]


def find(page: Page) -> Iterator[Change]:
    """Yield the removal of every small word behind its equal."""
    text = page.text
    is_english = " the " in text or " of " in text or " and " in text
    for match in _DOUBLE.finditer(text) if is_english else ():
        yield Change(match.start(2), match.end(2), "")


RULE = Rule(
    name="doubled-small-words",
    profile="safe",
    find=find,
    gates=gates,
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

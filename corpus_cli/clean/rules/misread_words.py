"""Mend English words whose strokes were misread, where only one word is meant (`mouniains`, `thouglt`, `purposé`).

Worn type turns t, l, f, r and i into each other, m into rn, h into li, and puts specks on e.  A word that no list
knows, one such confusion away from exactly one common word, is that word.  The list is wordfreq's; paragraphs that
are not English, and words that the page or the corpus lexicon repeats, stay.

Left alone: words that begin with a capital (names), words with apostrophes and hyphens, words of fewer than five
letters, every word the list has, numbers.

Harm on the development pages: none.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.clean.spelling import STROKES, Strictness, misread

_STRICT = Strictness(STROKES, least_share=3e-6, least_length=5, lead=20)
_LETTERS = regex.compile("[a-z]{4}")


def find(page: Page) -> Iterator[Change]:
    """Yield the right word for every word that was misread beyond doubt."""
    yield from (Change(start, end, word) for start, end, word in misread(page.text, _STRICT, page.lexicon))


def _gate(text: str) -> bool:
    return _LETTERS.search(text) is not None


RULE = Rule(
    name="misread-words",
    profile="safe",
    find=find,
    gate=_gate,
    changes=(
        (
            "The river came down from the huge mouniains on every side.",
            "The river came down from the huge mountains on every side.",
        ),
        (
            "She had a greai purposé in all that she did for the people.",
            "She had a great purpose in all that she did for the people.",
        ),
    ),
    stays=(
        "The river came down from Mouniains, and he saw it with his own eyes.",
        "They spoke of the mouniains and the mouniains of that land to everybody.",
        "La rivière est montée pendant la nuii et tout le monde est parti.",
        "He said it was tho' the old ones that we had shewn him there.",
        "Он пришёл домой поздно вечером",
    ),
)

"""Mend misread English words of five letters and more, where only one word is meant (`mouniains`, `purposé`).

Worn type turns t, l, f, r and i into each other, m into rn, h into li, c into e, and puts specks on letters.  A word
that no list knows, nor any form of it, and that is one such confusion away from one common word, twenty times as
common as the next one, is that word.  The list is wordfreq's; with a lexicon of the corpus its words count too.

Left alone: words that begin with a capital (names), words with apostrophes and hyphens, short words, every word the
list has, words that the page or the corpus repeats, numbers, paragraphs that are not English.

Harm on the development pages: none; two words (`behoved`, `pravity`) in a million signs of old novels.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.clean.spelling import Strictness, has_english, misread

_STRICT = Strictness(least_share=2e-6, least_length=5, lead=20)


def find(page: Page) -> Iterator[Change]:
    """Yield the right word for every word that was misread beyond doubt."""
    yield from (Change(start, end, word) for start, end, word in misread(page.text, _STRICT, page.lexicon))


def _gate(text: str) -> bool:
    return has_english(text)


RULE = Rule(
    name="misread-words",
    profile="safe",
    find=find,
    needs=("a-z",),
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
        "It was a most unwonted hour, and thou tellest me that the spile was in the rowels of the ship on that day.",
        "He said that’s a purty long sarmon for a man that was goin’ to the mill with the others in the morning.",
        "La rivière est montée pendant la nuii et tout le monde est parti.",
        "She had indorsed the paper and inclosed it with the others that he sent to her from the town.",
        "He said it was tho' the old ones that we had shewn him there.",
        "Он пришёл домой поздно вечером",
    ),
)

"""Mend short English words too, and those with a rival, at a small risk (`tbe`, `arid`, `besf`).

The same as misread-words for words of three letters and more, and with a smaller lead over the next candidate.
What is gained is a sixth as much again; what is risked are rare words and spellings of old print that no list
knows and that stand once on the page.

Left alone: words that begin with a capital, words with apostrophes and hyphens, repeated words, every word the list
has, paragraphs that are not English.

Harm on the development pages: 0.002 %.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.clean.spelling import Strictness, has_english, misread

_WIDE = Strictness(least_share=1e-6, least_length=3, lead=8)


def find(page: Page) -> Iterator[Change]:
    """Yield the likely word for every word that was misread."""
    yield from (Change(start, end, word) for start, end, word in misread(page.text, _WIDE, page.lexicon))


def _gate(text: str) -> bool:
    return has_english(text)


RULE = Rule(
    name="doubtful-words",
    profile="full",
    find=find,
    gate=_gate,
    changes=(
        (
            "The river rose uowhere else but on the lake of the old king.",
            "The river rose nowhere else but on the lake of the old king.",
        ),
        (
            "It was the besf of all the houses that he had ever buiit there.",
            "It was the best of all the houses that he had ever built there.",
        ),
    ),
    stays=(
        "The river came down from Uowhere, and he saw it with his own eyes.",
        "They spoke of the uowhere and the uowhere of that land to everybody.",
        "La rivière est montée pendant la nuii et tout le monde est parti.",
        "Он пришёл домой поздно вечером",
    ),
)

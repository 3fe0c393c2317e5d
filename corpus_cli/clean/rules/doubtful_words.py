"""Mend English words that are likelier misread than sound (`bave`, `whe`, `Jonely`, `surendering`), at a small risk.

What misread-words leaves: short words, words that some list has, capitals read for small letters (`Jonely`), two
confusions in one word, a letter lost or put in.  How many words of the page are surely misread says how much it is to
be doubted; a word is mended where a commoner one, alone in reach, is ten times as likely to stand on the page.

Left alone: words that the page or the corpus repeats, names, words with apostrophes and hyphens, every word on a page
that shows no misreadings, paragraphs that are not English.

Mends 2.4 % of the errors of English pages.  Harm on the development pages: 0.002 %; ten words in a million signs of
novels, half of them parts of damaged words.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus_cli.clean.noise import doubted
from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.clean.spelling import has_english


def find(page: Page) -> Iterator[Change]:
    """Yield the likely word for every word that was misread."""
    yield from (Change(*doubt) for doubt in doubted(page.text, page.lexicon))


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
            "They bave all gone down to the Jonely shore of the greai lake, and cach was there with the old man of the "
            "mill, whe was the first of them to see it in the light of the moon.",
            "They have all gone down to the lonely shore of the great lake, and each was there with the old man of the "
            "mill, who was the first of them to see it in the light of the moon.",
        ),
        (
            "It was the besf of all the houses that he had ever buiit there.",
            "It was the best of all the houses that he had ever built there.",
        ),
    ),
    stays=(
        "The old man rode his mare to the river, took an ell of cloth and was seen nigh the mill, whither he went.",
        "The river came down from Uowhere, and he saw it with his own eyes.",
        "They spoke of the uowhere and the uowhere of that land to everybody.",
        "La rivière est montée pendant la nuii et tout le monde est parti.",
        "Он пришёл домой поздно вечером",
    ),
)

"""Remove single closing quotes that recognition saw in dirt between the words of an English clause (`on’ the list`).

A speck behind a letter comes out as an apostrophe.  One is taken for a speck where common words stand on both
sides, no quote was open, the word before it cannot lose a letter there, and the page has several.

Left alone: possessives and all words in s (`the boys’ hats`, `Congress’ powers`), dropped letters (`goin’ home`,
`an’ so`, `o’ the`), quotes behind a comma (they close speech), words that are not common, other languages
(`l'altra meta' a`).

Mends 0.5 % of the errors of English pages.  Harm on the development pages: none.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.clean.spelling import is_english, paragraph_at
from corpus_cli.clean.vocabulary import share

_QUOTE = regex.compile(r"['’](?<=\b(\p{Latin}{2,15}).)(?= (\p{Ll}+)\b)")
_OPEN = regex.compile(r"(?<![\p{L}\p{N}])['‘`](?=\S)")
_DROPS = frozenset(
    "an ol tho thro wi ha th ev mo po lo sha fo bo ma pa fer yer ye yo mos jus las bes lef kep firs nex agin".split()
)
_COMMON = 2e-6
_LEAST = 2
_NEAR = 400


def find(page: Page) -> Iterator[Change]:
    """Yield the removal of the quotes that close nothing between common words, on a page that has several."""
    text = page.text
    places = [match.start() for match in _QUOTE.finditer(text) if _is_speck(text, match)]
    if len(places) >= _LEAST:
        yield from (Change(place, place + 1, "") for place in places)


def _is_speck(text: str, match: regex.Match[str]) -> bool:
    before, after = match.group(1).lower(), match.group(2)
    # Behind an s it may say whose something is: the boys’ hats, Congress’ powers.
    if before in _DROPS or before.endswith("s"):
        return False
    if share(before) < _COMMON or share(after) < _COMMON or share(before + "g") > share(before) / 20:
        return False
    start = max(text.rfind("\n\n", 0, match.start()), match.start() - _NEAR, 0)
    return _OPEN.search(text, start, match.start()) is None and is_english(paragraph_at(text, match.start()))


def _gate(text: str) -> bool:
    return "' " in text or "’ " in text


RULE = Rule(
    name="stray-closing-quotes",
    profile="safe",
    find=find,
    needs=("'’", "a-z"),
    gate=_gate,
    changes=(
        ("The team on' the list, and their’ work is done.", "The team on the list, and their work is done."),
        ("After many’ winters the river rose and' we left.", "After many winters the river rose and we left."),
    ),
    stays=(
        "L'altra meta' di noi sara' in casa, e la meta' di quello sara' a casa.",
        "the boys' hats and the girls’ coats",
        "It is needed to fulfil Congress' duties; it is in line with Congress' powers.",
        "goin' home an' so o' the river, talkin' of it",
        "He said 'the river' and 'the road' to me.",
        "Only their' work",
        "It is late,' he said, and so,' she said.",
        "the `socket' module uses the `trace' flag to '--squash' it",
        "l’ami d’un roi",
    ),
)

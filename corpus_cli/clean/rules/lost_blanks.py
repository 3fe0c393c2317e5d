"""Put back blanks that English words lost (`itis`, `ofthe`), or that a speck fills (`be'tight`, `a_fine`).

Narrow gaps are not seen, and specks in them come out as an apostrophe, an underscore or a stop.  Two words are
parted where both are common, what stands there is no word, and no ending of a contraction follows.

Left alone: contractions and names (`he'll`, `o'clock`, `O'Brien`), names in code (`is_fine`, `os.path`), addresses,
every word the list has, paragraphs that are not English.

Harm on the development pages: none.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.clean.spelling import is_english
from corpus_cli.clean.vocabulary import share

_FILLED = regex.compile(r"(?<=[\s\"“(—])([A-Z]?[a-z]{1,14})(['’_])([a-z]{2,14})(?=[\s,.;:?!”\")—])(?!\.\w)")
_TOGETHER = regex.compile(r"(?<![\w'’@./#&-])[a-z]{4,8}(?![\w@/#&'’-]|\.\w)")
_SMALL = frozenset(
    "it is of the to in on and was he be that by at as for with his her not but had have they we you are from this "
    "which so".split()
)
_ENDINGS = frozenset("ll ve re em er am un nt ye ed in en do is tis twas all clock".split())
_BEFORE_THE = frozenset("of in on to and for by with from at as that is was".split())
_WORDS = frozenset("init asis ather toto atto hein inso".split())
_COMMON, _UNWRITTEN = 2e-5, 1e-6


def find(page: Page) -> Iterator[Change]:
    """Yield the blank between every two words that lost it."""
    place = 0
    for paragraph in page.text.split("\n"):
        if is_english(paragraph):
            changes = [*_filled(paragraph), *_together(paragraph)]
            yield from (Change(place + start, place + end, after) for start, end, after in sorted(changes))
        place += len(paragraph) + 1


def _filled(paragraph: str) -> Iterator[Change]:
    for match in _FILLED.finditer(paragraph):
        left, filler, right = match.groups()
        if filler == "_" and "_" in paragraph.replace(match.group(), "", 1):
            continue
        parted = (len(left) > 1 or left == "a") and right not in _ENDINGS and share(left.lower() + "'" + right) == 0
        if parted and share(left.lower()) > _COMMON and share(right) > _COMMON:
            yield Change(match.start(2), match.end(2), " ")


def _together(paragraph: str) -> Iterator[Change]:
    for match in _TOGETHER.finditer(paragraph):
        word = match.group()
        if word.endswith("the") and word[:-3] in _BEFORE_THE:
            yield Change(match.end() - 3, match.end() - 3, " ")
        elif share(word) < _UNWRITTEN and word not in _WORDS:
            cuts = [n for n in range(2, len(word) - 1) if word[:n] in _SMALL and word[n:] in _SMALL]
            if len(cuts) == 1:
                yield Change(match.start() + cuts[0], match.start() + cuts[0], " ")


def _gate(text: str) -> bool:
    return _TOGETHER.search(text) is not None or _FILLED.search(text) is not None


RULE = Rule(
    name="lost-blanks",
    profile="safe",
    find=find,
    gate=_gate,
    changes=(
        (
            "The river rose and itis said that it was the end ofthe road.",
            "The river rose and it is said that it was the end of the road.",
        ),
        (
            "He was a_fine old man and it must be'tight up when my lady rides.",
            "He was a fine old man and it must be tight up when my lady rides.",
        ),
    ),
    stays=(
        "He said he'll come at ten o'clock to see the ma'am of the house.",
        "The name is_fine and the name is_good are in the code of the house.",
        "The river rose and intothe thatit",
        "They forego the rest; however they were within it, and hereby thereof.",
        "La rivière l'autre d'une nuit et itis le monde est parti.",
        "Он пришёл домой",
    ),
)

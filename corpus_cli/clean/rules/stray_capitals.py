"""Write small letters where recognition read capitals of the same shape in mid-clause (`the Public as`, `what We say`).

Of s, c, o, p, v, w, x and z only the size tells small from capital, and i looks like I.  A capital is taken for a
small letter between two words in small letters, in small words that are no names, and in a common word that the
page writes small elsewhere.

Left alone: words that may begin a sentence whose stop is lost (`had been It was`), words behind a mark or another
capital (titles, names of bodies), words that the page has twice with a capital, capitals of other shapes (`the
Government`), verse, German and other languages.

Mends 0.2 % of the errors of English pages.  Harm on the development pages: one sign in 130,000, in a
text with capitals of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import regex

from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.clean.spelling import is_english, paragraph_at
from corpus_cli.clean.vocabulary import share

_CAPITAL = regex.compile(
    r"(?<=[\s“\"(—][a-z]{1,20}[ \n][a-z]{2,20} )([CIOPSVWXZ][a-z]{1,20})(?= [a-z]{2,20}[ \n][a-z]{1,20}(?![\w-]))"
)
# Capitals of other shapes in mid-clause: the lines of verse begin with them.
_VERSE = regex.compile(
    r"(?<=[a-z],? )(?:A|And|The|That|To|For|By|As|At|He|They|Their|Nor|Not|But|From|Like|Then|Than)(?= [a-z])"
)
_WORD = regex.compile(r"(?<![\w'’-])[A-Za-z][a-z]+(?![\w'’-])")
# Small words that begin no sentence, and those that do, with what no sentence ends in.
_SMALL = frozenset("is was were of would should could can via".split())
_STARTERS = frozenset(
    "if in it on our over other only we what when where which while who why with so some such".split()
)
_NO_END = regex.compile(
    r"\b(?:that|and|but|or|as|than|which|because|to|of|for|with|from|by|the|an?|if|so|when|where|while|who|is|are|was|"
    r"were|be) $"
)
_COMMON = 2e-5
_MOST = 1


def find(page: Page) -> Iterator[Change]:
    """Yield the small letter for every capital in mid-clause."""
    text = page.text
    found = list(_CAPITAL.finditer(text))
    if not found:
        return
    written = Counter(_WORD.findall(text))
    for match in found:
        word = match[1]
        small = word.lower()
        if small in _STARTERS and not _NO_END.search(text, max(0, match.start() - 10), match.start()):
            continue
        if small not in _SMALL | _STARTERS and (
            written[word] > _MOST or written[small] <= _MOST or share(small) < _COMMON
        ):
            continue
        paragraph = paragraph_at(text, match.start())
        if is_english(paragraph) and not _VERSE.search(paragraph):
            yield Change(match.start(), match.start() + 1, small[0])


RULE = Rule(
    name="stray-capitals",
    profile="full",
    find=find,
    needs=("CIOPSVWXZ", "a-z"),
    gate=lambda text: _CAPITAL.search(text) is not None,
    changes=(
        (
            "It is all that We have of the house, and it Is in the hands of the old man and his people.",
            "It is all that we have of the house, and it is in the hands of the old man and his people.",
        ),
        (
            "The people of the town and with them the People of the river came to the other people of the house.",
            "The people of the town and with them the people of the river came to the other people of the house.",
        ),
    ),
    stays=(
        "He met Will Parker and the Prince of the house of York, and the Senate was in the house of it.",
        "The State was there, and the State has it; the state is that of the house and of the old king.",
        "Now the evening and the approaching tide Will shortly fill the shore, and all the men That see it go home.",
        "The old man was so tired of all that had been It was the end of it for him and for the house.",
        "Das Wasser der Stadt, wenn Sie es in die Stadt bringen, was Sie wollen.",
    ),
)

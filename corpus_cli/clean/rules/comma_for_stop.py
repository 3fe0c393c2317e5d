"""Write a full stop where recognition read a comma before a new English sentence (`it was late, They left`).

Stop and comma differ by a tail that dirt adds.  Pronouns and conjunctions in capitals begin a sentence; behind a
comma and a common word in small letters, with a small word after them, they cannot stand otherwise, on a page where
this happens more than once.

Left alone: I, names and titles behind a comma (`Paris, The Hague`), quotations (`he said, "The`), lists, verse
(lines that begin with capitals; commas that nearly all have one behind them), pages with one such comma, and those
with many, whose writer gives words capitals.

Mends 0.2 % of the errors of English pages.  Harm on the development pages: one sign in 130,000.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.clean.spelling import paragraph_at
from corpus_cli.clean.vocabulary import share

_STARTERS = (
    "He|She|They|We|It|This|These|Those|There|Then|But|And|Now|When|While|If|Though|Although|Every|On|In|At|With|For|"
    "From|After|The|A|An|Some|Their|His|Its|Our|My|As|What|Let|Each"
)
_COMMA = regex.compile(rf",(?<=\b([A-Za-z]{{2,15}}),)(?= (?:{_STARTERS}) [a-z]{{2,}})")
_NECESSARY = re.compile(rf", (?=(?:{_STARTERS}) [a-z]{{2}})")
_ANY, _CAPITAL = re.compile(r",\s+[\"“‘']?[A-Za-z]"), re.compile(r",\s+[\"“‘']?[A-Z]")
# Prayers and hymns write pronouns with capitals.
_REVERENCE = re.compile(r"\b(?:Thee|Thou|Thy|Thine|O Lord|[Tt]hee)\b")
_COMMON = 2e-6
_LEAST, _VERSES = 2, 4
_SELDOM = 30  # words for each such comma


def find(page: Page) -> Iterator[Change]:
    """Yield a full stop for every comma before a new sentence, on a page that has several."""
    text = page.text
    if _REVERENCE.search(text):
        return
    places = [
        match.start()
        for match in _COMMA.finditer(text)
        if share(match.group(1).lower()) > _COMMON and not _is_verse(paragraph_at(text, match.start()))
    ]
    if len(places) >= _LEAST and _SELDOM * len(places) <= text.count(" "):
        yield from (Change(place, place + 1, ".") for place in places)


def _is_verse(paragraph: str) -> bool:
    """Return whether most commas of a paragraph have a capital behind them, as those at the ends of verses do."""
    capitals = len(_CAPITAL.findall(paragraph))
    return capitals >= _VERSES and 2 * capitals > len(_ANY.findall(paragraph))


def _gate(text: str) -> bool:
    return _NECESSARY.search(text) is not None


_T = (
    "The ferry crossed the river twice a day, at dawn and at dusk, and the old man who kept it never asked anyone for "
    "money, because he had been told when he was young that the water was not his to sell and that nobody who came "
    "down to the landing in need of help was to be kept waiting there. "
)

RULE = Rule(
    name="comma-for-stop",
    profile="safe",
    find=find,
    needs=(",", "a-z"),
    gate=_gate,
    changes=(
        (
            f"{_T}The river was fine, They left it late, But he stayed.",
            f"{_T}The river was fine. They left it late. But he stayed.",
        ),
        (
            f"{_T}The river was high, It rose at night, We saw it.",
            f"{_T}The river was high. It rose at night. We saw it.",
        ),
    ),
    stays=(
        "For all that travel by land or by water, We beseech thee. For all that are in need, We beseech thee.",
        "The ferry sails at break of day, With barley for the mill, And when it comes, At close of May, The boats are "
        "lying still, And all is well.",
        "He lives in Paris, The Hague and Rome, The rest is not known.",
        'He said, "The river rose," and, "It fell."',
        f"{_T}It was late, They left.",
        "When the River fell, They say, the Mill stood idle; and when the River rose, They say, the Miller drowned.",
        "Er kam, In der Nacht",
    ),
)

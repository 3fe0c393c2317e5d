"""Remove more full stops that stand in a clause, at a small risk (`There. were a few`, `the platform,. we`).

What stray-stops asks of the words and the page is asked less strictly: words with a capital and rarer ones count on
either side, and once on a page is enough.  A stop behind another mark goes, and the second of two.

Left alone: abbreviations (`etc. and`, `Inc. said`), initials, three stops, stops before a quote or bracket, pages on
which sentences begin in small letters, paragraphs that are not English.

Mends 0.6 % of the errors of English pages.  Harm on the development pages: one stop in 130,000 signs.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.clean.spelling import is_english, paragraph_at
from corpus_cli.clean.vocabulary import share

_IN_CLAUSE = regex.compile(
    r"\.(?<=[\p{Ll},;:”’\"'] ([A-Za-z][a-z]{2,20}|a)\.|[a-z]{3}[.!?] ([A-Z][a-z]{3,20})\.)(?= ([a-z]{2,20})(?![\w.@]))"
)
_BEHIND_MARK = regex.compile(r"\.(?<=[a-z][,;]\.)(?= [a-z])|\.(?<=[a-z]{3}\.\.)(?= [A-Z])")
_SENTENCE = regex.compile(r"[a-z]{2}[.!?][\"”’']? [A-Z]")
# A word with a capital is an abbreviation more often than not where it is short.
_SHORTEST_NAME = 5
_ABBREVIATIONS = frozenset(
    "etc vol vols eds nos fig figs sec chap chaps cit viz ibid approx dept est ext inc ltd corp messrs prof gen "
    "col sgt capt lieut maj rev hon gov sen rep jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed "
    "thu thur thurs fri sat sun min max hrs lbs tel tbsp tsp bros dist misc orig repr ser suppl trans univ anon "
    "abbr adj adv art cap cent cents def diss esp fem masc mod mss obs par pers poss prep pron pub rec ref refs "
    "assn admin asst ave blvd cert comm cong conn dem dir div doc esq exec fed govt hist illus incl intl jour lat "
    "long mass mgr mich mil minn miss natl neg neut neth okla ont penn phil pop pres qty que reg res ret secy "
    "sing soc spec supt syn tech temp tenn tex treas usu ver vet vic vocab wash wis yrs".split()
)
_COMMON = 2e-7
_LEAST_SENTENCES = 8


def find(page: Page) -> Iterator[Change]:
    """Yield the removal of every stop in a clause, on a page whose sentences begin with capitals."""
    text = page.text
    found = [match for match in _IN_CLAUSE.finditer(text) if _is_speck(match)]
    sentences = len(_SENTENCE.findall(text))
    if sentences < max(_LEAST_SENTENCES, 4 * len(found)):
        found = []
    found += _BEHIND_MARK.finditer(text)
    for match in sorted(found, key=regex.Match.start):
        if is_english(paragraph_at(text, match.start())):
            yield Change(match.start(), match.end(), "")


def _is_speck(match: regex.Match[str]) -> bool:
    """Return whether the word before a stop is no abbreviation and the one behind it a word."""
    before, after = match[1] or match[2], match[3]
    if before.lower() in _ABBREVIATIONS or share(after) < _COMMON:
        return False
    if before[0].isupper() and len(before) < _SHORTEST_NAME:
        return False
    return share(before.lower()) > _COMMON


RULE = Rule(
    name="doubtful-stops",
    profile="full",
    find=find,
    needs=(".", "a-z"),
    gate=lambda text: _IN_CLAUSE.search(text) is not None or _BEHIND_MARK.search(text) is not None,
    changes=(
        (
            "It was late. We were in the house of the king,. and he saw all of it. He went to the river of the town.",
            "It was late. We were in the house of the king, and he saw all of it. He went to the river of the town.",
        ),
        (
            "He was there. There. were a few of the men. They saw it. She was in the house. It was of stone. We saw "
            "it in the end. They had it. The king had the mill. And so it was. It is the end.",
            "He was there. There were a few of the men. They saw it. She was in the house. It was of stone. We saw "
            "it in the end. They had it. The king had the mill. And so it was. It is the end.",
        ),
    ),
    stays=(
        "The firm of Weston Inc. said in vol. two that it is of the king, etc. and so on. It was in the end. He came. "
        "She saw it. It was late. We left. They had it. The king had the mill. And so it was. It is the end.",
        "we went home. it was late. nobody spoke of it. then it rained and all of the men went to the river.",
        "He waited ... and then he came to the house of the old man, but.... he was not in any of the rooms.",
        "Il vient. de la ville,. et du roi",
    ),
)

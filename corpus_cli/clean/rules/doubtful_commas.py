"""Write a full stop for a comma before more words that begin sentences, at a small risk (`without it, Yet`).

What comma-for-stop asks of the word and the page is asked less strictly: more small words and adverbs in capitals
count as a beginning, and once on a page is enough.

Left alone: names, titles and nouns behind a comma (`Paris, The Hague`, `the river, Lord`), quotations (`he said,
"The`), verse (capitals in mid-clause in the same paragraph), short paragraphs, and those not in English.

Mends 0.2 % of the errors of English pages.  Harm on the development pages: none.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.clean.spelling import is_english, paragraph_at
from corpus_cli.clean.vocabulary import share

_STARTERS = (
    "He|She|They|We|It|This|These|Those|There|Then|But|And|Now|When|While|If|Though|Although|Every|On|In|At|With|For|"
    "From|After|The|Some|Their|His|Its|Our|My|As|Let|Each|That|All|Yet|One|To|By|Here|Such|No|Not|Even|"
    "Only|Thus|Still|Perhaps|Once|Because|Since|Unless|Until|"
    "Both|Neither|Either|According|Many|Most|Much|Few|Several|Another|Other|Others|First|"
    "Secondly|Thirdly|Finally|However|Therefore|Indeed|Of|Under|Upon|Through|During|Before|Between|Without|Within|Like|"
    "Just|Again|Soon|Often|Sometimes|Never|Always|Unhappily|Fortunately|Unfortunately|Well"
)
_MARK = regex.compile(rf"(?<=\b([A-Za-z]{{2,15}})),(?= (?:{_STARTERS}),? [a-z]{{2,}})")
_IN_CLAUSE = regex.compile(
    rf"(?<=[a-z] )(?:A|Nor|Than|Are|Had|Have|How|Is|Was|What|Where|Which|Who|Will|Would|{_STARTERS})(?= [a-z])"
)
_MOST = 2
_COMMON = 2e-6
_SHORTEST = 200


def find(page: Page) -> Iterator[Change]:
    """Yield a full stop for every comma before the beginning of a sentence."""
    text = page.text
    for match in _MARK.finditer(text):
        paragraph = paragraph_at(text, match.start())
        if share(match[1].lower()) < _COMMON or len(paragraph) < _SHORTEST:
            continue
        is_verse = _IN_CLAUSE.search(paragraph) or len(_MARK.findall(paragraph)) > _MOST
        if not is_verse and is_english(paragraph):
            yield Change(match.start(), match.end(), ".")


RULE = Rule(
    name="doubtful-commas",
    profile="full",
    find=find,
    needs=(",", "a-z"),
    gate=lambda text: _MARK.search(text) is not None,
    changes=(
        (
            "The people of the town had been without it for so long that none of them knew what it was, Yet in the end "
            "they saw that it was of use to all of them, and that the old man of the mill was right in what he said.",
            "The people of the town had been without it for so long that none of them knew what it was. Yet in the end "
            "they saw that it was of use to all of them, and that the old man of the mill was right in what he said.",
        ),
        (
            "She had been in the house for the whole of the day and was tired of it, However she saw that the river "
            "was high and that the men of the town were at the bridge with their carts and with all that was in it.",
            "She had been in the house for the whole of the day and was tired of it. However she saw that the river "
            "was high and that the men of the town were at the bridge with their carts and with all that was in it.",
        ),
    ),
    stays=(
        "The people of the town were in Paris, Lyon and Rome, and the old man of the mill was with them in the end, "
        "and so it was that the lord of the house, Lord of the river, was in all of the books that were in the mill.",
        "It was the end of it, Yet they came.",
        "And so the men went to the river in the night, The moon was high and all the land was white, And no one spoke "
        "of what the king had said, To whom they went, and who was of the dead, But in the end the light was there.",
        "The old man of the mill had been in the house for the whole of the day, and the question of all of them was, "
        "Was it for the good of the town or was it not, and who was the first to have seen it in the river that day.",
        "Les gens de la ville, Le roi et la reine, In der Stadt",
    ),
)

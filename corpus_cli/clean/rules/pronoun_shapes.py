"""Write the English pronoun I where recognition read T, J, f, `[`, `{` or `!`, and I am for `Lam` (`if T could`).

What pronoun-i does for the bare strokes, for the shapes that dirt and serifs make of one: only before a verb or
adverb that goes with I, and where a clause begins.

Left alone: `T` and `J` as letters and initials (`T cells`, `model T was`), brackets and marks of exclamation with
their own use, the name Lam before a verb (`Lam said`), paragraphs that are not English.

Mends 0.6 % of the errors of English pages.  Harm on the development pages: none.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.clean.spelling import is_english, paragraph_at

_VERBS = (
    "am|was|have|had|do|did|don't|didn't|will|would|shall|should|can|can't|could|couldn't|may|might|must|never|always|"
    "now|also|then|often|still|only|just|soon|once|ever|afterwards?|really|almost|hardly|certainly|"
    "think|thought|know|knew|said|say|saw|see|told|tell|felt|feel|hope|believe|suppose|wish|want|like|love|began|found|"
    "find|left|went|go|came|come|took|take|made|make|gave|give|ask|heard|hear|understand|understood|remember|got|get|"
    "ought|held|hold|drew|sat|stood|stand|ran|met|kept|keep|read|wrote|write|spoke|speak|let|put|set|brought|bought|sent|"
    "lost|fell|rose|lay|laid|slept|wore|rode|drove|broke|chose|led|sought|caught|taught|bought|aspire|insist|abate|"
    r"[a-z]{2,}(?<!ne|se|te|sp|thr|bl|br|fr|gr|w|n|f|d|r)ed"
)
_CLAUSE = (
    r"(?<=(?:^|[.!?;,:—–-][\"”’']?\s|[\"“(]|\b(?:and|but|that|as|if|so|than|what|which|where|when|how|because|before|after|"
    r"while|for|since|until|till|though|although|whom|who|or|nor|then|whatever|whenever)\s))"
)
_SHAPE = regex.compile(rf"{_CLAUSE}(?<!\b(?:Mr|Mrs|Dr|[A-Z])\.? )[TJf\[{{!](?= (?:{_VERBS})\b)", regex.MULTILINE)
_AM = regex.compile(
    rf"{_CLAUSE}(?:[LT]am(?= (?:an?|the|not|so|sure|sorry|glad|afraid|going|very|quite|told|well|aware|angry|happy|"
    r"ready|bound|your|his|satisfied|convinced|certain|obliged|much|too|almost)\b)"
    r"|Iam(?= [a-z]))",
    regex.MULTILINE,
)


def find(page: Page) -> Iterator[Change]:
    """Yield I for every such shape where only the pronoun can stand."""
    text = page.text
    changes = [Change(match.start(), match.end(), "I") for match in _SHAPE.finditer(text)]
    changes += (Change(match.start(), match.end(), "I am") for match in _AM.finditer(text))
    yield from (change for change in sorted(changes) if is_english(paragraph_at(text, change.start)))


RULE = Rule(
    name="pronoun-shapes",
    profile="full",
    find=find,
    needs=("TJf[{!L", "a-z"),
    gate=lambda text: _SHAPE.search(text) is not None or _AM.search(text) is not None,
    changes=(
        (
            "It was the house that T had seen, and J have it still in the old book of my father.",
            "It was the house that I had seen, and I have it still in the old book of my father.",
        ),
        (
            'He said to the old man of the house, "Lam sorry for it," and so [ went to the river with him.',
            'He said to the old man of the house, "I am sorry for it," and so I went to the river with him.',
        ),
    ),
    stays=(
        "The T cells of the man were in the book, and the model T was the best of all of the cars, said J. Smith.",
        "In the story of the old man Lam said no to them, and Lam went to the house (T is for Tom).",
        "It was so late! said the old man, and went to the house of the king [was it so?] in the end.",
        "La maison de T pour J. et les gens de la ville",
    ),
)

"""Write the English pronoun I where recognition read `|`, `1`, `l`, `L` or `i`.

The pronoun is a bare stroke, and so are the bar and the one.  The bar is taken for it before a word in small
letters, or before `'ve` and its kin; the figure and the small letters only before a verb that goes with I, and
behind a sign or word that can stand before a pronoun.

Left alone: tables (bars between many cells), numbers that count or name (`No. 1 was`), `l` as a unit,
roman numerals in brackets, code, other languages (Spanish `y`, French `l` before an apostrophe).

Mends 1.0 % of the errors of English pages.  Harm on the development pages: one sign in 130,000.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from corpus_cli.clean.lines import lines_with
from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.clean.spelling import is_english

_VERBS = (
    "am|was|have|had|do|did|don't|didn't|will|would|shall|should|can|can't|could|couldn't|may|might|must|never|always|"
    "think|thought|know|knew|said|say|saw|see|told|tell|felt|feel|hope|hoped|believe|believed|suppose|supposed|wish|"
    "wished|want|wanted|like|liked|love|loved|began|found|find|left|looked|turned|went|go|came|come|took|take|made|"
    "make|gave|give|asked|ask|answered|heard|hear|understand|understood|remember|remembered|tried|used|got|get|ought"
)
_BEFORE = (
    r"(?:^|[.!?;,:—–-][\"”’']?\s|[\"“‘(]|\b(?:and|but|that|as|if|so|than|what|which|where|when|how|because|before|after|while|"
    r"for|since|until|till|though|although|whom|who|or|nor|then|thing|do|did|had|have|shall|will|can|could|should)\s)"
)
_NUMBERED = r"\b(?:[Nn]os?|[Ff]igs?|[Vv]ols?|[Cc]h|[Aa]rt|[Ss]ec|pp?)\. "
_AFTER = rf"\s(?:{_VERBS})\b|['’](?:m|ve|ll|d)\s"
_BAR = regex.compile(r"\|(?<=(?:^|[\s\"“‘(—-])\|)(?= [a-z]|['’](?:m|ve|ll|d)\b)", regex.MULTILINE)
_STROKE = regex.compile(rf"(?<={_BEFORE})(?<!{_NUMBERED})[1ilL](?={_AFTER})", regex.MULTILINE)
_NECESSARY = re.compile(r"[1ilL](?:(?<=[\s\"“‘(].)|(?<=\A.))(?=[\s'’])")
_WORDS_PER_BAR = 6
_FAR = 300
# What lines of commands have: a prompt, an option, signs that prose has none of.
_CODE = re.compile(r"^\s*[$#%>] |\s--?[a-z]+\d?\s|[\\{}$]")


def find(page: Page) -> Iterator[Change]:
    """Yield I for every stroke that stands where only the pronoun can."""
    places = [match.start() for match in _STROKE.finditer(page.text)]
    for start, line in lines_with(_BAR, page.text):
        is_prose = "  " not in line and not _CODE.search(line)
        if is_prose and len(line.split()) >= _WORDS_PER_BAR * line.count("|"):
            bars = (start + match.start() for match in _BAR.finditer(line))
            places += (place for place in bars if is_english(page.text[max(0, place - _FAR) : place + _FAR]))
    yield from (Change(place, place + 1, "I") for place in sorted(places))


def _gate(text: str) -> bool:
    return "|" in text or _NECESSARY.search(text) is not None


RULE = Rule(
    name="pronoun-i",
    profile="safe",
    find=find,
    needs=("a-z", "1ilL|"),
    gate=_gate,
    changes=(
        ("| thought the river was finer, but 1 have to say", "I thought the river was finer, but I have to say"),
        ("He asked what i thought; l was silent.", "He asked what I thought; I was silent."),
        ('"|\'ve seen it, and so it is in the end," he said', '"I\'ve seen it, and so it is in the end," he said'),
    ),
    stays=(
        "Nie chcę przejść do historii wsi nad rzeką | jako chłopak, który nie umie pływać i nie ma łodzi",
        "| river | length | mouth |",
        "a | b | c",
        "$ find the river and the sea of it | grep ferry",
        "ls of the old ferry -l and so on | sort of it",
        "Figure 1 was drawn later; No. 1 have",
        "(i) was repealed; section i) was",
        "C'est l'eau que l'on voit",
        "5 l water, 第1 条",
    ),
)

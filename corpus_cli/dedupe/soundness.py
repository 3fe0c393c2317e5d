"""Weigh how much sound text a copy has, by what recognition leaves behind in it.

Sound text is its length less what was put in by mistake, less `COST` for each fault and each word that no list has,
less `PAIR` for each pair of Han that is no word (names count for all copies alike).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.util import find_spec
from typing import NamedTuple

import numpy as np

from corpus_cli.dedupe.vocabulary import strange_pairs_of, strange_words
from corpus_cli.text.han import has_han, is_han

COST = 3
"""How many characters of sound text a fault, or a word of letters that no list has, outweighs."""

PAIR = 0.6
"""How many characters of sound text a pair of Han that is no word outweighs: a stray sign makes two of them."""

# What recognition leaves behind.  Plain `re`, each pattern beginning with a class of signs.
_LOWER, _UPPER = "a-zß-öø-ÿα-ωа-яё", "A-ZÀ-ÖØ-ÞΑ-ΩА-ЯЁ"
_ODD = re.compile(r"[\ufffd\ue000-\uf8ff~^|*_\\<>{}]")
# Begins with the sign that is odd, which is rarer than the letters around it: four times as fast.
_IN_WORD = re.compile(
    rf"[{_UPPER}0-9.,;:!?\"/](?:(?=[{_LOWER}])(?<=[{_LOWER}].)|(?=[{_LOWER}]{{2}})(?<=\b[0-9])|(?<=[{_LOWER}]{{2}}[0-9])\b)"
    rf"|- (?=[{_LOWER}])(?<=[{_LOWER}]- )"
)
_ALONE = re.compile(r" [^\w\s\"'“‘(—–-](?= )")
_PAGE = re.compile(r"\n[ \t]*[-—·]?[ \t]*[0-9]{1,4}[ \t]*[-—·]?[ \t]*(?=\n)")
# A phrase that is said twice has at most so many characters.
_LONGEST = 80
# Fewer texts than this are not worth the time that the compiled loop takes to load.
FEW = 500
_BETWEEN = re.compile(r"[`'丶丨冫亠丿囗a-z°]+|[,.;:!?]")


def damage(text: str) -> int:
    """Return how many places of a text show what recognition leaves behind.

    >>> damage("他走过^小桥,没有回头"), damage("他走过小桥，没有回头"), damage("tbe l0ng ro,ad")
    (2, 0, 2)
    """
    return sum(len(pattern.findall(text)) for pattern in (_ODD, _IN_WORD, _ALONE)) + _between_han(text)


def inserted(text: str) -> int:
    """Return how many characters of a text are a page's number in its midst or a phrase said twice, and one for each.

    >>> inserted("他走过小桥，\\n 48\\n没有回头"), inserted("他走过小桥，他走过小桥，没有回头")
    (3, 7)
    """
    return _page_numbers(text) + _doubled(text)


def _page_numbers(text: str) -> int:
    """Return the length of the page numbers in the midst of a text, and one more for each."""
    # One more than their own length, so that a copy without them is the better one.
    return sum(1 + len("".join(found.split())) for found in _PAGE.findall(text)) if "\n" in text else 0


def _pace(text: str) -> tuple[int, int]:
    """Return which pieces of a text are looked for again: every so many signs one of so many signs."""
    return (3, 4) if has_han(text) else (6, 6)


def _doubled_in(texts: Sequence[str]) -> list[int]:
    """Return `_doubled` of each text, of many in a compiled loop."""
    if len(texts) < FEW or find_spec("numba") is None:
        return [_doubled(text) for text in texts]
    from corpus_cli.dedupe.twice import doubled

    codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    paces = np.array([_pace(text) for text in texts])
    return doubled(codes, np.cumsum([len(text) for text in texts]), paces[:, 0], paces[:, 1], _LONGEST).tolist()  # type: ignore[no-any-return]


def _doubled(text: str) -> int:
    """Return the length of the phrases that are said twice in a row, and one more for each."""
    step, size = _pace(text)
    found = place = 0
    # Every `step`-th piece is looked for a little further on; a phrase as long as both together holds one such piece.
    for start in range(0, len(text) - size, step):
        second = text.find(text[start : start + size], start + size, start + _LONGEST + size)
        if second < 0 or start < place:
            continue
        back = second - start
        first = _common_start(text, start, second)
        if _common_end(text, start, second) + start - first >= back:
            found, place = found + back + 1, second + back
    return found


def _common_start(text: str, first: int, second: int) -> int:
    """Return from where on the text up to `first` is the same as the text up to `second`."""
    while first and text[first - 1] == text[second - 1]:
        first, second = first - 1, second - 1
    return first


def _common_end(text: str, first: int, second: int) -> int:
    """Return for how many characters the text from `first` on is the same as the text from `second` on."""
    start = first
    while second < len(text) and text[first] == text[second]:
        first, second = first + 1, second + 1
    return first - start


def _between_han(text: str) -> int:
    """Return how many strange signs, single letters and half-width marks stand between Han."""
    if not has_han(text):
        return 0
    found = 0
    for match in _BETWEEN.finditer(text):
        before, after = match.start() - 1, match.end()
        while before >= 0 and text[before] in " \t":
            before -= 1
        while after < len(text) and text[after] in " \t":
            after += 1
        found += before >= 0 and after < len(text) and is_han(text[before]) and is_han(text[after])
    return found


class Weighing(NamedTuple):
    """Hold what the worth of units is weighed by: texts, folded views and their lengths, and faults of the records."""

    texts: list[str]
    views: list[str]
    lengths: list[int]
    faults: list[float]


def weigh(units: Weighing) -> list[float]:
    """Return how much sound text units have, in characters."""
    found = []
    added, strange_signs = _doubled_in(units.texts), strange_pairs_of(units.views)
    for n, (text, length, faults) in enumerate(zip(units.texts, units.lengths, units.faults, strict=True)):
        strange = COST * strange_words(text) + PAIR * strange_signs[n]
        put_in = _page_numbers(text) + added[n]
        found.append(round(length - put_in - strange - COST * round(damage(text) + faults, 3), 3))
    return found

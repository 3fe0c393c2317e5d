"""Fold a text to the view in which two prints of the same words look alike.

Folded away: width and compatibility forms, letter case, blanks, the forms of punctuation, hyphens at line ends, and
the difference of traditional and simplified Han.  Kept: letters, Han, the digits, and every sign as one plain
sign.  The text itself is never changed: the view knows where each of its characters stands in the text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from corpus_cli.text.paragraphs import Span
from corpus_cli.text.simplified import SIMPLIFIED, TRADITIONAL

Codes = npt.NDArray[np.unsignedinteger[Any]]
Places = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Kinds = npt.NDArray[np.uint8]

_SIMPLIFIED = dict(zip(TRADITIONAL, SIMPLIFIED, strict=True))
# Signs that print alike or stand for each other, by their plain form.
_SIGNS = {
    sign: plain
    for plain, signs in {
        ",": "，、﹐﹑､",
        ".": "。．｡·・•‧∙⋅",
        ":": "：︰∶",
        ";": "；",
        "!": "！",
        "?": "？",
        "(": "（〔［【〖[{",
        ")": "）〕］】〗]}",
        '"': "“”„‟＂″〃「」『』《》〈〉«»‘’‚‛＇′`´'",
        "-": "-‐‑‒–—―－−─━﹣",
        "~": "～〜",
        "...": "…⋯",
    }.items()
    for sign in signs
}
# Marks without width, and the mark that stands for "could be broken here".
_UNSEEN = frozenset("\u00ad\u180e\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f")
_BLANK, _HYPHEN = 32, 45
_CODES = 0x110000
_DIGIT, _LETTER = 1, 2


@dataclass(frozen=True, slots=True)
class Folded:
    """Hold the folded view of one text: `text`, and for each of its characters the code point it came from."""

    text: str
    places: tuple[int, ...]

    def source(self, start: int, end: int) -> Span:
        """Return the span of the given text that the folded characters from `start` to `end` came from."""
        if start >= end:
            place = self.places[start] if start < len(self.places) else (self.places[-1] + 1 if self.places else 0)
            return Span(place, place)
        return Span(self.places[start], self.places[end - 1] + 1)


@dataclass(frozen=True, slots=True)
class FoldedBatch:
    """Hold the folded views of many texts as one array of code points: view `n` is `codes[bounds[n]:bounds[n + 1]]`.

    Codes have two bytes where all characters are in the basic plane, else four.
    """

    codes: Codes
    bounds: Places

    def text(self, number: int) -> str:
        """Return one folded view as a string."""
        return decoded(self.codes[self.bounds[number] : self.bounds[number + 1]])


def decoded(codes: npt.NDArray[np.unsignedinteger]) -> str:
    """Return the string of an array of code points."""
    return codes.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")


def fold(text: str) -> Folded:
    r"""Return the folded view of one text.

    >>> fold("Ａ New   way，\n好 天").text
    'a new way,好天'
    >>> view = fold("第 ３ 回")
    >>> view.text, view.source(1, 2)
    ('第3回', Span(start=2, end=3))
    """
    signs: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for sign in _form(character):
            if sign != " " or signs[-1:] != [" "]:
                signs.append(sign)
                places.append(place)
    gone = _blanks_to_drop(signs)
    kept = [n for n in range(len(signs)) if n not in gone]
    return Folded("".join(signs[n] for n in kept), tuple(places[n] for n in kept))


def _blanks_to_drop(signs: Sequence[str]) -> set[int]:
    """Return which signs go: blanks that part no two letters, and the hyphens of words broken at a line end."""
    gone: set[int] = set()
    for n, sign in enumerate(signs):
        if sign != " ":
            continue
        before, after = signs[n - 1] if n else "", signs[n + 1] if n + 1 < len(signs) else ""
        if not (before and after and _kind(before) and _kind(after)):
            gone.add(n)
        if before == "-" and after and n > 1 and _kind(signs[n - 2]) == _kind(after) == _LETTER:
            gone.add(n - 1)
    return gone


def fold_batch(texts: Sequence[str]) -> FoldedBatch:
    """Return the folded views of many texts at once; each view depends on its own text alone."""
    # A line end between the texts keeps blanks and hyphens of one from meeting the next; it folds away as a blank.
    joined = "\n".join(texts) + "\n"
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.uint32, copy=False)
    starts = np.cumsum(np.fromiter((len(text) + 1 for text in texts), np.int64, len(texts)))
    starts = np.concatenate((np.zeros(1, np.int64), starts))
    if not texts:
        return FoldedBatch(np.zeros(0, np.uint16), starts)
    folded, starts, kinds = _replaced(codes, starts)
    keep = _kept(folded, starts[1:] - 1, kinds)
    counts = np.add.reduceat(keep.view(np.uint8), starts[:-1], dtype=np.int64)
    return FoldedBatch(folded[keep], np.concatenate((np.zeros(1, np.int64), np.cumsum(counts))))


def _replaced(codes: Codes, starts: Places) -> tuple[Codes, Places, Kinds]:
    """Return the codes with each character folded by itself, where the texts begin now, and a table of kinds."""
    present = np.zeros(_CODES, dtype=bool)
    present[codes] = True
    forms = {code: _form(chr(code)) for code in np.flatnonzero(present).tolist()}
    signs = frozenset().union(*forms.values())
    first: Codes = np.zeros(_CODES, np.uint16 if max(map(ord, signs), default=0) < 0x10000 else np.uint32)
    first[list(forms)] = [ord(form[0]) if form else 0 for form in forms.values()]
    folded = first[codes]
    odd = {code: form for code, form in forms.items() if len(form) != 1}
    if odd:
        folded, starts = _spelt_out(folded, codes, starts, odd)
    kinds = np.zeros(_CODES, dtype=np.uint8)
    kinds[[ord(sign) for sign in signs]] = [_kind(sign) for sign in signs]
    return folded, starts, kinds


def _spelt_out(folded: Codes, codes: Codes, starts: Places, odd: dict[int, str]) -> tuple[Codes, Places]:
    """Return the codes, and where the texts begin, with the forms that are no single character written in full."""
    sizes = np.ones(_CODES, dtype=np.uint8)
    sizes[list(odd)] = [len(form) for form in odd.values()]
    places = np.flatnonzero(sizes[codes] != 1)
    found = [odd[code] for code in codes[places].tolist()]
    grown = np.array([len(form) - 1 for form in found], np.int64)
    starts = starts + np.concatenate((np.zeros(1, np.int64), np.cumsum(grown)))[np.searchsorted(places, starts)]
    more = np.repeat(places + 1, np.maximum(grown, 0))
    whole = np.insert(folded, more, [ord(sign) for form in found for sign in form[1:]])
    unseen = places[grown < 0]
    return np.delete(whole, unseen + np.searchsorted(more, unseen, side="right")), starts


@lru_cache(maxsize=1 << 16)
def _form(character: str) -> str:
    """Return the folded form of one character, taken alone."""
    if character in _UNSEEN:
        return ""
    if character in _SIGNS:
        return _SIGNS[character]
    if character in _SIMPLIFIED:
        return _SIMPLIFIED[character]
    if character.isspace() or unicodedata.category(character) in ("Cc", "Zl", "Zp", "Zs"):
        return " "
    form = unicodedata.normalize("NFKC", character).casefold()
    if form == character:
        return form
    return "".join(" " if sign.isspace() else _SIMPLIFIED.get(sign, _SIGNS.get(sign, sign)) for sign in form)


def _kept(folded: Codes, ends: Places, kinds: Kinds) -> Flags:
    """Say which folded characters stay: blanks only one at a time and between letters of alphabets.

    `ends` are the places of the line ends that stand between texts.
    """
    keep: Flags = folded != _BLANK
    blanks = np.flatnonzero(~keep)
    # Where the runs of blanks have their neighbours.
    before = blanks[np.diff(blanks, prepend=-2) > 1] - 1
    after = blanks[np.diff(blanks, append=len(folded) + 1) > 1] + 1
    inside = (before >= 0) & (after < len(folded)) & (np.searchsorted(ends, before) == np.searchsorted(ends, after))
    before, after = before[inside], after[inside]
    left, right = kinds[folded[before]], kinds[folded[after]]
    keep[before[(left > 0) & (right > 0)] + 1] = True
    # The hyphen of a word broken at a line end goes with the blanks behind it; one behind a number parts two numbers.
    hyphens = before[(folded[before] == _HYPHEN) & (right == _LETTER)]
    keep[hyphens[kinds[folded[np.maximum(hyphens - 1, 0)]] == _LETTER]] = False
    return keep


@lru_cache(maxsize=1 << 16)
def _kind(character: str) -> int:
    """Return whether a character is a letter or a digit of a script that puts blanks between words, 0 where neither."""
    if not character.isalnum() or _is_unspaced(ord(character)):
        return 0
    return _LETTER if character.isalpha() else _DIGIT


def _is_unspaced(code: int) -> bool:
    """Say whether a character belongs to a script that is written without blanks: Han, kana, Thai and their kind."""
    return 0x2E80 <= code < 0xA4D0 or 0xF900 <= code < 0xFB00 or code >= 0x16FE0 or 0x0E00 <= code < 0x1000

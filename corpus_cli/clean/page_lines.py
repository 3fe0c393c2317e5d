"""The lines of a page as the search for heads and page numbers looks at them."""

from __future__ import annotations

import re

import regex
from rapidfuzz.distance import Indel

LONGEST_HEAD = 60
LONGEST_LINE = 8 * LONGEST_HEAD
"""How long a line is at most whose wide gaps are made one width."""

NEIGHBOURS = 8
"""How many lines or numbers around one are compared with it."""

PAGE_BEHIND = regex.compile(r"(?:\s|[”“\"。·:：|｜])\W*\d{1,4}\W*$|(?<=\p{Han})\d{1,3}$")
_NO_LETTER = re.compile(r"[\W\d_]+")
_WIDE_GAP = re.compile(r"[ \t\u3000]{3,}")
_SENTENCE = regex.compile(r"[，。；！？]|[a-z][.!?]$")


class PageLine:
    """Hold a line with text on it; `kind` is filled in once the line is known for furniture.

    `form` is the name in it when it has masthead form, else None; `is_full` says of a head that it has its running
    title or volume with it.
    """

    __slots__ = ("_letters", "end", "form", "is_full", "kind", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.kind = ""
        self.form: str | None = None
        self.is_full = False
        self._letters: str | None = None

    @property
    def letters(self) -> str:
        """Return the letters of the line in small letters, "" for lines too long to be a head."""
        if self._letters is None:
            self._letters = letters_of(self.text) if len(self.text) <= LONGEST_HEAD else ""
        return self._letters


def page_lines(text: str) -> list[PageLine]:
    """Return the lines that hold text, their runs of blanks shortened; a page break ends a line."""
    lines: list[PageLine] = []
    place = 0
    for piece in text.replace("\f", "\n").split("\n"):
        if piece and not piece.isspace():
            lines.append(PageLine(shortened(piece), place, place + len(piece)))
        place += len(piece) + 1
    return lines


def shortened(line: str) -> str:
    """Return a line without the blanks around it, and its wide gaps made one width."""
    line = line.strip()
    return _WIDE_GAP.sub("   ", line) if "  " in line and len(line) <= LONGEST_LINE else line


def letters_of(text: str) -> str:
    return _NO_LETTER.sub("", text).lower()


def alike(one: str, other: str, share: float) -> bool:
    """Return whether two names are one but for misreadings; short names may differ by a single sign."""
    if not one or not other or abs(len(one) - len(other)) > 1 + len(one) // 6:
        return False
    return Indel.normalized_similarity(one, other) >= share


def is_short(text: str) -> bool:
    """Return whether a line has the length of a title and no sentence in it, a page number behind it left aside."""
    return 0 < len(text) <= 45 and not _SENTENCE.search(PAGE_BEHIND.sub("", text))

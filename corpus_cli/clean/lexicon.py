"""What a corpus shows of itself: the words it uses, with how often, and the heads and numbers of its pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Heads:
    """Hold what the pages of a corpus carry at one edge, the top or the bottom.

    `letters` are those of running heads or feet, `pages` the first and last numbers of runs that count pages.  Where a
    head stood first it may be the title itself: `openings` are the first letters of the text beside it there.
    """

    letters: tuple[str, ...] = ()
    pages: tuple[tuple[int, int], ...] = ()
    openings: tuple[str, ...] = ()

    def has_page(self, number: int) -> bool:
        """Return whether a number counts pages here."""
        return any(first <= number <= last for first, last in self.pages)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Hold word counts learnt from a corpus, and what stands at the top and at the bottom of its pages."""

    words: Mapping[str, int] = field(default_factory=dict)
    top: Heads = Heads()
    bottom: Heads = Heads()

    def count(self, word: str) -> int:
        """Return how often the corpus has the word."""
        return self.words.get(word, 0)

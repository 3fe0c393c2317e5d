"""The words a corpus itself uses, with how often: the evidence that the rules on words ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Hold word counts learnt from a corpus."""

    words: Mapping[str, int] = field(default_factory=dict)

    def count(self, word: str) -> int:
        """Return how often the corpus has the word."""
        return self.words.get(word, 0)

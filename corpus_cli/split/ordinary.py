"""Whether labels are ordinary words that the text prints in its sentences too, and no names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus_cli.split.families import Candidate
from corpus_cli.split.label_words import PARTICLES

SEEN = 200_000  # signs of a text that are enough to know its words
FEW = 200
_IN_WORD, _WORD = re.compile(r"[\w'’-]"), re.compile(r"[\w'’-]+")
_PLAIN = frozenset(("title case", "seated", "other"))


def are_ordinary(family: str, turns: Sequence[Candidate], text: str) -> bool:
    """Say whether most labels are words that the text also prints small: Returns, Features, MIT License.

    Names never are.  Parts of a play may be (Duke, Messenger), so a full stop or a dash behind them is spared.
    """
    if family in ("full stop", "dash", "stamp"):
        return False
    plain = [turn.key for turn in turns if turn.shape in _PLAIN and turn.key.isascii()]
    if 2 * len(plain) < len(turns):
        return False
    words = {key: _words(key) for key in set(plain)}
    printed = _printed({word for row in words.values() for word in row if word.isalpha()}, text[:SEEN])
    common = {key for key, row in words.items() if row and 2 * sum([word in printed for word in row]) >= len(row)}
    return sum([key in common for key in plain]) >= 0.6 * len(plain)


def _words(key: str) -> list[str]:
    return [word for word in key.casefold().split() if len(word) > 2 and word not in PARTICLES]


def _printed(words: set[str], text: str) -> set[str]:
    """Return which words a text prints as they are given; few are looked for, many are compared with all its words."""
    if len(words) > FEW:
        return words.intersection(_WORD.findall(text))
    return {word for word in words if prints(text, word)}


def prints(text: str, word: str) -> bool:
    """Say whether a text prints a word as it is given, and not as a part of another one."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        around = text[start - 1 : start] + text[end : end + 1] if start else text[end : end + 1]
        if _IN_WORD.search(around) is None:
            return True
        start = text.find(word, end)
    return False

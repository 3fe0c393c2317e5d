"""Learn the words of a corpus: the evidence that its own names, terms and spellings are no misreadings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from corpus_cli.clean.lexicon import Lexicon

_WORD = re.compile(r"[^\W\d_]{3,}")
_LATIN = re.compile(r"[a-zA-Zà-öø-ÿÀ-ÖØ-Þ]{3,}")
_LEAST = 2


def learn(texts: Iterable[str]) -> Lexicon:
    """Return the Latin words of at least three letters that the texts write twice or more, with their counts.

    Reads one text at a time and holds the counts only.  Small and capital letters are kept apart.  The most
    frequent word comes first, words of one count in order of their letters, so the same texts give the same bytes.

    >>> dict(learn(["the river Amur", "the Amur, the sea"]).words)
    {'the': 3, 'Amur': 2}
    """
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(word for word in _WORD.findall(text) if _LATIN.fullmatch(word))
    return Lexicon({word: n for word, n in sorted(counts.items(), key=_order) if n >= _LEAST})


def _order(item: tuple[str, int]) -> tuple[int, str]:
    word, count = item
    return -count, word

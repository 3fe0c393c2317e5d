"""Learn what a corpus shows of itself: its words, names and spellings, and the heads and numbers of its pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from corpus_cli.clean.edge_learning import EdgeLearner
from corpus_cli.clean.lexicon import Lexicon

_WORD = re.compile(r"[^\W\d_]{3,}")
_LATIN = re.compile(r"[a-zA-Zà-öø-ÿÀ-ÖØ-Þ]{3,}")
_LEAST = 2


def learn(texts: Iterable[str]) -> Lexicon:
    """Return what texts show: the Latin words of three letters that they write twice, and the heads of their pages.

    Words stand with their counts, the most frequent first, words of one count in order of their letters; small and
    capital letters are kept apart.  Heads and page numbers are learnt where each text is a page and the texts come in
    the order of the pages.  Reads one text at a time and holds the counts and the short lines at edges only; the same
    texts give the same bytes.

    >>> dict(learn(["the river Amur", "the Amur, the sea"]).words)
    {'the': 3, 'Amur': 2}
    """
    counts: Counter[str] = Counter()
    edges = EdgeLearner()
    for text in texts:
        edges.add(text)
        counts.update(word for word in _WORD.findall(text) if _LATIN.fullmatch(word))
    return Lexicon({word: n for word, n in sorted(counts.items(), key=_order) if n >= _LEAST}, *edges.learnt())


def _order(item: tuple[str, int]) -> tuple[int, str]:
    word, count = item
    return -count, word

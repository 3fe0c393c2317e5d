"""The ways to give the parts of a page to its authors so far, and where each leaves the text of every open author."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from corpus_cli.split.evidence import MOST_OPEN, Author
from corpus_cli.split.lines import made
from corpus_cli.split.standing import NOTHING, Facts, Open, read_on

LAG = 5  # parts that are read on before it is said how sure a choice was


class Way(NamedTuple):
    """Hold one way to give the parts up to now to authors: the last choice and, in `before`, the way to it.

    `slot` is the place of the running author in the row, `stands` says for each author of the row where the text
    stands (the index of an `Open` in `Row.known`).  `words` is what the words of the running author's run say so far,
    `against` how many of its parts speak against it.  `recent` are the authors of the last parts, the last one last.
    """

    score: float
    slot: int
    stands: tuple[int, ...]
    words: float = 0.0
    against: int = 0
    recent: tuple[int, ...] = ()
    before: Way | None = None


class Choice(NamedTuple):
    """Hold one way on: the author of the next part, and how things then are; the likeliest choice sorts first.

    `loss` is the score turned round, `number` the index of the way gone on from; the rest is as in `Way`.
    """

    loss: float
    author: int
    number: int
    slot: int
    words: float
    against: int


class Row:
    """Hold the open authors in the order in which their heads were printed, which is the same on all ways.

    `authors` are their indices (-1 for text above the first head), `closed` says whose text a signature ended.
    `known` are the places where a text was found to stand, each once.
    """

    def __init__(self, everybody: Sequence[Author], *, headless: bool) -> None:
        self._everybody = everybody
        self.authors = [-1] if headless else []
        self.closed = [everybody[a].closed for a in self.authors]
        self.known = [NOTHING]
        self._indices = {NOTHING: 0}

    def start(self) -> Way:
        """Return the way that has not begun."""
        return Way(0.0, 0, (0,) * len(self.authors))

    def opened(self, ways: Sequence[Way], author: int, facts: Facts) -> list[Way]:
        """Return the ways behind a part that opens the text of an author; of those that stand alike only the best."""
        if author not in self.authors:
            self.authors.append(author)
        size, slot = len(self.authors), self.authors.index(author)
        gone = max(0, size - MOST_OPEN)
        del self.authors[:gone]
        self.closed = [self._everybody[a].closed for a in self.authors]
        out: dict[tuple[int, ...], Way] = {}
        for way in ways:
            stands = way.stands + (0,) * (size - len(way.stands))
            stands = _with(stands, slot, self._behind(stands[slot], facts))[gone:]
            recent = (*way.recent[-LAG:], author)
            out.setdefault(stands, Way(way.score, slot - gone, stands, 0.0, 0, recent, way))
        return list(out.values())

    def taken(self, ways: Sequence[Way], choices: Iterable[Choice], facts: Facts) -> list[Way]:
        """Return the ways behind choices."""
        behind: dict[int, int] = {}
        out = []
        for loss, author, number, slot, words, against in choices:
            way = ways[number]
            old = way.stands[slot]
            if old not in behind:
                behind[old] = self._behind(old, facts)
            stands = _with(way.stands, slot, behind[old])
            out.append(made(Way, (-loss, slot, stands, words, against, (*way.recent[-LAG:], author), way)))
        return out

    def of(self, way: Way) -> list[tuple[int, Open]]:
        """Return the open authors and where on this way the text of each stands."""
        return [(a, self.known[stand]) for a, stand in zip(self.authors, way.stands, strict=True)]

    def _behind(self, stand: int, facts: Facts) -> int:
        """Return where a text stands behind a part that it owns."""
        state = read_on(self.known[stand], facts)
        index = self._indices.setdefault(state, len(self.known))
        if index == len(self.known):
            self.known.append(state)
        return index


def _with(stands: tuple[int, ...], slot: int, stand: int) -> tuple[int, ...]:
    return (*stands[:slot], stand, *stands[slot + 1 :])

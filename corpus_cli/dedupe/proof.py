"""Judge candidate pairs, remember what was found, and keep the closest pairs that were not taken."""

from __future__ import annotations

import heapq
from array import array
from collections.abc import Sequence
from itertools import starmap

import numpy as np

from corpus_cli.dedupe.allpairs import Pairs, pairs_of
from corpus_cli.dedupe.findings import Copy, copy_of, own_of, packed, score_of
from corpus_cli.dedupe.judging import are_many, judge_pairs
from corpus_cli.dedupe.spread import spread
from corpus_cli.dedupe.stars import Links, each_pair
from corpus_cli.dedupe.verdict import CLAUSE, OWN_PASSAGE
from corpus_cli.dedupe.views import Views

Pair = tuple[int, int]
# A text that fills less than this share of the one that holds it is a passage of it, not a copy.
PASSAGE = 0.5
# Unless it is longer than this and stands there word for word.
_VERBATIM, _WHOLE = 40, 99.5
# From so many pairs on judging is spread over processes, in tasks of so many pairs.
_MANY, _TASK = 5000, 500
# A shared passage is reported from this many folded characters on; stock phrases are shorter.
PASSAGE_LEAST = 40
# Verdicts that say less than this about a pair that was refused are no near misses.
_MISS = 30.0


class Proof:
    """Hold what was found on pairs of views, so that no pair is judged twice.

    `sharing` gives the pairs that were refused and have as much in common as a passage has.
    """

    def __init__(self, views: Views, threshold: float, passages: bool = False) -> None:
        self.views = views
        self.lengths: Sequence[int] = array("q", views.lengths.tobytes())
        self._threshold = threshold
        self._passages = passages
        # A pair as one number, and what was found as one number: a fifth of the memory of values.
        self._found: dict[int, int] = {}
        self._sharing = array("q")
        # Whether there are so many pairs that the compiled loop pays.
        self._fast = False

    def removable(self, unit: int, kept: int) -> Copy | None:
        """Return how `unit` is a copy if it may go for the sake of `kept`: one without a passage of its own."""
        found = self._judged(min(unit, kept), max(unit, kept))
        if not self._is_copy(unit, kept, found):
            return None
        own = max(CLAUSE, OWN_PASSAGE * max(self.lengths[unit], self.lengths[kept]))
        return copy_of(found) if own_of(found)[unit > kept] < own else None

    def _prepare(self, pairs: Pairs, workers: int) -> None:
        """Judge many pairs in several processes, where there are enough to pay for them."""
        if workers < 2 or len(pairs) < _MANY:
            return
        tasks = [pairs[first : first + _TASK] for first in range(0, len(pairs), _TASK)]
        made = spread(_judge_task, tasks, workers, _hold, self.views, are_many(len(pairs)))
        for task, found in zip(tasks, made, strict=True):
            self._found.update(zip(map(_key, *task.T.tolist()), found, strict=True))

    def link(self, pairs: Pairs, links: Links, workers: int = 1) -> None:
        """Join the copies among `pairs`; a pair that is joined already is not judged, but where processes do it."""
        self._prepare(pairs, workers)
        self._fast = are_many(len(pairs))
        for first in range(0, len(pairs), _MANY):
            waiting = list(each_pair(pairs[first : first + _MANY]))
            while waiting:
                chosen, waiting = _forest(waiting, links)
                self.judge(chosen)
                for pair in chosen:
                    self._link(*pair, links)

    def judge(self, pairs: Sequence[Pair]) -> None:
        """Judge the pairs that were not judged before; in a pair any view may stand first."""
        ordered = dict.fromkeys((min(pair), max(pair)) for pair in pairs)
        new = [pair for pair in ordered if _key(*pair) not in self._found]
        self._found.update(zip(starmap(_key, new), _judged(self.views, new, self._fast), strict=True))

    def _link(self, first: int, second: int, links: Links) -> None:
        """Join two views if they are copies, or note that they may share a passage."""
        found = self._found[_key(first, second)]
        if self._is_copy(first, second, found):
            links.join(first, second)
        elif self._may_share(first, second, found):
            self._sharing.append(_key(first, second))

    def sharing(self) -> Pairs:
        """Return the pairs that were refused and may share a passage."""
        return pairs_of(np.array(self._sharing, np.uint64))

    def _judged(self, first: int, second: int) -> int:
        """Return what was found on two views, the first of them with the smaller number."""
        key = _key(first, second)
        found = self._found.get(key)
        if found is None:
            [found] = _judged(self.views, [(first, second)], False)
            self._found[key] = found
        return found

    def _may_share(self, first: int, second: int, found: int) -> bool:
        """Say whether two views have as many characters alike as a passage has."""
        lengths = self.lengths[first], self.lengths[second]
        contained = found >= 0 and copy_of(found).method == "contained"
        return score_of(found) * (min(lengths) if contained else sum(lengths) / 2) >= 100 * PASSAGE_LEAST

    def _is_copy(self, first: int, second: int, found: int) -> bool:
        """Say whether two views are copies, the one not a mere passage of the other."""
        if found < 0 or score_of(found) < self._threshold:
            return False
        return self._passages or not self._is_passage(first, second, copy_of(found))

    def near_misses(self, links: Links, most: int) -> list[tuple[int, int]]:
        """Return the refused pairs with the highest scores, those left out that belong together by other pairs."""
        scores = ((score_of(found), key) for key, found in self._found.items())
        misses = ((-score, *_pair(key)) for score, key in scores if score >= _MISS)
        apart = (miss for miss in misses if links.root(miss[1]) != links.root(miss[2]))
        return [(first, second) for _, first, second in heapq.nsmallest(most, apart)]

    def _is_passage(self, first: int, second: int, copy: Copy) -> bool:
        """Say whether one view fills too little of the other to be its copy, unless it is there word for word."""
        if copy.method not in ("contained", "overlapping"):
            return False
        shorter, longer = sorted((self.lengths[first], self.lengths[second]))
        if copy.method == "contained" and shorter >= _VERBATIM and copy.score >= _WHOLE:
            return False
        return shorter < PASSAGE * longer


def _key(first: int, second: int) -> int:
    """Return a pair as one number."""
    return first << 32 | second


def _pair(key: int) -> tuple[int, int]:
    """Return the pair that a number stands for."""
    return key >> 32, key & 0xFFFFFFFF


def _forest(pairs: Sequence[Pair], links: Links) -> tuple[list[Pair], list[Pair]]:
    """Return the pairs that join what no earlier one of them would, and the others; those joined already are left out.

    The first can be judged at once: none is spared by what the verdict on another one is.
    """
    chosen: list[Pair] = []
    waiting: list[Pair] = []
    parents: dict[int, int] = {}
    for pair in pairs:
        one, other = map(links.root, pair)
        if one == other:
            continue
        one, other = _root(parents, one), _root(parents, other)
        parents[other] = one
        (waiting if one == other else chosen).append(pair)
    return chosen, waiting


def _root(parents: dict[int, int], unit: int) -> int:
    """Return the representative of a unit among those that were put together."""
    while (parent := parents.get(unit, unit)) != unit:
        parents[unit] = unit = parents.get(parent, parent)
    return unit


def _judged(views: Views, pairs: Sequence[Pair], fast: bool) -> list[int]:
    """Return what is found on pairs of views, as numbers."""
    return list(map(packed, judge_pairs([(views.text(first), views.text(second)) for first, second in pairs], fast)))


_held: list[tuple[Views, bool]] = []


def _hold(views: Views, fast: bool) -> None:
    """Let a worker process hold the views, so that no text is sent to it, and say whether there are many pairs."""
    _held[:] = [(views, fast)]


def _judge_task(pairs: Pairs) -> list[int]:
    """Return what a worker found on pairs of the views that it holds."""
    views, fast = _held[0]
    return _judged(views, pairs.tolist(), fast)

"""Judge candidate pairs, remember what was found, and keep the closest pairs that were not taken."""

from __future__ import annotations

import heapq
from array import array
from collections.abc import Iterator, Sequence
from itertools import starmap

import numpy as np
import numpy.typing as npt

from corpus_cli.dedupe.judging import Found, are_many, judge_pairs
from corpus_cli.dedupe.spread import spread
from corpus_cli.dedupe.stars import Links, each_pair
from corpus_cli.dedupe.verdict import CLAUSE, OWN_PASSAGE, Verdict
from corpus_cli.dedupe.views import Views

Pairs = npt.NDArray[np.int64]
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
    """Hold what was found on pairs of views, so that no pair is judged twice: the verdict, or a refused pair's score.

    `sharing` yields the pairs that were refused and have as much in common as a passage has.
    """

    def __init__(self, views: Views, threshold: float, passages: bool = False) -> None:
        self.views = views
        self.lengths: Sequence[int] = array("q", views.lengths.tobytes())
        self._threshold = threshold
        self._passages = passages
        # Both numbers of a pair in one, which takes half the memory of two.
        self._found: dict[int, Found] = {}
        self._sharing = array("q")
        # Whether there are so many pairs that the compiled loop pays.
        self._fast = False

    def removable(self, unit: int, kept: int) -> Verdict | None:
        """Return the verdict if `unit` may go for the sake of `kept`: a copy without a passage of its own."""
        found = self._judged(min(unit, kept), max(unit, kept))
        if isinstance(found, float) or not self._is_copy(unit, kept, found):
            return None
        verdict = found if unit < kept else found.swapped()
        own = max(CLAUSE, OWN_PASSAGE * max(self.lengths[unit], self.lengths[kept]))
        return verdict if verdict.added[0] < own else None

    def prepare(self, pairs: Pairs, workers: int) -> None:
        """Judge many pairs in several processes, where there are enough to pay for them."""
        if workers < 2 or len(pairs) < _MANY:
            return
        tasks = [pairs[first : first + _TASK] for first in range(0, len(pairs), _TASK)]
        made = spread(_judge_task, tasks, workers, _hold, self.views, are_many(len(pairs)))
        for task, found in zip(tasks, made, strict=True):
            self._found.update(zip(map(_key, *task.T.tolist()), found, strict=True))

    def link(self, pairs: Pairs, links: Links) -> None:
        """Join the copies among `pairs`; a pair that is joined already is not judged."""
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
        if isinstance(found, Verdict) and self._is_copy(first, second, found):
            links.join(first, second)
        elif self._may_share(first, second, found):
            self._sharing.append(_key(first, second))

    def sharing(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs that were refused and may share a passage."""
        return map(_pair, self._sharing)

    def _judged(self, first: int, second: int) -> Found:
        """Return what was found on two views, the first of them with the smaller number."""
        key = _key(first, second)
        found = self._found.get(key)
        if found is None:
            [found] = _judged(self.views, [(first, second)], False)
            self._found[key] = found
        return found

    def _may_share(self, first: int, second: int, found: Found) -> bool:
        """Say whether two views have as many characters alike as a passage has."""
        lengths = self.lengths[first], self.lengths[second]
        if isinstance(found, float):
            return found * sum(lengths) / 2 >= 100 * PASSAGE_LEAST
        whole = min(lengths) if found.method == "contained" else sum(lengths) / 2
        return found.score * whole >= 100 * PASSAGE_LEAST

    def _is_copy(self, first: int, second: int, verdict: Verdict) -> bool:
        """Say whether two views are copies, the one not a mere passage of the other."""
        if verdict.score < self._threshold:
            return False
        return self._passages or not self._is_passage(first, second, verdict)

    def near_misses(self, links: Links, most: int) -> list[tuple[int, int]]:
        """Return the refused pairs with the highest scores, those left out that belong together by other pairs."""
        scores = ((found if isinstance(found, float) else found.score, key) for key, found in self._found.items())
        misses = ((-score, *_pair(key)) for score, key in scores if score >= _MISS)
        apart = (miss for miss in misses if links.root(miss[1]) != links.root(miss[2]))
        return [(first, second) for _, first, second in heapq.nsmallest(most, apart)]

    def _is_passage(self, first: int, second: int, verdict: Verdict) -> bool:
        """Say whether one view fills too little of the other to be its copy, unless it is there word for word."""
        if verdict.method not in ("contained", "overlapping"):
            return False
        shorter, longer = sorted((self.lengths[first], self.lengths[second]))
        if verdict.method == "contained" and shorter >= _VERBATIM and verdict.score >= _WHOLE:
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


def _judged(views: Views, pairs: Sequence[Pair], fast: bool) -> list[Found]:
    """Return what is found on pairs of views."""
    return judge_pairs([(views.text(first), views.text(second)) for first, second in pairs], fast)


_held: list[tuple[Views, bool]] = []


def _hold(views: Views, fast: bool) -> None:
    """Let a worker process hold the views, so that no text is sent to it, and say whether there are many pairs."""
    _held[:] = [(views, fast)]


def _judge_task(pairs: Pairs) -> list[Found]:
    """Return what a worker found on pairs of the views that it holds."""
    views, fast = _held[0]
    return _judged(views, pairs.tolist(), fast)

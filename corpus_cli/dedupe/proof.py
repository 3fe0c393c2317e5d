"""Judge candidate pairs, remember what was found, and keep the closest pairs that were not taken."""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor

from corpus_cli.dedupe.stars import Links
from corpus_cli.dedupe.verdict import CLAUSE, OWN_PASSAGE, Verdict, judge_pairs
from corpus_cli.dedupe.views import Views

# A text that fills less than this share of the one that holds it is a passage of it, not a copy.
PASSAGE = 0.5
# Unless it is longer than this and stands there word for word.
_VERBATIM, _WHOLE = 40, 99.5
# From so many pairs on judging is spread over processes, in tasks of so many pairs.
_MANY, _TASK, _AHEAD = 5000, 500, 3
# A shared passage is reported from this many folded characters on; stock phrases are shorter.
PASSAGE_LEAST = 40
# Verdicts that say less than this about a pair that was refused are no near misses.
_MISS = 30.0
_UNLIKE = Verdict(False, 0.0, "different", -99.0, "nothing")


class Proof:
    """Hold the verdicts on pairs of views, so that no pair is judged twice; `sharing` are pairs with much in common."""

    def __init__(self, views: Views, threshold: float, passages: bool = False) -> None:
        self.views = views
        self.lengths: list[int] = views.lengths.tolist()
        self.sharing: list[tuple[int, int]] = []
        self._threshold = threshold
        self._passages = passages
        self._verdicts: dict[tuple[int, int], Verdict] = {}
        self._refused: list[tuple[float, int, int]] = []

    def verdict(self, first: int, second: int) -> Verdict:
        """Return the verdict on two views; `added` counts what the first and the second have alone."""
        if first > second:
            found = self.verdict(second, first)
            return Verdict(found.duplicate, found.score, found.method, found.margin, found.cause, found.added[::-1])
        known = self._verdicts.get((first, second))
        return known or self._remember(first, second, _judge_task(self._packed(((first, second),)))[0])

    def removable(self, unit: int, kept: int) -> Verdict | None:
        """Return the verdict if `unit` may go for the sake of `kept`: a copy without a passage of its own."""
        verdict = self.verdict(unit, kept)
        if not self._is_copy(unit, kept, verdict):
            return None
        own = max(CLAUSE, OWN_PASSAGE * max(self.lengths[unit], self.lengths[kept]))
        return verdict if verdict.added[0] < own else None

    def prepare(self, pairs: Sequence[tuple[int, int]], workers: int) -> None:
        """Judge many pairs in several processes, where there are enough to pay for them."""
        if workers < 2 or len(pairs) < _MANY:
            return
        waiting: deque[tuple[Sequence[tuple[int, int]], Future[list[Verdict]]]] = deque()
        with ProcessPoolExecutor(workers) as pool:
            for first in range(0, len(pairs) + _AHEAD * workers * _TASK, _TASK):
                task = pairs[first : first + _TASK]
                if task:
                    waiting.append((task, pool.submit(_judge_task, self._packed(task))))
                if waiting and (len(waiting) > _AHEAD * workers or not task):
                    done, verdicts = waiting.popleft()
                    for (one, other), verdict in zip(done, verdicts.result(), strict=True):
                        self._remember(one, other, verdict)

    def _remember(self, first: int, second: int, verdict: Verdict) -> Verdict:
        """Keep and return a verdict; of those that say no and nothing more, only that."""
        tells = verdict.duplicate or verdict.score >= _MISS or self._may_share(first, second, verdict)
        self._verdicts[first, second] = verdict if tells else _UNLIKE
        return verdict if tells else _UNLIKE

    def _packed(self, pairs: Sequence[tuple[int, int]]) -> list[tuple[str, str]]:
        """Return the texts of pairs."""
        return [(self.views.text(first), self.views.text(second)) for first, second in pairs]

    def link(self, pairs: Iterable[tuple[int, int]], links: Links) -> None:
        """Join the copies among `pairs`; a pair that is joined already is not judged."""
        for first, second in pairs:
            if links.root(first) == links.root(second):
                continue
            verdict = self.verdict(first, second)
            if self._is_copy(first, second, verdict):
                links.join(first, second)
                continue
            if self._may_share(first, second, verdict):
                self.sharing.append((first, second))
            if verdict.score >= _MISS:
                self._refused.append((verdict.score, first, second))

    def _may_share(self, first: int, second: int, verdict: Verdict) -> bool:
        """Say whether two views have as many characters alike as a passage has."""
        lengths = self.lengths[first], self.lengths[second]
        whole = min(lengths) if verdict.method == "contained" else sum(lengths) / 2
        return verdict.score * whole >= 100 * PASSAGE_LEAST

    def _is_copy(self, first: int, second: int, verdict: Verdict) -> bool:
        """Say whether two views are copies, the one not a mere passage of the other."""
        if not verdict.duplicate or verdict.score < self._threshold:
            return False
        return self._passages or not self._is_passage(first, second, verdict)

    def near_misses(self, links: Links, most: int) -> list[tuple[float, int, int]]:
        """Return the refused pairs with the highest scores, those left out that belong together by other pairs."""
        apart = (miss for miss in self._refused if links.root(miss[1]) != links.root(miss[2]))
        return heapq.nsmallest(most, apart, key=lambda miss: (-miss[0], miss[1], miss[2]))

    def _is_passage(self, first: int, second: int, verdict: Verdict) -> bool:
        """Say whether one view fills too little of the other to be its copy, unless it is there word for word."""
        if verdict.method not in ("contained", "overlapping"):
            return False
        shorter, longer = sorted((self.lengths[first], self.lengths[second]))
        if verdict.method == "contained" and shorter >= _VERBATIM and verdict.score >= _WHOLE:
            return False
        return shorter < PASSAGE * longer


def _judge_task(texts: Sequence[tuple[str, str]]) -> list[Verdict]:
    """Return the verdicts on pairs of texts."""
    return [judge_pairs(pair, ((0, 1),))[0] for pair in texts]

"""Judge candidate pairs, remember what was found, and keep the closest pairs that were not taken."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus_cli.dedupe.stars import Links
from corpus_cli.dedupe.verdict import OWN_PASSAGE, SHORT, Verdict, judge_pairs
from corpus_cli.dedupe.views import Views

# A text that fills less than this share of the one that holds it is a passage of it, not a copy.
PASSAGE = 0.5
# Unless it is longer than this and stands there word for word.
_VERBATIM, _WHOLE = 40, 99.5
# Verdicts that say less than this about a pair that was refused are no near misses.
_MISS = 30.0


@dataclass(slots=True)
class Proof:
    """Hold the verdicts on pairs of views, so that no pair is judged twice."""

    views: Views
    threshold: float
    judged: int = 0
    verdicts: dict[tuple[int, int], Verdict] = field(default_factory=dict)
    refused: list[tuple[float, int, int]] = field(default_factory=list)

    def verdict(self, first: int, second: int) -> Verdict:
        """Return the verdict on two views; `added` counts what the first and the second have alone."""
        a, b = min(first, second), max(first, second)
        found = self.verdicts.get((a, b))
        if found is None:
            found = judge_pairs((self.views.text(a), self.views.text(b)), ((0, 1),))[0]
            self.judged += 1
            if found.duplicate or found.score >= _MISS:
                self.verdicts[a, b] = found
        if first == a:
            return found
        return Verdict(found.duplicate, found.score, found.method, found.margin, found.cause, found.added[::-1])

    def is_copy(self, first: int, second: int) -> bool:
        """Say whether two views are copies, the one not a mere passage of the other."""
        verdict = self.verdict(first, second)
        return verdict.duplicate and verdict.score >= self.threshold and not self._is_passage(first, second, verdict)

    def removable(self, unit: int, kept: int) -> Verdict | None:
        """Return the verdict if `unit` may go for the sake of `kept`: a copy without a passage of its own."""
        verdict = self.verdict(unit, kept)
        lengths = self.views.lengths
        own = verdict.added[0] >= max(SHORT, OWN_PASSAGE * max(lengths[unit], lengths[kept]))
        return verdict if self.is_copy(unit, kept) and not own else None

    def link(self, pairs: Iterable[tuple[int, int]], links: Links) -> None:
        """Join the copies among `pairs`; a pair that is joined already is not judged."""
        for first, second in pairs:
            if links.root(first) != links.root(second):
                if self.is_copy(first, second):
                    links.join(first, second)
                elif self.verdict(first, second).score >= _MISS:
                    self.refused.append((self.verdict(first, second).score, first, second))

    def near_misses(self, links: Links, most: int) -> list[tuple[float, int, int]]:
        """Return the refused pairs with the highest scores, those left out that belong together by other pairs."""
        apart = (miss for miss in self.refused if links.root(miss[1]) != links.root(miss[2]))
        return heapq.nsmallest(most, apart, key=lambda miss: (-miss[0], miss[1], miss[2]))

    def _is_passage(self, first: int, second: int, verdict: Verdict) -> bool:
        """Say whether one view fills too little of the other to be its copy."""
        lengths = self.views.bounds
        sizes = (int(lengths[first + 1] - lengths[first]), int(lengths[second + 1] - lengths[second]))
        if verdict.method == "contained" and min(sizes) >= _VERBATIM and verdict.score >= _WHOLE:
            return False
        return verdict.method in ("contained", "overlapping") and min(sizes) < PASSAGE * max(sizes)

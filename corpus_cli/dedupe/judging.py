"""Judge many pairs at once: what `judge_pair` says of each, most of them refused by a compiled loop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from importlib.util import find_spec
from itertools import chain
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from corpus_cli.dedupe.alignment import (
    CHANCE,
    CHANCE_AT_MOST,
    FALL,
    MUCH_LONGER,
    RISE,
    Stretch,
    Turn,
    opcodes,
)
from corpus_cli.dedupe.evidence import ALLOWED, COMPARABLE, LETTER, evidence_of, share_of
from corpus_cli.dedupe.speakers import is_brief
from corpus_cli.dedupe.verdict import (
    Verdict,
    are_swapped,
    asks_for_words,
    is_spaced,
    judge_pair,
    margin_of,
    settled,
)
from corpus_cli.dedupe.weights import SPACED, UNSPACED

Array = npt.NDArray[Any]
Found: TypeAlias = "Verdict | float"
Texts = tuple[str, str]
# Fewer pairs than this are not worth the time that the compiled loop takes to load.
FEW = 1000
# So many pairs are laid side by side at once.
_RUN = 512


def are_many(pairs: int) -> bool:
    """Say whether so many pairs are worth the compiled loop, and whether it can be had."""
    return pairs >= FEW and find_spec("numba") is not None


def judge_pairs(pairs: Sequence[Texts], fast: bool) -> list[Found]:
    """Return for each pair of folded texts the verdict of `judge_pair`, or only the score where it says no."""
    if not fast:
        return [_judged(pair) for pair in pairs]
    return [found for first in range(0, len(pairs), _RUN) for found in _judged_fast(pairs[first : first + _RUN])]


def _judged(pair: Texts) -> Found:
    """Return what is found on one pair."""
    verdict = judge_pair(*pair)
    return verdict if verdict.duplicate else verdict.score


def _judged_fast(pairs: Sequence[Texts]) -> Iterator[Found]:
    """Yield what is found on each pair, the pairs laid side by side at once."""
    swapped = [are_swapped(*pair) for pair in pairs]
    ordered = [pair[::-1] if turned else pair for pair, turned in zip(pairs, swapped, strict=True)]
    apart = [_is_apart(*pair) for pair in ordered]
    laid = _Laid([pair for pair, alone in zip(ordered, apart, strict=True) if not alone]).judged()
    for pair, alone, turned in zip(ordered, apart, swapped, strict=True):
        found = _judged(pair) if alone else next(laid)
        yield found.swapped() if turned and isinstance(found, Verdict) else found


def _is_apart(lesser: str, greater: str) -> bool:
    """Say whether a pair is not laid side by side as a whole: equal, brief, or the one looked for inside the other."""
    return len(greater) > MUCH_LONGER * len(lesser) or lesser == greater or is_brief(lesser)


class _Laid:
    """Hold pairs laid side by side, the walks along all of them made in one loop."""

    def __init__(self, pairs: Sequence[Texts]) -> None:
        from corpus_cli.dedupe.walks import walk

        self.pairs = pairs
        self.edits = [opcodes(*pair) for pair in pairs]
        blocks = [one.as_matching_blocks() for one in self.edits]
        self.ends = np.cumsum([len(one) for one in blocks], dtype=np.int64)
        numbers = chain.from_iterable(chain.from_iterable(blocks))
        self.matches = np.fromiter(numbers, np.int64).reshape(-1, 3)
        self.turns: Array = np.empty((2 * (len(self.matches) + len(pairs)), 5), np.int64)
        self.bounds, sums = np.zeros(len(pairs) + 1, np.int64), np.empty((len(pairs), 7), np.int64)
        limits = (FALL, RISE), (CHANCE, CHANCE_AT_MOST), (ALLOWED, COMPARABLE)
        walk(self.matches, self.ends, *limits, self.turns, self.bounds, sums)
        self.evidence = [
            evidence_of(len(lesser), alike, edits, (own, added), replaced, ends, uneven)
            for (lesser, _), (alike, edits, own, added, replaced, ends, uneven) in zip(
                pairs, sums.tolist(), strict=True
            )
        ]

    def judged(self) -> Iterator[Found]:
        """Yield what is found on each pair."""
        likely = [n for n in range(len(self.pairs)) if self._is_likely(n)]
        cuts = {n: self._cut(n) for n in likely}
        self._count_words([n for n in likely if asks_for_words(self.evidence[n], cuts[n], self.pairs[n][0])])
        alike = self.turns[self.bounds[1:] - 1, 3].tolist()
        for n, (lesser, greater) in enumerate(self.pairs):
            if n not in cuts:
                yield round(200.0 * alike[n] / (len(lesser) + len(greater)), 2) if self.evidence[n].alike else 0.0
                continue
            verdict = settled(lesser, greater, self.edits[n].as_list, cuts[n], self.evidence[n])  # type: ignore[arg-type]
            yield verdict if verdict.duplicate else verdict.score

    def _is_likely(self, n: int) -> bool:
        """Say whether nothing but words speaks against a pair."""
        evidence, lesser = self.evidence[n], self.pairs[n][0]
        return evidence.alike > 0 and margin_of(evidence, SPACED if is_spaced(lesser) else UNSPACED) > 0

    def _cut(self, n: int) -> list[Stretch]:
        """Return the stretches between the turning points of a pair: a gap and what is alike in turn."""
        points = [Turn(*turn) for turn in self.turns[self.bounds[n] : self.bounds[n + 1]].tolist()]
        return [Stretch(n % 2 == 1, points[n], points[n + 1]) for n in range(len(points) - 1)]

    def _count_words(self, chosen: Sequence[int]) -> None:
        """Note the lost words of pairs in their evidence."""
        if not chosen:
            return
        from corpus_cli.dedupe.walks import lost_letters

        texts = [text for pair in self.pairs for text in pair]
        codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
        bounds = np.cumsum([0, *map(len, texts)])
        walked = self.matches, self.ends, self.turns, self.bounds
        lost = lost_letters(codes, bounds, _letters(codes), *walked, np.array(chosen)).tolist()
        for n, (mine, other) in zip(chosen, lost, strict=True):
            evidence, lesser = self.evidence[n], len(self.pairs[n][0])
            share = share_of(lesser, mine, partial(int, other), -margin_of(evidence, SPACED) / SPACED.lost)
            self.evidence[n] = evidence._replace(lost=share)


def _letters(codes: Array) -> Array:
    """Return a table that says which of the codes are letters."""
    table = np.zeros(int(codes.max(initial=0)) + 1, np.bool_)
    table[codes] = True
    present = np.flatnonzero(table)
    table[present] = [LETTER.match(chr(code)) is not None for code in present.tolist()]
    return table

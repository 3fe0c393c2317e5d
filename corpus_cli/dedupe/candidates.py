"""Put the candidate pairs together: all pairs above a ratio, and the pairs that share rare shingles."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from corpus_cli.dedupe.allpairs import all_pairs, ratios, sorted_pairs, verified
from corpus_cli.dedupe.anchors import anchored_pairs
from corpus_cli.dedupe.minhash import BANDS, ROWS, minhash_pairs
from corpus_cli.dedupe.options import DedupeOptions
from corpus_cli.dedupe.views import Views

Pairs = npt.NDArray[np.int64]
# The ratio above which no pair may be missed.
RATIO = 85.0
# Pairs that share shingles are judged if they share this percentage of the smaller one's, or have this ratio.
SURE, ALIKE = 20, 58.0
# Beyond so many views not every pair is looked at; what MinHash finds instead was measured on noisy sets.
MANY = 400_000
MINHASH_RECALL = "99 %"
# Within documents so many pairs are compared one by one.
_INSIDE = 20_000_000
# So many views are counted at once.
_RUN = 4096
# Bags of letters tell long texts of alphabets apart too badly: beyond these lengths pairs are found by shingles.
_ALPHABETIC_MOST, _HAN_MOST = 200, 1600


@dataclass(frozen=True, slots=True)
class Candidates:
    """Hold the pairs to be judged (a < b, sorted), how they were searched for, and how many each search gave."""

    pairs: Pairs
    how: str
    scanned: int
    anchored: int


def candidates(views: Views, options: DedupeOptions, apart: npt.NDArray[np.int32] | None = None) -> Candidates:
    """Return the candidate pairs of `views`; with `apart` only pairs of the same number."""
    shared = anchored_pairs(views, apart, options.workers)
    anchored = _plausible(views, shared, options.workers)
    many = options.search == "minhash" or (options.search == "auto" and len(views) > MANY)
    if apart is not None and (inside := _inside(apart)) is not None:
        near, many = _close(views, inside, options.workers), False
    else:
        known = shared[:, :2]
        near = minhash_pairs(views, RATIO, options.workers, known) if many else _scanned(views, options, known)
        near = near if apart is None else near[apart[near[:, 0]] == apart[near[:, 1]]]
    pairs = sorted_pairs(np.concatenate((anchored, near)))
    return Candidates(pairs, _how(options, many), len(near), len(anchored))


def _how(options: DedupeOptions, many: bool) -> str:
    """Return in words how pairs were searched for, and what share is found."""
    if many:
        return (
            f"pairs that share rare shingles, and MinHash {BANDS}x{ROWS} ({MINHASH_RECALL} of pairs of ratio {RATIO:g})"
        )
    if options.search == "exact":
        return f"pairs that share rare shingles, and all pairs of ratio {RATIO:g}"
    return (
        f"pairs that share rare shingles, and all pairs of ratio {RATIO:g} up to {_ALPHABETIC_MOST} characters "
        f"(Han: {_HAN_MOST})"
    )


def _inside(apart: npt.NDArray[np.int32]) -> Pairs | None:
    """Return all pairs with the same number (`apart` ascends), or None where they are too many to be compared."""
    starts = np.flatnonzero(np.diff(apart, prepend=-1))
    sizes = np.diff(np.append(starts, len(apart)))
    if int((sizes * (sizes - 1) // 2).sum()) > _INSIDE:
        return None
    found = [np.zeros((0, 2), np.int64)]
    for size in np.unique(sizes[sizes > 1]).tolist():
        first, second = np.triu_indices(size, 1)
        here = starts[sizes == size]
        found += [np.stack([(here[:, None] + side).ravel() for side in (first, second)], axis=1)]
    return np.concatenate(found)


def _close(views: Views, pairs: Pairs, workers: int) -> Pairs:
    """Return the pairs with the ratio, those whose lengths forbid it not looked at."""
    lengths = views.lengths[pairs]
    apart = np.abs(lengths[:, 0] - lengths[:, 1])
    return verified(views, pairs[apart <= (1 - RATIO / 100) * lengths.sum(axis=1) + 1e-6], RATIO, workers)


def _plausible(views: Views, anchored: Pairs, workers: int) -> Pairs:
    """Return the pairs that share much of the smaller one, or are alike on the whole."""
    sure = anchored[:, 2] >= SURE
    doubtful = anchored[~sure]
    alike = ratios(views, doubtful[:, :2], workers) >= ALIKE
    return np.concatenate((anchored[sure], doubtful[alike]))[:, :2]


def _scanned(views: Views, options: DedupeOptions, known: Pairs) -> Pairs:
    """Return all pairs above the ratio, but the `known` ones, of views that bags of characters can tell apart.

    Script by script: letters of alphabets tell less than Han.
    """
    if options.search == "exact":
        return all_pairs(views, RATIO, options.workers, known)
    han = _han_share(views) >= 0.5
    found = [np.zeros((0, 2), np.int64)]
    for chosen in (han & (views.lengths <= _HAN_MOST), ~han & (views.lengths <= _ALPHABETIC_MOST)):
        found.append(all_pairs(views, RATIO, options.workers, known, np.flatnonzero(chosen)))
    return np.concatenate(found)


def _han_share(views: Views) -> npt.NDArray[np.float64]:
    """Return the share of characters of each view that are of scripts without blanks."""
    share = np.zeros(len(views))
    for first in range(0, len(views), _RUN):
        bounds = views.bounds[first : first + _RUN + 1]
        dense = np.flatnonzero(views.codes[bounds[0] : bounds[-1]] >= 0x2E80)
        counts = np.searchsorted(dense, bounds - bounds[0])
        share[first : first + _RUN] = np.diff(counts) / np.maximum(np.diff(bounds), 1)
    return share

"""Find most pairs of a high similarity among more views than can be compared pair by pair.

MinHash signatures (Broder, "On the resemblance and containment of documents", 1997) are read band by band: views that
agree in a band of three hashes are candidates.  With 42 bands nearly all pairs of ratio 85 agree in one; the usual
settings of 9 to 25 bands find a fifth to three quarters.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from corpus_cli.dedupe.allpairs import Pairs, pair_keys, pairs_of, ratios, verified
from corpus_cli.dedupe.anchors import shingle_hashes
from corpus_cli.dedupe.views import Views, is_dense

BANDS, ROWS = 42, 3
# So many bands are held in memory at a time: 12 bytes of each view for a band.
_TOGETHER = 7
# Beyond so many views in one bucket each is paired with the first only.
_CROWD = 32
_BATCH = 512
_HAN, _LATIN = 2, 4
_SEED = 20080517


def minhash_pairs(views: Views, threshold: float, workers: int = 1, known: Pairs | None = None) -> Pairs:
    """Return pairs (a < b) of views with a ratio of at least `threshold`, sorted: most of them, not all.

    `known` pairs are left out.
    """
    found = np.zeros(0, np.uint64)
    told = np.sort(pair_keys(known)) if known is not None else found
    for band in _bands(views):
        keys = np.unique(pair_keys(_neighbours(band)))
        # What one band found, the others need not compare again.
        pairs = pairs_of(keys[~(_among(keys, found) | _among(keys, told))])
        lengths = views.lengths[pairs]
        legal = np.abs(lengths[:, 0] - lengths[:, 1]) <= (1 - threshold / 100) * lengths.sum(axis=1) + 1e-6
        pairs = pairs[legal]
        found = np.union1d(found, pair_keys(pairs[ratios(views, pairs, workers) >= threshold]))
    return verified(views, pairs_of(found), threshold, workers)


def _among(keys: npt.NDArray[np.uint64], others: npt.NDArray[np.uint64]) -> npt.NDArray[np.bool_]:
    """Say which keys stand among others that are sorted."""
    if not len(others):
        return np.zeros(len(keys), np.bool_)
    places = np.minimum(np.searchsorted(others, keys), len(others) - 1)
    same: npt.NDArray[np.bool_] = others[places] == keys
    return same


def _bands(views: Views) -> Iterator[npt.NDArray[np.uint32]]:
    """Yield the bands one by one; only `_TOGETHER` of them are held at a time."""
    generator = np.random.Generator(np.random.PCG64(_SEED))
    factors = generator.integers(0, 1 << 63, BANDS * ROWS, dtype=np.uint64) * np.uint64(2) + np.uint64(1)
    for first in range(0, BANDS * ROWS, _TOGETHER * ROWS):
        signatures = _signatures(views, factors[first : first + _TOGETHER * ROWS])
        for column in range(0, signatures.shape[1], ROWS):
            yield signatures[:, column : column + ROWS]


def _signatures(views: Views, factors: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint32]:
    """Return the MinHash of each view, a column for each factor; views without shingles have the highest values."""
    signatures = np.full((len(views), len(factors)), np.iinfo(np.uint32).max, np.uint32)
    for first, hashes, starts, numbers in _shingled(views):
        for column, factor in enumerate(factors.tolist()):
            mixed = ((hashes * np.uint64(factor)) >> np.uint64(32)).astype(np.uint32)
            signatures[first + numbers, column] = np.minimum.reduceat(mixed, starts)
    return signatures


def _shingled(views: Views) -> Iterator[tuple[int, npt.NDArray[np.uint64], Pairs, Pairs]]:
    """Yield batches: first view, the hashes of all shingles, where those of a view start, and which views those are."""
    for first in range(0, len(views), _BATCH):
        last = min(len(views), first + _BATCH)
        codes = views.codes[int(views.bounds[first]) : int(views.bounds[last])]
        owner = np.repeat(np.arange(last - first), np.diff(views.bounds[first : last + 1]))
        dense = is_dense(codes)
        hashes, owners = [np.zeros(0, np.uint64)], [np.zeros(0, np.int64)]
        for size, chosen in ((_HAN, dense), (_LATIN, ~dense)):
            count = max(0, len(codes) - size + 1)
            places = np.flatnonzero(chosen[:count] & (owner[:count] == owner[len(owner) - count :]))
            hashes.append(shingle_hashes(codes, places, size))
            owners.append(owner[places])
        order = np.argsort(np.concatenate(owners), kind="stable")
        if len(order):
            sorted_owners = np.concatenate(owners)[order]
            starts = np.flatnonzero(np.diff(sorted_owners, prepend=-1))
            yield first, np.concatenate(hashes)[order], starts, sorted_owners[starts]


def _neighbours(band: npt.NDArray[np.uint32]) -> Pairs:
    """Return the pairs of views that agree in a band; in crowded buckets each with the first."""
    some = np.flatnonzero((band != np.iinfo(np.uint32).max).any(axis=1))
    keys = np.zeros(len(some), np.uint64)
    for column in range(band.shape[1]):
        keys = (keys ^ band[some, column]) * np.uint64(0x9E3779B97F4A7C15)
        keys ^= keys >> np.uint64(31)
    order = np.argsort(keys, kind="stable")
    keys, members = keys[order], some[order]
    starts = np.flatnonzero(np.concatenate((np.ones(min(1, len(keys)), bool), keys[1:] != keys[:-1])))
    sizes = np.diff(np.append(starts, len(keys)))
    crowd = sizes > _CROWD
    firsts = np.repeat(starts, sizes)
    rest = np.flatnonzero(np.repeat(crowd, sizes) & (np.arange(len(keys)) != firsts))
    found = [np.stack((members[firsts[rest]], members[rest]), axis=1)]
    for size in np.unique(sizes[(sizes > 1) & ~crowd]).tolist():
        buckets = starts[sizes == size]
        for a in range(size):
            for b in range(a + 1, size):
                found.append(np.stack((members[buckets + a], members[buckets + b]), axis=1))
    return np.concatenate(found).astype(np.int64)

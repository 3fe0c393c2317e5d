"""Find all pairs of views with a similarity of at least T, exactly as comparing every pair would.

rapidfuzz's ratio is 1 - indel / (|a| + |b|).  The indel distance is never below the difference of the two bags of
characters, nor below a third of the difference of the two bags of bigrams (one insertion or deletion changes three
bigram counts at most); putting many characters into one bin only lowers both.  So pairs whose bags differ too much
are no pairs, and few others are left to align (Xiao & al., "Ed-Join", 2008, use the same bounds on a q-gram index).
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process

from corpus_cli.dedupe.spread import in_threads
from corpus_cli.dedupe.views import Views

Pairs = npt.NDArray[np.int64]
Bags = npt.NDArray[np.uint8]
Numbers = npt.NDArray[np.int64]
_BINS, _WIDE = 64, 1024
# No count in a bag of characters is above the first (four differences fit into a byte), of bigrams above the second.
_MOST, _WIDE_MOST = 63, 255
# So many of the most frequent characters, by a sample of about so many, have a bin of their own.
_ALONE = 44
_SAMPLE = 1 << 18
_ROWS = 1024
# Fewer views than this are not worth the time that the compiled loop takes to load.
FEW = 1000
# So many pairs are compared at once.
_RUN = 1 << 17
# Keeps the last rounding of rapidfuzz's floating point from costing a pair.
_SLACK = 1e-6


class Rows(NamedTuple):
    """Hold what is scanned: bags of characters, and the views in whose order (by length) they stand."""

    bags: Bags
    views: Views
    order: Numbers


def all_pairs(
    views: Views, threshold: float, workers: int = 1, known: Pairs | None = None, chosen: Numbers | None = None
) -> Pairs:
    """Return the pairs (a < b) of views with fuzz.ratio >= `threshold`, sorted; shape (n, 2).

    Compared with every pair by rapidfuzz the answer is the same; only the time differs.  `known` pairs are left out.
    With `chosen` only the views of these numbers are looked at.
    """
    pairs = bag_pairs(views, threshold, workers, chosen)
    if known is not None:
        pairs = pairs[~np.isin(pair_keys(pairs), pair_keys(known))]
    return verified(views, pairs, threshold, workers)


def verified(views: Views, pairs: Pairs, threshold: float, workers: int = 1) -> Pairs:
    """Return the pairs with fuzz.ratio >= `threshold`; narrowed views are compared first, which loses none."""
    pairs = pairs[ratios(views, pairs, workers) >= threshold]
    if views.codes.max(initial=0) < 128:
        return pairs
    return pairs[ratios(views, pairs, workers, narrow=False) >= threshold]


def ratios(views: Views, pairs: Pairs, workers: int = 1, narrow: bool = True) -> npt.NDArray[np.float64]:
    """Return fuzz.ratio of each pair of views, narrowed or as they are."""
    found = np.empty(len(pairs), np.float64)
    # A run of pairs at a time: each side of a pair is a string of its own.
    for first in range(0, len(pairs), _RUN):
        run = pairs[first : first + _RUN]
        numbers, places = np.unique(run, return_inverse=True)
        texts = (views.chosen(numbers).narrowed() if narrow else views.chosen(numbers)).texts()
        sides = places.reshape(-1, 2)
        left, right = ([texts[n] for n in sides[:, side].tolist()] for side in (0, 1))
        found[first : first + _RUN] = process.cpdist(left, right, scorer=fuzz.ratio, dtype=np.float64, workers=workers)
    return found


def bag_pairs(views: Views, threshold: float, workers: int = 1, chosen: Numbers | None = None) -> Pairs:
    """Return the pairs (a < b) whose bags do not rule out `threshold`, sorted: all true ones, and a few others."""
    order = np.arange(len(views)) if chosen is None else chosen
    order = order[np.argsort(views.lengths[order], kind="stable")]
    rows = Rows(_bags(views, order), views, order)
    allowed = 1 - threshold / 100
    scan = _scan_fast if len(order) >= FEW and find_spec("numba") else _scan_plain
    blocks = range(0, len(order), _ROWS)
    found = in_threads(lambda first: scan(rows, allowed, first), blocks, workers)
    if not found:
        return np.zeros((0, 2), np.int64)
    pairs = order[np.concatenate(found)]
    pairs.sort(axis=1)
    return sorted_pairs(pairs)


def pair_keys(pairs: Pairs) -> npt.NDArray[np.uint64]:
    """Return each pair as one number."""
    return (pairs[:, 0].astype(np.uint64) << np.uint64(32)) | pairs[:, 1].astype(np.uint64)


def sorted_pairs(pairs: Pairs) -> Pairs:
    """Return the pairs in order, each once."""
    return pairs_of(np.unique(pair_keys(pairs)))


def pairs_of(keys: npt.NDArray[np.uint64]) -> Pairs:
    """Return the pairs that numbers stand for."""
    return np.stack((keys >> np.uint64(32), keys & np.uint64(0xFFFFFFFF)), axis=1).astype(np.int64)


def _scan_fast(rows: Rows, allowed: float, first: int) -> Pairs:
    """Return the close pairs of one block of rows, by the compiled loop."""
    from corpus_cli.dedupe.kernels import close_bags

    views, order = rows.views, rows.order
    starts, ends = views.bounds[order], views.bounds[order + 1]
    room = 4096
    while True:
        out = np.empty((room, 2), np.int64)
        last = min(first + _ROWS, len(order))
        found = close_bags(rows.bags, views.codes, starts, ends, allowed, _WIDE, first, last, out)
        if found <= room:
            return out[:found]
        room = found


def _scan_plain(rows: Rows, allowed: float, first: int) -> Pairs:
    """Return the close pairs of one block of rows, by numpy."""
    bags, views, order = rows
    lengths = views.lengths[order]
    found = [np.zeros((0, 2), np.int64)]
    for row in range(first, min(first + _ROWS, len(lengths))):
        reach = (
            int(np.searchsorted(lengths, lengths[row] * (1 + allowed) / (1 - allowed) + 2, side="right"))
            if allowed < 1
            else len(lengths)
        )
        limits = (allowed * (lengths[row] + lengths[row + 1 : reach]) + _SLACK).astype(np.int64)
        later = row + 1 + np.flatnonzero(_differences(bags[row + 1 : reach], bags[row]) <= limits)
        later = later[lengths[later] - lengths[row] <= limits[later - row - 1]]
        for some in range(0, len(later), _ROWS):
            others = later[some : some + _ROWS]
            wide = _bigram_bags(views.chosen(order[np.append(others, row)]))
            others = others[_differences(wide[:-1], wide[-1]) <= 3 * limits[others - row - 1]]
            found.append(np.stack((np.full_like(others, row), others), axis=1))
    return np.concatenate(found)


def _differences(bags: Bags, mine: Bags) -> Pairs:
    """Return how much bags differ from one."""
    apart = np.maximum(mine, bags) - np.minimum(mine, bags)
    sums: Pairs = apart.sum(axis=1, dtype=np.int64)
    return sums


def _bags(views: Views, order: Numbers) -> Bags:
    """Return for each view of `order` the counts of its characters in 64 bins."""
    bins = _bins(views)
    bags = np.empty((len(order), _BINS), np.uint8)
    for first in range(0, len(order), _ROWS):
        some = views.chosen(order[first : first + _ROWS])
        owner = np.repeat(np.arange(0, len(some) * _BINS, _BINS), some.lengths)
        bags[first : first + len(some)] = _counted(owner + bins[some.codes], len(some), _BINS, _MOST)
    return bags


def _bigram_bags(views: Views) -> Bags:
    """Return for each view the counts of its bigrams in 1024 bins."""
    codes = views.codes.astype(np.int64)
    owner = np.repeat(np.arange(len(views)), views.lengths)
    inside = owner[1:] == owner[:-1]
    bigrams = (codes[1:] * 0x9E3779B1 + codes[:-1] * 0x85EBCA6B) >> 7
    return _counted((owner[1:] * _WIDE + bigrams % _WIDE)[inside], len(views), _WIDE, _WIDE_MOST)


def _counted(places: Pairs, rows: int, bins: int, most: int) -> Bags:
    """Return a table of counts, none above `most` (which can only lower a difference)."""
    counts = np.bincount(places, minlength=rows * bins)
    return np.minimum(counts, most).astype(np.uint8).reshape(rows, bins)


def _bins(views: Views) -> npt.NDArray[np.int64]:
    """Return the bin of each code: the most frequent alone, the rest together."""
    # Which characters are frequent, some of them tell; whatever the bins are, the same pairs are found.
    step = max(1, len(views.codes) // _SAMPLE)
    counts = np.bincount(views.codes[::step], minlength=int(views.codes.max(initial=0)) + 1)
    bins = _ALONE + np.arange(len(counts)) % (_BINS - _ALONE)
    frequent = np.argsort(-counts, kind="stable")[:_ALONE]
    bins[frequent] = np.arange(len(frequent))
    return bins

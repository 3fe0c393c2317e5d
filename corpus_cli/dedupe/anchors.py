"""Find pairs of views that share rare shingles: noisy copies, cut copies, and texts that hold one another.

A ratio falls below any useful threshold where a head is cut or a paragraph added, but rare shingles stay.  A shingle
is 3 characters where writing puts no blanks, else 6.  Shingles that many views hold say nothing and are left out
(passim does the same: Smith & al., "Infectious Texts", 2013).
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from corpus_cli.dedupe.spread import in_threads
from corpus_cli.dedupe.views import Views, is_dense

Pairs = npt.NDArray[np.int64]
Shared = npt.NDArray[Any]
Hashes = npt.NDArray[np.uint64]
_HAN, _LATIN = 3, 6
# Shingles in more views than this are left out.
COMMON = 60
# A pair shares at least so many shingles, and so many percent of those of the smaller view.
LEAST, SHARE = 3, 6
# Beyond so many views one shingle in so many is held (a power of two), which keeps memory in bounds.
ALL_SHINGLES, SAMPLE = 400_000, 4
# A part of the hashes has so many keys at most, and they are sorted into so many buckets first (both as bits).
_PART_BITS, _BUCKET_BITS = 24, 11
# Fewer characters than this are not worth the time that the compiled loops take to load.
FEW = 200_000
_MIX = np.uint64(0x9E3779B97F4A7C15)
_ROWS = 4096


class Postings(NamedTuple):
    """Hold which views hold which shingles.

    `members` has the views that share a shingle side by side, ascending.  View `v` stands there at the places
    `places[bounds[v]:bounds[v + 1]]`, each time with as many views of its group before it as `ranks` says.  `norm` is
    how many shingles a view holds in all.
    """

    bounds: Pairs
    places: npt.NDArray[Any]
    ranks: npt.NDArray[np.uint8]
    members: npt.NDArray[np.int32]
    norm: npt.NDArray[Any]


def anchored_pairs(views: Views, apart: npt.NDArray[np.int32] | None = None, workers: int = 1) -> Shared:
    """Return (a, b, percent of the smaller one's shingles shared) for a < b that share enough; sorted, shape (n, 3).

    With `apart` (a number for each view) only views with the same number are put together.
    """
    if len(views) < 2:
        return np.zeros((0, 3), np.int32)
    fast = len(views.codes) >= FEW and find_spec("numba") is not None
    postings = _postings_fast(views, apart, workers) if fast else _postings_plain(views, apart)
    found = _count_fast(postings, workers) if fast else _count_plain(postings)
    norm = np.minimum(postings.norm[found[:, 0]], postings.norm[found[:, 1]])
    found[:, 2] = 100 * found[:, 2].astype(np.int64) // norm
    return found[np.lexsort((found[:, 1], found[:, 0]))]


def _postings_fast(views: Views, apart: npt.NDArray[np.int32] | None, workers: int = 1) -> Postings:
    """Return the postings of all shingles that 2 to COMMON views hold, by the compiled loops.

    The hashes are cut into parts by their high bits, so that parts can be worked at once and none is large.
    """
    from corpus_cli.dedupe.kernels import turned

    keys = len(views.codes) if _skipped(views) == 0 else len(views.codes) // SAMPLE
    parts = 1 << max(int(workers > 1), (keys >> _PART_BITS).bit_length())
    found = in_threads(lambda part: _part(views, apart, part, parts), range(parts), workers)
    norm = np.stack([piece[2] for piece in found]).sum(axis=0, dtype=np.int32)
    sizes, members = (np.concatenate([piece[n] for piece in found]) for n in (0, 1))
    del found
    bounds = _bounds(members, len(views))
    places: npt.NDArray[Any] = np.empty(len(members), _place_kind(members))
    ranks = np.empty(len(members), np.uint8)
    turned(sizes, members, bounds, places, ranks)
    return Postings(bounds, places, ranks, members, norm)


def _part(
    views: Views, apart: npt.NDArray[np.int32] | None, part: int, parts: int
) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    """Return the sizes, members and norms of the groups of one part of the hashes."""
    from corpus_cli.dedupe.kernels import rare_groups, shingle_keys

    buckets = 1 << _BUCKET_BITS
    shift = np.uint64(64 - _BUCKET_BITS - (parts.bit_length() - 1))
    bits, own = _owner_bits(views), np.zeros(len(views), np.int32) if apart is None else apart
    where = views.codes, views.bounds, own, bits, shift, _skipped(views), part * buckets
    ends = np.zeros(buckets, np.int64)
    shingle_keys(*where, ends, np.empty(0, np.uint64))
    keys = np.empty(int(ends.sum()), np.uint64)
    ends = np.cumsum(ends) - ends
    shingle_keys(*where, ends, keys)
    norm, members = np.zeros(len(views), np.int32), np.empty(len(keys), np.int32)
    sizes = np.empty(len(keys) // 2, np.uint8)
    groups, held = rare_groups(keys, ends, bits, shift, COMMON, norm, members, sizes)
    return sizes[:groups].copy(), members[:held].copy(), norm


def _place_kind(members: npt.NDArray[np.int32]) -> np.dtype[Any]:
    """Return the narrowest kind of number for the places in `members`."""
    return np.dtype(np.int32 if len(members) < 1 << 31 else np.int64)


def _skipped(views: Views) -> np.uint64:
    """Return the bits of which a hash must have none: of very many views only a sample of the shingles is held."""
    return np.uint64(0 if len(views) <= ALL_SHINGLES else SAMPLE - 1)


def _owner_bits(views: Views) -> np.uint64:
    """Return how many low bits of a key hold the number of its view."""
    return np.uint64(max(1, int(len(views) - 1).bit_length()))


def _bounds(members: npt.NDArray[np.int32], count: int) -> Pairs:
    """Return where the groups of each view begin and end."""
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(np.bincount(members, minlength=count))))


def _postings_plain(views: Views, apart: npt.NDArray[np.int32] | None) -> Postings:
    """Return the postings of all shingles that 2 to COMMON views hold, by numpy."""
    bits = _owner_bits(views)
    keys = np.concatenate([_keys(views, apart, first, bits) for first in range(0, len(views), _ROWS)])
    keys.sort()
    keys = keys[np.concatenate((np.ones(min(1, len(keys)), bool), keys[1:] != keys[:-1]))]
    owners = (keys & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int32)
    norm = np.bincount(owners, minlength=len(views)).astype(np.int32)
    keys >>= bits
    starts = np.flatnonzero(np.concatenate((np.ones(min(1, len(keys)), bool), keys[1:] != keys[:-1])))
    sizes = np.diff(np.append(starts, len(keys)))
    rare = (sizes > 1) & (sizes <= COMMON)
    members = owners[np.repeat(rare, sizes)]
    sizes = sizes[rare].astype(np.int32)
    ranks = np.arange(len(members)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    places = np.argsort(members, kind="stable").astype(_place_kind(members))
    return Postings(_bounds(members, len(views)), places, ranks[places].astype(np.uint8), members, norm)


def _keys(views: Views, apart: npt.NDArray[np.int32] | None, first: int, bits: np.uint64) -> Hashes:
    """Return the shingles of a run of views, each with the number of its view in the low bits."""
    last = min(len(views), first + _ROWS)
    start, end = int(views.bounds[first]), int(views.bounds[last])
    codes = views.codes[start:end]
    owner = np.repeat(np.arange(first, last, dtype=np.uint64), np.diff(views.bounds[first : last + 1]))
    dense = is_dense(codes)
    found = []
    for size, chosen in ((_HAN, dense), (_LATIN, ~dense)):
        if len(codes) >= size:
            places = np.flatnonzero(
                chosen[: len(codes) - size + 1] & (owner[: len(codes) - size + 1] == owner[size - 1 :])
            )
            hashes = shingle_hashes(codes, places, size)
            if apart is not None:
                hashes ^= apart[owner[places].astype(np.int64)].astype(np.uint64) * _MIX
            sampled = (hashes & _skipped(views)) == 0
            found.append(((hashes[sampled] >> bits) << bits) | owner[places[sampled]])
    return np.concatenate(found) if found else np.zeros(0, np.uint64)


def shingle_hashes(codes: npt.NDArray[np.unsignedinteger], places: Pairs, size: int) -> Hashes:
    """Return a 64-bit hash of the `size` codes at each place."""
    hashes = np.zeros(len(places), np.uint64)
    for n in range(size):
        hashes += codes[places + n]
        hashes *= _MIX
        hashes ^= hashes >> np.uint64(29)
    hashes *= np.uint64(0xBF58476D1CE4E5B9)
    hashes ^= hashes >> np.uint64(32)
    return hashes


def _count_fast(postings: Postings, workers: int = 1) -> Shared:
    """Return the pairs that share enough, by the compiled loop, a block of views at a time."""
    count = len(postings.norm)
    blocks = range(0, count, max(_ROWS, count // 32))
    return np.concatenate(in_threads(lambda first: _counted(postings, first, first + blocks.step), blocks, workers))


def _counted(postings: Postings, first: int, last: int) -> Shared:
    """Return the pairs of one block of views."""
    from corpus_cli.dedupe.kernels import shared_counts

    last = min(last, len(postings.norm))
    room = 8 * (last - first) + 1024
    while True:
        out = np.empty((room, 3), np.int32)
        found = int(shared_counts(*postings, LEAST, SHARE, first, last, out))
        if found <= room:
            return out[:found].copy()
        room = found


def _count_plain(postings: Postings) -> Shared:
    """Return the pairs that share enough, by numpy, one view at a time."""
    bounds, places, ranks, members, norm = postings
    found = [np.zeros((0, 3), np.int32)]
    for view in range(len(norm)):
        mine = slice(bounds[view], bounds[view + 1])
        before = ranks[mine].astype(np.int64)
        ends = np.cumsum(before)
        if not len(ends):
            continue
        others = members[np.arange(ends[-1]) + np.repeat(places[mine] - ends, before)]
        others, counts = np.unique(others, return_counts=True)
        enough = (counts >= LEAST) & (100 * counts >= SHARE * np.minimum(norm[view], norm[others]))
        others, counts = others[enough], counts[enough]
        found.append(np.stack((others, np.full_like(others, view), counts), axis=1).astype(np.int32))
    return np.concatenate(found)

"""Lines that a recognition model wrote twice: near-copies inside one text, and which of the two is the copy."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate, chain

import numpy as np
import numpy.typing as npt

from corpus_cli.split.lines import Line

GRAM = 12
SHARE = 0.9  # of the 12-grams of a line that stand elsewhere
SHORTEST = 14
MOST_HOMES = 4  # of a 12-gram; the first ones count
SLOTS = 16  # of the table of hashes, at least, for each 12-gram that is looked up
_BASES = tuple(np.uint64(pow(0x9E3779B97F4A7C15, power, 1 << 64)) for power in (1, 2, 4))
SURE = 30  # shorter lines (headings, notes) come back by intent; they are copies only beside longer ones


def copied_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indices of lines that are copies of others.

    A line is doubled when nine tenths of its 12-grams stand in other lines.  Doubled lines that touch make a run.  Of
    two runs that double each other the copy is the one that also doubles something before both, or else the later one.
    """
    near = _suspects(lines)
    texts = {index: _plain(lines[index]) for index in near}
    where = _homes(texts)
    owners = {text: _owners(text, where) for text in set(texts.values())}
    doubled = {
        index: homes for index, text in texts.items() if (homes := [home for home in owners[text] if home != index])
    }
    copies: set[int] = set()
    for run in _runs(sorted(doubled)):
        sure = [index for index in run if len(lines[index].text) >= SURE]
        if any(min(doubled[index]) < run[0] and not copies.issuperset(doubled[index]) for index in sure):
            copies.update(run)
        copies.update(index for index in sure if any(run[0] <= home < index for home in doubled[index]))
    return frozenset(copies)


def _suspects(lines: Sequence[Line]) -> list[int]:
    """Return lines that share an anchor, a 12-gram at a step of twelve, with another line."""
    texts = [_plain(line) for line in lines]
    joined = "\n".join(texts)
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    anchors, others = _alike(joined, starts)
    homes: dict[str, int] = {}
    pairs: set[int] = set()
    for at in (*anchors, *others):
        index = bisect_right(starts, at) - 1
        gram = joined[at : at + GRAM]
        home = homes.setdefault(gram, index) if at in anchors else homes.get(gram, index)
        if home != index:
            pairs.update((home, index))
    return sorted(pairs)


def _alike(text: str, starts: Sequence[int]) -> tuple[dict[int, None], list[int]]:
    """Return the anchors that have a hash in common with another place of `text`, and those places, in order.

    The lines of `text` begin at `starts`.  The highest bits of a hash are looked up in a table before all of it is.
    """
    anchors = _anchors(starts)
    if not len(anchors):
        return {}, []
    hashes = _hashes(text)
    bits = (4 * SLOTS * len(anchors)).bit_length()
    slots = hashes >> np.uint64(64 - bits)
    table = np.zeros(1 << bits, dtype=np.bool_)
    table[slots[anchors]] = True
    like = table[slots]
    like[anchors] = False
    mine = hashes[anchors]
    known = mine.copy()
    known.sort()
    places = like.nonzero()[0]
    theirs = hashes[places]
    held = known[known.searchsorted(theirs) % len(known)] == theirs
    shared = np.concatenate((known[1:][known[1:] == known[:-1]], theirs[held]))
    if not len(shared):
        return {}, []
    shared.sort()
    again = shared[shared.searchsorted(mine) % len(shared)] == mine
    return dict.fromkeys(anchors[again].tolist()), places[held].tolist()


def _anchors(starts: Sequence[int]) -> npt.NDArray[np.intp]:
    """Return each twelfth place of each line up to where its last 12-gram begins, for lines that begin at `starts`."""
    begins = np.array(starts, dtype=np.intp)
    counts = (np.diff(begins) - 1) // GRAM
    before = counts.cumsum() - counts
    anchors: npt.NDArray[np.intp] = np.repeat(begins[:-1] - GRAM * before, counts) + GRAM * np.arange(counts.sum())
    return anchors


def _hashes(text: str) -> npt.NDArray[np.uint64]:
    """Return the hash of each 12-gram: a polynomial of the code points modulo 2^64, built up by doubling."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    one, square, fourth = _BASES
    two = codes[:-1] * one + codes[1:]
    four = two[:-2] * square + two[2:]
    eight = four[:-4] * fourth + four[4:]
    hashes: npt.NDArray[np.uint64] = eight[:-4] * fourth + four[8:]
    return hashes


def _homes(texts: Mapping[int, str]) -> dict[str, tuple[int, ...]]:
    """Return for each 12-gram that stands in two of the lines or more the first few of them."""
    homes: dict[str, tuple[int, ...]] = {}
    printed: Counter[str] = Counter()
    # of lines that print the same the first few are homes enough for all their grams
    rows = [(index, text) for index, text in texts.items() if (printed.update((text,)) or printed[text]) <= MOST_HOMES]
    joined = "\n".join([text for _, text in rows])
    starts = np.array([0, *accumulate(len(text) + 1 for _, text in rows)])
    places = _often(joined)
    owners = starts.searchsorted(places, "right") - 1
    inside = places + GRAM < starts[owners + 1]
    for at, row in zip(places[inside].tolist(), owners[inside].tolist(), strict=True):
        index = rows[row][0]
        gram = joined[at : at + GRAM]
        known = homes.get(gram)
        if known is None:
            homes[gram] = (index,)
        elif known[-1] != index and len(known) < MOST_HOMES:
            homes[gram] = (*known, index)
    return {gram: known for gram, known in homes.items() if len(known) > 1}


def _often(text: str) -> npt.NDArray[np.intp]:
    """Return where a 12-gram of `text` has the highest bits of its hash in common with another one."""
    if len(text) < GRAM:
        return np.zeros(0, dtype=np.intp)
    bits = (SLOTS * len(text)).bit_length()
    slots = (_hashes(text) >> np.uint64(64 - bits)).astype(np.intp)
    return (np.bincount(slots)[slots] > 1).nonzero()[0]


def _owners(text: str, where: Mapping[str, tuple[int, ...]]) -> list[int]:
    """Return the lines that hold what a text says, [] when less than `SHARE` of it stands in two lines or more."""
    grams = len(text) - GRAM + 1
    # a copy begins where its original or a paragraph of it begins: 三要… after 二要… goes on, however alike the rest is
    if len(text) < SHORTEST or text[:GRAM] not in where:
        return []
    found = [homes for at in range(grams) if (homes := where.get(text[at : at + GRAM]))]
    if len(found) < SHARE * grams:
        return []
    hits = Counter(chain.from_iterable(found))
    return sorted(home for home, count in hits.items() if count > 2)


def _runs(indices: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for index in indices:
        if runs and runs[-1][-1] + 1 == index:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _plain(line: Line) -> str:
    return line.text.lstrip("# ")

"""Choose which copies stay: every unit that goes is verified against the unit that stays, never against a chain."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from corpus_cli.dedupe.findings import Copy

# So many pairs are Python's numbers at a time.
_RUN = 4096


@dataclass(frozen=True, slots=True)
class Stars:
    """Hold the outcome for some components.

    `kept_for` maps each unit that goes to the unit that stays and how it is a copy; `cluster` maps each unit that has a
    copy to the first unit, by rank, of all that are linked with it by verdicts.
    """

    kept_for: dict[int, tuple[int, Copy]] = field(default_factory=dict)
    cluster: dict[int, int] = field(default_factory=dict)


class Links:
    """Join units that verdicts have linked (a disjoint-set forest)."""

    def __init__(self, count: int) -> None:
        self._parent = array("q", range(count))

    def root(self, unit: int) -> int:
        """Return the representative of the unit's component."""
        parent = self._parent
        while parent[unit] != unit:
            parent[unit] = parent[parent[unit]]
            unit = parent[unit]
        return unit

    def roots(self) -> npt.NDArray[np.int64]:
        """Return the representatives of all units."""
        roots = np.array(self._parent, np.int64)
        while not np.array_equal(further := roots[roots], roots):
            roots = further
        return roots

    def join(self, first: int, second: int) -> None:
        """Put two components together; the smaller number represents them."""
        first, second = self.root(first), self.root(second)
        self._parent[max(first, second)] = min(first, second)


def each_pair(pairs: npt.NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """Yield the rows of a table of pairs."""
    for first in range(0, len(pairs), _RUN):
        yield from map(tuple, pairs[first : first + _RUN].tolist())


def stars(
    pairs: npt.NDArray[np.int64],
    links: Links,
    rank: Callable[[int], object],
    removable: Callable[[int, int], Copy | None],
    longer: Callable[[int, int], bool],
    prepare: Callable[[Sequence[tuple[int, int]]], None] = lambda pairs: None,
) -> Iterator[Stars]:
    """Yield what stays and what goes among the units that `links` joins, some components at a time.

    `pairs` are the candidates, `rank` sorts units (what should stay first), and `removable(unit, kept)` says how the
    unit is a copy if it may go for the sake of the kept one, else None; `longer(a, b)` compares two units.  Units are
    visited by rank, those that others hold behind these: one goes to the best of the kept units around it, or stays.
    `prepare` is told of many pairs at once for which `removable` is going to be asked.
    """
    for edges, roots in _components(pairs, links.roots()):
        around: dict[int, list[int]] = {}
        components: dict[int, list[int]] = {}
        for (first, second), root in zip(edges, roots, strict=True):
            for unit, other in ((first, second), (second, first)):
                if unit not in around:
                    around[unit] = []
                    components.setdefault(root, []).append(unit)
                around[unit].append(other)
        held = {unit: [other for other in others if longer(other, unit)] for unit, others in around.items()}
        prepare([(unit, other) for unit, others in held.items() for other in others])
        for members in components.values():
            members.sort(key=rank)  # type: ignore[arg-type]
            # A unit that another holds, and more, is visited behind it, whatever the rank: so nothing is lost.
            members.sort(key=lambda unit: _holders(unit, held[unit], removable))
        prepare([(unit, members[0]) for members in components.values() for unit in around[members[0]]])
        found = Stars()
        for members in components.values():
            found.cluster.update(dict.fromkeys(members, members[0]))
            _choose(members, around, removable, found.kept_for)
        yield found


def _components(
    pairs: npt.NDArray[np.int64], roots: npt.NDArray[np.int64]
) -> Iterator[tuple[list[list[int]], list[int]]]:
    """Yield the pairs inside components, with the representative of each: some whole components at a time."""
    inside = pairs[roots[pairs[:, 0]] == roots[pairs[:, 1]]]
    owners = roots[inside[:, 0]]
    order = np.argsort(owners, kind="stable")
    inside, owners = inside[order], owners[order]
    starts = np.flatnonzero(np.diff(owners, prepend=-1))
    cuts = np.unique(np.searchsorted(starts, np.arange(0, len(inside), _RUN)))
    bounds = [*starts[cuts[cuts < len(starts)]].tolist(), len(inside)]
    for start, end in pairwise(bounds):
        yield inside[start:end].tolist(), owners[start:end].tolist()


def _holders(unit: int, others: Iterable[int], removable: Callable[[int, int], Copy | None]) -> int:
    """Return how many units around hold this one and more."""
    return sum(removable(unit, other) is not None and removable(other, unit) is None for other in others)


def _choose(
    members: Iterable[int],
    around: dict[int, list[int]],
    removable: Callable[[int, int], Copy | None],
    kept_for: dict[int, tuple[int, Copy]],
) -> None:
    """Decide for each member, in order of rank, whether it goes and to which unit."""
    place: dict[int, int] = {}
    for unit in members:
        near = {kept_for[other][0] if other in kept_for else other for other in around[unit]}
        verdicts = ((kept, removable(unit, kept)) for kept in sorted(near & place.keys(), key=place.__getitem__))
        offers = [(kept, verdict) for kept, verdict in verdicts if verdict is not None]
        if offers:
            kept_for[unit] = max(offers, key=lambda offer: _closeness(offer[1]))
        else:
            place[unit] = len(place)


def _closeness(verdict: Copy) -> tuple[bool, float]:
    """Return how close a copy is: a copy of the whole before one of a part."""
    return verdict.method in ("exact", "near"), verdict.score

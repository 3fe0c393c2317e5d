"""Score found duplicates against duplicates that a person marked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from corpus_cli.errors import BadRecord
from corpus_cli.evaluate.measures import f1, pairs, share
from corpus_cli.evaluate.rows import Row, number_in

SAME_UNIT = 0.5
"""Share of the two spans together that they must have in common to count as one unit."""


class Unit(NamedTuple):
    """Name a record (`start` = `end` = 0) or a span of it, in code points."""

    id: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class DuplicateScore:
    """Hold the counts of a scored removal of duplicates.

    Units that are duplicates of one another, directly or through others, make a cluster; all others stand alone.

    - `precision` = pairs of units that share a cluster in both / pairs that share one in the prediction
    - `recall` = pairs that share a cluster in both / pairs that share one in the gold; `f1` their harmonic mean
    - `ari` = adjusted Rand index (Hubert and Arabie 1985) over all units: (hits − expected) / ((gold pairs +
      predicted pairs) / 2 − expected), expected = gold pairs × predicted pairs / all pairs
    - `removal_precision`, `removal_recall`: units that prediction and gold both remove / those that the prediction,
      or the gold, removes; from rows of clusters all units of a cluster but the first are removed
    """

    units: int
    gold_pairs: int
    found_pairs: int
    right_pairs: int
    gold_removed: int
    found_removed: int
    right_removed: int

    @property
    def f1(self) -> float:
        """Return the harmonic mean of pair precision and pair recall (0–1)."""
        return f1(self.right_pairs, self.found_pairs, self.gold_pairs)

    @property
    def ari(self) -> float:
        """Return the adjusted Rand index: 1 for the same clusters, about 0 for chance."""
        expected = share(self.gold_pairs * self.found_pairs, pairs(self.units))
        mean = (self.gold_pairs + self.found_pairs) / 2
        return share(self.right_pairs - expected, mean - expected, empty=1.0)

    def as_dict(self) -> dict[str, float]:
        """Return the measures (0–1) and then the counts they rest on."""
        return {
            "precision": share(self.right_pairs, self.found_pairs, empty=1.0),
            "recall": share(self.right_pairs, self.gold_pairs, empty=1.0),
            "f1": self.f1,
            "ari": self.ari,
            "removal_precision": share(self.right_removed, self.found_removed, empty=1.0),
            "removal_recall": share(self.right_removed, self.gold_removed, empty=1.0),
            "units": self.units,
            "gold_pairs": self.gold_pairs,
            "found_pairs": self.found_pairs,
            "right_pairs": self.right_pairs,
            "gold_removed": self.gold_removed,
            "found_removed": self.found_removed,
            "right_removed": self.right_removed,
        }


def score_duplicates(gold: Iterable[Row], pred: Iterable[Row], units: int = 0) -> DuplicateScore:
    """Return how well the duplicates of `pred` agree with those of `gold`.

    Rows are either removed units as `dedupe --removed` writes them (`id`, `start`, `end`, `dup_of`, `dup_start`,
    `dup_end`; without offsets a whole record), or units with their cluster (`id`, `cluster` or `dup_cluster`, with
    or without `start` and `end`).  `units` is how many units the corpus has, as far as known: those that no row
    names stand alone.  A predicted span is the gold's unit that it shares at least half of their union with.
    Raises BadRecord where a row has neither `dup_of` nor a cluster.
    """
    wanted = _Partition.of(gold, "gold")
    found = _Partition.of(pred, "prediction").matched(wanted)
    shared = Counter((wanted.clusters.get(unit, unit), cluster) for unit, cluster in found.clusters.items())
    return DuplicateScore(
        units=max(units, len(wanted.clusters.keys() | found.clusters.keys())),
        gold_pairs=wanted.pairs(),
        found_pairs=found.pairs(),
        right_pairs=sum(map(pairs, shared.values())),
        gold_removed=len(wanted.removed),
        found_removed=len(found.removed),
        right_removed=len(wanted.removed & found.removed),
    )


@dataclass(frozen=True, slots=True)
class _Partition:
    """Hold the cluster of each unit, a cluster being named by one of its units, and the units that are removed."""

    clusters: dict[Unit, Unit]
    removed: frozenset[Unit]

    @classmethod
    def of(cls, rows: Iterable[Row], name: str) -> _Partition:
        links: list[tuple[Unit, Unit]] = []
        alone: list[Unit] = []
        first: dict[str, Unit] = {}
        for number, row in enumerate(rows, 1):
            where = f"{name}, row {number}"
            unit = _unit(row, "id", "start", "end", where)
            if row.get("dup_of"):
                links.append((unit, _unit(row, "dup_of", "dup_start", "dup_end", where)))
            elif cluster := row.get("cluster") or row.get("dup_cluster"):
                links.append((unit, first.setdefault(str(cluster), unit)))
            elif "dup_of" in row or "dup_cluster" in row:
                alone.append(unit)
            else:
                remedy = "Give removed units, or units with their cluster."
                raise BadRecord("a row has neither `dup_of` nor `cluster`", where=where, remedy=remedy)
        removed = frozenset(unit for unit, other in links if unit != other)
        return cls(_linked(links, alone), removed)

    def pairs(self) -> int:
        return sum(map(pairs, Counter(self.clusters.values()).values()))

    def matched(self, other: _Partition) -> _Partition:
        """Return this partition with the names that `other` has for the same units."""
        theirs: dict[str, list[Unit]] = defaultdict(list)
        for unit in other.clusters:
            theirs[unit.id].append(unit)
        names = {unit: _same(unit, theirs[unit.id]) for unit in self.clusters}
        clusters = {names[unit]: names[cluster] for unit, cluster in self.clusters.items()}
        return _Partition(clusters, frozenset(names[unit] for unit in self.removed))


def _unit(row: Row, id_: str, start: str, end: str, where: str) -> Unit:
    if row.get(id_) is None:
        raise BadRecord(f"a row has no `{id_}`", where=where, remedy="Add it.")
    if row.get(start) is None:
        return Unit(str(row[id_]))
    return Unit(str(row[id_]), number_in(row, start, where), number_in(row, end, where))


def _linked(links: Sequence[tuple[Unit, Unit]], alone: Sequence[Unit]) -> dict[Unit, Unit]:
    """Return for each unit the head of all units that links tie it to (union-find)."""
    heads: dict[Unit, Unit] = {unit: unit for unit in alone}

    def head(unit: Unit) -> Unit:
        while heads.setdefault(unit, unit) != unit:
            heads[unit] = heads[heads[unit]]
            unit = heads[unit]
        return unit

    for unit, other in links:
        heads[head(unit)] = head(other)
    return {unit: head(unit) for unit in list(heads)}


def _same(unit: Unit, others: Sequence[Unit]) -> Unit:
    """Return the one of `others` that is this unit, else the unit itself."""
    best = max(others, key=lambda other: _overlap(unit, other), default=unit)
    return best if _overlap(unit, best) >= SAME_UNIT else unit


def _overlap(one: Unit, other: Unit) -> float:
    """Return what two spans have in common, as a share of their union (Jaccard, 0–1)."""
    if one[1:] == other[1:]:
        return 1.0
    common = min(one.end, other.end) - max(one.start, other.start)
    return share(max(0, common), max(one.end, other.end) - min(one.start, other.start))

"""Find the near-duplicates among units of text, prove each, and choose what stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from corpus_cli.dedupe.candidates import Candidates, candidates
from corpus_cli.dedupe.headings import bare, is_heading
from corpus_cli.dedupe.options import SHORT, DedupeOptions
from corpus_cli.dedupe.proof import Proof
from corpus_cli.dedupe.stars import Links, stars
from corpus_cli.dedupe.unions import Union, unions
from corpus_cli.dedupe.units import Units
from corpus_cli.dedupe.verdict import Verdict
from corpus_cli.dedupe.views import Views
from corpus_cli.text.folding import fold

Numbers = npt.NDArray[np.int64]
Rank = Callable[[int], tuple[object, ...]]
EXACT = Verdict(True, 100.0, "exact", 99.0, "exact")
HEADING = Verdict(True, 100.0, "heading", 99.0, "contained")


@dataclass(slots=True)
class Decision:
    """Hold what was decided on the units.

    `kept_for` maps each unit that goes to the unit that stays and the verdict on the two; `cluster` maps each unit
    that has a copy to the first one of its cluster; `misses` are refused pairs, the closest first; `pieces` are the
    units whose union a unit is; `short` counts the units too short to be compared by more than their digest.
    """

    kept_for: dict[int, tuple[int, Verdict]] = field(default_factory=dict)
    cluster: dict[int, int] = field(default_factory=dict)
    misses: list[tuple[Verdict, int, int]] = field(default_factory=list)
    pieces: dict[int, tuple[int, ...]] = field(default_factory=dict)
    short: int = 0
    headings: int = 0
    distinct: int = 0
    judged: int = 0
    search: Candidates | None = None


def decide(units: Units, views: Views, options: DedupeOptions, rank: Rank) -> Decision:
    """Return what stays and what goes; `rank` gives the sort key of a unit, what should stay first."""
    decision = Decision()
    apart = units.record if options.scope == "document" else None
    groups = _groups(views, apart)
    decision.distinct = len(groups)
    plain = _Plain(units, views, options)
    leaders = []
    for group in groups:
        if len(group) > 1:
            group.sort(key=rank)
            _settle_exact(group, plain, decision)
        if plain.is_compared(group[0]):
            leaders.append(group[0])
    decision.short, decision.headings = plain.short, plain.headings
    _settle_near(np.array(sorted(leaders), np.int64), units, views, options, rank, decision)
    _follow(decision)
    if options.unit != "record":
        _settle_headings(units, decision)
    return decision


class _Plain:
    """Say of units by themselves whether they may go, and whether they are compared by more than their digest."""

    def __init__(self, units: Units, views: Views, options: DedupeOptions) -> None:
        self._units = units
        self._lengths = views.lengths
        self._options = options
        self.short = int((self._lengths < SHORT).sum())
        self.headings = 0

    def is_compared(self, unit: int) -> bool:
        """Say whether a unit is long enough, and no heading, which go only with the text they head."""
        if self._lengths[unit] < SHORT:
            return False
        heading = self._options.unit != "record" and is_heading(self._units.text(unit))
        self.headings += heading
        return not heading

    def may_go(self, unit: int) -> bool:
        """Say whether a unit may be removed where it has an exact copy."""
        if unit < self._units.reference:
            return False
        if self._lengths[unit] < SHORT:
            return self._options.short and self._lengths[unit] > 0
        return self._options.unit == "record" or not is_heading(self._units.text(unit))


def _groups(views: Views, apart: npt.NDArray[np.int32] | None) -> list[list[int]]:
    """Return the units of each folded view, in order of first appearance."""
    groups: dict[object, list[int]] = {}
    for unit, digest in enumerate(views.digests()):
        groups.setdefault(digest if apart is None else (digest, int(apart[unit])), []).append(unit)
    return list(groups.values())


def _settle_exact(group: Sequence[int], plain: _Plain, decision: Decision) -> None:
    """Let all units of a group go for the first, where they may."""
    for unit in group[1:]:
        if plain.may_go(unit):
            decision.kept_for[unit] = (group[0], EXACT)
            decision.cluster[unit] = decision.cluster[group[0]] = group[0]


def _settle_near(
    leaders: Numbers, units: Units, views: Views, options: DedupeOptions, rank: Rank, decision: Decision
) -> None:
    """Search, judge and choose among the leaders of the exact groups."""
    chosen = views.chosen(leaders)
    apart = units.record[leaders] if options.scope == "document" else None
    found = candidates(chosen, options, apart)
    reference = int(np.searchsorted(leaders, units.reference))
    pairs = [(a, b) for a, b in found.pairs.tolist() if b >= reference]
    proof = Proof(chosen, options.threshold)
    links = Links(len(leaders))
    proof.link(pairs, links)
    numbers = leaders.tolist()
    held = _settle_unions(unions(chosen, pairs, _following(units, leaders), reference), numbers, rank, decision)

    def removable(unit: int, kept: int) -> Verdict | None:
        free = unit >= reference and unit not in held and kept not in held
        return proof.removable(unit, kept) if free else None

    outcome = stars(pairs, links, lambda n: rank(numbers[n]), removable)
    decision.kept_for.update((numbers[a], (numbers[b], verdict)) for a, (b, verdict) in outcome.kept_for.items())
    decision.cluster.update((numbers[a], numbers[b]) for a, b in outcome.cluster.items())
    misses = proof.near_misses(links, options.near_misses)
    decision.misses = [(proof.verdict(a, b), numbers[a], numbers[b]) for _, a, b in misses]
    decision.judged, decision.search = proof.judged, found


def _following(units: Units, leaders: Numbers) -> Callable[[int], bool]:
    """Return the test whether a leader stands in the same record as the one before it."""
    same = np.diff(units.record[leaders], prepend=-1) == 0
    return lambda leader: bool(same[leader])


def _settle_unions(found: Iterable[Union], numbers: Sequence[int], rank: Rank, decision: Decision) -> set[int]:
    """Let the unions go for their largest pieces; return the views that went."""
    gone: set[int] = set()
    pieces: set[int] = set()
    for union in found:
        if union.view in pieces or gone.intersection(union.pieces):
            continue
        gone.add(union.view)
        pieces.update(union.pieces)
        unit = numbers[union.view]
        kept = [numbers[piece] for piece in union.pieces]
        decision.kept_for[unit] = (kept[0], union.verdict)
        decision.pieces[unit] = tuple(kept)
    return gone


def _follow(decision: Decision) -> None:
    """Let the exact copies of a unit that goes go for the unit that stays: their views are the same."""
    for unit, (kept, verdict) in list(decision.kept_for.items()):
        further, proof = decision.kept_for.get(kept, (kept, verdict))
        if further != kept:
            decision.kept_for[unit] = (further, proof if verdict.method == "exact" else verdict)
            if kept in decision.pieces:
                decision.pieces[unit] = decision.pieces[kept]
        if kept in decision.cluster:
            decision.cluster[unit] = decision.cluster[kept]
    for unit, pieces in decision.pieces.items():
        stay = (decision.kept_for.get(piece, (piece, None))[0] for piece in pieces)
        decision.pieces[unit] = tuple(dict.fromkeys(stay))


def _settle_headings(units: Units, decision: Decision) -> None:
    """Let a heading go where the text it heads is a copy of text under the same heading."""
    for unit in range(len(units) - 2, units.reference - 1, -1):
        if unit + 1 not in decision.kept_for or units.record[unit] != units.record[unit + 1]:
            continue
        if unit in decision.kept_for or not is_heading(units.text(unit)):
            continue
        kept = decision.kept_for[unit + 1][0]
        words = fold(bare(units.text(unit))).text
        for origin in (*decision.pieces.get(unit + 1, (kept,)), kept - 1):
            if origin >= 0 and origin not in decision.kept_for and _begins(units, origin, words):
                decision.kept_for[unit] = (origin, HEADING)
                break


def _begins(units: Units, origin: int, words: str) -> bool:
    """Say whether a unit begins with the words of a heading."""
    return fold(bare(units.text(origin))).text.startswith(words)

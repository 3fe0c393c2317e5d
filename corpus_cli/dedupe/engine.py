"""Find the near-duplicates among units of text, prove each, and choose what stays."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

import numpy as np
import numpy.typing as npt

from corpus_cli.dedupe.boilerplate import Boilerplate, boilerplate
from corpus_cli.dedupe.candidates import Candidates, Pairs, candidates
from corpus_cli.dedupe.exact import Groups, exact_groups
from corpus_cli.dedupe.findings import Copy
from corpus_cli.dedupe.headings import is_label, settle_headings
from corpus_cli.dedupe.keep import Keeper, places
from corpus_cli.dedupe.options import SHORT, DedupeOptions
from corpus_cli.dedupe.passages import Passage, chosen_cuts, says_enough, shared_passages
from corpus_cli.dedupe.proof import Proof
from corpus_cli.dedupe.speakers import LONGEST, is_brief
from corpus_cli.dedupe.stars import Links, each_pair, stars
from corpus_cli.dedupe.unions import Union, unions
from corpus_cli.dedupe.units import Units
from corpus_cli.dedupe.verdict import CLAUSE, OWN_PASSAGE
from corpus_cli.dedupe.views import Views
from corpus_cli.text.folding import fold

Numbers = npt.NDArray[np.int64]
EXACT = Copy(100.0, "exact", "exact")


@dataclass(slots=True)
class Decision:
    """Hold what was decided on the units.

    `kept_for` maps each unit that goes to the unit that stays and how it is a copy; `cluster` maps each unit
    that has a copy to the first one of its cluster; `misses` are refused pairs, the closest first; `pieces` are the
    units whose union a unit is; `sharing` are pairs that may share a passage, `cuts` the passages that go; `short`
    counts the units too short to be compared by more than their digest.
    """

    keeper: Keeper
    kept_for: dict[int, tuple[int, Copy]] = field(default_factory=dict)
    cluster: dict[int, int] = field(default_factory=dict)
    pieces: dict[int, tuple[int, ...]] = field(default_factory=dict)
    misses: list[tuple[int, int]] = field(default_factory=list)
    sharing: Pairs = field(default_factory=lambda: np.zeros((0, 2), np.int64))
    cuts: dict[int, Passage] = field(default_factory=dict)
    boilerplate: list[Boilerplate] = field(default_factory=list)
    short: int = 0
    headings: int = 0
    distinct: int = 0
    search: Candidates | None = None


def decide(units: Units, views: Views, options: DedupeOptions, faults: Mapping[str, int]) -> Decision:
    """Return what stays and what goes; `faults` counts the faults of records by id.

    The memory of `views` is used for those that are compared; the others are lost.
    """
    return _Case(units, views, options, faults).decided()


class _Case:
    """Go through the steps of one decision.

    `leaders` are the first units of the views that are judged, `views` theirs; `first_of` gives the first unit of each
    view that several units have.
    """

    def __init__(self, units: Units, views: Views, options: DedupeOptions, faults: Mapping[str, int]) -> None:
        self.units, self.options = units, options
        self.lengths = views.lengths
        self.groups: Groups = exact_groups(views, self._apart())
        self.is_short = self._short(views)
        self.first_of = {unit: first for first, group in self.groups.twins.items() for unit in group}
        self.decision = Decision(Keeper(options.keep, units, self.lengths, faults, view=self._view))  # type: ignore[arg-type]
        self.decision.boilerplate = self._boilerplate()
        self.stay = frozenset(found.unit for found in self.decision.boilerplate)
        self.leaders = self._leaders()
        self.views = views.kept(self.leaders)

    def decided(self) -> Decision:
        """Return the decision."""
        decision = self.decision
        found = candidates(self.views, self.options, self._apart(self.leaders))
        first = int(np.searchsorted(self.leaders, self.units.reference))
        pairs = found.pairs[found.pairs[:, 1] >= first] if first else found.pairs
        proof = Proof(self.views, self.options.threshold, self.options.passages)
        links = Links(len(self.leaders))
        proof.link(self._likeliest_first(pairs), links, self.options.workers)
        self._rank(links, pairs)
        self._settle_near(pairs, links, proof, first)
        self._settle_exact()
        _follow(decision)
        if self.options.unit != "record":
            decision.kept_for.update(settle_headings(self.units, decision.kept_for, decision.pieces))
        self._settle_passages(proof, links)
        decision.short = int(self.is_short.sum())
        decision.distinct, decision.search = len(self.groups.firsts), found
        return decision

    def _apart(self, chosen: Numbers | None = None) -> npt.NDArray[np.int32] | None:
        """Return the record of each unit where units of different records are not to be compared."""
        if self.options.scope != "document":
            return None
        return self.units.record if chosen is None else self.units.record[chosen]

    def _short(self, views: Views) -> npt.NDArray[np.bool_]:
        """Return which units are too short to be anything but equal, the name of a speaker left aside."""
        short = self.lengths < SHORT
        lengths = self.lengths[self.groups.firsts]
        for unit in self.groups.firsts[(lengths >= SHORT) & (lengths < SHORT + LONGEST)].tolist():
            if is_brief(views.text(unit)):
                short[list(self.groups.members(unit))] = True
        return short

    def _boilerplate(self) -> list[Boilerplate]:
        """Return the units that are the same by intent; records of one unit stand nowhere, so none of theirs."""
        if self.options.unit == "record":
            return []
        found = boilerplate(self.units, self.groups.twins.values())
        return [one for one in found if one.kind != "standing" or self._has_neighbours(one.unit)]

    def _has_neighbours(self, unit: int) -> bool:
        """Say whether the record of a unit has others."""
        return len(self.units.of_record(int(self.units.record[unit]))) > 1

    def _leaders(self) -> Numbers:
        """Return the first unit of each view that is long enough and no heading, which go with the text they head."""
        long = self.groups.firsts[~self.is_short[self.groups.firsts]]
        if self.options.unit == "record":
            return long
        plain = [unit for unit in long.tolist() if unit not in self.stay and not self._is_heading(unit)]
        self.decision.headings = len(long) - len(plain)
        return np.array(plain, np.int64)

    def _is_heading(self, unit: int) -> bool:
        """Say whether a unit is a heading or another line that is repeated by right."""
        return self.options.unit != "record" and self.lengths[unit] <= 2 * 60 and is_label(self.units.text(unit))

    def _may_go(self, unit: int) -> bool:
        """Say whether a unit may be removed where it has an exact copy."""
        if unit < self.units.reference or unit in self.stay:
            return False
        if self.is_short[unit]:
            return self.options.short and bool(self.lengths[unit])
        return not self._is_heading(unit)

    def _likeliest_first(self, pairs: Pairs) -> Pairs:
        """Return the pairs with those of the longest units first: their verdicts serve again when the best is chosen.

        The order decides nothing: what is linked in the end is the same.
        """
        lengths = self.lengths[self.leaders][pairs].sum(axis=1)
        return pairs[np.lexsort((pairs[:, 1], pairs[:, 0], -lengths))]

    def _rank(self, links: Links, pairs: Pairs) -> None:
        """Sort the units of each view by the policy; the best one leads its view."""
        roots = links.roots()
        linked = self.leaders[np.unique(pairs[roots[pairs[:, 0]] == roots[pairs[:, 1]]])]
        twins = np.fromiter(chain.from_iterable(self.groups.twins.values()), np.int64)
        copied = np.union1d(linked, twins).tolist()
        keeper = self.decision.keeper
        if self.options.unit != "record" and self.options.keep not in ("first", "longest"):
            keeper.standing = places(self.units, copied)
        keeper.prepare(copied, self.options.workers)
        for group in self.groups.twins.values():
            group.sort(key=keeper.rank)

    def _best(self) -> Sequence[int]:
        """Return for each leader the best unit of its view."""
        best = array("q", self.leaders.tobytes())
        for first, group in self.groups.twins.items():
            place = self._leader(first)
            if place is not None:
                best[place] = group[0]
        return best

    def _leader(self, first: int) -> int | None:
        """Return which leader the first unit of a view is, if it is one."""
        place = int(np.searchsorted(self.leaders, first))
        return place if place < len(self.leaders) and self.leaders[place] == first else None

    def _view(self, unit: int) -> str:
        """Return the folded view of a unit: that of its leader, or made anew."""
        place = self._leader(self.first_of.get(unit, unit))
        return fold(self.units.text(unit)).text if place is None else self.views.text(place)

    def _settle_near(self, pairs: Pairs, links: Links, proof: Proof, first: int) -> None:
        """Choose among the leaders that verdicts link."""
        decision, rank = self.decision, self.decision.keeper.rank
        numbers = self._best()
        joined = () if self.options.unit == "record" else unions(proof.views, each_pair(pairs), self._follows(), first)
        held = _settle_unions(joined, numbers, decision)

        def removable(unit: int, kept: int) -> Copy | None:
            free = unit >= first and unit not in held and kept not in held
            return proof.removable(unit, kept) if free else None

        lengths = proof.lengths
        outcomes = stars(
            pairs,
            links,
            lambda n: rank(numbers[n]),
            removable,
            lambda a, b: is_longer(lengths[a], lengths[b]),
            proof.judge,
        )
        for found in outcomes:
            decision.kept_for.update((numbers[a], (numbers[b], copy)) for a, (b, copy) in found.kept_for.items())
            decision.cluster.update((numbers[a], numbers[b]) for a, b in found.cluster.items())
        misses = proof.near_misses(links, self.options.near_misses)
        decision.misses = [(numbers[a], numbers[b]) for a, b in misses]

    def _settle_passages(self, proof: Proof, links: Links) -> None:
        """Note the pairs that may share a passage, and choose the passages that go if any are to go."""
        numbers = self._best()
        decision, roots = self.decision, links.roots()
        pairs = proof.sharing()
        pairs = np.array(numbers, np.int64)[pairs[roots[pairs[:, 0]] != roots[pairs[:, 1]]]]
        decision.sharing = pairs[~np.isin(pairs, np.fromiter(decision.kept_for, np.int64)).any(axis=1)]
        if self.options.passages:
            passages = shared_passages(self.units, each_pair(decision.sharing), decision.keeper.rank)
            weighty = [passage for passage in passages if says_enough(self.units, passage)]
            decision.cuts = chosen_cuts(weighty, self.units.reference)

    def _settle_exact(self) -> None:
        """Let all units of a view go for the first by rank, where they may."""
        for group in self.groups.twins.values():
            for unit in group[1:]:
                if self._may_go(unit):
                    self.decision.kept_for[unit] = (group[0], EXACT)
                    self.decision.cluster.setdefault(group[0], group[0])
                    self.decision.cluster[unit] = self.decision.cluster[group[0]]

    def _follows(self) -> Callable[[int], bool]:
        """Return the test whether a leader stands in the same record as the one before it."""
        same = np.diff(self.units.record[self.leaders], prepend=-1) == 0
        return lambda leader: bool(same[leader])


def is_longer(length: int, other: int) -> bool:
    """Say whether a view may have a passage of its own beside another, by their lengths: noise may hide half of it."""
    return 2 * (length - other) >= max(CLAUSE, OWN_PASSAGE * length)


def _settle_unions(found: Iterable[Union], numbers: Sequence[int], decision: Decision) -> set[int]:
    """Let the unions go for their pieces; return the views that went."""
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
    for unit, (kept, verdict) in decision.kept_for.items():
        further, proof = decision.kept_for.get(kept, (kept, verdict))
        if further != kept:
            decision.kept_for[unit] = (further, proof if verdict.method == "exact" else verdict)
            if kept in decision.pieces:
                decision.pieces[unit] = decision.pieces[kept]
    for unit, pieces in decision.pieces.items():
        stay = (decision.kept_for.get(piece, (piece, None))[0] for piece in pieces)
        decision.pieces[unit] = tuple(dict.fromkeys(stay))

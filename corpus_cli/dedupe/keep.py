"""Choose which of several copies stays: the policies of `--keep`.

`best`: the copy with the most sound text (`soundness`), then the one in its right place, then the first.  Fewest
faults and most complete are one measure, because a copy that lacks a sentence is no better for being clean, and one
that a single sign has damaged is no worse for being whole.  `longest`: the most text.  `first`: the first of the input.
`field:NAME`: the smallest value of a field of the record (`field:date` keeps the earliest), then as `best`;
`field:-NAME` the greatest.
"""

from __future__ import annotations

import math
import re
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import orjson

from corpus_cli.dedupe.headings import is_heading, is_label
from corpus_cli.dedupe.soundness import COST, PAIR, Weighing, damage, weigh
from corpus_cli.dedupe.spread import spread
from corpus_cli.dedupe.units import Units
from corpus_cli.dedupe.vocabulary import strange_pairs, strange_words

# So many units are weighed at once, and from so many on in several processes.
_BATCH, _MANY = 1024, 10_000
_HEADING = re.compile(
    r"\s*#*\s*(?:第?([一二三四五六七八九十]{1,3}|\d{1,2})(?:[、.．，,章节条]|\s)|[（(]([一二三四五六七八九十]{1,3}|\d{1,2})[）)])"
)
_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}


def places(units: Units, copied: Iterable[int]) -> dict[int, int]:
    """Return for each of the `copied` units how well it stands where it stands: -1 to 3.

    One for each neighbour that is found nowhere else (a copy that a model made stands among copies), one where the
    heading above it follows the heading before that (三 after 二) or none stands above it; less one between a title
    and a by-line, where no text belongs.
    """
    found = frozenset(copied)
    fits = _fitting(units, {int(units.record[unit]) for unit in found})
    rank: dict[int, int] = {}
    for unit in found:
        around = (unit - 1, unit + 1)
        near = [n for n in around if 0 <= n < len(units) and units.record[n] == units.record[unit]]
        rank[unit] = sum(n not in found for n in near) + fits.get(unit, 0) - _parts_label(units, unit)
    return rank


def _fitting(units: Units, records: Iterable[int]) -> dict[int, int]:
    """Return 1 for each unit before all headings or under one that follows its predecessor, of the records given."""
    fits: dict[int, int] = {}
    for record in sorted(records):
        last, fit = 0, 1
        for unit in units.of_record(record):
            number = _heading_number(units.text(unit)[:24])
            if number:
                fit, last = int(number in (1, last + 1)), number
            fits[unit] = fit
    return fits


def _parts_label(units: Units, unit: int) -> bool:
    """Return whether a unit stands between two lines that are no text, a title above a by-line or a caption."""
    around = (unit - 1, unit + 1)
    if not all(0 <= n < len(units) and units.record[n] == units.record[unit] for n in around):
        return False
    above, below = (units.text(n) for n in around)
    return is_label(below) and is_label(above) and not is_heading(below) and not _heading_number(above)


def _heading_number(text: str) -> int:
    """Return the number that opens a heading, 0 where there is none."""
    match = _HEADING.match(text)
    if match is None:
        return 0
    sign: str = match[1] or match[2]
    if sign.isdecimal():
        return int(sign)
    tens, ten, ones = sign.rpartition("十")
    return (10 * _DIGITS.get(tens, 1) if ten else 0) + _DIGITS.get(ones, 0)


@dataclass(slots=True)
class Keeper:
    """Rank units by a policy, and say in words why one stays and not the other.

    `lengths` are folded lengths, `faults` the faults that cleaning found in each record (by id), `standing` what
    `places` returned, `view` gives folded views.  The rank is a sort key: what should stay comes first; it
    depends on the units alone.
    """

    policy: str
    units: Units
    lengths: Sequence[int]
    faults: Mapping[str, int] = field(default_factory=dict)
    standing: Mapping[int, int] = field(default_factory=dict)
    view: Callable[[int], str] | None = None
    _soundness_of: array[float] = field(default_factory=lambda: array("d"))

    def prepare(self, units: Iterable[int], workers: int = 1) -> None:
        """Weigh many units at once, in the order of their records, where the policy asks for it."""
        if self.policy in ("first", "longest"):
            return
        waiting = sorted(units)
        runs = [waiting[first : first + _BATCH] for first in range(0, len(waiting), _BATCH)]
        tasks = (self._weighing(run) for run in runs)
        found = spread(weigh, tasks, workers) if workers > 1 and len(waiting) >= _MANY else map(weigh, tasks)
        for run, sound in zip(runs, found, strict=True):
            self._note(run, sound)

    def rank(self, unit: int) -> tuple[object, ...]:
        """Return the sort key of a unit."""
        reference = unit >= self.units.reference
        if self.policy == "first":
            return reference, unit
        if self.policy == "longest":
            return reference, -self.lengths[unit], unit
        best = (-self._sound(unit), -self.standing.get(unit, 0), unit)
        if self.policy.startswith("field:"):
            return (reference, *self._field(unit), *best)
        return (reference, *best)

    def reason(self, kept: int, gone: int) -> str:
        """Return why `kept` stays and `gone` goes."""
        if kept < self.units.reference:
            return "it stands in the reference"
        if self.policy.startswith("field:") and self._field(kept) != self._field(gone):
            return f"{self.policy.removeprefix('field:')} comes first"
        if self.policy not in ("first", "longest") and self._sound(kept) != self._sound(gone):
            return self._soundness(kept, gone)
        if self.policy == "longest" and self.lengths[kept] != self.lengths[gone]:
            return f"longer by {self.lengths[kept] - self.lengths[gone]} characters"
        if self.policy not in ("first", "longest") and self.standing.get(kept, 0) > self.standing.get(gone, 0):
            return "in its right place"
        return "first" if kept < gone else "as good as the other, and not removable itself"

    def _soundness(self, kept: int, gone: int) -> str:
        """Return what makes one copy sounder than the other."""
        faults = self._faults(gone) - self._faults(kept)
        longer = self.lengths[kept] - self.lengths[gone]
        if faults > 0 and COST * faults >= longer:
            return f"fewer faults ({self._faults(kept):g}, not {self._faults(gone):g})"
        strange, other = (strange_words(self.units.text(unit)) for unit in (kept, gone))
        if strange < other and COST * (other - strange) >= longer:
            return f"fewer strange words ({strange}, not {other})"
        pairs = strange_pairs(self._view(gone)) - strange_pairs(self._view(kept))
        if pairs > 0 and PAIR * pairs >= longer:
            return "fewer strange pairs of signs"
        if longer > 0:
            return f"more complete by {longer} characters"
        return "the other has more text, but none that may be lost"

    def _view(self, unit: int) -> str:
        """Return the folded view of a unit, in which traditional characters are no stranger than simplified ones."""
        return self.view(unit) if self.view else self.units.text(unit)

    def _sound(self, unit: int) -> float:
        """Return how much sound text a unit has, in characters."""
        if not self._soundness_of or math.isnan(self._soundness_of[unit]):
            self._note([unit], weigh(self._weighing([unit])))
        return self._soundness_of[unit]

    def _note(self, units: Sequence[int], sound: Sequence[float]) -> None:
        """Remember how much sound text units have."""
        if not self._soundness_of:
            self._soundness_of = array("d", [math.nan]) * len(self.units)
        for unit, amount in zip(units, sound, strict=True):
            self._soundness_of[unit] = amount

    def _weighing(self, units: Sequence[int]) -> Weighing:
        """Return what is to be weighed of units."""
        texts, views = [self.units.text(unit) for unit in units], [self._view(unit) for unit in units]
        lengths = [int(self.lengths[unit]) for unit in units]
        return Weighing(texts, views, lengths, [self._share(unit) for unit in units])

    def _faults(self, unit: int) -> float:
        """Return the faults of a unit: those that show, and its share of those that cleaning found in its record."""
        return round(damage(self.units.text(unit)) + self._share(unit), 3)

    def _share(self, unit: int) -> float:
        """Return the share of a unit of the faults that cleaning found in its record."""
        if not self.faults:
            return 0.0
        record = self.units.records[int(self.units.record[unit])]
        return self.faults.get(record.id, 0) * len(self.units.text(unit)) / max(1, len(record.text))

    def _field(self, unit: int) -> tuple[object, ...]:
        """Return the sort key of the field that the policy names; records without it come last."""
        name = self.policy.removeprefix("field:")
        backwards = name.startswith("-")
        record = self.units.records[int(self.units.record[unit])]
        value = orjson.loads(record.line) if record.line else {}
        for part in name.removeprefix("-").split("."):
            value = value.get(part) if isinstance(value, dict) else None
        if isinstance(value, (int, float)):
            return 0, 0, -value if backwards else value, ()
        if isinstance(value, str) and value:
            signs = tuple(-ord(sign) if backwards else ord(sign) for sign in value)
            # Backwards, a longer text with the same beginning comes first, so an end mark is needed.
            return 0, 1, 0, (*signs, 1) if backwards else signs
        return 1, 0, 0, ()

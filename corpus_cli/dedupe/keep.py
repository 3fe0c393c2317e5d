"""Choose which of several copies stays: the policies of `--keep`.

`best`: the copy with the most sound text, then the one in its right place, then the first.  Sound text is its length
less what was put in by mistake, less `COST` for each fault and each word that no list has, less `PAIR` for each pair of
Han that is no word (names count for all copies alike).  Fewest faults and most complete are one measure, because a copy
that lacks a sentence is no better for being clean, and one that a single sign has damaged is no worse for being whole.
`longest`: the
most text.  `first`: the first of the input.  `field:NAME`: the smallest value of a field of the record
(`field:date` keeps the earliest), then as `best`; `field:-NAME` the greatest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import orjson

from corpus_cli.dedupe.units import Units
from corpus_cli.dedupe.vocabulary import strange_pairs, strange_pairs_of, strange_words
from corpus_cli.text.han import has_han, is_han

COST = 3
"""How many characters of sound text a fault, or a word of letters that no list has, outweighs."""

PAIR = 0.6
"""How many characters of sound text a pair of Han that is no word outweighs: a stray sign makes two of them."""

# What recognition leaves behind.  Plain `re`, each pattern beginning with a class of signs.
_LOWER, _UPPER = "a-zß-öø-ÿα-ωа-яё", "A-ZÀ-ÖØ-ÞΑ-ΩА-ЯЁ"
_ODD = re.compile(r"[\ufffd\ue000-\uf8ff~^|*_\\<>{}]")
# Begins with the sign that is odd, which is rarer than the letters around it: four times as fast.
_IN_WORD = re.compile(
    rf"[{_UPPER}0-9.,;:!?\"/](?:(?=[{_LOWER}])(?<=[{_LOWER}].)|(?=[{_LOWER}]{{2}})(?<=\b[0-9])|(?<=[{_LOWER}]{{2}}[0-9])\b)"
    rf"|- (?=[{_LOWER}])(?<=[{_LOWER}]- )"
)
_ALONE = re.compile(r" [^\w\s\"'“‘(—–-](?= )")
_PAGE = re.compile(r"\n[ \t]*[-—·]?[ \t]*[0-9]{1,4}[ \t]*[-—·]?[ \t]*(?=\n)")
# A phrase that is said twice has at most so many characters.
_LONGEST = 80
# So many units are weighed at once.
_BATCH = 2048
_BETWEEN = re.compile(r"[`'丶丨冫亠丿囗a-z°]+|[,.;:!?]")
_HEADING = re.compile(
    r"\s*#*\s*(?:第?([一二三四五六七八九十]{1,3}|\d{1,2})(?:[、.．，,章节条]|\s)|[（(]([一二三四五六七八九十]{1,3}|\d{1,2})[）)])"
)
_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}


def damage(text: str) -> int:
    """Return how many places of a text show what recognition leaves behind.

    >>> damage("他走过^小桥,没有回头"), damage("他走过小桥，没有回头"), damage("tbe l0ng ro,ad")
    (2, 0, 2)
    """
    return sum(len(pattern.findall(text)) for pattern in (_ODD, _IN_WORD, _ALONE)) + _between_han(text)


def inserted(text: str) -> int:
    """Return how many characters of a text are a page's number in its midst or a phrase said twice, and one for each.

    >>> inserted("他走过小桥，\\n 48\\n没有回头"), inserted("他走过小桥，他走过小桥，没有回头")
    (3, 7)
    """
    # One more than their own length, so that a copy without them is the better one.
    numbers = sum(1 + len("".join(found.split())) for found in _PAGE.findall(text)) if "\n" in text else 0
    return numbers + _doubled(text)


def _doubled(text: str) -> int:
    """Return the length of the phrases that are said twice in a row, and one more for each."""
    step, size = (3, 4) if has_han(text) else (6, 6)
    found = place = 0
    # Every `step`-th piece is looked for a little further on; a phrase as long as both together holds one such piece.
    for start in range(0, len(text) - size, step):
        second = text.find(text[start : start + size], start + size, start + _LONGEST + size)
        if second < 0 or start < place:
            continue
        back = second - start
        first = _common_start(text, start, second)
        if _common_end(text, start, second) + start - first >= back:
            found, place = found + back + 1, second + back
    return found


def _common_start(text: str, first: int, second: int) -> int:
    """Return from where on the text up to `first` is the same as the text up to `second`."""
    while first and text[first - 1] == text[second - 1]:
        first, second = first - 1, second - 1
    return first


def _common_end(text: str, first: int, second: int) -> int:
    """Return for how many characters the text from `first` on is the same as the text from `second` on."""
    start = first
    while second < len(text) and text[first] == text[second]:
        first, second = first + 1, second + 1
    return first - start


def _between_han(text: str) -> int:
    """Return how many strange signs, single letters and half-width marks stand between Han."""
    if not has_han(text):
        return 0
    found = 0
    for match in _BETWEEN.finditer(text):
        before, after = match.start() - 1, match.end()
        while before >= 0 and text[before] in " \t":
            before -= 1
        while after < len(text) and text[after] in " \t":
            after += 1
        found += before >= 0 and after < len(text) and is_han(text[before]) and is_han(text[after])
    return found


def places(units: Units, copied: Iterable[int]) -> dict[int, int]:
    """Return for each of the `copied` units how well it stands where it stands: 0 to 3.

    One for each neighbour that is found nowhere else (a copy that a model made stands among copies), one where the
    heading above it follows the heading before that (三 after 二).
    """
    found = frozenset(copied)
    fits = _fitting(units, {int(units.record[unit]) for unit in found})
    rank: dict[int, int] = {}
    for unit in found:
        around = (unit - 1, unit + 1)
        alone = sum(n not in found and 0 <= n < len(units) and units.record[n] == units.record[unit] for n in around)
        rank[unit] = alone + fits.get(unit, 0)
    return rank


def _fitting(units: Units, records: Iterable[int]) -> dict[int, int]:
    """Return 1 for each unit under a heading that follows its predecessor in number, of the records given."""
    fits: dict[int, int] = {}
    for record in sorted(records):
        last, fit = 0, 0
        for unit in units.of_record(record):
            number = _heading_number(units.text(unit)[:24])
            if number:
                fit, last = int(number in (1, last + 1)), number
            fits[unit] = fit
    return fits


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
    _soundness_of: dict[int, float] = field(default_factory=dict)

    def prepare(self, units: Iterable[int]) -> None:
        """Weigh many units at once, in the order of their records, where the policy asks for it."""
        if self.policy in ("first", "longest"):
            return
        waiting = sorted(units)
        for first in range(0, len(waiting), _BATCH):
            some = waiting[first : first + _BATCH]
            pairs = strange_pairs_of([self._view(unit) for unit in some])
            self._soundness_of.update(
                (unit, self._weighed(unit, count)) for unit, count in zip(some, pairs, strict=True)
            )

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
        if unit not in self._soundness_of:
            self._soundness_of[unit] = self._weighed(unit, strange_pairs(self._view(unit)))
        return self._soundness_of[unit]

    def _weighed(self, unit: int, pairs: int) -> float:
        """Return how much sound text a unit with so many strange pairs has."""
        text = self.units.text(unit)
        strange = COST * strange_words(text) + PAIR * pairs
        return round(float(self.lengths[unit] - inserted(text) - strange - COST * self._faults(unit)), 3)

    def _faults(self, unit: int) -> float:
        """Return the faults of a unit: those that show, and its share of those that cleaning found in its record."""
        record = self.units.records[int(self.units.record[unit])]
        text = self.units.text(unit)
        share = self.faults.get(record.id, 0) * len(text) / max(1, len(record.text))
        return round(damage(text) + share, 3)

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

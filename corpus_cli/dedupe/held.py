"""Heed what a person said of an earlier removal: this paragraph stays, these two are not the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from corpus_cli.dedupe.engine import Decision
from corpus_cli.dedupe.units import Units


class Held(NamedTuple):
    """Name a unit that must not be removed, by the id of its record, its text, and where it began.

    With `other` and `other_text` it must not be removed for the sake of that unit only; the text of several pieces
    is joined by line ends.  `number` names the wish to the caller.
    """

    number: int
    id: str
    text: str
    start: int = 0
    other: str = ""
    other_text: str = ""


def spare(units: Units, decision: Decision, wishes: Sequence[Held]) -> list[int]:
    """Take the removals back that wishes speak against; return the numbers of the wishes that found their unit."""
    found: list[int] = []
    wanted = {wish.id for wish in wishes}
    records: dict[str, list[int]] = {}
    for number, record in enumerate(units.records if wanted else ()):
        if record.id in wanted:
            records.setdefault(record.id, []).append(number)
    for wish in wishes:
        for unit in _meant(units, records.get(wish.id, []), wish):
            found.append(wish.number)
            if unit in decision.kept_for and _is_for(units, decision, unit, wish):
                del decision.kept_for[unit]
                decision.pieces.pop(unit, None)
    return sorted(set(found))


def _meant(units: Units, records: Sequence[int], wish: Held) -> list[int]:
    """Return the unit that a wish names: of equal texts in one record the nearest to where it began."""
    members = (unit for record in records for unit in units.of_record(record))
    same = [unit for unit in members if units.text(unit).strip() == wish.text.strip()]
    return sorted(same, key=lambda unit: (abs(int(units.start[unit]) - wish.start), unit))[:1]


def _is_for(units: Units, decision: Decision, unit: int, wish: Held) -> bool:
    """Say whether a unit was removed for the sake of the one that the wish names; any, where it names none."""
    if not wish.other:
        return True
    kept = decision.kept_for[unit][0]
    texts = {units.text(kept).strip(), "\n".join(units.text(piece) for piece in decision.pieces.get(unit, ())).strip()}
    return units.id(kept) == wish.other and wish.other_text.strip() in texts

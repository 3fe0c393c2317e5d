"""Who is known beforehand: a list of persons with their offices, given by the user or made by this stage."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from corpus_cli.split.blocks import Block, Speaker

_SIGNS = re.compile(r"[#*_【】\[\]：:；;]|[(（].*?[)）]|\.?[—–-]+$|\.$|^\d+[.、)]\s*")


class Person(NamedTuple):
    """Hold one person, the forms of the name found in print, and how many turns they have."""

    speaker: Speaker
    variants: tuple[str, ...] = ()
    turns: int = 0

    @property
    def forms(self) -> tuple[str, ...]:
        """Return the name and all its variants."""
        return (self.speaker.name, *self.variants)


class People(NamedTuple):
    """Hold the persons known beforehand, in the order given."""

    persons: tuple[Person, ...] = ()

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, object]]) -> People:
        """Return the persons of rows with the keys name, role, org, place, variants, turns; all but name may miss."""
        return cls(tuple(_person(row) for row in rows))

    def rows(self) -> list[dict[str, object]]:
        """Return the persons as rows that `from_rows` reads."""
        return [
            {**person.speaker._asdict(), "variants": list(person.variants), "turns": person.turns}
            for person in self.persons
        ]


def speakers_found(blocks: Iterable[Block]) -> People:
    """Return who speaks in blocks, the most frequent first: a list for a person to correct and give back.

    `variants` are the labels as printed, less the signs around them.  Call it with the blocks of many documents to
    have one list for all.
    """
    turns: Counter[str] = Counter()
    kept: dict[str, Speaker] = {}
    variants: dict[str, dict[str, None]] = {}
    for block in blocks:
        name = block.speaker.name
        if not name or not block.printed:
            continue
        turns[name] += 1
        kept[name] = _fuller(kept.get(name), block.speaker)
        label = _SIGNS.sub("", block.printed).strip()
        if label and label != name:
            variants.setdefault(name, {})[label] = None
    order = sorted(turns, key=lambda name: (-turns[name], name))
    return People(tuple(Person(kept[name], tuple(variants.get(name, ())), turns[name]) for name in order))


def _fuller(one: Speaker | None, other: Speaker) -> Speaker:
    """Return what two mentions of one person say together, the first before the second."""
    return other if one is None else Speaker(*(a or b for a, b in zip(one, other, strict=True)))


PERSON_KEYS = ("name", "role", "org", "place", "variants", "turns")
"""What a row of a list of persons has."""


def _person(row: Mapping[str, object]) -> Person:
    """Return the person of one row; a string of variants is cut at `|`."""
    name, role, org, place = (str(row.get(key) or "").strip() for key in ("name", "role", "org", "place"))
    given = row.get("variants") or ()
    variants = (
        given.split("|") if isinstance(given, str) else [str(v) for v in given] if isinstance(given, list) else []
    )
    turns = row.get("turns")
    return Person(Speaker(name, role, org, place), tuple(v for v in variants if v), int(str(turns)) if turns else 0)


def merged(lists: Iterable[People]) -> People:
    """Return several lists of persons as one, turns added up, the most frequent first."""
    found: dict[str, Person] = {}
    for person in (person for people in lists for person in people.persons):
        name = person.speaker.name
        before = found.get(name, Person(Speaker()))
        found[name] = Person(
            _fuller(before.speaker, person.speaker),
            tuple(dict.fromkeys((*before.variants, *person.variants))),
            before.turns + person.turns,
        )
    return People(tuple(sorted(found.values(), key=lambda person: (-person.turns, person.speaker.name))))

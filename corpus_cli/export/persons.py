"""The persons of a document: each once, with the offices, bodies and places that the blocks give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import regex

from corpus_cli.export.rows import Block

CHAIR = regex.compile(
    r"^(?:代理|臨時|临时|會議|会议)?(?:主席|主持人?|議長|议长|院長主席)$"
    r"|^(?:the\s+)?(?:(?:acting|deputy|vice)\s+)?(?:chair(?:man|woman|person)?|speaker|president(?:e|a)?"
    r"|presiding officer|alcalde(?:sa)?|präsident(?:in)?|président(?:e)?)(?:\s+pro\s+tempore)?$",
    regex.IGNORECASE,
)
"""Offices that preside over a sitting, as the whole of a role; a deputy or a board's chairman elsewhere is none."""


@dataclass(frozen=True, slots=True)
class Person:
    """Hold one person (`name` empty: an office without a name); `kind` is chair or regular."""

    id: str
    name: str
    roles: tuple[str, ...]
    orgs: tuple[str, ...]
    places: tuple[str, ...]

    @property
    def kind(self) -> str:
        """Say whether this person presides."""
        return "chair" if any(CHAIR.match(role) for role in self.roles) else "regular"


class Persons:
    """Hold the persons of a document in the order they first appear; their ids begin with `prefix`."""

    def __init__(self, prefix: str, document: Iterable[Block]) -> None:
        found: dict[str, list[Block]] = {}
        for block in document:
            if block.who:
                found.setdefault(block.who, []).append(block)
        self._persons = {who: _person(f"{prefix}.p{n}", own) for n, (who, own) in enumerate(found.items(), 1)}

    def __iter__(self) -> Iterator[str]:
        return iter(self._persons)

    def __contains__(self, who: object) -> bool:
        return who in self._persons

    def __getitem__(self, who: str) -> Person:
        return self._persons[who]


def _person(id_: str, own: list[Block]) -> Person:
    roles, orgs, places = (tuple(dict.fromkeys(b.speaker[n] for b in own if b.speaker[n])) for n in (1, 2, 3))
    return Person(id_, own[0].name, roles, orgs, places)

"""Apply what a person decided about an earlier run: edits taken back, paragraphs kept, speakers corrected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from corpus_cli.dedupe import Held
from corpus_cli.ledger import apply
from corpus_cli.record import Record
from corpus_cli.review.decisions import Decision, place_of

if TYPE_CHECKING:
    from corpus_cli.clean import Cleaned
    from corpus_cli.split import Block

ByDocument = dict[str, list[Decision]]


@dataclass(frozen=True, slots=True)
class Decisions:
    """Hold decisions by what they are about; `everywhere` are those on a speaker of all documents."""

    reverts: ByDocument = field(default_factory=dict)
    keeps: ByDocument = field(default_factory=dict)
    apart: tuple[Decision, ...] = ()
    speakers: ByDocument = field(default_factory=dict)
    everywhere: tuple[Decision, ...] = ()
    numbers: tuple[int, ...] = ()

    def held(self) -> list[Held]:
        """Return the removals that a person spoke against."""
        keeps = [decision for group in self.keeps.values() for decision in group]
        return [
            Held(item.number, item.id, item.text, item.start, item.other, item.other_text)
            for item in sorted((*keeps, *self.apart), key=lambda item: item.number)
        ]

    def stale(self, applied: Iterable[str]) -> list[int]:
        """Return the lines of the decisions file that found no place; `applied` are the numbers that did."""
        done = set(applied)
        return [number for number in self.numbers if str(number) not in done]


NO_DECISIONS = Decisions()


def sorted_out(decisions: Sequence[Decision]) -> Decisions:
    """Return decisions by what they are about."""
    groups: dict[str, ByDocument] = {what: defaultdict(list) for what in ("revert", "keep", "speaker")}
    apart: list[Decision] = []
    everywhere: list[Decision] = []
    for decision in decisions:
        if decision.decision == "different":
            apart.append(decision)
        elif decision.decision == "speaker" and decision.scope == "corpus":
            everywhere.append(decision)
        else:
            groups[decision.decision][decision.id].append(decision)
    numbers = tuple(decision.number for decision in decisions)
    by = {what: dict(group) for what, group in groups.items()}
    return Decisions(by["revert"], by["keep"], tuple(apart), by["speaker"], tuple(everywhere), numbers)


def without_reverted(given: str, made: Cleaned, reverts: Sequence[Decision]) -> tuple[Cleaned, list[int]]:
    """Return what cleaning made of a text less the edits that a person took back, and the decisions that applied."""
    gone: dict[int, int] = {}
    for decision in reverts:
        place = place_of(given, decision.before, decision.start, left=decision.left, right=decision.right)
        for number, edit in enumerate(made.edits):
            if edit.start == place and (edit.before, edit.after) == (decision.before, decision.after):
                gone[number] = decision.number
    if not gone:
        return made, []
    edits = tuple(edit for number, edit in enumerate(made.edits) if number not in gone)
    return replace(made, text=apply(given, edits), edits=edits), sorted(gone.values())


def with_speakers(record: Record, blocks: Sequence[Block], decisions: Decisions) -> tuple[list[Block], list[int]]:
    """Return the blocks with the speakers that a person named, and the decisions that applied."""
    from corpus_cli.split import Speaker  # the other stages that ask for decisions need not load this one

    named, applied = list(blocks), list[int]()
    for decision in (*decisions.everywhere, *decisions.speakers.get(record.id, ())):
        for number in _meant(record.text, named, decision):
            named[number] = named[number]._replace(speaker=Speaker(*decision.speaker), confidence=1.0)
            applied.append(decision.number)
    return named, sorted(set(applied))


def _meant(text: str, blocks: Sequence[Block], decision: Decision) -> list[int]:
    """Return the numbers of the blocks that a decision on a speaker is about."""
    if decision.scope in ("document", "corpus"):
        return [number for number, block in enumerate(blocks) if block.speaker.name == decision.was]
    place = place_of(text, decision.text, decision.start)
    opened = [number for number, block in enumerate(blocks) if block.start <= place < block.end]
    return opened if place >= 0 else []

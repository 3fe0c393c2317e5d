"""Whether lines with labels make a talk: who speaks again, who answers whom, and whether anybody is spoken to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import ne

from corpus_cli.split.address import addresses
from corpus_cli.split.families import ASKED, Candidate
from corpus_cli.split.labels import infix_of
from corpus_cli.split.lines import LineTable
from corpus_cli.split.shapes import STRONG

# Least number of turns and share of repeated labels where nothing else marks the label off.
LEAST_TURNS = {"own line": 4, "gap": 5, "full stop": 3, "dash": 3, "said": 2}
LEAST_REPEATED = {"own line": 0.55, "gap": 0.7, "full stop": 0.4, "dash": 0.3}
_NAMED = STRONG | {"honoured", "seated"}
SAMPLE = 1000  # turns whose speech is looked at
CLOSE = 0.12  # turns to lines where each label is printed once
_STOPS = frozenset("：:。！？!?.…”」』）)】—–-,，;；\"’'")
_HEAD = 80  # signs of a turn that show whether somebody is addressed


@dataclass(frozen=True)
class Talk:
    """Hold what is measured of turns, as shares (0–1): labels printed again, neighbours that differ, speech, address.

    `said` is what a sample of the turns says, `lines` the number of lines of the document.
    """

    repeated: float
    alternates: float
    said: tuple[str, ...]
    lines: int

    @cached_property
    def speech(self) -> float:
        """Return the share of turns whose text is long or ends as speech does."""
        return sum([len(text) >= 25 or text[-1:] in _STOPS for text in self.said]) / len(self.said)

    @cached_property
    def addressed(self) -> float:
        """Return the share of turns in which somebody is spoken to."""
        return sum([addresses(text[:_HEAD]) for text in self.said]) / len(self.said)


def measured(turns: Sequence[Candidate], table: LineTable) -> Talk:
    """Return the measures of turns (at least one)."""
    keys = [turn.key for turn in turns]
    repeated = sum([count for count in Counter(keys).values() if count > 1]) / len(turns)
    alternates = sum(map(ne, keys, keys[1:])) / max(1, len(turns) - 1)
    said = tuple([_said(turn, table) for turn in turns[:: 1 + len(turns) // SAMPLE]])
    return Talk(repeated, alternates, said, len(table.lines))


def _said(turn: Candidate, table: LineTable) -> str:
    """Return what stands behind a label on its line, or the next line where nothing does."""
    if turn.tail > 1:
        return table.text[turn.end : turn.end + turn.tail].strip()
    return table.lines[min(turn.line + 1, len(table.lines) - 1)].text


def is_talk(family: str, explicit: bool, turns: Sequence[Candidate], talk: Talk) -> bool:
    """Say whether turns of one family make a talk; `explicit` says that it marks little else than speakers."""
    if family == "bracket" and turns[0].style.endswith("<|>"):
        return len(turns) >= 4 and talk.repeated >= 0.5  # nicknames of a chat, whose lines need no stop
    strong = sum([turn.shape in STRONG for turn in turns])
    if strong >= 0.6 * len(turns) and family not in ("own line", "gap"):
        return _strong_talk(turns, talk)
    top, count = Counter([turn.key for turn in turns]).most_common(1)[0]
    if count > (0.9 if len(turns) >= 6 and top.isascii() and not explicit else 0.99) * len(turns):
        return (
            turns[0].shape == "person"
            and len(turns) >= 3
            and (explicit or (family == "heading" and turns[0].style[-1] in "：:"))
        )
    if sum([turn.shape == "seated" for turn in turns]) >= 0.5 * len(turns):
        return _seated_talk(turns, talk)
    named = sum([turn.shape in _NAMED for turn in turns])
    if family in ("colon", "own line") and named >= max(3, 0.6 * len(turns)):
        return talk.speech >= 0.8
    if _round(family, explicit, turns, talk):
        return True
    if family == "heading" and turns[0].style[-1] not in "：:" and talk.addressed < 0.3:
        return False  # headings of a manual come back too
    throughout = len(turns) >= 20 and len(turns) >= 0.25 * talk.lines
    share = 0.4 if throughout else LEAST_REPEATED.get(family, 0.3)
    again = talk.repeated >= share or (family == "own line" and talk.repeated >= 0.4 and talk.addressed >= 0.5)
    return len(turns) >= LEAST_TURNS.get(family, 2) and again and talk.speech >= 0.5


def _seated_talk(turns: Sequence[Candidate], talk: Talk) -> bool:
    """Say whether names with a seat or an office make a talk: they address each other, or take turns for long.

    A glossary of terms and their abbreviations, a bibliography and a staff directory look the same and do not.
    """
    exchange = len(turns) >= 6 and talk.repeated >= 0.6 and talk.alternates >= 0.6
    return len(turns) >= 3 and talk.speech >= 0.6 and (exchange or talk.addressed >= 0.25)


def _round(family: str, explicit: bool, turns: Sequence[Candidate], talk: Talk) -> bool:
    """Say whether persons speak once each, one after the other, and to each other: a round of introductions."""
    persons = sum([turn.shape == "person" or turn.shape in STRONG for turn in turns])
    close = len(turns) >= CLOSE * talk.lines
    return (
        (explicit or family in ("heading", "colon")) and persons >= 0.8 * len(turns) and close and talk.addressed >= 0.5
    )


def _strong_talk(turns: Sequence[Candidate], talk: Talk) -> bool:
    """Say whether labels of strong shape make a talk: one speaks twice, or turns stand close, or one opens the text.

    A news page that quotes a villager here and a mayor there is no talk.
    """
    if len(turns) == 1:
        return turns[0].shape in ("honoured capitals", "infix") and turns[0].line <= max(20, talk.lines // 4)
    labels = {turn.key[0] if ASKED.fullmatch(turn.key) else turn.key for turn in turns}
    if len(labels) == 1 and turns[0].shape == "part":
        return False  # 答： without anybody who asks
    again = len(turns) > len(labels)
    least = 2 if turns[0].shape in ("part", "numbered") else 3
    close = len(turns) >= least and len(turns) >= CLOSE * talk.lines
    return again or close or turns[0].shape == "honoured capitals" or any(map(_is_minuted, turns))


def _is_minuted(turn: Candidate) -> bool:
    """Say whether a label has the office inside the name, as only minutes print it: 王司長天德."""
    parts = infix_of(turn.key) if turn.shape == "infix" else None
    return parts is not None and parts.name not in turn.key

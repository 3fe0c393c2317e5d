"""The parts of a page are given to its authors as by a search that works every way out in full."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

import pytest

from corpus_cli.split.continuation import (
    BEAM,
    HOPELESS,
    JUMPED,
    SURE,
    SWITCH,
    Given,
    _confidence,
    _doubtful,
    _held,
    _search,
)
from corpus_cli.split.evidence import MOST_OPEN, Author, Content
from corpus_cli.split.outline import read_heading
from corpus_cli.split.parts import Part
from corpus_cli.split.pieces import Piece
from corpus_cli.split.standing import NOTHING, Facts, Open, facts_of, fit, read_on
from corpus_cli.split.ways import LAG

LINES = (
    "## 一、水",
    "## 二、渠",
    "## 三、闸",
    "# 修渠记事本",
    "水到了田头。",
    "水到了",
    "分为以下三个方面",
    "再创新局面。",
)


@dataclass
class Plain:
    """Hold one way in full: its score, the author of each part, and where each open author's text stands."""

    score: float = 0.0
    owners: tuple[int, ...] = (-1,)
    states: dict[int, Open] = field(default_factory=dict)
    words: float = 0.0
    against: int = 0

    def turn(self, authors: list[Author]) -> int:
        """Return whose column comes next."""
        row = [a for a in self.states if not authors[a].closed]
        if self.owners[-1] not in row:
            return row[0] if row else -1
        return row[(row.index(self.owners[-1]) + 1) % len(row)]

    def on(self, author: int, score: float, words: float, against: int, facts: Facts) -> Plain:
        """Return the way behind one more part."""
        states = {**self.states, author: read_on(self.states.get(author, NOTHING), facts)}
        while len(states) > MOST_OPEN:
            del states[next(iter(states))]
        return Plain(score, (*self.owners, author), states, words, against)

    def ways_on(self, part: Part, facts: Facts, authors: list[Author], content: Content) -> list[Plain]:
        """Return all ways to give one more part."""
        if part.opener >= 0:
            return [self.on(part.opener, self.score, 0.0, 0, facts)]
        current = self.owners[-1]
        able = [a for a in self.states if a in content.names and not authors[a].closed]
        if part.cue == "open" and not content.words:
            able = []
        able += [] if current in able else [current]
        turn = self.turn(authors) if len(able) > 1 else -1
        return [self._given(a, turn, part, facts, content) for a in able]

    def _given(self, author: int, turn: int, part: Part, facts: Facts, content: Content) -> Plain:
        state, current = self.states.get(author, NOTHING), self.owners[-1]
        score = content.names.get(author, 0.0) + fit(state, facts)
        if state.titled and part.cue == "title" and facts.titled:
            score -= 0.5 if author == current else 1.5
        if part.comes:
            score += JUMPED if state.waits == "jump" else -1.0
        if author != current:
            score += (0.8 if author == turn else 0.0) - SWITCH[part.cue]
            if part.cue in ("gap", "title") and self.states.get(current, NOTHING).ended:
                score += 1.0
        words, against = (self.words, self.against) if author == current else (0.0, 0)
        before = _held(words, against) if author == current else 0.0
        new = content.words.get(author, 0.0)
        against += new < -1
        score += _held(words + new, against) - before
        return self.on(author, self.score + score, words + new, against, facts)


def margin(ways: list[Plain], lag: int) -> float:
    """Return by how much the best way beats the best one with another author `lag` parts ago."""
    best = ways[0]
    other = next((way.score for way in ways if way.owners[-1 - lag] != best.owners[-1 - lag]), best.score - SURE)
    return best.score - other


def plain_search(pieces: list[Piece], parts: list[Part], authors: list[Author], contents: list[Content]) -> list[Given]:
    """Return the best way to give parts, each way worked out in full and only then compared."""
    ways, margins = [Plain()], []
    for at, (part, content) in enumerate(zip(parts, contents, strict=True)):
        facts = facts_of(pieces, part)
        ways = [new for way in ways for new in way.ways_on(part, facts, authors, content)]
        ways.sort(key=lambda way: (-way.score, way.owners[-1]))
        ways = [way for way in ways[:BEAM] if way.score >= ways[0].score - HOPELESS]
        if part.opener >= 0:
            ways = [way for n, way in enumerate(ways) if all(way.states != other.states for other in ways[:n])]
        if at >= LAG:
            margins.append(margin(ways, LAG))
    margins += [margin(ways, lag) for lag in range(min(LAG, len(parts)) - 1, -1, -1)]
    best = ways[0]
    row = [Given(owner, _confidence(value)) for owner, value in zip(best.owners[1:], margins, strict=True)]
    lost = [a for a, state in best.states.items() if state.waits and a not in (best.owners[-1], -1)]
    return _doubtful(row, parts) if lost else row


def page(random: Random) -> tuple[list[Piece], list[Part], list[Author], list[Content]]:
    """Return a page of random parts with random evidence for the authors that are open."""
    pieces: list[Piece] = []
    parts: list[Part] = []
    contents: list[Content] = []
    opened: list[int] = []
    authors = [Author((), (), closed=random.random() < 0.2) for _ in range(random.randint(2, 9))]
    unopened = list(range(len(authors)))
    for _ in range(random.randint(2, 30)):
        opener = unopened.pop(0) if unopened and random.random() < 0.3 else -1
        texts = random.choices(LINES, k=random.randint(1, 3))
        first = len(pieces)
        for text in texts:
            heading = read_heading(text)
            kind = "heading" if heading else "body"
            pieces.append(Piece(kind, 0, 0, 0, 0, 0, text, heading, None, random.random() < 0.1))
        cue = random.choice(("gap", "title", "number", "open"))
        title = random.choice(("", "# 修渠记", "石桥"))
        flags = {"comes": random.random() < 0.1, "goes": random.random() < 0.1}
        parts.append(Part(tuple(range(first, len(pieces))), cue, title, opener, **flags))
        opened = [*opened, opener][-MOST_OPEN:] if opener >= 0 else opened
        said = opener < 0 and len(opened) > 1
        names = {a: random.choice((0.0, 0.0, 0.5, 1.2, 2.0)) for a in opened} if said else {}
        words = {a: -random.choice((0.0, 0.3, 0.9, 1.5, 2.8)) for a in names} if random.random() < 0.8 else {}
        contents.append(Content(words, names))
    return pieces, parts, authors, contents


@pytest.mark.parametrize("seed", range(150))
def test_parts_are_given_as_by_working_every_way_out(seed: int) -> None:
    given = page(Random(seed))
    assert _search(*given) == plain_search(*given)

"""The way from a text to its blocks: lines, candidates, convention, turns or articles."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from corpus_cli.errors import WrongCall
from corpus_cli.split.aliases import canonical, rescued, wrongly_closed
from corpus_cli.split.around import with_articles
from corpus_cli.split.articles import find_articles
from corpus_cli.split.blocks import NOBODY, Block, SplitOptions
from corpus_cli.split.convention import Verdict, beside, choose, judge
from corpus_cli.split.families import FAMILIES, Candidate, candidates
from corpus_cli.split.labels import key_of
from corpus_cli.split.lines import LineTable, line_table, made
from corpus_cli.split.roles import Mention, Offices
from corpus_cli.split.roster import People
from corpus_cli.split.sureness import sureness
from corpus_cli.split.turns import Marker


def split_text(text: str, options: SplitOptions | None = None, people: People | None = None) -> list[Block]:
    """Return the blocks of `text`; they tile it: each starts where the last ended.

    Offsets are code points.  `people` are persons known beforehand.  Raises WrongCall on an unknown convention.

    >>> text = "主席：開會。\\n王委員小明：謝謝主席。\\n主席：好。"
    >>> [(block.kind, block.speaker.name, block.start, block.end) for block in split_text(text)]
    [('turn', '主席', 0, 7), ('turn', '王小明', 7, 19), ('turn', '主席', 19, 24)]
    """
    options = options or SplitOptions()
    if options.convention and options.convention not in FAMILIES:
        raise WrongCall(f"there is no convention {options.convention!r}", remedy=f"Use one of {', '.join(FAMILIES)}.")
    if not text:
        return []
    with _no_search_for_cycles():
        return _blocks(text, options, people)


def _blocks(text: str, options: SplitOptions, people: People | None) -> list[Block]:
    table = line_table(text)
    if not table.lines:
        return [Block("other", 0, len(text))]
    markers = _markers(table, options, people)
    blocks = with_articles(table, markers, people) if markers else find_articles(table, people)
    least = options.min_confidence
    return [block if block.confidence >= least else _cautious(block) for block in blocks]


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Spare a long text the walks of Python's cycle collector over all its lines: they are plain values, in no cycle.

    Those walks took a third of the time on a text of 6 MB, and more on longer ones.
    """
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _markers(table: LineTable, options: SplitOptions, people: People | None) -> list[Marker]:
    """Return the markers of the document's convention with who speaks, none where it has no convention."""
    found = candidates(table)
    known = frozenset(key_of(name) for person in (people.persons if people else ()) for name in person.forms)
    if options.convention:
        verdicts = [judge(options.convention, found[options.convention], table, known)]
    else:
        verdicts = choose(found, table, known)
    if not verdicts or not verdicts[0].turns:
        return []
    turns = _completed(verdicts, found, table)
    offices = Offices(people)
    who = [offices.speaker(made(Mention, (turn.key, turn.shape, turn.note))) for turn in turns]
    return [
        made(Marker, (turn.line, turn.start, turn.end, speaker, sure, why))
        for turn, speaker, (sure, why) in zip(turns, who, sureness(turns, verdicts[0]), strict=True)
    ]


def _completed(
    verdicts: Sequence[Verdict], found: Mapping[str, Sequence[Candidate]], table: LineTable
) -> list[Candidate]:
    """Return the turns of the best verdict with those marked otherwise or misprinted, in order, one a line."""
    verdict = verdicts[0]
    by_line = {turn.line: turn for turn in reversed(beside(verdict, verdicts[1:], found))}
    by_line |= {turn.line: turn for turn in verdict.turns}
    by_line |= {turn.line: turn for turn in rescued(found[verdict.family], list(by_line.values()))}
    by_line |= {turn.line: turn for turn in wrongly_closed(verdict.family, table, list(by_line.values()))}
    turns = [by_line[line] for line in sorted(by_line)]
    right = canonical(turns)
    if not right:
        return turns
    shapes = {turn.key: turn.shape for turn in turns}
    return [
        turn._replace(key=right[turn.key], shape=shapes[right[turn.key]]) if turn.key in right else turn
        for turn in turns
    ]


def _cautious(block: Block) -> Block:
    return block._replace(speaker=NOBODY) if block.speaker != NOBODY else block

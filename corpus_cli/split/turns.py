"""From markers to blocks: which lines each turn holds, where speech ends, and what stands between turns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus_cli.split.between import is_heading, is_procedure, is_reaction, is_rule, opens_division
from corpus_cli.split.blocks import NOBODY, Block, Kind, Speaker
from corpus_cli.split.lines import Line, LineTable


class Marker(NamedTuple):
    """Hold one accepted marker: its line, its span in the text, who speaks, and how sure that is (0–1)."""

    line: int
    start: int
    end: int
    speaker: Speaker
    confidence: float
    why: str


class _Piece(NamedTuple):
    line: int
    kind: Kind
    speaker: Speaker
    printed: str
    confidence: float
    why: str


def blocks_of(table: LineTable, markers: Sequence[Marker]) -> list[Block]:
    """Return the blocks of a text with markers (sorted by place, one a line); they tile the text."""
    lines = table.lines
    first = markers[0].line if markers else len(lines)
    pieces = list(_front(table, 0, first))
    for n, marker in enumerate(markers):
        after = markers[n + 1].line if n + 1 < len(markers) else len(lines)
        pieces.extend(_turn(table, marker, after))
    return list(_tiled(table, pieces))


def _front(table: LineTable, start: int, end: int) -> Iterator[_Piece]:
    """Yield what stands before the first marker."""
    for number in range(start, end):
        line = table.lines[number]
        yield _Piece(number, _kind_outside(line, table), NOBODY, "", 0.9, "before the first speaker")


def _kind_outside(line: Line, table: LineTable) -> Kind:
    if line.number in table.furniture or is_rule(line.text):
        return "furniture"
    if line.number == 0 and len(line.text) <= 80:
        return "title"
    if is_reaction(line.text):
        return "reaction"
    if is_heading(line, table):
        return "heading"
    return "procedure" if is_procedure(line, table) else "other"


def _turn(table: LineTable, marker: Marker, after: int) -> Iterator[_Piece]:
    """Yield the pieces of one turn and of what stands between it and the next marker."""
    lines = table.lines
    printed = table.text[marker.start : marker.end].strip()
    yield _Piece(marker.line, "turn", marker.speaker, printed, marker.confidence, marker.why)
    end = _end_of_speech(table, marker.line + 1, after)
    fresh = False
    for number in range(marker.line + 1, after):
        line = lines[number]
        if number >= end:
            yield _Piece(number, _kind_outside(line, table), NOBODY, "", 0.8, "between speakers")
            continue
        kind = _kind_inside(line, table)
        spoken = kind in ("turn", "heading")
        begins = line.blanks > 0 or not table.wrapped or line.indent > lines[number - 1].indent + 1
        if spoken and kind == "turn" and not begins and not fresh:
            continue
        fresh = not spoken
        who = marker.speaker if spoken else NOBODY
        yield _Piece(number, kind, who, "", marker.confidence if spoken else 0.9, "goes on")


def _kind_inside(line: Line, table: LineTable) -> Kind:
    if line.number in table.furniture or is_rule(line.text):
        return "furniture"
    if is_reaction(line.text):
        return "reaction"
    if is_heading(line, table):
        return "heading"
    return "turn"


def _end_of_speech(table: LineTable, start: int, after: int) -> int:
    """Return the first line that is no longer speech: a division of the play, procedure, trailing headings."""
    lines = table.lines
    for number in range(start, after):
        if opens_division(lines[number], table) or is_procedure(lines[number], table):
            after = number
            break
    end = after
    while end > start and _trails(lines[end - 1], table):
        end -= 1
    return end


def _trails(line: Line, table: LineTable) -> bool:
    return is_rule(line.text) or is_reaction(line.text) or is_heading(line, table) or line.number in table.furniture


def _tiled(table: LineTable, pieces: Sequence[_Piece]) -> Iterator[Block]:
    """Yield blocks whose spans touch: each runs from its first line to the next block's first line."""
    size = len(table.text)
    for n, piece in enumerate(pieces):
        start = table.starts[piece.line] if n else 0
        end = table.starts[pieces[n + 1].line] if n + 1 < len(pieces) else size
        yield Block(
            piece.kind,
            start,
            end,
            piece.speaker,
            piece.printed,
            confidence=piece.confidence,
            why=piece.why,
        )

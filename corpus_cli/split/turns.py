"""From markers to blocks: which lines each turn holds, where speech ends, and what stands between turns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

import regex

from corpus_cli.split.between import (
    is_division,
    is_heading,
    is_list_head,
    is_procedure,
    is_reaction,
    is_rule,
    opens_division,
)
from corpus_cli.split.blocks import NOBODY, Block, Kind, Speaker
from corpus_cli.split.credits import credits_pictures, credits_staff
from corpus_cli.split.lines import Line, LineTable, made
from corpus_cli.split.outside import kind_outside
from corpus_cli.text.headings import heading_level

_ACT = regex.compile(r"(?i)\b(?:act|acte|akt|aufzug|acto|atto|ato|jornada|действие)\b|幕")


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
    pieces = list(_outside(table, 0, first, 0.9, "before the first speaker"))
    agenda: set[int] = set()
    for n, marker in enumerate(markers):
        after = markers[n + 1].line if n + 1 < len(markers) else len(lines)
        if pieces and pieces[-1].speaker == NOBODY:
            agenda.update(_levels(table, pieces))
        line, start, end, speaker, sure, why = marker
        pieces.append(made(_Piece, (line, "turn", speaker, table.text[start:end].strip(), sure, why)))
        if line + 1 < after:
            pieces.extend(_spoken(table, marker, after, agenda))
    return list(_tiled(table, pieces))


def _levels(table: LineTable, pieces: Sequence[_Piece]) -> Iterator[int]:
    """Yield the levels of the numbered headings that stand right before a turn: points of the agenda."""
    for piece in reversed(pieces):
        if piece.speaker != NOBODY:
            return
        level = heading_level(table.lines[piece.line].text) if piece.kind == "heading" else 0
        if level:
            yield level


def _outside(table: LineTable, start: int, end: int, sure: float, why: str) -> Iterator[_Piece]:
    """Yield what stands on the lines `start` to `end` (outside), where nobody speaks; a wrapped paragraph is one."""
    above: Kind | None = "title" if start == 0 else None
    for number in range(start, end):
        line = table.lines[number]
        kind = kind_outside(line, table, above)
        goes_on = above == "paragraph" and kind in ("paragraph", "other") and not _begins(table, line)
        if not goes_on:
            yield made(_Piece, (number, kind, NOBODY, "", sure, why))
            above = kind


def _begins(table: LineTable, line: Line) -> bool:
    """Return whether a paragraph begins with a line (not the first one)."""
    return line.blanks > 0 or not table.wrapped or line.indent > table.lines[line.number - 1].indent + 1


def _spoken(table: LineTable, marker: Marker, after: int, agenda: Set[int]) -> Iterator[_Piece]:
    """Yield the pieces of one turn behind its first line, and of what stands between it and the next marker."""
    end = _end_of_speech(table, marker.line + 1, after, agenda)
    fresh = False
    for line in table.lines[marker.line + 1 : end]:
        kind = _kind_inside(line, table)
        spoken = kind in ("turn", "heading")
        if kind == "turn" and table.wrapped and not fresh and not _begins(table, line):
            continue
        fresh = not spoken
        who = marker.speaker if spoken else NOBODY
        yield made(_Piece, (line.number, kind, who, "", marker.confidence if spoken else 0.9, "goes on"))
    if end < after:
        yield from _outside(table, end, after, 0.8, "between speakers")


def _kind_inside(line: Line, table: LineTable) -> Kind:
    text = line.text
    signed = not text[0].isalnum()
    if line.number in table.furniture or (signed and is_rule(text)):
        return "furniture"
    if credits_pictures(text):
        return "credit"
    if signed and is_reaction(text):
        return "reaction"
    if (line.blanks or line.number == 0 or text[0] == "#") and is_heading(line, table):
        return "heading"
    return "turn"


def _end_of_speech(table: LineTable, start: int, after: int, agenda: Set[int]) -> int:
    """Return the first line that is no longer speech: a division, a point of the agenda, procedure, headings."""
    lines = table.lines
    if table.scripted:  # action stands behind a blank line
        after = next((number for number in range(start + 1, after) if lines[number].blanks), after)
    end = after
    for number, _, _, text, blanks, indent in lines[start:after]:
        # other lines go on with what was said
        stands_out = blanks or indent or (text[0] > "\u2fff" and len(text) <= 20) or text[-1] in "：:"
        if stands_out and _ends_speech(lines[number], table, agenda):
            end = number
            break
    while end > start and (_trails(lines[end - 1], table) or (end == len(lines) and credits_staff(lines[-1].text))):
        end -= 1
    return end


def _ends_speech(line: Line, table: LineTable, agenda: Set[int]) -> bool:
    if opens_division(line, table) or is_procedure(line, table) or is_list_head(line):
        return True
    return bool(agenda) and line.blanks > 0 and heading_level(line.text) in agenda and is_heading(line, table)


def _trails(line: Line, table: LineTable) -> bool:
    return is_rule(line.text) or is_reaction(line.text) or is_heading(line, table) or line.number in table.furniture


class _Path:
    """Keep the headings above a place: a new one ends those of its level and below; a turn's own end with it."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str, bool]] = []
        self.titles: tuple[str, ...] = ()
        self.spoken = False

    def add(self, text: str, spoken: bool) -> None:
        """Put a heading on the path; `spoken` says that it stands inside a turn."""
        level = heading_level(text) or _division_level(text)
        self._open = [kept for kept in self._open if kept[0] < level]
        self._open.append((level, text.strip("#* \u3000"), spoken))
        self._set()

    def next_turn(self) -> None:
        """Take the headings of the turn that ended off the path."""
        self._open = [kept for kept in self._open if not kept[2]]
        self._set()

    def _set(self) -> None:
        self.titles = tuple(title for _, title, _ in self._open)
        self.spoken = any(spoken for _, _, spoken in self._open)


def _division_level(text: str) -> int:
    """Return the level of a heading without a number: acts stand above scenes, both above others."""
    if not is_division(text):
        return 8
    return 2 if _ACT.search(text) else 3


def _tiled(table: LineTable, pieces: Sequence[_Piece]) -> Iterator[Block]:
    """Yield blocks whose spans touch: each runs from its first line to the next block's first line."""
    path = _Path()
    firsts = [table.lines[piece.line] for piece in pieces]
    starts = [line.start - line.indent for line in firsts]
    starts[:1] = [0]
    ends = [*starts[1:], len(table.text)]
    for (_, kind, speaker, printed, sure, why), first, start, end in zip(pieces, firsts, starts, ends, strict=True):
        if printed and path.spoken:
            path.next_turn()
        if kind == "heading":
            path.add(first.text, bool(speaker.name))
        yield made(Block, (kind, start, end, speaker, printed, path.titles, 0, 0, -1, sure, why))

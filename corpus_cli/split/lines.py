"""A text as a table of its lines: where each stands, how many blank lines are around it, how it is laid out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import regex

made = tuple.__new__  # makes a NamedTuple of its values in two thirds of the time that its own call takes
DIGITS = regex.compile(r"\p{N}+")
FULL_STOPS = "。！？…；.!?;”」』）)\"’'"
LONGEST_FURNITURE = 80
PAGE = regex.compile(
    r"(?i)第\s*\d{1,4}\s*[页頁](?:\s*[,，/]?\s*共\s*\d{1,4}\s*[页頁])?|[-–—·]\s*\d{1,4}\s*[-–—·]"
    r"|(?:page|seite|página|pagina|pág\.|p\.)\s*\d{1,4}(?:\s*(?:of|/|von|de|di|sur)\s*\d{1,4})?|"
    r"\d{1,4}\s*/\s*\d{1,4}|\d{1,4}"
)

_SCENES = ("INT. ", "EXT. ", "INT./", "EXT./", "I/E")
_PAGE_ENDS = frozenset("页頁-–—·")  # or a digit


class Line(NamedTuple):
    """Hold one line that is not blank.

    `number` counts the lines that are not blank from 0.  `start` and `end` are the span of `text`, the line without
    blanks at its ends (code points in the whole text).  `blanks` counts the blank lines before it, `indent` the blanks
    cut off at its left.
    """

    number: int
    start: int
    end: int
    text: str
    blanks: int
    indent: int


@dataclass(frozen=True)
class LineTable:
    """Hold a text and its lines that are not blank, in order; what costs more is found when it is asked for."""

    text: str
    lines: tuple[Line, ...]

    def blanks_after(self, index: int) -> int:
        """Return the number of blank lines behind a line; behind the last one as many as stand there."""
        if index + 1 < len(self.lines):
            return self.lines[index + 1].blanks
        return max(0, self.text.count("\n", self.lines[index].end) - 1)

    def start_of(self, index: int) -> int:
        """Return the offset behind the last newline before a line: its start with its indent."""
        line = self.lines[index]
        return line.start - line.indent

    @cached_property
    def wrapped(self) -> bool:
        """Say whether the lines are hard-wrapped: most of those inside a paragraph are of one length."""
        return _is_wrapped(self.lines)

    @cached_property
    def scripted(self) -> bool:
        """Say whether this is a screenplay: lines that set a scene, INT. KITCHEN - NIGHT."""
        if not any(scene in self.text for scene in _SCENES):
            return False
        return sum([line.text.startswith(_SCENES) for line in self.lines]) >= 2

    @cached_property
    def punctuated(self) -> bool:
        """Say whether paragraphs end in a stop as a rule, so that a line without one is no speech."""
        long = [line.text[-1] for line in self.lines if len(line.text) >= 15]
        return len(long) >= 8 and sum(sign in FULL_STOPS or sign in "：:" for sign in long) >= 0.95 * len(long)

    @cached_property
    def furniture(self) -> frozenset[int]:
        """Return the indices of running heads and feet: short lines that come back with other digits."""
        return _furniture(self.lines) | _running_heads(self)


def line_table(text: str) -> LineTable:
    """Return the table of a text's lines; only `\\n` ends a line.

    >>> [(line.start, line.text, line.blanks) for line in line_table("一、開會\\n\\n  主席：好").lines]
    [(0, '一、開會', 0), (8, '主席：好', 1)]
    """
    lines: list[Line] = []
    place = blanks = number = 0
    for raw in text.split("\n"):
        kept = raw.strip()
        if kept:
            indent = 0 if raw[0] == kept[0] else len(raw) - len(raw.lstrip())
            start = place + indent
            lines.append(made(Line, (number, start, start + len(kept), kept, blanks, indent)))
            number += 1
            blanks = 0
        else:
            blanks += 1
        place += len(raw) + 1
    return LineTable(text, tuple(lines))


def _is_wrapped(lines: tuple[Line, ...]) -> bool:
    """Say whether the lengths of lines that have a line right below pile up below one margin."""
    lengths = [len(a.text) + a.indent for a, b in pairwise(lines) if not b.blanks]
    if len(lengths) < 20 or len(lengths) < len(lines) // 3:
        return False
    lengths.sort()
    margin = lengths[int(0.98 * (len(lengths) - 1))]
    near = bisect_right(lengths, 1.05 * margin) - bisect_left(lengths, 0.8 * margin)
    return 20 <= margin <= 110 and near >= 0.5 * len(lengths)


def _furniture(lines: tuple[Line, ...]) -> frozenset[int]:
    """Return short lines with a number whose text with the numbers masked comes back three times."""
    likely = [
        line
        for line in lines
        if (line.text[-1].isdigit() or line.text[0].isdigit() or line.text[-1] in _PAGE_ENDS)
        and len(line.text) <= LONGEST_FURNITURE
    ]
    numbered = (line for line in likely if line.text[0].isdigit() or line.text[-1].isdigit())
    masked = {line.number: DIGITS.sub("0", line.text) for line in numbered}
    counts = Counter(masked.values())
    often = {i for i, mask in masked.items() if counts[mask] >= 3 and mask[-1] not in FULL_STOPS}
    return frozenset(often) | {line.number for line in likely if len(line.text) <= 24 and PAGE.fullmatch(line.text)}


def _running_heads(table: LineTable) -> frozenset[int]:
    """Return the lines behind a form feed that stand behind another one too, and others that print the same."""
    if "\x0c" not in table.text:
        return frozenset()
    firsts = [line for line in table.lines if "\x0c" in table.text[line.start - line.indent : line.start]]
    masked = Counter(DIGITS.sub("0", line.text) for line in firsts if len(line.text) <= LONGEST_FURNITURE)
    heads = {mask for mask, count in masked.items() if count >= 2}
    first = {line.number for line in firsts}
    again = {line.number for line in table.lines if line.text.isupper() and DIGITS.sub("0", line.text) in masked}
    return frozenset(n for n in first if DIGITS.sub("0", table.lines[n].text) in heads) | frozenset(again)

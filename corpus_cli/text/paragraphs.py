"""Find where the paragraphs of a text stand."""

from __future__ import annotations

import re
from typing import NamedTuple

# A blank line: two line ends with nothing but blanks between them.
_BLANK_LINES = re.compile(r"\n\s*\n\s*")
# What stands at the end of a line that ends a sentence.
_SENTENCE_ENDS = frozenset('。！？!?.…：:”’」』）)】"')


class Span(NamedTuple):
    """Name a stretch of a text: `start` inclusive, `end` exclusive, in code points."""

    start: int
    end: int


def paragraphs(text: str) -> list[Span]:
    r"""Return the spans of the paragraphs of `text`, without the blanks around them.

    A paragraph is a maximal run of text between blank lines.  Where the lines of a run are paragraphs themselves, it
    is a line: in a run of three and more lines that mostly end as sentences do, and in a text without any blank line,
    unless most of its lines are long and end anywhere, as lines wrapped at a width do.

    >>> paragraphs("题目\n\n甲乙\n丙丁\n\n\n戊己\n")
    [Span(start=0, end=2), Span(start=4, end=9), Span(start=12, end=14)]
    >>> paragraphs("甲乙。\n丙丁。\n")
    [Span(start=0, end=3), Span(start=4, end=7)]
    """
    end = len(text.rstrip())
    start = len(text) - len(text.lstrip())
    cuts = [match.span() for match in _BLANK_LINES.finditer(text, start, end)]
    if not cuts:
        lines = _lines(text, start, end)
        return [Span(start, end)] if lines and _is_wrapped(text, lines) else lines
    starts = [start, *(cut[1] for cut in cuts)]
    ends = [*(cut[0] for cut in cuts), end]
    return [span for a, b in zip(starts, ends, strict=True) for span in _run(text, a, b)]


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the span from `start` to `end` without the blanks at its ends."""
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def _run(text: str, start: int, end: int) -> list[Span]:
    """Return the paragraphs of one run of lines without blank lines."""
    if text.count("\n", start, end) < 2:
        return [trimmed(text, start, end)]
    lines = _lines(text, start, end)
    closed = sum(text[line.end - 1] in _SENTENCE_ENDS for line in lines)
    return lines if closed * 4 >= len(lines) * 3 else [trimmed(text, start, end)]


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Say whether most lines but the last are long and end anywhere."""
    longest = max(line.end - line.start for line in lines)
    full = sum(
        text[line.end - 1] not in _SENTENCE_ENDS and (line.end - line.start) * 3 >= longest * 2 for line in lines[:-1]
    )
    return full * 2 > len(lines) - 1 > 0


def _lines(text: str, start: int, end: int) -> list[Span]:
    """Return the spans of the lines that hold text."""
    spans: list[Span] = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        span = trimmed(text, start, stop)
        if span.start < span.end:
            spans.append(span)
        start = stop + 1
    return spans

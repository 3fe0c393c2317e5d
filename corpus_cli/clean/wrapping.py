"""Infer how a text was wrapped into lines: how wide its lines are, and whether paragraphs begin with an indent.

Width is counted in half-em units: a Han character or full-width sign is two, a Latin letter one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from corpus_cli.text.han import is_chinese

_FEWEST_LINES = 5
_NARROWEST = 20
_WIDEST = 130
_INDENT = 4
"""A Chinese paragraph begins two characters in."""
_SLACK = 2
_ENDS = frozenset("。！？!?….：:；;”’」』）)】\"'")
_MARKS = frozenset("，、,。；：！？.!?:;")


@dataclass(frozen=True, slots=True)
class Layout:
    """Hold what was inferred: the width of a full line (half-em units), the script, and whether paragraphs indent."""

    width: int
    is_chinese: bool
    has_indent: bool


def width(line: str) -> int:
    """Return the printed width of a line in half-em units.

    >>> width("石桥 ab")
    7
    """
    return len(line) if line.isascii() else len(line.encode("gb18030", "replace"))


def infer_layout(text: str) -> Layout | None:
    """Return how the text was wrapped, or None where its lines are not cut at a common width."""
    filled = [stripped for line in text.split("\n") if line and (stripped := line.strip())]
    if len(filled) < _FEWEST_LINES or len(text) > _WIDEST * len(filled):
        return None
    chinese = is_chinese(text)
    widths = list(map(width if chinese else len, filled))
    full = _full_width(widths, chinese)
    if not _NARROWEST <= full <= _WIDEST or not _is_wrapped(filled, widths, full, chinese):
        return None
    return Layout(full, chinese, chinese and _has_indent(filled, widths, full))


def _full_width(widths: Sequence[int], chinese: bool) -> int:
    """Return the width that most lines of the text reach."""
    if not chinese:
        ranked = sorted(widths)
        return ranked[len(ranked) * 4 // 5]
    counts = Counter(widths)
    around = {size: counts[size] + counts[size - 1] + counts[size + 1] for size in counts if size >= _NARROWEST}
    return max(around, key=lambda size: (around[size], size), default=0)


def _is_wrapped(lines: Sequence[str], widths: Sequence[int], full: int, chinese: bool) -> bool:
    """Return whether half the lines are full and most of those stop where no sentence and no verse would."""
    least, most = (full - _INDENT - _SLACK, full + 2 * _SLACK) if chinese else (full * 0.8, full * 1.25)
    body = [line for line, size in zip(lines, widths, strict=True) if least <= size <= most]
    if 2 * len(body) < len(lines):
        return False
    open_ends = sum(line[-1] not in _MARKS for line in body)
    if chinese:
        return 2 * open_ends >= len(body)
    small = sum(line[:1].islower() for line in body)
    return 2 * open_ends >= len(body) and 3 * small >= len(body)


def _has_indent(lines: Sequence[str], widths: Sequence[int], full: int) -> bool:
    """Return whether lines that follow a short line with a sentence end are narrower by the indent."""
    firsts = [
        widths[n]
        for n in range(1, len(lines))
        if widths[n - 1] < full - 2 * _INDENT and lines[n - 1][-1] in _ENDS and lines[n][-1] not in _ENDS
    ]
    firsts = [size for size in firsts if size >= full - 2 * _INDENT]
    return not firsts or median(firsts) <= full - _SLACK

"""Every change as a value: what stood where, what stands there now, and which rule did it.

Offsets are Unicode code points into the text *before* the edits, `start` inclusive, `end` exclusive.  A list of
edits is sorted by place and its spans do not overlap, so it can be applied, inverted, and composed with another.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from corpus_cli.errors import LedgerMismatch


class Edit(NamedTuple):
    """Say that `rule` put `after` where `before` stood, from `start` to `end` (code points)."""

    rule: str
    start: int
    end: int
    before: str
    after: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with all edits made.

    Raises LedgerMismatch where an edit's `before` does not stand in the text, or where edits overlap.

    >>> apply("他说,好", [Edit("width", 2, 3, ",", "，")])
    '他说，好'
    """
    pieces: list[str] = []
    place = 0
    for edit in edits:
        fits = edit.end - edit.start == len(edit.before) and text.startswith(edit.before, edit.start)
        if edit.start < place or not fits:
            raise LedgerMismatch(
                f"edit of rule {edit.rule} at {edit.start}–{edit.end} expects {edit.before[:40]!r}, "
                f"the text has {text[edit.start : edit.end][:40]!r}",
                remedy="Use the edits file that was written with this text.",
            )
        pieces.append(text[place : edit.start])
        pieces.append(edit.after)
        place = edit.end
    pieces.append(text[place:])
    return "".join(pieces)


def invert(edits: Iterable[Edit]) -> list[Edit]:
    """Return the edits that lead from the changed text back to the text before.

    >>> invert([Edit("blank", 1, 3, "  ", "")])
    [Edit(rule='blank', start=1, end=1, before='', after='  ')]
    """
    out: list[Edit] = []
    shift = 0
    for edit in edits:
        start = edit.start + shift
        out.append(Edit(edit.rule, start, start + len(edit.after), edit.after, edit.before))
        shift += len(edit.after) - (edit.end - edit.start)
    return out


def undo(text: str, edits: Iterable[Edit]) -> str:
    """Return the text as it was before `edits` were made.

    Raises LedgerMismatch where the text is not what the edits left.
    """
    return apply(text, invert(edits))


def compose(source: str, first: Sequence[Edit], second: Sequence[Edit]) -> list[Edit]:
    """Return edits on `source` that do `first` and then `second`.

    `second` has its offsets in the text that `first` leaves.  Edits that do not touch each other stay apart and
    keep their rules; edits that touch become one whose rule joins the names with `+`.

    >>> compose("a,  b", [Edit("width", 1, 2, ",", "，")], [Edit("blank", 1, 4, "，  ", "，")])
    [Edit(rule='width+blank', start=1, end=4, before=',  ', after='，')]
    """
    if not first:
        return list(second)
    if not second:
        return list(first)
    edits = (_joined(source, group) for group in _groups(first, second))
    return [edit for edit in edits if edit.before != edit.after]


class _Placed(NamedTuple):
    """Hold an edit with its span in the text between the two lists; `shift` is that span's start less the source's."""

    start: int
    end: int
    second: bool
    edit: Edit
    shift: int


def _groups(first: Sequence[Edit], second: Sequence[Edit]) -> Iterable[list[_Placed]]:
    """Yield the edits of both lists in order of place, those that overlap together."""
    placed = sorted((*_outcomes(first), *(_Placed(e.start, e.end, True, e, 0) for e in second)), key=lambda p: p[:3])
    group: list[_Placed] = []
    end = shift = 0
    for item in placed:
        if item.second:
            item = item._replace(shift=shift)
        if group and item.start >= end:
            yield group
            group = []
        end = max(end, item.end) if group else item.end
        group.append(item)
        if not item.second:
            shift += len(item.edit.after) - len(item.edit.before)
    if group:
        yield group


def _outcomes(first: Sequence[Edit]) -> Iterable[_Placed]:
    """Yield the first list's edits with the spans of what they leave."""
    shift = 0
    for edit in first:
        start = edit.start + shift
        yield _Placed(start, start + len(edit.after), False, edit, shift)
        shift += len(edit.after) - len(edit.before)


def _joined(source: str, group: list[_Placed]) -> Edit:
    """Return one edit on `source` for a group of overlapping ones."""
    head = group[0]
    if len(group) == 1:
        return (
            head.edit._replace(start=head.edit.start - head.shift, end=head.edit.end - head.shift)
            if head.second
            else head.edit
        )
    mine = [item.edit for item in group if not item.second]
    growth = sum(len(edit.after) - len(edit.before) for edit in mine)
    start = head.start - head.shift
    end = max(item.end for item in group) - head.shift - growth
    before = source[start:end]
    middle = apply(before, (edit._replace(start=edit.start - start, end=edit.end - start) for edit in mine))
    theirs = (item.edit for item in group if item.second)
    after = apply(middle, (edit._replace(start=edit.start - head.start, end=edit.end - head.start) for edit in theirs))
    rules = "+".join(dict.fromkeys(item.edit.rule for item in group))
    return Edit(rules, start, end, before, after)


class OffsetMap:
    """Carry offsets through edits, in both directions.

    An offset inside a changed span goes to the start of the span, or with `end=True` to its end.

    >>> offsets = OffsetMap([Edit("blank", 1, 3, "  ", "")])
    >>> offsets.forward(5), offsets.backward(1), offsets.backward(1, end=True)
    (3, 3, 1)
    """

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._before: list[tuple[int, int]] = []
        self._after: list[tuple[int, int]] = []
        shift = 0
        for edit in edits:
            start = edit.start + shift
            self._before.append((edit.start, edit.end))
            self._after.append((start, start + len(edit.after)))
            shift += len(edit.after) - (edit.end - edit.start)

    def forward(self, offset: int, *, end: bool = False) -> int:
        """Return where an offset of the text before the edits stands in the text after them."""
        return _carried(offset, self._before, self._after, end)

    def backward(self, offset: int, *, end: bool = False) -> int:
        """Return where an offset of the text after the edits stood in the text before them."""
        return _carried(offset, self._after, self._before, end)


def _carried(offset: int, here: list[tuple[int, int]], there: list[tuple[int, int]], end: bool) -> int:
    """Return `offset` moved by all spans at or before it.

    A start (`end=False`) that stands at the end of a span lies behind it; an end that stands at the start of a
    span lies before it: so a span keeps what was inserted or removed inside it and nothing at its borders.
    """
    n = bisect_left(here, (offset, -1)) if end else bisect_right(here, (offset, offset))
    if n and here[n - 1][1] > offset:
        return there[n - 1][1] if end else there[n - 1][0]
    if not n:
        return offset
    return there[n - 1][1] + offset - here[n - 1][1]

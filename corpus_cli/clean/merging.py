"""Compose lists of edits quickly: edits that do not touch are merged in one walk, the others by the ledger."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from corpus_cli.ledger import Edit, compose

_end = attrgetter("end")


def merge(source: str, first: Sequence[Edit], second: Sequence[Edit]) -> Sequence[Edit]:
    """Return what `ledger.compose` returns, in time linear in the edits.

    >>> edits = merge("a,  b", [Edit("width", 1, 2, ",", "，")], [Edit("blank", 2, 4, "  ", "")])
    >>> [edit.rule for edit in edits]
    ['width', 'blank']
    """
    if not first or not second:
        return first or second
    out: list[Edit] = []
    i = j = shift = 0
    while i < len(first) and j < len(second):
        mine, theirs = first[i], second[j]
        start = mine.start + shift
        span = (start, start + len(mine.after))
        if theirs.end <= start and theirs[1:3] < span:
            behind = bisect_right(second, start, j, key=_end)
            # One that stands empty where mine stands empty touches it.
            behind -= span[1] == start and second[behind - 1].start == start
            out += _moved(second[j:behind], -shift)
            j = behind
        elif span[1] <= theirs.start and span <= theirs[1:3]:
            out.append(mine)
            shift += len(mine.after) - len(mine.before)
            i += 1
        else:
            i_end, j_end = _touching(first, second, i, j, shift)
            if i_end - i == j_end - j == 1:
                both = _both(source, mine, theirs, shift)
                out += [both] if both.before != both.after else []
            else:
                out += compose(source, first[i:i_end], _moved(second[j:j_end], -shift))
            shift += sum(len(edit.after) - len(edit.before) for edit in first[i:i_end])
            i, j = i_end, j_end
    out += first[i:]
    out += _moved(second[j:], -shift)
    return out


def merge_all(texts: Sequence[str], ledgers: Sequence[Sequence[Edit]]) -> Sequence[Edit]:
    """Return the edits of all passes as edits on the first text; `texts` holds what each pass was given.

    Neighbouring lists are merged, the smallest pair first, so that a long list is walked as seldom as may be.
    """
    parts = [(text, edits) for text, edits in zip(texts, ledgers, strict=True) if edits]
    while len(parts) > 1:
        n = min(range(len(parts) - 1), key=lambda at: len(parts[at][1]) + len(parts[at + 1][1]))
        text, edits = parts[n]
        parts[n : n + 2] = [(text, merge(text, edits, parts[n + 1][1]))]
    return parts[0][1] if parts else ()


def _touching(first: Sequence[Edit], second: Sequence[Edit], i: int, j: int, shift: int) -> tuple[int, int]:
    """Return where the edits end that overlap, directly or through others, from `i` and `j` on."""
    end = -1
    while True:
        mine = first[i] if i < len(first) else None
        start = mine.start + shift if mine else -1
        span = (start, start + len(mine.after)) if mine else None
        theirs = second[j] if j < len(second) else None
        takes_mine = span is not None and (theirs is None or span <= theirs[1:3])
        here = span if takes_mine else theirs[1:3] if theirs else None
        if here is None or (end >= 0 and here[0] >= end):
            return i, j
        end = max(end, here[1])
        if takes_mine and mine:
            shift += len(mine.after) - len(mine.before)
            i += 1
        else:
            j += 1


def _both(source: str, mine: Edit, theirs: Edit, shift: int) -> Edit:
    """Return one edit on `source` for two that touch; `mine` goes to `shift` code points behind its place."""
    middle = mine.start + shift
    start = min(middle, theirs.start) - shift
    end = max(mine.end, theirs.end - shift - len(mine.after) + len(mine.before))
    left = source[start : mine.start] + mine.after + source[mine.end : end]
    place = theirs.start - shift - start
    after = left[:place] + theirs.after + left[place + len(theirs.before) :]
    is_first = (middle, middle + len(mine.after)) <= theirs[1:3]
    names = dict.fromkeys((mine.rule, theirs.rule) if is_first else (theirs.rule, mine.rule))
    return Edit("+".join(names), start, end, source[start:end], after)


def _moved(edits: Sequence[Edit], by: int) -> Sequence[Edit]:
    """Return edits moved by some code points."""
    new = tuple.__new__
    return (
        [new(Edit, (rule, start + by, end + by, before, after)) for rule, start, end, before, after in edits]
        if by
        else edits
    )

"""Find what differs between two texts, by lines first and then by words and Han characters inside changed lines."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

import regex
from rapidfuzz.distance import LCSseq

from corpus_cli.errors import LedgerMismatch
from corpus_cli.ledger import Edit

# One Han character, kana or sign at a time; words of other scripts, numbers and blanks as runs.
_TOKEN = regex.compile(r"[\p{L}--\p{Han}--\p{Hiragana}--\p{Katakana}\p{M}]+|\p{N}+|[^\S\n]+|.", regex.V1 | regex.DOTALL)
_LINE = regex.compile(r"[^\n]*\n|[^\n]+")
# Cells of the alignment matrix; a changed stretch beyond it is shown as replaced whole.
_LARGEST = 36_000_000


class Difference(NamedTuple):
    """Say that `a[start:end]` stands where `b[other_start:other_end]` stands (code points)."""

    start: int
    end: int
    other_start: int
    other_end: int


class Segment(NamedTuple):
    """Hold a stretch of text that both sides have, or that only the first or only the second has."""

    kind: Literal["equal", "removed", "added"]
    text: str


def differences(a: str, b: str) -> list[Difference]:
    """Return where two texts differ, in order and without overlap.

    Long texts are compared by lines, and only the changed lines by words and characters.

    >>> differences("他说,好", "他说，好")
    [Difference(start=2, end=3, other_start=2, other_end=3)]
    """
    head, tail = _common_ends(a, b)
    middle_a, middle_b = a[head : len(a) - tail], b[head : len(b) - tail]
    found = _by_lines(middle_a, middle_b) if "\n" in middle_a and "\n" in middle_b else _by_tokens(middle_a, middle_b)
    moved = (Difference(*(place + head for place in item)) for item in found)
    return [_trimmed(item, a, b) for item in _without_islands(moved)]


def segments(a: str, b: str) -> list[Segment]:
    """Return both texts as one list of equal, removed and added stretches.

    >>> [tuple(segment) for segment in segments("法冶中国", "法治中国")]
    [('equal', '法'), ('removed', '冶'), ('added', '治'), ('equal', '中国')]
    """
    return list(_segments(a, ((d.start, d.end, b[d.other_start : d.other_end]) for d in differences(a, b))))


def segments_of_edits(text: str, edits: Iterable[Edit]) -> list[Segment]:
    """Return a text and what edits make of it as one list of stretches.

    Raises LedgerMismatch where the edits do not belong to the text.
    """
    return list(_segments(text, _checked(text, edits)))


def _checked(text: str, edits: Iterable[Edit]) -> Iterator[tuple[int, int, str]]:
    place = 0
    for edit in edits:
        if edit.start < place or text[edit.start : edit.end] != edit.before:
            raise LedgerMismatch(
                f"edit of rule {edit.rule} at {edit.start}–{edit.end} does not fit the text",
                remedy="Use the edits file that was written with this text.",
            )
        place = edit.end
        for found in differences(edit.before, edit.after):
            after = edit.after[found.other_start : found.other_end]
            yield edit.start + found.start, edit.start + found.end, after


def _segments(a: str, changes: Iterable[tuple[int, int, str]]) -> Iterator[Segment]:
    place = 0
    for start, end, after in changes:
        if start > place:
            yield Segment("equal", a[place:start])
        if end > start:
            yield Segment("removed", a[start:end])
        if after:
            yield Segment("added", after)
        place = end
    if place < len(a):
        yield Segment("equal", a[place:])


def _trimmed(item: Difference, a: str, b: str) -> Difference:
    """Return the difference without what its two sides share at their ends, so that letters of a word are marked."""
    head, tail = _common_ends(a[item.start : item.end], b[item.other_start : item.other_end])
    return Difference(item.start + head, item.end - tail, item.other_start + head, item.other_end - tail)


def _common_ends(a: str, b: str) -> tuple[int, int]:
    """Return how many characters two texts share at the start and, apart from those, at the end."""
    shorter = min(len(a), len(b))
    head = _shared(a, b, shorter)
    tail = _shared(a[::-1], b[::-1], shorter - head)
    return head, tail


def _shared(a: str, b: str, most: int) -> int:
    """Return the length of the common prefix, at most `most`, by halving."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _by_tokens(a: str, b: str) -> list[Difference]:
    if not a or not b:
        return [Difference(0, len(a), 0, len(b))] if a or b else []
    return _aligned(_TOKEN.findall(a), _TOKEN.findall(b))


def _by_lines(a: str, b: str) -> list[Difference]:
    """Return the differences of two texts of many lines, lines first."""
    lines_a, lines_b = _LINE.findall(a), _LINE.findall(b)
    found: list[Difference] = []
    for part in _line_ranges(lines_a, lines_b):
        inner = _by_tokens(a[part.start : part.end], b[part.other_start : part.other_end])
        found += (
            Difference(
                item.start + part.start,
                item.end + part.start,
                item.other_start + part.other_start,
                item.other_end + part.other_start,
            )
            for item in inner
        )
    return found


def _line_ranges(a: Sequence[str], b: Sequence[str]) -> Iterator[Difference]:
    """Yield differing ranges of lines, as character offsets, between lines that stand once on both sides."""
    starts_a, starts_b = _starts(a), _starts(b)
    last_a = last_b = 0
    for anchor_a, anchor_b in (*_anchors(a, b), (len(a), len(b))):
        for part in _aligned(a[last_a:anchor_a], b[last_b:anchor_b]):
            yield Difference(
                starts_a[last_a] + part.start,
                starts_a[last_a] + part.end,
                starts_b[last_b] + part.other_start,
                starts_b[last_b] + part.other_end,
            )
        last_a, last_b = anchor_a, anchor_b


def _anchors(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Return pairs of equal lines that are unique on both sides, in rising order (patience diff, Bram Cohen)."""
    once_a = {line: n for n, line in enumerate(a)}
    counts_a, counts_b = Counter(a), Counter(b)
    pairs = [(once_a[line], n) for n, line in enumerate(b) if counts_b[line] == 1 and counts_a[line] == 1]
    return sorted(_longest_rising(pairs))


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs (in order of their second) whose first rise too."""
    tops: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for n, (first, _) in enumerate(pairs):
        pile = bisect_left(tops, first)
        before.append(piles[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [first]
        piles[pile : pile + 1] = [n]
    chain: list[tuple[int, int]] = []
    n = piles[-1] if piles else -1
    while n >= 0:
        chain.append(pairs[n])
        n = before[n]
    return chain


def _aligned(a: Sequence[str], b: Sequence[str]) -> list[Difference]:
    """Return where two lists of pieces differ, as character offsets into their joined texts."""
    starts_a, starts_b = _starts(a), _starts(b)
    if len(a) * len(b) > _LARGEST or not a or not b:
        whole = Difference(0, starts_a[-1], 0, starts_b[-1])
        return [whole] if a or b else []
    numbers: dict[str, int] = {}
    coded_a = [numbers.setdefault(piece, len(numbers)) for piece in a]
    coded_b = [numbers.setdefault(piece, len(numbers)) for piece in b]
    found = (code for code in LCSseq.opcodes(coded_a, coded_b) if code.tag != "equal")
    return _touching_joined(
        Difference(starts_a[c.src_start], starts_a[c.src_end], starts_b[c.dest_start], starts_b[c.dest_end])
        for c in found
    )


def _starts(pieces: Sequence[str]) -> list[int]:
    """Return where each piece starts in the joined text, and its length at the end."""
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    return starts


def _touching_joined(found: Iterable[Difference]) -> list[Difference]:
    """Return the differences with those that touch on both sides made one."""
    out: list[Difference] = []
    for item in found:
        if out and out[-1].end == item.start and out[-1].other_end == item.other_start:
            item = Difference(out[-1].start, item.end, out.pop().other_start, item.other_end)
        out.append(item)
    return out


def _without_islands(found: Iterable[Difference]) -> list[Difference]:
    """Return the differences joined where hardly anything is equal between two large ones."""
    out: list[Difference] = []
    for item in found:
        if out:
            last = out[-1]
            island = item.start - last.end
            if island <= 3 and 2 * island < min(_size(last), _size(item)):
                out[-1] = Difference(last.start, item.end, last.other_start, item.other_end)
                continue
        out.append(item)
    return out


def _size(item: Difference) -> int:
    return max(item.end - item.start, item.other_end - item.other_start)

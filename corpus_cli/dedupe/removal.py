"""Take units out of a text with one gap each, so that what stays keeps its distance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus_cli.ledger import Edit
from corpus_cli.text.paragraphs import Span


def removal_edits(text: str, spans: Sequence[Span], methods: dict[int, str]) -> list[Edit]:
    r"""Return the edits that remove the units of `spans` whose numbers `methods` holds (with the method as value).

    `spans` are all units of the text in order.  Of the gaps around and inside a run of removed units the widest
    stays, because runs of blank lines show where articles join; at the ends of the text the outer gap stays.

    >>> removal_edits("a\n\nb\n\n\n\nc", [Span(0, 1), Span(3, 4), Span(8, 9)], {1: "exact"})
    [Edit(rule='dedupe:exact', start=1, end=4, before='\n\nb', after='')]
    """
    edits: list[Edit] = []
    for first, last in _runs(sorted(methods)):
        gaps = _gaps(text, spans, first, last)
        widths = [end - start for start, end in gaps]
        stays = widths.index(max(widths))
        if first == 0:
            stays = 0
        elif last == len(spans) - 1:
            stays = len(gaps) - 1
        for number in range(first, last + 1):
            before, after = gaps[number - first], gaps[number - first + 1]
            start = before.start if number - first < stays else spans[number].start
            end = spans[number].end if number - first < stays else after.end
            edits.append(Edit(f"dedupe:{methods[number]}", start, end, text[start:end], ""))
    return edits


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of neighbouring numbers."""
    first = last = -2
    for number in numbers:
        if number != last + 1:
            if first >= 0:
                yield first, last
            first = number
        last = number
    if first >= 0:
        yield first, last


def _gaps(text: str, spans: Sequence[Span], first: int, last: int) -> list[Span]:
    """Return the gaps before, between and behind the units from `first` to `last`."""
    starts = [spans[first - 1].end if first else 0, *(spans[n].end for n in range(first, last + 1))]
    ends = [*(spans[n].start for n in range(first, last + 1))]
    ends.append(spans[last + 1].start if last + 1 < len(spans) else len(text))
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]

"""Find the passage that two texts share, with its begin and end on both sides."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from corpus_cli.dedupe.alignment import Stretch, aligned, stretches
from corpus_cli.dedupe.proof import PASSAGE_LEAST
from corpus_cli.dedupe.units import Units
from corpus_cli.text.folding import fold
from corpus_cli.text.paragraphs import Span

_CLOSING = '.,;:!?)" '


class Passage(NamedTuple):
    """Hold a passage of `unit` that `kept` has too: the spans in the texts of both records, and how much is alike."""

    unit: int
    kept: int
    span: Span
    kept_span: Span
    score: float


def shared_passage(units: Units, unit: int, kept: int) -> Passage | None:
    """Return the longest passage that two units share, or None where none is long enough."""
    one, other = fold(units.text(unit)), fold(units.text(kept))
    cut = stretches(aligned(one.text, other.text), len(one.text), len(other.text))
    longest = max((stretch for stretch in cut if stretch.is_alike), key=_size, default=None)
    if longest is None or _size(longest) < PASSAGE_LEAST:
        return None
    edits = longest.end.edits - longest.start.edits
    score = round(100.0 * _size(longest) / (_size(longest) + edits), 2)
    (start, end), (kept_start, kept_end) = longest.first, longest.second
    # The sign that closes the sentence before belongs to it.
    shift = len(one.text) - len(one.text[start:].lstrip(_CLOSING)) - start
    first, second = one.source(start + shift, end), other.source(kept_start + shift, kept_end)
    return Passage(unit, kept, _moved(first, units.span(unit).start), _moved(second, units.span(kept).start), score)


def shared_passages(units: Units, pairs: Iterable[tuple[int, int]], rank: Callable[[int], object]) -> list[Passage]:
    """Return the passages that pairs of units share; the unit that ranks lower is named first."""
    found = []
    for pair in pairs:
        kept, unit = sorted(pair, key=rank)  # type: ignore[arg-type]
        passage = shared_passage(units, unit, kept)
        if passage is not None:
            found.append(passage)
    return sorted(found)


def says_enough(units: Units, passage: Passage) -> bool:
    """Return whether a passage says enough to be taken out: a Han character says as much as two Latin letters.

    A phrase that an author has ready, an office or a title is as long in Latin letters as a sentence is in Han.
    """
    start, end = passage.span
    letters = [sign for sign in units.records[int(units.record[passage.unit])].text[start:end] if sign.isalnum()]
    return 2 * len(letters) - sum(map(str.isascii, letters)) >= 2 * PASSAGE_LEAST


def chosen_cuts(passages: Iterable[Passage], reference: int) -> dict[int, Passage]:
    """Return the passages to take out: one of a unit at most, and none of a unit that another is cut for."""
    cuts: dict[int, Passage] = {}
    needed: set[int] = set()
    for passage in sorted(passages, key=lambda found: (found.span.start - found.span.end, found)):
        free = passage.unit >= reference and passage.unit not in cuts and passage.unit not in needed
        if free and passage.kept not in cuts:
            cuts[passage.unit] = passage
            needed.add(passage.kept)
    return cuts


def _size(stretch: Stretch) -> int:
    """Return how many characters of a stretch are the same."""
    return stretch.end.alike - stretch.start.alike


def _moved(span: Span, start: int) -> Span:
    """Return a span of a unit as one of its record."""
    return Span(span.start + start, span.end + start)

"""Find units that are put together from others: one line that holds the end of a paragraph and all of the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from corpus_cli.dedupe.alignment import Stretch, aligned, stretches
from corpus_cli.dedupe.findings import Copy
from corpus_cli.dedupe.options import SHORT
from corpus_cli.dedupe.verdict import judge_folded
from corpus_cli.dedupe.views import Views

# A union is found word for word but for noise.
_ALIKE = 95.0
# A view that one other holds to this share is no union.
_ONE = 90.0


class Union(NamedTuple):
    """Say that a view is held by neighbouring ones together; `whole` says that it holds all of them in turn."""

    view: int
    pieces: tuple[int, ...]
    verdict: Copy
    whole: bool


def unions(
    views: Views, pairs: Iterable[tuple[int, int]], follows: Callable[[int], bool], first: int = 0
) -> Iterator[Union]:
    """Yield the views from `first` on that neighbouring views hold together and no single one holds.

    `pairs` are candidates; `follows(n)` says whether view `n` stands next after view `n - 1` in the same record.
    """
    around: dict[int, list[int]] = {}
    for one, other in pairs:
        around.setdefault(one, []).append(other)
        around.setdefault(other, []).append(one)
    for view in sorted(around):
        if view < first:
            continue
        for run in _runs(sorted(around[view]), follows):
            union = _union(views, view, run)
            if union is not None:
                yield union
                break


def _runs(partners: Sequence[int], follows: Callable[[int], bool]) -> Iterator[list[int]]:
    """Yield the runs of two and more partners that stand next to each other."""
    run: list[int] = []
    for partner in partners:
        if run and not (partner == run[-1] + 1 and follows(partner)):
            if len(run) > 1:
                yield run
            run = []
        run.append(partner)
    if len(run) > 1:
        yield run


def _union(views: Views, view: int, run: Sequence[int]) -> Union | None:
    """Return the union if the view stands in the run's texts put together, in two of them at least."""
    text = views.text(view)
    texts = [views.text(piece) for piece in run]
    joined = "".join(texts)
    cut = stretches(aligned(text, joined), len(text), len(joined))
    shares = _shares(cut, texts)
    pieces = [n for n, share in enumerate(shares) if share >= SHORT]
    if len(pieces) < 2 or pieces != list(range(pieces[0], pieces[-1] + 1)):
        return None
    if 100 * max(shares) >= _ONE * len(text) or 100 * sum(shares[n] for n in pieces) < _ALIKE * len(text):
        return None
    # What the pieces have before and behind the text is theirs; a number or a name inside it decides as ever.
    verdict = judge_folded(text, joined[cut[0].end.second : cut[-1].start.second])
    if not verdict.duplicate:
        return None
    whole = all(100 * shares[n] >= _ALIKE * len(texts[n]) for n in pieces)
    named = Copy(verdict.score, "union", "contained")
    return Union(view, tuple(run[n] for n in pieces), named, whole)


def _shares(cut: Sequence[Stretch], texts: Sequence[str]) -> list[int]:
    """Return how many characters of a text each of the texts that it was aligned with, one behind the other, holds."""
    shares = []
    start = 0
    for piece in texts:
        end = start + len(piece)
        shares.append(sum(_within(stretch.second, start, end) for stretch in cut if stretch.is_alike))
        start = end
    return shares


def _within(span: tuple[int, int], start: int, end: int) -> int:
    """Return how much of a span lies between `start` and `end`."""
    return max(0, min(span[1], end) - max(span[0], start))

"""Show how two texts compare: both folded views, what differs where, what each measure says, and the verdict."""

from __future__ import annotations

from typing import NamedTuple

from corpus_cli.dedupe.alignment import aligned, stretches
from corpus_cli.dedupe.evidence import lost_share, measured
from corpus_cli.dedupe.speakers import is_brief
from corpus_cli.dedupe.verdict import Verdict, is_spaced, judge
from corpus_cli.dedupe.weights import SPACED, UNSPACED
from corpus_cli.text.folding import Folded, fold
from corpus_cli.text.paragraphs import Span


class Piece(NamedTuple):
    """Hold one piece of the alignment: what stands there in both folded views and where in the given texts.

    `kind` is same, replaced, first (stands in the first text only) or second.
    """

    kind: str
    first: str
    second: str
    first_span: Span
    second_span: Span


class Measure(NamedTuple):
    """Hold one measure of `Evidence`, its value, and the log-odds it gives or takes."""

    name: str
    value: float
    odds: float


class PairExplanation(NamedTuple):
    """Hold all that is known on a pair: the folded views, the pieces of the alignment in order, measures, verdict."""

    first: str
    second: str
    pieces: tuple[Piece, ...]
    measures: tuple[Measure, ...]
    verdict: Verdict

    def marked(self) -> str:
        """Return one text with the differences marked: [-only first-] and {+only second+}."""
        return "".join(
            piece.first
            if piece.kind == "same"
            else (f"[-{piece.first}-]" if piece.first else "") + (f"{{+{piece.second}+}}" if piece.second else "")
            for piece in self.pieces
        )


_KINDS = {"equal": "same", "replace": "replaced", "delete": "first", "insert": "second"}


def explain_pair(first: str, second: str) -> PairExplanation:
    """Return how two texts compare and what the verdict on them rests on.

    >>> explain_pair("新装路灯二百盏，居民都说好啊。", "新装路灯三百盏,居民都说好啊.").marked()
    '新装路灯[-二-]{+三+}百盏,居民都说好啊.'
    """
    one, other = fold(first), fold(second)
    pieces = tuple(
        Piece(_KINDS[tag], one.text[a:b], other.text[c:d], _place(one, a, b), _place(other, c, d))
        for tag, a, b, c, d in aligned(one.text, other.text)
    )
    return PairExplanation(one.text, other.text, pieces, _measures(one.text, other.text), judge(first, second))


def _place(view: Folded, start: int, end: int) -> Span:
    """Return where a piece of a view stands in the text it was made from."""
    return view.source(start, end)


def _measures(first: str, second: str) -> tuple[Measure, ...]:
    """Return what each measure says; nothing where the texts are equal, too short or have nothing in common."""
    lesser, greater = sorted((first, second), key=lambda text: (len(text), text))
    if first == second or is_brief(lesser):
        return ()
    steps = aligned(lesser, greater)
    cut = stretches(steps, len(lesser), len(greater))
    evidence = measured(lesser, greater, cut)
    if evidence is None:
        return ()
    weights = SPACED if is_spaced(lesser) else UNSPACED
    evidence = evidence._replace(lost=lost_share(lesser, greater, steps, cut))
    shares = evidence._asdict()
    odds = weights._asdict()
    start = Measure("start", 1.0, weights.start)
    names = [name for name in odds if odds[name] and name != "start"]
    return (start, *(Measure(name, shares[name], shares[name] * odds[name] or 0.0) for name in names))

"""How sure a turn is: what its convention rests on in the document, and what its own label rests on.

The steps were set on the development pages so that of blocks with 0.9 and more at least 97 in 100 are right.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from corpus_cli.split.convention import Verdict
from corpus_cli.split.families import Candidate
from corpus_cli.split.shapes import STRONG, Shape

SCALE = 4.0  # evidence at which a convention is sure to two thirds of the way
ONCE: Mapping[Shape, float] = {
    "person": 0.93,
    "foreign": 0.9,
    "honoured": 0.92,
    "capitals": 0.91,
    "title case": 0.8,
    "body": 0.8,
    "other": 0.75,
}


def sureness(turns: Sequence[Candidate], best: Verdict) -> list[tuple[float, str]]:
    """Return for each turn its confidence (0–1) and what it rests on, in a few words."""
    counts = Counter([turn.key for turn in turns])
    own = {turn.line: turn.key for turn in best.turns}
    document = 1 - 0.45 * math.exp(-best.evidence / SCALE)
    known: dict[tuple[Shape, int, bool], tuple[float, str]] = {}
    out = []
    for turn in turns:
        facts = (turn.shape, counts[turn.key], own.get(turn.line) == turn.key)
        if facts not in known:
            known[facts] = _sure(best.family, document, *facts)
        out.append(known[facts])
    return out


def _sure(family: str, document: float, shape: Shape, count: int, own: bool) -> tuple[float, str]:
    """Return confidence and reason of turns whose label has this shape and count; `own` says the family marks them."""
    label, why = _label(shape, count), f"{family}, {shape}, printed {count}x"
    if not own:
        label, why = min(label, 0.88), why + ", marked otherwise or misprinted"
    return round(min(document, label), 3), why


def _label(shape: Shape, count: int) -> float:
    """Return how sure a label is in itself."""
    if shape in STRONG:
        return 0.99 if count > 1 else 0.96
    if count >= 3:
        return 0.98
    return 0.94 if count == 2 and shape != "other" else ONCE.get(shape, 0.9)

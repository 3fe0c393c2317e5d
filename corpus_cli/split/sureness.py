"""How sure a turn is: what its convention rests on in the document, and what its own label rests on.

The steps were set on the development pages so that of blocks with 0.9 and more at least 97 in 100 are right.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from corpus_cli.split.convention import Verdict
from corpus_cli.split.families import Candidate
from corpus_cli.split.labels import STRONG, Shape

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
    counts = Counter(turn.key for turn in turns)
    own = {(turn.line, turn.key) for turn in best.turns}
    document = 1 - 0.45 * math.exp(-best.evidence / SCALE)
    out = []
    for turn in turns:
        label = _label(turn, counts[turn.key])
        why = f"{best.family}, {turn.shape}, printed {counts[turn.key]}x"
        if (turn.line, turn.key) not in own:
            label, why = min(label, 0.88), why + ", marked otherwise or misprinted"
        out.append((round(min(document, label), 3), why))
    return out


def _label(turn: Candidate, count: int) -> float:
    """Return how sure a label is in itself."""
    if turn.shape in STRONG:
        return 0.99 if count > 1 else 0.96
    if count >= 3:
        return 0.98
    return 0.94 if count == 2 and turn.shape != "other" else ONCE.get(turn.shape, 0.9)

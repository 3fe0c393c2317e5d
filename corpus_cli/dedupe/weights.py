"""What each measure weighs, fitted on the development sets.

Made by `python tests/benchmarks/fit_verdict.py EN.jsonl.gz ZH.jsonl.gz`: a logistic regression with a small ridge over
the labelled pairs (copies) and the pairs of look-alike families (same opening, template, boilerplate); a pair is a copy
where `start` plus the weighted measures is above zero.  `start` is set so that few look-alikes pass; the command says
what other settings would do.
"""

from __future__ import annotations

from typing import NamedTuple


class Weights(NamedTuple):
    """Hold log-odds: of a pair without any difference, and for one unit of each measure of `Evidence`."""

    start: float
    replaced: float
    surprise: float
    ends: float
    uneven: float
    lost: float


SPACED = Weights(start=5.06, replaced=-8.18, surprise=-0.05, ends=-49.21, uneven=-55.06, lost=-59.94)
"""For scripts that part words by blanks."""

UNSPACED = Weights(start=6.95, replaced=-73.79, surprise=-0.09, ends=-42.55, uneven=0.0, lost=0.0)
"""For Han, kana and other scripts without blanks between words."""

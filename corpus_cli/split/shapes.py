"""The shapes of labels, and how much each speaks for a speaker."""

from __future__ import annotations

from typing import Literal

Shape = Literal[
    "numbered",
    "part",
    "infix",
    "suffix",
    "titled",
    "office",
    "person",
    "foreign",
    "honoured capitals",
    "honoured",
    "seated",
    "capitals",
    "title case",
    "body",
    "other",
    "field",
    "clause",
]
# How much a label of this shape speaks for a speaker; field names and clauses never do.
WEIGHT: dict[Shape, float] = {
    "numbered": 2.0,
    "part": 1.5,
    "infix": 2.0,
    "suffix": 1.6,
    "titled": 1.6,  # a name with its office in brackets
    "office": 1.4,
    "person": 1.2,
    "foreign": 1.0,
    "honoured capitals": 2.0,
    "honoured": 1.3,
    "seated": 1.3,  # a name with its party or constituency in brackets
    "capitals": 1.0,
    "title case": 0.7,
    "body": 0.6,
    "other": 0.2,
    "field": 0.0,
    "clause": 0.0,
}
STRONG = frozenset(("numbered", "part", "infix", "suffix", "titled", "office", "honoured capitals"))

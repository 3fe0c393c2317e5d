"""Which scorer a gold file is for, seen from its rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from corpus_cli.errors import BadInput
from corpus_cli.evaluate.rows import Row

Task = Literal["cleaning", "duplicates", "blocks"]


def task_of(rows: Sequence[Row]) -> Task:
    """Return what rows are gold for: blocks (with a kind), duplicates (with their original or cluster), or texts.

    Raises BadInput where there are no rows, or where they are none of the three.

    >>> task_of([{"id": "a", "text": "渠水"}])
    'cleaning'
    """
    if not rows:
        raise BadInput("the gold has no rows", remedy="Give a file with at least one row.")
    first = rows[0]
    if "kind" in first and "speaker" in first:
        return "blocks"
    if any(name in first for name in ("dup_of", "dup_cluster", "cluster")):
        return "duplicates"
    if "text" in first:
        return "cleaning"
    remedy = "Give texts {id, text}, removed units as dedupe --removed writes them, or blocks as split writes them."
    raise BadInput("the gold holds neither texts, nor duplicates, nor blocks", remedy=remedy)

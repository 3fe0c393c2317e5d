"""Know which Han look alike, so that a misread sign can be told from another word.

The table was made by drawing the commonest characters and comparing the pictures
(`tests/benchmarks/fit_look_alikes.py`).  A sign that is not in it is rare, and a rare sign is as likely a misread one:
it counts as like any other.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def look_alike(first: str, second: str) -> bool:
    """Return whether one Han sign may be a misreading of the other.

    >>> look_alike("未", "末"), look_alike("东", "西")
    (True, False)
    """
    common, alike = _table()
    return (
        first == second
        or first not in common
        or second not in common
        or min(first, second) + max(first, second) in alike
    )


@cache
def _table() -> tuple[frozenset[str], frozenset[str]]:
    """Return the signs of the table, and the pairs that look alike (the lesser sign first)."""
    lines = files("corpus_cli.dedupe").joinpath("data/look_alikes.txt").read_text(encoding="utf-8").split()
    pairs = frozenset(min(line[0], sign) + max(line[0], sign) for line in lines for sign in line[1:])
    return frozenset(line[0] for line in lines), pairs

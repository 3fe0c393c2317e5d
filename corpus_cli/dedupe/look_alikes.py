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
    alike = _table()
    if first == second or first not in alike or second not in alike:
        return True
    return second in alike[first] or first in alike[second]


@cache
def _table() -> dict[str, str]:
    """Return the look-alikes of each common sign; a pair stands under one of the two."""
    lines = files("corpus_cli.dedupe").joinpath("data/look_alikes.txt").read_text(encoding="utf-8").split()
    return {line[0]: line[1:] for line in lines}

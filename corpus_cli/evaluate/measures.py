"""Shares and means that all scorers use, with one convention for nothing out of nothing."""

from __future__ import annotations


def share(part: float, whole: float, empty: float = 0.0) -> float:
    """Return part / whole (0–1), and `empty` where there is nothing to share.

    >>> share(1, 4), share(0, 0), share(0, 0, empty=1.0)
    (0.25, 0.0, 1.0)
    """
    return part / whole if whole else empty


def f1(hits: int, found: int, sought: int) -> float:
    """Return F1 = 2 hits / (found + sought), and 1 where nothing was sought and nothing found.

    >>> f1(2, 3, 4), f1(0, 0, 0)
    (0.5714285714285714, 1.0)
    """
    return share(2 * hits, found + sought, empty=1.0)


def pairs(count: int) -> int:
    """Return the number of unordered pairs among `count` things, n (n − 1) / 2.

    >>> pairs(4)
    6
    """
    return count * (count - 1) // 2

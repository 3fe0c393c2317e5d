"""Texts in which small and capital letters answer one to one, so that a look at small letters misses no word."""

from __future__ import annotations

import re

_ONE_TO_ONE = re.compile(
    r"[\x00-\xb1\xb4\xb6-\xb8\xba\xbb\xbf-\u012f\u0132-\u017e\u0400-\u045f\u2010-\u2027\u3001-\u3006\u3008-\u301f"
    r"\u4e00-\u9fff\uff01-\uff0f\uff1a-\uff1f]*"
)


def folds_plainly(text: str) -> bool:
    """Say whether each sign has one small form, and belongs to a word for `re` where it does for `regex`.

    >>> folds_plainly("Zürich, Москва, 各位"), folds_plainly("İzmir"), folds_plainly("x²")
    (True, False, False)
    """
    return text.isascii() or _ONE_TO_ONE.fullmatch(text) is not None

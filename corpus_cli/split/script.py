"""Bring Chinese words to one script, so that a list of words need hold each only once."""

from __future__ import annotations

from corpus_cli.text.simplified import SIMPLIFIED, TRADITIONAL

_SIMPLE = str.maketrans(TRADITIONAL, SIMPLIFIED)


def simplified(text: str) -> str:
    """Return `text` with every traditional sign as its simplified one, sign for sign.

    >>> simplified("陳委員")
    '陈委员'
    """
    return text.translate(_SIMPLE)

"""How common an English word is, by wordfreq's list, loaded when a rule asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache


def share(word: str) -> float:
    """Return the share of a word among the words of English; 0 for a word not in the list.

    >>> share("river") > share("rivulet") > share("rivcr")
    True
    """
    return _shares().get(word, 0.0)


@cache
def _shares() -> Mapping[str, float]:
    from wordfreq import get_frequency_dict  # slow to import, and few texts come here

    shares: Mapping[str, float] = get_frequency_dict("en", wordlist="large")
    return shares

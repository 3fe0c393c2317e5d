"""How often words are written: wordfreq's lists, not kept longer than their reader keeps them."""

from __future__ import annotations


def word_shares(language: str, size: str = "large") -> dict[str, float]:
    """Return the share of each word of a language among its words, by wordfreq's "small" or "large" list.

    The library keeps every list it has read; what it keeps is let go here, for a list takes up to 50 MB.
    """
    from wordfreq import get_frequency_dict, get_frequency_list  # slow to import, and few texts come here

    shares: dict[str, float] = get_frequency_dict(language, wordlist=size)
    get_frequency_dict.cache_clear()
    get_frequency_list.cache_clear()
    return shares

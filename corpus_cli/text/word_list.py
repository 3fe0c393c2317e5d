"""How often words are written: wordfreq's lists, not kept longer than their reader keeps them."""

from __future__ import annotations

import gzip
from importlib.util import find_spec
from pathlib import Path


def word_shares(language: str, size: str = "large") -> dict[str, float]:
    """Return the share of each word of a language among its words, by wordfreq's "small" or "large" list.

    The file of the list is read without the library around it, which takes longer to load than most lists.
    """
    shares = _read(language, size)
    return _asked(language, size) if shares is None else shares


def _read(language: str, size: str) -> dict[str, float] | None:
    """Return the list as its file has it, or None where the file is not what was expected.

    Its n-th list holds the words whose share is a hundredth of n powers of ten below one ("cBpack", version 1).
    """
    import msgpack  # what wordfreq itself reads its lists with

    found = find_spec("wordfreq")
    path = Path(found.origin).with_name("data") / f"{size}_{language}.msgpack.gz" if found and found.origin else None
    if path is None or not path.exists():
        return None
    with gzip.open(path, "rb") as stream:
        header, *buckets = msgpack.load(stream, raw=False)
    if header != {"format": "cB", "version": 1}:
        return None
    return {word: 10 ** (-number / 100) for number, words in enumerate(buckets) for word in words}


def _asked(language: str, size: str) -> dict[str, float]:
    """Return the list as the library gives it, and let go of what the library keeps: a list takes up to 50 MB."""
    from wordfreq import get_frequency_dict, get_frequency_list

    shares: dict[str, float] = get_frequency_dict(language, wordlist=size)
    get_frequency_dict.cache_clear()
    get_frequency_list.cache_clear()
    return shares

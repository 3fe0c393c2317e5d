"""How often words are written: wordfreq's lists, not kept longer than their reader keeps them."""

from __future__ import annotations

import gzip
from importlib.util import find_spec
from itertools import takewhile
from pathlib import Path


def word_shares(language: str, size: str = "large", least: float = 0.0) -> dict[str, float]:
    """Return the share of each word of a language among its words, by wordfreq's "small" or "large" list.

    Words of a share below `least` are left out.  The file of the list is read without the library around it, which
    takes longer to load than most lists.
    """
    shares = _read(language, size, least)
    return _asked(language, size, least) if shares is None else shares


def _read(language: str, size: str, least: float = 0.0) -> dict[str, float] | None:
    """Return the list as its file has it, or None where the file is not what was expected.

    Its n-th list holds the words whose share is a hundredth of n powers of ten below one ("cBpack", version 1).
    """
    import msgpack  # what wordfreq itself reads its lists with

    found = find_spec("wordfreq")
    path = Path(found.origin).with_name("data") / f"{size}_{language}.msgpack.gz" if found and found.origin else None
    if path is None or not path.exists():
        return None
    shares: dict[str, float] = {}
    with gzip.open(path, "rb") as stream:
        lists = msgpack.Unpacker(stream, raw=False)
        count = lists.read_array_header() - 1
        if lists.unpack() != {"format": "cB", "version": 1}:
            return None
        # The commonest words stand first, and the rarest are most of the file.
        for share in takewhile(lambda share: share >= least, (10 ** (-number / 100) for number in range(count))):
            shares.update(dict.fromkeys(lists.unpack(), share))
    return shares


def _asked(language: str, size: str, least: float = 0.0) -> dict[str, float]:
    """Return the list as the library gives it, and let go of what the library keeps: a list takes up to 50 MB."""
    from wordfreq import get_frequency_dict, get_frequency_list

    shares: dict[str, float] = get_frequency_dict(language, wordlist=size)
    get_frequency_dict.cache_clear()
    get_frequency_list.cache_clear()
    return {word: share for word, share in shares.items() if share >= least}

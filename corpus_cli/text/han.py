"""What is Han, and which signs have a half-width and a full-width form."""

from __future__ import annotations

import re

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007\U00020000-\U000323af"
"""The Han characters (with 〇) as the inside of a character class."""

KANA = "\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9d"
"""Hiragana and katakana as the inside of a character class."""

EAST_ASIAN = f"{HAN}{KANA}"
"""Han, hiragana and katakana as the inside of a character class."""

CJK_SIGNS = "\u3001-\u3003\u3008-\u3011\u3014-\u301b\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
"""Full-width punctuation as the inside of a character class."""

FULL_OF_HALF = dict(zip(",;:?!()", "，；：？！（）", strict=True))
"""The full-width form of each half-width mark that Chinese print does not use."""

SENTENCE_ENDS = "。！？!?…"
"""Signs that end a sentence in Chinese, without the full stop of Latin scripts."""

CLOSERS = "”’」』）)】〕》〉］]\"'"
"""Closing quotes and brackets, which stay with the sentence they close."""

OPENERS = "“‘「『（(【〔《〈［["
"""Opening quotes and brackets."""

_HAN = re.compile(f"[{HAN}]")
_HAN_RUN = re.compile(f"[{HAN}]+")


def is_han(sign: str) -> bool:
    """Return whether a sign is one Han character.

    >>> is_han("字"), is_han("a"), is_han("，")
    (True, False, False)
    """
    return _HAN.fullmatch(sign) is not None


def has_han(text: str) -> bool:
    """Return whether a text holds any Han character.

    >>> has_han("abc"), has_han("a字c")
    (False, True)
    """
    return not text.isascii() and _HAN.search(text) is not None


def is_chinese(text: str) -> bool:
    """Return whether Han characters outnumber a tenth of a text's signs; of a long text every n-th sign is looked at.

    >>> is_chinese("他说 OK"), is_chinese("He wrote 字 in his letter.")
    (True, False)
    """
    sample = text[:: max(1, len(text) // _SAMPLE)]
    size = len(sample)
    # A Han character has three bytes or four, so that without enough of them there cannot be enough Han.
    if sample.isascii() or 5 * (len(sample.encode("utf-8", "surrogatepass")) - size) <= size:
        return False
    count = 0
    for place in range(0, size, _PIECE):
        count += sum(map(len, _HAN_RUN.findall(sample[place : place + _PIECE])))
        if 10 * count > size:
            return True
    return False


_SAMPLE = 4_000
_PIECE = 250

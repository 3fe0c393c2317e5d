"""Walk over the lines of a text that a rule has something to do with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import regex

from corpus_cli.text.han import CJK_SIGNS, HAN, KANA

CHINESE = regex.compile(f"[{HAN}{KANA}]")
"""One Chinese or Japanese character."""

CHINESE_OR_SIGN = regex.compile(f"[{HAN}{KANA}{CJK_SIGNS}“”‘’…—％℃]")
"""One character or full-width sign of Chinese or Japanese."""

# `re` finds the first sign of a class three times as fast as `regex`.
_ANY_CHINESE = re.compile(f"[{HAN}{KANA}]")
_LATIN_WORD = regex.compile(r"\p{Latin}+")
_HANGUL = regex.compile(r"\p{Hangul}")


def lines_with(pattern: regex.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
    """Yield start and text of every line in which the pattern is found, once and in order.

    >>> list(lines_with(regex.compile(","), "a\\nb,c,d\\ne"))
    [(2, 'b,c,d')]
    """
    match = pattern.search(text)
    while match:
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.start())
        end = end if end >= 0 else len(text)
        yield start, text[start:end]
        match = pattern.search(text, end)


@lru_cache(maxsize=512)
def is_chinese_line(line: str) -> bool:
    """Return whether a line has at least as many Chinese characters as Latin words, and is not Korean.

    >>> is_chinese_line("他说OK"), is_chinese_line("He wrote 字 today"), is_chinese_line("漢字는 어렵다")
    (True, False, False)
    """
    count = len(CHINESE.findall(line))
    return bool(count) and count >= len(_LATIN_WORD.findall(line)) and count > len(_HANGUL.findall(line))


@lru_cache(maxsize=64)
def has_chinese(text: str) -> bool:
    """Return whether a text has any Chinese or Japanese character."""
    return not text.isascii() and _ANY_CHINESE.search(text) is not None

"""Walk over the lines of a text that a rule has something to do with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import regex

from corpus_cli.text.han import CJK_SIGNS, HAN, KANA

CHINESE = regex.compile(f"[{HAN}{KANA}]")
"""One Chinese or Japanese character."""

CHINESE_SIGNS = f"{HAN}{KANA}{CJK_SIGNS}“”‘’…—％℃"
"""The characters and full-width signs of Chinese and Japanese as the inside of a character class."""

CHINESE_OR_SIGN = regex.compile(f"[{CHINESE_SIGNS}]")
"""One character or full-width sign of Chinese or Japanese."""

BLANKS = " \t\u3000\xa0"
"""The blanks of a line as the inside of a character class."""

# `re` finds the first sign of a class three times as fast as `regex`.
ANY_CHINESE = re.compile(f"[{HAN}{KANA}]")
_CHINESE_RUN = re.compile(f"[{HAN}{KANA}]+")
# Every sign that can be Latin or hangul, and some more.
_LATIN_OR_HANGUL = re.compile(
    "[A-Za-z\xaa\xba\xc0-\u02ff\u1100-\u11ff\u1d00-\u1eff\u2071-\u209c\u212a-\u2188\u2c60-\u2c7f\u302e\u302f"
    "\u3130-\u318f\u3200-\u321e\u3260-\u327e\ua720-\ud7ff\ufb00-\ufb06\uff21-\uff5a\uffa0-\uffdc\U00010780-\U0001ffff]"
)
_LATIN_WORD = regex.compile(r"\p{Latin}+")
_HANGUL = regex.compile(r"\p{Hangul}")


def lines_with(pattern: re.Pattern[str] | regex.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
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
    count = sum(map(len, _CHINESE_RUN.findall(line)))
    if not count or not _LATIN_OR_HANGUL.search(line):
        return bool(count)
    return count >= len(_LATIN_WORD.findall(line)) and count > len(_HANGUL.findall(line))


@lru_cache(maxsize=64)
def has_chinese(text: str) -> bool:
    """Return whether a text has any Chinese or Japanese character."""
    return not text.isascii() and ANY_CHINESE.search(text) is not None

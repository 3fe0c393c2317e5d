"""How UTF-8 looks when its bytes are read in another code, and how to read it right."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

SINGLE_BYTE_CODES = ("cp1252", "mac_roman", "cp1251")
"""Codes of one byte a character in which UTF-8 has been read by mistake often enough to matter."""

_UPPER = range(0x80, 0x100)


@cache
def bytes_of(code: str) -> dict[int, int]:
    """Return the byte of every upper-half character of a code, for `str.translate`.

    Bytes that Windows codes leave free stand for the control codes they are in Latin-1, as browsers read them.
    """
    table: dict[int, int] = {byte: byte for byte in _UPPER} if code.startswith("cp") else {}
    table |= {ord(bytes([byte]).decode(code)): byte for byte in _UPPER if bytes([byte]).decode(code, "ignore")}
    return table


@cache
def sequences(code: str) -> regex.Pattern[str]:
    """Return the pattern of UTF-8 sequences, one or more in a row, as they look when read in a code."""
    signs: dict[int, list[str]] = {}
    for character, byte in bytes_of(code).items():
        signs.setdefault(byte, []).append(chr(character))

    def of(first: int, last: int) -> str:
        inside: str = regex.escape("".join(sign for byte in range(first, last + 1) for sign in signs.get(byte, [])))
        return f"[{inside}]"

    tail = of(0x80, 0xBF)
    return regex.compile(f"(?:{of(0xE0, 0xEF)}{tail}{tail}|{of(0xC2, 0xDF)}{tail}|{of(0xF0, 0xF4)}{tail}{tail}{tail})+")


def read_right(text: str, code: str) -> str:
    """Return a text that was UTF-8 and read in `code` as it was, or an empty string where that cannot be.

    >>> read_right("â€”", "cp1252"), read_right("‚Äî", "mac_roman")
    ('—', '—')
    """
    table = bytes_of(code)
    if any(ord(sign) not in table for sign in text):
        return ""
    try:
        return bytes(table[ord(sign)] for sign in text).decode()
    except UnicodeDecodeError:
        return ""


def readings(text: str, code: str) -> Iterator[str]:
    """Yield what a text was before it was misread once, twice, and so on."""
    while text := read_right(text, code):
        yield text


def is_mention(text: str, start: int, end: int) -> bool:
    """Return whether a span stands alone in quotes: then it is spoken of, and no damage.

    >>> is_mention("“Ã©”常是“é”", 1, 3)
    True
    """
    return text[max(start - 1, 0) : start] in tuple("“‘「『\"'《") and text[end : end + 1] in tuple("”’」』\"'》")

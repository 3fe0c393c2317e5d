"""Undo UTF-8 that was read as GBK (`娌虫按` for 河水, `鈥攖` for —t).

Chinese Windows takes files without a mark for GBK.  Three bytes of UTF-8 make one and a half of its characters, so
the text turns into rows of rare ones.  A run of signs beyond ASCII that gives valid UTF-8 from its first byte to
its last, and common characters, is read again.

Left alone: rare characters in sound sentences (their bytes are no UTF-8), a run that is part of a sound sentence or
alone in quotes, which is spoken of, and runs that lost a byte: they cannot be read to the end.

Harm on the development pages: none; none of 64 odd-looking sound texts is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
import regex

from corpus_cli.clean.joined import BEYOND, Array, joined
from corpus_cli.clean.misreadings import is_mention
from corpus_cli.clean.plausibility import is_page_text, mean_frequency
from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.text.han import has_han

_RUSSIAN = regex.compile("[А-Яа-яЁё]{4,}")
_ACCENTED = regex.compile(r"[ß-öø-ÿ][a-z]?")
_IN_WORD = regex.compile(r"[A-Za-z].[a-z]")
_LEADS = (0xC2, 0xC3, 0xD0, 0xD1, *range(0xE2, 0xF0))
_RUN = regex.compile(r"[^\x00-\x7f]+")


def find(page: Page) -> Iterator[Change]:
    """Yield the repair of every run that is UTF-8 misread."""
    text = page.text
    for first in _start_of_run().finditer(text):
        place = first.start()
        match = _RUN.match(text, place) if _may_begin(text[place : place + 2]) else None
        if match and not is_mention(text, *match.span()):
            right = _read_right(match.group())
            if right and _is_better(right, match.group(), text[max(place - 1, 0) : match.end() + 1]):
                yield Change(match.start(), match.end(), right)


def _may_begin(pair: str) -> bool:
    """Return whether the bytes of two signs can begin UTF-8; most sound words are told by their third byte."""
    code = pair.encode("gb18030", "replace")
    if len(code) < 4 or code[0] < 0xC2 or "€" in pair:
        return True
    return 0x80 <= code[2] <= 0xBF if code[0] >= 0xE0 else code[2] >= 0xC2


def _read_right(run: str) -> str:
    """Return a run read as UTF-8, or an empty string where its bytes are none."""
    try:
        # Windows reads the byte 80 as the sign of the euro.
        return b"\x80".join(part.encode("gb18030") for part in run.split("€")).decode()
    except UnicodeError:
        return ""


def _is_better(right: str, run: str, around: str) -> bool:
    """Return whether a reading is what people write; `around` is the run with the sign on either side."""
    before = mean_frequency(run)
    if has_han(right):
        return is_page_text(right) and mean_frequency(right) > max(before + 1, -4.5)
    if _RUSSIAN.fullmatch(right):
        return before < -4.2
    if _ACCENTED.fullmatch(right):
        return _IN_WORD.match(around) is not None
    return is_page_text(right) and before < -5


@cache
def _start_of_run() -> re.Pattern[str]:
    """Return the pattern of a run that begins with the first two bytes of a sequence of three, or with those of two."""
    return re.compile(rf"[{_starts()}](?<![^\x00-\x7f].)")


def _starts() -> str:
    """Return the signs whose bytes begin a sequence of three, or are one of two."""
    pairs = (bytes((lead, tail)).decode("gbk", "ignore") for lead in _LEADS for tail in range(0x80, 0xC0))
    return "".join(pairs)


def gates(texts: Sequence[str]) -> list[bool]:
    """Return for every text whether a run that begins with two signs whose bytes can begin UTF-8 is UTF-8."""
    all_texts = joined(texts)
    if all_texts.text.isascii():
        return [False] * len(texts)
    parts = _parts().take(all_texts.codes)
    begins = (parts[2:] >> np.uint8(2)) & parts[1:-1] & (parts[:-2] >> np.uint8(4))
    found = all_texts.by_text(np.flatnonzero(begins != 0) + 1)
    return [
        number in found and any(_is_misread(text, place) for place in found[number])
        for number, text in enumerate(texts)
    ]


def _is_misread(text: str, start: int) -> bool:
    """Return whether the run that starts at a place is UTF-8."""
    run = _RUN.match(text, start)
    return run is not None and bool(_read_right(run[0]))


_FIRST_OF_THREE, _FIRST_OF_TWO, _SECOND_OF_THREE, _SECOND_OF_TWO, _ASCII = 1, 2, 4, 8, 48


@cache
def _parts() -> Array:
    """Return for every code what it can be in two signs that `_may_begin` lets pass."""
    either = _SECOND_OF_THREE | _SECOND_OF_TWO
    # Signs of four bytes begin with one of the lowest.
    parts = np.full(1 << 16, _SECOND_OF_THREE, np.uint8)
    for lead in range(0x81, 0xFF):
        row = bytes(byte for tail in range(0x40, 0xFF) for byte in (lead, tail)).decode("gb18030", "ignore")
        kind = _SECOND_OF_TWO if lead >= _LEADS[0] else 0 if lead >= 0xC0 else _SECOND_OF_THREE
        parts[[ord(sign) for sign in row if sign > "\x7f"]] = kind
    parts[[*range(0xD800, 0xE000), ord(BEYOND), ord("€")]] = either
    parts[:128] = either | _ASCII
    for sign in _starts():
        lead = sign.encode("gb18030")[0]
        parts[ord(sign)] |= _FIRST_OF_THREE if lead >= 0xE0 else _FIRST_OF_TWO
    return parts


RULE = Rule(
    name="utf8-as-gbk",
    profile="safe",
    find=find,
    gates=gates,
    changes=(
        ("第一段。\n\n娌虫按娑ㄤ簡", "第一段。\n\n河水涨了"),
        ("the river鈥攖he old one鈥攔ose", "the river—the old one—rose"),
        ("KBE锛圫ir John", "KBE（Sir John"),
        ("la caf茅teria, 袦芯褋泻胁邪", "la caféteria, Москва"),
    ),
    stays=(
        "鍙是古书里的字，鐨、鎴亦然。",
        "浣犲ソ这三个字是被误读的结果。",
        "涓滴之水",
        "泸沽湖",
        "“浣犲ソ”被误读",
        "鐵、鎮",
        "小学",
        "泄泻",
        "T恤 a路b",
        "ok么 so猫",
    ),
)

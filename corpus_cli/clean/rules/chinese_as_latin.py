"""Undo GBK and Big5 that were read as Latin-1 or Windows-1252 (`ÄãºÃ` for 你好).

Old Chinese files opened on a Western system show as rows of accented capitals.  A stretch of them is read as bytes
and decoded as GBK and as Big5; the reading wins whose characters are common in Chinese, and only if they are.

Left alone: words of Western languages, however many accents they have, since their bytes give rare characters or
none; stretches of fewer than four such signs; a stretch alone in quotes, which is spoken of.

Harm on the development pages: none; none of 64 odd-looking sound texts is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from corpus_cli.clean.lines import lines_with
from corpus_cli.clean.misreadings import SINGLE_BYTE_CODES, bytes_of, is_mention, read_right, sequences
from corpus_cli.clean.plausibility import is_page_text, mean_frequency
from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.text.han import has_han

_W1252 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_UPPER = rf"[\x80-\xff{_W1252}]"
_PAIR = re.compile(rf"[\x80-\xff]{_UPPER}")
_FOUR = regex.compile(rf"[\x80-\xff]{_UPPER}[\x20-\x7e]?{_UPPER}[\x20-\x7e]?{_UPPER}")
# Quotes and dashes at its ends are the sound text's.
_STRETCH = regex.compile(rf"[\xa1-\xfe](?:[\x20-\x7e]{{0,24}}{_UPPER})*(?<![{_W1252}\x80-\xa0])[\x40-\x7e]?")
_UPPER_SIGN = regex.compile(_UPPER)
_LEAST, _SHARE = -4.2, 0.5


def find(page: Page) -> Iterator[Change]:
    """Yield the Chinese for every stretch of Latin signs that is Chinese misread."""
    for start, line in lines_with(_FOUR, page.text):
        if not _is_utf8(line):
            yield from (Change(start + first, start + last, chinese) for first, last, chinese in _stretches(line))


def _stretches(line: str) -> Iterator[Change]:
    for match in _STRETCH.finditer(line):
        start, end = match.span()
        for last in dict.fromkeys((end, end - 1)):
            chinese = _chinese(line[start:last]) if _FOUR.search(line, start, last) else ""
            if chinese and not is_mention(line, start, last):
                yield Change(start, last, chinese)
                break


def _is_utf8(line: str) -> bool:
    """Return whether three sequences of UTF-8 stand in a row: chance does not make that of other codes."""
    return any(
        len(run) > 8
        and 5 * len(reading := read_right(run, code)) <= 2 * len(run)
        and reading != ""
        and is_page_text(reading)
        for code in SINGLE_BYTE_CODES
        for run in sequences(code).findall(line)
    )


def _chinese(stretch: str) -> str:
    """Return the stretch as Chinese, or an empty string where it does not look like any."""
    upper = _UPPER_SIGN.findall(stretch)
    if len(set(upper)) < 4 or len(upper) < _SHARE * len(stretch.replace(" ", "")):
        return ""
    table = bytes_of("cp1252")
    given = bytes(table.get(ord(sign), ord(sign)) for sign in stretch)
    readings = [reading for code in ("gb18030", "big5hkscs") if (reading := _decoded(given, code))]
    best = max(readings, key=mean_frequency, default="")
    return best if best and mean_frequency(best) >= _LEAST else ""


def _decoded(given: bytes, code: str) -> str:
    try:
        text = given.decode(code)
    except UnicodeDecodeError:
        return ""
    return text if is_page_text(text) and has_han(text) else ""


def _gate(text: str) -> bool:
    return not text.isascii() and _PAIR.search(text) is not None and _FOUR.search(text) is not None


RULE = Rule(
    name="chinese-as-latin",
    profile="safe",
    find=find,
    needs=("\x80-\xff",),
    gate=_gate,
    changes=(
        ("ºÓË®ÕÇÁË£¬Óæ·òÃÇ»Ø¼ÒÈ¥¡£", "河水涨了，渔夫们回家去。"),
        ("第一段。\n\n2019ÄêÕÙ¿ª»áÒé", "第一段。\n\n2019年召开会议"),
        ("ªe¤ô°ª¡A³Ñ¤l", "河水高，剩子"),
    ),
    stays=(
        "Åke äter ägg på en ö i sjön",
        "Ünïcödé naïve déjà",
        "Þór og Ægir búa á Öræfum",
        "“ÄãºÃ”是“你好”",
        "±±±±",
        "¡¡¡¡¿¿¿¿",
    ),
)

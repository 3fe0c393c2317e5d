"""Undo UTF-8 that was read as a code of one byte a character (`â€”` `Ã©` `ä½ å¥½` `‚Äô` `РџСЂ`).

Somewhere a program took UTF-8 for Windows-1252, Latin-1, Mac Roman or Windows-1251, once or several times over.
Every character beyond ASCII became two to four strange ones.  The strange runs are read as bytes and decoded again,
until they are text; what stands around them is not touched.  Chinese, Japanese, Cyrillic and typographic signs are
recognised by the sequence alone, because no sound text has it; single accented letters are left to ftfy, with all
its fixes off that flatten quotes, widths and ligatures.

Left alone: sound words with such letters (`SÃO`, `Ærø`), a strange run alone in quotes, which is spoken of, runs of
which bytes are lost.

Harm on the development pages: none; none of 64 odd-looking sound texts is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import regex

from corpus_cli.clean.lines import lines_with
from corpus_cli.clean.misreadings import SINGLE_BYTE_CODES, is_mention, readings, sequences
from corpus_cli.clean.plausibility import is_page_text, is_written
from corpus_cli.clean.rule import Change, Page, Rule

# A necessary sign: any run of bytes of UTF-8 holds a letter or sign of the upper half beside another.
_W1252 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_LATIN = re.compile(rf"[\x80-\xff][\x80-\xff{_W1252}]|[{_W1252}][\x80-\xff]")
_MAC_TAIL = "[ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø]"
_MAC = re.compile("[‚„‰√¬Â-ÔÌ]" + _MAC_TAIL)
_CYRILLIC = re.compile("[А-Яв-п][ЂЃѓ†‡€Љ‹ЊЌЋЏђ™љ›њќћџЎўЈ¤ҐЇІіґµ¶єјЅѕї°±Ёё№]")
_ROUNDS = 5
# The same said from the rarer of two signs, so that one class finds the places to look at.
_RARE_SIGNS = "\x80-\xff‚„‰√ЂЃѓ†‡€Љ‹ЊЌЋЏђ™љ›њќћџЎўЈҐЇІіґєјЅѕї№"
_RARE_SIGN = re.compile(
    rf"[{_RARE_SIGNS}]"
    rf"(?:(?=[\x80-\xff{_W1252}])|(?<=[{_W1252}\x80-\xffА-Яв-п].)|(?={_MAC_TAIL}))"
)
_LETTERS = regex.compile(r"(?:\p{Cyrillic}|\p{Greek}|\p{Hebrew}|\p{Arabic}|\p{Thai}|\p{Hangul}|[\s–—‘’“”…«»])+")
_TYPOGRAPHY = regex.compile(r"[\u2010-\u203a\u20ac\u2122]+")
# Beside a run they say that it is part of a longer one, which is no UTF-8.
_BESIDE = regex.compile("[\xa1-\xff]")
_STRANGE = regex.compile("|".join(pattern.pattern for pattern in (_LATIN, _MAC, _CYRILLIC)))


def find(page: Page) -> Iterator[Change]:
    """Yield the repair of every strange run that can be read as UTF-8."""
    for start, line in lines_with(_STRANGE, page.text):
        changes = first = _repairs(line)
        fixed = line
        for _ in range(_ROUNDS):
            if not changes:
                break
            fixed = _changed(fixed, changes)
            changes = _repairs(fixed)
        settled = first if fixed == _changed(line, first) else _difference(line, fixed)
        if not changes:
            yield from (Change(start + begin, start + end, right) for begin, end, right in settled)


def _repairs(line: str) -> list[Change]:
    return _by_sequence(line) or _by_ftfy(line)


def _changed(line: str, changes: list[Change]) -> str:
    for start, end, right in reversed(changes):
        line = line[:start] + right + line[end:]
    return line


def _by_sequence(line: str) -> list[Change]:
    """Return the repair of the runs of a line, in the code of which most is UTF-8 beyond doubt."""
    return max(
        (_in_code(line, code) for code in SINGLE_BYTE_CODES), key=lambda changes: sum(c.end - c.start for c in changes)
    )


def _in_code(line: str, code: str) -> list[Change]:
    """Return the repair of a line's runs read in a code; doubtful ones follow those beyond doubt."""
    sure: list[Change] = []
    doubtful: list[Change] = []
    for match in sequences(code).finditer(line):
        start, end = match.span()
        if _BESIDE.match(line[start - 1 : start]) or _BESIDE.match(line, end) or is_mention(line, start, end):
            continue
        for count, text in enumerate(readings(match.group(), code), 1):
            if is_written(text) and (_is_sure(text, match.group()) or _LETTERS.fullmatch(text)):
                certain = _is_sure(text, match.group()) or (count > 1 or len(text) >= 3)
                (sure if certain else doubtful).append(Change(start, end, text))
                break
    return sorted(sure + doubtful) if sure else []


def _is_sure(text: str, run: str) -> bool:
    """Return whether a reading has only signs that no sound text shows as such a run."""
    return bool(_TYPOGRAPHY.fullmatch(text)) or (5 * len(text) <= 2 * len(run) and is_page_text(text))


def _by_ftfy(line: str) -> list[Change]:
    """Return what ftfy repairs in a line."""
    fixed: str = _ftfy()(line) if _LATIN.search(line) or _MAC.search(line) else line
    changes = _difference(line, fixed) if is_written(fixed.replace("\t", "")) else []
    return [change for change in changes if not is_mention(line, change.start, change.end)]


def _difference(line: str, fixed: str) -> list[Change]:
    """Return one change that leads from a line to another, without the ends that stay the same."""
    if line == fixed:
        return []
    shorter = min(len(line), len(fixed))
    head = next((n for n in range(shorter) if line[n] != fixed[n]), shorter)
    tail = next((n for n in range(shorter - head) if line[-1 - n] != fixed[-1 - n]), shorter - head)
    return [Change(head, len(line) - tail, fixed[head : len(fixed) - tail])]


@cache
def _ftfy() -> Any:
    import ftfy  # slow to import, and few texts come here

    config = ftfy.TextFixerConfig(explain=False, replace_lossy_sequences=False)

    def fixed(line: str) -> str:
        return str(ftfy.fix_encoding(line, config))

    return fixed


def _gate(text: str) -> bool:
    return not text.isascii() and _RARE_SIGN.search(text) is not None and _STRANGE.search(text) is not None


RULE = Rule(
    name="utf8-as-latin",
    profile="safe",
    find=find,
    needs=(_RARE_SIGNS,),
    gate=_gate,
    changes=(
        ("æ²³æ°´æ¶¨äº†ã€‚\n\n渔夫说：“走吧。”", "河水涨了。\n\n渔夫说：“走吧。”"),
        ("The river roseâ€”by nightâ€”to the fishermanâ€™s door.", "The river rose—by night—to the fisherman’s door."),
        ("Ã¢â‚¬Å“Good nightÃ¢â‚¬Â\x9d, he said.", "“Good night”, he said."),
        ("a cafÃ© by the river", "a café by the river"),
        ("the fisherman‚Äôs boat‚Äîa ruin", "the fisherman’s boat—a ruin"),
        ("РџСЂРёРІРµС‚, друг", "Привет, друг"),
    ),
    stays=(
        "“Ã©”常是“é”被误读的样子。",
        "SÃO PAULO E JOÃO, ÂNGELA",
        "Où est-elle née ? À Âmes. « Ah ! »",
        "Ærø og Læsø er øer",
        "«НАТО» — В…",
        "——“……”",
    ),
)

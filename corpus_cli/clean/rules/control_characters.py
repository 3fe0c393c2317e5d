"""Remove control and zero-width characters.

Conversion leaves null bytes, escapes and other control codes; web pages leave zero-width blanks, byte-order marks
and soft hyphens; editors leave marks of writing direction.  None of them is seen and each of them cuts a word in
two for a search.  What has a job stays: joiners in Persian, Indic scripts and emoji, zero-width blanks where a
script writes no blanks between words (Thai, Lao, Khmer, Burmese, Tibetan), direction marks with
right-to-left letters near by, a soft hyphen at a line end, which is evidence for joining the word.

Left alone: tabs, line feeds, form feeds (page breaks), U+FFFD (it says that something is lost), variation selectors,
which choose the form of a character in names.

Harm on the development pages: none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from corpus_cli.clean.rule import Change, Page, Rule

_CONTROL = r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_FORMAT = r"\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\U000e0001"
_CANDIDATE = re.compile(f"[{_CONTROL}{_FORMAT}]")
_BIDI = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_NEAR = 200
_JOINED_SCRIPT = regex.compile(
    r"[\p{Arabic}\p{Syriac}\p{Nko}\p{Mongolian}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}\p{Oriya}\p{Tamil}"
    r"\p{Telugu}\p{Kannada}\p{Malayalam}\p{Sinhala}\p{Myanmar}\p{Khmer}\p{Extended_Pictographic}\ufe0f\U0001f3fb-\U0001f3ff]"
)
_UNSPACED_SCRIPT = regex.compile(r"[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}]")
_RIGHT_TO_LEFT = regex.compile(r"[\p{Arabic}\p{Hebrew}\p{Syriac}\p{Thaana}\p{Nko}]")


def find(page: Page) -> Iterator[Change]:
    """Yield the removal of every control or zero-width character that has no job where it stands."""
    text = page.text
    for match in _CANDIDATE.finditer(text):
        place = match.start()
        if not _has_job(text, place):
            yield Change(place, place + 1, "")


def _has_job(text: str, place: int) -> bool:
    sign, before, after = text[place], text[max(place - 1, 0) : place], text[place + 1 : place + 2]
    if sign in "\u200c\u200d":
        return bool(_JOINED_SCRIPT.match(before))
    if sign == "\u200b":
        return bool(_UNSPACED_SCRIPT.match(before) or _UNSPACED_SCRIPT.match(after))
    if sign == "\xad":
        return after == "\n"
    return sign in _BIDI and _RIGHT_TO_LEFT.search(text, max(place - _NEAR, 0), place + _NEAR) is not None


def _gate(text: str) -> bool:
    return _CANDIDATE.search(text) is not None


RULE = Rule(
    name="control-characters",
    profile="safe",
    find=find,
    needs=(
        "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\U000e0001",
    ),
    gate=_gate,
    changes=(
        ("会\u200b议\x00开始\ufeff了", "会议开始了"),
        ("the \x0cnew ad\xadmin\xadis\xadtra\xadtion\x1b", "the \x0cnew administration"),
        ("за\u200eседание", "заседание"),
        ("東\u200d京", "東京"),
    ),
    stays=(
        "第一页\f第二页\t完",
        "می\u200cخواهم \u200fسلام",
        "👩\u200d🏫 老师",
        "ภาษา\u200bไทย",
        "葛\U000e0100城市",
        "替换字符写作“\ufffd”",
        "adminis\xad\ntration",
    ),
)

"""Undo GBK that was read as Big5, and Big5 that was read as GBK (`眕ヶ腔悝苺` for 以前的学校).

A mainland file opened in Taiwan, or the other way round, stays Chinese to the eye and makes no sense: half of its
characters are rare, and signs of other scripts stand among them.  A run with many rare signs is encoded back and
decoded in the other code; it is repaired if every character then is one that Chinese pages use, and common ones.

Left alone: rows of rare characters in sound text (names of beasts, fish, places: in the other code they are no
better), Japanese, a run alone in quotes, runs of fewer than three characters.

Harm on the development pages: none; none of 64 odd-looking sound texts is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
import regex

from corpus_cli.clean.joined import Array, joined, table_of
from corpus_cli.clean.misreadings import is_mention
from corpus_cli.clean.plausibility import is_page_text, mean_frequency
from corpus_cli.clean.rule import Change, Page, Rule

_RUN = regex.compile(r"[^\x00-\x7f](?:[0-9A-Za-z ]{0,12}[^\x00-\x7f])*[\x40-\x7e]?")
_STRANGE = regex.compile("[\u02c7-\u02d9\u0391-\u044f\u3041-\u3129\ufe30-\ufe6b]")
_KANA = regex.compile("[\u3041-\u30ff]")
_WIDE = regex.compile(r"[^\x00-\x7f]")
_CODES = (("big5", "gbk"), ("gbk", "big5hkscs"))
_NEAR = 4
_LEAST_PARTICLES, _SIGNS_PER_PARTICLE = 4, 40
_LEAST, _GAIN, _GAIN_WITH_STRANGE, _SHARE = -4.6, 1.5, 1.0, 0.3


def find(page: Page) -> Iterator[Change]:
    """Yield the repair of every run whose rare signs are common ones in the other code."""
    text = page.text
    if _is_japanese(text):
        return
    place = 0
    while match := _rare_pair().search(text, place):
        line_start = text.rfind("\n", 0, match.start()) + 1
        place = text.find("\n", match.start())
        place = place if place >= 0 else len(text)
        for run in _RUN.finditer(text, line_start, place):
            right = _right_reading(run.group())
            if right and not is_mention(text, *run.span()):
                yield Change(run.start(), run.end(), right)


def _is_japanese(text: str) -> bool:
    """Return whether a text has the small words of Japanese; misread Chinese has few of them."""
    found = sum(map(text.count, "のはをにがと"))
    return found >= _LEAST_PARTICLES and _SIGNS_PER_PARTICLE * found > len(text)


def _right_reading(run: str) -> str:
    wide, rare, strange, kana = (len(pattern.findall(run)) for pattern in (_WIDE, _rare(), _STRANGE, _KANA))
    if wide < 3 or rare < _SHARE * wide or 2 * strange > wide or 3 * kana > wide:
        return ""
    for wrong, code in _CODES:
        try:
            text = run.encode(wrong).decode(code)
        except UnicodeError:
            continue
        if _is_better(text, run):
            return text
    return ""


def _is_better(text: str, run: str) -> bool:
    # Signs of other scripts among the characters count as the rarest of all, and are evidence themselves.
    strange = _STRANGE.search(run) is not None
    before = mean_frequency(_STRANGE.sub("\u9fa5", run))
    gain = _GAIN_WITH_STRANGE if strange else _GAIN
    return is_page_text(text) and not _STRANGE.search(text) and mean_frequency(text) > max(_LEAST, before + gain)


# `re` compiles classes of thousands of characters ten times as fast as `regex`.
@cache
def _rare() -> re.Pattern[str]:
    """Return the pattern of a character outside the first levels of GB 2312 and Big5, or of a strange sign."""
    common = {bytes((a, b)) for a in range(0xB0, 0xD8) for b in range(0xA1, 0xFF)}
    signs = {pair.decode("gb2312", "ignore") for pair in common}
    tails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    signs |= {bytes((a, b)).decode("big5", "ignore") for a in range(0xA4, 0xC7) for b in tails}
    rare = "".join(chr(code) for code in range(0x4E00, 0x9FA6) if chr(code) not in signs)
    return re.compile(f"[{rare}]|{_STRANGE.pattern}")


@cache
def _rare_pair() -> re.Pattern[str]:
    return re.compile(rf"(?:{_rare().pattern})[^\n]{{0,{_NEAR - 1}}}?(?:{_rare().pattern})")


def gates(texts: Sequence[str]) -> list[bool]:
    """Return for every text whether two rare signs stand so near to each other as in a misread run."""
    all_texts = joined(texts)
    places = np.flatnonzero(_is_rare().take(all_texts.codes))
    found = all_texts.by_text(places[:-1][np.diff(places) <= _NEAR])
    return [number in found for number in range(len(texts))]


@cache
def _is_rare() -> Array:
    """Return which codes are rare signs."""
    return table_of(_rare().findall("".join(map(chr, range(1 << 16)))))


RULE = Rule(
    name="gbk-as-big5",
    profile="safe",
    find=find,
    gates=gates,
    changes=(
        ("第一段。\n\n眕ヶ腔悝苺竭苤", "第一段。\n\n以前的学校很小"),
        ("橾呇冞跤扂蠅珨掛抎", "老师送给我们一本书"),
        ("縋瓁秈ю", "燕軍進攻"),
    ),
    stays=(
        "水門を開ける 手続き\n\n川の水が増えたときは、まず村の役場に電話をかけ、それから水門を開けます。",
        "赑屃、狻猊、狴犴、饕餮、蚩尤",
        "囍、龘、靐、燚、犇、骉",
        "閭閻撲地",
        "Недавно об этом узнали все",
        "鑫淼焱垚四兄弟",
        "他姓銭，另一位姓髙橋。",
        "駅から図書館へ帰って、売店で辞書を買う。",
    ),
)

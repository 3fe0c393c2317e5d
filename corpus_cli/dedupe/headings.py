"""Know the headings, which are repeated by right and go only together with the text they head."""

from __future__ import annotations

from collections.abc import Mapping

import regex

from corpus_cli.dedupe.findings import Copy
from corpus_cli.dedupe.units import Units
from corpus_cli.text.folding import fold

HEADING = Copy(100.0, "heading", "contained")

# A Markdown mark, or a heading number: 一、 （一） 第一章 1. (1) 1、
_MARK = regex.compile(
    r"\s*(?:#{1,6}\s|\**(?:第[一二三四五六七八九十百零〇\d]{1,4}[编篇章节部分回]|[（(][一二三四五六七八九十百\d]{1,3}[）)]|"
    r"[一二三四五六七八九十百]{1,3}、|\d{1,2}(?:\.\d{1,2})*[.、．](?!\d)|Chapter\b|CHAPTER\b))"
)
_ENDS = frozenset("。！？!?.;；，,：:")
_MOST = 60
_LABEL, _LINES = 40, 4


def is_heading(text: str) -> bool:
    """Say whether a unit is a heading: one short line with a mark or number and no sign of a sentence's end.

    >>> is_heading("## 二、把学习放在前面"), is_heading("二、把学习放在前面。学习要有计划。")
    (True, False)
    """
    line = text.strip()
    if "\n" in line or len(line) > _MOST or not line:
        return False
    return (line.startswith("#") or line[-1] not in _ENDS) and _MARK.match(line) is not None


def is_label(text: str) -> bool:
    """Say whether a unit is a heading, or lines that may be a title, a by-line or a caption: few, short, no sentence.

    >>> is_label("林少棠 滨海县水利局副局长"), is_label("滨海县水利局\\n副局长"), is_label("林少棠是水利局的副局长。")
    (True, True, False)
    """
    if is_heading(text):
        return True
    if len(text) > _LINES * (_LABEL + 1):
        return False
    lines = text.strip().split("\n")
    return (
        len(lines) <= _LINES and all(0 < len(line.strip()) <= _LABEL for line in lines) and not _ENDS.intersection(text)
    )


def bare(text: str) -> str:
    """Return a heading without its Markdown marks."""
    return text.strip().lstrip("#").strip().strip("*")


def settle_headings(
    units: Units, kept_for: Mapping[int, tuple[int, Copy]], pieces: Mapping[int, tuple[int, ...]]
) -> dict[int, tuple[int, Copy]]:
    """Return the headings that go because the text under them is a copy of text that stands under the same heading.

    The heading stands again as the unit before that text, or run in at its beginning.
    """
    found: dict[int, tuple[int, Copy]] = {}
    for below in sorted(kept_for, reverse=True):
        unit = below - 1
        while unit >= units.reference and _heads(units, unit) and unit not in kept_for:
            origin = _origin(units, unit, below, kept_for, pieces)
            if origin is None:
                break
            found[unit] = (origin, HEADING)
            unit -= 1
    return found


def _heads(units: Units, unit: int) -> bool:
    """Say whether a unit is a heading of the unit behind it."""
    return bool(units.record[unit] == units.record[unit + 1]) and is_label(units.text(unit))


def _origin(
    units: Units,
    unit: int,
    below: int,
    kept_for: Mapping[int, tuple[int, Copy]],
    pieces: Mapping[int, tuple[int, ...]],
) -> int | None:
    """Return the unit that stays and begins with the words of a heading, if the text below was copied from there."""
    words = fold(bare(units.text(unit))).text
    kept = kept_for[below][0]
    depth = below - unit
    run_in = pieces.get(below, (kept,)) if is_heading(units.text(unit)) else ()
    for origin in (*run_in, kept - depth):
        if origin >= 0 and origin not in kept_for and fold(bare(units.text(origin))).text.startswith(words):
            return origin
    return None

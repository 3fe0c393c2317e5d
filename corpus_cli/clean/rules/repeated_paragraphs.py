"""Remove a paragraph that stands directly behind its own copy.

Vision models that lose their place on the page print a paragraph again, word for word or with misreadings of their
own.  The second one goes, with the smaller of the gaps beside it.  A copy far away from its original is left for
`dedupe`, which sees all paragraphs and can say which of two stands in its place.

Left alone: paragraphs of fewer than 24 Han characters or 48 Latin letters (refrains, applause, calls, headings);
paragraphs built alike whose numbers or words differ; lines of a table; verse.

Harm on the development pages: none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus_cli.clean.copies import bare, is_near_copy, weight
from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.clean.twins import look_alike, twins

_SHORTEST = 24
_SHORTEST_NEAR = 40
_PARAGRAPH = re.compile(r"[^\n]{24,}")


def find(page: Page) -> Iterator[Change]:
    """Yield the removal of each paragraph that says again what the one before it says."""
    text = page.text
    kept, kept_end = "", 0
    for match in _PARAGRAPH.finditer(text):
        line = match[0]
        stands_next = not text[kept_end : match.start()].strip("\n \t\u3000")
        if kept and stands_next and _is_copy(kept, line) and not _is_verse(text[kept_end : match.start()], line):
            removal = _removal(text, kept_end, match.start(), match.end())
            kept_end = removal.end
            yield removal
        else:
            kept, kept_end = line, match.end()


def gates(texts: Sequence[str]) -> list[bool]:
    """Return for every text whether a line begins, ends or is in the middle as the one before it."""
    return [bool(found.paragraphs) for found in twins(texts)]


def _is_verse(gap: str, line: str) -> bool:
    """Return whether a line directly below another is a verse or a list item: it does not end as sentences do."""
    return gap.count("\n") == 1 and line.rstrip("”’」』）)\"' ")[-1:] not in tuple("。！？!?.…")


def _is_copy(first: str, second: str) -> bool:
    """Return whether a paragraph is a copy of the one before it, by cheap tests first."""
    short, long = sorted((len(first), len(second)))
    if short < 0.8 * long or not look_alike(first, second):
        return False
    first, second = bare(first), bare(second)
    if first == second:
        return weight(first) >= _SHORTEST
    return weight(first) >= _SHORTEST_NEAR and is_near_copy(first, second)


def _removal(text: str, kept_end: int, start: int, end: int) -> Change:
    """Return the removal of a paragraph with the smaller of its two gaps."""
    gap_end = end
    while gap_end < len(text) and text[gap_end] in "\n \t\u3000":
        gap_end += 1
    if gap_end < len(text) and gap_end - end < start - kept_end:
        return Change(start, gap_end, "")
    return Change(kept_end, end, "")


RULE = Rule(
    name="repeated-paragraphs",
    profile="safe",
    find=find,
    gates=gates,
    changes=(
        (
            "河边的老磨坊建于清代，磨盘用整块青石凿成，至今还能转动，逢年过节村里人都来磨豆腐。\n\n"
            "河边的老磨坊建于清代，磨盘用整块青石凿成，至今还能转动，逢年过节村里人都来磨豆腐。\n\n磨坊旁边有一座桥。",
            "河边的老磨坊建于清代，磨盘用整块青石凿成，至今还能转动，逢年过节村里人都来磨豆腐。\n\n磨坊旁边有一座桥。",
        ),
        (
            "县里决定为这条支线铁路预留复线条件，列车班次由每天三对增加到五对，沿线百姓出行方便多了，货物也运得出去了。\n\n\n\n"
            "县里决定为这条支线铁路预留夏线条件，列东班次由每天三对增加到五对，沿线百姓出行方便多了，货物也运得出去了。\n",
            "县里决定为这条支线铁路预留复线条件，列车班次由每天三对增加到五对，沿线百姓出行方便多了，货物也运得出去了。\n",
        ),
        (
            "The ferry crossed the river twice a day, at dawn and at dusk.\n\n"
            "The ferry crossed the river twice a day, at dawn and at dusk.\n\nIt is gone.",
            "The ferry crossed the river twice a day, at dawn and at dusk.\n\nIt is gone.",
        ),
    ),
    stays=(
        "各位代表！\n\n各位代表！\n\n（热烈鼓掌）\n\n（热烈鼓掌）",
        "第三条 省人民政府应当每年向社会公布全省河流的水质情况，并接受人民群众的监督和评议。\n\n"
        "第四条 市人民政府应当每年向社会公布全省河流的水质情况，并接受人民群众的监督和评议。",
        "O the river, the river is rising tonight, my dear,\nO the river, the river is rising tonight, my dear,\nAnd",
        "一九九八年全村收稻谷三十万斤，收棉花两万斤，人均收入比上年增加一百二十元。\n\n"
        "一九九九年全村收稻谷四十万斤，收棉花三万斤，人均收入比上年增加一百五十元。",
        "河边的老磨坊建于清代，磨盘用整块青石凿成，至今还能转动。\n\n村里的路修好了。\n\n"
        "河边的老磨坊建于清代，磨盘用整块青石凿成，至今还能转动。",
    ),
)

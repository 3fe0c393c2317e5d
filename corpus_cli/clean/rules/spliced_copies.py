"""Remove the first of two equal ends of neighbouring sentences, where recognition spliced it into the wrong one.

A vision model that jumps ahead finishes a sentence with the words of the next one, and then prints the next one
whole.  So the paragraph has a long stretch twice, first behind the beginning of a sentence it does not belong to.
That first copy goes, and the beginning leads into the sound sentence.  Where the second copy is a sentence by itself
it goes instead.

Left alone: equal ends of less than 60 Han characters (120 Latin letters), which speeches have on purpose; sentences
that are equal as a whole, which another rule removes.

Harm on the development pages: none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus_cli.clean.copies import bare, weight
from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.clean.twins import line_at, twins
from corpus_cli.text.sentences import sentences

_LEAST = 60
_TAIL = 10
_SHORTEST_PARAGRAPH = 120
_END_MARK = re.compile(r"[。！？!?.]")


def find(page: Page) -> Iterator[Change]:
    """Yield the removal of every long end of a sentence that the next sentence has too."""
    text = page.text
    for start in twins([text])[0].sentences:
        line = line_at(text, start)
        if len(line) >= _SHORTEST_PARAGRAPH and _may_hold_copies(line):
            yield from _copies(line, start)


def gates(texts: Sequence[str]) -> list[bool]:
    """Return for every text whether two parts of a line begin or end in the same signs."""
    return [bool(found.sentences) for found in twins(texts)]


def _may_hold_copies(paragraph: str) -> bool:
    """Return whether two parts between end marks end alike, compared by their last signs only."""
    parts = [part[-_TAIL:] for part in _END_MARK.split(paragraph) if len(part) >= _TAIL]
    return len(set(parts)) < len(parts)


def _copies(piece: str, start: int) -> Iterator[Change]:
    """Yield the removals in one paragraph that starts at `start`."""
    place = 0
    for first, second in pairwise(sentences(piece)):
        left, right = piece[first.start : first.end], piece[second.start : second.end]
        size = _equal_end(left, right)
        if first.start < place or left == right or weight(bare(left[-size:] if size else "")) < _LEAST:
            continue
        place = second.end
        if size == len(right):
            yield Change(start + first.end, start + second.end, "")
        else:
            yield Change(start + first.end - size, start + second.start, "")


def _equal_end(left: str, right: str) -> int:
    """Return how many signs at their ends two texts have in common."""
    for size, (one, other) in enumerate(zip(reversed(left), reversed(right), strict=False)):
        if one != other:
            return size
    return min(len(left), len(right))


RULE = Rule(
    name="spliced-copies",
    profile="safe",
    find=find,
    gates=gates,
    changes=(
        (
            "镇里要把修渠引水作为全年头等大事、农田灌溉和人畜饮水的根本出路，组织各村劳力分段包干、限期完工，"
            "做到渠修到哪里、水引到哪里、树种到哪里，让下游的六个村都用上干净的河水。抓好施工，"
            "各村都把修渠引水作为全年头等大事、农田灌溉和人畜饮水的根本出路，组织各村劳力分段包干、限期完工，"
            "做到渠修到哪里、水引到哪里、树种到哪里，让下游的六个村都用上干净的河水。",
            "镇里要抓好施工，各村都把修渠引水作为全年头等大事、农田灌溉和人畜饮水的根本出路，"
            "组织各村劳力分段包干、限期完工，做到渠修到哪里、水引到哪里、树种到哪里，让下游的六个村都用上干净的河水。",
        ),
        (
            "会后大家商定，镇里要把修渠引水作为全年头等大事、农田灌溉和人畜饮水的根本出路，组织各村劳力分段包干、限期完工，"
            "做到渠修到哪里、水引到哪里、树种到哪里，让下游各村都用上河水。镇里要把修渠引水作为全年头等大事、"
            "农田灌溉和人畜饮水的根本出路，组织各村劳力分段包干、限期完工，做到渠修到哪里、水引到哪里、树种到哪里，"
            "让下游各村都用上河水。",
            "会后大家商定，镇里要把修渠引水作为全年头等大事、农田灌溉和人畜饮水的根本出路，组织各村劳力分段包干、限期完工，"
            "做到渠修到哪里、水引到哪里、树种到哪里，让下游各村都用上河水。",
        ),
    ),
    stays=(
        "要让老人在村里有饭吃、有医看、有人陪，安心养老。要让孩子在村里有学上、有书看、有人陪，安心长大。",
        "上游各村要按照县里统一安排，做好汛期值守、物资储备、人员转移等各项准备工作。"
        "下游各村要按照县里统一安排，做好汛期值守、物资储备、人员转移等各项准备工作。",
    ),
)

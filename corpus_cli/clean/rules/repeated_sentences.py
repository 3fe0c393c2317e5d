"""Remove a sentence that recognition printed a second time in the same paragraph.

Vision models fall back to a sentence they have already printed: directly behind it, or some sentences later, word
for word or with misreadings.  The second one goes.

Left alone: sentences of fewer than 20 Han characters or 40 Latin letters (12 and 24 where they stand side by side
and end in a full stop), so that refrains, calls and stock phrases stay; sentences built alike whose numbers or words
differ; misread copies of fewer than 30 (24 side by side); copies in other paragraphs, which are the business of
`dedupe`.

Harm on the development pages: none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus_cli.clean.copies import bare, is_near_copy, weight
from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.clean.twins import FEW, SHORTEST_NEAR, line_at, twins
from corpus_cli.text.sentences import sentences

# Smallest weights, where a Han character weighs 1 and a Latin letter a half.
_LEAST = 20
_LEAST_BESIDE = 12
_LEAST_NEAR = 30
_HEAD = 7
_LOOK_BACK = 8

# A paragraph that can hold two sentences of the smallest weight.
_SHORTEST_PARAGRAPH = 24
_END_MARK = re.compile(r"[。！？!?.]+[”’」』）)\"']*")


class _Sentence(NamedTuple):
    """Hold a sentence with its place in the text; `end` is where the next one starts."""

    text: str
    start: int
    end: int
    bare: str


def find(page: Page) -> Iterator[Change]:
    """Yield the removal of sentences, and of ends of sentences, that stand twice in a paragraph."""
    text = page.text
    for start in twins([text])[0].sentences:
        line = line_at(text, start)
        if len(line) >= _SHORTEST_PARAGRAPH and _may_hold_copies(line):
            yield from _copies(text, start, start + len(line))


def gates(texts: Sequence[str]) -> list[bool]:
    """Return for every text whether two parts of a line begin or end in the same signs."""
    return [bool(found.sentences) for found in twins(texts)]


def _may_hold_copies(paragraph: str) -> bool:
    """Return whether two sentences of like length begin or end alike, compared by their first and last signs only."""
    parts = [part for part in _END_MARK.split(paragraph) if len(part) >= _LEAST_BESIDE]
    if len(parts) < 2:
        return False
    if any(map(_begin_or_end_alike, parts, parts[1:])):
        return True
    heads = [part[:_HEAD] if part[0] > " " else part.lstrip()[:_HEAD] for part in parts]
    if len(set(heads)) < len(parts) and _has_twins(parts, heads):
        return True
    tails = [part[-_HEAD:] for part in parts]
    return len(set(tails)) < len(parts) and _has_twins(parts, tails)


def _begin_or_end_alike(first: str, second: str) -> bool:
    """Return whether two parts are long enough for near copies and begin or end in the same few signs."""
    if min(len(first), len(second)) < SHORTEST_NEAR:
        return False
    return first.lstrip()[:FEW] == second.lstrip()[:FEW] or first[-FEW:] == second[-FEW:]


def _has_twins(parts: list[str], keys: list[str]) -> bool:
    """Return whether two parts with the same key have about the same length."""
    sizes: dict[str, list[int]] = {}
    for part, key in zip(parts, keys, strict=True):
        sizes.setdefault(key, []).append(len(part))
    return any(8 * (b - a) <= b + 8 for found in sizes.values() for a, b in pairwise(sorted(found)))


def _copies(text: str, start: int, end: int) -> Iterator[Change]:
    """Yield the removals in one paragraph."""
    kept: list[_Sentence] = []
    seen: dict[str, list[_Sentence]] = {}
    for sentence in _sentences(text, start, end):
        heads = {sentence.bare[:_HEAD], "\n" + sentence.bare[-_HEAD:]}
        earlier = [other for head in sorted(heads) for other in seen.get(head, ())[-_LOOK_BACK:]]
        if kept and _begin_or_end_alike(kept[-1].bare, sentence.bare):
            earlier.append(kept[-1])
        if _is_said(sentence.text):
            # What is said again in a tale is its refrain, unless it follows at once.
            earlier = [other for other in earlier if other is kept[-1]]
        if any(_is_copy(other, sentence, beside=other is kept[-1]) for other in earlier):
            yield Change(_end_before(text, sentence.start), sentence.end, "")
            continue
        kept.append(sentence)
        for head in heads:
            seen.setdefault(head, []).append(sentence)


def _sentences(text: str, start: int, end: int) -> Iterator[_Sentence]:
    """Yield the sentences of a paragraph."""
    piece = text[start:end]
    for span in sentences(piece):
        sentence = piece[span.start : span.end]
        yield _Sentence(sentence, start + span.start, start + span.end, bare(sentence))


def _is_copy(first: _Sentence, second: _Sentence, *, beside: bool) -> bool:
    """Return whether the second sentence is a copy of the first."""
    size = weight(second.bare)
    if first.bare == second.bare:
        calm = second.text.rstrip("”’」』）)\"'")[-1:] in ("。", ".")
        return size >= (_LEAST_BESIDE if beside and calm else _LEAST)
    return size >= (SHORTEST_NEAR if beside else _LEAST_NEAR) and is_near_copy(first.bare, second.bare)


def _is_said(sentence: str) -> bool:
    """Return whether a sentence ends what somebody says."""
    return sentence.rstrip()[-1:] in tuple("”」』")


def _end_before(text: str, start: int) -> int:
    """Return where the text before a sentence ends, without the blanks between them."""
    while start and text[start - 1] in " \t\u3000":
        start -= 1
    return start


RULE = Rule(
    name="repeated-sentences",
    profile="safe",
    find=find,
    gates=gates,
    changes=(
        (
            "入秋以后，全县组织干部下乡帮助农户抢收晚稻。入秋以后，全县组织干部下乡帮助农户抢收晚稻。各村仓库已满。",
            "入秋以后，全县组织干部下乡帮助农户抢收晚稻。各村仓库已满。",
        ),
        (
            "村里的水渠修于一九五八年，全长三公里，灌溉着两岸的良田。渠水清澈。村里的水渠修于一九五八年，全长三公里，"
            "灌溉着两岸的良田。孩子们在渠边玩。",
            "村里的水渠修于一九五八年，全长三公里，灌溉着两岸的良田。渠水清澈。孩子们在渠边玩。",
        ),
        (
            "主管部门批准这条支线铁路预留复线条件，列车每天往返三对，沿线百姓都说方便。"
            "主管部门批准这条支线铁路预留夏线条件，列东每天往返三对，沿线百姓都说方便。",
            "主管部门批准这条支线铁路预留复线条件，列车每天往返三对，沿线百姓都说方便。",
        ),
        (
            "主管部门批准这条支线铁路预留复线，沿线百姓都说方便。主管邦门批准这条支线铁路预留复线，沿线百娃都说方便。",
            "主管部门批准这条支线铁路预留复线，沿线百姓都说方便。",
        ),
        (
            "The mill stood idle for the whole of that winter. The mill stood idle for the whole of that winter. "
            "Nobody knew why.",
            "The mill stood idle for the whole of that winter. Nobody knew why.",
        ),
    ),
    stays=(
        "小猫来敲门，小羊说：“我不开门，妈妈没有回来，谁来了我也不开门。”小狗也来敲门，小羊说：“我不开门，妈妈没有回来，谁来了我也不开门。”大灰狼走了。",
        "上游各村用早上的水浇灌自己的旱地和果园，不得拖延。下游各村用晚上的水浇灌自己的旱地和果园，不得拖延。",
        "各位代表！各位代表！我们要坚持下去！我们要坚持下去！",
        "种树好。种树就是造福。种树好。种树就是造福。",
        "这件事后来再没有人提起。春天过去了，夏天也过去了，桥还是没有修好。这件事后来再没有人提起。",
        "一九九八年全村共收稻谷三十万斤，比上年增加两成有余。一九九九年全村共收稻谷三十万斤，比上年增加两成有余。",
        "省人民政府应当每年向社会公布全省主要河流的水质情况，接受监督。市人民政府应当每年向社会公布全省主要河流的水质情况，接受监督。",
        '"Come in," said Holmes. "Sit down," said Holmes. "Come in," said Holmes.',
    ),
)

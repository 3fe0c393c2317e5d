"""Know what is the same by intent: applause, greetings, labels, standing notes, refrains.

A speech thanks its hearers twice, a journal prints the same notice in each number, a poem has a refrain.  Such units
have copies and are none; they are reported, and stay unless the caller removes them knowingly.  Some show it by their
words, some by where they return: a refrain comes back in one document between ever other neighbours (what a model or a
page printed twice comes back with its neighbours), and so does what a speaker says twice; a standing note opens or
closes many documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import regex

from corpus_cli.dedupe.headings import is_heading
from corpus_cli.dedupe.speakers import is_said_again
from corpus_cli.dedupe.units import Units
from corpus_cli.record import Json
from corpus_cli.text.folding import fold

REFRAIN = 40
"""A refrain has at most this many characters."""

STANDING = 80
"""A standing note without its known words has at most this many characters."""

OFTEN = 3
"""A refrain returns, and a standing note is printed, at least this often."""

_OPEN, _CLOSE = r"[（(\[【]\s*", r"\s*[）)\]】]"
_REACTION = regex.compile(
    rf"{_OPEN}[^（）()\[\]]{{0,20}}(?:掌声|鼓掌|笑声|欢呼|起立|applause|laughter|cheers|hear,? hear|аплодисменты|смех)"
    rf"[^（）()\[\]]{{0,20}}{_CLOSE}[。.!！]?",
    regex.IGNORECASE,
)
_WHO = "(?:代表|委员|同志|来宾|领导|朋友|嘉宾|同学|老师|女士|先生|乡亲|战友|常委|专家|记者)"
_GREETING = regex.compile(
    rf"(?:谢谢|感谢)(?:大家|各位|主持人|主席)?[^，。！!；;]{{0,12}}[。！!.]?"
    rf"|(?:(?:尊敬的|亲爱的|女士们|先生们|大家|各位|同志们|朋友们|{_WHO}们?)[、，, ]?){{1,6}}"
    rf"{_WHO}?们?(?:好)?[：:！!，,。.]?"
    r"|(?:thank you|thanks)(?: (?:very much|all|so much|again))?(?:,? (?:m[rs]s?\.? )?\p{L}+){0,2}[.!]?"
    r"|(?:my )?(?:ladies and gentlemen|dear \p{L}+(?: and \p{L}+)?|m[rs]s?\.? (?:speaker|chairman|president|chair))"
    r"[,.:;!—-]*"
    r"|(?:уважаемые|дорогие) \p{L}+(?: \p{L}+)?[!,.]?|(?:большое )?спасибо(?: за внимание)?[.!]?",
    regex.IGNORECASE,
)
_LABEL = regex.compile(
    r"[#*\s]*(?:参考文献|注释|附录|附件|目录|目次|摘要|关键词|编者按|编者的话|本刊讯|前言|引言|结语|后记|问|答"
    r"|references|notes|appendix|contents|abstract|introduction|conclusion|preface|содержание|литература)[*\s]*[：:.]?",
    regex.IGNORECASE,
)
_NOTE = regex.compile(
    r"责任编辑|责编[：:]|版权所有|未经(?:书面)?(?:许可|授权|同意)[^。]{0,20}不得|未完待续|[（(]下转|[（(]上接|免责声明|欢迎(?:订阅|投稿)|邮发代号"
    r"|all rights reserved|continued (?:on|from) page|to be continued|no part of this|printed in |все права защищены",
    regex.IGNORECASE,
)


class Boilerplate(NamedTuple):
    """Hold one unit that is the same by intent: its number, its kind, and how often its text stands in all."""

    unit: int
    kind: str
    times: int


def kind_of(text: str) -> str:
    """Return what a text is by its words: reaction, greeting, label, note, or nothing.

    >>> [kind_of(text) for text in ("（长时间的掌声）", "各位代表：", "参考文献", "责任编辑：周舟", "掌声响了很久。")]
    ['reaction', 'greeting', 'label', 'note', '']
    """
    line = text.strip()
    if len(line) > 2 * STANDING:
        return ""
    if _REACTION.fullmatch(line):
        return "reaction"
    if _GREETING.fullmatch(line):
        return "greeting"
    if _LABEL.fullmatch(line) or is_heading(text):
        return "label"
    return "note" if _NOTE.search(line) else ""


def boilerplate(units: Units, groups: Iterable[Sequence[int]]) -> list[Boilerplate]:
    """Return the units that are the same by intent, in order; `groups` are the units with equal folded views."""
    twins = {unit: group[0] for group in groups if len(group) > 1 for unit in group}
    members: dict[int, list[int]] = {}
    for unit in sorted(twins):
        members.setdefault(twins[unit], []).append(unit)
    found = [
        Boilerplate(unit, kind, len(group))
        for group in members.values()
        if (kind := kind_of(units.text(group[0])) or _kind_by_place(units, group, twins))
        for unit in group
    ]
    return sorted(found)


def rows(units: Units, found: Iterable[Boilerplate]) -> list[dict[str, Json]]:
    """Return a row for each unit: where it stands, its text and kind, and how often the text stands in all."""
    return [
        {
            "id": units.id(unit),
            "start": units.span(unit).start,
            "end": units.span(unit).end,
            "text": units.text(unit),
            "kind": kind,
            "count": times,
        }
        for unit, kind, times in found
    ]


def _kind_by_place(units: Units, group: Sequence[int], twins: dict[int, int]) -> str:
    """Return refrain or standing where the places of a text say so."""
    text = units.text(group[0])
    size = len(text)
    if size > STANDING:
        return ""
    records = [int(units.record[unit]) for unit in group]
    if max(map(records.count, records)) > 1 and is_said_again(fold(text).text) and _among_others(units, group, twins):
        return "refrain"
    if len(group) < OFTEN:
        return ""
    if size <= REFRAIN and max(map(records.count, records)) >= OFTEN and _among_others(units, group, twins):
        return "refrain"
    edges = (units.of_record(record) for record in records)
    at_edge = all(unit in (edge.start, edge.stop - 1) for unit, edge in zip(group, edges, strict=True))
    return "standing" if at_edge and len(set(records)) == len(records) and _among_others(units, group, twins) else ""


def _among_others(units: Units, group: Sequence[int], twins: dict[int, int]) -> bool:
    """Say whether no two units of a group have a neighbour in common, so that no larger piece is repeated."""
    seen: set[tuple[int, int]] = set()
    for unit in group:
        for step in (-1, 1):
            other = unit + step
            if not 0 <= other < len(units) or units.record[other] != units.record[unit] or other not in twins:
                continue
            if twins[other] == twins[unit]:
                continue
            if (step, twins[other]) in seen:
                return False
            seen.add((step, twins[other]))
    return True

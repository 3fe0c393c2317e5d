"""Remove what recognition printed again directly behind itself inside a sentence: a clause or several.

A vision model that stutters prints a clause two, three or twenty times, with the same mark between or another one.
All but the first go, and the mark behind the last one stays.

Left alone: two copies of less than 7 Han characters, of less than 12 where the first begins inside a clause, in other
scripts of less than 40 letters (24 where there are three); three of less than 3; copies of less than 12 in what
somebody says, in verse and short lines, of less than 16 in transcripts of talk, in which people do stutter: so doubles
(一个一个), answers (没有，没有，没有), calls and refrains stay.  Copies that end in an exclamation or question mark or
a colon; copies on lines of their own; clauses that say the same in other words.

Harm on the development pages: none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus_cli.clean.copies import bare, weight
from corpus_cli.clean.lines import ANY_CHINESE
from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.clean.twins import LEAST_OFTEN, LEAST_TWICE, MOST_CLAUSES, line_at, twins

# What the copies weigh at least in Latin text, and where people speak.
_LEAST_LATIN, _LEAST_LATIN_OFTEN = 20, 12
_LEAST_SPOKEN = 16
# People do say a few words two, three or four times, in songs and tales above all.
_MANY, _LEAST_FEW = 5, 12
_PROSE = 40
_SPEECH = (("“", "”"), ("「", "」"), ("『", "』"), ("‘", "’"))
_SPEAKER_MARK = re.compile("[：:】]")
_SPEAKER = re.compile(
    r"(?:#+ |\*\*|【)?[^\s，。：:#|]{1,12}(?: [^\s，。：:|]{1,12})?(?:（[^）\n]{1,20}）)?(?:\*\*)?[：:】]"
)
# A clause of three signs at least with the mark behind it; calls and questions stay as they are.
_CLAUSE = re.compile(r"[^，、；。：,;.:！？!?\n]+")
_SENTENCE_END = re.compile(r"[。！？!?.]")
_CALM = re.compile(r"[，、；。,;.]")


class _Clause(NamedTuple):
    """Hold a clause with its place."""

    text: str
    start: int
    end: int


def find(page: Page) -> Iterator[Change]:
    """Yield the removal of clauses printed again behind themselves."""
    text = page.text
    is_talk: bool | None = None
    for start in twins([text])[0].clauses:
        line = line_at(text, start)
        clauses, begun = _repeated_clauses(line) if len(line) >= 2 * LEAST_TWICE else ([], [])
        if begun:
            stutters = list(_stutters(line, clauses, begun, start, 0))
            if stutters and is_talk is None:
                is_talk = _is_talk(text)
            yield from _stutters(line, clauses, begun, start, _LEAST_SPOKEN) if is_talk else stutters


def gates(texts: Sequence[str]) -> list[bool]:
    """Return for every text whether a clause in it is the end of one shortly before it."""
    return [bool(found.clauses) for found in twins(texts)]


def _is_talk(text: str) -> bool:
    """Return whether a text has more than two lines that begin with a speaker."""
    speakers = place = 0
    while speakers < 3 and (mark := _SPEAKER_MARK.search(text, place)):
        speakers += _SPEAKER.match(text, text.rfind("\n", 0, mark.start()) + 1) is not None
        place = text.find("\n", mark.start())
        if place < 0:
            break
    return speakers > 2


def _repeated_clauses(line: str) -> tuple[list[_Clause], list[int]]:
    """Return the clauses around those from which on a stretch may stand again behind itself, and which these are."""
    spans = [match.span() for match in _CLAUSE.finditer(line)]
    clauses = [line[start:end].strip() for start, end in spans]
    if "" in clauses:
        spans = [span for span, clause in zip(spans, clauses, strict=True) if clause]
        clauses = list(filter(None, clauses))
    last: dict[str, int] = {}
    found: set[int] = set()
    for number, clause in enumerate(clauses):
        sign = clause[-1]
        if number - last.get(sign, -MOST_CLAUSES - 1) <= MOST_CLAUSES:
            near = range(max(0, number - MOST_CLAUSES), number)
            found.update([before for before in near if clauses[before].endswith(clause)])
        last[sign] = number
    if not found:
        return [], []
    first, behind = min(found), max(found) + 2 * MOST_CLAUSES + 1
    window = zip(clauses[first:behind], spans[first:behind], strict=True)
    return [_Clause(text, *span) for text, span in window], [at - first for at in sorted(found)]


def _stutters(line: str, clauses: Sequence[_Clause], begun: Sequence[int], place: int, least: int) -> Iterator[Change]:
    """Yield the removals in one line that starts at `place`; copies weigh `least` at least."""
    after = 0
    for at in begun:
        size = _repeated(clauses, at) if at >= after else 0
        if not size or not _starts_with_its_sentence(line, clauses, at, size):
            continue
        copies = _copies(clauses, at, size)
        if _is_stutter(line, clauses, at, size, copies, least):
            first, last = clauses[at + size - 1], clauses[at + copies * size - 1]
            yield Change(place + first.end, place + last.end, "")
        # A run that stays is passed over as a whole: it would be looked at again from each of its copies.
        after = at + copies * size


def _repeated(clauses: Sequence[_Clause], at: int) -> int:
    """Return of how many clauses the stretch is that stands again behind itself from `at` on, 0 where none does.

    The first copy may begin in the middle of its clause.
    """
    for size in range(1, min(MOST_CLAUSES, (len(clauses) - at) // 2) + 1):
        if clauses[at].text.endswith(clauses[at + size].text) and all(
            clauses[at + n].text == clauses[at + size + n].text for n in range(1, size)
        ):
            return size
    return 0


def _copies(clauses: Sequence[_Clause], at: int, size: int) -> int:
    """Return how often a stretch stands there that is known to stand twice."""
    copy = [clause.text for clause in clauses[at + size : at + 2 * size]]
    copies = 2
    while copy == [clause.text for clause in clauses[at + copies * size : at + (copies + 1) * size]]:
        copies += 1
    return copies


def _starts_with_its_sentence(line: str, clauses: Sequence[_Clause], at: int, size: int) -> bool:
    """Return whether the second copy begins where a sentence does, if a sentence ends within it."""
    gaps = [line[clauses[n].end : clauses[n + 1].start] for n in range(at + size - 1, at + 2 * size - 1)]
    return not any(map(_SENTENCE_END.search, gaps[1:])) or _SENTENCE_END.search(gaps[0]) is not None


def _is_stutter(line: str, clauses: Sequence[_Clause], at: int, size: int, copies: int, least: int) -> bool:
    """Return whether the copies weigh enough, and only calm marks stand between them."""
    said = sum(weight(bare(clause.text)) for clause in clauses[at + size : at + 2 * size])
    after = line[clauses[at + copies * size - 1].end :][:1]
    if after in _CRIES:
        return False
    if not ANY_CHINESE.search(clauses[at + size].text):
        least = max(least, _LEAST_LATIN if copies == 2 else _LEAST_LATIN_OFTEN)
    start, end = clauses[at].start, clauses[at + copies * size - 1].end
    few = copies < _MANY and not _is_prose(line, start, end)
    inside = copies == 2 and clauses[at].text != clauses[at + size].text
    if said < max(least, _LEAST_FEW if few or inside else LEAST_OFTEN if copies > 2 else LEAST_TWICE):
        return False
    gaps = (line[left.end : right.start] for left, right in pairwise(clauses[at : at + copies * size]))
    return all(_CALM.match(gap) and not set(gap) & _QUOTES for gap in gaps)


def _is_prose(line: str, start: int, end: int) -> bool:
    """Return whether a span stands in running prose of some length, and not in what somebody says."""
    before = line[:start]
    is_said = any(before.rfind(opener) > before.rfind(closer) for opener, closer in _SPEECH)
    return not is_said and "。" in line[end:] and len(line) - (end - start) >= _PROSE


_CRIES = frozenset("！？!?")
_QUOTES = frozenset('“”‘’「」『』"！？!?')

RULE = Rule(
    name="repeated-phrases",
    profile="safe",
    find=find,
    gates=gates,
    changes=(
        (
            "县里把修路当作全县的头等大事来办，把修路当作全县的头等大事来办，把修路当作全县的头等大事来办，三年修了四十里。",
            "县里把修路当作全县的头等大事来办，三年修了四十里。",
        ),
        (
            "孩子们跟着老师识草木，识草木、识草木、识草木、识草木，学期末交一本日记。",
            "孩子们跟着老师识草木，学期末交一本日记。",
        ),
        (
            "每户的名字，他都抄在自己的一个小本子上，他都抄在自己的一个小本子上，一个也没有漏。",
            "每户的名字，他都抄在自己的一个小本子上，一个也没有漏。",
        ),
        (
            "电费一楼不出，二楼出半成，往上逐层加。一楼不出，二楼出半成，往上逐层加。大家都同意。",
            "电费一楼不出，二楼出半成，往上逐层加。大家都同意。",
        ),
        (
            "He went slowly down to the bank of the old river, slowly down to the bank of the old river, and sat.",
            "He went slowly down to the bank of the old river, and sat.",
        ),
    ),
    stays=(
        "有水没有？没有，没有，没有。",
        "“等渠修好，等渠修好，等渠修好。”他一遍一遍地说。",
        "好一条弯弯的小河水，好一条弯弯的小河水，流过我家门前。",
        "同志们，同志们，请静一静。",
        "修好了！终于修好了！终于修好了！终于修好了！",
        "小雨小雨沙沙沙，小雨小雨哗啦啦，",
        "我们要把树种下去，我们要把树种下去，我们要把树种下去！",
        "要修渠，先量地；要量地，先找人。",
        "甲：他还没有进来，他还没有进来。\n乙：再等一等，好吧。\n丙：他说要走，他尚未进入房间，尚未进入房间。",
        "水清了，水清了，鱼也回来了。",
        "the old, the very old, and the young",
        "Ils ont dit : nous l’avons, nous l’avons, nous l’avons, et après ils sont partis.",
        "Thank you, thank you, thank you, thank you, he said.",
        "Он сказал, что река поднялась, река поднялась, и замолчал.",
        "And they said: we will go down to the river, we will go down to the river, and be washed.",
    ),
)

"""The families of markers: how a label is set off from what is said, and where in a text such marks could stand.

Each family only proposes; `convention` decides which one the document keeps to and which labels are speakers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from corpus_cli.split.label_words import ARTICLES, HONORIFICS, OFFICES, PARTICLES, SPEECH_VERBS
from corpus_cli.split.labels import Shape, infix_of, key_of, shape_of
from corpus_cli.split.lines import DIGITS, Line, LineTable
from corpus_cli.split.notes import office_of
from corpus_cli.split.patterns import (
    BOLD,
    BRACKET,
    COLON,
    HAN_GAP,
    HEADING,
    OWN,
    OWN_HONOURED,
    QUESTION,
    RUN_IN,
    RUN_IN_HONOURED,
    RUN_IN_SMALL,
    SAID,
    STAMP,
)
from corpus_cli.split.script import simplified
from corpus_cli.text.people import is_name

FAMILIES = ("heading", "bold", "bracket", "stamp", "colon", "dash", "full stop", "said", "gap", "own line")


_BY_SIGN = {
    **dict.fromkeys("#", ("heading", HEADING)),
    **dict.fromkeys("*_", ("bold", BOLD)),
    **dict.fromkeys("【[［〔<＜〈", ("bracket", BRACKET)),
}
_QUOTES = frozenset(("“", "‘", "「", "『", '"', "'", "《"))
_NO_LABEL_END = frozenset("!?,;:…—–-。！？，；：、”」")
_OPENED = frozenset("。！？!?.…”」』）)】]—–\"’':：*_>")


class Candidate(NamedTuple):
    """Hold a place where a label could open a turn.

    `start` and `end` are the span of the marker in the text, `label` the label as printed, `key` its counted form,
    `note` what stands in brackets behind it.  `opens` says that a paragraph may begin here, `tail` how many
    characters follow on the line, `style` the signs printed around the label.
    """

    line: int
    start: int
    end: int
    label: str
    key: str
    shape: Shape
    note: str
    opens: bool
    tail: int
    indent: int
    style: str


def candidates(table: LineTable) -> dict[str, list[Candidate]]:
    """Return for each family the places where its marker could stand, in order of the text.

    Labels of the shapes "clause" and "field" are among them: one may be a misprint of a speaker's.
    """
    found: dict[str, list[Candidate]] = {family: [] for family in FAMILIES}
    before = ""
    last = len(table.lines) - 1
    for line in table.lines:
        for family, match in _matches(line):
            candidate = _candidate(line, family, match, before)
            if candidate is not None and (family != "own line" or line.number < last):
                found[family].append(candidate)
        before = line.text[-1]
    return found


def _matches(line: Line) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield what each family finds on a line; the first signs of a line rule most families out."""
    text, first = line.text, line.text[0]
    marked = _BY_SIGN.get(first)
    if marked is not None:
        match = marked[1].match(text)
        if match:
            yield marked[0], match
    if marked is None or first in "[*":
        yield from _with_colon(text)
    if marked is None:
        yield from _plain(text, first)


def _with_colon(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    if text.find(":", 0, 400) < 0 and text.find("：", 0, 400) < 0:
        return
    match = COLON.match(text)
    if match and not (match["label"][-1].isdigit() and text[match.end() : match.end() + 1].isdigit()):
        yield "colon", match
    if len(text) < 90:
        match = STAMP.match(text)
        if match:
            yield "stamp", match


def _plain(text: str, first: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield what the families find that have no sign of their own: full stop, dash, gap, verb of speech, own line."""
    words = text[:200].split(None, 2)
    numbered = first.isdigit() or first in "§—–-"
    honoured = numbered or words[0].rstrip(".") in HONORIFICS or words[0] in ARTICLES
    if first.isupper() or numbered:
        if honoured or _may_run_in(words):
            yield from _run_in(text, honoured)
        elif _ends_soon(text):
            match = RUN_IN_SMALL.match(text[:120])
            if match and match.end() < len(text):
                yield ("full stop" if match["sep"].strip() == "." else "dash"), match
    elif first > "\u2fff":
        match = HAN_GAP.match(text)
        if match:
            yield "gap", match
    if _may_stand_alone(text, first):
        match = (OWN_HONOURED.match(text) if honoured else None) or OWN.match(text)
        if match:
            yield "own line", match


def _may_run_in(words: list[str]) -> bool:
    """Say whether the first two words leave room for a label: the second is no small word, or a sign parts them."""
    head = words[0]
    if len(words) < 2 or head[-1] in ".,—–-" or "—" in head or "–" in head or ".-" in head or "--" in head:
        return True
    return not words[1][0].islower() or words[1].rstrip(".") in PARTICLES


def _ends_soon(text: str) -> bool:
    """Say whether a label whose second word is small may end within the first signs: Deuxième médecin."""
    return text.find(".", 4, 32) > 0 or text.find("—", 4, 32) > 0


def _may_stand_alone(text: str, first: str) -> bool:
    """Say whether a line may be a label and nothing else, with a direction in brackets perhaps."""
    if not (first.isupper() or first.isdigit() or first > "\u2fff"):
        return False
    if len(text) <= 60:
        return text[-1] not in _NO_LABEL_END
    return len(text) <= 320 and (text.find("(", 0, 40) > 0 or text.find("（", 0, 20) > 0)


def _run_in(text: str, honoured: bool) -> Iterator[tuple[str, re.Match[str]]]:
    head = text[:400]
    match = QUESTION.match(head) or (RUN_IN_HONOURED.match(head) if honoured else None) or RUN_IN.match(head)
    if match and match.end() < len(text):
        sep = match["sep"].strip()
        yield ("gap" if not sep and match["sep"] else "full stop" if sep in (".", "") else "dash"), match
    said = SAID.match(head) if honoured else None
    if said:
        yield "said", said


def _candidate(line: Line, family: str, match: re.Match[str], before: str) -> Candidate | None:
    """Return the candidate that a match stands for, None where its label cannot be one."""
    raw, note, sep, stage = _parts(family, match)
    label, key, shape, office = _read_label(raw)
    if stage and OFFICES.match(stage.lstrip(", ")):
        office = stage.lstrip(", ")
        shape = "titled" if shape == "capitals" else shape
    elif stage and (stage[2:3].isupper() or shape not in ("capitals", "honoured capitals")):
        return None
    if not key:
        return None
    text, end = line.text, match.end()
    place = match.start(match.lastgroup or 0) if family == "bracket" else text.find(raw)
    head = DIGITS.sub("0", text[:place].rstrip()) if place > 0 else ""
    last = text[end - 1] if text[end - 1] not in " \t\u3000" else match.group().rstrip()[-1]
    style = f"{head}|{'' if last.isalnum() else last}{',' if len(label) < len(raw.rstrip()) and not office else ''}"
    if "\u3000" in label and sep.strip():
        shape = "field"  # 主　　席, spaced out as in a form
    elif shape == "person" and note and office_of(note):
        shape = "titled"
    elif family == "colon" or head or shape == "part":
        shape = _looked_at(family, key, shape, head[:1] == "0", text[end : end + 60])
    opens = line.blanks > 0 or before in _OPENED or line.indent > 0 or line.number == 0
    return Candidate(
        line.number,
        line.start,
        line.start + end,
        label,
        key,
        shape,
        note or office,
        opens,
        len(text) - end,
        line.indent,
        style,
    )


def _looked_at(family: str, key: str, shape: Shape, numbered: bool, said: str) -> Shape:
    """Return the shape of a label after a look at what stands around it."""
    if numbered and shape in ("body", "other", "office"):
        return "field"  # a numbered point
    if family == "bracket" and key.casefold() == "chorus":
        return "field"  # the sections of a song's words stand in brackets, a play's chorus does not
    if family != "colon":
        return shape
    if shape in ("part", "office") and _is_form(said.strip()):
        return "field"  # 主持：韦守仁, a line of the minutes' head
    told = said.lstrip()[:1] in _QUOTES and simplified(key[-1]) in SPEECH_VERBS and (shape != "part" or numbered)
    return "clause" if told else shape  # 宋江道：“…”, told and not minuted


def _is_form(value: str) -> bool:
    """Say whether what stands behind a colon is names and no speech: 韦守仁, 陳主任委員大同, 周映雪、马静."""
    if not value or len(value) > 40 or value[-1] in "。！？!?…，,；;：:":
        return False
    names = value.replace("\u3000", "、").replace(" ", "、").split("、")
    return all(is_name(name) or infix_of(name) is not None for name in names if name)


def _parts(family: str, match: re.Match[str]) -> tuple[str, str, str, str]:
    """Return label, bracket behind it, sign of separation and direction of a match."""
    if family == "bracket":
        return match[match.lastgroup or 0], "", "", ""
    if family == "stamp":
        return match["label"] or match["a"], "", "", ""
    note = match["note"] or (match["after"] if family == "bold" else "") or ""
    sep = match["sep"] if family not in ("heading", "bold", "own line", "said") else ""
    stage = (
        match["stage"] if family in ("full stop", "dash", "gap", "own line") and "stage" in match.re.groupindex else ""
    )
    return match["label"], note.strip()[1:-1].strip(), sep or "", stage or ""


@lru_cache(maxsize=65536)
def _read_label(raw: str) -> tuple[str, str, Shape, str]:
    """Return a label without the direction behind its comma, its counted form, its shape, and an office behind it."""
    label = raw.strip()
    cut, office = _stage_cut(label)
    label = label[:cut]
    key = key_of(label)
    return label, key, shape_of(key), office


def _stage_cut(label: str) -> tuple[int, str]:
    """Return where a label ends that a comma parts, and the office that stands behind.

    What follows is a direction (`HARPAGON, à part`) or the office of the person (`Maria Erler, Bundesministerin`).
    """
    comma = label.find(",")
    rest = label[comma + 1 :].strip()
    if comma > 0 and rest[:1].islower():
        return comma, ""
    if comma > 0 and OFFICES.match(rest):
        return comma, rest
    return len(label), ""

"""The places of a text where each family's marker could stand, and how each label there reads.

Each family only proposes; `convention` decides which one the document keeps to and which labels are speakers.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from corpus_cli.split.caseless import bullet_shape
from corpus_cli.split.label_words import SPEECH_VERBS, TAGS
from corpus_cli.split.labels import infix_of, key_of, shape_of
from corpus_cli.split.latin_offices import office_at_start
from corpus_cli.split.lines import DIGITS, LineTable, made
from corpus_cli.split.marks import Mark, marks_of, may_hold_marks
from corpus_cli.split.notes import office_of
from corpus_cli.split.seats import ON_BEHALF, is_seat, is_time
from corpus_cli.split.shapes import Shape
from corpus_cli.text.people import is_name
from corpus_cli.text.simplified import simplified

FAMILIES = ("heading", "bold", "bracket", "bullet", "stamp", "colon", "dash", "full stop", "said", "gap", "own line")

# 原告：王某某，男，… in the head of a judgment
_DESCRIBED = re.compile(r"[\u4e00-\u9fff×·]{2,20}[，,（(](?:男|女|住|系|[\u4e00-\u9fff]{2,16}律师)")
# Q1, Q 2, 问3, 问题4, A1, 答2
ASKED = re.compile(r"(?:[QA]|[问問][题題]?|回?答)\s?\d{1,3}")
_SIDES = {**dict.fromkeys("Q问問", "question"), **dict.fromkeys("A答回", "answer")}
_SIDE_SIGNS = "QA问問题題回答 "
_QUOTES = frozenset(("“", "‘", "「", "『", '"', "'", "《"))
_OPENED = frozenset("。！？!?.…”」』）)】]—–\"’':：*_>")


LONGEST_AGAIN = 64  # longer lines seldom come back


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
    for number, start, _, text, blanks, indent in table.lines:
        size = len(text)
        labels = () if not may_hold_marks(text) else _labels_again(text) if size <= LONGEST_AGAIN else labels_of(text)
        for family, end, label, key, shape, note, style, alone in labels:
            opens = alone or blanks > 0 or indent > 0 or before in _OPENED or number == 0
            if family != "own line" or number < last:
                values = (number, start, start + end, label, key, shape, note, opens, size - end, indent, style)
                found[family].append(made(Candidate, values))
        before = text[-1]
    return {family: _answered(marks) for family, marks in found.items()}


def _answered(marks: list[Candidate]) -> list[Candidate]:
    """Return the marks with numbered questions and answers (Q1, 答3) as parts of a talk, where they take turns."""
    asked = [mark.key for mark in marks if mark.key[0] in _SIDES and ASKED.fullmatch(mark.key)]
    sides = [(_SIDES[key[0]], key.lstrip(_SIDE_SIGNS)) for key in asked]
    answers = sum(one == ("question", other[1]) and other[0] == "answer" for one, other in pairwise(sides))
    if answers < 2 or 4 * answers < len(asked):
        return marks
    numbered = frozenset(asked)
    return [mark._replace(shape="numbered") if mark.key in numbered else mark for mark in marks]


class Label(NamedTuple):
    """Hold a label that a line begins with, as in `Candidate`.

    `end` is where its marker ends in the line; `alone` says that such a marker opens a paragraph wherever it stands.
    """

    family: str
    end: int
    label: str
    key: str
    shape: Shape
    note: str
    style: str
    alone: bool


def labels_of(text: str) -> tuple[Label, ...]:
    """Return the labels that a line may begin with, one a family."""
    return tuple([label for mark in marks_of(text) if (label := _label_of(mark, text)) is not None])


_labels_again = lru_cache(maxsize=16384)(labels_of)  # short lines come back and back


class _Reading(NamedTuple):
    """Hold how a mark reads, wherever it stands; `looked` says that what stands behind a colon may change the shape."""

    label: str
    key: str
    shape: Shape
    note: str
    style: str
    looked: bool


def _reading(family: str, raw: str, note: str, sep: str, stage: str, head: str, last: str) -> _Reading | None:
    """Return how a mark reads, None where its label cannot be one; `head` and `last` are the signs around it."""
    label, key, shape, office = _read_label(raw)
    timed = note != "" and is_time(note)
    note = "" if timed else note
    if stage and (office_at_start(stage.lstrip(", ")) or ON_BEHALF.match(stage.lstrip(", "))):
        office = stage.lstrip(", ")
        shape = "titled" if shape == "capitals" else "seated" if shape == "title case" and " " in key else shape
    elif stage and (stage[2:3].isupper() or shape not in ("capitals", "honoured capitals")):
        return None
    if not key:
        return None
    looked = False
    if office and shape == "title case":
        shape = "seated"
    elif timed and shape == "other":
        shape = "title case"
    if family == "bullet":
        shape = bullet_shape(key, note)
    elif family == "bracket" and sep:
        shape = "field" if key.casefold() in TAGS else "person"  # a nickname
    elif "\u3000" in label and sep.strip():
        shape = "field"  # 主　　席, spaced out as in a form
    elif shape == "title case" and " " in key and (timed or (note and is_seat(note))):
        shape = "seated"
    elif shape == "person" and note and office_of(note):
        shape = "titled"
    elif family == "colon" or head or shape == "part":
        shape, looked = _placed(family, key, shape, head[:1] == "0")
    style = f"{head}|{'' if last.isalnum() else last}{',' if len(label) < len(raw.rstrip()) and not office else ''}"
    return _Reading(label, key, shape, note or office, style, looked)


_reading_again = lru_cache(maxsize=65536)(_reading)


def _placed(family: str, key: str, shape: Shape, numbered: bool) -> tuple[Shape, bool]:
    """Return the shape of a label by its family and a number before it, and whether what follows may change it."""
    heading = shape == "title case" and family == "full stop"  # 2. Grant of License. Subject to …
    if numbered and (heading or shape in ("body", "other", "office")):
        return "field", False  # a numbered point
    if family == "bracket" and key.casefold() == "chorus":
        return "field", False  # the sections of a song's words stand in brackets, a play's chorus does not
    verb = simplified(key[-1]) in SPEECH_VERBS and (shape != "part" or numbered)
    return shape, family == "colon" and (verb or shape in ("part", "office"))


def _label_of(mark: Mark, text: str) -> Label | None:
    """Return the label that a mark sets off on its line, None where it cannot be one."""
    family, raw, note, sep, stage, end, place = mark
    head = DIGITS.sub("0", text[:place].rstrip()) if place > 0 else ""
    last = text[end - 1]
    if last in " \t\u3000":
        last = text[:end].rstrip()[-1]
    # a label that is a line of its own is kept with its line
    read = (_reading if family == "own line" else _reading_again)(family, raw, note, sep, stage, head, last)
    if read is None:
        return None
    label, key, shape, note, style, looked = read
    if looked:
        shape = _looked_at(read, head[:1] == "0", text[end : end + 60])
    return made(Label, (family, end, label, key, shape, note, style, sep == ">"))


def _looked_at(read: _Reading, numbered: bool, said: str) -> Shape:
    """Return the shape of a label before a colon after a look at what stands behind."""
    if read.shape in ("part", "office") and (_DESCRIBED.match(said.lstrip()) or _is_form(said.strip())):
        return "field"  # 主持：韦守仁, a line of the minutes' head
    told = said.lstrip()[:1] in _QUOTES and simplified(read.key[-1]) in SPEECH_VERBS
    return "clause" if told and (read.shape != "part" or numbered) else read.shape  # 宋江道：“…”, told, not minuted


def _is_form(value: str) -> bool:
    """Say whether what stands behind a colon is names and no speech: 韦守仁, 陳主任委員大同, 周映雪、马静."""
    if not value or len(value) > 40 or value[-1] in "。！？!?…，,；;：:":
        return False
    names = value.replace("\u3000", "、").replace(" ", "、").split("、")
    return all(is_name(name) or infix_of(name) is not None for name in names if name)


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
    if comma > 0 and office_at_start(rest):
        return comma, rest
    return len(label), ""

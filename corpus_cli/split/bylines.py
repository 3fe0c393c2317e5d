"""Chinese bylines of a page, with offices cut over several lines, found among its lines.

`text.bylines` reads one line; here its neighbours decide.  A name alone is a byline only with its office around it, a
label in a table of fields (作者：… among 时间：… 地点：…) is none, three and more persons in a row with no text between
them are a list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from corpus_cli.split.lines import LineTable
from corpus_cli.split.setting import (
    BODY,
    STOPS,
    in_fields,
    is_bare_title,
    is_head,
    stands_alone_above,
    stands_alone_below,
    under_title,
)
from corpus_cli.text.bylines import BylineLine, read_byline, read_lead
from corpus_cli.text.han import has_han
from corpus_cli.text.offices import is_office, is_office_part, places
from corpus_cli.text.people import is_name, plain_name

MOST_OFFICE_LINES = 4
LONGEST_OFFICE_LINE = 40
LEAST_OFFICE = 4  # code points; shorter ones (市长, 主编) say no body
ONE_OF_MANY = 0.65  # a name alone under a title without marks is believed where the page prints another one so

_LIST_HEAD = regex.compile(r"(?:名单|人员|成员|嘉宾|出席|与会|参会|参加|主持人?|职员表|委员会|领导小组)[\p{Han}]{0,2}$")
_WHOLE = frozenset(("name-office", "office-name", "bracket"))
_ADDRESS = regex.compile(
    r"(?:同志|同仁|朋友|代表|委员|老师|同学|领导|来宾|女士|先生|大家|乡亲)们?[，：:！]$|^各位.{1,12}[，：:！]$"
)
_STRENGTH = {
    "name-office": 0.98,
    "office-name": 0.98,
    "bracket": 0.98,
    "label": 0.97,
    "sign": 0.97,
    "press": 0.97,
    "signature": 0.97,
    "lead": 0.97,
    "unit": 0.8,
    "name": 0.7,
    "staff": 0.9,
}


@dataclass(frozen=True, slots=True)
class Byline:
    """Hold one byline: its lines `first` to `last` (indices into the table, both inside), its span and what it says.

    `names` are without inner blanks, the first one leads.  `role` is the office, its parts put together.  `strength`
    (0–1) says how sure it is.  `form` is the form of its first line (`text.bylines.BylineLine.form`).
    """

    first: int
    last: int
    start: int
    end: int
    names: tuple[str, ...]
    role: str
    form: str
    strength: float


def find_bylines(table: LineTable) -> list[Byline]:
    """Return the bylines of a page in order, also signatures at the end of an article and lines of the page's staff."""
    if not has_han(table.text):
        return []
    readings = [read_byline(line.text) for line in table.lines]
    found: list[Byline] = []
    index = 0
    while index < len(table.lines):
        byline = _byline_at(table, readings, index)
        if byline:
            found.append(byline)
            index = byline.last + 1
        else:
            index += 1
    found = _without_entries(table, readings, found)
    return _without_lists(table, [byline for byline in found if not _is_portrait(table, byline)])


def _without_entries(table: LineTable, readings: Sequence[BylineLine | None], found: Sequence[Byline]) -> list[Byline]:
    """Return the bylines less names alone that head entries of a list, or stand but once under a bare title."""
    alone = [byline for byline in found if byline.form == "name" and not byline.role]
    taken = {byline.first for byline in alone}
    entries = any(
        read and read.form == "name" and index not in taken and _heads_an_entry(table, index)
        for index, read in enumerate(readings[:-1])
    )
    bare = [byline for byline in alone if byline.strength == ONE_OF_MANY]
    dropped = frozenset(alone if entries else bare if len(bare) == 1 else ())
    return [byline for byline in found if byline not in dropped]


def _heads_an_entry(table: LineTable, index: int) -> bool:
    line, below = table.lines[index], table.lines[index + 1]
    return line.blanks > 0 and below.blanks > 0 and len(below.text) >= BODY


def _is_portrait(table: LineTable, byline: Byline) -> bool:
    """Return whether a line with gaps on both sides and body text around it is the caption of a portrait."""
    if byline.form not in _WHOLE or not byline.first or byline.last + 1 == len(table.lines):
        return False
    above, below = table.lines[byline.first - 1], table.lines[byline.last + 1]
    return table.lines[byline.first].blanks >= 2 <= below.blanks and min(len(above.text), len(below.text)) >= BODY


def _byline_at(table: LineTable, readings: Sequence[BylineLine | None], index: int) -> Byline | None:
    read, text = readings[index], table.lines[index].text
    lead = read_lead(text) if text[-1] in "。！？" else None
    if lead and lead[1] < len(text):
        return replace(_made(table, index, index, lead[0]), end=table.lines[index].start + lead[1])
    if read and read.form == "signature":
        if read.start or not is_head(table, index):
            return _made(table, index, index, read)
        read = replace(read, form="bracket")
    if (not read and len(text) > LONGEST_OFFICE_LINE) or not stands_alone_above(table, index):
        return None
    if read and read.names and (read.role or read.form == "staff"):
        return _row(table, readings, index, read)
    reach = _last_short_line(table, index)
    if reach > index and _may_go_on(table, readings, index, reach):
        for last in range(reach, index, -1):
            whole = _over_lines(table, readings, index, last)
            if whole:
                return whole
    return _without_office(table, index, read) if read and read.names else None


def _row(table: LineTable, readings: Sequence[BylineLine | None], index: int, read: BylineLine) -> Byline | None:
    """Return a byline that is complete on its line, with authors of the same kind on the lines right below."""
    last, names = index, read.names
    while last + 1 < len(table.lines) and table.lines[last + 1].blanks == 0 and last - index < 2:
        below = readings[last + 1]
        if not (below and below.names and below.role and below.form == read.form):
            break
        last, names = last + 1, names + below.names
    if not stands_alone_below(table, last) or (read.form == "label" and in_fields(table, index, last)):
        return None
    # 导演 甲 and 组长 甲 are lines of any list; without a body or a place an office needs a title above it
    if len(read.role) < LEAST_OFFICE and read.form in ("name-office", "office-name") and not under_title(table, index):
        return None
    return _made(table, index, last, BylineLine(read.form, names, read.role))


def _last_short_line(table: LineTable, index: int) -> int:
    """Return the last line that a byline which begins at `index` may reach: short lines, a gap only below the first."""
    last = index
    if len(table.lines[index].text) > LONGEST_OFFICE_LINE:
        return last
    while last + 1 < len(table.lines) and last - index < MOST_OFFICE_LINES:
        below = table.lines[last + 1]
        if len(below.text) > LONGEST_OFFICE_LINE or below.blanks > (last == index):
            break
        last += 1
    return last


def _may_go_on(table: LineTable, readings: Sequence[BylineLine | None], first: int, reach: int) -> bool:
    """Return whether any byline may run over the lines from `first` on: what each form of it needs, asked at once."""
    read, text = readings[first], table.lines[first].text
    if read and read.names and not read.role and read.form in ("name", "sign", "label"):
        return True
    if not read and is_name(text, loose=True):
        return True
    if table.lines[first + 1].blanks:
        return False
    below = readings[first + 1 : reach + 1]
    return any(end and end.form == "name" for end in below) or _is_cut(text)


def _is_cut(text: str) -> bool:
    """Return whether an office may go on below a line."""
    return "（" in text or "(" in text or is_office_part(text.split()[-1])


def _over_lines(table: LineTable, readings: Sequence[BylineLine | None], first: int, last: int) -> Byline | None:
    """Return the byline that runs over the lines `first` to `last`, wherever the office is cut."""
    lines = table.lines[first : last + 1]
    if not stands_alone_below(table, last):
        return None
    read = readings[first]
    if read and read.names and not read.role and read.form in ("name", "sign", "label"):
        role = _joined_office(_unwrapped([line.text for line in lines[1:]]))
        return _made(table, first, last, BylineLine(read.form, read.names, role), bonus=True) if role else None
    if not read and is_name(lines[0].text, loose=True):
        role = _joined_office([line.text for line in lines[1:]])
        name = BylineLine("name", (plain_name(lines[0].text),), role)
        return _made(table, first, last, name, bonus=True) if places(role) else None
    if lines[1].blanks:
        return None
    end = readings[last]
    if end and end.form == "name":
        role = _joined_office([line.text for line in lines[:-1]])
        return _made(table, first, last, BylineLine("office-name", end.names, role)) if role else None
    if not all(_is_cut(line.text) for line in lines[:-1]):
        return None
    joined = read_byline("".join(line.text for line in lines))
    if joined and joined.names and joined.role and joined.form in (*_WHOLE, "sign", "label"):
        return _made(table, first, last, joined)
    return None


def _unwrapped(parts: list[str]) -> list[str]:
    """Return the parts without the brackets that stand around all of them: （江北大学教授） under a name."""
    first, last = parts[0], parts[-1]
    if first[0] in "（(" and last[-1] in "）)" and "）" not in "".join(parts)[:-1]:
        parts[0] = first[1:]
        parts[-1] = parts[-1][:-1]
    return parts


def _joined_office(parts: Sequence[str]) -> str:
    """Return the office that stands in parts, or "" when they make none.

    A part that is cut goes on in the next one, even inside a word when the whole names a place; between two that are
    complete a list comma is put.
    """
    parts = ["".join(part.split()) for part in parts]
    if not is_office(parts[-1]) or any(part.endswith(STOPS[:-2]) for part in parts[:-1]):
        return ""
    role = parts[0]
    for part in parts[1:]:
        role += ("、" if is_office(role) and role[-1] not in "、，," else "") + part
    known = all(is_office(part) or is_office_part(part) for part in parts[:-1])
    return role if is_office(role) and (known or places(role)) else ""


def _without_office(table: LineTable, index: int, read: BylineLine) -> Byline | None:
    """Return a byline without an office: a label or a sign says enough, a bare name needs a title above, text below."""
    if not stands_alone_below(table, index):
        return None
    if read.form == "label":
        return None if in_fields(table, index, index) else _made(table, index, index, read)
    if read.form == "sign":
        return _made(table, index, index, read)
    if read.form != "name" or index == 0 or index + 1 >= len(table.lines):
        return None
    above, below = table.lines[index - 1], table.lines[index + 1]
    addressed = _ADDRESS.search(below.text) is not None
    if (len(below.text) < BODY and not addressed) or read.names[0] in above.text or read.names[0] in below.text:
        return None
    if table.lines[index].blanks > 1 or not (above.text.startswith("#") or is_bare_title(table, index - 1)):
        return None
    made = _made(table, index, index, read)
    return made if above.text.startswith("#") or addressed else replace(made, strength=ONE_OF_MANY)


def _made(table: LineTable, first: int, last: int, read: BylineLine, *, bonus: bool = False) -> Byline:
    start = table.lines[first].start + read.start
    strength = 0.98 if bonus else _STRENGTH[read.form]
    return Byline(first, last, start, table.lines[last].end, read.names, read.role, read.form, strength)


def _without_lists(table: LineTable, found: Sequence[Byline]) -> list[Byline]:
    """Return the bylines less lists of persons: several with nothing between them, or any under the head of a list."""
    runs: list[list[Byline]] = []
    for byline in found:
        if runs and runs[-1][-1].last + 1 == byline.first and byline.form not in ("signature", "staff"):
            runs[-1].append(byline)
        else:
            runs.append([byline])
    return [byline for run in runs if not _is_list(table, run) for byline in run]


def _is_list(table: LineTable, run: Sequence[Byline]) -> bool:
    above = table.lines[run[0].first - 1].text if run[0].first else ""
    headed = len(above) < BODY and (above.endswith(("：", ":")) or _LIST_HEAD.search(above) is not None)
    short = any(len(byline.role) < LEAST_OFFICE for byline in run if byline.form in _WHOLE)
    return len(run) > 2 or (len(run) == 2 and (headed or short)) or (headed and run[0].form in _WHOLE)

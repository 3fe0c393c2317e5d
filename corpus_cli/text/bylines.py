"""One printed line read as a byline, or as a part of one.

Forms: `name office`, `office name`, name（office）, labels (文/, 作者：, 撰稿：), signs before a name (□ ■ ◎), credits
of the press (`江北日报记者/甲 通讯员/乙`), signatures in brackets （作者系…）, a name alone, an office alone.  A name
alone or an office alone is weak: whether it is a byline is decided by the lines around it.  Look-alikes that stay
unread: a person at the head of a sentence, a field of a table (`作者：见下表`), a list of names, a caption.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from corpus_cli.text.byline_names import names_of, plain_office, tokens_of
from corpus_cli.text.byline_patterns import (
    BLANK,
    BRACKET,
    BRACKETS,
    CREDIT_SIGNATURE,
    DIVIDED,
    LABEL,
    LABEL_BEHIND,
    LABEL_BLANK,
    LABEL_SIGNS,
    LEAD,
    MARKDOWN,
    NAME_THEN,
    NAMES_FIRST,
    OTHERS,
    PICTURE_TAIL,
    REPORT_TAIL,
    REPORTER,
    REPORTERS,
    ROW,
    SIGN,
    SIGNATURE,
    SIGNS,
    STAFF,
    STAFF_SIGNS,
    STOPS,
)
from corpus_cli.text.han import has_han
from corpus_cli.text.offices import is_office, office_end, organisation_end
from corpus_cli.text.people import is_name, plain_name

LONGEST_BYLINE = 90
LONGEST_LEAD = 200
SHORT = 40
LONG_OFFICE = 7  # code points of an office that names its body


@dataclass(frozen=True, slots=True)
class BylineLine:
    """Hold what a line says of its author.

    `form` is one of name-office, office-name, bracket, label, sign, press, lead (a press credit opening a news item),
    signature, name, office, unit (a name and a body instead of an office) and staff (the page's editors and
    photographers, no authors).  `names` has the names in order without inner blanks, `role` the office as printed, ""
    if none stands there.  `start` is where the byline begins in the line (code points): 0 but for a signature at the
    end of a paragraph.
    """

    form: str
    names: tuple[str, ...]
    role: str = ""
    start: int = 0


def read_byline(line: str) -> BylineLine | None:
    """Return what `line` says of its author, or None when it does not read as a byline or a part of one.

    >>> read_byline("蒋思远 江南省江北市博物馆馆长")
    BylineLine(form='name-office', names=('蒋思远',), role='江南省江北市博物馆馆长', start=0)
    >>> read_byline("江北日报记者/蒋思远 通讯员/高　山").names
    ('蒋思远', '高山')
    >>> read_byline("蒋思远走进江北市博物馆，向馆长问好。")
    """
    if line.isascii() or not _may_be_byline(line) or not has_han(line):
        return None
    return _read_again(line) if len(line) <= SHORT else _read(line)


def _read(line: str) -> BylineLine | None:
    text = MARKDOWN.sub("", line).replace("**", "")
    if not text or len(text) > LONGEST_BYLINE:
        return read_signature(line)
    for read in _READERS:
        found = read(text)
        if found:
            return found
    return read_signature(line)


_read_again = lru_cache(maxsize=16384)(_read)  # names and labels that are lines of their own come back and back


def _may_be_byline(line: str) -> bool:
    """Return whether the ends and the signs of a line allow a byline; body text is told here, at once."""
    line = line.rstrip()
    if line[-1:] in BRACKETS or line[-2:-1] in BRACKETS:
        return True
    if len(line) > LONGEST_BYLINE or line[-1:] in STOPS:
        return False
    return len(line) < 5 or DIVIDED.search(line) is not None or is_office(line)


def read_signature(line: str) -> BylineLine | None:
    """Return the signature in brackets that ends `line`: （作者系江北市博物馆馆长）, （作者：甲）, （记者 甲）."""
    line = line.rstrip()
    if line[-1:] not in tuple("）)。．."):
        return None
    found = SIGNATURE.search(line)
    signed = _signed(found) if found else None
    if signed:
        return signed
    found = CREDIT_SIGNATURE.search(line)
    press = _read_press(found["rest"]) if found else None
    if not found or not press or press.form != "press":
        return None
    return BylineLine("signature", press.names, press.role, found.start())


def read_lead(line: str) -> tuple[BylineLine, int] | None:
    """Return the credit that opens a news item and where it ends: 本报讯（记者 甲）, 新华社江北5月3日电（记者乙）.

    >>> read_lead("本报讯（记者 蒋思远）昨日，江北市又有一处供热站建成。")
    (BylineLine(form='lead', names=('蒋思远',), role='记者', start=0), 11)
    """
    head = line[:LONGEST_LEAD]
    found = LEAD.match(line) if "记者" in head or "通讯员" in head or "記者" in head else None
    press = _read_press(found["rest"]) if found else None
    if not found or not press or press.form != "press":
        return None
    return BylineLine("lead", press.names, press.role), found.end()


def split_office(text: str) -> tuple[str, str]:
    """Return office and name of `text` where they stand without a blank between, ("", "") when they do not.

    >>> split_office("江北市博物馆馆长蒋思远")
    ('江北市博物馆馆长', '蒋思远')
    """
    for length in (3, 2, 4):
        office, name = text[:-length].rstrip(), text[-length:]
        if is_name(name) and is_office(office):
            return office, name
    return "", ""


def _signed(found: regex.Match[str]) -> BylineLine | None:
    rest, label = found["rest"].strip(), found["label"] + found["mark"]
    person = NAME_THEN.match(rest)
    if person and is_name(person["name"]) and is_office(person["office"]):
        return BylineLine("signature", (person["name"],), person["office"], found.start())
    if not label:
        return None
    inner = _read_press(rest) or _read_row(rest) or _read_bracket(rest) or _read_alone(rest)
    office, name = split_office(rest) if not inner else ("", "")
    if name:
        inner = BylineLine("office-name", (name,), office)
    if not inner and _says_unit(label, rest):
        inner = BylineLine("unit", (), rest)
    return BylineLine("signature", inner.names, inner.role, found.start()) if inner else None


def _says_unit(label: str, rest: str) -> bool:
    ends = office_end(rest) or organisation_end(rest)
    return bool(ends) and ("单位" in label or label[-1] in "系为是")


def _read_label(text: str) -> BylineLine | None:
    found = LABEL.match(text) if text[0] in LABEL_SIGNS else None
    if not found and "文" in text:
        found = LABEL_BEHIND.match(text) or LABEL_BLANK.match(text)
    if not found:
        return None
    rest = OTHERS.split(found["rest"])[0].strip()
    inner = _read_press(rest) or _read_bracket(rest) or _read_row(rest)
    if inner:
        return BylineLine("label", inner.names, inner.role)
    office, name = split_office(rest)
    if name:
        return BylineLine("label", (name,), office)
    names = names_of(tokens_of(rest), loose=True)
    if names:
        return BylineLine("label", names)
    unit = _read_unit(rest)
    return BylineLine("label", unit.names, unit.role) if unit else None


def _read_sign(text: str) -> BylineLine | None:
    found = SIGN.match(text) if text[0] in SIGNS else None
    if not found:
        return None
    rest = found["rest"].strip()
    inner = _read_press(rest) or _read_bracket(rest) or _read_row(rest)
    names = names_of(tokens_of(rest))
    if not inner and not names:
        return None
    return BylineLine("sign", inner.names, inner.role) if inner else BylineLine("sign", names)


def _read_bracket(text: str) -> BylineLine | None:
    found = BRACKET.match(text) if text[-1:] in BRACKETS else None
    if not found or not is_office(found["office"]):
        return None
    if not is_name(found["name"].strip(), loose=len(found["office"]) >= LONG_OFFICE):
        return None
    return BylineLine("bracket", (plain_name(found["name"]),), plain_office(found["office"]))


def _read_press(text: str) -> BylineLine | None:
    if not REPORTER.search(text):
        return None
    names: list[str] = []
    role = ""
    at = 0
    picture = PICTURE_TAIL.search(text) is not None
    text = REPORT_TAIL.sub("", text)
    while found := REPORTERS.match(text, at):
        these = names_of(tokens_of(found["names"]), loose=True)
        if not these:
            return None
        names += these
        role = role or found["role"]
        at = found.end() + len(text[found.end() :]) - len(text[found.end() :].lstrip(" \u3000、，,/／"))
    if not names or at < len(text):
        return None
    return BylineLine("staff", tuple(names)) if picture else BylineLine("press", tuple(names), role)


def _read_row(text: str) -> BylineLine | None:
    """Return names and offices that stand in turn on one line, divided by blanks."""
    if not BLANK.search(text):
        return None
    tokens = tokens_of(text)
    # beside an office with its body even a word is a name: 高山, 田野 and 向阳 are people too
    loose = any(len(token) >= LONG_OFFICE and is_office(token) for token in tokens)
    kinds = [("N" if is_name(t, loose=loose) else "O" if is_office(t) else "X", t) for t in tokens]
    shape = "".join(kind for kind, _ in kinds)
    if "X" in shape:
        kinds, shape = _gathered(kinds)
    if not ROW.fullmatch(shape):
        return None
    first = shape[0] + shape.lstrip(shape[0])[0]
    names = tuple(plain_name(token) for kind, token in kinds if kind == "N")
    offices = [token for kind, token in kinds if kind == "O"]
    role = plain_office("、".join(offices) if NAMES_FIRST.fullmatch(shape) else offices[0])
    return BylineLine("name-office" if first == "NO" else "office-name", names, role)


def _gathered(kinds: list[tuple[str, str]]) -> tuple[list[tuple[str, str]], str]:
    """Return the tokens with an office that was broken by blanks put together, when the rest is one name at an end."""
    tokens = [token for _, token in kinds]
    if kinds[0][0] == "N" and is_office("".join(tokens[1:])):
        return [kinds[0], ("O", "".join(tokens[1:]))], "NO"
    if kinds[-1][0] == "N" and is_office("".join(tokens[:-1])):
        return [("O", "".join(tokens[:-1])), kinds[-1]], "ON"
    return kinds, "X"


def _read_unit(text: str) -> BylineLine | None:
    """Return a name beside the body it belongs to, where no office stands: `江北市公安局 蒋思远`."""
    tokens = tokens_of(text) if BLANK.search(text) else []
    if len(tokens) != 2:
        return None
    for name, unit in (tokens, tokens[::-1]):
        if is_name(name) and len(unit) >= 4 and not is_name(unit) and organisation_end(unit):
            return BylineLine("unit", (plain_name(name),), unit)
    return None


def _read_staff(text: str) -> BylineLine | None:
    """Return the people who made the page: 责任编辑：甲 版式：乙."""
    text = text.strip("（）() \u3000")
    if text[:1] not in STAFF_SIGNS:
        return None
    first, *rows = STAFF.split(text)
    names = [names_of(tokens_of(row), loose=True) for row in rows]
    if first or not names or not all(names):
        return None
    return BylineLine("staff", tuple(name for row in names for name in row))


def _read_alone(text: str) -> BylineLine | None:
    if is_name(text):
        return BylineLine("name", (plain_name(text),))
    person = NAME_THEN.match(text)
    if person and is_name(person["name"]):
        return None
    return BylineLine("office", (), plain_office(text)) if is_office(text) else None


_READERS = (_read_label, _read_sign, _read_press, _read_staff, _read_bracket, _read_row, _read_alone, _read_unit)

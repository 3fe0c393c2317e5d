"""The families of markers: how a label is set off from what is said, and where in a text such marks could stand.

Each family only proposes; `convention` decides which one the document keeps to and which labels are speakers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import regex

from corpus_cli.split.label_words import HONORIFIC, OFFICES, PARTICLES
from corpus_cli.split.labels import Shape, key_of, shape_of
from corpus_cli.split.lines import DIGITS, Line, LineTable

FAMILIES = ("heading", "bold", "bracket", "stamp", "colon", "dash", "full stop", "said", "gap", "own line")

PREFIX = r"(?:[-–—•>§*]{1,2}\s+|\[?\(?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\)?\]?\s+|\(?\d{1,4}[.)、]\s*(?!\d))?"
NOTE = r"(?P<note>[(（\[][^()（）\[\]]{0,260}[)）\]])?(?:\s*[(\[][^()（）\[\]]{0,40}[)\]])?"
_NEVER = r":：(（\[\]【】“”\"「」『』《》。！？!?；;#*|"  # signs that stand in no label before a colon
_COLON = re.compile(
    PREFIX + r"(?P<label>[^\s" + _NEVER + "][^" + _NEVER + r")）\n]{0,119}?)\s*"
    + NOTE
    + r"\s*(?P<sep>[:：])(?![:：/])"
)  # fmt: skip
_HEADING = re.compile(
    r"#{1,6}\s*(?:\*\*)?(?P<label>[^\s#*:：(（][^#*:：()（）\n]{0,59}?)\s*"
    + NOTE
    + r"\s*[:：;；]?\s*(?:\*\*)?[:：]?\s*#*$"
)
_BOLD = re.compile(
    r"(?P<wrap>\*{2,3}|__|\*|_)\s*(?P<label>[^\s*_:：(（][^*_:：()（）\n]{0,79}?)\s*" + NOTE
    + r"\s*[:：.]?\s*(?P=wrap)(?:\s*" + NOTE.replace("note", "after") + r")\s*[:：.]?"
)  # fmt: skip
_BRACKET = re.compile(
    r"(?:【\s*(?P<a>[^【】\[\]:：\n]{1,40}?)\s*[】\]］]|[\[［]\s*(?P<b>[^\[\]］【】:：\n]{1,40}?)\s*[\]］】]"
    r"|〔\s*(?P<c>[^〔〕\n]{1,40}?)\s*〕|[<＜〈]\s*(?P<d>[^<>＜＞〈〉/=\n]{1,40}?)\s*[>＞〉])\s*[:：]?"
)
_STAMP = re.compile(
    r"(?P<label>[^\n:：\d(（\[][^\n:：()（）\[\]]{0,59}?)[\s(（\[【]+(?:\d{1,2}[:：])?\d{1,3}[:：]\d{2}(?:[.,]\d{1,3})?[\])）】]?"
    r"\s*[:：]?$"
)
_STAMP_FIRST = re.compile(
    r"[\[(（【]?(?:\d{1,2}[:：])?\d{1,3}[:：]\d{2}(?:[.,]\d{1,3})?[\])）】]?[\s—–-]+(?P<label>[^\n:：\d(（\[][^\n:：()（）\[\].。]{0,39}?)$"
)
_INITIALS = r"(?:\p{Lu}\.[ -]?){1,3}"
_NAME = r"(?!\p{Lu}\.\s\p{Lu}\.)[\p{Lu}\d][\p{L}\p{M}\p{N}'’ʼ-]*"
_SMALL = "(?:" + "|".join(sorted((w for w in PARTICLES), key=lambda w: (-len(w), w))) + r"|l['’]\p{L}+|d['’]\p{L}+)"
_QUESTION = regex.compile(r"(?P<label>[QA])(?P<sep>\.)(?=\s)")
_RUN_IN = regex.compile(
    r"(?:[§—–-]\s*)?(?:\d{1,4}\.\s+)?"
    rf"(?P<label>(?:{HONORIFIC.pattern}(?:{_INITIALS}\s?)*|{_INITIALS}\s?)?(?:{_NAME}|{_SMALL}(?=\s))"
    rf"(?:(?:\s|,\s(?=\p{{Lu}}{{2}}))(?:{_NAME}|{_SMALL}(?![\p{{L}}]))){{0,9}}(?:\s\p{{Lu}}\.\s?\p{{Lu}}\.)?)"
    r"(?P<note>\s?[(\[][^()\[\]]{1,260}[)\]])?(?P<stage>,\s\p{Ll}[^.:;!?\n—–]{1,90})?"
    r"(?P<sep>\s?\.?\s?[—–]{1,2}\s?|\.\s?-{1,2}\s?|\s--\s|\.(?=\s)|\.$|\s{2,}|\t|(?<=\s\p{Lu}\.\s?\p{Lu}\.)(?=\s))"
)
_HAN_GAP = regex.compile(
    r"(?P<label>\p{Han}[　 ]\p{Han}(?=[　\s])|[\p{Han}·]{1,8})(?P<note>[（(][^（）()]{1,60}[)）])?(?P<sep>　+|"
    r"\s{2,}|\t)(?=\S)"
)
_SAID = regex.compile(
    rf"(?:[§—–-]\s*)?(?:\d{{1,4}}\.\s+)?(?P<label>{HONORIFIC.pattern}(?:{_INITIALS}\s?)*{_NAME}(?:[\s-]{_NAME}){{0,3}})"
    r"(?P<note>\s\([^()]{1,80}\))?,?\s(?:asked|said|replied|rose|moved|was understood|wished|thought|hoped|"
    r"begged|observed|stated|"
    r"explained|remarked|inquired|contended|complained)\b"
)
_OWN = regex.compile(
    rf"(?P<label>(?:{HONORIFIC.pattern})?(?:{_INITIALS}\s?)?[\p{{Lu}}\d\p{{Han}}][\p{{L}}\p{{M}}\p{{N}} "
    rf"'’ʼ·-]{{0,58}}?(?:,\s\p{{Lu}}[\p{{Lu}}\p{{M}} '’-]+)*)\s*"
    r"(?P<note>[(（\[][^()（）\[\]]{1,260}(?:[)）\]]|(?<=\p{Ll}|,)$))?(?P<stage>,\s\p{Ll}[^.:;!?\n]{1,90})?\s*\.?$"
)
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
    for line in table.lines:
        for family, match in _matches(line, table):
            candidate = _candidate(line, match, before)
            if candidate is not None:
                found[family].append(candidate)
        before = line.text[-1]
    return found


def _matches(line: Line, table: LineTable) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield what each family finds on a line; the first signs of a line rule most families out."""
    text, first = line.text, line.text[0]
    if first == "#":
        pattern, family = _HEADING, "heading"
    elif first in "*_":
        pattern, family = _BOLD, "bold"
    elif first in "【[［〔<＜〈":
        pattern, family = _BRACKET, "bracket"
    else:
        yield from _plain(line, table)
        return
    match = pattern.match(text)
    if match:
        yield family, match
    if first in "[*":
        yield from _colon(text)


def _colon(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    if ":" in text[:400] or "：" in text[:400]:
        match = _COLON.match(text)
        if match and not (match["label"][-1].isdigit() and text[match.end() : match.end() + 1].isdigit()):
            yield "colon", match
        if len(text) < 90:
            stamp = _STAMP.match(text) or _STAMP_FIRST.match(text)
            if stamp:
                yield "stamp", stamp


def _plain(line: Line, table: LineTable) -> Iterator[tuple[str, re.Match[str]]]:
    text, first = line.text, line.text[0]
    yield from _colon(text)
    capital = first.isupper() or first in "§—–-" or (first.isdigit() and text[1:5].find(".") >= 0)
    if capital or _small_article(text):
        yield from _run_in(text)
    elif first > "\u2fff":
        match = _HAN_GAP.match(text)
        if match:
            yield "gap", match
    if len(text) <= 60 or (len(text) <= 320 and ("(" in text[:40] or "（" in text[:20])):
        own = _OWN.match(text)
        if own and line.number + 1 < len(table.lines):
            yield "own line", own


def _small_article(text: str) -> bool:
    return False


def _run_in(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    match = _QUESTION.match(text) or _RUN_IN.match(text[:400])
    if match and match.end() < len(text):
        sep = match["sep"].strip()
        yield ("gap" if not sep and match["sep"] else "full stop" if sep in (".", "") else "dash"), match
    if " " in text[:40]:
        said = _SAID.match(text[:200])
        if said:
            yield "said", said


def _candidate(line: Line, match: re.Match[str], before: str) -> Candidate | None:
    """Return the candidate that a match stands for, None where its label cannot be one."""
    groups = match.groupdict()
    label = groups.get("label") or groups.get("a") or groups.get("b") or groups.get("c") or groups.get("d") or ""
    label = label.strip()
    place = match.group().find(label)
    style = DIGITS.sub("0", match.group()[:place].rstrip()) + "|" + match.group().rstrip()[-1]
    note = (groups.get("note") or groups.get("after") or "").strip()[1:-1].strip()
    cut, note = _stage_cut(label, note)
    style += "," if cut < len(label) and not note else ""
    key = key_of(label[:cut])
    shape = shape_of(key)
    if not key or (groups.get("stage") and shape not in ("capitals", "honoured capitals")):
        return None
    if ("\u3000" in label and groups.get("sep", "").strip()) or (
        shape in ("body", "other", "office") and style[0] == "0"
    ):
        shape = "field"  # 主　　席, spaced out as in a form; a numbered point
    opens = line.blanks > 0 or line.number == 0 or before in _OPENED or line.indent > 0
    tail = len(line.text) - match.end()
    end = line.start + match.end()
    return Candidate(line.number, line.start, end, label[:cut], key, shape, note, opens, tail, line.indent, style)


def _stage_cut(label: str, note: str) -> tuple[int, str]:
    """Return where a label ends that a comma parts, and its note.

    What follows is a direction (`HARPAGON, à part`) or the office of the person (`Maria Erler, Bundesministerin`).
    """
    comma = label.find(",")
    rest = label[comma + 1 :].strip()
    if comma > 0 and rest[:1].islower():
        return comma, note
    if comma > 0 and OFFICES.match(rest):
        return comma, note or rest
    return len(label), note

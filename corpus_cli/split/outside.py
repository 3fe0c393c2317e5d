"""What the lines before, between and behind turns are: title, byline, credit, heading, paragraph, field, procedure."""

from __future__ import annotations

import re

import regex

from corpus_cli.split.between import is_division, is_heading, is_procedure, is_reaction, is_rule
from corpus_cli.split.blocks import Kind
from corpus_cli.split.credits import credits_pictures
from corpus_cli.split.lines import Line, LineTable
from corpus_cli.text.bylines import read_byline
from corpus_cli.text.han import has_han

LONGEST_TITLE = 80
LONGEST_BYLINE = 60
LEAST_BLANKS = 4  # in a sentence of Latin letters
PROSE = 40  # signs from which a line without a stop is prose all the same
_DASHES = ("——", "—", "－", "―", "--", "–")
_STOPS = "。！？!?….；;：:”’」』"
# 时间：三月二日, 主　　席　連議員佩芬, Date: 3 March; a value that ends as a sentence does is none.
_FIELD = regex.compile(r"[\p{Han}\s]{2,10}[：:\u3000]\s*\S|(?:\p{L}+\s?){1,3}:\s")
_LETTER = regex.compile(r"\p{L}")
_DATE = regex.compile(
    r"[（(]?\s*[\p{Nd}〇○一二三四五六七八九十]{2,4}\s*年.{1,12}[日月]\s*[）)]?|\p{Nd}{1,4}[-/.]\p{Nd}{1,2}[-/.]\p{Nd}{1,4}"
)
_BY = re.compile(r"(?:(?:Interview(?:ed)?|Text|Words|Story|Reported)\s)?[Bb]y:?\s(?:[A-Z][\w.'’-]*\s?){2,4}$")
_SIGNED = frozenset(("press", "label", "sign", "staff"))


def kind_outside(line: Line, table: LineTable, above: Kind | None = None) -> Kind:
    """Return the kind of a line that nobody speaks; `above` is the kind of the line right above, None between turns."""
    text = line.text
    if line.number in table.furniture or is_rule(text):
        return "furniture"
    if _is_title(line, table, above):
        return "title"
    if credits_pictures(text):
        return "credit"
    if is_reaction(text):
        return "reaction"
    signed = _signed(text)
    if signed:
        return signed
    if is_heading(line, table) and not _DATE.fullmatch(text):
        return "heading"
    if is_procedure(line, table):
        return "procedure"
    return "paragraph" if _is_prose(text) else "other"


def _is_title(line: Line, table: LineTable, above: Kind | None) -> bool:
    """Return whether a line is the title of the text, or goes on with it: ——访…, a second line in capitals."""
    if len(line.text) > LONGEST_TITLE or is_division(line.text):
        return False
    if line.number == 0:
        return line.text[-1] not in "。；"
    if above != "title":
        return False
    capitals = line.text.isupper() and line.blanks == 0 and table.lines[line.number - 1].text.isupper()
    return capitals or (line.text.startswith(_DASHES) and line.text[-1] not in "。；")


def _signed(text: str) -> Kind | None:
    """Return the kind of a line that says who wrote, took the pictures or edited, None for any other line."""
    if len(text) > LONGEST_BYLINE or text[-1] in "。！？!?；;：:":
        return None
    if text.isascii():
        return "byline" if _BY.match(text) else None
    read = read_byline(text) if has_han(text) else None
    if read is None or read.form not in _SIGNED or not read.names:
        return None
    return "credit" if read.form in ("press", "staff") else "byline"


def _is_prose(text: str) -> bool:
    """Return whether a line is running text: long, or ended by a stop, and no field of a form."""
    if len(text) >= PROSE:
        return text[-1] in _STOPS or len(text) >= 2 * PROSE or not _is_field(text)
    if text[-1] == "." and text.count(" ") < LEAST_BLANKS:
        return False  # Dr. Roth, Verteidiger. in a cast
    return text[-1] in _STOPS and _LETTER.search(text) is not None and not _is_field(text)


def _is_field(text: str) -> bool:
    return (":" in text or "：" in text or "\u3000" in text) and _FIELD.match(text) is not None

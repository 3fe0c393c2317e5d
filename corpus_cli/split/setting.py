"""How a line that may be a byline is set among its neighbours: under a title, above text, among fields."""

from __future__ import annotations

import regex

from corpus_cli.split.lines import LineTable

BODY = 40  # code points from which a line is surely body text
_FIELD = regex.compile(r"^[\p{Han}\s]{2,8}[：:]\s*\S")
_DATE = regex.compile(r"[（(]?\s*[\p{Nd}〇○一二三四五六七八九十]{2,4}\s*年.{1,12}[日月]\s*[）)]?")
STOPS = tuple("。！？!?…；;：:，,")


def is_bare_title(table: LineTable, index: int) -> bool:
    """Return whether a line without heading marks can be a title."""
    line = table.lines[index]
    return 6 <= len(line.text) < BODY and not line.text.endswith(STOPS) and (index == 0 or line.blanks > 0)


def is_head(table: LineTable, index: int) -> bool:
    """Return whether a line in brackets stands right under a title, not at the end of an article."""
    if index == 0:
        return True
    above = table.lines[index - 1].text
    return above.startswith("#") or (len(above) < BODY and not above.endswith((*STOPS, "）", ")", "”")))


def stands_alone_above(table: LineTable, index: int) -> bool:
    """Return whether a byline may begin here: below a gap, a heading or a line that can be a title."""
    if index == 0 or table.lines[index].blanks:
        return True
    above = table.lines[index - 1].text
    return above.startswith("#") or (len(above) < BODY and not above.endswith(STOPS) and not _FIELD.match(above))


def stands_alone_below(table: LineTable, index: int) -> bool:
    """Return whether a byline ends above a gap, a heading, body text, a date in brackets or the address of a speech."""
    if index + 1 == len(table.lines) or table.lines[index + 1].blanks:
        return True
    below = table.lines[index + 1].text
    if below.startswith("#") or len(below) >= BODY or below[-1] in "：:！":
        return True
    return below[-1] in "日月）)" and _DATE.fullmatch(below) is not None


def in_fields(table: LineTable, first: int, last: int) -> bool:
    """Return whether lines stand among the fields of a table: 时间：… right above or below, or several with gaps."""

    def field_at(index: int) -> bool:
        line = table.lines[index].text if 0 <= index < len(table.lines) else ""
        return len(line) < BODY and _FIELD.match(line) is not None

    above, below = field_at(first - 1), field_at(last + 1)
    close = (above and table.lines[first].blanks == 0) or (below and table.lines[last + 1].blanks == 0)
    return close or (above and (below or field_at(first - 2))) or (below and field_at(last + 2))


def under_title(table: LineTable, index: int) -> bool:
    """Return whether a line that can be a title stands right above."""
    above = table.lines[index - 1].text if index else ""
    return bool(above) and table.lines[index].blanks <= 1 and len(above) < BODY and not above.endswith(STOPS)

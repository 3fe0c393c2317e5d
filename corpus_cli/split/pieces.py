"""A page of articles as a row of pieces: bylines, headings, bare lines (titles, captions), body, asides, furniture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

import regex

from corpus_cli.split.bylines import Byline, find_bylines
from corpus_cli.split.copies import copied_lines
from corpus_cli.split.lines import Line, LineTable, made
from corpus_cli.split.outline import Heading, read_heading
from corpus_cli.split.setting import BODY

LONGEST_BARE = 50
MOST_TITLE_LINES = 3
GAP = 2  # blank lines that part two articles, or a picture from the text

PieceKind = Literal["byline", "signature", "heading", "bare", "body", "aside", "jump", "furniture"]

# Lines of their own in brackets: what the hall did, the day of a speech, and where an article goes on or comes from.
_REACTION = regex.compile(
    r"[（(\[【][^（）()]{0,20}(?:掌声|鼓掌|笑声|大笑|欢呼|起立|呼声|全场)[^（）()]{0,14}[）)\]】]"
)
# What the hall did behind a sentence, which is speech.
_HEARD = regex.compile(r"[。！？!?][”’]?" + _REACTION.pattern + "$")
_DATE = regex.compile(r"[（(]\s*[\p{Nd}〇○一二三四五六七八九十]{2,4}\s*年.{1,12}[日月]\s*[）)]")
_JUMP = regex.compile(
    r"[（(【]?\s*(?:上接|下转|紧接|接|转)\s*第?\s*[\p{Nd}\p{Lu}一二三四五六七八九十]{1,4}\s*[版页面].{0,14}[）)】]?"
)
JUMP_FROM = regex.compile(r"^[（(【]?\s*(?:上接|紧接|接)\s*第?\s*[\p{Nd}\p{Lu}一二三四五六七八九十]{1,4}\s*[版页面]")
JUMP_TO = regex.compile(
    r"[（(【]?\s*(?:下转|转)\s*第?\s*[\p{Nd}\p{Lu}一二三四五六七八九十]{1,4}\s*[版页面].{0,4}[）)】]?$"
)
_OPEN_ENDS = frozenset("、，,：:—”』」-")
_LETTER = regex.compile(r"\p{L}")
_SPEECH = regex.compile(r"[“「『‘\"].*[。！？!?…]+[”」』’\"]$|\P{Han}*\p{Ll}{2}[.,][”’\"]?$")
_SENTENCE = regex.compile(r"[。；;]|[，,].*[，,]|[，,、：:；;]$|^\p{Nd}{4}年")


class Piece(NamedTuple):
    """Hold one piece of a page: its lines `first` to `last` (both inside), its span, and the blank lines before it.

    `heading` is set on headings and on body that begins with one.  `copied` says that a recognition model wrote it a
    second time.
    """

    kind: PieceKind
    first: int
    last: int
    start: int
    end: int
    blanks: int
    text: str
    heading: Heading | None = None
    byline: Byline | None = None
    copied: bool = False

    @property
    def is_open(self) -> bool:
        """Say whether the text breaks off in mid-sentence, or is a heading that waits for its text."""
        return self.kind == "heading" or (
            self.kind == "body" and (self.text[-1].isalnum() or self.text[-1] in _OPEN_ENDS)
        )


def pieces_of(table: LineTable) -> list[Piece]:
    """Return the pieces of a page in order; every line that is not blank is in exactly one."""
    bylines = {byline.first: byline for byline in find_bylines(table)}
    # only where several authors may go on does it matter what a recognition model wrote twice
    copies = copied_lines(table.lines) if len(bylines) > 1 else frozenset()
    titles = _titles_over_lines(table, list(bylines.values()))
    pieces: list[Piece] = []
    index = 0
    while index < len(table.lines):
        byline = bylines.get(index)
        new = _signed(table, byline) if byline else [_plain(table, index, bylines, copies, index in titles)]
        pieces += new
        index = new[-1].last + 1
    return pieces


def _signed(table: LineTable, byline: Byline) -> list[Piece]:
    """Return a byline as a piece; one at the end or at the head of a paragraph leaves the paragraph beside it."""
    line, last = table.lines[byline.first], table.lines[byline.last]
    kind: PieceKind = "signature" if byline.form == "signature" else "byline"
    text = table.text[byline.start : byline.end]
    signed = Piece(kind, byline.first, byline.last, byline.start, byline.end, line.blanks, text, None, byline)
    if byline.start > line.start:
        body = line.text[: byline.start - line.start].rstrip()
        before = Piece("body", line.number, line.number, line.start, line.start + len(body), line.blanks, body)
        return [before._replace(heading=read_heading(body)), signed._replace(blanks=0)]
    rest = table.text[byline.end : last.end]
    if rest.strip():
        start = byline.end + len(rest) - len(rest.lstrip())
        return [signed, Piece("body", byline.last, byline.last, start, last.end, 0, rest.strip())]
    return [signed]


def _plain(table: LineTable, index: int, bylines: dict[int, Byline], copies: frozenset[int], titled: bool) -> Piece:
    line = table.lines[index]
    bare = titled or _is_bare(table, index)
    heading = read_heading(line.text, alone=bare)
    kind: PieceKind = "body"
    if index in table.furniture:
        kind = "furniture"
    elif aside := _aside(line.text):
        kind = aside
    elif heading and heading.whole:
        kind = "bare" if not heading.number else "heading"
    elif bare:
        kind = "bare"
    last = _last_line(table, index, bylines) if kind == "body" and table.wrapped else index
    end = table.lines[last].end
    text = line.text if last == index else table.text[line.start : end]
    return made(Piece, (kind, index, last, line.start, end, line.blanks, text, heading, None, index in copies))


def _aside(text: str) -> PieceKind | None:
    """Return the kind of a line that no author wrote: what the hall did, a date, a jump to another page."""
    if len(text) > 40 or text[0] not in "（([【上下紧转接":
        return None
    if _JUMP.fullmatch(text):
        return "jump"
    return "aside" if _REACTION.fullmatch(text) or _DATE.fullmatch(text) else None


def is_reaction(text: str) -> bool:
    """Return whether a line in brackets says what the hall did."""
    return _REACTION.fullmatch(text) is not None


def _last_line(table: LineTable, index: int, bylines: dict[int, Byline]) -> int:
    """Return the last line of a paragraph that is hard-wrapped over lines, else the line itself."""
    last = index
    while last + 1 < len(table.lines) and table.lines[last + 1].blanks == 0:
        below = table.lines[last + 1]
        if last + 1 in bylines or last + 1 in table.furniture or read_heading(below.text):
            break
        last += 1
    return last


def _titles_over_lines(table: LineTable, bylines: Sequence[Byline]) -> frozenset[int]:
    """Return the lines of titles that touch a byline without a gap, or run over two or three lines beside one."""
    found: set[int] = set()
    for byline in bylines:
        if byline.form in ("signature", "staff", "lead"):
            continue
        above = range(byline.first - 1, max(-1, byline.first - 1 - MOST_TITLE_LINES), -1)
        found.update(_title_block(table, above, lambda index: table.lines[index].blanks > 0 or index == 0))
        below = range(byline.last + 1, min(len(table.lines), byline.last + 1 + MOST_TITLE_LINES))
        found.update(
            _title_block(table, below, lambda index: index + 1 < len(table.lines) and table.blanks_after(index) > 0)
        )
    return frozenset(found)


def _title_block(table: LineTable, lines: Sequence[int], ends: Callable[[int], bool]) -> list[int]:
    """Return the short lines next to a byline up to the gap that ends them, [] when body text comes before it."""
    block: list[int] = []
    for index in lines:
        if not _is_short(table.lines[index].text):
            return []
        block.append(index)
        if ends(index):
            return block
    return []


def _is_short(text: str) -> bool:
    """Return whether a line by its length and its end can be a title or a caption and is no sentence."""
    if len(text) > LONGEST_BARE or text[-1] in "。；;，,：:、" or _SPEECH.match(text) or _HEARD.search(text):
        return False
    return not _SENTENCE.search(text) and _LETTER.search(text) is not None


def _is_bare(table: LineTable, index: int) -> bool:
    """Return whether a line is short, stands alone and is no sentence: a title or a caption."""
    line = table.lines[index]
    if len(line.text) > LONGEST_BARE:
        return False
    alone = (index == 0 or line.blanks > 0) and (index + 1 == len(table.lines) or table.blanks_after(index) > 0)
    if not alone and not (index == 0 and _heads_text(table.lines)):
        return False
    return _is_short(line.text)


def _heads_text(lines: Sequence[Line]) -> bool:
    """Return whether a text without blank lines begins with a line that is shorter than what follows: its title."""
    head = len(lines[0].text)
    return any(len(line.text) > max(head, 0 if line.number == 1 else BODY) for line in lines[1:4])

"""Where an author's text stands at a point of the page, and how well a part goes on from there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from corpus_cli.split.parts import Part
from corpus_cli.split.pieces import Piece
from corpus_cli.split.titles import is_title_like

_ANNOUNCED = regex.compile(
    r"(?:[两二三四五六七八九十几]个|以下|如下|[三四五六七八九][点条]|[三四五六七八九]方面).{0,12}$"
)
_ENDED = regex.compile(
    r"(?:答卷|新?篇章|新局面|贡献.{0,8}力量|而.{0,8}奋斗|新征程|再创.{0,6}|更大贡献|美好明天|保驾护航)[^。]{0,12}[。！]$"
)
TAIL = 40  # code points; what announces more or closes a text is shorter


class Open(NamedTuple):
    """Hold where an author's text stands: last heading's number and rank, what waits, what was announced or closed."""

    number: int = 0
    rank: int = 0
    waits: str = ""
    announced: bool = False
    ended: bool = False
    paragraphs: int = 0
    titled: bool = False


NOTHING = Open()


class Facts(NamedTuple):
    """Hold of a part what decides whether it goes on from somewhere, copies left out.

    `opens` is the kind of its first piece, "" without any; `first` the number and rank of its first heading, (0, 0) for
    none; `numbers` those of all; the rest is as in `Open`.
    """

    opens: str = ""
    first: tuple[int, int] = (0, 0)
    numbers: tuple[tuple[int, int], ...] = ()
    waits: str = ""
    announced: bool = False
    ended: bool = False
    paragraphs: int = 0
    titled: bool = False


def facts_of(pieces: Sequence[Piece], part: Part) -> Facts:
    """Return what a part says of how it begins and how it ends."""
    titled = is_title_like(part.title)
    real = [pieces[index] for index in part.pieces if not pieces[index].copied]
    if not real:
        return Facts(titled=titled)
    headings = [piece.heading for piece in real if piece.heading]
    last = real[-1]
    waits = "" if not last.is_open else "heading" if last.kind == "heading" else "sentence"
    return Facts(
        "numbered" if real[0].kind == "body" and real[0].heading else real[0].kind,
        (headings[0].number, headings[0].rank) if headings else (0, 0),
        tuple((heading.number, heading.rank) for heading in headings if heading.number),
        "jump" if part.goes else waits,
        _ANNOUNCED.search(last.text.rstrip("。”：:")[-TAIL:]) is not None,
        last.kind == "body" and not waits and _ENDED.search(last.text[-TAIL:]) is not None,
        sum(piece.kind == "body" for piece in real),
        titled,
    )


def fit(state: Open, facts: Facts) -> float:
    """Return how well a part goes on from where an author stopped: heading number and waiting sentence."""
    score = 0.0
    if not facts.opens:
        return score
    if state.waits == "heading":
        score += -1.5 if facts.opens == "heading" else 2.0
    elif state.waits == "sentence":
        score += 1.0 if facts.opens == "body" else -1.0
    number, rank = facts.first
    return score + (_number_fit(state, number, rank) if number else 0.0)


def _number_fit(state: Open, number: int, rank: int) -> float:
    if state.number and state.rank == rank:
        return 1.5 if number == state.number + 1 else -1.5
    if number == 1 and not state.number:
        # who has written for long without headings does not begin to count, unless it was announced
        return 3.5 if state.announced else -2.0 if state.paragraphs >= 4 else 0.2
    return 0.2 if number == 1 else -1.0


def read_on(state: Open, facts: Facts) -> Open:
    """Return where an author's text stands behind a part."""
    titled = state.titled or facts.titled
    if not facts.opens:
        return state._replace(titled=titled)
    number, rank = state.number, state.rank
    for new, level in facts.numbers:
        if not rank or level <= rank:
            number, rank = new, level
    paragraphs = state.paragraphs + facts.paragraphs
    return Open(number, rank, facts.waits, facts.announced, facts.ended, paragraphs, titled)

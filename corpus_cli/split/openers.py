"""Where the articles of a page begin and who signed them: bylines, signatures at the end, titles of speeches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from corpus_cli.split.blocks import NOBODY, Speaker
from corpus_cli.split.bylines import Byline
from corpus_cli.split.pieces import GAP, Piece
from corpus_cli.split.roster import People
from corpus_cli.split.titles import is_title_like
from corpus_cli.text.bylines import split_office
from corpus_cli.text.offices import is_office, office_end, organisation, places

TITLE_OFFICE = 0.75  # sureness of an office that only a title names

_SPEECH = regex.compile(
    r"(?:在.{2,40}?)?\p{Han}{0,8}(?:讲话|发言|致辞|致词|演讲|述职|述廉|党课|表态|交流|体会|主持词|汇报|献词|贺词|寄语)\p{Han}{0,6}"
)
_ANYBODY = regex.compile(r"(?:记者|编辑|专家|学者|代表|委员|成员|会员|干部|志愿者|民警|作家|学生|负责人|工作人员)$")
_TAIL = regex.compile(r"[（(][^（）()]*[）)]$")


@dataclass(frozen=True, slots=True)
class Article:
    """Hold one article: who wrote it, the byline as printed, how sure that is, and whether a signature ends it."""

    speaker: Speaker = NOBODY
    printed: str = ""
    strength: float = 0.9
    why: str = ""
    closed: bool = False


@dataclass(slots=True)
class Openers:
    """Hold the articles of a page and the piece each begins with; `signed` gives the article of a signature."""

    articles: list[Article]
    at: dict[int, int]
    signed: dict[int, int]

    def open(self, piece: int, article: Article) -> int:
        """Add an article that begins with `piece`; return its index."""
        self.articles.append(article)
        self.at[piece] = len(self.articles) - 1
        return len(self.articles) - 1


def openers_of(pieces: Sequence[Piece], people: People | None = None) -> Openers:
    """Return where the articles begin and whose they are."""
    openers = Openers([], {}, {})
    for index, piece in enumerate(pieces):
        if piece.kind == "byline" and piece.byline and piece.byline.form != "staff":
            by = _by(piece.byline, piece.text, people)
            if _signs_a_letter(openers, pieces, index):
                openers.signed[index] = openers.open(_first_body(pieces, 0, index) - 1, replace(by, closed=True))
            else:
                openers.open(index, by)
        elif piece.kind == "signature" and piece.byline:
            _sign(openers, pieces, index, _by(piece.byline, piece.text, people))
    if not openers.articles:
        _open_by_titles(openers, pieces)
        return openers
    _open_unsigned(openers, pieces)
    if first := _first_body(pieces, 0, min(openers.at)):
        articles = Openers([Article(why="no byline")], {first - 1: 0}, {})
        articles.articles += openers.articles
        articles.at.update({piece: article + 1 for piece, article in openers.at.items()})
        articles.signed = {piece: article + 1 for piece, article in openers.signed.items()}
        return articles
    return openers


def _open_unsigned(openers: Openers, pieces: Sequence[Piece]) -> None:
    """Open articles that have a title but no byline, on pages whose signed articles all have the title right above it.

    The title stands behind a gap, looks like the others (heading marks and their depth; where there is but one other it
    needs marks), and its words come back in the text below it rather than in the text above.
    """
    bylines = [at for at in openers.at if pieces[at].kind == "byline"]
    titles = [at - 1 for at in bylines if at and pieces[at - 1].kind == "bare"]
    depths = {_depth(pieces[at]) for at in titles}
    if len(titles) < len(bylines) or (len(bylines) < 2 and 0 in depths):
        return
    for index in range(1, len(pieces) - 1):
        piece, below = pieces[index], pieces[index + 1]
        alone = (
            piece.kind == "bare" and piece.blanks >= GAP and below.kind in ("body", "heading") and below.blanks < GAP
        )
        if alone and _depth(piece) in depths and is_title_like(piece.text) and _heads_the_text_below(pieces, index):
            openers.open(index + 1, Article(why="title without byline"))
    _in_order(openers)


def _in_order(openers: Openers) -> None:
    """Number the articles as they begin on the page."""
    row = sorted(openers.at.items())
    number = {old: new for new, (_, old) in enumerate(row)}
    openers.articles = [openers.articles[old] for _, old in row]
    openers.at = {piece: number[old] for piece, old in row}
    openers.signed = {piece: number[old] for piece, old in openers.signed.items()}


def _depth(piece: Piece) -> int:
    return piece.heading.depth if piece.heading else 0


def _heads_the_text_below(pieces: Sequence[Piece], index: int) -> bool:
    """Return whether a title's pairs of signs stand below it, and twice as often as above it."""
    text = pieces[index].text.lstrip("# ")
    pairs = {text[at : at + 2] for at in range(len(text) - 1)}
    above = "".join(piece.text for piece in pieces[max(0, index - 6) : index])
    below = "".join(piece.text for piece in pieces[index + 1 : index + 7])
    here, there = (sum(pair in part for pair in pairs) / max(1, len(pairs)) for part in (below, above))
    return here >= 0.2 and here >= 2 * there


def speaker_of(names: Sequence[str], role: str, people: People | None = None) -> Speaker:
    """Return the speaker a byline names: its first name, the office as printed, its body and places."""
    name = names[0] if names else ""
    known = next((p.speaker for p in (people.persons if people else ()) if name and name in p.forms), NOBODY)
    role = role or known.role
    return Speaker(
        known.name or name,
        role,
        (organisation(role) if role else "") or known.org,
        "".join(places(role)) or known.place,
    )


def _by(byline: Byline, printed: str, people: People | None) -> Article:
    return Article(speaker_of(byline.names, byline.role, people), printed, byline.strength, byline.form)


def _signs_a_letter(openers: Openers, pieces: Sequence[Piece], index: int) -> bool:
    """Return whether a byline stands below the only text of the page, nothing but a date behind it."""
    return not openers.articles and not _first_body(pieces, index, len(pieces)) and bool(_first_body(pieces, 0, index))


def _sign(openers: Openers, pieces: Sequence[Piece], index: int, article: Article) -> None:
    """Give a signature to the article that it ends: the running one, or one that no byline has opened."""
    after = next(reversed(openers.signed), -1) + 1  # both are filled in the order of the page
    head = next(reversed(openers.at), -1)
    start = _signed_start(pieces, max(head, after), index)
    if head >= after and start is None:
        owner = openers.at[head]
        mine = openers.articles[owner]
        if not mine.speaker.role and (not article.speaker.name or article.speaker.name == mine.speaker.name):
            role = article.speaker
            openers.articles[owner] = replace(mine, speaker=role._replace(name=mine.speaker.name))
        openers.signed[index] = owner
        return
    begin = start if start is not None else _first_body(pieces, after, index) - 1
    openers.signed[index] = openers.open(max(begin, 0), replace(article, closed=True))


def _signed_start(pieces: Sequence[Piece], low: int, high: int) -> int | None:
    """Return the first text behind the last title that a gap parts from text above it, None when there is none."""
    for index in range(high - 1, low, -1):
        if pieces[index].kind == "bare" and pieces[index].blanks >= GAP and _first_body(pieces, low, index):
            return (_first_body(pieces, index, high) or index + 1) - 1
    return None


def _first_body(pieces: Sequence[Piece], low: int, high: int) -> int:
    """Return the index plus one of the first text among the pieces `low` to `high`, 0 when there is none."""
    return next((index + 1 for index in range(low, high) if pieces[index].kind in ("body", "heading")), 0)


def _open_by_titles(openers: Openers, pieces: Sequence[Piece]) -> None:
    """Open an article at each title of the highest level, or one for the text when only its first line is a title."""
    depths = [piece.heading.depth for piece in pieces if piece.kind == "bare" and piece.heading]
    top = min(depths, default=0)
    tops = [
        i for i, piece in enumerate(pieces) if piece.kind == "bare" and piece.heading and piece.heading.depth == top
    ]
    if not tops and pieces[0].kind == "bare":
        tops = [0]
    for title, end in pairwise((*tops, len(pieces))):
        body = _first_body(pieces, title, end)
        if body:
            openers.open(body - 1, _speech(pieces[title].text) if len(tops) == 1 else Article(why="title"))


def _speech(title: str) -> Article:
    """Return the article under a title; 江北市委书记在座谈会上的发言 makes the holder of the office its speaker."""
    text = _TAIL.sub("", title.lstrip("# ").strip())
    for end in range(len(text) - 1, 1, -1):
        head = text[:end]
        if _SPEECH.fullmatch(text[end:]):
            office, name = split_office(head)
            if name or (office_end(head) and is_office(head) and not _ANYBODY.search(head)):
                return Article(speaker_of((name,), office or head), head, TITLE_OFFICE, "office in the title")
    return Article(why="title")

"""Pages of articles: bylines open them, parts go on in other columns, titles stand anywhere; all of it as blocks."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import pairwise

import regex

from corpus_cli.split.blocks import NOBODY, Block, Kind, Speaker
from corpus_cli.split.continuation import give_parts, one_after_the_other
from corpus_cli.split.credits import credits_pictures
from corpus_cli.split.evidence import Author
from corpus_cli.split.lines import LineTable, made
from corpus_cli.split.openers import Article, Openers, openers_of
from corpus_cli.split.outline import Heading
from corpus_cli.split.parts import parts_of
from corpus_cli.split.pieces import GAP, Piece, is_reaction, pieces_of
from corpus_cli.split.roster import People
from corpus_cli.split.titles import nearest, subheads_of, titles_of

_REPORTER = regex.compile(r"记者|通讯员|評論員|评论员|記者|通訊員")
_ENDED = regex.compile(r"[。！？!?…][”’」』\"]?$|\p{Ll}\.$")
_NUMBER = regex.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?|[（(](?:[上中下]|\d{1,2})[)）]"
)  # a section's
_BARE = frozenset(("bare",))
MOST_CAPTIONS = 5  # in a row; more lines are verse or a list
SAMPLE = 6000  # code points of an article that its title is compared with
TITLE = 0.9
CAPTION = 0.8
SUBHEAD = 60  # rank of a heading without marks or number
UNSURE = 0.9


Span = tuple[int, int]


@dataclass(slots=True)
class Page:
    """Hold what is known of each piece of a page: its article (-1 for none) and how sure that is.

    `above` and `below` give for each piece the nearest one that is no bare line, -1 for none.
    """

    pieces: Sequence[Piece]
    articles: Sequence[Article]
    owners: list[int]
    sureness: list[float]
    titles: dict[int, int] = field(default_factory=dict)
    subheads: frozenset[int] = frozenset()
    above: list[int] = field(default_factory=list)
    below: list[int] = field(default_factory=list)


def find_articles(table: LineTable, people: People | None = None) -> list[Block]:
    """Return the blocks of a page of articles; they tile the text.

    Without any byline the blocks name no speaker, but an office in the title of a speech makes its holder the speaker,
    by office and without a name.  `people` completes the offices of known persons.  [] only for a text without a line.
    """
    pieces = pieces_of(table)
    if not pieces:
        return []
    openers = openers_of(pieces, people)
    page = _given(pieces, openers)
    page.titles = titles_of(pieces, page.owners, _texts(page))
    page.subheads = subheads_of(pieces, page.owners, page.titles)
    page.above = nearest(pieces, 1, _BARE)
    page.below = nearest(pieces, -1, _BARE)
    return _blocks(page, len(table.text))


def _given(pieces: Sequence[Piece], openers: Openers) -> Page:
    """Return the page with each piece of text given to its article."""
    page = Page(pieces, openers.articles, [-1] * len(pieces), [1.0] * len(pieces))
    parts = parts_of(pieces, openers.at)
    authors = [Author.of(article.speaker.role, closed=article.closed) for article in openers.articles]
    signed = any(piece.byline for piece in pieces)
    row = give_parts(pieces, parts, authors) if signed else one_after_the_other(parts)
    for part, given in zip(parts, row, strict=True):
        for index in part.pieces:
            page.owners[index], page.sureness[index] = given
    for index, piece in enumerate(pieces):
        if piece.kind == "byline":
            page.owners[index] = openers.at.get(index, openers.signed.get(index, -1))
        elif piece.kind == "signature":
            page.owners[index] = openers.signed[index]
    return page


def _texts(page: Page) -> dict[int, str]:
    texts: dict[int, str] = {}
    for piece, owner in zip(page.pieces, page.owners, strict=True):
        if owner >= 0 and piece.kind in ("body", "heading") and len(texts.get(owner, "")) < SAMPLE:
            texts[owner] = texts.get(owner, "") + piece.text + "\n"
    return texts


class _Writing:
    """Keep where each article stands while the blocks are written: its headings, its last block, how many it has."""

    def __init__(self, titled: Set[int]) -> None:
        self._titled, self._running = titled, -1
        self._paths: dict[int, list[tuple[int, str]]] = {}
        self._headings: dict[int, tuple[str, ...]] = {}
        self._next: dict[int, int] = {}
        self._last: dict[int, int] = {}

    def headings(self, owner: int, piece: Piece | None = None) -> tuple[str, ...]:
        """Return the headings above a piece; a heading first closes those of its own rank and below."""
        heading = piece.heading if piece else None
        if piece and not heading and piece.kind == "bare":
            heading = Heading(SUBHEAD, 0, "bare", 0, piece.text, True)
        if heading and heading.title:
            path = [kept for kept in self._paths.get(owner, ()) if kept[0] < heading.rank]
            self._paths[owner] = [*path, (heading.rank, heading.title)]
            self._headings[owner] = tuple([title for _, title in self._paths[owner]])
        return self._headings.get(owner, ())

    def place(self, owner: int, index: int) -> tuple[int, int, int]:
        """Return the article, the place in its reading order, and the block that a resumed part goes on from."""
        if owner < 0:
            return 0, 0, -1
        place = self._next.get(owner) or (2 if owner in self._titled else 1)
        resumed = self._last.get(owner, -1) if owner != self._running else -1
        self._next[owner], self._last[owner], self._running = place + 1, index, owner
        return owner + 1, place, resumed


def _blocks(page: Page, length: int) -> list[Block]:
    writing = _Writing(frozenset(page.titles.values()))
    starts = [0, *[piece.start for piece in page.pieces[1:]], length]
    return [_block(page, index, span, writing) for index, span in enumerate(pairwise(starts))]


def _block(page: Page, index: int, span: Span, writing: _Writing) -> Block:
    piece, owner = page.pieces[index], page.owners[index]
    if piece.kind == "bare":
        return _bare_block(page, index, span, writing)
    article = page.articles[owner] if owner >= 0 else Article()
    if piece.kind == "furniture" or (piece.byline and piece.byline.form == "staff"):
        kind: Kind = "furniture" if piece.kind == "furniture" else "credit"
        return Block(kind, *span, printed=piece.text if kind == "credit" else "", confidence=UNSURE)
    if piece.kind in ("aside", "jump"):
        return Block(_kind_of(piece), *span, confidence=UNSURE)
    if piece.copied:
        return Block("other", *span, confidence=CAPTION, why="copy of other lines")
    sure = _rounded(min(article.strength, page.sureness[index]))
    speaker, why, printed = article.speaker, article.why, piece.text if piece.byline else ""
    if speaker == NOBODY:
        sure = UNSURE
    elif not piece.byline:
        why += ", goes on"
    path, place = writing.headings(owner, piece), writing.place(owner, index)
    return made(Block, (_kind_of(piece), *span, speaker, printed, path, *place, sure, why))


_rounded = lru_cache(maxsize=1024)(partial(round, ndigits=3))  # one value for each part and one for each byline


def _kind_of(piece: Piece) -> Kind:
    if piece.byline:
        return "credit" if _REPORTER.search(piece.byline.role) else "byline"
    if piece.kind in ("aside", "jump"):
        return "reaction" if is_reaction(piece.text) else "furniture" if piece.kind == "jump" else "other"
    return "heading" if piece.kind == "heading" else "paragraph"


def _bare_block(page: Page, index: int, span: Span, writing: _Writing) -> Block:
    """Return the block of a bare line: the title of an article, a heading inside one, or a caption."""
    piece = page.pieces[index]
    if index in page.titles:
        return Block("title", *span, article=page.titles[index] + 1, article_seq=1, confidence=TITLE, why="title")
    above, below = (page.owners[at] if at >= 0 else -1 for at in (page.above[index], page.below[index]))
    if piece.heading or index in page.subheads or _NUMBER.fullmatch(piece.text):
        path, place = writing.headings(below, piece), writing.place(below, index)
        speaker: Speaker = page.articles[below].speaker if below >= 0 else NOBODY
        return Block("heading", *span, speaker, "", path, *place, CAPTION)
    if credits_pictures(piece.text):
        return Block("credit", *span, printed=piece.text, confidence=UNSURE, why="who made the pictures")
    if _is_caption(page, index):
        inside = above + 1 if above == below else 0
        return Block("caption", *span, article=inside, confidence=CAPTION, why="stands alone")
    goes_on = piece.blanks < GAP and (above == below or page.below[index] < 0 or _opens(page, page.below[index]))
    owner = above if goes_on else -1
    who = page.articles[owner].speaker if owner >= 0 else NOBODY
    # a short line that is a sentence is a paragraph of its article
    return Block("paragraph", *span, who, "", writing.headings(owner), *writing.place(owner, index), CAPTION)


def _is_caption(page: Page, index: int) -> bool:
    """Return whether a bare line is a caption: body text near it, few others beside it, and no sentence that ends."""
    if _ENDED.search(page.pieces[index].text):
        return False
    above, below = page.above[index], page.below[index]
    run = (below if below >= 0 else len(page.pieces)) - above - 1
    return run <= MOST_CAPTIONS and any(at >= 0 and page.pieces[at].kind == "body" for at in (above, below))


def _opens(page: Page, index: int) -> bool:
    return page.pieces[index].kind == "byline"

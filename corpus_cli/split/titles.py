"""Bare lines of a page told apart: titles of articles, headings inside them, captions of pictures.

A title stands before the byline, behind it, inside its article or at its end, and on one page mostly on the same
side.  Each article takes at most one: the line that says what its text says, on the page's side.  A bare line that no
article takes is a heading when it carries heading marks, else a caption.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

import regex

from corpus_cli.split.lines import made
from corpus_cli.split.pieces import GAP, Piece

Side = Literal["before", "behind", "inside", "end"]

_RUN = regex.compile(r"[\p{Han}\p{L}\p{N}]+")
_TITLE_SIGNS = regex.compile(r"[：:——]|\p{Han}{4,}[\s\u3000]+\p{Han}{4,}|^(?:关于|论|从|以|谈|浅谈|试论|走近|回望)")
_CAPTION_SIGNS = regex.compile(r"[图摄]$|^图|现场$|街景$|合影$|一景$|资料图|左[一二三]|右[一二三]|摄影|剪影$|活动$")
_LOOSE = frozenset(("bare", "furniture"))
LEAST = 0.5
NEAR = 3  # articles before and behind that a title is compared with


class Claim(NamedTuple):
    """Hold one way to read a bare line as a title: of which article, on which side, how likely."""

    score: float
    piece: int
    article: int
    side: Side


def titles_of(pieces: Sequence[Piece], owners: Sequence[int], texts: Mapping[int, str]) -> dict[int, int]:
    """Return for each bare piece that is a title the article it belongs to.

    `owners` gives the article of each piece (-1 for none; bare pieces too), `texts` each article's text.
    """
    around = _Around.of(pieces)
    claims = [
        claim
        for index, piece in enumerate(pieces)
        if piece.kind == "bare"
        for claim in _claims(pieces, owners, index, around)
    ]
    shares = _Shares(texts)
    looks = {claim.piece: _looks(pieces[claim.piece]) for claim in claims}
    scored = [
        made(Claim, (_closeness(pieces, claim) + _likeness(claim, looks[claim.piece], pieces, shares), *claim[1:]))
        for claim in claims
    ]
    sides: Counter[str] = Counter()
    for claim in _chosen(scored):
        sides[claim.side] += 1
    voted = [made(Claim, (claim.score + _vote(claim.side, sides), *claim[1:])) for claim in scored]
    titles = {claim.piece: claim.article for claim in _chosen(voted)}
    return _with_further_lines(pieces, titles)


def _with_further_lines(pieces: Sequence[Piece], titles: dict[int, int]) -> dict[int, int]:
    """Return the titles with their further lines: those set without a gap, and one below that a dash opens."""
    out = dict(titles)
    for at, article in titles.items():
        for step in (-1, 1):
            index = at + step
            while 0 <= index < len(pieces) and pieces[index].kind == "bare" and index not in titles:
                lower = pieces[max(index, index - step)]
                if lower.blanks > 0 and not lower.text.startswith(("—", "－", "―", "--")):
                    break
                out[index] = article
                index += step
    return out


def subheads_of(pieces: Sequence[Piece], owners: Sequence[int], titles: Mapping[int, int]) -> frozenset[int]:
    """Return the bare lines that are headings without marks: two or more of them close between paragraphs."""
    found: dict[int, list[int]] = {}
    for index in range(1, len(pieces) - 1):
        piece, below = pieces[index], pieces[index + 1]
        if piece.kind != "bare" or below.kind != "body":
            continue
        above = pieces[index - 1]
        close = piece.blanks < GAP and below.blanks < GAP and index not in titles
        ended = above.kind == "body" and not above.is_open
        if close and ended and owners[index - 1] == owners[index + 1] and not _CAPTION_SIGNS.search(piece.text):
            found.setdefault(owners[index + 1], []).append(index)
    return frozenset(index for row in found.values() if len(row) > 1 for index in row)


def is_title_like(text: str) -> bool:
    """Return whether a bare line has more of a title than of a caption about it, whatever stands around it."""
    text = text.strip()
    return text.startswith("#") or (len(text) >= 8 and not _CAPTION_SIGNS.search(text))


def _vote(side: Side, sides: Counter[str]) -> float:
    """Return what the page's habit says for a side: up to 1.5 when all titles found so far stand there."""
    return 1.5 * sides[side] / max(1, sum(sides.values()))


def _chosen(claims: Sequence[Claim]) -> list[Claim]:
    """Return the best claims, one a line and one an article; lines with Markdown marks may share an article."""
    lines: set[int] = set()
    articles: set[int] = set()
    out = []
    for claim in sorted(claims, key=lambda claim: (-claim.score, claim.piece)):
        if claim.score >= LEAST and claim.piece not in lines and claim.article not in articles:
            lines.add(claim.piece)
            articles.add(claim.article)
            out.append(claim)
    return out


def nearest(pieces: Sequence[Piece], step: int, loose: frozenset[str]) -> list[int]:
    """Return for each piece the nearest before it (`step` 1) or behind it (-1) of no kind in `loose`, -1 for none."""
    out = [-1] * len(pieces)
    last = -1
    for index in range(len(pieces))[::step]:
        out[index] = last
        if pieces[index].kind not in loose:
            last = index
    return out


class _Around(NamedTuple):
    """Hold for each piece the nearest firm ones above and below, -1 for none, and the number of gaps up to it."""

    above: list[int]
    below: list[int]
    gaps: list[int]

    @classmethod
    def of(cls, pieces: Sequence[Piece]) -> _Around:
        """Return what stands around each piece."""
        gaps = list(accumulate([int(piece.blanks >= GAP) for piece in pieces]))
        return cls(nearest(pieces, 1, _LOOSE), nearest(pieces, -1, _LOOSE), gaps)


def _claims(pieces: Sequence[Piece], owners: Sequence[int], index: int, around: _Around) -> list[Claim]:
    """Return the ways to read a bare line as a title."""
    above, below = around.above[index], around.below[index]
    out: list[Claim] = []
    if below >= 0 and owners[below] >= 0:
        opened = pieces[below].kind == "byline"
        out.append(Claim(0, index, owners[below], "before" if opened else "inside"))
    if above >= 0 and owners[above] >= 0:
        if pieces[above].kind == "byline":
            out.append(Claim(0, index, owners[above], "behind"))
        elif below < 0 or pieces[below].kind == "byline" or around.gaps[below] > around.gaps[index]:
            out.append(Claim(0, index, owners[above], "end"))
    return out


def _closeness(pieces: Sequence[Piece], claim: Claim) -> float:
    """Return what the place of a line says: titles touch the byline, a gap above an inner line is a picture's."""
    at = claim.piece
    if claim.side == "before":
        return 0.8 if pieces[at + 1].kind == "byline" and pieces[at + 1].blanks < GAP else 0.0
    if claim.side == "behind":
        return 0.8 if pieces[at - 1].kind == "byline" and pieces[at].blanks < GAP else 0.0
    return -0.4 if claim.side == "inside" and pieces[at].blanks >= GAP else 0.0


def _looks(piece: Piece) -> float:
    """Return how much a bare line looks like a title."""
    text = piece.text.lstrip("# ")
    score = 2.0 if piece.heading else 0.0
    score += 0.6 if len(text) >= 10 else -0.6 if len(text) < 7 else 0.0
    score += 0.6 if _TITLE_SIGNS.search(text) else 0.0
    return score - (1.0 if _CAPTION_SIGNS.search(text) else 0.0)


def _likeness(claim: Claim, looks: float, pieces: Sequence[Piece], shares: _Shares) -> float:
    """Return how much a bare line is like the title of an article."""
    text, article = pieces[claim.piece].text.lstrip("# "), claim.article
    near = [a for a in range(article - NEAR, article + NEAR + 1) if a != article and a in shares.texts]
    held = shares.of(text, article)
    others = max([shares.of(text, a) for a in near], default=0.0)
    return looks + 1.5 * held + 2.0 * max(-0.5, min(0.5, held - others))


class _Shares:
    """Keep what share of a line's pairs of signs stands in an article's text, each asked once."""

    def __init__(self, texts: Mapping[int, str]) -> None:
        self.texts = texts
        self._known: dict[tuple[str, int], float] = {}
        self._pairs: dict[str, frozenset[str]] = {}

    def of(self, line: str, article: int) -> float:
        """Return the share (0–1) of a line's pairs that stand in the text of an article."""
        share = self._known.get((line, article))
        if share is None:
            pairs = self._pairs_of(line)
            share = sum(map(self.texts.get(article, "").__contains__, pairs)) / max(1, len(pairs))
            self._known[line, article] = share
        return share

    def _pairs_of(self, line: str) -> frozenset[str]:
        if line not in self._pairs:
            self._pairs[line] = frozenset(run[at : at + 2] for run in _RUN.findall(line) for at in range(len(run) - 1))
        return self._pairs[line]

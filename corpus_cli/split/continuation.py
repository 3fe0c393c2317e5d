"""Whose text goes on: the parts of a page given to its open authors, where articles jump columns and pages.

The running author keeps the text.  A part may go to another open author only at a break cue (a gap of blank lines, a
bare title, a sentence left open, a heading number out of turn), and only when the evidence for that author is better:
places of the byline that stand in no rival's text, the expected heading number, a sentence or a heading that waits, an
enumeration announced, words that this author has used, and the order of the columns.  Parts are judged together, by a
beam search over the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from corpus_cli.split.evidence import MOST_OPEN, Author, Content, contents_of, text_of
from corpus_cli.split.parts import Part
from corpus_cli.split.pieces import Piece
from corpus_cli.split.titles import is_title_like

BEAM = 24
JUMPED = 4.0  # a part printed as coming from another page, for the author whose text was printed as going to one
LAG = 5  # parts that are read on before it is said how sure a choice was
SURE = 3.0
SWITCH = {"gap": 1.0, "title": 1.0, "number": 3.0, "open": 3.5}
# The most that the words of a part, and of each further part of a run, say against its author: authors of one issue
# share their phrases.
WORDS = 2.5
WORDS_MORE = 1.0
_ANNOUNCED = regex.compile(
    r"(?:[两二三四五六七八九十几]个|以下|如下|[三四五六七八九][点条]|[三四五六七八九]方面).{0,12}$"
)
_ENDED = regex.compile(
    r"(?:答卷|新?篇章|新局面|贡献.{0,8}力量|而.{0,8}奋斗|新征程|再创.{0,6}|更大贡献|美好明天|保驾护航)[^。]{0,12}[。！]$"
)


class Open(NamedTuple):
    """Hold where an author's text stands: last heading's number and rank, what waits, what was announced or closed."""

    number: int = 0
    rank: int = 0
    waits: str = ""
    announced: bool = False
    ended: bool = False
    paragraphs: int = 0
    titled: bool = False


class Path(NamedTuple):
    """Hold one way to give the parts up to now to authors: the last choice and, in `before`, the way to it.

    `words` is what the words of the running author's run say so far, `against` how many of its parts speak against it.
    """

    score: float
    current: int
    states: dict[int, Open]
    words: float = 0.0
    against: int = 0
    before: Path | None = None


class Given(NamedTuple):
    """Hold the author of a part (-1 for none) and how sure it is (0–1)."""

    author: int
    confidence: float


def give_parts(pieces: Sequence[Piece], parts: Sequence[Part], authors: Sequence[Author]) -> list[Given]:
    """Return the author of each part, in the order of the parts."""
    if not any(part.opener < 0 for part in parts) or len(authors) < 2:
        return one_after_the_other(parts)
    texts = [text_of(pieces, part) for part in parts]
    owners: Sequence[int] = [part.opener for part in parts]
    given: list[Given] = []
    for _ in range(2):
        given = _search(pieces, parts, authors, contents_of(parts, texts, authors, owners))
        resumed = [part.author for part in given]
        if len(set(resumed)) == _changes(resumed):
            break  # nobody was resumed: no more is known than before
        owners = resumed
    return given


def _changes(owners: Sequence[int]) -> int:
    """Return the number of runs of one author."""
    return sum(index == 0 or owner != owners[index - 1] for index, owner in enumerate(owners))


def one_after_the_other(parts: Sequence[Part]) -> list[Given]:
    """Return the author of each part where none is resumed: the one opened last."""
    given: list[Given] = []
    current = -1
    for part in parts:
        current = part.opener if part.opener >= 0 else current
        given.append(Given(current, 1.0))
    return given


def _search(
    pieces: Sequence[Piece], parts: Sequence[Part], authors: Sequence[Author], contents: Sequence[Content]
) -> list[Given]:
    """Return the best way to give the parts to authors."""
    paths = [Path(0.0, -1, {})]
    margins: list[float] = []
    for at, (part, content) in enumerate(zip(parts, contents, strict=True)):
        grown = (new for path in paths for new in _grown(path, pieces, part, authors, content))
        paths = sorted(grown, key=lambda path: (-path.score, path.current))[:BEAM]
        if at >= LAG:
            margins.append(_margin(paths, LAG))
    margins += [_margin(paths, lag) for lag in range(min(LAG, len(parts)) - 1, -1, -1)]
    owners: list[int] = []
    path: Path | None = paths[0]
    while path is not None and path.before is not None:
        owners.append(path.current)
        path = path.before
    return [Given(owner, _confidence(margin)) for owner, margin in zip(owners[::-1], margins, strict=True)]


def _margin(paths: Sequence[Path], lag: int) -> float:
    """Return by how much the best way beats the best one that gave the part `lag` parts ago to another author."""
    owner = _owner(paths[0], lag)
    other = next((path.score for path in paths if _owner(path, lag) != owner), paths[-1].score - 1)
    return paths[0].score - other if len(paths) > 1 else SURE


def _owner(path: Path, lag: int) -> int:
    for _ in range(lag):
        if path.before:
            path = path.before
    return path.current


def _grown(path: Path, pieces: Sequence[Piece], part: Part, authors: Sequence[Author], content: Content) -> list[Path]:
    """Return the ways that a part can be given to an author after `path`."""
    real = [pieces[index] for index in part.pieces if not pieces[index].copied]
    if part.opener >= 0:
        return [_taken(path, part.opener, 0.0, 0.0, real, part)]
    able = [a for a in path.states if a in content.names and not authors[a].closed]
    expected = _next_column(path, authors)
    out = []
    for a in dict.fromkeys([*able, path.current]):
        state = path.states.get(a, Open())
        score = content.names.get(a, 0.0) + _fit(state, real)
        if state.titled and part.cue == "title" and is_title_like(part.title):
            score -= 0.5 if a == path.current else 1.5
        if part.comes:
            score += JUMPED if state.waits == "jump" else -1.0
        if a != path.current:
            score += (0.8 if a == expected else 0.0) - SWITCH[part.cue]
            if path.current in path.states and part.cue in ("gap", "title"):
                score += 1.0 if path.states[path.current].ended else 0.0
        out.append(_taken(path, a, score, content.words.get(a, 0.0), real, part))
    return out


def _next_column(path: Path, authors: Sequence[Author]) -> int:
    """Return the author whose turn it is: columns are resumed in the order in which their heads were printed."""
    row = [a for a in path.states if not authors[a].closed]
    if path.current not in row:
        return row[0] if row else -1
    return row[(row.index(path.current) + 1) % len(row)]


def _fit(state: Open, pieces: Sequence[Piece]) -> float:
    """Return how well a part goes on from where an author stopped: heading number and waiting sentence."""
    score = 0.0
    if not pieces:
        return score
    if state.waits == "heading":
        score += 2.0 if pieces[0].kind == "body" else -1.5
    elif state.waits == "sentence":
        score += 1.0 if pieces[0].kind == "body" and not pieces[0].heading else -1.0
    numbered = next((piece.heading for piece in pieces if piece.heading), None)
    return score + (_number_fit(state, numbered.number, numbered.rank) if numbered and numbered.number else 0.0)


def _number_fit(state: Open, number: int, rank: int) -> float:
    if state.number and state.rank == rank:
        return 1.5 if number == state.number + 1 else -1.5
    if number == 1 and not state.number:
        # who has written for long without headings does not begin to count, unless it was announced
        return 2.5 if state.announced else -2.0 if state.paragraphs >= 4 else 0.2
    return 0.2 if number == 1 else -1.0


def _taken(path: Path, author: int, score: float, words: float, pieces: Sequence[Piece], part: Part) -> Path:
    run, against = (path.words, path.against) if author == path.current and part.opener < 0 else (0.0, 0)
    now = against + (words < -1)
    score += _held(run + words, now) - _held(run, against)
    state = _read_on(path.states.get(author, Open()), pieces)
    state = state._replace(waits="jump") if part.goes else state
    states = {**path.states, author: state._replace(titled=state.titled or is_title_like(part.title))}
    while len(states) > MOST_OPEN:
        del states[next(iter(states))]
    return Path(path.score + score, author, states, run + words, now, path)


def _held(words: float, against: int) -> float:
    """Return what the words of a run weigh: one part's fully, each further one's a little."""
    return float(max(-WORDS - WORDS_MORE * max(0, against - 1), words))


def _read_on(state: Open, pieces: Sequence[Piece]) -> Open:
    """Return where an author's text stands behind some more pieces."""
    number, rank = state.number, state.rank
    for piece in pieces:
        heading = piece.heading
        if heading and heading.number and (not rank or heading.rank <= rank):
            number, rank = heading.number, heading.rank
    if not pieces:
        return state
    last = pieces[-1]
    waits = "" if not last.is_open else "heading" if last.kind == "heading" else "sentence"
    announced = _ANNOUNCED.search(last.text.rstrip("。”：:")) is not None
    ended = last.kind == "body" and not waits and _ENDED.search(last.text) is not None
    paragraphs = state.paragraphs + sum(piece.kind == "body" for piece in pieces)
    return Open(number, rank, waits, announced, ended, paragraphs, state.titled)


def _confidence(margin: float) -> float:
    """Return how sure a choice is that beat the others by `margin`."""
    return 0.97 if margin >= SURE else float(1 / (1 + 4.0**-margin))

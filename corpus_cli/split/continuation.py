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

from corpus_cli.split.evidence import MOST_OPEN, Author, Content, contents_of, text_of
from corpus_cli.split.parts import Part
from corpus_cli.split.pieces import Piece
from corpus_cli.split.standing import NOTHING, Facts, Open, facts_of, fit, read_on

BEAM = 24
JUMPED = 4.0  # a part printed as coming from another page, for the author whose text was printed as going to one
LAG = 5  # parts that are read on before it is said how sure a choice was
SURE = 3.0
DOUBT = 0.85
HOPELESS = 5.0  # behind the best way by so much, a way is given up
SWITCH = {"gap": 1.0, "title": 1.0, "number": 3.0, "open": 3.0}
# The most that the words of a part, and of each further part of a run, say against its author: authors of one issue
# share their phrases.
WORDS = 2.5
WORDS_MORE = 1.0


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


class Choice(NamedTuple):
    """Hold one way on from a path: the author of the next part, and score, words and against as they then are."""

    score: float
    author: int
    words: float
    against: int
    path: Path


class Given(NamedTuple):
    """Hold the author of a part (-1 for none) and how sure it is (0–1)."""

    author: int
    confidence: float


def give_parts(pieces: Sequence[Piece], parts: Sequence[Part], authors: Sequence[Author]) -> list[Given]:
    """Return the author of each part, in the order of the parts."""
    if not any(part.opener < 0 for part in parts) or len(authors) < 2:
        return one_after_the_other(parts)
    texts = [text_of(pieces, part) for part in parts]
    open_ends = [pieces[part.pieces[-1]].is_open for part in parts]
    return _search(pieces, parts, authors, contents_of(parts, texts, authors, open_ends))


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
        facts = facts_of(pieces, part)
        fits: dict[int, float] = {}
        choices = [choice for path in paths for choice in _choices(path, part, facts, authors, content, fits)]
        choices.sort(key=lambda choice: (-choice.score, choice.author))
        least = choices[0].score - HOPELESS
        paths = [_taken(choice, facts) for choice in choices[:BEAM] if choice.score >= least]
        if part.opener >= 0:
            paths = _distinct(paths)
        if at >= LAG:
            margins.append(_margin(paths, LAG))
    margins += [_margin(paths, lag) for lag in range(min(LAG, len(parts)) - 1, -1, -1)]
    owners: list[int] = []
    path: Path | None = paths[0]
    while path is not None and path.before is not None:
        owners.append(path.current)
        path = path.before
    row = [Given(owner, _confidence(margin)) for owner, margin in zip(owners[::-1], margins, strict=True)]
    return _doubtful(row, parts, paths[0])


def _distinct(paths: Sequence[Path]) -> list[Path]:
    """Return the best of the paths that stand alike behind a byline: whatever comes, it stays the best of them."""
    out: list[Path] = []
    for path in paths:
        if not any(path.states == other.states for other in out):
            out.append(path)
    return out


def _doubtful(row: list[Given], parts: Sequence[Part], path: Path) -> list[Given]:
    """Return the row less sure behind the last byline when another author's text broke off and was never resumed.

    It stands somewhere on the page, unless it was lost: some of what the others were given may be it.
    """
    lost = [a for a, state in path.states.items() if state.waits and a not in (path.current, -1)]
    if not lost:
        return row
    last = max((at for at, part in enumerate(parts) if part.opener >= 0), default=-1)
    return [
        given if at <= last else given._replace(confidence=min(DOUBT, given.confidence)) for at, given in enumerate(row)
    ]


def _margin(paths: Sequence[Path], lag: int) -> float:
    """Return by how much the best way beats the best one that gave the part `lag` parts ago to another author."""
    owner = _owner(paths[0], lag)
    other = next((path.score for path in paths if _owner(path, lag) != owner), paths[0].score - SURE)
    return paths[0].score - other


def _owner(path: Path, lag: int) -> int:
    for _ in range(lag):
        if path.before:
            path = path.before
    return path.current


def _choices(
    path: Path, part: Part, facts: Facts, authors: Sequence[Author], content: Content, fits: dict[int, float]
) -> list[Choice]:
    """Return the ways that a part can be given to an author after `path`; `fits` keeps how well it fits each state."""
    if part.opener >= 0:
        return [Choice(path.score, part.opener, 0.0, 0, path)]
    able = [a for a in path.states if a in content.names and not authors[a].closed]
    if part.cue == "open" and not content.words:
        able = []  # the next paragraph goes on where nothing speaks for anybody else
    if path.current not in able:
        able.append(path.current)
    turn = _next_column(path, authors) if len(able) > 1 else -1
    held = _held(path.words, path.against)
    out = []
    for a in able:
        state = path.states.get(a, NOTHING)
        if id(state) not in fits:
            fits[id(state)] = fit(state, facts)
        score = _score(path, part, facts, state, content.names.get(a, 0.0) + fits[id(state)], a, turn)
        words = content.words.get(a, 0.0)
        run, against, before = (path.words, path.against, held) if a == path.current else (0.0, 0, 0.0)
        now = against + (words < -1)
        score += _held(run + words, now) - before
        out.append(Choice(path.score + score, a, run + words, now, path))
    return out


def _score(path: Path, part: Part, facts: Facts, state: Open, score: float, author: int, turn: int) -> float:
    """Return what speaks for an author besides the words: to names and fit (`score`) add what a change costs."""
    if state.titled and part.cue == "title" and facts.titled:
        score -= 0.5 if author == path.current else 1.5
    if part.comes:
        score += JUMPED if state.waits == "jump" else -1.0
    if author != path.current:
        score += (0.8 if author == turn else 0.0) - SWITCH[part.cue]
        if part.cue in ("gap", "title") and path.states.get(path.current, NOTHING).ended:
            score += 1.0
    return score


def _next_column(path: Path, authors: Sequence[Author]) -> int:
    """Return the author whose turn it is: columns are resumed in the order in which their heads were printed."""
    row = [a for a in path.states if not authors[a].closed]
    if path.current not in row:
        return row[0] if row else -1
    return row[(row.index(path.current) + 1) % len(row)]


def _taken(choice: Choice, facts: Facts) -> Path:
    path, author = choice.path, choice.author
    states = {**path.states, author: read_on(path.states.get(author, NOTHING), facts)}
    while len(states) > MOST_OPEN:
        del states[next(iter(states))]
    return Path(choice.score, author, states, choice.words, choice.against, path)


def _held(words: float, against: int) -> float:
    """Return what the words of a run weigh: one part's fully, each further one's a little."""
    least = -WORDS - WORDS_MORE * (against - 1) if against > 1 else -WORDS
    return words if words > least else least


def _confidence(margin: float) -> float:
    """Return how sure a choice is that beat the others by `margin`."""
    return 0.97 if margin >= SURE else float(1 / (1 + 4.0**-margin))

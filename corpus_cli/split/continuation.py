"""Whose text goes on: the parts of a page given to its open authors, where articles jump columns and pages.

The running author keeps the text.  A part may go to another open author only at a break cue (a gap of blank lines, a
bare title, a sentence left open, a heading number out of turn), and only when the evidence for that author is better:
places of the byline that stand in no rival's text, the expected heading number, a sentence or a heading that waits, an
enumeration announced, words that this author has used, and the order of the columns.  Parts are judged together, by a
beam search over the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from corpus_cli.split.evidence import Author, Content, contents_of, text_of
from corpus_cli.split.lines import made
from corpus_cli.split.parts import Part
from corpus_cli.split.pieces import Piece
from corpus_cli.split.standing import Facts, facts_of, fit
from corpus_cli.split.ways import LAG, Choice, Row, Way

BEAM = 24
JUMPED = 4.0  # a part printed as coming from another page, for the author whose text was printed as going to one
SURE = 3.0
DOUBT = 0.85
HOPELESS = 5.0  # behind the best way by so much, a way is given up
SWITCH = {"gap": 1.0, "title": 1.0, "number": 3.0, "open": 3.0}
# The most that the words of a part, and of each further part of a run, say against its author: authors of one issue
# share their phrases.
WORDS = 2.5
WORDS_MORE = 1.0


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
    row = Row(authors, headless=parts[0].opener < 0)
    ways = [row.start()]
    margins: list[float] = []
    for at, (part, content) in enumerate(zip(parts, contents, strict=True)):
        facts = facts_of(pieces, part)
        if part.opener >= 0:
            ways = row.opened(ways, part.opener, facts)
        else:
            ways = row.taken(ways, _best_choices(ways, row, _Prices(row, part, facts, content)), facts)
        if at >= LAG:
            margins.append(_margin(ways, LAG))
    margins += [_margin(ways, lag) for lag in range(min(LAG, len(parts)) - 1, -1, -1)]
    owners: list[int] = []
    way = ways[0]
    while way.before is not None:
        owners.append(way.recent[-1])
        way = way.before
    given = [Given(owner, _confidence(margin)) for owner, margin in zip(owners[::-1], margins, strict=True)]
    lost = any(state.waits and a not in (ways[0].recent[-1], -1) for a, state in row.of(ways[0]))
    return _doubtful(given, parts) if lost else given


def _doubtful(row: list[Given], parts: Sequence[Part]) -> list[Given]:
    """Return the row less sure behind the last byline, where another author's text broke off and was never resumed.

    It stands somewhere on the page, unless it was lost: some of what the others were given may be it.
    """
    last = max((at for at, part in enumerate(parts) if part.opener >= 0), default=-1)
    return [
        given if at <= last else given._replace(confidence=min(DOUBT, given.confidence)) for at, given in enumerate(row)
    ]


def _margin(ways: Sequence[Way], lag: int) -> float:
    """Return by how much the best way beats the best one that gave the part `lag` parts ago to another author."""
    best, at = ways[0].score, -1 - lag
    owner = ways[0].recent[at]
    other = next((way.score for way in ways if way.recent[at] != owner), best - SURE)
    return best - other


class _Change(NamedTuple):
    """Hold what it costs to go on with another author: the place in the row, the author, words and their weight alone.

    `against` says whether the words speak against that author (0 or 1), `cost` is what the change itself costs, `room`
    that it is made where a text has ended; `prices` keeps, by where the author's text stands, what all that comes to.
    """

    slot: int
    author: int
    words: float
    held: float
    against: int
    cost: float
    room: bool
    prices: dict[int, float]


class _Prices:
    """Hold what one part says for each author of the row: names and fit, words, and what a change of author costs.

    `able` are the places in the row of those who may own the part besides the running author, `words` what its words
    say for each, `ends` says whether a text that ended before it makes room for another.
    """

    def __init__(self, row: Row, part: Part, facts: Facts, content: Content) -> None:
        self._row, self._part, self._facts = row, part, facts
        self._names = [content.names.get(a, 0.0) for a in row.authors]
        self.words = [content.words.get(a, 0.0) for a in row.authors]
        self.able = [slot for slot, a in enumerate(row.authors) if a in content.names and not row.closed[slot]]
        if part.cue == "open" and not content.words:
            self.able = []  # the next paragraph goes on where nothing speaks for anybody else
        self.ends = part.cue in ("gap", "title")
        self._known: dict[tuple[int, int, float], float] = {}

    def price(self, slot: int, stand: int, titled: float) -> float:
        """Return names and fit, less what a second title (`titled`) and a jump of pages say against an author."""
        known = self._known.get((slot, stand, titled))
        if known is not None:
            return known
        state = self._row.known[stand]
        price = self._names[slot] + fit(state, self._facts)
        if state.titled and self._part.cue == "title" and self._facts.titled:
            price -= titled
        if self._part.comes:
            price += JUMPED if state.waits == "jump" else -1.0
        self._known[slot, stand, titled] = price
        return price

    def changed(self, change: _Change, stand: int) -> float:
        """Return, and keep, what a change to an author comes to whose text stands so."""
        price = self.price(change.slot, stand, 1.5) + change.cost
        price = change.prices[stand] = (price + 1.0 if change.room else price) + change.held
        return price

    def changes(self, slot: int, room: bool) -> list[_Change]:
        """Return the changes from the author at `slot`; `room` says that the text there has ended."""
        turn = self._turn(slot)
        cost = SWITCH[self._part.cue]
        out = []
        for at in self.able:
            if at != slot:
                words, against = self.words[at], int(self.words[at] < -1)
                held, cheaper = _held(words, against), 0.8 if at == turn else 0.0
                out.append(_Change(at, self._row.authors[at], words, held, against, cheaper - cost, room, {}))
        return out

    def _turn(self, slot: int) -> int:
        """Return whose turn it is: columns are resumed in the order in which their heads were printed."""
        row = [at for at, closed in enumerate(self._row.closed) if not closed]
        if slot not in row:
            return row[0] if row else -1
        return row[(row.index(slot) + 1) % len(row)]


def _best_choices(ways: Sequence[Way], row: Row, prices: _Prices) -> list[Choice]:
    """Return the best ways on, the likeliest first: at most `BEAM`, none far behind the best."""
    out: list[tuple[float, int, int, int, float, int]] = []
    changes: dict[tuple[int, bool], list[_Change]] = {}
    least, most = inf, inf  # loss so far, and from which a way is hopeless
    for number, (score, slot, stands, run, against, _, _) in enumerate(ways):
        words = prices.words[slot]
        now = against + (words < -1)
        price = prices.price(slot, stands[slot], 0.5) + (_held(run + words, now) - _held(run, against))
        loss = -(score + price)
        if loss < least:
            least, most = loss, loss + HOPELESS
        if loss <= most:
            out.append((loss, row.authors[slot], number, slot, run + words, now))
        if not prices.able:
            continue
        room = prices.ends and row.known[stands[slot]].ended
        others = changes.get((slot, room))
        if others is None:
            others = changes[slot, room] = prices.changes(slot, room)
        for change in others:
            at, author, words, _, speaks, _, _, known = change
            stand = stands[at]
            loss = -(score + (known[stand] if stand in known else prices.changed(change, stand)))
            if loss < least:
                least, most = loss, loss + HOPELESS
            if loss <= most:
                out.append((loss, author, number, at, words, speaks))
    out.sort()
    return [made(Choice, choice) for choice in out[:BEAM] if choice[0] <= most]


def _held(words: float, against: int) -> float:
    """Return what the words of a run weigh: one part's fully, each further one's a little."""
    least = -WORDS - WORDS_MORE * (against - 1) if against > 1 else -WORDS
    return words if words > least else least


def _confidence(margin: float) -> float:
    """Return how sure a choice is that beat the others by `margin`."""
    return 0.97 if margin >= SURE else float(1 / (1 + 4.0**-margin))

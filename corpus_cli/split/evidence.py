"""What the text of a part says for each open author: its words, the places and fields of the byline, its title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from corpus_cli.split.parts import Part
from corpus_cli.split.pieces import Piece
from corpus_cli.text.offices import fields, places

MOST_OPEN = 6  # authors that may go on at one time
WORD_WEIGHT = 0.4
SMOOTHING = 200
MOST_PIECES = 30
SAMPLE = 1500  # code points of a part in which names are looked for
WORDS_SAMPLE = 600  # code points of a part whose words are counted
_SIGN = np.uint64(21)  # bits of a code point
_COUNT = 10  # bits of a count: a sample holds fewer than 1,024 sequences of one kind, six counts go into one number
_MOST = (1 << _COUNT) - 1
_LINE_END = np.uint64(ord("\n"))
_LAST = np.array([2**64 - 1], dtype=np.uint64)
_RUN = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Author:
    """Hold what identifies an author's text: places and fields of work of the office."""

    places: tuple[str, ...]
    fields: tuple[str, ...]
    closed: bool = False

    @classmethod
    def of(cls, role: str, *, closed: bool = False) -> Author:
        """Return the author with an office as printed."""
        return cls(places(role), fields(role), closed)


class Content(NamedTuple):
    """Hold what a part's text says for each author: its words, and the names of places, fields and titles."""

    words: Mapping[int, float]
    names: Mapping[int, float]


def text_of(pieces: Sequence[Piece], part: Part) -> str:
    """Return the text of a part that counts as evidence: its title and its pieces, copies left out, as a sample."""
    rows = [part.title, *(pieces[index].text for index in part.pieces[:MOST_PIECES] if not pieces[index].copied)]
    return "\n".join(rows)[:SAMPLE]


def contents_of(
    parts: Sequence[Part], texts: Sequence[str], authors: Sequence[Author], open_ends: Sequence[bool]
) -> list[Content]:
    """Return what the text of each part says for each author that may own it, known by the text under the byline.

    Only that text is sure: what was given on evidence is no evidence for more.  `open_ends` says of each part whether
    its text breaks off.  A part behind a sentence left open goes on with its own author unless a name speaks for
    another, or another's head broke off too: then alone its words are counted.
    """
    open_heads: dict[int, _Head] = {}
    out: list[Content] = []
    for at, part in enumerate(parts):
        if part.opener >= 0:
            open_heads[part.opener] = _Head(texts[at], open_ends[at])
            if len(open_heads) > MOST_OPEN:
                del open_heads[next(iter(open_heads))]
        alone = part.opener >= 0 or len(open_heads) < 2
        out.append(Content({}, {}) if alone else _content(part, texts[at], authors, open_heads))
    return out


class _Words(NamedTuple):
    """Hold the sequences of two and of three signs of a text, packed into numbers and sorted, and their counts.

    Behind the last one stands `_LAST`, which no text holds, with a count of 0.
    """

    grams: npt.NDArray[np.uint64]
    counts: npt.NDArray[np.intp]
    size: int


@dataclass(frozen=True)
class _Head:
    """Hold the text under a byline and whether it breaks off; its words are counted when they are asked for."""

    text: str
    breaks_off: bool

    @cached_property
    def words(self) -> _Words:
        return _words(self.text)


def _content(part: Part, text: str, authors: Sequence[Author], heads: Mapping[int, _Head]) -> Content:
    head_texts = {a: head.text for a, head in heads.items()}
    titles = _title_evidence(part.title if part.cue == "title" else "", head_texts)
    tied = _place_evidence(text, authors, head_texts)
    names = {a: titles[a] + tied[a] for a in heads}
    broken = any(head.breaks_off for head in list(heads.values())[:-1])
    if part.cue == "open" and not broken and not any(names.values()):
        return Content({}, names)
    words = _words(text)
    if not words.size:
        return Content(dict.fromkeys(heads, 0.0), names)
    return Content(_word_evidence(words, {a: head.words for a, head in heads.items()}), names)


def _words(text: str) -> _Words:
    """Return the counted sequences of a text's first signs, each inside one run of letters."""
    line = "\n".join(_RUN.findall(text[:WORDS_SAMPLE]))
    codes = np.frombuffer(line.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    pairs = codes[:-1] << _SIGN | codes[1:]
    triples = pairs[:-1] << _SIGN | codes[2:]
    letters = codes != _LINE_END
    inside = letters[:-1] & letters[1:]
    both = np.concatenate((pairs[inside], triples[inside[:-1] & letters[2:]], _LAST))
    both.sort()
    ends = (both[1:] != both[:-1]).nonzero()[0]  # where each but the last one stands for the last time
    counts = np.zeros(len(ends) + 1, dtype=np.intp)
    counts[:-1] = ends
    counts[1:-1] -= ends[:-1]
    counts[:1] += len(ends) > 0
    return _Words(np.concatenate((both[ends], _LAST)), counts, len(both) - 1)


def _held(part: _Words, mine: _Words) -> npt.NDArray[np.intp]:
    """Return how often each sequence of a part stands in an author's text, 0 for the one behind the last."""
    places = mine.grams.searchsorted(part.grams)
    held: npt.NDArray[np.intp] = mine.counts[places] * (mine.grams[places] == part.grams)
    return held


def _word_evidence(part: _Words, known: Mapping[int, _Words]) -> dict[int, float]:
    """Return the log-likelihood of a part's words under each author's, smoothed by those of all, against the best.

    Dirichlet smoothing (Zhai and Lafferty 2004); divided by the root of the number of sequences told apart.
    """
    everything = sum(mine.size for mine in known.values()) or 1
    floors = [log(mine.size + SMOOTHING) for mine in known.values()]
    rows = [_held(part, mine) for mine in known.values()]
    packed = rows[0]
    for row in rows[1:]:
        packed = packed << _COUNT | row
    shared = packed.nonzero()[0]
    times: Counter[int] = Counter()
    for both, number in Counter((packed[shared] << 3 | np.minimum(part.counts[shared], 4)).tolist()).items():
        times[both >> 3] += (both & 7) * number
    shifts = range(_COUNT * (len(rows) - 1), -1, -_COUNT)
    scores = [0.0] * len(floors)
    for held, count in sorted(times.items()):
        counts = [held >> shift & _MOST for shift in shifts]
        share = SMOOTHING * sum(counts) / everything
        for i, mine in enumerate(counts):
            scores[i] += count * (log(mine + share) - floors[i])
    best, told = max(scores), max(1, len(shared))
    return {a: WORD_WEIGHT * (score - best) / told**0.5 for a, score in zip(known, scores, strict=True)}


def _title_evidence(title: str, heads: Mapping[int, str]) -> dict[int, float]:
    """Return how many pairs of signs of the title in front stand in one author's text and in no other's."""
    counts = dict.fromkeys(heads, 0)
    pairs = {run[at : at + 2] for run in _RUN.findall(title) for at in range(len(run) - 1)} if title else ()
    for pair in pairs:
        holders = [a for a, text in heads.items() if pair in text]
        if len(holders) == 1:
            counts[holders[0]] += 1
    return {a: min(2.0, 0.7 * count) for a, count in counts.items()}


def _place_evidence(text: str, authors: Sequence[Author], heads: Mapping[int, str]) -> dict[int, float]:
    """Return what places and fields of the bylines say: those no rival has, neither in the byline nor in the text."""
    out = {}
    for a in heads:
        rivals = [b for b in heads if b != a]
        value = 0.0
        for place in authors[a].places:
            if not any(place in authors[b].places or place in heads[b] for b in rivals):
                value += min(2.0, 1.2 * text.count(place))
        for word in authors[a].fields:
            if text.count(word) > 1 and not any(word in authors[b].fields or word in heads[b] for b in rivals):
                value += 0.5
        out[a] = min(4.0, value)
    return out

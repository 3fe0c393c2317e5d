"""What the text of a part says for each open author: its words, the places and fields of the byline, its title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import NamedTuple

import regex

from corpus_cli.split.parts import Part
from corpus_cli.split.pieces import Piece
from corpus_cli.text.offices import fields, places

MOST_OPEN = 8  # authors that may go on at one time
MOST_PARTS = 40  # parts of one author that are looked at
WORD_WEIGHT = 0.4
SMOOTHING = 200
_RUN = regex.compile(r"[\p{Han}\p{L}\p{N}]+")


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
    return "\n".join([part.title, *(pieces[index].text for index in part.pieces if not pieces[index].copied)])


def contents_of(
    parts: Sequence[Part], texts: Sequence[str], authors: Sequence[Author], owners: Sequence[int]
) -> list[Content]:
    """Return what the text of each part says for each author that may own it, known by the texts of other runs."""
    runs = _runs(parts, owners)
    counts: dict[int, Counter[str]] = {}
    opened: list[int] = []
    out: list[Content] = []
    for at, part in enumerate(parts):
        if part.opener >= 0 and part.opener not in opened:
            opened.append(part.opener)
        rivals = opened[-MOST_OPEN:]
        if part.opener >= 0 or len(rivals) < 2:
            out.append(Content({}, {}))
            continue
        own = {a: [i for i in runs.get(a, ()) if parts[i].opener >= 0 or _apart(owners, i, at)] for a in rivals}
        for i in {at, *(i for mine in own.values() for i in mine)}:
            counts.setdefault(i, _grams(texts[i]))
        words = _word_evidence(counts[at], {a: sum((counts[i] for i in own[a]), Counter()) for a in rivals})
        heads = {a: "\n".join(texts[i] for i in own[a]) for a in rivals}
        titles = _title_evidence(part.title if part.cue == "title" else "", heads)
        tied = _place_evidence(texts[at], authors, heads)
        out.append(Content(words, {a: titles[a] + tied[a] for a in rivals}))
    return out


def _runs(parts: Sequence[Part], owners: Sequence[int]) -> dict[int, list[int]]:
    """Return for each author the parts given so far, at most `MOST_PARTS` so that long pages stay linear."""
    runs: dict[int, list[int]] = {}
    for at in range(len(parts)):
        mine = runs.setdefault(owners[at], [])
        if len(mine) < MOST_PARTS:
            mine.append(at)
    return runs


def _apart(owners: Sequence[int], one: int, other: int) -> bool:
    """Return whether a part of another author stands between two parts: what goes on without a break proves nothing."""
    low, high = sorted((one, other))
    return any(owners[at] != owners[one] for at in range(low, min(high, low + MOST_PARTS)))


def _grams(text: str) -> Counter[str]:
    """Return how often each sequence of two and of three signs stands in a text."""
    grams: Counter[str] = Counter()
    for run in _RUN.findall(text):
        grams.update(run[at : at + 2] for at in range(len(run) - 1))
        grams.update(run[at : at + 3] for at in range(len(run) - 2))
    return grams


def _word_evidence(grams: Counter[str], known: Mapping[int, Counter[str]]) -> dict[int, float]:
    """Return the log-likelihood of a part's words under each author's, smoothed by those of all, against the best.

    Dirichlet smoothing (Zhai and Lafferty 2004); divided by the root of the number of sequences told apart.
    """
    total: Counter[str] = sum(known.values(), Counter())
    everything, sizes = sum(total.values()) or 1, {a: sum(mine.values()) for a, mine in known.items()}
    score = dict.fromkeys(known, 0.0)
    told = 0
    for gram, count in grams.items():
        if gram in total:
            told += 1
            for a, mine in known.items():
                mass = mine[gram] + SMOOTHING * total[gram] / everything
                score[a] += min(count, 4) * log(mass / (sizes[a] + SMOOTHING))
    best = max(score.values())
    return {a: WORD_WEIGHT * (value - best) / max(1, told) ** 0.5 for a, value in score.items()}


def _title_evidence(title: str, heads: Mapping[int, str]) -> dict[int, float]:
    """Return how many pairs of signs of the title in front stand in one author's text and in no other's."""
    pairs = {run[at : at + 2] for run in _RUN.findall(title) for at in range(len(run) - 1)}
    return {
        a: min(2.0, 0.7 * sum(pair in mine and not any(pair in heads[b] for b in heads if b != a) for pair in pairs))
        for a, mine in heads.items()
    }


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

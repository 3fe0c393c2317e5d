"""Say which lines of many texts can hold copies, by one exact test over all of them in a few passes of numpy.

The rules on repeats compare clauses, sentences and paragraphs, which is dear; nearly no line holds a copy.  A copy
ends (or begins) in the very signs its original has there, so the lines are few in which two stretches do.  The
test is wrong only by naming a line too many, never by leaving one out.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from corpus_cli.clean.joined import Array, Latest, behind, blanks, joined, table_of

CLAUSE_MARKS = "，、；。：,;.:！？!?\n"
_SENTENCE_MARKS = "。！？!?.\n"
_CLOSERS = "”’」』）)\"'"
LEAST_TWICE = 7
"""How many signs at least a stretch of clauses has that may not stand twice."""

LEAST_OFTEN = 3
"""How many signs at least a stretch of clauses has that may not stand three times."""

MOST_CLAUSES = 6
"""How many clauses a stretch has at most that stands again behind itself."""

SHORTEST_PARAGRAPH = 24
SHORTEST_NEAR = 24
"""How many signs a sentence has at least that may be a misread copy of the one before it."""

FEW = 4
"""In how many signs such a copy begins or ends as its original does."""

_SHORTEST_PART = 10
_KEY = 7
# Of the signs of a key every other one is compared.
_COMPARED = range(0, _KEY, 2)


class Twins(NamedTuple):
    """Hold, for one text, where the lines start (code points) that can hold copies."""

    clauses: Sequence[int] = ()
    sentences: Sequence[int] = ()
    paragraphs: Sequence[int] = ()


class _Marks(NamedTuple):
    """Hold the places of all marks in the joined texts, and the number of the line each stands in."""

    codes: Array
    places: Array
    ends_sentence: Array
    line: Array
    line_ends: Array


def line_at(text: str, start: int) -> str:
    """Return the line of a text that starts at a place, without its line end."""
    end = text.find("\n", start)
    return text[start : end if end >= 0 else None]


def _twins(texts: Sequence[str]) -> list[Twins]:
    """Return for every text the lines that can hold copies."""
    all_texts = joined(texts)
    text = all_texts.text
    marks = _marks(all_texts.codes)
    clauses = _clause_lines(text, marks)
    sentences = _sentence_lines(marks)
    paragraphs = _paragraph_lines(text, marks)
    parted = [all_texts.by_text(found) for found in (clauses, sentences, paragraphs)]
    all_twins = [Twins()] * len(texts)
    for number in set().union(*parted):
        all_twins[number] = Twins(*(found.get(number, ()) for found in parted))
    return all_twins


twins = Latest(_twins)
"""Return for every text the lines that can hold copies."""


def _marks(codes: Array) -> _Marks:
    """Return the marks of the joined texts."""
    # Comparisons are four times as fast as a table, so that the table is asked for few signs only.
    places = np.flatnonzero(((codes < 64) & (codes != 32)) | (codes - np.uint16(0x3001) < 2) | (codes > 0xFF00))
    kinds = _kinds()[codes[places]]
    is_mark = kinds != 0
    places, kinds = places[is_mark], kinds[is_mark]
    is_line_end = kinds == 3
    line = np.cumsum(is_line_end)
    return _Marks(codes, places, kinds >= 2, line, places[is_line_end])


@lru_cache(maxsize=1)
def _kinds() -> Array:
    """Return for every code 3 where it ends a line, 2 a sentence, 1 a clause, else 0."""
    kinds = np.zeros(1 << 16, np.uint8)
    for signs, kind in ((CLAUSE_MARKS, 1), (_SENTENCE_MARKS, 2), ("\n", 3)):
        kinds[[ord(sign) for sign in signs]] = kind
    kinds.flags.writeable = False
    return kinds


def _clause_lines(text: str, marks: _Marks) -> Array:
    """Return where the lines start in which a stretch of clauses may stand again directly behind itself.

    The first clause of a stretch may be longer at its beginning than its copy.
    """
    codes, places = marks.codes, marks.places
    is_clause = np.diff(places) > 1
    line = marks.line[:-1][is_clause]
    starts = behind(codes, places[:-1][is_clause] + 1, blanks())
    lasts = behind(codes, places[1:][is_clause] - 1, blanks(), -1)
    sizes = lasts - starts + 1
    if sizes.min(initial=1) < 1:
        has_text = sizes > 0
        starts, lasts, sizes, line = starts[has_text], lasts[has_text], sizes[has_text], line[has_text]
    key = codes[lasts].astype(np.int64) | line << 48
    key |= np.where(sizes > 1, codes[lasts - 1], 0).astype(np.int64) << 16
    key |= np.where(sizes > 2, codes[lasts - 2], 0).astype(np.int64) << 32
    firsts, seconds = _stretches(key, sizes)
    columns = starts[firsts], lasts[firsts], starts[seconds], lasts[seconds], marks.line_ends[line[seconds] - 1] + 1
    spans = zip(*(column.tolist() for column in columns), strict=True)
    found = {begin for a, b, c, d, begin in spans if text.endswith(text[c : d + 1], a, b + 1)}
    return np.array(sorted(found), np.int64)


def _stretches(key: Array, sizes: Array) -> tuple[Array, Array]:
    """Return where stretches of clauses begin that have the same keys as those behind them, and where their copies do.

    Only those are given that are long enough for a rule that knows how often they stand there.
    """
    found: list[Array] = []
    before = np.cumsum(np.append(0, sizes))
    for back in range(1, MOST_CLAUSES + 1):
        equal = same = key[back:] == key[:-back]
        for on in range(1, back):
            same = same[:-1] & equal[on:]
        firsts = np.flatnonzero(same)
        signs = before[firsts + 2 * back] - before[firsts + back]
        again = np.append(same, np.zeros(back, bool))[firsts + back]
        found.append(firsts[(signs >= LEAST_TWICE) | (again & (signs >= LEAST_OFTEN))])
    seconds = [firsts + back for back, firsts in enumerate(found, 1)]
    return np.concatenate(found), np.concatenate(seconds)


def _sentence_lines(marks: _Marks) -> Array:
    """Return where the lines start in which two parts between end marks begin or end in the same signs."""
    codes = marks.codes
    places, line = marks.places[marks.ends_sentence], marks.line[marks.ends_sentence]
    is_part = np.diff(places) > _SHORTEST_PART
    starts, ends, line = places[:-1][is_part] + 1, places[1:][is_part], line[:-1][is_part]
    has_other = np.zeros(len(line), bool)
    has_other[1:] = beside = line[1:] == line[:-1]
    has_other[:-1] |= beside
    starts, ends, line = starts[has_other], ends[has_other], line[has_other]
    heads = _heads(codes, starts)
    keys = np.concatenate((_key(codes, ends - _KEY, line), _key(codes, heads, ~line)))
    beside_alike = _beside_alike(codes, heads, ends, line)
    lines: Array = np.unique(line[np.concatenate((_twice(keys) % max(1, len(line)), beside_alike))])
    starts_of_lines: Array = marks.line_ends[lines - 1] + 1
    return starts_of_lines


def _beside_alike(codes: Array, heads: Array, ends: Array, line: Array) -> Array:
    """Return the parts of which the one behind is about as long, and begins or ends in the same few signs."""
    sizes = ends - heads
    short, long = np.minimum(sizes[1:], sizes[:-1]), np.maximum(sizes[1:], sizes[:-1])
    near = np.flatnonzero((short >= SHORTEST_NEAR) & (8 * (long - short) <= long) & (line[1:] == line[:-1]))
    head, tail = np.ones(len(near), bool), np.ones(len(near), bool)
    for on in range(FEW):
        head &= codes[heads[near] + on] == codes[heads[near + 1] + on]
        tail &= codes[ends[near] - 1 - on] == codes[ends[near + 1] - 1 - on]
    return near[head | tail]


def _twice(keys: Array) -> Array:
    """Return the places of keys that stand twice, one of each two at least."""
    # The last key of each slot is compared with all others of the slot; the few that differ from it are sorted.
    slots = (keys >> np.uint64(48)).astype(np.int64)
    last = np.empty(1 << 16, np.int64)
    places = np.arange(len(keys))
    last[slots] = places
    rivals = last[slots]
    other = np.flatnonzero(rivals != places)
    same = keys[rivals[other]] == keys[other]
    rest = other[~same]
    rest = rest[np.argsort(keys[rest])]
    again = rest[1:][keys[rest[1:]] == keys[rest[:-1]]]
    return np.concatenate((other[same], again))


def _key(codes: Array, starts: Array, line: Array) -> Array:
    """Return a hash of the signs from each start on and of the line."""
    key = line.astype(np.uint64)
    for at in _COMPARED:
        key *= np.uint64(0x9E3779B97F4A7C15)
        key += codes[starts + at]
    return key


def _heads(codes: Array, starts: Array) -> Array:
    """Return where the parts begin behind the closing signs and the blanks at their starts."""
    starts = behind(codes, starts, _closers())
    blank = codes[starts] <= ord(" ")
    starts[blank] = behind(codes, starts[blank], blanks())
    return np.minimum(starts, len(codes) - _KEY)


@lru_cache(maxsize=1)
def _closers() -> Array:
    """Return which codes close a quotation or bracket."""
    return table_of(_CLOSERS)


def _paragraph_lines(text: str, marks: _Marks) -> Array:
    """Return where the lines start that can be a copy of the line before them, blank lines left aside."""
    starts, ends = marks.line_ends[:-1] + 1, marks.line_ends[1:]
    sizes = ends - starts
    is_long = sizes >= SHORTEST_PARAGRAPH
    starts, ends, sizes = starts[is_long], ends[is_long], sizes[is_long]
    short, long = np.minimum(sizes[:-1], sizes[1:]), np.maximum(sizes[:-1], sizes[1:])
    pairs = np.flatnonzero(short >= 0.8 * long)
    columns = starts[pairs], ends[pairs], starts[pairs + 1], ends[pairs + 1]
    spans = zip(*(column.tolist() for column in columns), strict=True)
    return np.array([c for a, b, c, d in spans if look_alike(text[a:b], text[c:d])], np.int64)


def look_alike(first: str, second: str) -> bool:
    """Return whether two paragraphs begin alike, end alike, or are alike in the middle.

    A near copy of forty signs and more whose first, last and middle signs are all misread is not found.
    """
    if first[:6] == second[:6] or first[-6:] == second[-6:]:
        return True
    middle = len(first) // 2
    return first[middle : middle + 6] in second

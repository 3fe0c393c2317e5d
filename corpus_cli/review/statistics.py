"""Describe a corpus in figures: how much, how long, in which scripts, of which kinds, by whom, and what repeats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import regex
import xxhash

from corpus_cli.review.folder import field as field_of
from corpus_cli.text.paragraphs import paragraphs

# What a character is, by script; what none of these is counts as sign.
SCRIPTS = {
    "Han": r"\p{Han}",
    "Latin": r"\p{Latin}",
    "Kana": r"[\p{Hiragana}\p{Katakana}]",
    "Hangul": r"\p{Hangul}",
    "Cyrillic": r"\p{Cyrillic}",
    "Arabic": r"\p{Arabic}",
    "digits": r"\p{N}",
    "blanks": r"\s",
    "other letters": r"\p{L}",
}
_SCRIPTS = [(name, regex.compile(pattern)) for name, pattern in SCRIPTS.items()]
# Steps of the length histograms: three to each power of ten.
_STEPS = (1, 2, 5)
# Shorter paragraphs repeat by nature (page numbers, 掌声).
_SHORTEST = 12


@dataclass(frozen=True, slots=True)
class Bin:
    """Hold how many texts have a length from `low` (inclusive) to `high` (exclusive), in code points."""

    low: int
    high: int
    count: int


@dataclass(frozen=True, slots=True)
class Share:
    """Hold how many items and characters a kind or a speaker has."""

    name: str
    count: int
    characters: int


@dataclass(frozen=True, slots=True)
class Repeated:
    """Hold a paragraph that stands in the corpus more than once, and where it stood first."""

    text: str
    count: int
    first: str


@dataclass(frozen=True, slots=True)
class Statistics:
    """Hold the figures of a corpus; lists are sorted from the largest down, ties by name."""

    records: int
    empty: int
    characters: int
    paragraphs: int
    lengths: tuple[Bin, ...]
    paragraph_lengths: tuple[Bin, ...]
    median: int
    longest: tuple[str, int]
    scripts: tuple[Share, ...]
    kinds: tuple[Share, ...]
    speakers: tuple[Share, ...]
    repeated: tuple[Repeated, ...]


@dataclass
class _Figures:
    """Collect the figures record by record."""

    records: int = 0
    longest: tuple[str, int] = ("", 0)
    lengths: Counter[int] = field(default_factory=Counter)
    paragraph_lengths: Counter[int] = field(default_factory=Counter)
    scripts: Counter[str] = field(default_factory=Counter)
    kinds: dict[str, list[int]] = field(default_factory=dict)
    speakers: dict[str, list[int]] = field(default_factory=dict)
    paragraphs: dict[int, list[Any]] = field(default_factory=dict)

    def add(self, name: str, text: str, row: Mapping[str, Any]) -> None:
        """Count one record."""
        self.records += 1
        self.lengths[len(text)] += 1
        if len(text) > self.longest[1]:
            self.longest = (name, len(text))
        self.scripts.update(script_counts(text))
        speaker = row.get("speaker")
        who = str(speaker.get("name", "")) if isinstance(speaker, Mapping) else ""
        for shares, key in ((self.kinds, str(row.get("kind", ""))), (self.speakers, who)):
            if key:
                share = shares.setdefault(key, [0, 0])
                share[0] += 1
                share[1] += len(text)
        self._count_paragraphs(name, text)

    def _count_paragraphs(self, name: str, text: str) -> None:
        for start, end in paragraphs(text):
            self.paragraph_lengths[end - start] += 1
            if end - start >= _SHORTEST:
                key = xxhash.xxh3_64_intdigest(text[start:end].encode("utf-8", "surrogatepass"))
                seen = self.paragraphs.setdefault(key, [0, name, start, end])
                seen[0] += 1
                if seen[0] == 2:
                    seen.append(text[start:end])


def statistics(
    rows: Iterable[Mapping[str, Any]], *, text_key: str = "text", id_key: str = "id", most: int = 20
) -> Statistics:
    """Return the figures of records or blocks, with the `most` repeated paragraphs.

    Reads the rows once; holds a number and a place for every paragraph, and the text of those that repeat.
    """
    figures = _Figures()
    for row in rows:
        fields = dict(row)
        figures.add(field_of(fields, id_key), field_of(fields, text_key), fields)
    return Statistics(
        records=figures.records,
        empty=figures.lengths[0],
        characters=sum(length * count for length, count in figures.lengths.items()),
        paragraphs=figures.paragraph_lengths.total(),
        lengths=_histogram(figures.lengths),
        paragraph_lengths=_histogram(figures.paragraph_lengths),
        median=_median(figures.lengths),
        longest=figures.longest,
        scripts=_sorted(Share(name, 0, count) for name, count in figures.scripts.items()),
        kinds=_sorted(Share(name, *counts) for name, counts in figures.kinds.items()),
        speakers=_sorted(Share(name, *counts) for name, counts in figures.speakers.items()),
        repeated=_most_repeated(figures.paragraphs, most),
    )


def script_counts(text: str) -> dict[str, int]:
    """Return how many characters of each script a text has; signs are what no script claims.

    >>> script_counts("第3期 OCR，")
    {'Han': 2, 'Latin': 3, 'digits': 1, 'blanks': 1, 'signs': 1}
    """
    counts: dict[str, int] = {}
    rest = text
    for name, pattern in _SCRIPTS:
        if not rest:
            break
        rest, number = pattern.subn("", rest)
        if number:
            counts[name] = number
    if rest:
        counts["signs"] = len(rest)
    return counts


def _histogram(lengths: Mapping[int, int]) -> tuple[Bin, ...]:
    """Return counts in bins 0, 1–, 2–, 5–, 10–, 20–, 50– …, from the first to the last that holds something."""
    counts: Counter[tuple[int, int]] = Counter()
    for length, count in lengths.items():
        counts[_bin(length)] += count
    if not counts:
        return ()
    low, last = min(counts)[0], max(counts)
    out: list[Bin] = []
    while low <= last[0]:
        place = _bin(low)
        out.append(Bin(*place, counts[place]))
        low = place[1]
    return tuple(out)


def _bin(length: int) -> tuple[int, int]:
    if length == 0:
        return 0, 1
    power: int = 10 ** (len(str(length)) - 1)
    low = max(step for step in _STEPS if step * power <= length)
    high = next((step for step in _STEPS if step > low), 10)
    return low * power, high * power


def _median(lengths: Mapping[int, int]) -> int:
    half = (sum(lengths.values()) + 1) // 2
    for length in sorted(lengths):
        half -= lengths[length]
        if half <= 0:
            return length
    return 0


def _sorted(shares: Iterable[Share]) -> tuple[Share, ...]:
    return tuple(sorted(shares, key=lambda share: (-share.characters, share.name)))


def _most_repeated(seen: Mapping[int, list[Any]], most: int) -> tuple[Repeated, ...]:
    found = (Repeated(entry[4], entry[0], entry[1]) for entry in seen.values() if entry[0] > 1)
    return tuple(sorted(found, key=lambda item: (-item.count, item.text))[:most])

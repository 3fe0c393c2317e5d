"""The blocks of a document as spans of its characters, with who speaks in them."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from rapidfuzz import fuzz

from corpus_cli.errors import BadRecord
from corpus_cli.evaluate.rows import Row, number_in

NO_START = frozenset({"title", "caption", "furniture"})
"""Kinds that open no turn, whoever the row names as speaker."""

SOFT = frozenset({"title", "caption", "credit", "reaction", "procedure", "furniture", "other"})
"""Kinds that, without a speaker, interrupt no turn and are not scored."""


def folded(name: str) -> str:
    """Return a name as it is compared: NFKC, case folded, letters and digits only.

    >>> folded("Ｍr. O'Hara ")
    'mrohara'
    """
    return "".join(sign for sign in unicodedata.normalize("NFKC", name).casefold() if sign.isalnum())


@dataclass(frozen=True, slots=True)
class Span:
    """Hold one block: its place (code points, end exclusive), its kind and who speaks, names as they are compared."""

    start: int
    end: int
    kind: str
    name: str
    role: str
    names: frozenset[str]
    article: str
    text: str
    confidence: float = 1.0

    @property
    def who(self) -> str:
        """Return what tells this speaker from others: the name, else the role; empty for nobody."""
        return self.name or self.role

    @property
    def soft(self) -> bool:
        """Say whether this block is not scored: a title, caption, applause and the like that nobody speaks."""
        return not self.who and self.kind in SOFT

    def has_name(self, name: str) -> bool:
        """Say whether `name` is this speaker's, an alias or the printed marker; nobody's is the empty name."""
        return name in self.names if self.name else not name

    def has_role(self, role: str) -> bool:
        """Say whether `role` is this one, holds it (three signs or more) or is at least 90 % the same (rapidfuzz)."""
        held = len(self.role) >= 3 and self.role in role
        return bool(role) and (held or fuzz.ratio(role, self.role) >= 90)


def documents(rows: Iterable[Row], name: str) -> dict[str, list[Span]]:
    """Return the blocks by document, each list in order of place; `name` says in errors which rows these are.

    Rows are those of `corpus split` or `corpus run`; `source_start` and `source_end` go before `start` and `end`,
    since they count in the text as it came in.  Raises BadRecord where a row lacks its document or its place.
    """
    found: dict[str, list[Span]] = {}
    for number, row in enumerate(rows, 1):
        where = f"{name}, row {number}"
        document = row.get("doc_id") or str(row.get("id", "")).partition("#")[0]
        if not document:
            raise BadRecord("a row has no `doc_id`", where=where, remedy="Give the rows that `corpus split` writes.")
        found.setdefault(str(document), []).append(_span(row, where))
    return {document: sorted(spans, key=lambda span: span.start) for document, spans in found.items()}


def _span(row: Row, where: str) -> Span:
    prefix = "source_" if "source_start" in row else ""
    start, end = number_in(row, f"{prefix}start", where), number_in(row, f"{prefix}end", where)
    text = str(row.get("text") or "")
    if not prefix and text:
        start += len(text) - len(text.lstrip())
        end -= len(text) - len(text.rstrip())
    who = row.get("speaker")
    speaker: Mapping[str, Any] = who if isinstance(who, Mapping) else {"name": who}
    name = folded(str(speaker.get("name") or ""))
    others = [row.get("printed") or "", *(row.get("aliases") or ())]
    return Span(
        start=start,
        end=max(start, end),
        kind=str(row.get("kind") or ""),
        name=name,
        role=folded(str(speaker.get("role") or "")),
        names=frozenset({name, *map(folded, others)} - {""}),
        article=str(row.get("article") or ""),
        text=text.strip(),
        confidence=float(row.get("confidence", 1.0)),
    )


def runs(spans: Sequence[Span], joined: Callable[[Span, Span], bool]) -> list[Span]:
    """Return the turns: neighbours with one speaker as one span where `joined(turn so far, next)` holds."""
    turns: list[Span] = []
    for span in spans:
        if not span.who or span.kind in NO_START:
            continue
        if turns and turns[-1].who == span.who and joined(turns[-1], span):
            last = turns[-1]
            turns[-1] = replace(last, end=max(last.end, span.end), names=last.names | span.names)
        else:
            turns.append(span)
    return turns


class Signs:
    """Count the characters of some blocks that are not white space; a block whose text is not given counts whole."""

    def __init__(self, spans: Iterable[Span]) -> None:
        places: list[int] = []
        for span in spans:
            known = len(span.text) == span.end - span.start
            places.extend(
                span.start + n for n in range(span.end - span.start) if not (known and span.text[n].isspace())
            )
        self._places = sorted(places)

    def between(self, start: int, end: int) -> int:
        """Return how many there are from `start` to `end`."""
        return max(0, bisect_left(self._places, end) - bisect_left(self._places, start))


Overlap: TypeAlias = "tuple[Span, Span | None, int]"
"""A gold block, the predicted block over it or None, and how many characters they share."""


def overlaps(gold: Sequence[Span], pred: Sequence[Span]) -> list[Overlap]:
    """Return the characters of each gold block by the predicted block they lie in, white space left out.

    Where predicted blocks overlap, the first has the characters.
    """
    signs = Signs(gold)
    shared: list[Overlap] = []
    first = 0
    for want in gold:
        place = want.start
        while first < len(pred) and pred[first].end <= want.start:
            first += 1
        n = first
        while n < len(pred) and pred[n].start < want.end:
            start, end = max(place, pred[n].start), min(want.end, pred[n].end)
            if start < end:
                shared += [(want, None, signs.between(place, start)), (want, pred[n], signs.between(start, end))]
                place = end
            n += 1
        shared.append((want, None, signs.between(place, want.end)))
    return [item for item in shared if item[2]]

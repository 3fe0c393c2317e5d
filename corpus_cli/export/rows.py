"""A block as it comes from the wire: what we know of it, and the document's own fields beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from corpus_cli.errors import BadRecord
from corpus_cli.record import Json

OURS = (
    "id",
    "doc_id",
    "seq",
    "kind",
    "speaker",
    "printed",
    "headings",
    "article",
    "article_seq",
    "continues",
    "start",
    "end",
    "page",
    "confidence",
    "text",
)
"""The fields of a block, in the order of the wire."""

STRINGS = ("id", "doc_id", "kind", "printed", "article", "continues")
LEAD = 8
"""Code points that may stand before the name in a marker: heading marks, stars, brackets, a list number."""

CLOSING = " \t\n　*:：.】]；;—"
"""Signs that close a marker."""

NUMBERS = ("seq", "article_seq", "start", "end", "page")


@dataclass(frozen=True, slots=True)
class Block:
    """Hold one block; unknown is the empty string or 0, `speaker` is (name, role, org, place).

    `number` counts the rows from 1.
    """

    number: int
    id: str
    doc_id: str
    seq: int
    kind: str
    speaker: tuple[str, str, str, str]
    printed: str
    headings: tuple[str, ...]
    article: str
    article_seq: int
    continues: str
    start: int
    end: int
    page: int
    confidence: float
    text: str
    own: Mapping[str, Json]

    @property
    def name(self) -> str:
        """Return the speaker's name."""
        return self.speaker[0]

    @property
    def role(self) -> str:
        """Return the speaker's office."""
        return self.speaker[1]

    @property
    def who(self) -> str:
        """Return what tells this speaker from others: the name, else the office."""
        return self.name or self.role

    @property
    def marker(self) -> str:
        """Return the marker with the colon or point that closes it, as it stands before the text of a turn."""
        start = self.text.find(self.printed) if self.printed else -1
        if start < 0 or start > LEAD or any(sign.isalpha() for sign in self.text[:start]):
            return ""
        rest = self.text[start + len(self.printed) :]
        return self.text[: len(self.text) - len(rest.lstrip(CLOSING))]

    @property
    def said(self) -> str:
        """Return the text without its marker."""
        return self.text[len(self.marker) :]


def blocks(rows: Iterable[Mapping[str, Any]]) -> Iterator[Block]:
    """Yield the blocks of rows that `corpus split` wrote, blank ones left out, their text without outer blanks.

    Raises BadRecord where a row lacks the fields of a block.
    """
    for number, row in enumerate(rows, 1):
        missing = next((name for name in ("id", "doc_id", "kind", "text") if not isinstance(row.get(name), str)), None)
        if missing:
            remedy = "Export takes the rows that `corpus split` writes."
            raise BadRecord(f"a block needs the string `{missing}`", where=f"row {number}", remedy=remedy)
        if text := row["text"].strip():
            yield _block(number, row, text)


def _block(number: int, row: Mapping[str, Any], text: str) -> Block:
    who = row.get("speaker")
    speaker = who if isinstance(who, Mapping) else {"name": who}
    name, role, org, place = (str(speaker.get(part) or "") for part in ("name", "role", "org", "place"))
    parts: dict[str, Any] = {part: str(row.get(part) or "") for part in STRINGS}
    parts |= {part: int(row.get(part) or 0) for part in NUMBERS}
    return Block(
        number=number,
        **parts,
        speaker=(name, role, org, place),
        headings=tuple(map(str, row.get("headings") or ())),
        confidence=float(row.get("confidence") or 0),
        text=text,
        own={key: value for key, value in row.items() if key not in OURS},
    )


def documents(found: Iterable[Block]) -> Iterator[list[Block]]:
    """Yield the blocks of one document after the other; holds one document.

    Raises BadRecord where a document comes back after another.
    """
    seen: set[str] = set()
    for doc_id, group in groupby(found, key=lambda block: block.doc_id):
        if doc_id in seen:
            remedy = "Sort the rows by document first."
            raise BadRecord(f"blocks of document {doc_id!r} stand in two places", remedy=remedy)
        seen.add(doc_id)
        yield list(group)

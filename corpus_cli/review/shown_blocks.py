"""Documents, blocks and speakers as the page shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from corpus_cli.review.books import Books
from corpus_cli.review.folder import Row, RunFolder
from corpus_cli.review.limits import Limits, Names

# What a block shows where the page has no room for its whole text.
_OPENING = 60
_COLUMNS = (
    *("doc", "kind", "speaker", "article", "seq", "start", "end", "sourceStart", "sourceEnd"),
    *("page", "confidence", "printed", "path", "why", "text", "whole"),
)


def shown_documents(books: Books, names: Names, limits: Limits) -> dict[str, Any]:
    """Return columns of documents: lengths, edits, removed paragraphs, blocks."""
    shown = list(books.documents)[: limits.documents]
    lengths = [books.documents[name] for name in shown]
    return {
        "total": len(books.documents),
        "name": [names.number(name) for name in shown],
        "read": [item.read for item in lengths],
        "kept": [item.kept for item in lengths],
        "edits": [books.ledger.by_document[name] for name in shown],
        "removed": [books.removed[name] for name in shown],
        "blocks": [books.blocks[name] for name in shown],
    }


def shown_blocks(run: RunFolder, names: Names, speakers: Names, limits: Limits) -> dict[str, Any]:
    """Return columns of blocks, documents in order, until the page is full; texts become openings when they are many.

    `whole` tells of each block whether its text is there in full.
    """
    kinds, articles, paths = Names(), Names([""]), Names([""])
    rows: list[list[Any]] = []
    total = room = 0
    for row in run.rows("blocks"):
        total += 1
        if total > limits.blocks:
            continue
        text = str(row["text"])
        room += len(text)
        whole = room <= limits.characters
        rows.append(
            [
                names.number(str(row["doc_id"])),
                kinds.number(str(row["kind"])),
                speakers.number(speaker_name(row)),
                articles.number(str(row.get("article") or "")),
                row.get("article_seq", 0),
                *_span(row),
                row.get("page", 0),
                round(float(row.get("confidence", 0)), 2),
                str(row.get("printed", "")),
                paths.number(" › ".join(row.get("headings", ()))),
                str(row.get("why", "")),
                text if whole else text.strip()[:_OPENING],
                int(whole),
            ]
        )
    found = {column: [row[n] for row in rows] for n, column in enumerate(_COLUMNS)}
    return {**found, "total": total, "kinds": kinds.list(), "articles": articles.list(), "paths": paths.list()}


def _span(row: Row) -> tuple[int, int, int, int]:
    start, end = int(row["start"]), int(row["end"])
    return start, end, int(row.get("source_start", start)), int(row.get("source_end", end))


def speaker_name(row: Row) -> str:
    """Return the name of a block's speaker, "" for none."""
    speaker = row.get("speaker")
    return str(speaker.get("name", "")) if isinstance(speaker, dict) else ""


@dataclass(slots=True)
class _Share:
    """Collect what one speaker has."""

    blocks: int = 0
    characters: int = 0
    confidence: float = 0.0
    least: float = 1.0
    documents: set[str] = field(default_factory=set)
    roles: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    variants: Counter[str] = field(default_factory=Counter)

    def add(self, row: Row) -> None:
        """Count one block."""
        confidence = float(row.get("confidence", 0))
        speaker = row["speaker"]
        self.blocks += 1
        self.characters += int(row["end"]) - int(row["start"])
        self.confidence += confidence
        self.least = min(self.least, confidence)
        self.documents.add(str(row["doc_id"]))
        self.roles[tuple(str(speaker.get(name, "")) for name in ("role", "org", "place"))] += 1  # type: ignore[index]
        if row.get("printed"):
            self.variants[" ".join(str(row["printed"]).split())] += 1


def shown_speakers(run: RunFolder, limits: Limits) -> dict[str, Any]:
    """Return the speakers from the one with most text down, and what is spoken by nobody known."""
    shares: dict[str, _Share] = {}
    unknown = [0, 0]
    for row in run.rows("blocks"):
        name = speaker_name(row)
        if name:
            shares.setdefault(name, _Share()).add(row)
        else:
            unknown[0] += 1
            unknown[1] += int(row["end"]) - int(row["start"])
    ranked = sorted(shares, key=lambda name: (-shares[name].characters, name))
    rows = [_speaker_row(name, shares[name]) for name in ranked[: limits.speakers]]
    return {"total": len(shares), "unknown": unknown, "rows": rows}


def _speaker_row(name: str, share: _Share) -> list[Any]:
    role, org, place = _first(share.roles)
    variants = sorted(share.variants.items(), key=lambda item: (-item[1], item[0]))[:12]
    mean = round(share.confidence / share.blocks, 2)
    own = [list(variant) for variant in variants]
    documents = len(share.documents)
    return [name, role, org, place, share.blocks, share.characters, documents, mean, round(share.least, 2), own]


def _first(counts: Counter[tuple[str, str, str]]) -> tuple[str, str, str]:
    """Return the most frequent of the offices that say something."""
    return min(counts, key=lambda office: (not any(office), -counts[office], office))


def shown_rejects(run: RunFolder, limits: Limits) -> Iterator[list[Any]]:
    """Yield [file, line, reason, raw line] of the lines set aside; bytes that are no UTF-8 are base64."""
    for n, row in enumerate(run.rows("rejects")):
        if n == limits.rejects:
            return
        raw = str(row.get("raw") or row.get("raw_base64", ""))
        yield [str(row.get("file", "")), row.get("line", 0), str(row.get("reason", "")), raw[: limits.longest]]

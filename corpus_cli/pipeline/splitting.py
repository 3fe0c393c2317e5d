"""The split stage over chunks of lines: a document in, a row for each of its blocks out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from corpus_cli.pipeline.books import Books
from corpus_cli.pipeline.chunks import Chunk, Failure, decoded
from corpus_cli.pipeline.deciding import NO_DECISIONS, Decisions, with_speakers
from corpus_cli.pipeline.stream import Made
from corpus_cli.pipeline.trails import WayBack
from corpus_cli.record import Record
from corpus_cli.split import Block, People, SplitOptions, speakers_found, split_text
from corpus_cli.wire.members import members
from corpus_cli.wire.records import PLAIN_KEYS, Keys, put, span_of
from corpus_cli.wire.spans import is_ingested

NO_OPTIONS = SplitOptions()


@dataclass(frozen=True, slots=True)
class SplitSetup:
    """Say how documents are split.

    `spans` is the field that holds the pages as [start, end, number]; `decisions` are a person's on speakers.
    """

    options: SplitOptions = NO_OPTIONS
    people: People | None = None
    keys: Keys = PLAIN_KEYS
    spans: str = "pages"
    decisions: Decisions = NO_DECISIONS

    def __call__(self, chunk: Chunk) -> Made:
        """Return the block rows of a chunk's documents (output "main") and the books."""
        books = Books("split")
        rows: list[bytes] = []
        found: list[Block] = []
        failures: list[Failure] = []
        for place, (_, _, item) in enumerate(decoded(chunk, self.keys)):
            if isinstance(item, Failure):
                failures.append(item)
            elif item is not None:
                blocks, applied = with_speakers(item, split_text(item.text, self.options, self.people), self.decisions)
                books.tally("decisions", Counter(map(str, applied)))
                way = WayBack(chunk.trails[place]) if chunk.trails else None
                rows.extend(block_lines(item, blocks, self.keys, self.spans, way))
                _count(books, item, blocks)
                found += blocks
        books.rejected = len(failures)
        books.read = books.written + books.rejected
        return Made(books, {"main": b"".join(rows)}, failures, chunk.size, speakers_found(found))


def _count(books: Books, record: Record, blocks: Sequence[Block]) -> None:
    books.written += 1
    books.characters_read += len(record.text)
    books.characters_written += sum(block.end - block.start for block in blocks)
    books.tally("kinds", Counter(block.kind for block in blocks))
    books.tally("blocks", {"all": len(blocks), "with speaker": sum(bool(block.speaker.name) for block in blocks)})


def block_lines(
    record: Record, blocks: Sequence[Block], keys: Keys, spans: str, way: WayBack | None = None
) -> list[bytes]:
    """Return the lines of a document's blocks: what is known of the block, then the document's own fields.

    Those go through as the bytes they came in; one whose name is taken gets `doc_` in front.  With a way back the
    rows say where the block stood in the text as ingested (`source_start`, of its first sign, and `source_end`).
    """
    rows = block_rows(record, blocks, _pages(record.line, spans))
    if way:
        for row in rows:
            # Blanks in front may stand for a page head that cleaning took: the block begins with its first sign.
            blanks = len(row["text"]) - len(row["text"].lstrip())
            first = row["start"] + (blanks if blanks < len(row["text"]) else 0)
            row["source_start"], row["source_end"] = way.source(first, row["end"])
    own = _own_members(record.line, keys, rows[0].keys()) if rows else b""
    return [orjson.dumps(row)[:-1] + own + b"}\n" for row in rows]


def block_rows(record: Record, blocks: Sequence[Block], pages: Sequence[Sequence[int]]) -> list[dict[str, Any]]:
    """Return what is known of each block, the same keys in every row."""
    names = [block_id(record.id, seq) for seq in range(len(blocks))]
    return [
        {
            "id": names[seq],
            "doc_id": record.id,
            "seq": seq + 1,
            "kind": block.kind,
            "speaker": block.speaker._asdict(),
            "printed": block.printed,
            "headings": list(block.headings),
            "article": f"{record.id}#a{block.article:02d}" if block.article else "",
            "article_seq": block.article_seq,
            "continues": names[block.continues] if block.continues >= 0 else "",
            "start": block.start,
            "end": block.end,
            "page": _page_at(pages, block.start),
            "confidence": round(block.confidence, 3),
            "text": record.text[block.start : block.end],
        }
        for seq, block in enumerate(blocks)
    ]


def _own_members(line: bytes, keys: Keys, taken: Container[str]) -> bytes:
    """Return the document's own members as JSON, without its text, its id and what ingest says of its pages."""
    if not line:
        return b""
    if "." in keys.text:
        line = put(line, keys.text, b'""')
    ours = (keys.text, keys.id, *(("pages",) if is_ingested(line) else ()))
    own = [(name, value) for name, value in members(line) if name not in ours]
    return b"".join(b"," + orjson.dumps(f"doc_{name}" if name in taken else name) + b":" + value for name, value in own)


def block_id(document: str, seq: int) -> str:
    """Return the id of a document's block, `seq` counted from 0."""
    return f"{document}#b{seq + 1:04d}"


def _pages(line: bytes, key: str) -> list[list[int]]:
    """Return the [start, end, number] that a field holds, none where it holds something else."""
    span = span_of(line, key) if line else None
    found = orjson.loads(line[span.start : span.end]) if span else []
    whole = [page for page in found if isinstance(page, list) and len(page) >= 3] if isinstance(found, list) else []
    return [page for page in whole if all(isinstance(value, int) for value in page[:3])]


def _page_at(pages: Sequence[Sequence[int]], offset: int) -> int:
    """Return the number of the page that holds an offset, 0 where none is known."""
    return next((page[2] for page in pages if page[0] <= offset < page[1]), 0)

"""The ingest stage over chunks of lines: records checked and named, nothing else changed."""

from __future__ import annotations

from corpus_cli.pipeline.books import Books
from corpus_cli.pipeline.chunks import Chunk, Failure, decoded
from corpus_cli.pipeline.stream import Made
from corpus_cli.wire.records import Keys, encode


def pass_chunk(chunk: Chunk, keys: Keys) -> Made:
    """Return the lines of a chunk's records (output "main") and the books."""
    books = Books("ingest")
    lines: list[bytes] = []
    failures: list[Failure] = []
    for _, _, item in decoded(chunk, keys):
        if isinstance(item, Failure):
            failures.append(item)
        elif item is not None:
            lines.append(encode(item, keys) + b"\n")
            books.characters_read += len(item.text)
    books.written, books.rejected = len(lines), len(failures)
    books.read = books.written + books.rejected
    books.characters_written = books.characters_read
    return Made(books, {"main": b"".join(lines)}, failures, chunk.size)

"""Run a streaming stage: chunks through workers, results in order, bad lines set aside or the run stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from corpus_cli.errors import BadRecord, CorpusError
from corpus_cli.pipeline.books import Books
from corpus_cli.pipeline.chunks import Chunk, Failure, Size
from corpus_cli.pipeline.output import Output
from corpus_cli.pipeline.progress import Progress
from corpus_cli.pipeline.workers import mapped
from corpus_cli.split import People
from corpus_cli.wire.rejects import reject_row
from corpus_cli.wire.rows import row_lines

NOTHING = Size()
NO_PEOPLE = People()


@dataclass(slots=True)
class Made:
    """Hold what a stage makes of a chunk.

    `out` are the bytes for each output, `failures` the lines that were no records, `people` the speakers found.
    """

    books: Books
    out: dict[str, bytes]
    failures: list[Failure] = field(default_factory=list)
    size: Size = NOTHING
    people: People = NO_PEOPLE


Stage: TypeAlias = Callable[[Chunk], Made]


@dataclass(frozen=True, slots=True)
class Rejecting:
    """Say what happens at a line that is no record: stop there, or set aside up to `most` (0: any number)."""

    aside: bool = False
    most: int = 0


STOP = Rejecting()


def run_stage(
    stage: Stage,
    chunks: Iterable[Chunk],
    output: Output,
    books: Books,
    *,
    workers: int = 1,
    rejecting: Rejecting = STOP,
    progress: Progress | None = None,
) -> Iterator[Made]:
    """Write what the stage makes of each chunk, in order, and yield after each one so that a caller can checkpoint.

    Raises the first BadRecord where lines are not set aside, and CorpusError where too many are.  `books` is filled
    as the run goes on and checked at its end.  Holds a bounded number of chunks.
    """
    for made in mapped(stage, chunks, workers):
        if made.failures:
            set_aside(made, output, books, rejecting)
        for name, data in made.out.items():
            output.write(name, data)
        books.add(made.books)
        if progress:
            progress(made.size.bytes)
        yield made
    books.check()


def set_aside(made: Made, output: Output, books: Books, rejecting: Rejecting) -> None:
    """Write a chunk's bad lines to the rejects, or raise the first one's BadRecord where the run stops at it."""
    if not rejecting.aside:
        first = made.failures[0].error
        remedy = f"{first.remedy} Or set such lines aside with --rejects FILE.".strip()
        raise BadRecord(first.what, where=first.where, remedy=remedy)
    left = rejecting.most - books.rejected
    if rejecting.most and len(made.failures) > left:
        error = made.failures[left].error
        raise CorpusError(
            f"more than {rejecting.most} lines cannot be read; the next is: {error.what}",
            where=error.where,
            remedy="Raise --max-errors, or mend the input.",
        )
    rows = (reject_row(item.raw.line, item.raw.source, item.raw.number, item.error) for item in made.failures)
    output.write("rejects", row_lines(rows))

"""Run a streaming stage: chunks through workers, results in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from corpus_cli.pipeline.aside import STOP, Rejecting, set_aside
from corpus_cli.pipeline.books import Books
from corpus_cli.pipeline.chunks import Chunk, Failure, Size
from corpus_cli.pipeline.output import Output
from corpus_cli.pipeline.progress import Progress
from corpus_cli.pipeline.workers import mapped

if TYPE_CHECKING:
    from corpus_cli.split import People

NOTHING = Size()


@dataclass(slots=True)
class Made:
    """Hold what a stage makes of a chunk.

    `out` are the bytes for each output, `failures` the lines that were no records, `people` the speakers found.
    """

    books: Books
    out: dict[str, bytes]
    failures: list[Failure] = field(default_factory=list)
    size: Size = NOTHING
    people: People | None = None


Stage: TypeAlias = Callable[[Chunk], Made]


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
            set_aside(made.failures, output, books, rejecting)
        for name, data in made.out.items():
            output.write(name, data)
        books.add(made.books)
        if progress:
            progress(made.size.bytes)
        yield made
    books.check()

"""What happens at lines that are no records: the run stops there, or they are set aside with their reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus_cli.errors import BadRecord, CorpusError
from corpus_cli.pipeline.books import Books
from corpus_cli.pipeline.chunks import Failure
from corpus_cli.pipeline.output import Output
from corpus_cli.wire.rejects import reject_row
from corpus_cli.wire.rows import row_lines


@dataclass(frozen=True, slots=True)
class Rejecting:
    """Say what happens at a line that is no record: stop there, or set aside up to `most` (0: any number)."""

    aside: bool = False
    most: int = 0


STOP = Rejecting()


def set_aside(failures: Sequence[Failure], output: Output, books: Books, rejecting: Rejecting) -> None:
    """Write bad lines to the rejects, or raise the first one's BadRecord where the run stops at it."""
    if not rejecting.aside:
        first = failures[0].error
        remedy = f"{first.remedy} Or set such lines aside with --rejects FILE.".strip()
        raise BadRecord(first.what, where=first.where, remedy=remedy)
    left = rejecting.most - books.rejected
    if rejecting.most and len(failures) > left:
        error = failures[left].error
        raise CorpusError(
            f"more than {rejecting.most} lines cannot be read; the next is: {error.what}",
            where=error.where,
            remedy="Raise --max-errors, or mend the input.",
        )
    rows = (reject_row(item.raw.line, item.raw.source, item.raw.number, item.error) for item in failures)
    output.write("rejects", row_lines(rows))

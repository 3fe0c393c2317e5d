"""Two files of records, or one and its ledger, as differences: the answers behind `corpus diff`."""

from __future__ import annotations

from collections.abc import Iterator

from corpus_cli.ingest import find_inputs
from corpus_cli.pipeline.chunks import chunked, decoded
from corpus_cli.pipeline.sources import source_lines, source_rows
from corpus_cli.pipeline.trails import with_trails
from corpus_cli.record import Record
from corpus_cli.review.hunks import RowDiff, diff_edits, diff_rows
from corpus_cli.wire.records import Keys
from corpus_cli.wire.rows import read_rows


def compare_files(before: str, after: str, keys: Keys, context: int = 1) -> Iterator[RowDiff]:
    """Yield how the records of two inputs differ, matched by their ids."""
    return diff_rows(source_rows((before,)), source_rows((after,)), text_key=keys.text, id_key=keys.id, context=context)


def compare_edits(before: str, edits: str, keys: Keys, context: int = 1) -> Iterator[RowDiff]:
    """Yield what the edits of a ledger do to the records of the input that the stage was given.

    Raises LedgerMismatch where they do not belong together.  Holds one chunk.
    """
    for chunk in with_trails(chunked(source_lines(find_inputs((before,)))), [read_rows(edits)]):
        for (_, _, item), trail in zip(decoded(chunk, keys), chunk.trails, strict=True):
            if isinstance(item, Record) and trail[0]:
                yield RowDiff(item.id, "changed", tuple(diff_edits(item.text, trail[0], context=context)))

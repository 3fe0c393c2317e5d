"""`corpus ingest`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from corpus_cli.cli.main import set_aside_code
from corpus_cli.cli.options import takes_flow

if TYPE_CHECKING:
    from corpus_cli.pipeline.ends import Flow


@click.command("ingest")
@takes_flow
def command(flow: Flow, quiet: bool, verbose: bool) -> int:
    """Make JSONL of text files, folders and page formats.

    One file becomes one record: id, text, source, format, encoding, pages.  JSONL goes through as it is.
    """
    from corpus_cli.cli.terminal import summarise
    from corpus_cli.pipeline.flow import ingest_files

    books = ingest_files(flow)
    summarise(books, quiet, verbose, flow.rejects)
    return set_aside_code(books.rejected)

"""`corpus split`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from corpus_cli.cli.main import set_aside_code
from corpus_cli.cli.options import takes_flow

if TYPE_CHECKING:
    from corpus_cli.pipeline.flow import Flow
    from corpus_cli.pipeline.splitting import SplitSetup


@click.command("split")
@takes_flow
@click.option("--people", default="", metavar="FILE", help="JSONL of known speakers: name, role, variants …")
@click.option("--people-out", default="", metavar="FILE", help="Write the speakers found, to correct.")
@click.option("--convention", default="", metavar="NAME", help="Read markers of this family only.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.5, show_default=True)
@click.option("--spans", default="pages", show_default=True, metavar="KEY", help="Field of [start, end, page].")
def command(flow: Flow, quiet: bool, verbose: bool, **wishes: Any) -> int:
    """Split documents into blocks with speaker, office and article.

    Every character of a document is in exactly one block.  A speaker that is not sure is left empty.
    """
    from corpus_cli.cli.terminal import summarise
    from corpus_cli.pipeline.flow import split_files

    books = split_files(flow, split_setup(flow, **wishes))
    summarise(books, quiet, verbose, flow.rejects)
    return set_aside_code(books.rejected)


def split_setup(
    flow: Flow, people: str, people_out: str, convention: str, min_confidence: float, spans: str
) -> SplitSetup:
    """Return the setup of the split stage that the options mean."""
    from corpus_cli.pipeline.splitting import SplitSetup
    from corpus_cli.split import SplitOptions

    return SplitSetup(SplitOptions(convention, min_confidence), None, flow.keys, spans)

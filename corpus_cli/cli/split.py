"""`corpus split`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from corpus_cli.cli.main import set_aside_code
from corpus_cli.cli.options import takes_flow

if TYPE_CHECKING:
    from corpus_cli.pipeline.ends import Flow


@click.command("split")
@takes_flow
@click.option(
    "--people", default="", metavar="FILE", help="JSONL of known speakers: name, role, org, place, variants (a list)."
)
@click.option("--people-out", default="", metavar="FILE", help="Write the speakers found, to correct.")
@click.option("--convention", default="", metavar="NAME", help="Read markers of this family only.")
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.5,
    show_default=True,
    help="Below it a speaker is left empty.",
)
@click.option("--spans", default="pages", show_default=True, metavar="KEY", help="Field of [start, end, page].")
def command(flow: Flow, quiet: bool, verbose: bool, people: str, people_out: str, **wishes: Any) -> int:
    """Split documents into blocks with speaker, office and article.

    Every character of a document is in exactly one block.  A speaker that is not sure is left empty.

    A convention is one of: heading, bold, bracket, bullet, stamp, colon, dash, full stop, said, gap, own line.
    """
    from corpus_cli.cli.terminal import summarise
    from corpus_cli.pipeline.flow import read_people, split_files
    from corpus_cli.pipeline.splitting import SplitSetup
    from corpus_cli.split import SplitOptions

    spans = wishes.pop("spans")
    known = read_people(people) if people else None
    books = split_files(flow, SplitSetup(SplitOptions(**wishes), known, flow.keys, spans), people_out)
    summarise(books, quiet, verbose, flow.rejects)
    return set_aside_code(books.rejected)

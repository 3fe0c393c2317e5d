"""`corpus dedupe`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from corpus_cli.cli.main import set_aside_code
from corpus_cli.cli.options import takes_flow

if TYPE_CHECKING:
    from corpus_cli.pipeline.ends import Flow


@click.command("dedupe")
@takes_flow
@click.option(
    "--unit",
    type=click.Choice(["paragraph", "sentence", "record"]),
    default="paragraph",
    show_default=True,
    help="What is compared and removed.",
)
@click.option("--threshold", type=click.FloatRange(50, 100), default=50.0, show_default=True, help="Least score.")
@click.option("--keep", default="best", show_default=True, help="Which copy stays: best, first, longest, field:NAME.")
@click.option(
    "--scope",
    type=click.Choice(["corpus", "document"]),
    default="corpus",
    show_default=True,
    help="Compare across the corpus or within documents.",
)
@click.option(
    "--mode",
    type=click.Choice(["drop", "annotate"]),
    default="drop",
    show_default=True,
    help="Remove, or only mark in the records.",
)
@click.option(
    "--short", is_flag=True, help="Remove exact copies of texts under 15 characters too, the speaker not counted."
)
@click.option("--passages", is_flag=True, help="Remove passages too that another text holds.")
@click.option("--removed", default="", metavar="FILE", help="Write every removed unit, its kept one and why.")
@click.option("--edits", default="", metavar="FILE", help="Write the ledger, for `corpus undo`.")
@click.option("--near-misses", default="", metavar="FILE", help="Write the closest pairs that were not taken.")
@click.option("--boilerplate", default="", metavar="FILE", help="Write what is the same by intent and stays.")
@click.option(
    "--shared", default="", metavar="FILE", help="Write the passages that two texts share, with their places."
)
@click.option("--spans", multiple=True, metavar="KEY", help="Field of [start, end, …] to carry through the edits.")
@click.option("--index", default="", metavar="FOLDER", help="Compare with earlier runs too, and add what stays to it.")
@click.option("--rethreshold", is_flag=True, help="Take annotated records and raise the threshold, without searching.")
@click.option(
    "--search", type=click.Choice(["auto", "exact", "minhash"]), default="auto", show_default=True, help="How."
)
@click.option("--against", multiple=True, metavar="FILE", help="Remove what these files hold (may be repeated).")
def command(flow: Flow, quiet: bool, verbose: bool, **wishes: Any) -> int:
    """Remove near-duplicate paragraphs, each verified against the one that stays.

    Texts are compared in a folded view (width, case, blanks, punctuation, script) and never altered to be compared.
    Numbers, dates and names that differ keep both.
    """
    from corpus_cli.cli.terminal import summarise
    from corpus_cli.dedupe import DedupeOptions
    from corpus_cli.pipeline.deduping import Rules, Sidecars, dedupe_files

    names = {name: wishes.pop(name) for name in ("removed", "edits", "near_misses", "boilerplate", "shared")}
    against = wishes.pop("against")
    how = {name: wishes.pop(name) for name in ("spans", "index", "rethreshold")}
    given = {name: wish for name, wish in wishes.items() if wish is not None}
    rules = Rules(DedupeOptions(workers=flow.workers, **given), keys=flow.keys, **how)
    books = dedupe_files(flow, rules, Sidecars(**names), against)
    summarise(books, quiet, verbose, flow.rejects)
    return set_aside_code(books.rejected)

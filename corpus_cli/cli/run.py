"""`corpus run`."""

from __future__ import annotations

from typing import Any

import click

from corpus_cli.cli.main import set_aside_code
from corpus_cli.cli.options import config_option, key_options, quiet_options


@click.command("run")
@click.argument("inputs", nargs=-1, metavar="INPUT...", required=True)
@click.option("-o", "--output", required=True, metavar="FOLDER", help="Folder for everything that is made.")
@click.option("--restart", is_flag=True, help="Do a folder anew that was made with other options or inputs.")
@click.option(
    "--profile", type=click.Choice(["safe", "full"]), default="safe", show_default=True, help="Strength of cleaning."
)
@click.option("--only", multiple=True, metavar="RULE", help="Apply this cleaning rule only (may be repeated).")
@click.option("--skip", multiple=True, metavar="RULE", help="Leave this cleaning rule out (may be repeated).")
@click.option("--keep-furniture", is_flag=True, help="Leave running heads and page numbers where they are.")
@click.option(
    "--unit",
    type=click.Choice(["paragraph", "sentence", "record"]),
    default="paragraph",
    show_default=True,
    help="What is compared and removed.",
)
@click.option(
    "--threshold",
    type=click.FloatRange(50, 100),
    default=None,
    help="Score (0–100) from which a pair is a duplicate.",
)
@click.option("--keep", default="best", show_default=True, help="Which copy stays: best, first, longest, field:NAME.")
@click.option(
    "--scope",
    type=click.Choice(["corpus", "document"]),
    default="corpus",
    show_default=True,
    help="Compare across the corpus or within documents.",
)
@click.option("--people", default="", metavar="FILE", help="JSONL of known speakers: name, role, variants …")
@click.option("--convention", default="", metavar="NAME", help="Read speaker markers of this family only.")
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.5,
    show_default=True,
    help="Below it a speaker is left empty.",
)
@click.option("--decisions", default="", metavar="FILE", help="What a person decided in the report of an earlier run.")
@click.option(
    "--lexicon", default="", metavar="FILE", help="Words and heads of the corpus, as `clean --learn` wrote them."
)
@click.option("--learn", is_flag=True, help="Learn the words and the heads of the pages first, into lexicon.json.")
@click.option("--spans", default="", metavar="KEY", help="Field of [start, end, page]; `pages` of ingested files.")
@click.option("--encoding", default="", metavar="NAME", help="Encoding of text files (found out if left out).")
@click.option("--limit", default=0, type=click.IntRange(0), metavar="N", help="End after N records (0: all).")
@click.option("--max-errors", default=0, type=click.IntRange(0), metavar="N", help="Stop after N bad lines (0: never).")
@click.option("-j", "--workers", default=1, show_default=True, type=click.IntRange(1), help="Processes.")
@key_options
@config_option
@quiet_options
def command(
    inputs: tuple[str, ...], output: str, restart: bool, workers: int, quiet: bool, verbose: bool, **wishes: Any
) -> int:
    """Do the whole chain into a folder: ingest, clean, dedupe, split.

    The folder holds documents, cleaned, deduped, blocks, edits, removed, rejects (all .jsonl) and manifest.json.
    Run again after a crash, it goes on where it was; run again when done, it changes nothing.
    """
    from corpus_cli.cli.terminal import bar, summarise_run
    from corpus_cli.pipeline.plan import RunOptions
    from corpus_cli.pipeline.run import run_folder

    result = run_folder(
        inputs,
        output,
        RunOptions(**{name: wish for name, wish in wishes.items() if wish is not None}),
        workers=workers,
        restart=restart,
        bar=bar(quiet),
    )
    summarise_run(result, output, quiet, verbose)
    return set_aside_code(result.rejected)

"""`corpus report`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("report")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("-q", "--quiet", is_flag=True, help="Do not name the page on stderr.")
def command(folder: Path, quiet: bool) -> None:
    """Make one HTML page of a run folder: what was done, and why.

    The page holds the books, the edits of each rule, the duplicates side by side, the speakers, and each document as
    a strip of its blocks.  It needs no network.  Decisions made in it can be exported for `corpus run --decisions`.
    """
    from corpus_cli.cli.terminal import working
    from corpus_cli.review.report import write_report

    with working("report", quiet):
        page = write_report(folder)
    if not quiet:
        click.echo(f"report: {page} ({page.stat().st_size / 1e6:.1f} MB)", err=True)

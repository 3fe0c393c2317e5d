"""`corpus audit`."""

from __future__ import annotations

from pathlib import Path

import click

from corpus_cli.errors import CorpusError


@click.command("audit")
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing where everything is proved.")
def command(folder: Path, inputs: tuple[str, ...], quiet: bool) -> int:
    """Prove from the files of a run that nothing was lost.

    Every character of every INPUT (those of the run, if left out) is in a block, a removed paragraph, an edit, or a
    line set aside; digests and counts match the manifest.  Exit code 1 with the first place where it does not.
    """
    from corpus_cli.cli.terminal import working
    from corpus_cli.review.audit import audit

    with working("audit", quiet):
        result = audit(folder, inputs)
    for check in result.checks:
        word = "FAULT" if check.fault else "proved" if check.seen or not check.skipped else "not looked at"
        if not quiet or check.fault:
            click.echo(f"{word}: {check.name} ({check.seen:,} {check.unit})")
        for reason in () if quiet else check.skipped:
            click.echo(f"  not looked at: {reason}")
    if result.fault:
        raise result.fault
    skipped = [reason for check in result.checks for reason in check.skipped] if inputs else []
    if skipped:
        raise CorpusError(
            f"not all could be looked at: {skipped[0]}", where=str(folder), remedy="Name the inputs of this very run."
        )
    return 0

"""`corpus audit`."""

from __future__ import annotations

from pathlib import Path

import click


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
        if not quiet or check.fault:
            click.echo(f"{'FAULT' if check.fault else 'proved'}: {check.name} ({check.seen:,} {check.unit})")
        for reason in () if quiet else check.skipped:
            click.echo(f"  not looked at: {reason}")
    if result.fault:
        raise result.fault
    return 0

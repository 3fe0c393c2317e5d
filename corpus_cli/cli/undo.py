"""`corpus undo`."""

from __future__ import annotations

import click

from corpus_cli.cli.options import key_options, quiet_options


@click.command("undo")
@click.argument("cleaned")
@click.option("--edits", default="inline", show_default=True, metavar="FILE", help="The ledger written by `clean`.")
@click.option("--rejects", default="", metavar="FILE", help="The lines that `clean` set aside.")
@click.option("-o", "--output", default="-", metavar="FILE", help="Output file; standard output if left out.")
@key_options
@quiet_options
def command(cleaned: str, edits: str, rejects: str, output: str, **values: object) -> None:
    """Give back the records as they were before `corpus clean`, byte for byte."""
    from corpus_cli.cli.terminal import working
    from corpus_cli.pipeline.ends import Flow
    from corpus_cli.pipeline.flow import undo_file
    from corpus_cli.wire.records import Keys

    keys = Keys(str(values["text_key"]), str(values["id_key"]))
    with working("undo", bool(values["quiet"]) or output == "-"):
        count = undo_file(Flow((cleaned,), output, keys, rejects=rejects), edits)
    if not values["quiet"]:
        click.echo(f"undo: {count:,} lines given back", err=True)

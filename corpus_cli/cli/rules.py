"""`corpus rules`."""

from __future__ import annotations

import click


@click.command("rules")
@click.argument("names", nargs=-1, metavar="[RULE]...")
@click.option("--table", is_flag=True, help="One line a rule.")
def command(names: tuple[str, ...], table: bool) -> None:
    """Print the manual of the cleaning rules, in the order they are applied.

    Each rule says what goes wrong in the world, what it changes, and what it leaves alone, with examples.
    """
    from corpus_cli.clean import cleaner, manual

    click.echo(manual.table() if table else manual.book(cleaner("full", only=names).rules))

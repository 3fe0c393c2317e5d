"""`corpus explain`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from corpus_cli.cli.options import key_options

if TYPE_CHECKING:
    from corpus_cli.clean.rule import Profile


@click.command("explain")
@click.argument("text", required=False)
@click.option("--pair", nargs=2, metavar="A B", help="Two texts: are they duplicates, and why? `@FILE` reads a file.")
@click.option(
    "--profile", type=click.Choice(["safe", "full"]), default="safe", show_default=True, help="Strength of cleaning."
)
@key_options
def command(text: str | None, pair: tuple[str, str] | None, profile: Profile, text_key: str, id_key: str) -> None:
    """Say what would be done to a text, and why.

    TEXT is the text itself; left out, standard input is read: a text, or one record of JSONL.  With --pair the
    verdict of `corpus dedupe` on two texts.
    """
    from corpus_cli.cli.explanation import show, show_pair
    from corpus_cli.pipeline.explaining import explain_text, given_text, text_of
    from corpus_cli.wire.records import Keys

    if pair:
        from corpus_cli.dedupe.explain import explain_pair

        show_pair(explain_pair(given_text(pair[0]), given_text(pair[1])))
        return
    given = text if text is not None else text_of(sys.stdin.buffer.read(), Keys(text_key, id_key))
    show(explain_text(given, profile))

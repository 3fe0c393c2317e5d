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
@click.option("--profile", type=click.Choice(["safe", "full"]), default="safe", show_default=True)
@key_options
def command(text: str | None, profile: Profile, text_key: str, id_key: str) -> None:
    """Say what `corpus clean` would do to a text, and why.

    TEXT is the text itself; left out, standard input is read: a text, or one record of JSONL.
    """
    from corpus_cli.cli.explanation import show
    from corpus_cli.pipeline.explaining import explain_text, text_of
    from corpus_cli.wire.records import Keys

    given = text if text is not None else text_of(sys.stdin.buffer.read(), Keys(text_key, id_key))
    show(explain_text(given, profile))

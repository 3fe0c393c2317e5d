"""`corpus diff`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

from corpus_cli.cli.options import key_options
from corpus_cli.cli.terminal import visible
from corpus_cli.errors import WrongCall

if TYPE_CHECKING:
    from rich.text import Text

    from corpus_cli.review.hunks import Line, RowDiff

STYLES = {"equal": "", "removed": "red", "added": "green"}


@click.command("diff")
@click.argument("before", metavar="A")
@click.argument("after", metavar="[B]", required=False)
@click.option("--edits", default="", metavar="FILE", help="Show what the edits of this ledger do to the texts of A.")
@click.option("--context", default=1, show_default=True, type=click.IntRange(0), help="Lines around a change.")
@click.option("--whole", is_flag=True, help="Do not shorten long lines around a change.")
@click.option("--pager/--no-pager", default=None, help="Page by page; on a terminal unless told otherwise.")
@key_options
def command(
    before: str,
    after: str | None,
    edits: str,
    context: int,
    whole: bool,
    pager: bool | None,
    text_key: str,
    id_key: str,
) -> int:
    """Show how the texts of two JSONL files differ, character by character.

    Records are matched by their id.  With --edits A is what a stage was given, and its ledger says what differs.
    Removed stretches stand as [-…-], added ones as {+…+}, coloured on a terminal.  Exit code 1 where there are
    differences.
    """
    from rich.console import Console

    from corpus_cli.pipeline.comparing import compare_edits, compare_files
    from corpus_cli.wire.records import Keys

    if bool(after) == bool(edits):
        raise WrongCall("give either a second file or --edits FILE", remedy="See corpus diff --help.")
    keys = Keys(text_key, id_key)
    found = compare_files(before, after, keys, context) if after else compare_edits(before, edits, keys, context)
    console = Console(file=sys.stdout, highlight=False, soft_wrap=True)
    changed = (row for row in found if row.state != "same")
    if console.is_terminal if pager is None else pager:
        with console.pager(styles=True):
            return int(_show(changed, console.print, whole))
    return int(_show(changed, console.print, whole))


def _show(rows: Iterator[RowDiff], show: Callable[[Text], None], whole: bool) -> bool:
    """Print the rows that differ, and tell whether there was one."""
    differs = False
    for row in rows:
        differs = True
        for line in _lines(row, whole):
            show(line)
    return differs


def _lines(row: RowDiff, whole: bool) -> Iterator[Text]:
    from rich.text import Text

    from corpus_cli.review.hunks import clipped

    other = f"; other fields differ: {', '.join(row.fields)}" if row.fields else ""
    yield Text(f"=== {visible(row.id)} ({row.state}{other})", "bold")
    for hunk in row.hunks:
        yield Text(f"@@ line {hunk.start} → {hunk.other_start} @@", "cyan")
        for line in hunk.lines:
            yield _line(line if whole else clipped(line))


def _line(line: Line) -> Text:
    from rich.text import Text

    text = Text(f"{line.sign} ", {"-": "red", "+": "green"}.get(line.sign, ""))
    for segment in line.segments:
        marks = {"removed": ("[-", "-]"), "added": ("{+", "+}")}.get(segment.kind, ("", ""))
        text.append(f"{marks[0]}{visible(segment.text)}{marks[1]}", STYLES[segment.kind])
    return text

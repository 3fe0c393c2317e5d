"""`corpus diff`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from corpus_cli.cli.options import key_options

if TYPE_CHECKING:
    from rich.text import Text

    from corpus_cli.review.hunks import Line, RowDiff

STYLES = {"equal": "", "removed": "red", "added": "green"}


@click.command("diff")
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option("--context", default=1, show_default=True, type=click.IntRange(0), help="Lines around a change.")
@click.option("--whole", is_flag=True, help="Do not shorten long lines around a change.")
@click.option("--pager/--no-pager", default=None, help="Page by page; on a terminal unless told otherwise.")
@key_options
def command(before: str, after: str, context: int, whole: bool, pager: bool | None, text_key: str, id_key: str) -> int:
    """Show how the texts of two JSONL files differ, character by character.

    Records are matched by their id.  Removed stretches stand as [-…-], added ones as {+…+}, coloured on a terminal.
    Exit code 1 where there are differences.
    """
    from rich.console import Console

    from corpus_cli.pipeline.sources import source_rows
    from corpus_cli.review.hunks import diff_rows

    found = diff_rows(source_rows((before,)), source_rows((after,)), text_key=text_key, id_key=id_key, context=context)
    console = Console(file=sys.stdout, highlight=False, soft_wrap=True)
    changed = (row for row in found if row.state != "same")
    if console.is_terminal if pager is None else pager:
        with console.pager(styles=True):
            return int(_show(changed, console.print, whole))
    return int(_show(changed, console.print, whole))


def _show(rows: Iterator[RowDiff], show: object, whole: bool) -> bool:
    """Print the rows that differ, and tell whether there was one."""
    assert callable(show)
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
    yield Text(f"=== {row.id} ({row.state}{other})", "bold")
    for hunk in row.hunks:
        yield Text(f"@@ line {hunk.start} → {hunk.other_start} @@", "cyan")
        for line in hunk.lines:
            yield _line(line if whole else clipped(line))


def _line(line: Line) -> Text:
    from rich.text import Text

    text = Text(f"{line.sign} ", {"-": "red", "+": "green"}.get(line.sign, ""))
    for segment in line.segments:
        marks = {"removed": ("[-", "-]"), "added": ("{+", "+}")}.get(segment.kind, ("", ""))
        text.append(f"{marks[0]}{segment.text}{marks[1]}", STYLES[segment.kind])
    return text

"""Tables and histograms on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from corpus_cli.cli.terminal import visible

BAR = 40


def print_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table with a title; the last column of each row stands right where it is a number."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for column in columns:
        numeric = column != columns[0] and all(_is_number(row[columns.index(column)]) for row in rows)
        table.add_column(escape(column), justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*(escape(visible(cell)) for cell in row))
    console = Console(file=sys.stdout, highlight=False)
    console.print(f"[bold]{escape(title)}[/bold]")
    console.print(table)


def bar_of(count: int, largest: int) -> str:
    """Return a bar for one line of a histogram.

    >>> bar_of(1, 2)
    '████████████████████'
    """
    return "█" * max(1, round(BAR * count / largest)) if count else ""


def _is_number(cell: str) -> bool:
    return not cell.strip("0123456789.,%-–")

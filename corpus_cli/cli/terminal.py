"""What a person sees on stderr: a progress bar on a terminal, and the summary line."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from corpus_cli.clean import Lexicon
    from corpus_cli.pipeline.books import Books
    from corpus_cli.pipeline.progress import Bar, Progress
    from corpus_cli.pipeline.run import RunResult


def bar(quiet: bool) -> Bar:
    """Return how progress is shown: by rich on a terminal, else not at all."""
    from corpus_cli.pipeline.progress import no_bar

    return no_bar if quiet or not sys.stderr.isatty() else _rich_bar


@contextmanager
def _rich_bar(name: str, total: int | None) -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(name, total=total)
        yield lambda count: progress.advance(task, count)


@contextmanager
def working(name: str, quiet: bool = False) -> Iterator[None]:
    """Show on a terminal that something goes on whose end is not known, and for how long it has."""
    if quiet or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        progress.add_task(name, total=None)
        yield


def name_left_out(inputs: Sequence[str], quiet: bool) -> None:
    """Say on stderr which files of the folders given are of no kind that is read."""
    from corpus_cli.ingest import left_out

    names = left_out(inputs)
    if names and not quiet:
        more = f" and {len(names) - 5} more" if len(names) > 5 else ""
        click.echo(f"left out, of no kind that is read: {', '.join(names[:5])}{more}", err=True)


def name_learnt(lexicon: Lexicon | None, quiet: bool) -> None:
    """Say on stderr what was learnt of a corpus."""
    if lexicon is None or quiet:
        return
    edges = (lexicon.top, lexicon.bottom)
    heads = sorted({visible(head) for edge in edges for head in edge.letters})
    pages = sorted({run for edge in edges for run in edge.pages})
    parts = (
        f"{len(lexicon.words):,} words",
        f"{len(heads):,} heads of pages{_first_of(heads)}",
        f"{len(pages):,} runs of page numbers{_first_of([f'{first}–{last}' for first, last in pages])}",
    )
    click.echo(f"learnt: {', '.join(parts)}", err=True)


def _first_of(names: Sequence[str]) -> str:
    """Return the first of some names in brackets, nothing where there are none."""
    return f" ({', '.join(names[:5])}{' …' if len(names) > 5 else ''})" if names else ""


def visible(text: str) -> str:
    """Return a text with line ends and invisible characters written out, so that it cannot steer the terminal."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


def summarise(books: Books, quiet: bool, verbose: bool, rejects: str = "") -> None:
    """Print the books of a stage in one line on stderr, with its tallies where `verbose`."""
    if quiet:
        return
    parts = [f"{books.read:,} read", f"{books.written:,} written"]
    if books.changed:
        edits = books.count("ledger", "edits")
        parts.append(f"{books.changed:,} changed" + (f" by {edits:,} edits" if edits else ""))
    if "units" in books.tallies:
        parts.append(f"{books.count('units', 'removed'):,} of {books.count('units', 'read'):,} units removed")
    if "blocks" in books.tallies:
        parts.append(
            f"{books.count('blocks', 'all'):,} blocks, {books.count('blocks', 'with speaker'):,} with a speaker"
        )
    if books.count("ids", "repeated"):
        parts.append(f"{books.count('ids', 'repeated'):,} ids stand more than once")
    if books.rejected:
        parts.append(f"{books.rejected:,} set aside in {rejects}")
    click.echo(f"{books.stage}: {', '.join(parts)}", err=True)
    if verbose:
        for name, counts in sorted(books.tallies.items()):
            listed = ", ".join(f"{key} {count:,}" for key, count in sorted(counts.items(), key=lambda item: -item[1]))
            click.echo(f"  {name}: {listed}", err=True)


def summarise_run(result: RunResult, folder: str, quiet: bool, verbose: bool) -> None:
    """Print the books of all stages of a run, or that it was done before."""
    if quiet:
        return
    from corpus_cli.pipeline.books import Books

    if not result.fresh:
        click.echo(f"run: {folder} is finished already; nothing was changed.", err=True)
        return
    for values in result.manifest["counts"].values():
        summarise(Books.from_dict(values), quiet, verbose, f"{folder}/rejects.jsonl")
    stale = result.manifest["stale_decisions"]
    if stale:
        lines = ", ".join(map(str, stale))
        click.echo(f"run: decisions that no longer apply (lines of the file): {lines}", err=True)
    click.echo(f"run: {folder} is ready, the books balance; look at {folder}/report.html", err=True)

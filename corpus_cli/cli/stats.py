"""`corpus stats`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from corpus_cli.cli.options import key_options

if TYPE_CHECKING:
    from corpus_cli.review.statistics import Bin, Statistics


@click.command("stats")
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@click.option("--most", default=10, show_default=True, type=click.IntRange(0), help="Rows of the lists.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of tables.")
@key_options
def command(inputs: tuple[str, ...], most: int, as_json: bool, text_key: str, id_key: str) -> None:
    """Count records, lengths, scripts, kinds, speakers and repeats.

    INPUT is any corpus or the blocks of one; the most repeated paragraphs come last.
    """
    from dataclasses import asdict

    from corpus_cli.cli.terminal import working
    from corpus_cli.pipeline.sources import source_rows
    from corpus_cli.review.statistics import statistics

    with working("stats"):
        found = statistics(source_rows(inputs), text_key=text_key, id_key=id_key, most=most)
    if as_json:
        import orjson

        click.echo(orjson.dumps(asdict(found), option=orjson.OPT_INDENT_2).decode())
    else:
        _show(found, most)


def _show(found: Statistics, most: int) -> None:
    from corpus_cli.cli.tables import print_table

    click.echo(
        f"{found.records:,} records ({found.empty:,} empty), {found.characters:,} characters, "
        f"{found.paragraphs:,} paragraphs; median {found.median:,}, longest {found.longest[1]:,} ({found.longest[0]})"
    )
    print_table("characters a record", ("from", "to", "records", ""), list(_histogram(found.lengths)))
    print_table("characters a paragraph", ("from", "to", "paragraphs", ""), list(_histogram(found.paragraph_lengths)))
    for title, shares in (("scripts", found.scripts), ("kinds", found.kinds), ("speakers", found.speakers)):
        if shares:
            rows = [(share.name, f"{share.count:,}", f"{share.characters:,}") for share in shares[:most]]
            print_table(title, (title, "count", "characters"), rows)
    if found.repeated:
        rows = [(_start(item.text), f"{item.count:,}", item.first) for item in found.repeated[:most]]
        print_table("most repeated paragraphs", ("paragraph", "times", "first in"), rows)


def _histogram(bins: tuple[Bin, ...]) -> Iterator[tuple[str, ...]]:
    from corpus_cli.cli.tables import bar_of

    largest = max((item.count for item in bins), default=1)
    for item in bins:
        yield f"{item.low:,}", f"{item.high:,}", f"{item.count:,}", bar_of(item.count, largest)


def _start(text: Any) -> str:
    flat = " ".join(str(text).split())
    return flat if len(flat) <= 40 else f"{flat[:39]}…"

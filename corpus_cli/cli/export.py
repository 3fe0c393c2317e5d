"""`corpus export`."""

from __future__ import annotations

from typing import Any

import click


@click.command("export")
@click.argument("blocks", default="-")
@click.option("--to", required=True, metavar="FORM", help="tei, csv, parquet, markdown or txt.")
@click.option("-o", "--output", default="-", metavar="FILE", help="Output file; standard output if left out.")
@click.option("--title", default="", help="Title of a TEI corpus.")
@click.option("--language", default="", metavar="CODE", help="Language of a TEI corpus, such as zh-Hans.")
@click.option("--speech", type=click.Choice(["u", "sp"]), default="u", show_default=True, help="TEI element of a turn.")
@click.option("--bom/--no-bom", default=True, show_default=True, help="Byte-order mark in CSV, which Excel needs.")
def command(blocks: str, to: str, output: str, **wishes: Any) -> None:
    """Write blocks as TEI, CSV, Parquet, Markdown or plain text.

    BLOCKS is what `corpus split` wrote.  TEI is made after the manner of ParlaMint: `<u who>` in a `<div>` for each
    article, and a list of persons.  TEI, Markdown and text put each article together as it is read; what belongs to no
    article stands behind the articles.
    """
    from corpus_cli.cli.terminal import working
    from corpus_cli.export import ExportOptions, export
    from corpus_cli.pipeline.output import check_outputs
    from corpus_cli.wire.rows import read_rows
    from corpus_cli.wire.streams import writing

    check_outputs({"main": output}, (blocks,))
    made = export(read_rows(blocks), to, ExportOptions(**wishes))
    with working("export", output == "-"), writing(output) as stream:
        for data in made:
            stream.write(data)

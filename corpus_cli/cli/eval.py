"""`corpus eval`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Mapping


@click.command("eval")
@click.argument("gold")
@click.argument("prediction", metavar="PRED")
@click.option("--raw", default="", metavar="FILE", help="Texts before cleaning; else PRED needs inline edits.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def command(gold: str, prediction: str, raw: str, as_json: bool) -> None:
    """Score a stage's output against a sample that a person corrected.

    GOLD and PRED hold texts (cleaning: CER and WER before and after, share fixed, harm), removed units (pair
    precision, recall, F1, adjusted Rand index) or blocks (starts, speakers, roles, attribution).
    """
    from corpus_cli.cli.terminal import working
    from corpus_cli.pipeline.scoring import score_files

    with working("eval"):
        task, measures = score_files(gold, prediction, raw)
    if as_json:
        import orjson

        click.echo(orjson.dumps({"task": task, **measures}, option=orjson.OPT_INDENT_2).decode())
    else:
        _show(task, measures)


def _show(task: str, measures: Mapping[str, object]) -> None:
    from corpus_cli.cli.tables import print_table

    rows = [(name.replace("_", " "), _cell(value)) for name, value in measures.items()]
    print_table(f"{task} against gold", ("measure", "value"), rows)


def _cell(value: object) -> str:
    return f"{value:.4f}" if isinstance(value, float) else f"{value:,}" if isinstance(value, int) else str(value)

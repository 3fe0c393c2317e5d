"""`corpus clean`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from corpus_cli.cli.main import set_aside_code
from corpus_cli.cli.options import takes_flow
from corpus_cli.errors import WrongCall

if TYPE_CHECKING:
    from corpus_cli.clean import Cleaner
    from corpus_cli.pipeline.ends import Flow


@click.command("clean")
@takes_flow
@click.option("--only", multiple=True, metavar="RULE", help="Apply this rule only (may be repeated).")
@click.option("--skip", multiple=True, metavar="RULE", help="Leave this rule out (may be repeated).")
@click.option("--profile", type=click.Choice(["safe", "full"]), default="safe", show_default=True, help="Strength.")
@click.option("--edits", default="", metavar="FILE", help="Write the ledger there; `inline`: into each record.")
@click.option("--lexicon", default="", metavar="FILE", help="Words and heads of the corpus, as --learn wrote them.")
@click.option(
    "--learn",
    default="",
    metavar="FILE",
    help="Learn the words of the input and the heads of its pages first, and write them there.",
)
@click.option("--spans", multiple=True, metavar="KEY", help="Field of [start, end, …] to carry through the edits.")
@click.option("--keep-furniture", is_flag=True, help="Leave running heads and page numbers where they are.")
@click.option(
    "--blank-lines",
    type=click.Choice(["keep", "collapse"]),
    default="keep",
    show_default=True,
    help="Keep runs of blank lines, or make them one.",
)
def command(flow: Flow, quiet: bool, verbose: bool, edits: str, spans: tuple[str, ...], **wishes: Any) -> int:
    """Repair what recognition did to the text.

    Fields other than the text go through untouched.  `corpus rules` lists the rules; `corpus undo` gives the input
    back from the output and the edits.
    """
    from corpus_cli.cli.terminal import name_learnt, summarise
    from corpus_cli.pipeline.cleaning import CleanSetup
    from corpus_cli.pipeline.flow import clean_files

    rules = chosen(flow, **wishes)
    if wishes["learn"]:
        name_learnt(rules.lexicon, quiet)
    books = clean_files(flow, CleanSetup(rules, flow.keys, spans), edits)
    summarise(books, quiet, verbose, flow.rejects)
    return set_aside_code(books.rejected)


def chosen(flow: Flow, *, lexicon: str, learn: str, **wishes: Any) -> Cleaner:
    """Return the choice of rules that the options mean, with the words of the corpus where a lexicon is named."""
    from corpus_cli.clean import cleaner
    from corpus_cli.cli.terminal import working
    from corpus_cli.pipeline.output import check_outputs
    from corpus_cli.pipeline.words import learn_lexicon, read_lexicon

    words = read_lexicon(lexicon) if lexicon else None
    if learn:
        check_outputs({"output": flow.output, "learn": learn})
        with working("clean: learning words"):
            words = learn_lexicon(flow.inputs, flow.keys, flow.encoding, learn)
    rules = cleaner(**wishes, lexicon=words)
    if not rules.rules:
        lacks = " `learnt-heads` wants --learn or --lexicon." if rules.names else ""
        raise WrongCall("no rule of cleaning is left", remedy=f"Leave out --only or --skip.{lacks}")
    return rules

"""How `corpus explain` looks on a terminal: the differing characters marked, nothing lost without colour."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from corpus_cli.cli.terminal import visible

if TYPE_CHECKING:
    from rich.text import Text

    from corpus_cli.dedupe.explain import PairExplanation
    from corpus_cli.pipeline.explaining import Explanation, Reason


def show(explanation: Explanation) -> None:
    """Print every edit in its context with its rule and reason, then the cleaned text."""
    from rich.console import Console

    console = Console(file=sys.stdout, soft_wrap=True, highlight=False)
    for reason in explanation.reasons:
        console.print(_line(reason))
    count = len(explanation.reasons)
    console.print(f"{count} edits." if count else "Nothing would be changed.", style="bold", markup=False)
    if count:
        console.print(explanation.cleaned, markup=False)


def show_pair(explanation: PairExplanation) -> None:
    """Print both folded views with what differs marked, the measures, and the verdict."""
    from rich.console import Console
    from rich.text import Text

    from corpus_cli.cli.tables import print_table

    console = Console(file=sys.stdout, soft_wrap=True, highlight=False)
    for sign, side in (("A", "first"), ("B", "second")):
        line = Text(f"{sign} ", "bold")
        for piece in explanation.pieces:
            line.append(visible(getattr(piece, side)), "" if piece.kind == "same" else "reverse")
        console.print(line)
    line = Text("≠ ", "bold")
    for piece in explanation.pieces:
        if piece.kind == "same":
            line.append(visible(piece.first))
            continue
        line.append(f"[-{visible(piece.first)}-]" if piece.first else "", "red")
        line.append(f"{{+{visible(piece.second)}+}}" if piece.second else "", "green")
    console.print(line)
    if explanation.measures:
        rows = [
            (item.name.replace("_", " "), f"{item.value:.3f}", f"{item.odds:+.2f}") for item in explanation.measures
        ]
        print_table("what speaks for and against", ("measure", "value", "odds"), rows)
    verdict = explanation.verdict
    word = "duplicates" if verdict.duplicate else "different"
    console.print(f"{word} (score {verdict.score:.1f}, {verdict.method}): {verdict.reason}", style="bold", markup=False)


def _line(reason: Reason) -> Text:
    from rich.text import Text

    edit = reason.edit
    line = Text()
    line.append(f"{edit.start}–{edit.end} ", "dim")
    line.append(f"{edit.rule}: ", "bold cyan")
    line.append(f"…{visible(reason.left)}", "dim")
    line.append(f"[-{visible(edit.before)}-]", "red")
    line.append(f"{{+{visible(edit.after)}+}}", "green")
    line.append(f"{visible(reason.right)}…", "dim")
    line.append(f"\n    {reason.why}")
    return line

"""How `corpus explain` looks on a terminal: the differing characters marked, nothing lost without colour."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

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


def _line(reason: Reason) -> Text:
    from rich.text import Text

    edit = reason.edit
    line = Text()
    line.append(f"{edit.start}–{edit.end} ", "dim")
    line.append(f"{edit.rule}: ", "bold cyan")
    line.append(f"…{_visible(reason.left)}", "dim")
    line.append(f"[-{_visible(edit.before)}-]", "red")
    line.append(f"{{+{_visible(edit.after)}+}}", "green")
    line.append(f"{_visible(reason.right)}…", "dim")
    line.append(f"\n    {reason.why}")
    return line


def _visible(text: str) -> str:
    """Return the text with line ends and invisible characters written out."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)

"""The order of the rules, written once, each with the reason of its place.

A rule sees the text as the rules before it left it.  The large order: first what makes characters of bytes, then
blanks, then what belongs to the page and not to the text, then line ends, then what joined paragraphs show
(repeats, marks, quotes), last single characters and words, which need sound neighbours as evidence.
"""

from __future__ import annotations

from typing import NamedTuple

from corpus_cli.clean.rule import Rule
from corpus_cli.clean.rules import (
    blank_line_runs,
    cut_paragraphs,
    trailing_blanks,
)


class Step(NamedTuple):
    """Give a rule its place in the order and say why it stands there."""

    rule: Rule
    reason: str


ORDER: tuple[Step, ...] = (
    Step(trailing_blanks.RULE, "Before everything that looks at line ends, so that a line ends in its last sign."),
    Step(cut_paragraphs.RULE, "After furniture and hard-wrapped lines: what is still open then was cut by the page."),
    Step(blank_line_runs.RULE, "Last: runs of blank lines are evidence for the rules before it."),
)

RULES: tuple[Rule, ...] = tuple(step.rule for step in ORDER)
REASONS: dict[str, str] = {step.rule.name: step.reason for step in ORDER}

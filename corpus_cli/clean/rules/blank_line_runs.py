"""Shorten runs of blank lines to one, where `--blank-lines collapse` asks for it.

Runs of blank lines are the best sign of where an article starts and where a caption stands, so they stay by
default: `split` reads them.  Whoever wants plain paragraphs for training or print asks for one blank line.

Left alone: everything, unless asked for; line ends inside a paragraph.

Harm on the development pages: none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus_cli.clean.rule import Change, Page, Rule, has

_RUN = re.compile(r"\n\n\n+")


def find(page: Page) -> Iterator[Change]:
    """Yield the shortening of every run of two or more blank lines, if the page is to have them shortened."""
    if page.blank_lines == "collapse":
        for match in _RUN.finditer(page.text):
            yield Change(match.start() + 2, match.end(), "")


RULE = Rule(
    name="blank-line-runs",
    profile="safe",
    find=find,
    gate=has("\n\n\n"),
    changes=(("第一段。\n\n\n\n第二段。", "第一段。\n\n第二段。"), ("One.\n\n\nTwo.", "One.\n\nTwo.")),
    stays=("第一段。\n\n第二段。", "第一行\n第二行"),
)

"""Remove running heads and feet and page numbers that only the corpus shows: each record is a page.

One page alone says nothing of its head: the line may be a title, the number one of a table.  `corpus clean --learn`
reads the records first and learns which short lines come back at the edges of pages that cut sentences, and which
numbers there count on from record to record; `--lexicon` uses what was learnt.  Without either this rule does nothing.
Misread heads are found too.  With `--keep-furniture` nothing is removed: the lines are typed.

Left alone: a head where it stood first and the text behind it begins, for there it is the title; one before a byline
or another title; numbers of chapters, poems and items, which count on but cut no sentence; every line that is not at
the edge; pages that hold nothing else.

Harm on the development pages: none; they hold whole documents, for which `furniture` is the rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus_cli.clean.edges import edge_furniture
from corpus_cli.clean.furniture import gaps
from corpus_cli.clean.lexicon import Heads, Lexicon
from corpus_cli.clean.rule import Change, Page, Rule


def find(page: Page) -> Iterator[Change]:
    """Yield the removal of the furniture at the edges of the page, unless it is to be kept."""
    if not page.keep_furniture:
        for start, end, stays in gaps(page.text, edge_furniture(page.text, page.lexicon)):
            yield Change(start, end, stays)


_T = "河水从北面的山里流下来，穿过三个村子，最后在镇外汇入大江，两岸的人世代靠它灌溉田地。"

RULE = Rule(
    name="learnt-heads",
    profile="safe",
    find=find,
    lexicon=Lexicon(
        top=Heads(("渡口旧闻", "theoldferry"), ((41, 60),), ("渡口在镇的东头有三条船两",)),
        bottom=Heads(pages=((41, 60),)),
    ),
    changes=(
        (f"渡口旧闻\n\n断过流。{_T}", f"断过流。{_T}"),
        (f"渡口旧闻\n\n断过流。{_T}\n\n· 48 ·\n", f"断过流。{_T}\n"),
        ("THE OLD FERRV\n\nasked who paid for the rope.\n", "asked who paid for the rope.\n"),
        (f"镇上的人   52\n断过流。{_T}", f"断过流。{_T}"),
        (f"断过流。{_T}\n53", f"断过流。{_T}"),
        ("THE OLD FERRY\n\nasked who paid for the rope.\n\n- 44 -", "asked who paid for the rope."),
    ),
    stays=(
        "渡口旧闻\n\n渡口在镇的东头，有三条船，两条新的，一条旧的。\n\n",
        f"渡口旧闻\n\n李春生\n\n{_T}",
        f"镇上的人\n\n{_T}\n\n1953",
        f"{_T}\n\n渡口旧闻\n\n{_T}",
        f"# 渡口旧闻\n\n{_T}",
        "渡口旧闻\n\n· 48 ·\n",
        "43\n45",
        f"渡口新闻\n\n{_T}",
        "42\n44\n45\n47\n这是表中的数，河水的高度。",
    ),
)

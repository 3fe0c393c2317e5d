"""The order in which a person reads: each article put together, titles at its head, the rest where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from corpus_cli.export.rows import Block

HASHES = regex.compile(r"^#{1,6}\s+", regex.MULTILINE)


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold the blocks of one article in reading order, or a run of blocks of no article (`article` empty)."""

    article: str
    titles: tuple[Block, ...]
    blocks: tuple[Block, ...]


def pieces(document: Sequence[Block]) -> list[Piece]:
    """Return the articles of a document, in the order they begin, with what belongs to none between them."""
    groups: list[tuple[str, list[Block]]] = []
    articles: dict[str, list[Block]] = {}
    for block in document:
        if block.article:
            if block.article not in articles:
                articles[block.article] = []
                groups.append((block.article, articles[block.article]))
            articles[block.article].append(block)
        elif groups and not groups[-1][0]:
            groups[-1][1].append(block)
        else:
            groups.append(("", [block]))
    return [_piece(article, group) for article, group in groups]


def _piece(article: str, group: list[Block]) -> Piece:
    ordered = _in_reading_order(group) if article else group
    if article:
        ordered.sort(key=lambda block: block.kind != "title")
    titles = _leading_titles(ordered)
    return Piece(article, tuple(ordered[:titles]), tuple(ordered[titles:]))


def _in_reading_order(group: Sequence[Block]) -> list[Block]:
    """Return an article's blocks by their number; one without a number (a caption) stays behind its neighbour."""
    order: list[tuple[int, int]] = []
    last = 0
    for place, block in enumerate(group):
        last = block.article_seq or last
        order.append((last, place))
    return [group[place] for _, place in sorted(order)]


def _leading_titles(group: Sequence[Block]) -> int:
    """Return how many blocks at the start are titles."""
    return next((n for n, block in enumerate(group) if block.kind != "title"), len(group))


def headline(block: Block) -> str:
    """Return the text of a title or heading without the `#` marks of Markdown.

    >>> HASHES.sub("", "## 一、治水")
    '一、治水'
    """
    return str(HASHES.sub("", block.text))


def level(block: Block) -> int:
    """Return the level of a heading, 1 for the highest; its path may end in the heading itself."""
    above = block.headings[:-1] if block.headings and block.headings[-1] in block.text else block.headings
    return len(above) + 1

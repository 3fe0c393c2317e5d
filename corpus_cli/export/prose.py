"""Markdown and plain text: articles put together, blank lines tidied.

Markdown: titles and headings by level, the marker of a turn in bold, bylines in bold, captions, credits, reactions and
procedure in italics; signs that Markdown would take for its own are escaped.  Plain text: the blocks as they stand, one
blank line between blocks, two between articles.  Several documents are parted by a rule (Markdown) or a form feed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import regex

from corpus_cli.export.reading import headline, level, pieces
from corpus_cli.export.rows import Block

SIGNS = regex.compile(r"[\\`*_<\[\]]")
"""Signs that mean something to Markdown inside a line."""

OPENING = regex.compile(r"^(\s*)(#{1,6}(?=\s|$)|[>+-](?=\s|$)|\d+[.)](?=\s))", regex.MULTILINE)
"""Signs that mean something to Markdown where a line begins."""

ITALIC = frozenset({"caption", "credit", "reaction", "procedure"})


def markdown(documents: Iterable[list[Block]]) -> Iterator[bytes]:
    """Yield Markdown (CommonMark); holds one document."""
    return _prose(documents, _as_markdown, "\n\n", "\n---\n\n")


def plain(documents: Iterable[list[Block]]) -> Iterator[bytes]:
    """Yield plain text; holds one document."""
    return _prose(documents, _tidy, "\n\n\n", "\f\n")


def _prose(
    documents: Iterable[list[Block]], written: Callable[[Block], str], between: str, parted: str
) -> Iterator[bytes]:
    for number, document in enumerate(documents):
        if number:
            yield parted.encode()
        articles = ("\n\n".join(map(written, (*piece.titles, *piece.blocks))) for piece in pieces(document))
        yield (between.join(articles) + "\n").encode("utf-8", "replace")


def _tidy(block: Block) -> str:
    """Return a block's text without blanks at line ends, runs of blank lines, and the marks of headings."""
    text = headline(block) if block.kind in ("title", "heading") else block.text
    lines = [line.rstrip() for line in text.split("\n")]
    return str(regex.sub(r"\n{3,}", "\n\n", "\n".join(lines))).strip()


def _as_markdown(block: Block) -> str:
    if block.kind in ("title", "heading"):
        depth = min(6, level(block) + 1) if block.kind == "heading" else 1
        return f"{'#' * depth} {_escaped(_tidy(block).replace(chr(10), ' '))}"
    if block.kind in ITALIC:
        return _wrapped("*", _tidy(block))
    if block.kind == "byline":
        return _wrapped("**", _tidy(block))
    marker = block.marker if block.kind == "turn" else ""
    if not marker:
        return _escaped(_tidy(block))
    label = marker.lstrip("#").strip(" *\n\t　")
    return f"**{_escaped(label)}** {_escaped(_tidy(block)[len(marker) :].lstrip())}"


def _wrapped(mark: str, text: str) -> str:
    """Return each line of a text between marks of emphasis."""
    return "  \n".join(f"{mark}{_escaped(line.strip())}{mark}" for line in text.split("\n") if line.strip())


def _escaped(text: str) -> str:
    r"""Return text so that Markdown shows it as it is.

    >>> _escaped("# 平安*县")
    '\\# 平安\\*县'
    """
    return str(OPENING.sub(_shielded, SIGNS.sub(r"\\\g<0>", text)))


def _shielded(match: regex.Match[str]) -> str:
    sign = match[2]
    return f"{match[1]}{sign[:-1]}\\{sign[-1]}" if sign[0].isdigit() else f"{match[1]}\\{sign}"

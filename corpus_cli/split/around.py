"""Articles beside a talk: a page may print an interview and, before or behind it, articles with bylines."""

from __future__ import annotations

from collections.abc import Sequence

from corpus_cli.split.articles import find_articles
from corpus_cli.split.blocks import Block
from corpus_cli.split.lines import LineTable, line_table, made
from corpus_cli.split.roster import People
from corpus_cli.split.turns import Marker, blocks_of
from corpus_cli.text.han import is_chinese

LEAST_LINES = 6  # fewer lines beside a talk are its title and its lead
GAP = 2  # blank lines that part an article from the last turn


def with_articles(table: LineTable, markers: Sequence[Marker], people: People | None) -> list[Block]:
    """Return the blocks of a talk and of the articles before and behind it; without bylines there it is all talk."""
    first, last = markers[0].line, markers[-1].line
    cut = next((line.number for line in table.lines[last + 1 :] if line.blanks >= GAP), len(table.lines))
    start = table.start_of(first)
    end = table.start_of(cut) if cut < len(table.lines) else len(table.text)
    before = _articles(table.text[:start], people) if first >= LEAST_LINES else []
    behind = _articles(table.text[end:], people) if len(table.lines) - cut >= LEAST_LINES else []
    if not before and not behind:
        return blocks_of(table, markers)
    low, high = (start if before else 0), (end if behind else len(table.text))
    shift = first if before else 0
    talk = line_table(table.text[low:high])
    moved = [mark._replace(line=mark.line - shift, start=mark.start - low, end=mark.end - low) for mark in markers]
    return joined([(0, before), (low, blocks_of(talk, moved)), (high, behind)])


def _articles(text: str, people: People | None) -> list[Block]:
    """Return the blocks of articles in a part of the text, none where no byline names anybody."""
    if not is_chinese(text):
        return []
    blocks = find_articles(line_table(text), people)
    named = any(block.kind in ("byline", "credit") and block.speaker.name for block in blocks)
    return blocks if named else []


def joined(parts: Sequence[tuple[int, list[Block]]]) -> list[Block]:
    """Return the blocks of parts of a text, each given with its offset, as blocks of the whole."""
    out: list[Block] = []
    articles = 0
    for offset, blocks in parts:
        seen = len(out)
        for kind, start, end, speaker, printed, headings, article, place, continues, sure, why in blocks:
            span = (start + offset, end + offset)
            article = article + articles if article else 0
            continues = continues + seen if continues >= 0 else -1
            out.append(made(Block, (kind, *span, speaker, printed, headings, article, place, continues, sure, why)))
        articles = max((block.article for block in out), default=0)
    return out

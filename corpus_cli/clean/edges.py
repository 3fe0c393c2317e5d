"""Find running heads and page numbers at the edges of a text that is one page, by what its corpus shows.

One page alone proves nothing: its first line may be a title, its last one a number of a table.  Where a corpus has a
record for each page, heads come back from record to record and numbers count on, which `edge_learning` learns.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus_cli.clean.furniture import Furniture, find_furniture
from corpus_cli.clean.layout import is_running_text, starts_block
from corpus_cli.clean.lexicon import Heads, Lexicon
from corpus_cli.clean.page_lines import LONGEST_HEAD, PageLine, alike, is_short, letters_of, shortened
from corpus_cli.clean.page_numbers import PAGE_NUMBER, page_number
from corpus_cli.clean.rule import Page

DEPTH = 2
"""How many lines belong to the page at one edge at most."""

_OPENING = 12  # letters that tell a text from others
_ALIKE, _LEAST_MISREAD = 0.8, 5
_SHORTEST = 3
_TITLE = 22  # a longer line is no title


def furniture_of(page: Page) -> list[Furniture]:
    """Return the lines of a page that belong to it by what the text shows, and those by what its corpus does."""
    by_text = find_furniture(page.text, kept=page.keep_furniture)
    found = {line.start: line for line in (*edge_furniture(page.text, page.lexicon), *by_text)}
    return [found[start] for start in sorted(found)]


def edge_furniture(text: str, lexicon: Lexicon | None) -> list[Furniture]:
    """Return the lines at the edges of a text that are heads, feet or page numbers of its corpus, in order.

    A text that has nothing else is left as it is.
    """
    if lexicon is None or lexicon.top == lexicon.bottom == Heads():
        return []
    tops = _marked(edge_lines(text), lexicon.top)
    if tops is None:
        return []
    bottoms = (_marked(edge_lines(text, from_end=True), lexicon.bottom) or [])[::-1]
    if tops and bottoms and not text[tops[-1].end : bottoms[0].start].strip():
        return []
    return [*tops, *bottoms]


def edge_lines(text: str, *, from_end: bool = False) -> Iterator[PageLine]:
    """Yield the lines of a text that hold text, from the first one on or from the last one back.

    >>> [line.text for line in edge_lines("one\\n\\n two\\n", from_end=True)]
    ['two', 'one']
    """
    place = len(text) if from_end else 0
    while 0 <= place <= len(text):
        if from_end:
            start, end = text.rfind("\n", 0, place) + 1, place
            place = start - 1
        else:
            start, end = place, text.find("\n", place)
            end = end if end >= 0 else len(text)
            place = end + 1
        if line := shortened(text[start:end]):
            yield PageLine(line, start, end)


def may_be_head(line: str) -> bool:
    """Return whether a line has the form of a head without a number: short, no sentence, not marked as a title.

    >>> [may_be_head(line) for line in ("渡口旧闻", "# 渡口旧闻", "THE OLD FERRY", "the", "他们")]
    [True, False, True, False, False]
    """
    if len(line) > LONGEST_HEAD or line[0] == "#" or line[0].islower() or not is_short(line):
        return False
    return len(letters_of(line)) >= _SHORTEST


def is_text(line: str) -> bool:
    """Return whether a line is of the text, and no title or byline.

    >>> [is_text(line) for line in ("渡口在河的北岸，", "李春生 河西村小学校长")]
    [True, False]
    """
    return (is_running_text(line) or len(line) > _TITLE) and not starts_block(line)


def opening_of(line: str) -> str:
    """Return the first letters of a line, by which a text is known again when its marks are mended."""
    return letters_of(line[: 4 * _OPENING])[:_OPENING]


def _marked(lines: Iterator[PageLine], heads: Heads) -> list[Furniture] | None:
    """Return the lines from an edge inwards that are furniture, None where nothing else is there."""
    marked: list[Furniture] = []
    titles = 0
    for line in lines:
        number = page_number(line.text)
        if number is not None and heads.has_page(number):
            kind = "page-number" if PAGE_NUMBER.fullmatch(line.text) else "head"
        elif may_be_head(line.text) and _is_learnt(letters_of(line.text), heads):
            kind = "head"
            titles = titles or len(marked) + 1
        else:
            may_be_title = titles and (not is_text(line.text) or opening_of(line.text) in heads.openings)
            return marked[: titles - 1] if may_be_title else marked
        if len(marked) == DEPTH:  # more numbers than a page has are those of a table
            return []
        marked.append(Furniture(line.start, line.end, kind))
    return None


def _is_learnt(letters: str, heads: Heads) -> bool:
    """Return whether letters are those of a head of the corpus, or nearly so."""
    if letters in heads.letters:
        return True
    # Of a short name another sign makes another name.
    return len(letters) >= _LEAST_MISREAD and any(alike(letters, head, _ALIKE) for head in heads.letters)

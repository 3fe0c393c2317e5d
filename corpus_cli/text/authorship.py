"""Whose place a stretch of a page names: the one sign of authorship that is sure without reading the whole page.

Bylines carry places (江南省江北市博物馆馆长), and authors write of their own.  Where a page has several bylines, text
that names the place of one of them and of no other is that author's, wherever on the page it stands.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

import regex

from corpus_cli.text.bylines import LONGEST_BYLINE, read_byline
from corpus_cli.text.offices import is_office_part, places

SAMPLE = 4000  # code points of a stretch that are looked at
GAP = 4  # newlines; three blank lines part articles and pictures, not the lines of a column
OFTEN = 2  # a place named once may be a visit

_LINE = regex.compile(r"^[^\n]{2,90}$", regex.MULTILINE)
_BREAK = regex.compile(r"\n[ \t\u3000]*\n[ \t\u3000]*\n[ \t\u3000]*\n|\n#{1,6} (?![一二三四五六七八九十（(\d])")


class PageBylines:
    """Hold where the bylines of one text begin (code points) and the places they name; read when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _found(self) -> tuple[list[int], list[frozenset[str]]]:
        starts: list[int] = []
        named: list[frozenset[str]] = []
        for line in _LINE.finditer(self._text):
            says, here = _read(line[0])
            if says and (not named or here != named[-1]):
                starts.append(line.start())
                named.append(here)
        return starts, named

    def parted(self, left: int, right: int) -> bool:
        """Return whether a gap of `GAP` lines parts two offsets behind which several authors may go on.

        Two authors or more have begun above; which of them goes on behind the gap is not for one sentence to say.
        """
        starts, _ = self._found
        return bisect_left(starts, left) > 1 and self._text.count("\n", left, right) >= GAP

    def another_author(self, left: int, right: int) -> bool:
        """Return whether the text from offset `right` on is by another author than the text that ends at `left`.

        It is when a place of another byline stands there `OFTEN`, and no place of the byline above `left`.  A page with
        one byline never says so.
        """
        starts, named = self._found
        above = bisect_left(starts, left)
        if len(starts) < 2:
            return False
        below = bisect_left(starts, right)
        end = min(right + SAMPLE, *starts[below : below + 1], len(self._text))
        stop = _BREAK.search(self._text, right, end)
        stretch = self._text[right : stop.start() if stop else end]
        own = named[above - 1] if above else frozenset()
        rivals = {place for near in named[max(0, above - 8) : above + 8] for place in near - own}
        if any(place in stretch for place in own):
            return False
        before = self._before(left)
        return any(stretch.count(place) >= OFTEN and place not in before for place in rivals)

    def _before(self, left: int) -> str:
        """Return the text that belongs together up to `left`: the author may have changed above it already."""
        start = max(0, left - SAMPLE)
        breaks = [found.end() for found in _BREAK.finditer(self._text, start, left)]
        return self._text[breaks[-1] if breaks else start : left]


def _read(line: str) -> tuple[bool, frozenset[str]]:
    """Return whether a line is a byline or one of an office, and the places it names."""
    if len(line) > LONGEST_BYLINE or line[-1] in "。！？；：，,.":
        return False, frozenset()
    read = read_byline(line)
    role = read.role if read else line.strip() if is_office_part(line) else ""
    here = frozenset(places(role))
    # a name or an office alone is part of a byline, whose places stand on another line of it
    whole = read is not None and bool(read.names) and read.form not in ("name", "staff")
    return whole or bool(here), here

"""Whose place a stretch of a page names: the one sign of authorship that is sure without reading the whole page.

Bylines carry places (江南省江北市博物馆馆长), and authors write of their own.  Where a page has several bylines, text
that names the place of one of them and of no other is that author's, wherever on the page it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache

from corpus_cli.text.bylines import LONGEST_BYLINE, read_byline
from corpus_cli.text.offices import PROVINCES, is_office_part, places

SAMPLE = 4000  # code points of a stretch that are looked at
GAP = 4  # newlines; three blank lines part articles and pictures, not the lines of a column

_FEW = 16  # lines or places that are looked at before all are
_STOPS = frozenset("。！？；：，,.")
_BREAK = re.compile(r"\n(?:[ \t\u3000]*\n[ \t\u3000]*\n[ \t\u3000]*\n|#{1,6} (?![一二三四五六七八九十（(\d]))")
# What `places` finds no place without, the blanks and marks taken out that reading a byline takes out.  The two signs
# before such an end are the end of the place, but for the words that stand between them.
_PLACE_END = re.compile(
    r"[省市县区州盟旗镇乡日晚晨早商都法广电融]"
    r"(?:(?<=[省市县区州盟旗镇乡])|(?<=[日晚晨早商])(?=报)|(?=市报|[治制]报|播电视|视台|媒体))"
)
_PROVINCE = re.compile("|".join(PROVINCES))
_LONG_END = re.compile("自治|特别行政")
# One class, for which `re` looks twice as fast as for one class or another.
_LEFT_OUT = re.compile(r"[*\t\x0b-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")


class PageBylines:
    """Hold where the bylines of one text begin (code points) and the places they name; read when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _places(self) -> frozenset[str]:
        """Return the places that any byline names."""
        return frozenset().union(*(_read(line)[1] for _, line in self._lines if _may_name_place(line)))

    @cached_property
    def _ends(self) -> frozenset[str]:
        """Return ends of all places that bylines may name, more than there are, without reading any."""
        ends = frozenset(_place_ends("\n".join([line for _, line in self._lines])))
        return ends if len(ends) <= 2 * _FEW else frozenset(("",))

    @cached_property
    def _found(self) -> tuple[list[int], list[frozenset[str]]]:
        starts: list[int] = []
        named: list[frozenset[str]] = []
        # Bylines that name no place tell no two authors apart.
        for start, line in self._lines if self._places else ():
            says, here = _read(line)
            if says and (not named or here != named[-1]):
                starts.append(start)
                named.append(here)
        return starts, named

    @cached_property
    def _second(self) -> int:
        """Return where the second byline begins that names other places than the one before it; reads no further."""
        if self._places:
            first = None
            for start, line in self._lines:
                says, here = _read(line)
                if says and first not in (None, here):
                    return start
                first = here if says else first
        return len(self._text)

    @cached_property
    def _breaks(self) -> tuple[list[int], list[int]]:
        """Return starts and ends of the breaks between articles."""
        breaks = [match.span() for match in _BREAK.finditer(self._text)]
        return [start for start, _ in breaks], [end for _, end in breaks]

    @cached_property
    def _lines(self) -> list[tuple[int, str]]:
        """Return the lines that have the length and the end of a byline, with their starts."""
        found: list[tuple[int, str]] = []
        start = 0
        for line in self._text.split("\n"):
            size = len(line)
            if 1 < size <= LONGEST_BYLINE and line[-1] not in _STOPS and not line.isascii():
                found.append((start, line))
            start += size + 1
        return found

    def parted(self, left: int, right: int) -> bool:
        """Return whether a gap of `GAP` lines parts two offsets behind which several authors may go on.

        Two authors or more have begun above; which of them goes on behind the gap is not for one sentence to say.
        """
        return self._text.count("\n", left, right) >= GAP and left > self._second

    def another_author(self, left: int, right: int) -> bool:
        """Return whether the text from offset `right` on is by another author than the text that ends at `left`.

        It is when a place of another byline stands there twice, and no place of the byline above `left`.  A page with
        one byline never says so.
        """
        reach = self._text[right : self._next_break(right, min(right + SAMPLE, len(self._text)))]
        if not any(_is_often(end, reach) for end in self._ends) or self._is_own(left, right, reach):
            return False
        if len(self._places) <= _FEW and not any(_is_often(place, reach) for place in self._places):
            return False
        starts, named = self._found
        above = bisect_left(starts, left)
        if len(starts) < 2:
            return False
        below = bisect_left(starts, right)
        end = min(right + SAMPLE, *starts[below : below + 1], len(self._text))
        stretch = self._text[right : self._next_break(right, end)]
        own = named[above - 1] if above else frozenset()
        rivals = {place for near in named[max(0, above - 8) : above + 8] for place in near - own}
        if any(place in stretch for place in own):
            return False
        before = self._before(left)
        return any(_is_often(place, stretch) and place not in before for place in rivals)

    def _is_own(self, left: int, right: int, reach: str) -> bool:
        """Return whether a text names a place of the byline above, before another byline; looks at few lines."""
        at = bisect_left(self._lines, (left,))
        above = (_read(line) for _, line in self._lines[max(0, at - _FEW) : at][::-1])
        own = next((here for says, here in above if says), frozenset[str]())
        at = min((place for place in map(reach.find, own) if place >= 0), default=-1)
        if at < 0:
            return False
        first, last = bisect_left(self._lines, (right,)), bisect_left(self._lines, (right + at + 1,))
        between = self._lines[first:last]
        return len(between) <= _FEW and not any(_read(line)[0] for _, line in between)

    def _next_break(self, right: int, end: int) -> int:
        """Return where the first break behind `right` begins, `end` where none stands before it."""
        starts, ends = self._breaks
        at = bisect_left(starts, right)
        return starts[at] if at < len(starts) and ends[at] <= end else end

    def _before(self, left: int) -> str:
        """Return the text that belongs together up to `left`: the author may have changed above it already."""
        start = max(0, left - SAMPLE)
        starts, ends = self._breaks
        at = bisect_right(ends, left) - 1
        return self._text[ends[at] if at >= 0 and starts[at] >= start else start : left]


def _is_often(place: str, text: str) -> bool:
    """Return whether a place stands in a text twice; once may be a visit."""
    first = text.find(place)
    return first >= 0 and text.find(place, first + len(place)) >= 0


def _may_name_place(line: str) -> bool:
    line = _LEFT_OUT.sub("", line)
    return _PLACE_END.search(line) is not None or _PROVINCE.search(line) is not None


def _place_ends(lines: str) -> list[str]:
    """Return what places that lines may name end in: two signs, or "" for any place."""
    lines = _LEFT_OUT.sub("", lines)
    starts = [match.start() for match in _PLACE_END.finditer(lines)]
    ends = [lines[start - size - 2 : start - size] for start in starts for size in (0, 1) if start >= size + 2]
    return [*ends, *_PROVINCE.findall(lines), *([""] if starts and _LONG_END.search(lines) else [])]


@lru_cache(maxsize=1024)
def _read(line: str) -> tuple[bool, frozenset[str]]:
    """Return whether a line is a byline or one of an office, and the places it names."""
    read = read_byline(line)
    role = read.role if read else line.strip() if is_office_part(line) else ""
    here = frozenset(places(role) if role else ())
    # a name or an office alone is part of a byline, whose places stand on another line of it
    whole = read is not None and bool(read.names) and read.form not in ("name", "staff")
    return whole or bool(here), here

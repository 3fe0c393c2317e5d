"""Authorship is told from few lines as it is from all of them."""

import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.text.authorship import GAP, SAMPLE, PageBylines, _read

_LINE = regex.compile(r"^[^\n]{2,90}$", regex.MULTILINE)
_BREAK = regex.compile(r"\n[ \t\u3000]*\n[ \t\u3000]*\n[ \t\u3000]*\n|\n#{1,6} (?![一二三四五六七八九十（(\d])")

LINES = (
    "蒋思远 江南省江北市供热办主任",
    "王小明",
    "江南省青石县交通局局长",
    "高　山 成都市报社社长",
    "本刊记者 李春生",
    "桥修好了，青石县的果农从江北赶来，江北的孩子也来",
    "成都的老人说，成都暖和，青石冷，青石远。",
    "柳树",
    "# 河边的桥",
    "## 一、修桥",
    "后来水退了，老人和孩子都跟着下山去看桥。",
)
gaps = st.sampled_from((2, 1, 4, 5))
pages = st.lists(st.sampled_from(LINES), min_size=3, max_size=4, unique=True).flatmap(
    lambda few: st.lists(st.tuples(st.sampled_from(few), gaps), min_size=3, max_size=10)
)


def _bylines(text: str) -> tuple[list[int], list[frozenset[str]]]:
    starts: list[int] = []
    named: list[frozenset[str]] = []
    for line in _LINE.finditer(text):
        says, here = _read(line[0]) if line[0][-1] not in "。！？；：，,." else (False, frozenset())
        if says and (not named or here != named[-1]):
            starts.append(line.start())
            named.append(here)
    return starts, named


def _another_author(text: str, left: int, right: int) -> bool:
    starts, named = _bylines(text)
    above = sum(start < left for start in starts)
    if len(starts) < 2:
        return False
    end = min([right + SAMPLE, len(text), *[start for start in starts if start >= right][:1]])
    stop = _BREAK.search(text, right, end)
    stretch = text[right : stop.start() if stop else end]
    own = named[above - 1] if above else frozenset()
    rivals = {place for near in named[max(0, above - 8) : above + 8] for place in near - own}
    if any(place in stretch for place in own):
        return False
    start = max(0, left - SAMPLE)
    before = text[max([start, *[found.end() for found in _BREAK.finditer(text, start, left)]]) : left]
    return any(stretch.count(place) >= 2 and place not in before for place in rivals)


def _gaps(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in regex.finditer(r"\n+", text.rstrip("\n"))]


@settings(derandomize=True, max_examples=200, deadline=None)
@given(pages)
def test_every_gap_is_judged_as_from_all_lines(lines: list[tuple[str, int]]) -> None:
    text = "".join(line + "\n" * count for line, count in lines)
    page = PageBylines(text)
    starts, _ = _bylines(text)
    for left, right in _gaps(text):
        assert page.another_author(left, right) == _another_author(text, left, right)
        parted = sum(start < left for start in starts) > 1 and text.count("\n", left, right) >= GAP
        assert page.parted(left, right) == parted


def test_some_gaps_part_authors() -> None:
    text = "\n\n".join((LINES[0], "石头多，路不好走", LINES[6], LINES[2], "桥修好了，水能过", LINES[6]))
    page = PageBylines(text)
    assert [page.another_author(left, right) for left, right in _gaps(text)] == [True, True, False, False, False]

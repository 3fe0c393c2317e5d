"""Find what belongs to the page and not to the text: running heads and feet, page numbers.

Repetition alone proves nothing (titles and articles of law repeat too).  A line is a masthead by its form (a name
with an issue, a volume or a date) and its place (the first line, or again further down, misread or not).  A line
beside a masthead is a running title when it comes back, carries a page number, or cuts a sentence in two.  A number
alone is a page number when it stands beside a head, or when its neighbours in the text count on by one page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex
from rapidfuzz import fuzz

from corpus_cli.clean.layout import ends_open, starts_block
from corpus_cli.clean.page_lines import (
    LONGEST_HEAD,
    NEIGHBOURS,
    PAGE_BEHIND,
    PageLine,
    alike,
    is_short,
    letters_of,
    page_lines,
)
from corpus_cli.clean.page_numbers import PAGE_NUMBER, mark_page_numbers
from corpus_cli.clean.running_lines import mark_running_lines
from corpus_cli.clean.wrapping import may_be_wrapped

# How far a rule looks back for a title, in lines; how many names and numbers it compares.
_LOOK_BACK = 200
_MOST_NAMES = 60

# A name with an issue: 河西月刊 2019.4, 河西月刊 第三卷第五期, 2019年第4期 河西月刊, 河西日报 2019年4月5日 星期五.
_DAY = r"年\s*(?:第\s*\d{1,3}\s*期|\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|第[一二三四]季)"
_COUNT = r"第\s?[一二三四五六七八九十百\d]{1,4}\s?"
_ISSUE = rf"(?:(?:19|20)\d{{2}}\s*(?:[.．·/]\s*\d{{1,2}}|{_DAY})\s*期?|{_COUNT}卷[\s·、，]?{_COUNT}[期号號])"
_MASTHEAD = regex.compile(
    rf"(?P<name>[\p{{Han}}·《》]{{2,14}}?)\s*{_ISSUE}(?P<rest>(?!\s*[：:])(?:\s.*|[^\w\n]*|[^\d，。；]{{0,4}}))"
)
_MASTHEAD_LAST = regex.compile(
    rf"{_ISSUE}\s*(?:总第\s*\d+\s*期)?\s+(?P<name>[\p{{Han}}·《》]{{2,14}})(?P<rest>\s*[^\w\n]*\d{{0,4}})"
)
# VOL. 3 NO. 4, as recognition leaves it, with a page number behind it.
_VOLUME = regex.compile(
    r"(?i)(?P<name>.*?)\s*\bV[o0][lu1i][.,\s]*[\dIVXL]*[.,\s]*N[o0][.,\s]*\S{1,3}(?:\s+\d{1,4})?\W*"
)


_VOLUME_HINT = re.compile(r"[Vv][o0O][lLuU1iI]")
# A class of signs in front lets `re` skip the others.
_FORM_HINT = re.compile(r"[12Vv期号號](?:(?<=1)9\d|(?<=2)0\d|(?<=[Vv])[o0O][lLuU1iI]|(?<=[期号號])(?!\w))")


@dataclass(frozen=True, slots=True)
class Furniture:
    """Name a line that belongs to the page: its span (code points) and its kind, `head` or `page-number`."""

    start: int
    end: int
    kind: str


def find_furniture(text: str, *, kept: bool = False) -> list[Furniture]:
    """Return the lines of a text that belong to its pages, in order.

    Where furniture is `kept`, it is found in a text too whose lines were joined around it.
    """
    lines = page_lines(text)
    names = _masthead_names(lines)
    if names:
        _mark_heads(lines, names)
        _mark_running_titles(lines)
    if "\f" in text:
        _mark_page_tops(text, lines)
    if kept or may_be_wrapped(text):
        mark_running_lines(text, lines, joined=kept)
    mark_page_numbers(lines)
    return [Furniture(line.start, line.end, line.kind) for line in lines if line.kind]


def _masthead_names(lines: Sequence[PageLine]) -> list[str]:
    """Return the names in lines of masthead form that stand first or come back."""
    first: dict[str, int] = {}
    formed: Counter[str] = Counter()
    for number, line in enumerate(lines):
        if len(line.text) > LONGEST_HEAD or not _FORM_HINT.search(line.text):
            continue
        name = line.form = masthead_name(line.text)
        if name is None:
            continue
        if not name and number and len(lines[number - 1].text) <= 40:
            name = lines[number - 1].letters
        if name:
            first.setdefault(name, number)
            formed[name] += 1
    names = list(first)[:_MOST_NAMES]
    return [name for name in names if first[name] <= 2 or _comes_back(name, formed, lines)]


def _comes_back(name: str, formed: Counter[str], lines: Sequence[PageLine]) -> bool:
    """Return whether a name stands in masthead form again, or a long one alone on a line."""
    if sum(count for other, count in formed.items() if alike(name, other, 0.6)) > 1:
        return True
    near = len(name) + 8
    return len(name) >= 6 and sum(len(line.text) <= near and line.letters == name for line in lines) > 1


def masthead_name(line: str) -> str | None:
    """Return the name in a line of masthead form, "" when the form stands alone, None when there is no such form."""
    form = _FORM_HINT.search(line)
    if not form:
        return None
    match = (_MASTHEAD_LAST if line[0] in "12" else _MASTHEAD).fullmatch(line) if form[0][0] not in "Vv" else None
    if match and not regex.search(r"[，。；]\W*\w", match["rest"]):
        return letters_of(match["name"])
    match = _VOLUME.fullmatch(line) if _VOLUME_HINT.search(line) else None
    return letters_of(match["name"]) if match else None


def _mark_heads(lines: Sequence[PageLine], names: Sequence[str]) -> None:
    """Mark the lines that are a masthead or begin with one."""
    longest = max(map(len, names)) + 8
    begins = tuple(names)
    for line in lines:
        size = len(line.text)
        if size > LONGEST_HEAD:
            continue
        if size > longest and line.form is None and not (line.text.startswith(begins) or _ends_in_capitals(line.text)):
            continue
        for name in names:
            if _is_head(line, name):
                line.kind = "head"
                line.is_full = line.form == "" or len(line.letters) > len(name) + 1
                break


# A name with a year, whatever recognition left of the issue.
_YEAR_BEHIND = regex.compile(r"\p{Han}{2,14}\s*(?:19|20)\d\d(?!\s*年?代)")


def _ends_in_capitals(text: str) -> bool:
    return text[1:2].isascii() and text[-8:] == text[-8:].upper()


def _is_head(line: PageLine, name: str) -> bool:
    """Return whether a line is the masthead of that name, alone, in its form, or before a running title."""
    if line.form is not None and (not line.form or alike(name, line.form, 0.6)):
        return True
    if _YEAR_BEHIND.match(line.text) and line.letters.startswith(name) and is_short(line.text):
        return True
    if len(line.text) <= len(name) + 8 and alike(name, line.letters, 0.8) and is_short(line.text):
        return True
    return _leads(name, line)


def _leads(name: str, line: PageLine) -> bool:
    """Return whether a line is a masthead followed by a running title in capitals."""
    rest = line.letters[len(name) :] if len(name) >= 6 else ""
    if not rest or not alike(name, line.letters[: len(name)], 0.85):
        return False
    printed = "".join(filter(str.isalpha, line.text))[-len(rest) :]
    return sum(map(str.isupper, printed)) > 0.8 * len(printed)


def _mark_running_titles(lines: Sequence[PageLine]) -> None:
    """Mark the lines beside a masthead that are a running title."""
    slots = [
        (number, lines[number])
        for number in range(1, len(lines))
        if lines[number - 1].kind == "head"
        and not lines[number - 1].is_full
        and not lines[number].kind
        and is_short(lines[number].text)
    ]
    for place, (number, line) in enumerate(slots):
        near = slots[max(0, place - NEIGHBOURS) : place + NEIGHBOURS]
        others = [other.letters for at, other in near if at != number]
        if _is_running_title(lines, number, others):
            line.kind = "head"
    marked = any(line.kind for _, line in slots)
    for number, line in slots:
        if marked and not line.kind and number > 1 and len(line.text) <= 12 and is_short(_text_at(lines, number + 1)):
            line.kind = "head" if not starts_block(line.text) else ""


def _is_running_title(lines: Sequence[PageLine], number: int, others: Sequence[str]) -> bool:
    """Return whether the short line behind a masthead shows itself as a running title."""
    line = lines[number]
    after = [_text_at(lines, at) for at in range(number + 1, number + 4)]
    title = [letters_of(text) for text in after if is_short(text)]
    if any(_is_title_of(line.letters, other) for other in (*title, "".join(title), "".join(title[:2]))):
        return True
    has_page = PAGE_BEHIND.search(line.text) is not None
    if number == 1 or has_page or starts_block(line.text):
        return has_page
    if any(_is_title_of(line.letters, other) for other in others):
        return True
    before = [line for line in lines[max(0, number - _LOOK_BACK) : number] if not line.kind]
    if line.text.isupper() and len(line.letters) >= 4:
        printed = letters_of(" ".join(other.text for other in before))
        return line.letters in printed or (len(line.letters) >= 8 and fuzz.partial_ratio(line.letters, printed) >= 75)
    before = [line for line in before if not PAGE_NUMBER.fullmatch(line.text)]
    cuts = bool(before) and (ends_open(before[-1].text) or before[-1].text.endswith("-"))
    return cuts and not is_short(after[0])


def _is_title_of(running: str, title: str) -> bool:
    """Return whether a running title is a title, misread or cut short."""
    if not running or not title:
        return False
    least = 0.5 if len(running) <= 4 else 0.65
    if alike(running, title, least):
        return True
    return len(running) >= 6 and len(title) > len(running) and alike(running, title[: len(running)], 0.7)


def _text_at(lines: Sequence[PageLine], number: int) -> str:
    return lines[number].text if number < len(lines) else ""


def _mark_page_tops(text: str, lines: Sequence[PageLine]) -> None:
    """Mark the first lines of pages that come back at the top of another page, the pages parted by form feeds."""
    tops = [n for n, line in enumerate(lines) if not n or text.find("\f", lines[n - 1].end, line.start) >= 0]
    short = [n for n in tops if is_short(lines[n].text) and lines[n].letters and not starts_block(lines[n].text)]
    counts = Counter(lines[n].letters for n in short)
    for n in short:
        again = counts[lines[n].letters] > 1 or any(
            alike(lines[n].letters, other, 0.8) for other in list(counts)[:_MOST_NAMES] if other != lines[n].letters
        )
        if again and len(lines[n].letters) > 3:
            lines[n].kind = "head"


def gaps(text: str, furniture: Sequence[Furniture]) -> Iterator[tuple[int, int, str]]:
    """Yield the spans to cut out for furniture, with what stays there: a blank line where one stood.

    Furniture lines that stand one behind the other are cut out together, with the line ends around them.
    """
    place = 0
    while place < len(furniture):
        first = place
        while place + 1 < len(furniture) and not text[furniture[place].end : furniture[place + 1].start].strip():
            place += 1
        start, end = furniture[first].start, furniture[place].end
        while start and text[start - 1] in "\f\n \t\u3000":
            start -= 1
        while end < len(text) and text[end] in "\f\n \t\u3000":
            end += 1
        cut = text[start:end]
        stays = "\n\n\f" if "\f" in cut else "\n\n" if "\n\n" in cut else "\n"
        if end == len(text):
            stays = "\n" if cut.endswith("\n") else ""
        yield start, end, stays if start else ""
        place += 1

"""Join a paragraph that the end of a column or page cut in mid-sentence.

Recognition prints what stands on the page in blocks: where a column ends the sentence stops, often in the middle of
a word, and goes on behind a blank line.  The left part has no sentence end, the right part no beginning.  The two
are joined where both read as running text.  A caption that the layout put between them goes behind the joined
paragraph, with the blank lines it had.

Left alone: headings, titles, bylines, captions and list items on either side; a left part that ends in a colon or a
sentence end, inside closing quotes too; verse; parts of two articles, where the right one names the place of another
byline of the page; texts in which so many paragraphs lack their end that its absence
shows nothing.

Harm on the development pages: none; all but one in a hundred of the joins are right.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

import regex

from corpus_cli.clean.furniture import find_furniture
from corpus_cli.clean.layout import ends_in_function_word, ends_open, glue, is_running_text, starts_block
from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.text.authorship import PageBylines
from corpus_cli.text.bylines import read_byline
from corpus_cli.text.han import has_han, is_han

# The line end behind an open end, before a blank line and what is no heading; starts with the literal for speed.
_OPEN_END = r"\n(?<=[\w%％‰℃，、,；;·～~/”’」』）)】〕》〉］\]\"']\n)"
_BEFORE_BLANK = r"(?=[ \t\u3000\f]*\n[\n \t\u3000\f]*(?!#{1,6}\s|[\[【])[^\n \t\u3000\f])"
# The same without a blank line: long lines have another long one below them.
_BEFORE_LINE = r"(?<=[^\n]{40}\n)(?=[ \t\u3000\f]*[^\n \t\u3000\f][^\n]{7})"
_CUT = re.compile(f"{_OPEN_END}{_BEFORE_BLANK}")
_CHINESE_CUT = re.compile(f"{_OPEN_END}(?:{_BEFORE_BLANK}|{_BEFORE_LINE})")
_GAP = re.compile(r"\n[\n \t\u3000\f]*")
# A line end without a blank line cuts a paragraph only where the line is as long as one and has a whole sentence.
_LONG = 40
_LATIN_END = re.compile(r"[a-z)\"”’][.!?]['\"”’]? [A-Z“\"‘][^.!?]*[a-z]{2}")
# Who speaks next is no caption.
_SPEAKERS = frozenset(("主持人", "记者", "記者", "嘉宾", "嘉賓", "编者", "編者", "主席", "提问", "回答", "问", "答"))
_CAPTION_SIGNS = 22
_LATIN_CAPTION_SIGNS = 50
# A paragraph can begin with who says it; a heading with a number cannot be running text.
_SPEAKER = regex.compile(r"[\p{Han}·]{1,8}[：:][^：:]")
# A caption that recognition glued to the end of a paragraph: a few signs behind the full stop, without the small words
# that a sentence cut there would hold.
_GLUED_CAPTION = regex.compile(
    r"[”’）」]*[^，、；：,;:的了是在和与及以为被把将由于对从而也有到又所其这那因则但并]{4,12}"
)


class _Line(NamedTuple):
    """Hold a line with its place."""

    text: str
    start: int
    end: int


def find(page: Page) -> Iterator[Change]:
    """Yield the joins of cut paragraphs, and the moves of captions that stood in a cut."""
    text = page.text
    kept = {line.start for line in find_furniture(text)} if page.keep_furniture else frozenset[int]()
    bylines = PageBylines(text)
    place = 0
    for gap in (_CHINESE_CUT if "。" in text else _CUT).finditer(text):
        if gap.start() < place:
            continue
        start = text.rfind("\n", 0, gap.start()) + 1
        if not _is_cut(text[start : gap.start()]):
            continue
        left = _Line(text[start : gap.start()], start, gap.start())
        if left.start in kept or (kept and _starts_furniture(text, left.end, kept)):
            continue
        for change in _join(text, left, bylines):
            if not place and _is_unpunctuated(text):
                return
            place = change.end
            yield change


def _starts_furniture(text: str, end: int, kept: Collection[int]) -> bool:
    """Return whether the line behind the gap at `end` belongs to the page."""
    line = _line_after(text, end)
    return line is not None and text.rfind("\n", 0, line.start) + 1 in kept


def _join(text: str, left: _Line, bylines: PageBylines) -> Iterator[Change]:
    """Yield the changes that join `left` with what goes on behind the gap, if anything does."""
    first = _line_after(text, left.end)
    if first and "\n" not in text[left.end + 1 : first.start] and not _is_paragraph(left.text, first.text):
        return
    if first and _goes_on(left.text, first.text):
        if bylines.parted(left.end, first.start) or bylines.another_author(left.end, first.start):
            return
        yield Change(left.end, first.start, glue(left.text, first.text))
        return
    if not first or not _is_caption(first.text):
        return
    if not has_han(left.text) and not left.text[-1].isalpha():
        return
    second = _line_after(text, first.end)
    if not second or not _goes_on(left.text, second.text) or _shares_a_word(first.text, second.text):
        return
    if _names_the_article(first.text, text) or read_byline(first.text):
        return
    if not bylines.another_author(left.end, second.start):
        yield Change(left.end, second.start, glue(left.text, second.text))
        yield Change(second.end, second.end, text[left.end : first.end])


def _is_cut(left: str) -> bool:
    """Return whether a line is running text that stops in mid-sentence, and no heading or glued caption does."""
    if not is_running_text(left) or not ends_open(left):
        return False
    tail = left[max(left.rfind("。"), left.rfind("！"), left.rfind("？")) + 1 :]
    if len(tail) == len(left) and not _LATIN_END.search(left):
        return not starts_block(left) or (len(left) >= _LONG and _SPEAKER.match(left) is not None)
    return not (has_han(tail) and _GLUED_CAPTION.fullmatch(tail))


def _is_paragraph(left: str, right: str) -> bool:
    """Return whether two lines without a blank line between them are parts of a Chinese paragraph by their length."""
    return len(left) >= _LONG and "。" in left and has_han(left) and len(right) >= 8


def _goes_on(left: str, right: str) -> bool:
    """Return whether `right` reads as the rest of the sentence that `left` begins."""
    right = right.lstrip()
    if not is_running_text(right) or starts_block(right):
        return False
    if is_han(left.rstrip("”’」』）)】》％%，、；,;0123456789 ")[-1:]) or has_han(right[:2]):
        return (len(left) >= 15 and not right.startswith(("“", "‘", "「", "『"))) or left.endswith(("，", "、"))
    return len(left) >= 40 and (right[:1].islower() or (right[:1].isupper() and ends_in_function_word(left)))


def _is_caption(line: str) -> bool:
    """Return whether a line between the parts of a sentence can be a caption: short, no heading, no marks."""
    if len(line) > (_CAPTION_SIGNS if has_han(line) else _LATIN_CAPTION_SIGNS) or line.isupper():
        return False
    return not is_running_text(line) and not starts_block(line) and line.strip() not in _SPEAKERS


def _names_the_article(line: str, text: str) -> bool:
    """Return whether a line is a title rather than a caption: its words come back all over the text."""
    return text.count(line) > 1 or (len(line) <= 4 and text.count(line[:2]) > 4)


def _shares_a_word(title: str, text: str) -> bool:
    """Return whether a text begins with two signs or a word of the line before it, as articles do with their title."""
    if not has_han(title):
        words = text[:40].lower().split()
        return any(word in words for word in title.lower().split() if len(word) > 3)
    head = text[:12]
    return any(title[i : i + 2] in head for i in range(len(title) - 1))


def _is_unpunctuated(text: str) -> bool:
    """Return whether more than half of the paragraphs of running text lack their end."""
    lines = [line for line in re.split(r"\n[ \t\u3000]*\n", text) if len(line) >= 40]
    return 2 * sum(map(ends_open, lines)) > len(lines) + 2


def _line_after(text: str, end: int) -> _Line | None:
    """Return the line behind the gap that starts at `end`."""
    gap = _GAP.match(text, end)
    if gap is None or gap.end() == len(text):
        return None
    stop = text.find("\n", gap.end())
    stop = len(text) if stop < 0 else stop
    return _Line(text[gap.end() : stop], gap.end(), stop)


RULE = Rule(
    name="cut-paragraphs",
    profile="safe",
    find=find,
    changes=(
        (
            "今年春天，镇里修好了东边的石桥，又在河边种下许多柳\n\n树，来往的人都停下来看。\n",
            "今年春天，镇里修好了东边的石桥，又在河边种下许多柳树，来往的人都停下来看。\n",
        ),
        (
            "村里把旧祠堂改成图书室，办起“周末读书会”\n\n\n等活动，老人和孩子都来。",
            "村里把旧祠堂改成图书室，办起“周末读书会”等活动，老人和孩子都来。",
        ),
        (
            "春分那天，各村的人都到渠上挖土。今年的渠比去年又长了两里，水能一直流到下游的三个村，大家心里很踏\n"
            "实。中午，妇女们把饭送到渠上。",
            "春分那天，各村的人都到渠上挖土。今年的渠比去年又长了两里，水能一直流到下游的三个村，大家心里很踏"
            "实。中午，妇女们把饭送到渠上。",
        ),
        (
            "去年秋天，学校为了纪念成立60\n\n周年，请老校友回来讲课。",
            "去年秋天，学校为了纪念成立60周年，请老校友回来讲课。",
        ),
        (
            "渔民们天不亮就出海，傍晚才把满船的鱼\n\n\n\n晒网的人\n\n运回码头，卖给等在那里的客商。\n\n第二天又是如此。",
            "渔民们天不亮就出海，傍晚才把满船的鱼运回码头，卖给等在那里的客商。\n\n\n\n晒网的人\n\n第二天又是如此。",
        ),
        (
            "The old man, who had kept the lighthouse for years, looked out over the\n\nwater and said nothing.",
            "The old man, who had kept the lighthouse for years, looked out over the water and said nothing.",
        ),
    ),
    stays=(
        "春天来了，河边的柳树绿了。\n\n夏天来了，池里的荷花开了。",
        "会议指出，下一步要抓好以下工作：\n\n各村要清点渠道，修好水闸。",
        "他站在桥上，对大家说：“水退了。”\n\n大家都笑了，有人唱起歌来。",
        "石桥修好了，两岸的人都来看，一直站到天黑\n\n二、渠道的清理\n\n渠道长三里，淤了十年。",
        "村口的树长得很高，夏天有很多人在树下坐\n\n李春生 河西村小学校长\n\n河西村小学建于民国初年，校舍是旧庙。",
        "渠水怎么修，谁来管，钱从哪里出\n\n主持人 00:01:38\n\n今天请来三位村长，说说修渠的事。",
        "那年水大，我们连夜把牛都赶到山上去了（笑）\n\n后来水退了，老人和孩子都跟着下山。",
        "那年水大，我们连夜把牛都赶到山上，一直走到\n\n主持人\n\n后来呢，水退了没有？大家都等着。",
        "水边的芦苇，风一吹就低下去\n\n月亮从山后\n\n慢慢升起",
        "The river rose, and nobody slept that night in the lower town.\n\nthe end",
        "第一条 为了保护河流，根据本县实际，制定本办法\n\n第二条 本办法所称河流，是指县内的河流。",
    ),
)

"""Join the lines of a paragraph that the engine printed line by line as they stand on the page.

Classical engines end every printed line with a line end, put blank lines into paragraphs, or none between them.  The
layout of the text is inferred first: how wide a full line is, whether paragraphs begin with an indent.  A line that
is full goes on in the next one; a short line, or a full one that ends a sentence before a line with an indent, ends
its paragraph.  Between Han nothing is put, between Latin words a blank; between two paragraphs that only a line end
parts, a blank line.

Left alone: texts whose lines have no common width, or end as sentences or verses do; headings, list items, articles
of law, bylines, titles and captions, tables; who speaks next in a play or a debate; addresses and other short lines;
a hyphen at a line end.

Harm on the development pages: none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from corpus_cli.clean.edges import furniture_of
from corpus_cli.clean.layout import (
    SHARES_A_WORD,
    TIMED_SPEAKER,
    ends_in_function_word,
    ends_open,
    glue,
    is_running_text,
    starts_block,
)
from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.clean.width_evidence import may_have_layout
from corpus_cli.clean.wrapping import MARKS, Layout, Row, may_be_wrapped, read_layout
from corpus_cli.text.bylines import read_byline

_BY = re.compile(r"(?:By|BY|by) (?:[A-Z]\.? ?)+[A-Z][A-Za-z.]")
# Starts that no sentence goes on into, however full the line before them is.
_STRONG_START = regex.compile(
    r"\s*(?:#{1,6}\s|\||第[一二三四五六七八九十百零〇\d]{1,5}[章节条编][^\u4e00-\u9fff，。、]"
    rf"|[一二三四五六七八九十]{{1,3}}、|\d{{1,2}}、|\d{{1,2}}[.．](?:\s|(?=\p{{Han}}))|[A-H][.．、]\s?\p{{Han}}|{TIMED_SPEAKER})"
)
# Who speaks in a play or a report of a debate: ANNA. / Mr. MASON: / The CHAIR (Mr. Fuller). / MARTHA (leise):
_SPEAKER = regex.compile(
    r"(?:(?:\p{Lu}\p{Ll}{1,3}\.|The|\p{Lu}{2,4}) ){0,2}\p{Lu}[\p{Lu}’'-]{2,}(?: \p{Lu}[\p{Lu}’'.-]+){0,4}(?:[.:]|,? \()"
)
# The same with a name in small letters, which running text can begin with too: Anna: / Dr. Karl Mason:
_NAME = regex.compile(r"(?:\p{Lu}[\p{L}’'.-]* ){0,3}\p{Lu}[\p{L}’'-]+: ?\S")
_BOTH = re.compile(rf"(?:{'|'.join(sorted(SHARES_A_WORD))})\b")
_TALK = 3
_LATIN = re.compile("[A-Za-z0-9]")
_LATIN_START = re.compile(r"[“‘(（《]?[!-~]{2,24}")
_LATIN_SLACK = 6
_HYPHEN = re.compile(r"(?<!\s)-$(?<!\s--)")
_LETTER = re.compile(r"[^\W\d_]")
_LEADERS = re.compile(r"\.{4}|…{2}|·{4}")


def find(page: Page) -> Iterator[Change]:
    """Yield the joins of lines that are one paragraph."""
    text = page.text
    read = read_layout(text) if may_be_wrapped(text) else None
    if read is None:
        return
    layout, rows = read
    kept = {line.start for line in furniture_of(page)} if page.keep_furniture else frozenset[int]()
    joins = _chinese_join if layout.is_chinese else _latin_join
    marks_starts = layout.marks_starts
    # A page that has several names with a colon at the beginning of its lines is an interview.
    is_talk = not layout.is_chinese and _is_talk(rows)
    starts = True
    for left, right in pairwise(rows):
        gap = right.start - left.end
        blank = gap > 1 and text.count("\n", left.end, right.start) > 1
        if (kept and (left.line in kept or right.line in kept)) or (marks_starts and right.start - right.line > 1):
            starts = True
        elif not _is_next_speaker(left, right, is_talk=is_talk) and joins(
            layout, left, right, starts=starts, blank=blank
        ):
            yield Change(left.end, right.start, _between(left.text, right.text))
            starts = False
        else:
            if gap == 1 and _are_two(layout, left, right, starts=starts):
                yield Change(left.end, right.start, "\n\n")
            starts = True


def _between(left: str, right: str) -> str:
    """Return what stands between two lines that are joined; a hyphen before `und` or `or` keeps its blank."""
    if _HYPHEN.search(left):
        return " " if _BOTH.match(right) and left[-2:-1].isalpha() else ""
    return glue(left, right)


def _is_talk(rows: Sequence[Row]) -> bool:
    """Return whether several lines begin with a name and a colon."""
    return sum(":" in row.text and _NAME.match(row.text) is not None for row in rows) >= _TALK


def _is_next_speaker(left: Row, right: Row, *, is_talk: bool) -> bool:
    """Return whether a line that says in Latin letters who speaks follows one that does not stop inside a clause."""
    last = left.text[-1]
    if not right.text[0].isupper() or last.isalnum() or last in ",;-":
        return False
    return _SPEAKER.match(right.text) is not None or (is_talk and _NAME.match(right.text) is not None)


def _are_two(layout: Layout, left: Row, right: Row, *, starts: bool) -> bool:
    """Return whether two lines that are not joined are two paragraphs, not two lines of one title or address."""
    if not layout.is_chinese:
        return _BY.match(right.text) is not None or (
            not ends_open(left.text) and (not starts or is_running_text(left.text))
        )
    if _LEADERS.search(left.text):
        return False
    if not starts or right.width >= layout.width - 6:
        return True
    return any(_is_paragraph(line) for line in (left.text, right.text))


def _is_paragraph(line: str) -> bool:
    """Return whether a line is one by its form, and no number in a table."""
    return _LETTER.search(line) is not None and (is_running_text(line) or starts_block(line) or bool(read_byline(line)))


def _chinese_join(layout: Layout, left: Row, right: Row, *, starts: bool, blank: bool) -> bool:
    """Return whether the right line goes on with the left one, in Chinese text."""
    least = layout.width - (4 if starts and layout.has_indent else 0) - 3
    is_open = ends_open(left.text)
    if is_open and left.width < least:
        # A word that did not fit stands on the next line; Latin letters are narrower than half a character.
        left_out = _LATIN_START.match(right.text)
        least -= min(_LATIN_SLACK, len(_LATIN.findall(left.text)) // 4) + (len(left_out[0]) if left_out else 0)
    if not least <= left.width <= layout.width + 8 or left.width < layout.width // 2:
        return False
    if _STRONG_START.match(right.text):
        return False
    if starts_block(right.text) and (not is_open or left.text[-1] in "；;"):
        return False
    if is_open:
        return _LEADERS.search(left.text) is None
    first = right.width <= layout.width - 3
    if first and right.text[-1] not in MARKS and not is_running_text(right.text):
        return False
    if first and layout.has_indent and (ends_open(right.text) or blank):
        return False
    return layout.has_indent or not blank


def _latin_join(layout: Layout, left: Row, right: Row, *, starts: bool, blank: bool) -> bool:
    """Return whether the right line goes on with the left one, in Latin scripts."""
    last = left.text[-1]
    goes_on = right.text[0].islower() or right.text.lstrip("\"“‘'`*-_.,")[:1].islower()
    is_open = last.isalnum() or last in "-–—" or ends_open(left.text)
    if not (is_open and goes_on) and starts_block(right.text):
        return False
    full = len(left.text) >= 0.75 * layout.width
    if blank:
        return is_open and full and (goes_on or left.text.endswith("-") or ends_in_function_word(left.text))
    if is_open:
        return full or goes_on or not starts
    return full


RULE = Rule(
    name="wrapped-lines",
    profile="safe",
    find=find,
    gates=may_have_layout,
    changes=(
        (
            "村东的石桥修于清朝末年，桥\n面用青石铺成，两边各有六根\n石柱，柱头刻着狮子。每年春\n天河水上涨，桥下的水声很远\n就能听见，孩子们都爱来。",
            "村东的石桥修于清朝末年，桥面用青石铺成，两边各有六根石柱，柱头刻着狮子。"
            "每年春天河水上涨，桥下的水声很远就能听见，孩子们都爱来。",
        ),
        (
            "村东的石桥修于清朝末年，桥\n面用青石铺成，两边各有六根\n石柱。柱头刻着狮子，每年春\n天河水上涨，桥下的水声很远\n"
            "就能听见。文中的桥不是什么\nA.石桥，青石铺成的石拱桥梁\nB.木桥，两边有六根雕花栏杆",
            "村东的石桥修于清朝末年，桥面用青石铺成，两边各有六根石柱。柱头刻着狮子，每年春天河水上涨，桥下的水声很远"
            "就能听见。文中的桥不是什么\n\nA.石桥，青石铺成的石拱桥梁\n\nB.木桥，两边有六根雕花栏杆",
        ),
        (
            "村里的水文站有一台旧电脑，装的是\nDebian 系统，三十年没有换过。看站"
            "\n的老人每天早晚把水位记在本子上，再\n抄进去，送到县里的\nhydro-archive 去，风雨无阻，一天也没有"
            "\n断过。他说机器比人可靠，水却比机器\n可靠。",
            "村里的水文站有一台旧电脑，装的是Debian 系统，三十年没有换过。看站"
            "的老人每天早晚把水位记在本子上，再抄进去，送到县里的hydro-archive 去，风雨无阻，一天也没有"
            "断过。他说机器比人可靠，水却比机器可靠。",
        ),
        (
            "三月\n年货\n船\n12\n渔网\n30\n水\n1,450\n今年春天村里修好了石桥，又在\n河边种了许多柳树。夏天涨水\n以前，各家把船拖到岸上晒干\n"
            "再刷一遍桐油，到了八月才又\n下水，一直用到河面结冰。\n河边的人家",
            "三月\n年货\n船\n12\n渔网\n30\n水\n1,450\n\n今年春天村里修好了石桥，又在河边种了许多柳树。夏天涨水"
            "以前，各家把船拖到岸上晒干再刷一遍桐油，到了八月才又下水，一直用到河面结冰。\n\n河边的人家",
        ),
        (
            "The ferry crossed the river twice a\nday, at dawn and at dusk, and the old\nman who kept it never asked "
            "anyone\nfor money, because he had been told\nwhen he was young that the river was\nnot his to sell.",
            "The ferry crossed the river twice a day, at dawn and at dusk, and the old man who kept it never asked "
            "anyone for money, because he had been told when he was young that the river was not his to sell.",
        ),
        (
            "ANNA. The ferry crosses the river twice\na day, at dawn and at dusk, and the man\nwho keeps it never asks "
            "anyone for coin.\nMARTHA (softly). But he was told when he\nwas young that the river was not his own\nto "
            "sell, and so he rows us over for free.\nANNA. Then let us go down to him at dawn.",
            "ANNA. The ferry crosses the river twice a day, at dawn and at dusk, and the man who keeps it never asks "
            "anyone for coin.\n\nMARTHA (softly). But he was told when he was young that the river was not his own to "
            "sell, and so he rows us over for free.\n\nANNA. Then let us go down to him at dawn.",
        ),
    ),
    stays=(
        "白日依山尽，黄河入海流。\n欲穷千里目，更上一层楼。\n红豆生南国，春来发几枝。\n"
        "愿君多采撷，此物最相思。\n空山不见人，但闻人语响。",
        "一、总体要求和任务 ........ 1\n二、各项主要任务 .......... 3\n三、各项保障措施 .......... 7\n"
        "四、有关组织实施 .......... 9\n五、其他有关事项 .......... 12",
        "我站在河边想起那一年的春天你从桥上走过\n风把你的头发吹起来像一片新发芽的柳叶子\n后来你走了再也没有回来河水一样向东流去\n"
        "如今桥已经拆了只剩下石墩立在水的中间里\n我站在河边想起那一年的春天你从桥上走过",
        "一、总体要求\n二、主要任务\n三、保障措施\n四、组织领导\n五、其他事项",
        "热烈欢迎各地来宾前来参观指导\n大力开展群众性的清淤修渠运动\n鼓足干劲，争取秋粮获得大丰收\n"
        "向日夜守护大堤的同志们致敬意\n团结起来，建设好我们的新河西\n保护水源，人人有责，户户参加",
        "柳绿河西，春水初平三月雨\n桥连两岸，渔舟晚唱一江风\n门前栽树，年年收得千斤果\n屋后修渠，岁岁灌成万亩田\n"
        "老屋新颜，灯火万家迎客到\n旧堤重筑，船帆千片送秋归",
        "The Old Ferry\nby A. Mason\n12 Mill Street\nLower Town\nNorthshire",
        "春天到了，河水涨了，两岸的柳树都绿了，孩子们脱了鞋在浅水里走。\n夏天到了。\n秋天到了，稻子黄了，全村的人都下田。\n"
        "冬天到了，山上落了雪。\n一年又过去了，老人坐在门口，想起许多从前的事情。",
        "The woods are dark and deep tonight,\nAnd none will walk the road with me,\nThe lamp goes out, the fire "
        "is white,\nThe wind is calling from the sea,\nAnd I have miles to go by light.",
    ),
)

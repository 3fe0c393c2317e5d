"""Join a paragraph that the end of a column or page cut in mid-sentence.

Recognition prints what stands on the page in blocks: where a column ends the sentence stops, often in the middle of
a word, and goes on behind a blank line.  The left part has no sentence end, the right part no beginning.  The two
are joined where both read as running text.  A caption that the layout put between them goes behind the joined
paragraph, with the blank lines it had; a title only where a word, a number or a bracket goes over it.

Left alone: headings, titles, bylines, captions and list items on either side; a left part that ends in a colon or a
sentence end, inside closing quotes and before the number of a footnote too; verse; parts of two articles, where the
right one names the place of another byline of the page; texts in which so many paragraphs lack their end that its
absence shows nothing.

Harm on the development pages: none; all but one in a hundred of the joins are right.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

import regex

from corpus_cli.clean.bridges import goes_over
from corpus_cli.clean.captions import (
    LONGEST_CAPTION,
    is_caption,
    is_title,
    names_the_article,
    names_what_follows,
    shares_a_word,
)
from corpus_cli.clean.cut_evidence import LONG, may_have_cuts
from corpus_cli.clean.cut_sentences import (
    are_one_by_length,
    goes_on,
    is_cut,
    is_unpunctuated,
    may_be_cut,
    may_be_list,
)
from corpus_cli.clean.edges import furniture_of
from corpus_cli.clean.layout import glue
from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.text.authorship import PageBylines
from corpus_cli.text.bylines import read_byline
from corpus_cli.text.han import has_han

# The line end behind an open end, before a blank line and what is no heading; starts with the literal for speed.
_OPEN_END = r"\n(?<=[\w%％‰℃，、,；;·～~/”’」』）)】〕》〉］\]\"'“「『《（(]\n)"
_BEFORE_BLANK = r"(?=[ \t\xa0\u3000\f]*\n[\n \t\xa0\u3000\f]*(?![\[【])[^\n \t\xa0\u3000\f])"
# The same without a blank line: long lines have another long one below them.
_BEFORE_LINE = rf"(?<=[^\n]{{{LONG}}}\n)(?=[ \t\xa0\u3000\f]*[^\n \t\xa0\u3000\f][^\n]{{7}})"
_CUT = re.compile(f"{_OPEN_END}{_BEFORE_BLANK}")
_CHINESE_CUT = re.compile(f"{_OPEN_END}(?:{_BEFORE_BLANK}|{_BEFORE_LINE})")
_BLANK_OR_END = re.compile(r"[ \t\xa0\u3000\f]*(?:\n[ \t\xa0\u3000\f]*(?:\n|\Z)|\Z)")
_GAP = re.compile(r"\n[\n \t\xa0\u3000\f]*")
# What a text shows on a line of its own: a formula, an address; and what is said before it.
_DISPLAYED = regex.compile(r"[=＝≈≤≥]|www\.|://")
_ANNOUNCES = regex.compile(
    r"(?:[写寫][着著道]|就是|如下|即|曰|\b(?:by|at|as|is|are|be|was|were|reads?|words|thus|that|heart|from|to))$"
)


class _Line(NamedTuple):
    """Hold a line with its place."""

    text: str
    start: int
    end: int


class _Join(NamedTuple):
    """Hold what is joined by what, and the caption with the gap before it that goes behind the joined paragraph."""

    start: int
    end: int
    glue: str
    moved: str = ""


def find(page: Page) -> Iterator[Change]:
    """Yield the joins of cut paragraphs, and the moves of captions that stood in a cut."""
    text = page.text
    kept = {line.start for line in furniture_of(page)} if page.keep_furniture else frozenset[int]()
    bylines = PageBylines(text)
    place, joined = 0, ""
    moved, behind = "", 0
    for gap in (_CHINESE_CUT if "。" in text else _CUT).finditer(text):
        if gap.start() < place:
            continue
        start = text.rfind("\n", 0, gap.start()) + 1
        # What was joined to the line above is one line with it.
        line = (joined if start == place else "") + text[start : gap.start()]
        if not may_be_cut(line):
            continue
        left = _Line(line, start, gap.start())
        if left.start in kept or (kept and _starts_furniture(text, left.end, kept)):
            continue
        join = next(_joins(text, left, bylines), None)
        if join is None:
            continue
        if not place and is_unpunctuated(text):
            return
        if moved and join.start > behind:
            yield Change(behind, behind, moved)
            moved = ""
        moved += join.moved
        end = text.find("\n", join.end)
        behind = len(text) if end < 0 else end
        yield Change(join.start, join.end, join.glue)
        place, joined = join.end, line + join.glue
    if moved:
        yield Change(behind, behind, moved)


def _starts_furniture(text: str, end: int, kept: Collection[int]) -> bool:
    """Return whether the line behind the gap at `end` belongs to the page."""
    line = _line_after(text, end)
    return line is not None and text.rfind("\n", 0, line.start) + 1 in kept


def _joins(text: str, left: _Line, bylines: PageBylines) -> Iterator[_Join]:
    """Yield how `left` is joined with what goes on behind the gap, if anything does."""
    first = _line_after(text, left.end)
    if first and "\n" not in text[left.end + 1 : first.start] and not are_one_by_length(left.text, first.text):
        return
    if first and goes_on(left.text, first.text):
        is_sure = is_cut(left.text) and not may_be_list(left.text, first.text)
        if not is_sure and not goes_over(left.text, first.text):
            return
        if bylines.parted(left.end, first.start) or bylines.another_author(left.end, first.start):
            return
        yield _Join(left.end, first.start, glue(left.text, first.text))
        return
    if not first or len(first.text) > LONGEST_CAPTION:
        return
    second = _line_after(text, first.end)
    if not second or not goes_on(left.text, second.text) or not _BLANK_OR_END.match(text, second.end):
        return
    if _may_part(first.text, left.text, second.text, text) and not bylines.another_author(left.end, second.start):
        yield _Join(left.end, second.start, glue(left.text, second.text), text[left.end : first.end])


def _may_part(between: str, left: str, right: str, text: str) -> bool:
    """Return whether a line is a caption or a title that the layout put between the parts of a sentence."""
    if _DISPLAYED.search(between) or (_ANNOUNCES.search(left) and not goes_over(left, right)):
        return False
    if not has_han(left):
        return left[-1].isalpha() and is_caption(between) and is_cut(left)
    if is_caption(between) and not names_the_article(between, text) and not read_byline(between):
        is_sure = is_cut(left) and "\u3000" not in left.strip()
        return is_sure and not shares_a_word(between, right) and not names_what_follows(between, text)
    # Behind a title an article can begin, so a word must go over it.
    return is_title(between) and goes_over(left, right)


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
    gates=may_have_cuts,
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
            "渔民们天不亮就出海，傍晚才把满船的鱼\n\n晒网的人\n\n运回码头，卖给等在那里的客商，一直卖到天黑才\n\n把船拉上岸，回家吃饭。",
            "渔民们天不亮就出海，傍晚才把满船的鱼运回码头，卖给等在那里的客商，一直卖到天黑才把船拉上岸，回家吃饭。\n\n晒网的人",
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
            "春天修桥，夏天开渠，秋天收粮。这几年河西村小\n\n学的学生多了一倍，老师也多了。",
            "春天修桥，夏天开渠，秋天收粮。这几年河西村小学的学生多了一倍，老师也多了。",
        ),
        (
            "村里的老磨坊有一百多年了，磨盘还是原来的。县文化\n\n# 老磨坊\n\n局派人来看过，说要好好保护。\n",
            "村里的老磨坊有一百多年了，磨盘还是原来的。县文化局派人来看过，说要好好保护。\n\n# 老磨坊\n",
        ),
        (
            "他读过的书不多，反复读的只有一本《\n\n水边的人》，一遍又一遍地读。",
            "他读过的书不多，反复读的只有一本《水边的人》，一遍又一遍地读。",
        ),
        (
            "河边的人家以打鱼为生，他们把这条河称为\n\n“母亲”，每年开春都要祭河。",
            "河边的人家以打鱼为生，他们把这条河称为“母亲”，每年开春都要祭河。",
        ),
        (
            "石桥修了三年，全村的人都出了力。石桥落成是在19\n\n36年秋天，那天来了很多人。",
            "石桥修了三年，全村的人都出了力。石桥落成是在1936年秋天，那天来了很多人。",
        ),
        (
            "The old man, who had kept the lighthouse for years, looked out over the\n\nwater and said nothing.",
            "The old man, who had kept the lighthouse for years, looked out over the water and said nothing.",
        ),
    ),
    stays=(
        "春天来了，河边的柳树绿了。\n\n夏天来了，池里的荷花开了。",
        "渠口的流量与水深的关系，可以由下面的公式近似地算出来\n\nQ = 3.2 bh\n\n其中b是渠宽，h是水深，都以米计。",
        "老人从箱底翻出一张发黄的纸，上面只写着四个字，就是\n\n河清海晏\n\n他看了很久，又把纸放回箱底，没有说话。",
        "今年的事有三件，第一件是把上游的旧闸都换成新的，\n\n第二，下游的渠要在雨季以前清完。\n\n第三，要管好水。",
        "会议指出，下一步要抓好以下工作：\n\n各村要清点渠道，修好水闸。",
        "他站在桥上，对大家说：“水退了。”\n\n大家都笑了，有人唱起歌来。",
        "石桥修好了，两岸的人都来看，一直站到天黑\n\n二、渠道的清理\n\n渠道长三里，淤了十年。",
        "村口的树长得很高，夏天有很多人在树下坐\n\n李春生 河西村小学校长\n\n河西村小学建于民国初年，校舍是旧庙。",
        "渠水怎么修，谁来管，钱从哪里出\n\n主持人 00:01:38\n\n今天请来三位村长，说说修渠的事。",
        "那年水大，我们连夜把牛都赶到山上去了（笑）\n\n后来水退了，老人和孩子都跟着下山。",
        "那年水大，我们连夜把牛都赶到山上，一直走到\n\n主持人\n\n后来呢，水退了没有？大家都等着。",
        "水边的芦苇，风一吹就低下去\n\n月亮从山后\n\n慢慢升起",
        "那年的雪，从山的背后落下来，\n\n落在渡口，落在旧船的篷上，\n\n落在没有人等的码头，\n\n一直落到天亮。",
        "The river rose, and nobody slept that night in the lower town.\n\nthe end",
        "The tide went out and left the boats\n\nAnn Wood, Keeper of the Harbour, Old Weston\n\nin the mud, as it did.",
        "村口的树长得很高，夏天有很多人在树下坐\n\n“今年的雨水多，渠要早点修。”老李说。",
        "7.2.1. 在 Linux 上安装水位程序\n\n安装以前先要备份旧的记录，再停下所有的采集任务，才能开始。",
        "水位程序记下每天的水位，并在超过警戒线的时候发出警报。[12]\n\n警报由值班员处理，处理的经过要写进日志。",
        "修渠要做的事有：先量地势，再定渠线，算出土方；\n\n把工程分到各村，各村出工的人数按田亩摊派；\n\n验收。",
        "水位记录可以在网上查到，地址是 https://example.org/river\n\n查询以前要先登记，登记不收钱，当天就能用。",
        "南闸，在村南半里，光绪年间修，宽一丈，高八尺，今由水利站看管\n\n"
        "北堰，在磨坊后面，长二十丈，石头砌成，逢大旱也不断水，灌田三百亩\n\n东渡，渡船一只，今废",
        "老李的信很短，末尾的一句话，是用铅笔添上去的\n\n“桥修好了，你回来看看。”\n\n我把信读了两遍，收进抽屉。",
        "今年的水大，各村都派人守着大堤，一刻也不敢离\n\n吴家渡的旧船\n\n村里老人说起吴家渡，总要先说船，后说那年的水。",
        "今年的水大，各村都派人守着大堤，一刻也不敢离\n\n（作者单位：水文站）\n\n县里的老人说起从前，总要先说那年的水。",
        "今年的水大，各村都派人守着大堤。 ，\n\n县里的老人说起从前，总要先说那年的水。",
        "修好水渠，种好稻子，建设好河西村\n\n今年春天，镇里修好了东边的石桥，又在河边种下许多柳树。",
        "县里买来的有：上游三个村用的新水闸，一共五座；\n\n下游两个村用的抽水机，一共八台。",
        "渠水今年第一次流到了下游的三个村。（赵家渡水文站何川、李溪）\n\n今年春天，镇里修好了东边的石桥，种了柳树。",
        "水渠通了，两岸的稻子长得很好。水渠全景\n\n秋天收了稻子，家家都请客吃饭。",
        "水渠通了以后，两岸的稻子都长得很好。3\n\n秋天收了稻子，家家都请客吃饭。",
        "去年县里拨款修渠，各村的人都来出工，一直挖到河\n\n# 磨坊春秋\n\n镇上的人说起磨坊，总要说起老李。",
        "第一条 为了保护河流，根据本县实际，制定本办法\n\n第二条 本办法所称河流，是指县内的河流。",
    ),
)

"""Remove running heads and feet and page numbers.

What is printed on every page for the sake of the page lands in the middle of sentences: the name of the magazine with
its issue, the title of the article or section, the page number, each misread in its own way. Heads are found by their
form and place, or because they come back pages apart and cut sentences of the printed lines; page numbers by
arithmetic; see `corpus_cli.clean.furniture` and `running_lines`. A blank line stays where one stood, as the joins of
lines and paragraphs want it. With `--keep-furniture` nothing is removed: the lines are typed.

Left alone: titles and articles of law, however often they repeat; a title under a masthead that cuts no sentence and
does not come back; years, chapter numbers, numbers in tables; lines of a masthead form that stand alone in a text.

Harm on the development pages: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus_cli.clean.furniture import find_furniture, gaps
from corpus_cli.clean.page_evidence import may_have_furniture
from corpus_cli.clean.rule import Change, Page, Rule


def find(page: Page) -> Iterator[Change]:
    """Yield the removal of the page's furniture, unless it is to be kept."""
    if page.keep_furniture:
        return
    for start, end, stays in gaps(page.text, find_furniture(page.text)):
        yield Change(start, end, stays)


_T = "河水从北面的山里流下来，穿过三个村子，最后在镇外汇入大江，两岸的人世代靠它灌溉田地，"
_P = (
    "河水从北面的山里流下来，穿过三\n个村子，最后在镇外汇入大江。两\n岸的人世代靠它灌溉田地，春天修\n渠，秋天清淤。水边的"
    "人家多半有\n船，船都不大，一个人就能撑过河\n去。老人们常说，从前的水比现在\n大，船也比现在多。每到秋天收了\n稻子，"
    "各家都要到渡口去看大船。\n"
) * 4 + "这件事情在从前就有，只有镇上和"
_E = (
    "the river comes down from the hills in the\nnorth and runs past the three villages, and\nthe people there have "
    "always lived by it. In\nspring they clear the ditches, and when the\nautumn comes they mend the boats that lie in"
    "\nthe shallow water by the bridge. Then they "
) * 2

RULE = Rule(
    name="furniture",
    profile="safe",
    find=find,
    gates=may_have_furniture,
    changes=(
        (
            f"河西月刊 2019.4\n\n石桥旧事\n\n石桥旧事\n\n李春生\n\n{_T}从来没有\n\n"
            "河西月刊 2019.4\n\n资料与研究\n\n断过流。\n",
            f"石桥旧事\n\n李春生\n\n{_T}从来没有\n\n断过流。\n",
        ),
        (
            f"河西月刊2019.4\n石桥旧事31\n石桥旧事\n李春生\n{_T}从来没有\n\n河酉月刊2019.4\n石桥旧亭32\n断过流。\n",
            f"石桥旧事\n李春生\n{_T}从来没有\n\n断过流。\n",
        ),
        (
            "The Mill Review\n\nVOL. 2 NO. 7\n\nThe Old Ferry\n\nThe ferry crossed the river twice a day and "
            "nobody ever\n\n(24)\n\nThe Mill Review\n\nTHE OLD FERRY\n\nasked who paid for the rope.\n",
            "The Old Ferry\n\nThe ferry crossed the river twice a day and nobody ever\n\n"
            "asked who paid for the rope.\n",
        ),
        (
            f"{_T * 8}从来没有\n\n· 26 ·\n\n断过流。{_T * 8}也没有\n\n· 27 ·\n\n涨过大水。",
            f"{_T * 8}从来没有\n\n断过流。{_T * 8}也没有\n\n涨过大水。",
        ),
        (
            f"河西旧事      30\n\n{_P}\n\n河西旧事      31\n\n村里的老人都还知道。\n{_P}\n\n"
            "河酉旧事      32\n\n山里的人家也都知道。",
            f"{_P}\n\n村里的老人都还知道。\n{_P}\n\n山里的人家也都知道。",
        ),
        (
            f"30 OLD RIVER TALES\n\n{_E}walked to the mill and the old\n\n"
            f"THE FERRYMAN 31\n\n{_E}walked to the mill.\n\n"
            f"32 OLD RIVER TALES\n\n{_E}walked home.",
            f"{_E}walked to the mill and the old\n\n{_E}walked to the mill.\n\n{_E}walked home.",
        ),
    ),
    stays=(
        f"第一章 总则\n\n第一条 {_T}应当保护。\n\n第二章 水源\n\n第一条 {_T}应当保护。",
        f"大事记\n\n2019\n\n{_T * 8}通了桥。\n\n2020\n\n{_T * 8}通了车。\n\n2021\n\n{_T * 8}通了电。",
        f"石桥旧事\n\n{_T}从来没有断过流。\n\n石桥旧事\n\n{_T}也没有涨过大水。",
        f"1\n\n{_T * 8}通了桥。\n\n2\n\n{_T * 8}通了车。\n\n3\n\n{_T * 8}通了电。",
        f"补充意见 2019年4月5日 ： 桥修得很好。\n\n{_T}从来没有断过流。\n\n补充意见 2019年5月2日 ： 水涨了。",
        "一月\n12\n二月\n13\n三月\n14",
        "\n\n".join(f"水闸{n}\n\n{n * 37 % 101}\n\n{_T * 4}还没有" for n in range(40)),
        f"渡口\n\n{_P}村里好。\n\n渡口\n\n{_P}村里好。",
        f"{_P}\n\n河西人\n\n{_P}村里好。\n\n河西人\n\n{_P}村里好。\n\n河西人\n\n{_P}村里好。\n\n河西人\n\n{_P}村里好。\n\n"
        f"河西人\n\n{_P}村里好。",
        f"第一课 水边的人\n\n{_P}村里好。\n\n第二课 水边的人\n\n{_P}村里好。",
        f"1 Old Ways\n\n{_E}rest.\n\n2 Old Ways\n\n{_E}rest.\n\n3 Old Ways\n\n{_E}rest.",
        f"Lesson 11\n\n{_E}rest.\n\nLesson 12\n\n{_E}rest.\n\nLesson 13\n\n{_E}rest.",
        f"4\n\n{_E}rest.\n\n5\n\n{_E}rest.\n\n6\n\n{_E}rest.",
    ),
)

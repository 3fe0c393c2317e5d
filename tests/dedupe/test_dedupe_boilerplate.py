"""What is the same by intent, told from what was printed twice."""

from __future__ import annotations

from collections import defaultdict

import pytest

from corpus_cli.dedupe.boilerplate import boilerplate, kind_of, rows
from corpus_cli.dedupe.units import Units, cut
from corpus_cli.record import Record
from corpus_cli.text.folding import fold


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("（掌声）", "reaction"),
        ("(热烈的、长时间的鼓掌，全体起立)", "reaction"),
        ("[Applause and laughter.]", "reaction"),
        ("(Бурные аплодисменты)", "reaction"),
        ("谢谢大家！", "greeting"),
        ("各位代表！", "greeting"),
        ("同志们、朋友们：", "greeting"),
        ("尊敬的各位来宾，女士们、先生们：", "greeting"),
        ("Ladies and gentlemen,", "greeting"),
        ("Thank you very much.", "greeting"),
        ("Mr. Speaker,", "greeting"),
        ("Спасибо за внимание!", "greeting"),
        ("## 二、把水渠修到田头", "label"),
        ("参考文献：", "label"),
        ("References", "label"),
        ("（下转第六版）", "note"),
        ("责任编辑：周舟 美术编辑：吴越", "note"),
        ("Continued on page 14", "note"),
    ],
)
def test_words_that_are_the_same_by_intent(text: str, kind: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "掌声响了很久，他才坐下。",
        "谢谢你们来看我，今年的收成比去年好，大家都有了盼头。",
        "各位代表讨论了水渠的预算，提出三条意见。",
        "Thank you for the letter that reached me on the second of the month.",
        "The speaker rose and said that the bill had been read twice already.",
        "编辑部的同志们去年走访了四十多个村子。",
    ],
)
def test_words_that_only_look_like_it(text: str) -> None:
    assert kind_of(text) == ""


def found_in(*documents: list[str]) -> tuple[Units, list[tuple[str, str]]]:
    units = cut([Record(f"d{n}", "\n\n".join(texts)) for n, texts in enumerate(documents)], "paragraph")
    groups: dict[str, list[int]] = defaultdict(list)
    for unit in range(len(units)):
        groups[fold(units.text(unit)).text].append(unit)
    found = boilerplate(units, groups.values())
    return units, [(units.text(unit), kind) for unit, kind, _ in found]


def test_a_refrain_returns_between_other_neighbours() -> None:
    song = [
        "河水向东流，船儿不回头。",
        "春天来撒种。",
        "河水向东流，船儿不回头。",
        "夏天来拔草。",
        "河水向东流，船儿不回头。",
    ]
    assert found_in(song)[1] == [(song[0], "refrain")] * 3


def test_a_page_printed_three_times_is_no_refrain() -> None:
    page = ["水渠修好以后，两岸都种上了稻子。", "第二年村里又买了一台抽水机。"]
    assert found_in([*page, "隔开。", *page, "又隔开。", *page])[1] == []


def test_what_a_speaker_says_twice_is_a_refrain() -> None:
    turn = "主席：各位如果没有别的意见，就照这样办理。"
    talk = [turn, "何川：渠由下游的三个村来清。", turn, "李溪：闸由上游的两个村来管。"]
    assert found_in(talk)[1] == [(turn, "refrain")] * 2
    assert found_in([*talk[:2], "隔开。", *talk[:2]])[1] == []


def test_a_standing_note_closes_many_documents() -> None:
    note = "本栏目由县文化馆供稿，图片由作者提供。"
    documents = [[f"第{sign}篇说的是各自的事情。", note] for sign in "甲乙丙"]
    assert found_in(*documents)[1] == [(note, "standing")] * 3


def test_a_paragraph_copied_into_the_middle_of_documents_is_no_standing_note() -> None:
    copied = "去年冬天，县里组织了一次普查，走访了每一户人家。"
    documents = [[f"第{sign}篇的开头。", copied, f"第{sign}篇的结尾。"] for sign in "甲乙丙"]
    assert found_in(*documents)[1] == []


def test_what_stands_once_is_not_reported() -> None:
    assert found_in(["（掌声）", "谢谢大家！", "正文。"])[1] == []


def test_rows_say_where_what_and_how_often() -> None:
    units = cut([Record("d", "（掌声）\n\n正文。\n\n（掌声）")], "paragraph")
    found = boilerplate(units, [[0, 2], [1]])
    assert rows(units, found) == [
        {"id": "d", "start": 0, "end": 4, "text": "（掌声）", "kind": "reaction", "count": 2},
        {"id": "d", "start": 11, "end": 15, "text": "（掌声）", "kind": "reaction", "count": 2},
    ]

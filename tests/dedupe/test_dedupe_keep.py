"""Which copy stays under each policy, and that the reason says so."""

from __future__ import annotations

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.dedupe import soundness
from corpus_cli.dedupe.keep import Keeper, places
from corpus_cli.dedupe.soundness import damage, inserted
from corpus_cli.dedupe.units import Units, cut
from corpus_cli.dedupe.vocabulary import strange_pairs, strange_pairs_of
from corpus_cli.record import Record
from corpus_cli.text.folding import fold

SOUND = "镇里请来老师傅教年轻人烧窑，头一批学徒已经出师。"
DAMAGED = "镇里请来老~师傅教年轻人^烧窑,头一批学徒已经出师。"
MILL = "The mill at the end of the lane will grind the first sack of wheat."
MISREAD = "The rnill at the end of the lane will grind the flrst sack of wheat."
LONGER = SOUND + "第二批学徒有二十人，多半是本地的姑娘。"


def keeper(policy: str, texts: list[str], **more: object) -> Keeper:
    records = [
        Record(f"r{n}", text, orjson.dumps({"id": f"r{n}", "text": text, **more})) for n, text in enumerate(texts)
    ]
    units = cut(records, "record")
    return Keeper(policy, units, [len(fold(text).text) for text in texts])


def first_of(policy: str, *texts: str) -> int:
    chosen = keeper(policy, list(texts))
    return min(range(len(texts)), key=chosen.rank)  # type: ignore[arg-type, return-value]


@pytest.mark.parametrize(
    ("policy", "texts", "kept", "reason"),
    [
        ("best", (DAMAGED, SOUND), 1, "fewer faults (0, not 3)"),
        ("best", (SOUND, LONGER), 1, f"more complete by {len(LONGER) - len(SOUND)} characters"),
        ("best", (SOUND, SOUND), 0, "first"),
        ("best", (MISREAD, MILL), 1, "fewer strange words (0, not 2)"),
        ("best", (SOUND.replace("师傅", "帅傅"), SOUND), 1, "fewer strange pairs of signs"),
        ("first", (DAMAGED, SOUND), 0, "first"),
        ("longest", (SOUND, DAMAGED), 1, f"longer by {len(DAMAGED) - len(SOUND)} characters"),
    ],
)
def test_the_policy_chooses_and_gives_its_reason(policy: str, texts: tuple[str, ...], kept: int, reason: str) -> None:
    assert first_of(policy, *texts) == kept
    assert keeper(policy, list(texts)).reason(kept, 1 - kept) == reason


@pytest.mark.parametrize("put_in", ["\n48\n", "年轻人烧窑，", "\n- 7 -\n"])
def test_what_was_put_in_by_mistake_makes_no_copy_more_complete(put_in: str) -> None:
    at = SOUND.index("头一批")
    assert inserted(SOUND[:at] + put_in + SOUND[at:]) >= len(put_in.strip("\n -"))
    assert first_of("best", SOUND[:at] + put_in + SOUND[at:], SOUND) == 1


def of_dates(policy: str, dates: list[object]) -> int:
    lines = [orjson.dumps({"meta": {"date": date}}) for date in dates]
    records = [Record(f"r{n}", SOUND, line) for n, line in enumerate(lines)]
    chosen = Keeper(policy, cut(records, "record"), [len(SOUND)] * len(dates))
    return min(range(len(dates)), key=chosen.rank)  # type: ignore[arg-type, return-value]


@pytest.mark.parametrize(
    ("policy", "dates", "kept"),
    [
        ("field:meta.date", ["1953", "1949", "1951"], 1),
        ("field:-meta.date", ["1949", "1953", "1951"], 1),
        ("field:meta.date", [1953, 1949.5, 1951], 1),
        ("field:meta.date", [None, "1953", None], 1),
        ("field:-meta.date", ["19", "1953"], 1),
        ("field:meta.date", [None, None], 0),
    ],
)
def test_a_field_decides_and_missing_values_come_last(policy: str, dates: list[object], kept: int) -> None:
    assert of_dates(policy, dates) == kept


def test_faults_that_cleaning_found_count() -> None:
    chosen = keeper("best", [SOUND, SOUND])
    chosen = Keeper("best", chosen.units, chosen.lengths, {"r0": 9, "r1": 2})
    assert chosen.rank(1) < chosen.rank(0)
    assert chosen.reason(1, 0) == "fewer faults (2, not 9)"


def test_references_stay_whatever_they_are_like() -> None:
    units = cut([Record("new", LONGER)], "record", [Record("reference", DAMAGED)])
    chosen = Keeper("best", units, [len(DAMAGED), len(LONGER)])
    assert chosen.rank(0) < chosen.rank(1)
    assert chosen.reason(0, 1) == "it stands in the reference"


def document(*paragraphs: str) -> Units:
    return cut([Record("d", "\n\n".join(paragraphs))], "paragraph")


def test_a_copy_among_copies_stands_worse_than_one_among_others() -> None:
    units = document("开头一段。", SOUND, "中间一段。", LONGER, SOUND, LONGER)
    standing = places(units, (1, 3, 4, 5))
    assert standing[1] == 3
    assert standing[4] == 1
    chosen = Keeper("best", units, [len(units.text(n)) for n in range(len(units))], {}, standing)
    assert chosen.rank(1) < chosen.rank(4)
    assert chosen.reason(1, 4) == "in its right place"


def test_a_copy_under_the_heading_that_is_due_stands_better() -> None:
    units = document(
        "## 一、开窑", "甲。", "## 四、收尾", SOUND, "乙。", "## 二、学徒", "丙。", "## 三、出师", SOUND, "丁。"
    )
    standing = places(units, (3, 8))
    assert (standing[3], standing[8]) == (2, 3)


def test_a_copy_between_a_title_and_its_byline_stands_worse_than_one_before_all_headings() -> None:
    units = document(
        "水乡", "陈林 县志馆馆员", SOUND, "甲。", "## 一、开窑", "乙。", "窑工", SOUND, "李河 窑厂厂长", "丙。"
    )
    standing = places(units, (2, 7))
    assert (standing[2], standing[7]) == (3, 2)


@pytest.mark.parametrize(
    "text",
    [
        "他说：“走吧。”大家就走了——谁也没有回头……",
        "2021年3月，GDP增长6.5%，比A区高。",
        "The price rose 3.5 per cent., to £1,200; Mr. O'Hara's well-known view (see p. 12) held.",
        "第一条 本办法所称单位，是指机关、团体。",
    ],
)
def test_sound_text_shows_no_damage(text: str) -> None:
    assert damage(text) == 0


@pytest.mark.parametrize("text", ["他走过丨小桥", "tbe c0llege", "wa,lls", "the har- bour", "水\ufffd库", "the ~ end"])
def test_what_recognition_leaves_behind_is_seen(text: str) -> None:
    assert damage(text) >= 1


@settings(derandomize=True, max_examples=100, deadline=None)
@given(st.lists(st.text("新馆正式开a 𠀀", max_size=8), max_size=6))
def test_strange_pairs_of_many_texts_are_those_of_each(texts: list[str]) -> None:
    assert strange_pairs_of(texts) == [strange_pairs(text) for text in texts]


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.lists(st.text("ab 水渠", max_size=12).map(lambda text: text[:3] + 3 * text + text[2:]), max_size=8))
def test_what_is_said_twice_is_found_in_bulk_as_one_by_one(texts):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(soundness, "FEW", 1)
        assert soundness._doubled_in(texts) == [soundness._doubled(text) for text in texts]

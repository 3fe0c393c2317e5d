"""What a label says of a person, misprinted labels, the list of people, and what min_confidence does."""

from __future__ import annotations

import pytest

from corpus_cli.errors import WrongCall
from corpus_cli.split import People, SplitOptions, speakers_found, split_text
from corpus_cli.split.aliases import is_misprint
from corpus_cli.split.labels import infix_of, shape_of
from corpus_cli.split.notes import office_of, person_of
from corpus_cli.split.roles import latin_office

MINUTES = (
    "主席：開會。\n王委員小明：謝謝主席。我有兩個問題。\n林部長文雄：請說。\n"
    "王委員小明：第一個問題。\n林部長文雄：會研究。\n"
)
FIELDS = "提案人 連署人 出席委員 列席秘書 决议 如下 他说 主要做法如下 時間 Note Chapter_3 ACT_II Yes as_follows".split()


@pytest.mark.parametrize(
    ("label", "name", "office", "body"),
    [
        ("陳主任委員保中", "陳保中", "主任委員", ""),
        ("歐陽委員明", "歐陽明", "委員", ""),
        ("高金委員素雲", "高金素雲", "委員", ""),
        ("林大輝議員", "林大輝", "議員", ""),
        ("梁劉秀芬議員", "梁劉秀芬", "議員", ""),
        ("國發會張處長富山", "張富山", "處長", "國發會"),
        ("外交部发言人毛静", "毛静", "发言人", "外交部"),
    ],
)
def test_name_and_office_of_a_label(label: str, name: str, office: str, body: str) -> None:
    assert infix_of(label) == (name, office, body)


@pytest.mark.parametrize("label", ["主席", "代理主席", "全委會主席", "財政司司長", "司法院副秘書長", "記者", "王小明"])
def test_an_office_or_a_name_alone_is_not_both(label: str) -> None:
    assert infix_of(label) is None


@pytest.mark.parametrize("label", [field.replace("_", " ") for field in FIELDS])
def test_fields_and_clauses_are_no_labels(label: str) -> None:
    assert shape_of(label) in ("field", "clause")


def test_offices_in_brackets() -> None:
    assert [office_of(note) for note in ("星河大学教授", "笑", "起身离开", "起立。")] == ["星河大学教授", "", "", ""]
    assert [person_of(note) for note in ("蕭委員美雲代", "王小明", "掌聲")] == ["蕭美雲", "王小明", ""]
    offices = {"The PRESIDING OFFICER": "PRESIDING OFFICER", "M. le président": "président", "Mr. Harding": ""}
    assert {label: latin_office(label) for label in offices} == offices
    assert latin_office("Präsident Hans Roth") == "Präsident"


@pytest.mark.parametrize(
    ("rare", "frequent", "is_one"),
    [
        ("王委貝小明", "王委員小明", True),
        ("簫委員美雲", "蕭委員美雲", True),
        ("Sarah Sommcr", "Sarah Sommer", True),
        ("发言人1", "发言人8", False),
        ("Speaker 1", "Speaker 2", False),
        ("林委員大同", "陳委員大同", False),
        ("王明", "王朋", False),
        ("Adam", "Alan", False),
    ],
)
def test_misprints(rare: str, frequent: str, is_one: bool) -> None:
    assert is_misprint(rare, frequent) is is_one


def test_a_misprinted_label_and_a_wrong_colon_are_brought_back() -> None:
    text = MINUTES * 3 + "王委貝小明：還有一件事。\n林部長文雄；好的。\n王委員 小明：謝謝。\n"
    last = [block for block in split_text(text) if block.printed][-3:]
    assert [block.speaker.name for block in last] == ["王小明", "林文雄", "王小明"]
    assert [block.printed for block in last] == ["王委貝小明：", "林部長文雄；", "王委員 小明："]


def test_two_who_answer_each_other_stay_two() -> None:
    text = "王小明：你好。\n王小朋：你好。\n王小明：吃了嗎？\n王小朋：吃了。\n王小明：好。\n王小明：那走吧。\n"
    assert {block.speaker.name for block in split_text(text)} == {"王小明", "王小朋"}


def test_an_office_printed_once_stays_with_the_bare_name() -> None:
    text = "李文（星河大学教授）：大家好。\n主持人：请讲。\n李文：我讲三点。\n主持人：好。\n李文：完了。\n"
    assert [block.speaker.role for block in split_text(text) if block.speaker.name == "李文"] == ["星河大学教授"] * 3


def test_a_vocative_does_not_open_a_turn() -> None:
    text = MINUTES + "主席，我想補充一句。\n主席：請。\n"
    turns = [text[block.start : block.end].strip() for block in split_text(text) if block.printed]
    assert "主席，我想補充一句。" not in turns
    assert "主席：請。" in turns


def test_people_given_complete_the_speakers() -> None:
    people = People.from_rows([{"name": "何大同", "role": "主席", "org": "交通委員會", "variants": ["主席"]}])
    found = [block.speaker for block in split_text(MINUTES, people=people) if block.speaker.role == "主席"]
    assert found == [("何大同", "主席", "交通委員會", "")]


def test_the_list_of_speakers_can_be_given_back() -> None:
    people = speakers_found(split_text(MINUTES))
    assert [(person.speaker.name, person.speaker.role, person.turns) for person in people.persons] == [
        ("林文雄", "部長", 2),
        ("王小明", "委員", 2),
        ("主席", "主席", 1),
    ]
    assert people.persons[1].variants == ("王委員小明",)
    assert People.from_rows(people.rows()) == people


def test_below_the_least_confidence_no_speaker_is_named() -> None:
    assert not any(block.speaker.name for block in split_text(MINUTES, SplitOptions(min_confidence=1.0)))
    assert any(block.speaker.name for block in split_text(MINUTES, SplitOptions(min_confidence=0.5)))


def test_a_convention_can_be_named_and_must_exist() -> None:
    text = "Ada: yes.\nJed: no.\n"
    assert [block.speaker.name for block in split_text(text, SplitOptions(convention="colon")) if block.printed] == []
    with pytest.raises(WrongCall, match="colon"):
        split_text(text, SplitOptions(convention="semicolon"))


def test_a_surname_alone_is_short_for_the_one_speaker_who_has_it() -> None:
    talk = "记者：现在呢？\n何长河：很好。\n记者：船呢？\n何：一条在馆里。\n记者：还有呢？\n{}：没有了。\n"
    assert [block.printed for block in split_text(talk.format("何长河"))][3] == "何："
    # Where two have it, nobody can say whose it is.
    two = split_text(talk.format("何春生") + "何长河：是的。\n何春生：对。\n")
    assert "何：" not in [block.printed for block in two]

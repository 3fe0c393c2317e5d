"""A caption has body text beside it and is no sentence; who made the pictures is a credit."""

from __future__ import annotations

import pytest

from corpus_cli.split import split_text

BODY = "石桥修好以后，两岸的人来往方便多了，赶集的日子桥上站满了人，连对面山上的茶农也挑着担子过来。"


def kinds(text: str) -> list[str]:
    return [block.kind for block in split_text(text)]


@pytest.mark.parametrize("line", ["“回来啦？”", "桥修好了", "It rained.", "好极了！"])
def test_a_record_of_one_line_is_a_paragraph(line: str) -> None:
    assert kinds(line) == ["paragraph"]


def test_a_short_line_between_paragraphs_is_a_caption() -> None:
    assert kinds(f"{BODY}\n\n\n\n修好的石桥\n\n{BODY}") == ["paragraph", "caption", "paragraph"]


def test_a_short_sentence_between_paragraphs_is_none() -> None:
    assert kinds(f"{BODY}\n\n真是好桥！\n\n{BODY}") == ["paragraph"] * 3


def test_unmarked_verse_is_no_row_of_captions() -> None:
    assert set(
        kinds("\n\n".join(["桥下流水", "桥上行人", "东边日出", "西边下雨", "担子不轻", "脚步不停", "歌声不断"]))
    ) == {"paragraph"}


@pytest.mark.parametrize("line", ["本版图片由石桥镇文化站提供", "（本文照片均由作者拍摄）", "Photo: Ada Lind"])
def test_who_made_the_pictures_is_a_credit(line: str) -> None:
    assert kinds(f"{BODY}\n\n{line}\n\n{BODY}") == ["paragraph", "credit", "paragraph"]


def test_what_a_picture_shows_is_no_credit() -> None:
    assert kinds(f"{BODY}\n\n\n图为石桥镇文化站摄\n\n{BODY}")[1] == "caption"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_speech_by_a_name_alone_is_that_persons_to_the_last_word(gap: str) -> None:
    text = gap.join(["在石桥通车会上的讲话", "高远", "各位乡亲：", BODY, "我再说两句。", "谢谢大家！"])
    blocks = split_text(text)
    assert [block.kind for block in blocks] == ["title", "byline", *["paragraph"] * 4]
    assert {block.speaker.name for block in blocks[1:]} == {"高远"}


@pytest.mark.parametrize("number", ["一", "（二）", "（下）"])
def test_a_number_alone_is_the_heading_of_a_section(number: str) -> None:
    assert kinds(f"{BODY}\n\n{number}\n\n{BODY}") == ["paragraph", "heading", "paragraph"]


def test_a_sentence_that_the_hall_answers_is_no_caption() -> None:
    text = (
        "在全县水利大会上的讲话\n县水利局局长 何川\n\n同志们：\n\n"
        "今天我们召开大会，总结去年的工作，安排今年的任务。\n\n去年全县修了三条渠，清了五十里河道。\n\n谢谢大家！（热烈鼓掌）"
    )
    last = split_text(text)[-1]
    assert (last.kind, last.speaker.name) == ("paragraph", "何川")

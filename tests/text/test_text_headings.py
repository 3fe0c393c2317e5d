"""Heading numbers: what is one, what only looks like one."""

from __future__ import annotations

import pytest

from corpus_cli.text.headings import heading_level, heading_number


@pytest.mark.parametrize(
    ("line", "number", "level"),
    [
        ("第三章 水利", "第三章", 2),
        ("第十二节 桥梁", "第十二节", 3),
        ("十一、修路", "十一、", 4),
        ("（三）架桥", "（三）", 5),
        ("(三)架桥", "(三)", 5),
        ("3.架桥", "3.", 6),
        ("12、架桥", "12、", 6),
        ("（3）架桥", "（3）", 7),
        ("③架桥", "③", 7),
        ("### 架桥", "###", 3),
        ("##架桥", "##", 2),
    ],
)
def test_a_heading_number_is_read(line: str, number: str, level: int) -> None:
    assert (heading_number(line), heading_level(line)) == (number, level)


LOOKALIKES = ["3.5公里", "1978年", "第一次会议", "一是修路", "十人到会", "（笑）", "2012.3", "", "100、200元"]


@pytest.mark.parametrize("line", LOOKALIKES)
def test_a_lookalike_has_no_number(line: str) -> None:
    assert (heading_number(line), heading_level(line)) == ("", 0)

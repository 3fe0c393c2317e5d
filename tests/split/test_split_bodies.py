"""Labels that name an office of a body whose own name has 及 or 和."""

from __future__ import annotations

import pytest

from corpus_cli.split import split_text


@pytest.mark.parametrize("office", ["食物及衞生局局長", "商務及經濟發展局局長", "人力资源和社会保障局局长"])
def test_an_office_of_a_body_with_two_fields_is_a_label(office: str) -> None:
    text = f"主席：請提問。\n\n陳小文議員：當局有何計劃？\n\n{office}：已有計劃。\n\n主席：請繼續。\n\n{office}：多謝主席。\n"
    found = [block.printed.rstrip("：") for block in split_text(text) if block.printed]
    assert found == ["主席", "陳小文議員", office, "主席", office]


@pytest.mark.parametrize("clause", ["会议要求各单位及时做好以下工作", "与会人员和主持人一致认为"])
def test_a_clause_with_the_same_signs_is_none(clause: str) -> None:
    text = f"会议于上午召开。\n\n{clause}：要抓紧。\n\n会后代表参观了水渠。\n"
    assert not any(block.speaker.name for block in split_text(text))

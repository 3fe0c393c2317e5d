"""Labels that name an office of a body whose own name has 及 or 和."""

from __future__ import annotations

import pytest

from corpus_cli.split import split_text


@pytest.mark.parametrize("office", ["食物及衞生局局長", "商務及經濟發展局局長", "人力资源和社会保障局局长"])
def test_an_office_of_a_body_with_two_fields_is_a_label(office: str) -> None:
    start = "主席：請提問。\n\n陳小文議員：當局有何計劃？\n\n"
    text = f"{start}{office}：已有計劃。\n\n主席：請繼續。\n\n{office}：多謝主席。\n"
    found = [block.printed.rstrip("：") for block in split_text(text) if block.printed]
    assert found == ["主席", "陳小文議員", office, "主席", office]


@pytest.mark.parametrize("clause", ["会议要求各单位及时做好以下工作", "与会人员和主持人一致认为"])
def test_a_clause_with_the_same_signs_is_none(clause: str) -> None:
    text = f"会议于上午召开。\n\n{clause}：要抓紧。\n\n会后代表参观了水渠。\n"
    assert not any(block.speaker.name for block in split_text(text))


def test_a_member_printed_once_in_capitals_is_a_speaker() -> None:
    turns = [
        ("PRESIDENTE", "Ha facoltà di parlare l'onorevole Bianchi."),
        ("MARIO BIANCHI", "Grazie, Presidente. Il provvedimento riguarda le zone montane."),
        ("PRESIDENTE", "Ha chiesto di parlare la deputata Rossi."),
        ("LUCIA ROSSI", "Presidente, noi voteremo contro."),
        ("MARIO BIANCHI", "È una vergogna!"),
        ("PRESIDENTE", "Passiamo ai voti."),
    ]
    blocks = split_text("\n\n".join(f"{name}. {words}" for name, words in turns) + "\n")
    assert [block.speaker.name for block in blocks] == [name for name, _ in turns]

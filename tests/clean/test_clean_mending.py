"""What the rules on signs and words do together, in the order they stand in."""

from __future__ import annotations

import pytest

from corpus_cli.clean import clean_texts, cleaner
from corpus_cli.ledger import undo

MENDED = {
    "a page of a magazine": (
        "河道管理的隐患\n\n"
        "镇里要求 , 渔民(含船工)应当爱护河道;修补桥梁 , 清理水草。渔民问:“ 船修好了吗 ?”\n\n何川 清溪镇委书记",
        "河道管理的隐患\n\n"
        "镇里要求，渔民（含船工）应当爱护河道；修补桥梁，清理水草。渔民问：“船修好了吗？”\n\n何川 清溪镇委书记",
    ),
    "a law read by a classical engine": (
        '第一条” 渔民应当爱护河道。\n\n第二条“ 船工《含学徒)应当修补船只,桥梁"河道"等设施由镇里管理。',
        "第一条 渔民应当爱护河道。\n\n第二条 船工（含学徒）应当修补船只，桥梁“河道”等设施由镇里管理。",
    ),
    "misread bytes beside sound text": (
        "第一段，河水涨了。\n\næ²³æ°´æ¶¨äº†ã€‚\n\nThe riverâ€”the old one.\n\nРџСЂРёРІРµС‚, друг",
        "第一段，河水涨了。\n\n河水涨了。\n\nThe river—the old one.\n\nПривет, друг",
    ),
    "an English page with specks": (
        "‘The river came down from the huge mouniains on every side, and itis said that | saw it. It ‘was late, and we "
        "went to the -house. There was not @ light in all of it.",
        "The river came down from the huge mountains on every side, and it is said that I saw it. It was late, and we "
        "went to the house. There was not a light in all of it.",
    ),
}

SOUND = (
    "厚植河湖文化 守护一江清水\n\n何川 清溪镇委书记、镇长\n\n比分3:2，上午9:30，共1,000人，函数f(x)的值，GDP增长5%。",
    "他说：“你听，‘河水’。”《水经·江水》、约翰·史密斯、9·18。",
    "He said 'yes' and went on; the boys' hats, the class of ‘98, No. 1 was there, etc. and so on.",
    "SÃO PAULO, Ærø, naïve café — déjà vu, “Ã©”。",
    "Он сказал: «да», — и ушёл. Où est-elle ? « Ici ! »",
    "「おはよう」、と言った。図書館は 静かで、本が 多い。",
)


@pytest.mark.parametrize("name", MENDED)
def test_page_is_mended_and_can_be_undone(name: str) -> None:
    before, wanted = MENDED[name]
    (cleaned,) = clean_texts([before], cleaner())
    assert cleaned.text == wanted
    assert undo(cleaned.text, cleaned.edits) == before
    assert clean_texts([wanted], cleaner())[0].edits == ()


@pytest.mark.parametrize("text", SOUND)
@pytest.mark.parametrize("profile", ["safe", "full"])
def test_sound_text_stays(text: str, profile: str) -> None:
    (cleaned,) = clean_texts([text], cleaner(profile))  # type: ignore[arg-type]
    assert cleaned.text == text

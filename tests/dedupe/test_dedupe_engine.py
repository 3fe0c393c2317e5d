"""The stage as a whole: what goes, what stays, and what is said about it."""

from __future__ import annotations

import pytest

from corpus_cli.dedupe import DedupeOptions, dedupe
from corpus_cli.errors import WrongCall
from corpus_cli.ledger import undo
from corpus_cli.record import Record

HARVEST = "秋收以后，村里的人把晒干的稻谷装进麻袋，一车一车运到镇上的粮站去，换回过冬的布匹和煤油。"
NOISY = "秋收以后,村里的人把晒千的稻谷装进麻袋，一车一车运到镇上的粮站去，换回过冬的布匹和媒油。"
BRIDGE = "石桥建成那天，两岸的孩子都跑来看热闹，老石匠坐在桥头抽着旱烟，半天没有说一句话。"
LETTER = "The committee met on Tuesday and agreed that the old road should be mended before the winter."


def texts(outcome) -> list[str]:
    return [record.text for record, _ in outcome.records if record is not None]


def test_a_noisy_copy_goes_and_names_the_one_that_stays():
    outcome = dedupe([Record("a#1", HARVEST), Record("a#2", f"{BRIDGE}\n\n{NOISY}")])
    assert texts(outcome) == [HARVEST, BRIDGE]
    (row,) = outcome.removed
    assert (row["id"], row["dup_of"], row["method"], row["text"]) == ("a#2", "a#1", "near", NOISY)
    assert [(found["text"], found["dup_text"]) for found in row["differences"]] == [("千", "干"), ("媒", "煤")]


def test_edits_undo_to_the_given_text():
    given = f"{BRIDGE}\n\n\n\n{HARVEST}\n\n{HARVEST}\n\n\n{LETTER}\n"
    ((record, edits),) = dedupe([Record("a#1", given)]).records
    assert record is not None and record.text == f"{BRIDGE}\n\n\n\n{HARVEST}\n\n\n{LETTER}\n"
    assert undo(record.text, edits) == given


def test_a_whole_record_goes_as_a_unit_and_stays_when_annotated():
    records = [Record("a#1", HARVEST), Record("a#2", NOISY), Record("a#3", BRIDGE)]
    dropped = dedupe(records, DedupeOptions(unit="record"))
    assert [record and record.id for record, _ in dropped.records] == ["a#1", None, "a#3"]
    marked = dedupe(records, DedupeOptions(unit="record", mode="annotate"))
    assert [dict(record.added)["dup_of"] for record, _ in marked.records if record] == ["", "a#1", ""]
    assert [dict(record.added)["dup_cluster"] for record, _ in marked.records if record] == ["a#1", "a#1", ""]


def test_annotated_paragraphs_carry_both_places():
    outcome = dedupe([Record("a#1", HARVEST), Record("a#2", f"{BRIDGE}\n\n{NOISY}")], DedupeOptions(mode="annotate"))
    record, edits = outcome.records[1]
    assert record is not None and not edits and record.text.endswith(NOISY)
    (row,) = dict(record.added)["duplicates"]
    assert (row["start"], row["end"]) == (len(BRIDGE) + 2, len(BRIDGE) + 2 + len(NOISY))
    assert (row["dup_of"], row["dup_start"], row["dup_end"]) == ("a#1", 0, len(HARVEST))


def test_short_texts_stay_unless_asked_for_and_then_only_exact_ones_go():
    records = [Record(f"a#{n}", text) for n, text in enumerate(["谢谢大家！", "谢谢大家!", "谢谢大象！", ""])]
    assert len(texts(dedupe(records))) == 4
    assert texts(dedupe(records, DedupeOptions(short=True, unit="record"))) == ["谢谢大家！", "谢谢大象！", ""]


def test_a_few_words_behind_the_name_of_a_speaker_stay_as_short_texts_do():
    turns = f"主席：请渠道管理处处长说明。\n\n{HARVEST}\n\nThe CHAIR: Thank you.\n\n"
    given = turns + turns.replace(HARVEST, BRIDGE)
    outcome = dedupe([Record("a#1", given)])
    assert texts(outcome) == [given]
    outcome = dedupe([Record("a#1", given)], DedupeOptions(short=True))
    assert [row["text"] for row in outcome.removed] == ["主席：请渠道管理处处长说明。", "The CHAIR: Thank you."]


def test_a_number_that_differs_keeps_both():
    first = "本次检查共发现隐患47处，已经全部登记造册，并且明确了整改的期限和责任人。"
    assert len(texts(dedupe([Record("a", first), Record("b", first.replace("47", "52"))]))) == 2


def test_within_documents_only():
    records = [Record("a#1", f"{HARVEST}\n\n{NOISY}"), Record("a#2", HARVEST)]
    assert texts(dedupe(records, DedupeOptions(scope="document"))) == [HARVEST, HARVEST]


def test_reference_records_stay_out_of_the_output_and_are_never_removed():
    outcome = dedupe(
        [Record("a#1", NOISY), Record("a#2", BRIDGE)], against=[Record("r#1", HARVEST), Record("r#2", HARVEST)]
    )
    assert texts(outcome) == ["", BRIDGE]
    assert [row["dup_of"] for row in outcome.removed] == ["r#1"]
    assert outcome.counts["units"] == 2 and outcome.counts["kept"] == 1


def test_headings_are_repeated_by_right():
    heading = "## 一、坚持把人民群众的冷暖放在心里"
    records = [Record(f"a#{n}", f"{heading}\n\n{body}") for n, body in enumerate([HARVEST, BRIDGE])]
    assert texts(dedupe(records)) == [record.text for record in records]


def test_titles_and_by_lines_are_repeated_by_right_and_go_only_above_copied_text():
    byline = "林少棠 滨海县水利局副局长"
    stays = f"{byline}\n\n{HARVEST}\n\n{byline}\n\n{BRIDGE}"
    assert texts(dedupe([Record("a#1", stays)])) == [stays]
    copied = f"{byline}\n\n{HARVEST}\n\n{BRIDGE}\n\n{byline}\n\n{HARVEST}"
    assert texts(dedupe([Record("a#1", copied)], DedupeOptions(keep="first"))) == [f"{byline}\n\n{HARVEST}\n\n{BRIDGE}"]


def test_every_removed_unit_is_verified_against_a_unit_that_stays():
    chain = [HARVEST[:40] + BRIDGE[n : n + 20] + HARVEST[40:] for n in range(0, 20, 4)]
    outcome = dedupe([Record(f"a#{n}", text) for n, text in enumerate(chain)], DedupeOptions(unit="record"))
    gone = {row["id"] for row in outcome.removed}
    assert not gone & {row["dup_of"] for row in outcome.removed}


def test_a_line_put_together_from_two_paragraphs_goes_with_the_heading_above_it():
    head = "三、修好通往山外的公路"
    first = f"{head}。山里的木材和药材多年来只能靠人背马驮，运到县城要走整整两天的路程。"
    second = "去年冬天，六个村的劳力自带干粮上了工地，三个月里开出了十一公里的毛路，没有花国家一分钱。"
    copy = first.removeprefix(head + "。") + second
    text = "\n\n".join([BRIDGE, f"## {head}", copy, HARVEST, first, second])
    outcome = dedupe([Record("a#1", text)])
    assert texts(outcome) == ["\n\n".join([BRIDGE, HARVEST, first, second])]
    heading, union = outcome.removed
    assert (heading["method"], union["method"]) == ("heading", "union")
    assert [text[piece["start"] : piece["end"]] for piece in union["pieces"]] == [first, second]


def test_a_paragraph_that_stands_word_for_word_in_a_longer_one_goes():
    longer = HARVEST + BRIDGE + LETTER + NOISY[::-1]
    assert texts(dedupe([Record("a#1", HARVEST), Record("a#2", longer)])) == ["", longer]


def test_the_longer_of_two_stays_whatever_comes_first():
    longer = HARVEST + "当年的账目，会计一笔一笔都记在那本蓝布面的册子里。"
    outcome = dedupe([Record("a#1", HARVEST), Record("a#2", longer)], DedupeOptions(unit="record"))
    assert texts(outcome) == [longer]


def test_nothing_in_nothing_out():
    outcome = dedupe([])
    assert not outcome.records and outcome.counts["units"] == 0
    assert texts(dedupe([Record("a", "")])) == [""]


@pytest.mark.parametrize("wrong", [{"unit": "page"}, {"keep": "bset"}, {"keep": "field:"}, {"threshold": 20}])
def test_wrong_options_are_refused(wrong):
    with pytest.raises(WrongCall):
        DedupeOptions(**wrong)


def test_lines_that_say_almost_the_same_with_other_numbers_are_no_union():
    one = "镇里修的水塔高二十六米，能装水九百吨，供三个村的人家使用。"
    other = "开闸那一天，来看热闹的有两千多人，锣鼓从清早响到天黑，茶摊卖空了。"
    whole = (one + other).replace("二十六", "三十一").replace("两千", "七千")
    given = [Record("a", f"{one}\n\n{other}"), Record("b", whole)]
    assert texts(dedupe(given)) == [record.text for record in given]
    copied = [given[0], Record("b", one + other)]
    assert [row["method"] for row in dedupe(copied).removed] == ["union"]

"""What the verdict takes for one text and what it keeps apart, in Chinese, English and Russian."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.dedupe.alignment import aligned, compared, stretches
from corpus_cli.dedupe.findings import copy_of, own_of, packed, score_of
from corpus_cli.dedupe.judging import judge_pairs
from corpus_cli.dedupe.verdict import judge, judge_folded, judge_pair
from corpus_cli.text.folding import fold

ZH = "河东区把老旧小区改造列入年度计划，先后修缮房屋十二处，新装路灯二百盏，居民出行比过去方便得多。"
EN = "The harbour board met in the old customs house to hear what the engineer had found under the eastern pier."
RU = "Совет порта собрался в старом здании таможни, чтобы выслушать доклад инженера о восточном причале."
LONG = "改造以后物业费没有上涨，群众是满意的。街道还请退休职工当楼长，每周走访一遍，有事当天就报。"

# (why it is one text, first, second, method)
COPIES = [
    ("the same", ZH, ZH, "exact"),
    (
        "line ends and half-width signs",
        ZH,
        ZH.replace("，", ",").replace("计划", "计\n划").replace("十二", "十 二"),
        "exact",
    ),
    (
        "traditional characters",
        "黨的組織要發揮作用，會議決定辦好這件事。",
        "党的组织要发挥作用，会议决定办好这件事。",
        "exact",
    ),
    (
        "full-width digits",
        "本刊于2021年3月改版，读者来信请寄编辑部。",
        "本刊于２０２１年３月改版，读者来信请寄编辑部。",
        "exact",
    ),
    ("look-alike characters", ZH, ZH.replace("旧", "1日").replace("房", "戾").replace("比", "此"), "near"),
    ("a wrapped and hyphenated reprint", EN, EN.replace("engineer", "engi-\nneer").replace(" the ", "\nthe "), "exact"),
    ("a misread sign that makes no number", "走遍三十四个村子，" + ZH, "走遍〇十四个村子，" + ZH, "near"),
    (
        "a one that says no number, in a damaged text",
        "这件事一定要办好，" + ZH,
        "这件事三定要办好，" + ZH.replace("旧", "1日").replace("房", "戾"),
        "near",
    ),
    ("one look-alike in a given name", "经理张明说，" + ZH, "经理张朋说，" + ZH, "near"),
    ("one look-alike that makes another word", "大家说，" + ZH, "太家说，" + ZH, "near"),
    ("a letter that makes another word", EN, EN.replace("found", "round"), "near"),
    ("two letters read as one", "The modern pier: " + EN, "The modem pier: " + EN, "near"),
    ("a misread speaker", "方小雨：" + ZH, "方小兩：" + ZH, "near"),
    ("who said it is no speaker", "He then said: " + EN, "He ther said: " + EN, "near"),
    ("a verb that says who spoke is no speaker", "巡抚上奏：" + ZH, "巡抚上表：" + ZH, "near"),
    ("a few words said to someone", "She said to him: wait, it is late", "She said to him: wait, ii is late", "near"),
    ("a nought for what could not be read", "走遍五天，" + ZH, "走遍〇天，" + ZH, "near"),
    (
        "a name misread where it stands again",
        "赵明远到了，" + ZH + "赵明远说好。",
        "赵明远到了，" + ZH + "赵菲远说好。",
        "near",
    ),
    ("a sign that is part of no place", "发到各县，" + ZH, "发到膊县，" + ZH, "near"),
    ("a small word misread beyond knowing", "Nothing stirred when " + EN, "Nothing stirred aebkn " + EN, "near"),
    ("a word misread letter by letter", "His head ached, for " + EN, "His head aobesd, for " + EN, "near"),
    ("three letters that a list has by chance", "With a long neck, " + EN, "With a loc neck, " + EN, "near"),
    ("damaged letters", EN, EN.replace("harbour", "harhour").replace("found", "fouud").replace("the", "tlie"), "near"),
    ("digits read as letters", EN + " It cost 1100.", EN + " It cost ll00.", "near"),
    ("damaged Cyrillic", RU, RU.replace("доклад", "доклaд").replace("причале", "пpичaле"), "near"),
    ("one more sentence", ZH, ZH + "下一步还要加装电梯，让老人上下楼更省力。", "contained"),
    ("one more sentence, English", EN, EN + " Nothing was decided until the spring.", "contained"),
    ("a cut head", EN[25:], EN, "contained"),
    ("a cut tail", ZH[:34], ZH, "contained"),
    ("a part of a far longer text", ZH, "前面说的是另一件事。" * 9 + ZH + "后面说的又是别的事情。" * 9, "contained"),
]

# (why they are two texts, first, second, cause)
APART = [
    ("another number", ZH, ZH.replace("十二处", "十五处"), "number"),
    ("another article of a law", "第一条 " + ZH, "第二条 " + ZH, "number"),
    ("another article, two digits", "第十条 " + ZH, "第十一条 " + ZH, "number"),
    ("another plan, by its number", "按一定方案，" + ZH, "按三定方案，" + ZH, "number"),
    ("another year", EN + " It was 1887.", EN + " It was 1889.", "number"),
    ("another year, Russian", RU + " Это было в 1887 году.", RU + " Это было в 1889 году.", "number"),
    ("another day", EN + " It rose on Monday.", EN + " It rose on Friday.", "word"),
    ("another chapter", "Chapter VIII. " + EN, "Chapter IX. " + EN, "word"),
    ("another party", ZH + "费用由甲方承担。", ZH + "费用由乙方承担。", "series"),
    ("the opposite", ZH + "支出比上年增加一成。", ZH + "支出比上年减少一成。", "series"),
    ("the opposite word", ZH + "来往旅客比上年增长一成。", ZH + "来往旅客比上年下降一成。", "series"),
    ("a denial", ZH + "我们同意这个办法。", ZH + "我们不同意这个办法。", "denial"),
    ("a denial, English", EN + " The board did agree.", EN + " The board did not agree.", "denial"),
    (
        "another person",
        "张伟同志在会上介绍了街道办好社区食堂的做法。",
        "李强同志在会上介绍了街道办好社区食堂的做法。",
        "name",
    ),
    ("another place", ZH.replace("河东区", "城南区"), ZH.replace("河东区", "江北区"), "name"),
    (
        "another given name",
        "经理张明在会上说，今年的收成比去年好，大家都很高兴。",
        "经理张亮在会上说，今年的收成比去年好，大家都很高兴。",
        "name",
    ),
    ("another village", "杏桥村" + ZH, "石桥村" + ZH, "name"),
    ("another word for whom", "我的外婆说，" + ZH, "我的外公说，" + ZH, "name"),
    ("another person with another pronoun", "父亲说过，他记得" + ZH, "母亲说过，她记得" + ZH, "name"),
    ("another unit", ZH + "面积共四千平方米。", ZH + "面积共四千平方尺。", "name"),
    ("another bank, English", EN, EN.replace("eastern", "western"), "name"),
    ("another of the family, English", "My mother wrote that " + EN, "My father wrote that " + EN, "name"),
    ("another pier, Russian", RU, RU.replace("восточном", "западном"), "name"),
    (
        "the same template, clean but for its words",
        "查明沿河的烟囱，编成名册，逐家约定拆除时间，由镇长签字，县里每月抽查一遍。",
        "查明沿街的招牌，编成名册，逐户约定更换时间，由所长签字，市里每月抽查一遍。",
        "series",
    ),
    (
        "a denial of two signs",
        "到年底，" + ZH + "全县的渠都已清完。",
        "到年底，" + ZH + "全县的渠都尚未已清完。",
        "denial",
    ),
    ("a denial, Russian", RU + " Он поддержал это.", RU + " Он не поддержал это.", "denial"),
    (
        "a denial, German",
        "Der Rat hat am Montag beschlossen, die alte Brücke zu erneuern.",
        "Der Rat hat am Montag beschlossen, die alte Brücke nicht zu erneuern.",
        "denial",
    ),
    (
        "another name where both stand again",
        "赵明远、赵菲远" + ZH + "赵明远。",
        "赵明远、赵菲远" + ZH + "赵菲远。",
        "name",
    ),
    ("one county for all", "发到各县，" + ZH, "发到莒县，" + ZH, "name"),
    (
        "another word for a small one",
        "It rained when " + EN,
        "It rained where " + EN.replace("to hear", "to see"),
        "name",
    ),
    ("a range of years", "In 1911- 14 " + EN, "In 1911- 15 " + EN, "number"),
    ("another speaker", "方小雨：" + ZH, "贺临川：" + ZH, "speaker"),
    ("another speaker, English", "Mr. MASON. " + EN, "Mr. FULLERTON. " + EN, "speaker"),
    (
        "another scene, German",
        "Drei und zwanzigster Auftritt, im Garten.",
        "Vier und zwanzigster Auftritt, im Garten.",
        "word",
    ),
    (
        "another day, Spanish",
        "La feria abre el martes por la mañana.",
        "La feria abre el miércoles por la mañana.",
        "word",
    ),
    ("another month, Russian", RU + " Это было в начале января.", RU + " Это было в начале марта.", "word"),
    (
        "another person thanked",
        "The CHAIR: We all thank you for this, Señor Larkin.",
        "The CHAIR: We all thank you for this, Señora Pemberton.",
        "name",
    ),
    ("another name, English", EN + " Mr. Hughes agreed.", EN + " Mr. Bolton agreed.", "name"),
    ("a numbered item", "三要" + ZH, "要" + ZH, "ordinal"),
    (
        "another opening sentence",
        "今年的雨水比往年早一些。" + ZH + LONG,
        "大家都说办法好在哪里呢。" + ZH + LONG,
        "sentence",
    ),
    ("too short", "谢谢各位代表", "谢谢各位委员", "short"),
    (
        "the same template",
        "本报讯 记者从市教育局获悉，今年将新建小学六所。工程由教育局负责。",
        "本报讯 记者从市水利局获悉，今年将清淤河道两条。工程由水利局负责。",
        "replaced",
    ),
    ("a by-line of another author", "方小雨 海西省青阳市交通运输局局长", "贺临川 海西省青阳市交通运输局局长", "ends"),
    ("a by-line cut off", "方小雨 海西省青阳市交通运输局党委书记", "海西省青阳市交通运输局党委书记", "brief"),
    ("the same formula", "主席：请交通局方局长到台前说明。", "主席：请水利局贺副局长到台前说明。", "short"),
    (
        "two signs of a formula",
        "主席：请青山大学方校长向大会作一说明。",
        "主席：请青石大学贺校长向大会作一说明。",
        "name",
    ),
    (
        "another item of the budget",
        ZH + "经表决，冻结“推广夜校”一项经费，待报告后再议。" + LONG,
        ZH + "经表决，冻结“乡村图书流动车购置与养护”一项经费，待报告后再议。" + LONG,
        "passage",
    ),
    (
        "names between the names",
        "到会的有方小雨、贺临川、江一帆、孟春来、石大同、苏文、林远山、周一白。",
        "到会的有方小雨、赵东、贺临川、江一帆、钱南、孟春来、石大同、孙西、苏文、林远山、李北、周一白。",
        "scattered",
    ),
    (
        "half a question in the answer",
        "方小雨：那么为什么修路的经费反而比去年少了呢？",
        "贺临川：修路的经费是比去年少，因为桥的钱另外列了，修桥的经费反而多了一倍。",
        "ends",
    ),
    (
        "two voices with one formula",
        "Mr. Hay: I thank the chair for the time.",
        "Mr. Low: I thank the house for the day.",
        "lost",
    ),
    (
        "a few words of a longer text",
        "街道请退休的老职工当了楼长，大家拥护。",
        "街道请退休的老职工当了楼长，大家拥护。楼长每周走访一遍，有事当天就报，年底评出先进。",
        "brief",
    ),
    (
        "a few words of a longer text, English",
        "The clerk thanked the members.",
        "The clerk thanked the members. He then read the letters that had come since the spring.",
        "part",
    ),
    ("nothing in common", ZH, "屋后的竹林在风里响了一夜，天亮时落了满地的叶子，谁也没有去扫。", "nothing"),
]


@pytest.mark.parametrize(("why", "first", "second", "method"), COPIES, ids=[case[0] for case in COPIES])
def test_takes_a_copy(why: str, first: str, second: str, method: str) -> None:
    verdict = judge(first, second)
    assert (verdict.duplicate, verdict.method) == (True, method), (why, verdict)
    assert verdict.margin > 0
    assert 0 < verdict.score <= 100


@pytest.mark.parametrize(("why", "first", "second", "cause"), APART, ids=[case[0] for case in APART])
def test_keeps_apart(why: str, first: str, second: str, cause: str) -> None:
    verdict = judge(first, second)
    assert (verdict.duplicate, verdict.method, verdict.cause) == (False, "different", cause), (why, verdict)
    assert verdict.margin <= 0
    assert verdict.reason


def test_differences_name_the_characters_of_the_given_texts() -> None:
    first, second = "新装 路灯二百盏，居民出行方便，都说好。", "新装路灯二百盏,居民岀行方便,都说好."
    verdict = judge(first, second)
    (difference,) = verdict.differences
    assert first[slice(*difference.first)] == "出"
    assert second[slice(*difference.second)] == "岀"


def test_added_counts_what_each_text_has_alone() -> None:
    tail = "下一步还要加装电梯，让老人上下楼更省力。"
    assert judge(ZH, ZH + tail).added == (0, len(tail))
    assert judge(ZH + tail, ZH).added == (len(tail), 0)


def test_the_reason_names_what_decided() -> None:
    assert judge(ZH, ZH.replace("十二处", "十五处")).reason == "a number differs: 十二 | 十五"
    assert judge(ZH.replace("十二处", "十五处"), ZH).reason == "a number differs: 十五 | 十二"
    assert judge("三要" + ZH, "要" + ZH).reason == "one is a numbered item and the other is not: 三 | ∅"
    assert judge(ZH, ZH).meant == ("", "")


def test_a_copy_cut_at_both_ends_overlaps() -> None:
    body = ZH + LONG
    verdict = judge(body[:78], body[12:])
    assert (verdict.duplicate, verdict.method) == (True, "overlapping")


def test_two_texts_that_share_a_stock_phrase_stay() -> None:
    phrase = "坚持共建共治共享，完善网格化管理，把服务送到群众家门口。"
    verdict = judge("南街社区请退休职工当楼长。" + phrase + "楼长每周走访一次。", "北坡村修了三条路。" + phrase)
    assert not verdict.duplicate


def test_a_text_is_found_in_a_very_long_one() -> None:
    book = "".join(
        f"第{number}日，船过第{number * 7 % 1000}个渡口，风从西边来，水手们收起了帆。" for number in range(3000)
    )
    assert judge(ZH.replace("房", "戾"), book + ZH + book).method == "contained"
    assert judge(ZH, book).cause == "nothing"


alphabet = st.text(st.sampled_from("的一是在不了有和人这中大为上个国，。三五12ab lI0-\n"), max_size=60)


@settings(derandomize=True, max_examples=300)
@given(alphabet, alphabet)
def test_the_verdict_is_the_same_in_both_directions(first: str, second: str) -> None:
    there, back = judge(first, second), judge(second, first)
    assert (there.duplicate, there.score, there.method, there.margin, there.cause) == (
        back.duplicate,
        back.score,
        back.method,
        back.margin,
        back.cause,
    )
    assert there.added == back.added[::-1]
    assert [(d.first, d.second) for d in there.differences] == [(d.second, d.first) for d in back.differences]


@settings(derandomize=True, max_examples=100)
@given(alphabet)
def test_a_text_is_an_exact_copy_of_itself(text: str) -> None:
    verdict = judge(text, text)
    assert (verdict.duplicate, verdict.score, verdict.method, verdict.differences) == (True, 100.0, "exact", ())


@settings(derandomize=True, max_examples=100)
@given(st.lists(alphabet, min_size=2, max_size=5))
def test_pairs_in_bulk_are_judged_as_one_by_one(texts: list[str]) -> None:
    folded = [fold(text).text for text in texts]
    pairs = [(a, b) for a in range(len(texts)) for b in range(len(texts))]
    single = [judge_folded(folded[a], folded[b]) for a, b in pairs]
    assert [(v.duplicate, v.score, v.margin) for v in (judge_pair(folded[a], folded[b]) for a, b in pairs)] == [
        (v.duplicate, v.score, v.margin) for v in single
    ]


@st.composite
def pairs_of_texts(draw: st.DrawFn) -> list[tuple[str, str]]:
    """Draw texts of blanks, words, Han and numbers, each with a damaged, cut or moved copy of itself."""
    words = st.sampled_from("one two first of the mill brook 渠 水 修 十 三 不 mr.bell: 12 17 , .".split())
    found = []
    for _ in range(draw(st.integers(1, 4))):
        text = draw(st.sampled_from(["", " "])).join(draw(st.lists(words, min_size=5, max_size=60)))
        other = list(text[draw(st.integers(0, 20)) :] + draw(st.text("ab丙 ", max_size=20)))
        for _ in range(draw(st.integers(0, 12))):
            place = draw(st.integers(0, len(other)))
            other[place : place + draw(st.integers(0, 4))] = draw(st.text("ab丙 1一", max_size=4))
        found.append((fold(text).text, fold("".join(other)).text))
    return found


@settings(derandomize=True, max_examples=300, deadline=None)
@given(pairs_of_texts())
def test_pairs_laid_side_by_side_at_once_are_judged_as_one_by_one(pairs: list[tuple[str, str]]) -> None:
    pairs = [*pairs, *(pair[::-1] for pair in pairs), (pairs[0][0], pairs[-1][1])]
    single = [judge_pair(*pair) for pair in pairs]
    assert judge_pairs(pairs, fast=True) == [verdict if verdict.duplicate else verdict.score for verdict in single]
    assert judge_pairs(pairs, fast=False) == judge_pairs(pairs, fast=True)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(pairs_of_texts())
def test_a_number_holds_what_is_kept_of_a_verdict(pairs: list[tuple[str, str]]) -> None:
    for verdict in (judge_pair(*pair) for pair in (*pairs, ("a" * 20, "a" * 20))):
        number = packed(verdict if verdict.duplicate else verdict.score)
        assert (score_of(number), number >= 0) == (verdict.score, verdict.duplicate)
        if verdict.duplicate:
            copy = copy_of(number)
            assert (*copy, copy.reason, own_of(number)) == (
                *(verdict.score, verdict.method, verdict.cause),
                *(verdict.reason, verdict.added),
            )


@settings(derandomize=True, max_examples=200)
@given(alphabet, alphabet)
def test_the_differing_spans_account_for_every_difference(first: str, second: str) -> None:
    one, other = fold(first).text, fold(second).text
    verdict = judge_folded(one, other)
    if verdict.cause == "short":
        return
    built, place = [], 0
    for difference in verdict.differences:
        built += [one[place : difference.first[0]], other[slice(*difference.second)]]
        place = difference.first[1]
    assert "".join([*built, one[place:]]) == other


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.text("ab甲乙 ", max_size=60), st.data())
def test_matches_alone_give_the_stretches_that_all_operations_give(text: str, data: st.DataObject) -> None:
    other = list(text)
    for _ in range(data.draw(st.integers(0, 12))):
        place = data.draw(st.integers(0, len(other)))
        other[place : place + data.draw(st.integers(0, 3))] = data.draw(st.text("ab丙 ", max_size=3))
    first, second = sorted((text, "".join(other)), key=len)
    cut, steps = compared(first, second)
    assert cut == stretches(aligned(first, second), len(first), len(second))
    assert list(steps()) == aligned(first, second)

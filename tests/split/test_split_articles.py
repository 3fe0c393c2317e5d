"""Pages of articles written for these tests: who wrote what, where parts go on, which side the titles stand on."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.split.articles import find_articles
from corpus_cli.split.blocks import Block
from corpus_cli.split.copies import copied_lines
from corpus_cli.split.lines import line_table
from corpus_cli.split.outline import read_heading
from corpus_cli.split.roster import People

HEAT = [
    "入冬以前，江北市把老旧小区的供暖改造当作一件要紧的事来办，供热公司的师傅走访了两千多户人家。",
    "管道换了，阀门也换了，江北的老人说今年冬天屋里能穿单衣，暖气片摸上去烫手。",
    "供热办还开了一条热线，夜里也有人接，谁家的暖气不热，半个小时就有师傅上门。",
    "明年江北还要再改四十个小区，把锅炉房的烟囱都拆掉，让供热管网连成一张网。",
]
BRIDGE = [
    "青石县山多沟深，修桥一直是件难事，过去孩子上学要趟河，涨水的时候只好停课。",
    "县里请来桥梁工程师，先在青石河上架了第一座钢桥，桥面能走汽车，桥下能过木船。",
    "桥通了以后，果农把青石的梨子运出山，价钱比往年高了一倍，村口也开起了客栈。",
    "接下来要修的是北沟大桥，桥墩已经浇好，青石人盼着年底能从桥上走过去。",
]


def blocks_of(text: str) -> list[Block]:
    blocks = find_articles(line_table(text))
    assert blocks[0].start == 0
    assert blocks[-1].end == len(text)
    assert all(a.end == b.start for a, b in pairwise(blocks))
    return blocks


def told(text: str) -> dict[str, str]:
    """Return who each line of text is given to."""
    return {text[b.start : b.end].strip()[:12]: b.speaker.name for b in blocks_of(text)}


def kinds(text: str) -> list[str]:
    return [block.kind for block in blocks_of(text)]


COLUMNS = "\n\n".join(
    [
        "# 把暖气送到每一户",
        "蒋思远 江南省江北市供热办主任",
        HEAT[0],
        "## 一、摸清家底",
        HEAT[1],
        "\n",
        "王小明 江南省青石县交通局局长",
        BRIDGE[0],
        "## 一、先架一座桥",
        BRIDGE[1][:-6],
        "\n",
        HEAT[2],
        "## 二、连成一张网",
        HEAT[3],
        "# 桥通了路就宽",
        BRIDGE[2],
        "## 二、再架一座桥",
        BRIDGE[3],
    ]
)


def test_two_articles_that_go_on_in_other_columns() -> None:
    given_to = told(COLUMNS)
    assert {given_to[line[:12]] for line in HEAT} == {"蒋思远"}
    assert {given_to[line[:12]] for line in BRIDGE} == {"王小明"}


def test_resumed_parts_say_what_they_go_on_from() -> None:
    blocks = blocks_of(COLUMNS)
    resumed = [block for block in blocks if block.continues >= 0]
    assert [COLUMNS[b.start : b.start + 5] for b in resumed] == [HEAT[2][:5], BRIDGE[2][:5]]
    assert [COLUMNS[blocks[b.continues].start :][:5] for b in resumed] == [HEAT[1][:5], BRIDGE[1][:5]]
    for number in (1, 2):
        row = [block.article_seq for block in blocks if block.article == number]
        assert sorted(row) == list(range(1, len(row) + 1))


def test_a_displaced_title_comes_first_in_its_article() -> None:
    blocks = blocks_of(COLUMNS)
    (title,) = [b for b in blocks if b.kind == "title" and "桥通了" in COLUMNS[b.start : b.end]]
    assert (title.article, title.article_seq) == (2, 1)


def test_headings_make_the_path() -> None:
    paths = {COLUMNS[b.start : b.start + 5]: b.headings for b in blocks_of(COLUMNS)}
    assert paths[HEAT[0][:5]] == ()
    assert paths[HEAT[1][:5]] == ("摸清家底",)
    assert paths[BRIDGE[3][:5]] == ("再架一座桥",)


def test_a_box_article_inside_another_and_captions() -> None:
    text = "\n\n".join(
        [
            "# 把暖气送到每一户",
            "江北日报记者/蒋思远 通讯员/高山 李文博",
            HEAT[0],
            HEAT[1] + "江北的做法是办好“三件事”。",
            "\n",
            "王小明\n\n江南省青石县交通局党委书记、  \n局长",
            "桥通了路就宽",
            *BRIDGE,
            "\n",
            "师傅在检修管道",
            "### 1 办好“摸底”这件事",
            HEAT[2],
            "\n",
            "供热大厅",
            "### 2 办好“换管”这件事",
            HEAT[3],
        ]
    )
    given_to = told(text)
    assert {given_to[line[:12]] for line in HEAT} == {"蒋思远"}
    assert {given_to[line[:12]] for line in BRIDGE} == {"王小明"}
    names = {text[b.start : b.end].strip(): b.kind for b in blocks_of(text)}
    assert names["师傅在检修管道"] == names["供热大厅"] == "caption"
    assert names["桥通了路就宽"] == "title"
    assert names["江北日报记者/蒋思远 通讯员/高山 李文博"] == "credit"


@pytest.mark.parametrize("side", ["before", "behind", "inside", "end"])
def test_titles_stand_on_any_side(side: str) -> None:
    def article(title: str, byline: str, body: list[str]) -> str:
        row = {
            "before": [title, byline, *body],
            "behind": [byline, title, *body],
            "inside": [byline, *body[:2], title, *body[2:]],
            "end": [byline, *body, title],
        }[side]
        return "\n\n".join(row)

    first = article("江北的暖气怎样送到每一户", "蒋思远 江南省江北市供热办主任", HEAT)
    second = article("青石架桥记：路就这样宽了", "王小明 江南省青石县交通局局长", BRIDGE)
    text = first + "\n\n\n\n" + second
    titles = {text[b.start : b.end].strip(): b.article for b in blocks_of(text) if b.kind == "title"}
    assert titles == {"江北的暖气怎样送到每一户": 1, "青石架桥记：路就这样宽了": 2}
    given_to = told(text)
    assert [given_to[line[:12]] for line in (*HEAT, *BRIDGE)] == ["蒋思远"] * 4 + ["王小明"] * 4


@pytest.mark.parametrize(
    "head",
    [
        "把暖气送到\n江北的每一户人家\n蒋思远 江南省江北市供热办主任",
        "把暖气送到\n江北的每一户人家\n\n蒋思远 江南省江北市供热办主任",
        "蒋思远 江南省江北市供热办主任\n\n把暖气送到\n江北的每一户人家",
        "把暖气送到江北的每一户\n\n——江北市老旧小区供暖改造记\n\n蒋思远 江南省江北市供热办主任",
    ],
)
def test_titles_over_several_lines_and_titles_below_titles(head: str) -> None:
    text = head + "\n\n" + "\n\n".join(HEAT)
    blocks = blocks_of(text)
    assert [block.kind for block in blocks].count("title") == 2
    assert {block.article for block in blocks} == {1}
    assert {block.speaker.name for block in blocks if block.kind == "paragraph"} == {"蒋思远"}


def test_bare_lines_close_between_paragraphs_are_headings_and_behind_a_gap_captions() -> None:
    rows = [
        "江北的暖气怎样送到每一户",
        "蒋思远 江南省江北市供热办主任",
        HEAT[0],
        "摸清每一户",
        HEAT[1],
        "热线有人接",
        HEAT[2],
    ]
    text = "\n\n".join([*rows, "\n", "师傅们在修管道", HEAT[3]])
    blocks = {text[b.start : b.end].strip(): b for b in blocks_of(text)}
    assert (blocks["摸清每一户"].kind, blocks["热线有人接"].kind, blocks["师傅们在修管道"].kind) == (
        "heading",
        "heading",
        "caption",
    )
    assert blocks[HEAT[2]].headings == ("热线有人接",)
    assert blocks["摸清每一户"].speaker.name == "蒋思远"


def test_an_office_in_the_title_is_a_role_and_never_a_person() -> None:
    text = "县供热办副主任座谈会交流发言材料\n" + "\n".join(HEAT)
    blocks = blocks_of(text)
    assert {(b.speaker.name, b.speaker.role) for b in blocks if b.kind == "paragraph"} == {("", "县供热办副主任")}
    assert blocks[0].kind == "title"


@pytest.mark.parametrize("title", ["江北市供热工作经验交流", "人大代表在座谈会上的发言", "大会发言材料", "书记的一天"])
def test_titles_without_the_office_of_one_holder_name_nobody(title: str) -> None:
    text = f"# {title}\n\n" + "\n\n".join(HEAT)
    assert {(b.speaker.name, b.speaker.role) for b in blocks_of(text)} == {("", "")}


def test_name_and_office_in_the_title_of_a_speech() -> None:
    text = "江北市供热办主任蒋思远在动员会上的讲话\n\n" + "\n\n".join(HEAT)
    assert {(b.speaker.name, b.speaker.role) for b in blocks_of(text) if b.kind == "paragraph"} == {
        ("蒋思远", "江北市供热办主任")
    }


def test_signatures_sign_the_article_above_them() -> None:
    text = "\n\n".join(
        [
            "# 把暖气送到每一户",
            *HEAT[:-1],
            HEAT[-1] + "（作者：江南省江北市供热办主任蒋思远）",
            "\n",
            "# 桥通了路就宽",
            *BRIDGE,
            "（作者系青石县交通局局长）",
        ]
    )
    blocks = blocks_of(text)
    speakers = {text[b.start : b.start + 5]: (b.speaker.name, b.speaker.role) for b in blocks if b.kind == "paragraph"}
    assert [speakers[line[:5]] for line in HEAT] == [("蒋思远", "江南省江北市供热办主任")] * 4
    assert [speakers[line[:5]] for line in BRIDGE] == [("", "青石县交通局局长")] * 4


def test_an_article_without_a_byline_between_signed_ones_is_nobodys() -> None:
    text = "\n\n".join(
        [
            "# 江北的暖气怎样送到每一户\n\n蒋思远 江南省江北市供热办主任",
            *HEAT,
            "\n",
            "# 青石河上架起钢桥",
            *BRIDGE,
            "\n",
            "# 秋天的果园丰收了\n\n李文博 江南省果树站站长",
            "秋天的果园里到处是人，果树站的技术员在树下教果农剪枝，丰收的果子一筐一筐装上车运出山去。",
        ]
    )
    given_to = told(text)
    assert {given_to[line[:12]] for line in BRIDGE} == {""}
    assert {given_to[line[:12]] for line in HEAT} == {"蒋思远"}
    assert [b.article for b in blocks_of(text) if b.kind == "title"] == [1, 2, 3]


def test_lines_that_say_where_an_article_goes_on() -> None:
    """Nothing but the printed jump says that the part behind the second article is the first one's."""
    text = "\n\n".join(
        [
            "# 把暖气送到每一户",
            "文/蒋思远",
            HEAT[0],
            HEAT[1] + "（下转第四版）",
            "\n",
            "# 桥通了路就宽",
            "文/王小明",
            *BRIDGE,
            "\n",
            "（上接第一版）",
            "这件事说起来容易，做起来难，难就难在要有人天天守着，还要有人出钱出力。",
        ]
    )
    assert told(text)["这件事说起来容易，做起来难"[:12]] == "蒋思远"
    assert {text[b.start : b.end].strip() for b in blocks_of(text) if b.kind == "furniture"} == {"（上接第一版）"}


def test_what_the_hall_did_and_the_day_are_nobodys_words() -> None:
    text = "在供热工作会上的讲话\n江北市供热办主任 蒋思远\n（2021年9月8日）\n各位同事：\n"
    text += HEAT[0] + "\n（长时间热烈鼓掌）\n" + HEAT[1]
    blocks = {text[b.start : b.end].strip()[:9]: (b.kind, b.speaker.name) for b in blocks_of(text)}
    assert blocks["（2021年9月8"] == ("other", "")
    assert blocks["（长时间热烈鼓掌）"] == ("reaction", "")
    assert blocks[HEAT[1][:9]] == ("paragraph", "蒋思远")


def test_short_news_signed_in_brackets_at_either_end() -> None:
    end = "\n\n".join(
        ["供热热线开通", HEAT[2] + "（本报记者 蒋思远）", "\n", "北沟大桥开工", BRIDGE[3], "（记者 王小明）"]
    )
    head = "\n\n".join(
        ["供热热线开通", "（本报记者 蒋思远）", HEAT[2], "\n", "北沟大桥开工", "（记者 王小明）", BRIDGE[3]]
    )
    for text in (end, head):
        given_to = told(text)
        assert (given_to[HEAT[2][:12]], given_to[BRIDGE[3][:12]]) == ("蒋思远", "王小明")


def test_a_credit_opens_a_news_item() -> None:
    text = "\n\n".join(
        [
            "供热热线开通",
            "本报讯（记者 蒋思远 通讯员 高山）" + HEAT[2],
            HEAT[3],
            "\n",
            "北沟大桥开工",
            "本报青石三月一日电（记者王小明）" + BRIDGE[3],
        ]
    )
    found = [(b.kind, b.speaker.name, text[b.start : b.end].strip()[:6]) for b in blocks_of(text) if b.speaker.name]
    assert found == [
        ("credit", "蒋思远", "本报讯（记者"),
        ("paragraph", "蒋思远", HEAT[2][:6]),
        ("paragraph", "蒋思远", HEAT[3][:6]),
        ("credit", "王小明", "本报青石三月"),
        ("paragraph", "王小明", BRIDGE[3][:6]),
    ]


@pytest.mark.parametrize(("cut", "sure"), [(0, True), (-6, False)])
def test_a_text_that_broke_off_and_is_never_resumed_casts_doubt(cut: int, sure: bool) -> None:
    head = HEAT[0][: cut or None]
    rows = [
        "蒋思远 江南省江北市供热办主任",
        head,
        "王小明 江南省青石县交通局局长",
        *BRIDGE[:2],
        "桥边的风景很好看",
        *BRIDGE[2:],
    ]
    text = "\n\n".join(rows)
    (last,) = [b for b in blocks_of(text) if text[b.start :].startswith(BRIDGE[3])]
    assert last.speaker.name == "王小明"
    assert (last.confidence >= 0.9) is sure


def test_a_letter_is_signed_below_its_text() -> None:
    text = "\n\n".join(["致江北市民的一封信", "各位市民：", *HEAT, "江北市市长 王小明", "（2022年3月1日）"])
    given_to = told(text)
    assert {given_to[line[:12]] for line in HEAT} == {"王小明"}
    assert [b.kind for b in blocks_of(text) if b.printed] == ["byline"]


def test_a_roster_completes_the_office() -> None:
    known = People.from_rows([{"name": "蒋思远", "role": "江北市供热办主任", "variants": "蒋思元"}])
    text = "# 把暖气送到每一户\n\n文/蒋思元\n\n" + HEAT[0]
    speakers = {
        (b.speaker.name, b.speaker.role) for b in find_articles(line_table(text), known) if b.kind == "paragraph"
    }
    assert speakers == {("蒋思远", "江北市供热办主任")}


def test_pages_without_bylines_name_nobody() -> None:
    text = "\n\n".join(["# 供热", HEAT[0], "王小明", HEAT[1], "名词解释", "作者：见下表", HEAT[2], "时间：三月"])
    assert {b.speaker.name for b in blocks_of(text)} == {""}
    assert {b.speaker.role for b in blocks_of(text)} == {""}


def test_copies_take_no_part() -> None:
    copy = [BRIDGE[2], BRIDGE[1]]
    lines = [
        "王小明 江南省青石县交通局局长",
        *BRIDGE,
        "\n",
        "蒋思远 江南省江北市供热办主任",
        *HEAT[:2],
        *copy,
        *HEAT[2:],
    ]
    text = "\n\n".join(lines)
    table = line_table(text)
    assert [table.lines[i].text for i in sorted(copied_lines(table.lines))] == copy
    given_to = [b.speaker.name for b in blocks_of(text) if text[b.start : b.start + 5] == HEAT[3][:5]]
    assert given_to == ["蒋思远"]


def test_short_lines_that_come_back_are_no_copies() -> None:
    table = line_table(
        "\n".join(["注：以上数据截至资料编写的时候。", HEAT[0], "注：以上数据截至资料编写的时候。", HEAT[1]])
    )
    assert copied_lines(table.lines) == frozenset()


@pytest.mark.parametrize(
    ("line", "number", "style", "whole"),
    [
        ("## 一、摸清家底", 1, "han", True),
        ("十二、摸清家底", 12, "han", True),
        ("二、摸清家底。师傅走访了两千多户人家，把每一户的情况都记了下来。", 2, "han", False),
        ("（三）把路修好，把桥架好", 3, "han-bracket", True),
        ("### 4 办好“换管”这件事", 4, "digit", True),
        ("第五章 供热", 5, "chapter", True),
        ("# 供热", 0, "marks", True),
    ],
)
def test_headings_are_read(line: str, number: int, style: str, whole: bool) -> None:
    heading = read_heading(line)
    assert heading is not None
    assert (heading.number, heading.style, heading.whole) == (number, style, whole)


def test_a_number_on_a_line_alone_needs_no_sign() -> None:
    assert [heading and heading.number for heading in (read_heading("2 换管", alone=True), read_heading("2 换管"))] == [
        2,
        None,
    ]
    assert [
        heading and heading.number for heading in (read_heading("三　换管", alone=True), read_heading("三　换管"))
    ] == [
        3,
        None,
    ]


@pytest.mark.parametrize("line", ["二要把路修好。", "一是摸清家底", "2008年修了桥", "一座桥", "3.5公里的路", "12 345"])
def test_what_only_looks_like_a_heading(line: str) -> None:
    assert read_heading(line) is None


LINES = st.sampled_from(
    [
        *HEAT,
        *BRIDGE,
        "# 供热",
        "一、摸底",
        "王小明 江北市市长",
        "蒋思远",
        "江北市",
        "局长",
        "",
        "",
        "",
        "（作者系局长）",
        "图为大桥",
        HEAT[0][:20],
    ]
)


@settings(derandomize=True, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=40))
def test_blocks_tile_whatever_the_page(lines: list[str]) -> None:
    text = "\n".join(lines)
    if text.strip():
        blocks = blocks_of(text)
        assert blocks == find_articles(line_table(text))
        assert all(0 <= b.confidence <= 1 and b.continues < i for i, b in enumerate(blocks))
    else:
        assert find_articles(line_table(text)) == []

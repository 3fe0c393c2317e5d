"""Bylines of a page: offices cut over lines, and the look-alikes that stay text."""

import pytest

from corpus_cli.split.bylines import find_bylines
from corpus_cli.split.lines import line_table

BODY = "去年入冬以来，江北市把老旧小区的供暖改造当作一件要紧的事来办，走访了两千多户人家，改了三十多公里管道。"


def found(text: str) -> list[tuple[tuple[str, ...], str, str]]:
    return [(byline.names, byline.role, byline.form) for byline in find_bylines(line_table(text))]


FORMS = [
    ("蒋思远 江南省江北市供热办主任", "蒋思远", "江南省江北市供热办主任"),
    ("江南省江北市供热办主任　蒋思远", "蒋思远", "江南省江北市供热办主任"),
    ("蒋思远（江南省江北市供热办主任）", "蒋思远", "江南省江北市供热办主任"),
    ("蒋　远\n\n江南省江北市\n供热办主任", "蒋远", "江南省江北市供热办主任"),
    ("蒋思远\n江北市副市长、\n市水利局党组书记、\n局长", "蒋思远", "江北市副市长、市水利局党组书记、局长"),
    ("蒋思远\n\n江北市委副书记  \n江北市委政法委书记", "蒋思远", "江北市委副书记、江北市委政法委书记"),
    ("蒋思远 江北市副市长、\n市水利局党组书记、局长", "蒋思远", "江北市副市长、市水利局党组书记、局长"),
    ("江北市公安局党委委员、\n副局长　蒋思远", "蒋思远", "江北市公安局党委委员、副局长"),
    ("江北市公安局党委委员、\n副局长\n蒋思远", "蒋思远", "江北市公安局党委委员、副局长"),
    ("高山\n江北市博物馆\n馆长", "高山", "江北市博物馆馆长"),
    ("田野 江南省江北市供热办主任", "田野", "江南省江北市供热办主任"),
    ("向阳（江南省江北市供热办主任）", "向阳", "江南省江北市供热办主任"),
    ("■蒋思远\n江北市博物馆馆长", "蒋思远", "江北市博物馆馆长"),
    ("□ 蒋思远（江北市博物馆馆长）", "蒋思远", "江北市博物馆馆长"),
    ("文/蒋思远", "蒋思远", ""),
    ("作者：蒋思远（江北市作家协会主席）", "蒋思远", "江北市作家协会主席"),
    ("江北日报记者/蒋思远 通讯员/高山 王小明", "蒋思远", "江北日报记者"),
    ("撰文｜蒋思远　编辑｜高山", "蒋思远", ""),
    ("口述：蒋思远　整理：高山", "蒋思远", ""),
    ("特约撰稿人：蒋思远", "蒋思远", ""),
    ("作者：江北市图书馆 蒋思远", "蒋思远", "江北市图书馆"),
    ("蒋思远\n（江北大学水利系教授）", "蒋思远", "江北大学水利系教授"),
    ("蒋思远\n（江北市供热办\n主任）", "蒋思远", "江北市供热办主任"),
]


@pytest.mark.parametrize(("byline", "name", "role"), FORMS)
def test_every_printed_form_is_found(byline: str, name: str, role: str) -> None:
    text = f"# 把暖气送到每一户\n\n\n\n{byline}\n\n{BODY}\n"
    assert [(names[0], office) for names, office, _ in found(text)] == [(name, role)]
    (made,) = find_bylines(line_table(text))
    assert "".join(text[made.start : made.end].split()) == "".join(byline.split())


LOOK_ALIKES = [
    f"时间：三月一日\n作者：王小明\n地点：江北市\n\n{BODY}",
    f"王小明 江北市市长\n\n李文博 江北市副市长\n\n蒋思远 江北市公安局局长\n\n{BODY}",
    f"{BODY}\n王小明 江北市市长\n{BODY}",
    f"王小明\n\n{BODY}",
    f"{BODY}\n\n王小明\n（化名）\n\n{BODY}",
    f"{BODY}\n\n整理：水利局 办公室\n\n{BODY}",
    f"{BODY}\n\n\n\n王小明在车间里\n\n{BODY}",
    f"王小明，江北市供热办主任，说起那年冬天还很激动。\n\n{BODY}",
    f"{BODY}\n\n局长\n\n{BODY}",
    f"高山\n局长\n\n{BODY}",
    f"方面 局长\n\n{BODY}",
    f"王小明、李文博、蒋思远\n\n{BODY}",
    f"{BODY}\n\n导演 王小明\n\n{BODY}",
    f"演职员表\n\n导演 王小明\n\n编剧 李文博\n\n{BODY}",
    f"一、与会人员\n\n王小明　江北市市长\n\n李文博　江北市副市长\n\n二、会议内容\n\n{BODY}",
    f"主持人：\n\n王小明　江北市市长\n\n{BODY}",
    f"{BODY}\n\n\n\n王小明（江北市供热办主任）\n\n\n\n{BODY}",
    f"# 历任市长\n\n王小明\n\n任内{BODY}\n\n李文博\n\n后来{BODY}",
    f"作者：王小明\n\n时间：三月一日\n\n地点：江北市\n\n{BODY}",
    f"供热\n\n{BODY}\n\n江北市\n\n{BODY}",
]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alikes_are_no_bylines(text: str) -> None:
    assert found(text) == []


def test_a_name_alone_needs_a_title_above_and_its_own_text_below() -> None:
    assert found(f"# 把暖气送到每一户\n\n王小明\n\n{BODY}") == [(("王小明",), "", "name")]
    assert found(f"# 名人小传\n\n王小明\n\n王小明，{BODY}") == []


def test_names_alone_under_bare_titles_need_each_other() -> None:
    first, second = f"把暖气送到每一户\n\n王小明\n\n{BODY}", f"桥通了路就宽了\n\n蒋思远\n\n{BODY}"
    assert found(first) == []
    assert [names[0] for names, _, _ in found(f"{first}\n\n\n\n{second}")] == ["王小明", "蒋思远"]


def test_two_authors_on_two_lines_are_one_byline() -> None:
    text = f"蒋思远 江北大学教授\n王小明 江南大学教授\n\n{BODY}"
    assert found(text) == [(("蒋思远", "王小明"), "江北大学教授", "name-office")]


def test_staff_of_the_page_is_no_author() -> None:
    assert found(f"{BODY}\n\n责任编辑：王小明") == [(("王小明",), "", "staff")]


def test_a_signature_is_found_behind_its_paragraph() -> None:
    text = f"{BODY}（作者系江北市供热办主任）\n"
    (byline,) = find_bylines(line_table(text))
    assert (byline.form, byline.role, text[byline.start : byline.end]) == (
        "signature",
        "江北市供热办主任",
        "（作者系江北市供热办主任）",
    )

"""Single lines read as bylines, and the look-alikes that must stay unread."""

import pytest

from corpus_cli.text.bylines import read_byline, read_lead, read_signature, split_office
from corpus_cli.text.offices import fields, is_office, is_office_part, places
from corpus_cli.text.people import is_name, plain_name, surname

READ = [
    ("蒋思远 江南省江北市博物馆馆长", "name-office", ("蒋思远",), "江南省江北市博物馆馆长"),
    ("高　山 江北市委常委、政法委书记", "name-office", ("高山",), "江北市委常委、政法委书记"),
    ("蒋思远　江北市委　政法委书记", "name-office", ("蒋思远",), "江北市委政法委书记"),
    ("江北市水利局党组书记、局长　欧阳明月", "office-name", ("欧阳明月",), "江北市水利局党组书记、局长"),
    ("阿依夏木·艾力 江北大学教授", "name-office", ("阿依夏木·艾力",), "江北大学教授"),
    ("蒋思远(江北市人民检察院副检察长)", "bracket", ("蒋思远",), "江北市人民检察院副检察长"),
    ("作者：蒋思远（江北市作家协会主席）", "label", ("蒋思远",), "江北市作家协会主席"),
    ("文/蒋思远 图/王小明", "label", ("蒋思远",), ""),
    ("蒋思远 文/图", "label", ("蒋思远",), ""),
    ("■蒋思远", "sign", ("蒋思远",), ""),
    ("□ 蒋思远（江北市博物馆馆长）", "sign", ("蒋思远",), "江北市博物馆馆长"),
    ("◎本刊记者 蒋思远", "sign", ("蒋思远",), "本刊记者"),
    ("江北日报记者/蒋思远 通讯员/高山 王小明", "press", ("蒋思远", "高山", "王小明"), "江北日报记者"),
    ("本报记者蒋思远", "press", ("蒋思远",), "本报记者"),
    ("江北日报全媒体记者 蒋思远 实习生 王小明 摄影报道", "press", ("蒋思远", "王小明"), "江北日报全媒体记者"),
    ("（作者系江北市博物馆馆长）", "signature", (), "江北市博物馆馆长"),
    ("（作者：江北市博物馆馆长蒋思远）", "signature", ("蒋思远",), "江北市博物馆馆长"),
    ("（蒋思远系江北市博物馆馆长）", "signature", ("蒋思远",), "江北市博物馆馆长"),
    ("（作者单位：江北市人民检察院）", "signature", (), "江北市人民检察院"),
    ("**蒋思远** 江北市博物馆馆长", "name-office", ("蒋思远",), "江北市博物馆馆长"),
    ("撰文／蔣思遠　攝影／林大輝", "label", ("蔣思遠",), ""),
    ("記者王小明／臺北報導", "press", ("王小明",), "記者"),
    ("本报记者 蒋思远 摄", "staff", ("蒋思远",), ""),
    ("（本报记者 蒋思远）", "signature", ("蒋思远",), "本报记者"),
    ("（记者 蒋思远 通讯员 高山）", "signature", ("蒋思远", "高山"), "记者"),
    ("责任编辑：蒋思远", "staff", ("蒋思远",), ""),
    ("责编：蒋思远 版式：王小明 校对：高山", "staff", ("蒋思远", "王小明", "高山"), ""),
    ("责任编辑 蒋思远　美编 王小明", "staff", ("蒋思远", "王小明"), ""),
    ("江北市公安局 蒋思远", "unit", ("蒋思远",), "江北市公安局"),
]

UNREAD = [
    "蒋思远走进江北市博物馆，向馆长问好。",
    "蒋思远：江北市博物馆馆长",
    "蒋思远在江北市任局长",
    "作者：见下表",
    "作者：不详",
    "蒋思远 王小明 李文博",
    "蒋思远、王小明、李文博",
    "会见市长 蒋思远",
    "图为江北市市长",
    "听取人大代表意见的检察长",
    "江北市委常务副书记座谈会发言稿",
    "蒋思远（1901－1967），教授",
    "蒋思远(右二)",
    "●加强领导",
    "■ 江北市人民政府",
    "高山流水",
    "未成年人保护进校园",
    "任务 目标",
    "时间 地点",
    "要点：三国",
    "他对来访的人说（市长）",
    "图为群众在大厅办事。（本报记者 蒋思远 摄）",
    "群众在大厅办事。（蒋思远 摄）",
    "（新华社发）",
    "",
    "  ",
]


@pytest.mark.parametrize(("line", "form", "names", "role"), READ)
def test_printed_forms_are_read(line: str, form: str, names: tuple[str, ...], role: str) -> None:
    found = read_byline(line)
    assert found is not None
    assert (found.form, found.names, found.role) == (form, names, role)


@pytest.mark.parametrize("line", UNREAD)
def test_look_alikes_stay_unread(line: str) -> None:
    assert read_byline(line) is None


@pytest.mark.parametrize(
    ("line", "name", "rest"),
    [
        ("本报讯（记者 蒋思远 通讯员 高山）昨日，江北有雪。", "蒋思远", "昨日，江北有雪。"),
        ("新华社江北5月3日电（记者蒋思远）江北有雪。", "蒋思远", "江北有雪。"),
        ("〔記者王小明／臺北報導〕昨日有雪。", "王小明", "昨日有雪。"),
    ],
)
def test_a_credit_opens_a_news_item(line: str, name: str, rest: str) -> None:
    found = read_lead(line)
    assert found is not None
    assert (found[0].names[0], line[found[1] :]) == (name, rest)


@pytest.mark.parametrize(
    "line", ["【记者手记】江北有雪。", "本报讯 昨日，江北有雪。", "他回电（见下文）说好。", "通讯（一）江北有雪。"]
)
def test_what_only_looks_like_a_credit(line: str) -> None:
    assert read_lead(line) is None


def test_a_signature_ends_a_paragraph_and_says_where_it_begins() -> None:
    line = "路还很长。（作者为江北大学教授、博导）"
    found = read_signature(line)
    assert found is not None
    assert (line[found.start :], found.role) == ("（作者为江北大学教授、博导）", "江北大学教授、博导")
    assert read_signature("路还很长（下转第四版）。") is None


@pytest.mark.parametrize("name", ["蒋思远", "高　山", "高 山", "欧阳明月", "诸葛亮", "阿依夏木·艾力", "蔡世"])
def test_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "word", ["高山", "方面", "从严治党", "江北的人", "后　记", "思远", "远 思", "蒋", "蒋思远说", "蒋 思 远 行"]
)
def test_words_that_are_no_names(word: str) -> None:
    assert not is_name(word)


def test_names_where_only_names_stand() -> None:
    assert is_name("高山", loose=True)
    assert not is_name("不详", loose=True)
    assert plain_name("高　山") == "高山"
    assert (surname("欧阳明月"), surname("高山"), surname("的")) == ("欧阳", "高", "")


@pytest.mark.parametrize(
    "text",
    [
        "局长",
        "江北市副市长、市水利局党组书记、局长",
        "江北大学教授（博士生导师）",
        "江北市人大常委会主任",
        "总工程师",
        "第一书记",
        "監事、理事長",
    ],
)
def test_offices(text: str) -> None:
    assert is_office(text)


@pytest.mark.parametrize(
    "text",
    ["经济持续增长", "健康成长", "听取代表", "各位代表", "我是局长", "推进工作。", "江北市公安局", "五十名会员", ""],
)
def test_what_only_looks_like_an_office(text: str) -> None:
    assert not is_office(text)


def test_parts_of_an_office_cut_by_a_line_end() -> None:
    assert all(map(is_office_part, ["江北市公安局党委委员、", "江南省江北市", "江南省作家协会"]))
    assert not any(map(is_office_part, ["他来到了江北市", "江北风光", "路还很长。"]))


def test_places_from_large_to_small() -> None:
    assert places("江南省江北市公安局副局长") == ("江南", "江北")
    assert places("重庆市黔江区委秘书长") == ("重庆", "黔江")
    assert places("广西壮族自治区柳州市水利局总工程师") == ("广西", "柳州")
    assert places("云南省大理白族自治州人民政府秘书长") == ("云南", "大理")
    assert places("赣南市副市长、市公安局局长") == ("赣南",)
    assert places("桂林晚报记者") == ("桂林",)
    assert places("局长") == ()


def test_fields_of_work() -> None:
    assert fields("江北市人民检察院政治部主任") == ("检察",)


def test_office_and_name_without_a_blank() -> None:
    assert split_office("江北市博物馆馆长蒋思远") == ("江北市博物馆馆长", "蒋思远")
    assert split_office("江北市博物馆蒋思远") == ("", "")

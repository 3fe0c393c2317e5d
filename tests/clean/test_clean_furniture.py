"""Running heads and page numbers: typed instead of removed, and never joined into the text."""

from __future__ import annotations

import pytest

from corpus_cli.clean import clean_texts, cleaner
from corpus_cli.clean.furniture import find_furniture
from corpus_cli.clean.rules.furniture import RULE

TEXT = "河水从北面的山里流下来，穿过三个村子，最后在镇外汇入大江，两岸的人世代靠它灌溉田地，从来没有"
PAGES = f"河西月刊 2019.4\n\n石桥旧事\n\n石桥旧事\n\n李春生\n\n{TEXT}\n\n河西月刊 2019.4\n\n资料与研究\n\n断过流。\n"


def test_kept_furniture_is_typed_and_stays_where_it_is() -> None:
    (cleaned,) = clean_texts([PAGES], cleaner(keep_furniture=True))
    assert cleaned.text == PAGES
    assert [(cleaned.text[f.start : f.end], f.kind) for f in cleaned.furniture] == [
        ("河西月刊 2019.4", "head"),
        ("石桥旧事", "head"),
        ("河西月刊 2019.4", "head"),
        ("资料与研究", "head"),
    ]


def test_removed_furniture_lets_the_paragraph_be_joined() -> None:
    (cleaned,) = clean_texts([PAGES], cleaner())
    assert cleaned.text == f"石桥旧事\n\n李春生\n\n{TEXT}断过流。\n"
    assert cleaned.furniture == ()


@pytest.mark.parametrize(
    "text",
    [
        "第 1 页 共 3 页",
        "Page 2 of 7",
    ],
)
def test_page_of_pages_needs_no_neighbours(text: str) -> None:
    found = find_furniture(f"一、总则\n\n{text}\n\n二、分则")
    assert [(f.kind) for f in found] == ["page-number"]


@pytest.mark.parametrize("head", ["河西月刊 第三卷第五期", "河西月刊 2019/4", "河西月刊 第12卷 第4期   31"])
def test_forms_of_mastheads(head: str) -> None:
    text = f"{head}\n\n石桥\n\n{TEXT}\n\n{head}\n\n断过流。\n"
    assert [text[f.start : f.end] for f in find_furniture(text)] == [head, head]
    assert RULE.gates is not None
    assert list(RULE.gates([text, TEXT])) == [True, False]
    assert clean_texts([text], cleaner())[0].text == f"石桥\n\n{TEXT}断过流。\n"


def test_a_misread_issue_is_known_by_name_and_year() -> None:
    text = f"河西月刊 2019/4   石桥 | 30\n\n石桥\n\n{TEXT}\n\n河西月刊 201914   石桥 | 31\n\n断过流。\n"
    assert clean_texts([text], cleaner())[0].text == f"石桥\n\n{TEXT}断过流。\n"


@pytest.mark.parametrize("share", ["53%", "60％。", "17。", "$12"])
def test_a_share_at_the_end_of_a_sentence_is_no_page_number(share: str) -> None:
    text = f"河西月刊 2019/4\n\n石桥\n\n{TEXT}\n\n{share}\n\n断过流。\n"
    assert [text[f.start : f.end] for f in find_furniture(text)] == ["河西月刊 2019/4"]


def test_pages_of_all_pages_count_on() -> None:
    text = f"石桥\n\n{TEXT * 8}\n\n30 / 96\n\n断过流。{TEXT * 8}\n\n31/96\n\n涨过大水。"
    assert [text[f.start : f.end] for f in find_furniture(text)] == ["30 / 96", "31/96"]


def test_heads_behind_form_feeds() -> None:
    text = f"渡口旧闻\n\n第一章\n\n{TEXT}\f渡口旧闻\n\n断过流。{TEXT}\f渡口旧闻\n\n断过流。"
    assert {text[f.start : f.end] for f in find_furniture(text)} == {"渡口旧闻"}


@pytest.mark.parametrize("example", [-2, -1])
def test_kept_running_lines_are_typed_and_stay(example: int) -> None:
    pages, _ = RULE.changes[example]
    wanted = [pages[f.start : f.end] for f in find_furniture(pages)]
    assert len(wanted) == 3
    (cleaned,) = clean_texts(
        [pages], cleaner(only=["furniture", "wrapped-lines", "cut-paragraphs"], keep_furniture=True)
    )
    assert [cleaned.text[f.start : f.end] for f in cleaned.furniture] == wanted


def test_a_title_stays_under_the_heads_that_repeat_it() -> None:
    pages, _ = RULE.changes[-2]
    head = "河西旧事      30\n\n"
    assert pages.startswith(head)
    (cleaned,) = clean_texts([f"{head}河西旧事\n\n{pages[len(head) :]}"], cleaner())
    assert cleaned.text.startswith("河西旧事\n\n河水")

"""The shared test for copies leaves no line out that can hold one, and judges each text by itself."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.clean.page_evidence import may_have_furniture
from corpus_cli.clean.twins import LEAST_OFTEN, LEAST_TWICE, MOST_CLAUSES, line_at, look_alike, twins

SETTINGS = settings(derandomize=True, max_examples=300, deadline=None)
PIECES = (
    "识草木",
    "渠水",
    " 渠水",
    "修了四十里路",
    "他说",
    "  ",
    "，",
    "，",
    "、",
    "。",
    "。”",
    "\n",
    "\U0001f642",
    "the mill ",
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def stutters(line: str) -> bool:
    """Return whether a stretch of clauses stands again behind itself, found by comparing all with all."""
    clauses = [clause.strip() for clause in re.split("[，、；。：,;.:！？!?]", line) if clause.strip()]
    for size in range(1, MOST_CLAUSES + 1):
        for at in range(len(clauses) - 2 * size + 1):
            copy = clauses[at + size : at + 2 * size]
            whole = clauses[at].endswith(copy[0]) and clauses[at + 1 : at + size] == copy[1:]
            often = copy == clauses[at + 2 * size : at + 3 * size]
            if whole and sum(map(len, copy)) >= (LEAST_OFTEN if often else LEAST_TWICE):
                return True
    return False


def lines_of(text: str) -> list[tuple[int, str]]:
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    return [(start, line_at(text, start)) for start in starts]


@SETTINGS
@given(TEXTS)
def test_every_line_that_stutters_is_named(text: str) -> None:
    named = twins([text])[0].clauses
    assert [start for start, line in lines_of(text) if stutters(line)] == list(named)


@SETTINGS
@given(TEXTS)
def test_every_line_with_sentences_alike_is_named(text: str) -> None:
    named = twins([text])[0].sentences
    for start, line in lines_of(text):
        parts = [part for part in re.split("[。！？!?.]+[”’」』）)\"']*", line) if len(part) >= 12]
        tails = [part[-7:] for part in parts]
        heads = [part[:7] for part in parts if part[0] > " "]
        if len(set(tails)) < len(tails) or len(set(heads)) < len(heads):
            assert start in named


@SETTINGS
@given(TEXTS)
def test_every_line_like_the_one_before_is_named(text: str) -> None:
    named = twins([text])[0].paragraphs
    long = [(start, line) for start, line in lines_of(text) if len(line) >= 24]
    for (_, one), (start, other) in pairwise(long):
        short, size = sorted((len(one), len(other)))
        assert (short >= 0.8 * size and look_alike(one, other)) == (start in named)


@SETTINGS
@given(st.lists(TEXTS, max_size=5))
def test_a_text_is_judged_by_itself(texts: list[str]) -> None:
    assert twins(texts) == [twins([text])[0] for text in texts]
    assert may_have_furniture(texts) == [may_have_furniture([text])[0] for text in texts]


@pytest.mark.parametrize(
    "text",
    [
        "河西月刊 2019.4\n石桥旧事",
        "渡口\n第 1 页 共 3 页",
        "一\n· 26 ·\n二\n· 27 ·",
        "一\n２６\n二\n２７",
        "\n" + " " * 80 + "26\n二\n27",
        "渡口旧闻" + " " * 70 + "48\n二\n渡口旧闻   49",
        "一\f二",
        "The Mill Review\nVOL. II NO. IV",
    ],
)
def test_a_sign_of_furniture_opens_the_search(text: str) -> None:
    assert may_have_furniture([text]) == [True]


@pytest.mark.parametrize("text", ["", "\n", "他走了48里，又走了49里。", "2019\n2020\n2021", "1\n9\n5"])
def test_without_a_sign_no_search(text: str) -> None:
    assert may_have_furniture([text]) == [False]

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.review.statistics import Bin, Repeated, Share, script_counts, statistics

LINE = "档案馆请各位读者轻声交谈，爱护旧报。"


def test_counts_lengths_and_the_longest() -> None:
    found = statistics([{"id": "a", "text": "一二三"}, {"id": "b", "text": ""}, {"id": "c", "text": "x" * 12}])
    assert (found.records, found.empty, found.characters, found.median) == (3, 1, 15, 3)
    assert found.longest == ("c", 12)
    assert found.lengths == (Bin(0, 1, 1), Bin(1, 2, 0), Bin(2, 5, 1), Bin(5, 10, 0), Bin(10, 20, 1))


def test_kinds_and_speakers_of_blocks_by_characters() -> None:
    rows = [
        {"id": "1", "text": "四个字呢", "kind": "turn", "speaker": {"name": "林知远"}},
        {"id": "2", "text": "题", "kind": "title", "speaker": {"name": ""}},
        {"id": "3", "text": "两字", "kind": "turn", "speaker": {"name": "苏晚晴"}},
    ]
    found = statistics(rows)
    assert found.kinds == (Share("turn", 2, 6), Share("title", 1, 1))
    assert found.speakers == (Share("林知远", 1, 4), Share("苏晚晴", 1, 2))


def test_repeated_paragraphs_with_their_first_place() -> None:
    rows = [{"id": name, "text": f"{name}篇自己的正文，谁也不像谁的正文。\n\n{LINE}\n\n好\n\n好"} for name in "甲乙丙"]
    assert statistics(rows).repeated == (Repeated(LINE, 3, "甲"),)


def test_another_text_field() -> None:
    assert statistics([{"key": "a", "meta": {"body": "三个字"}}], text_key="meta.body", id_key="key").characters == 3


def test_nothing_gives_nothing() -> None:
    found = statistics([])
    assert (found.records, found.median, found.lengths, found.repeated) == (0, 0, (), ())


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=12))
def test_shares_add_up(texts: list[str]) -> None:
    found = statistics({"id": f"d{n}", "text": text} for n, text in enumerate(texts))
    assert sum(share.characters for share in found.scripts) == found.characters == sum(map(len, texts))
    assert sum(item.count for item in found.lengths) == len(texts)
    assert all(item.low < item.high for item in found.lengths)
    assert sum(script_counts("".join(texts)).values()) == found.characters

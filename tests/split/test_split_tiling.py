"""Every character of a text lies in exactly one block, whatever the text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.split import SplitOptions, split_text
from corpus_cli.split.families import FAMILIES

# Pieces of which transcripts, pages and their accidents are made.
PIECES = [
    "主席：", "王委員小明：", "发言人1：", "记者：", "答：", "【李明】", "### 李明：", "**Ada Brook:** ",
    "Mr. HARDING. ", "LISETTE. ", "HAMLET.—", "Ada Brook\n", "Q. ", "A. ", "Tom Reyes 00:01:02\n",
    "[00:01] Tom Reyes: ", "O señor PRESIDENTE: ", "（掌聲）\n", "(Applause.)\n", "ACT II\n", "一、開會\n",
    "# 标题\n", "王小明　局长\n", "（作者：李明）\n", "时间：", "张三 李四 王五\n", "大家好。", "Hello there.",
    "\n", "\n\n", "\n\n\n\n", " ", "　", "\t", "：", ":", "(", "）", "*", "#", "[", "】", "\u2028", "\u0085", "\r",
    "\x0c", "\u200b", "𠀀", "é", "1. ", "- ", "——", "12:30", "http://a.b/c",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


def assert_tiled(text: str, **wishes: str) -> None:
    blocks = split_text(text, SplitOptions(**wishes))
    assert "".join(text[block.start : block.end] for block in blocks) == text
    assert all(one.end == other.start for one, other in pairwise(blocks))
    assert all(block.start < block.end and 0 <= block.confidence <= 1 for block in blocks)
    assert all(block.continues < number for number, block in enumerate(blocks))


@settings(derandomize=True, max_examples=400, deadline=None)
@given(TEXTS)
def test_blocks_tile_the_text(text: str) -> None:
    assert_tiled(text)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(FAMILIES))
def test_blocks_tile_the_text_under_every_convention(text: str, family: str) -> None:
    assert_tiled(text, convention=family)


@settings(derandomize=True, max_examples=100, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_blocks(text: str) -> None:
    assert split_text(text) == split_text(text)


def test_texts_without_a_line() -> None:
    assert split_text("") == []
    assert [(block.start, block.end) for block in split_text(" \n\n ")] == [(0, 4)]

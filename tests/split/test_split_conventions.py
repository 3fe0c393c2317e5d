"""Each convention of printing speakers has a page written in its manner; look-alikes must give no speaker at all.

In the pages a line that opens a turn has `@name/role@` before it; the marks are taken out before the text is split.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus_cli.split import Block, split_text

HERE = Path(__file__).parent
MARK = re.compile(r"@([^@\n]*)/([^@/\n]*)@")
CONVENTIONS = sorted((HERE / "conventions").glob("*.txt"))
LOOKALIKES = sorted((HERE / "lookalikes").glob("*.txt"))


def page_of(path: Path) -> tuple[str, list[tuple[str, str, str]]]:
    """Return the text of a page and its turns as (first words, name, role)."""
    text = path.read_text(encoding="utf-8")
    turns = [(text[m.end() :].lstrip()[:20].split("\n")[0], m[1], m[2]) for m in MARK.finditer(text)]
    return MARK.sub("", text), turns


def turns_of(text: str, blocks: list[Block]) -> list[tuple[str, str, str]]:
    """Return the turns found as (first words, name, role)."""
    return [
        (text[block.start :].lstrip()[:20].split("\n")[0], block.speaker.name, block.speaker.role)
        for block in blocks
        if block.printed and (block.speaker.name or block.speaker.role)
    ]


@pytest.mark.parametrize("path", CONVENTIONS, ids=lambda path: path.stem)
def test_a_convention_gives_its_turns(path: Path) -> None:
    text, turns = page_of(path)
    assert turns_of(text, split_text(text)) == turns


@pytest.mark.parametrize("path", LOOKALIKES, ids=lambda path: path.stem)
def test_a_lookalike_gives_no_speaker(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [block for block in split_text(text) if block.speaker.name] == []


def test_there_are_pages() -> None:
    assert len(CONVENTIONS) >= 25
    assert len(LOOKALIKES) >= 10

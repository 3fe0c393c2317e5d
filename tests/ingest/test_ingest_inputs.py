"""Files, folders and globs become a sorted list of inputs with names that differ."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus_cli.errors import BadInput
from corpus_cli.ingest import find_inputs, read_document
from corpus_cli.ingest.documents import document_row


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b/一.txt", "a/一.txt", "a/二.md", "a/三.jsonl.gz", "a/.hidden.txt", "a/picture.png"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("文", encoding="utf-8")
    return tmp_path


def _named(*given: Path) -> list[tuple[str, str]]:
    return [(item.name, item.kind) for item in find_inputs([str(path) for path in given])]


def test_a_folder_is_read_in_the_order_of_names(folder: Path) -> None:
    assert _named(folder) == [
        ("a/一.txt", "text"),
        ("a/三.jsonl.gz", "jsonl"),
        ("a/二.md", "text"),
        ("b/一.txt", "text"),
    ]


def test_a_glob_and_a_file(folder: Path) -> None:
    assert _named(folder / "a" / "*.md") == [("二.md", "text")]
    assert _named(folder / "a" / "一.txt") == [("一.txt", "text")]


def test_equal_names_keep_their_folders(folder: Path) -> None:
    assert _named(folder / "a" / "一.txt", folder / "b" / "一.txt") == [("a/一.txt", "text"), ("b/一.txt", "text")]


def test_nothing_is_standard_input() -> None:
    assert [item.path for item in find_inputs([])] == ["-"]


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("absent.txt", "no such file or folder"),
        ("absent*.txt", "no file matches"),
        ("pictures", "the folder holds no texts"),
    ],
)
def test_what_is_not_there_says_so(tmp_path: Path, name: str, what: str) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a.png").touch()
    with pytest.raises(BadInput, match=what):
        find_inputs([str(tmp_path / name)])


def test_the_same_file_twice_is_refused(folder: Path) -> None:
    with pytest.raises(BadInput, match="given twice"):
        _named(folder / "a" / "一.txt", folder / "a" / "一.txt")


def test_a_document_keeps_its_characters_and_knows_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "12.txt"
    path.write_bytes("第一页\r\n\f第二页".encode())
    item = find_inputs([str(path)])[0]
    row = document_row(item, read_document(item))
    assert row == {
        "id": "12.txt",
        "text": "第一页\r\n\f第二页",
        "source": "12.txt",
        "format": "text",
        "encoding": "utf-8",
        "pages": [[0, 6, 1], [6, 9, 2]],
    }

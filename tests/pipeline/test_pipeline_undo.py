"""`undo` gives the input file back byte for byte, whatever the file looks like."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.dedupe import DedupeOptions
from corpus_cli.errors import LedgerMismatch
from corpus_cli.pipeline.deduping import Rules, Sidecars, dedupe_files
from corpus_cli.pipeline.ends import Flow
from corpus_cli.pipeline.flow import clean_files, undo_file
from corpus_cli.wire import packed
from corpus_cli.wire.records import PLAIN_KEYS, Keys

TEXTS = [
    "他说,“好”。  今天(周一)开会;明天再议",
    "加强“法治茶馆”\n\n等阵地建设，成立60\n\n周年。",
    "Nothing wrong here, is there?",
    "",
    "零宽\u200b字符与\x07控制符",
]


def _round_trip(folder: Path, data: bytes, edits: str = "file", keys: Keys = PLAIN_KEYS, workers: int = 1) -> bytes:
    given_file, cleaned, back = folder / "in.jsonl", folder / "clean.jsonl", folder / "back.jsonl"
    ledger = "inline" if edits == "inline" else str(folder / "edits.jsonl")
    rejects = str(folder / "rejects.jsonl")
    given_file.write_bytes(data)
    clean_files(Flow((str(given_file),), str(cleaned), keys, workers, rejects=rejects), None, ledger)
    undo_file(Flow((str(cleaned),), str(back), keys, rejects=rejects), ledger)
    return back.read_bytes()


@pytest.mark.parametrize("style", ["plain", "ascii", "spaced"])
@pytest.mark.parametrize("edits", ["file", "inline"])
def test_text_and_fields_come_back(tmp_path: Path, style: str, edits: str) -> None:
    rows = [{"n": number, "text": text, "id": f"r{number}"} for number, text in enumerate(TEXTS)]
    separators = (" ,  ", " :") if style == "spaced" else None
    lines = (json.dumps(row, ensure_ascii=style == "ascii", separators=separators) for row in rows)
    data = "".join(f"{line}\n" for line in lines).encode()
    assert _round_trip(tmp_path, data, edits) == data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        '\ufeff{"text": "他说,好"}\n'.encode(),
        '{"text": "他说,好"}'.encode(),
        '\n \n{"text": "他说,好", "id": 7}\n\n{"text": "对", "id": "0012" }\n\n'.encode(),
        '{"text": "他说,好"}\r\n{"text": "好,对"}\r\n'.encode(),
        '{"text": "他\\u8bf4,好\\/", "id": "same"}\n{"text": "对", "id": "same"}\n'.encode(),
        '{"text": "对", "id": "same"}\n{"text": "(好)", "id": "same"}\n'.encode(),
        '{"text": "他说,好", "text": "好,对", "id": "twice"}\n'.encode(),
    ],
)
def test_odd_files_come_back(tmp_path: Path, data: bytes) -> None:
    assert _round_trip(tmp_path, data) == data


def test_lines_set_aside_come_back(tmp_path: Path) -> None:
    data = '{"text": "他说,好"}\nnot json\n\n[1]\n'.encode() + b'{"text": "\xff"}\n' + '{"text": "(好)"}\nlast'.encode()
    assert _round_trip(tmp_path, data) == data


def test_many_workers_give_the_same(tmp_path: Path) -> None:
    rows = [{"id": f"r{number}", "text": TEXTS[number % len(TEXTS)] * 4} for number in range(5000)]
    data = "".join(json.dumps(row) + "\n" for row in rows).encode()
    assert _round_trip(tmp_path, data, workers=2) == data
    two = (tmp_path / "clean.jsonl").read_bytes(), (tmp_path / "edits.jsonl").read_bytes()
    assert _round_trip(tmp_path, data, workers=1) == data
    assert two == ((tmp_path / "clean.jsonl").read_bytes(), (tmp_path / "edits.jsonl").read_bytes())


@settings(derandomize=True, max_examples=60, deadline=None)
@given(texts=st.lists(st.text("他说好,;()“” \n.1a\u3000", max_size=30), max_size=4), ascii_only=st.booleans())
def test_random_texts_come_back(tmp_path_factory: pytest.TempPathFactory, texts: list[str], ascii_only: bool) -> None:
    data = "".join(json.dumps({"text": text}, ensure_ascii=ascii_only) + "\n" for text in texts).encode()
    assert _round_trip(tmp_path_factory.mktemp("undo"), data) == data


def test_a_ledger_of_other_records_is_refused(tmp_path: Path) -> None:
    _round_trip(tmp_path, '{"text": "他说,好", "id": "a"}\n'.encode())
    (tmp_path / "clean.jsonl").write_text('{"text": "他说，好", "id": "b"}\n', encoding="utf-8")
    with pytest.raises(LedgerMismatch, match="expect record 1 to be 'a', but here stands 'b'"):
        undo_file(Flow((str(tmp_path / "clean.jsonl"),), str(tmp_path / "x")), str(tmp_path / "edits.jsonl"))


def test_a_text_changed_since_is_refused(tmp_path: Path) -> None:
    _round_trip(tmp_path, '{"text": "他说,好", "id": "a"}\n'.encode())
    (tmp_path / "clean.jsonl").write_text('{"text": "他说很好", "id": "a"}\n', encoding="utf-8")
    with pytest.raises(LedgerMismatch, match="expects '，'"):
        undo_file(Flow((str(tmp_path / "clean.jsonl"),), str(tmp_path / "x")), str(tmp_path / "edits.jsonl"))


@pytest.mark.parametrize("ready", [0, 1 << 25])
def test_the_input_of_dedupe_comes_back_with_its_bad_and_blank_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ready: int
) -> None:
    monkeypatch.setattr(packed, "READY", ready)
    copied = "会议要求各单位认真总结一年来的工作，查找存在的问题。"
    rows = [{"id": f"r{number}", "text": f"第{number}份开场白。\n\n{copied}\n\n完。"} for number in range(3)]
    lines = [json.dumps(row, ensure_ascii=False) for row in (*rows, {"text": copied})]
    data = f"\n{lines[0]}\nno record\n\n{lines[1]}\n{lines[2]}\n\n{{}}\n{lines[3]}\n[]".encode()
    given, kept, back = (str(tmp_path / f"{name}.jsonl") for name in ("in", "kept", "back"))
    Path(given).write_bytes(data)
    rejects, cuts = str(tmp_path / "rejects.jsonl"), str(tmp_path / "cuts.jsonl")
    books = dedupe_files(Flow((given,), kept, rejects=rejects), Rules(DedupeOptions()), Sidecars(edits=cuts))
    assert (books.read, books.written, books.changed, books.rejected) == (7, 4, 3, 3)
    undo_file(Flow((kept,), back, rejects=rejects), cuts)
    assert Path(back).read_bytes() == data

"""Packed records are the records that were appended, kept as they were or read again."""

from __future__ import annotations

import pytest

from corpus_cli.wire import packed
from corpus_cli.wire.lines import BOM, RawLine
from corpus_cli.wire.packed import PackedRecords
from corpus_cli.wire.records import Keys, decode

LINES = [
    RawLine("a.jsonl", 1, '{"text": "他说,好", "id": "x"}'.encode(), BOM),
    RawLine("a.jsonl", 4, b'{"id": 7, "text": "b", "n": 1.10}', b"\n \n"),
    RawLine("b.jsonl", 1, b'{"text": ""}'),
    RawLine("b.jsonl", 2, b'{"text": "d"}', b"", False),
]


@pytest.mark.parametrize("ready", [0, 40, 1 << 20])
def test_records_and_lines_come_back(monkeypatch: pytest.MonkeyPatch, ready: int) -> None:
    monkeypatch.setattr(packed, "READY", ready)
    keys = Keys()
    given = [decode(raw.line, raw.source, raw.number, keys) for raw in LINES]
    records = PackedRecords(keys)
    for raw, record in zip(LINES, given, strict=True):
        records.append(raw, record)
    assert list(records) == [records[n] for n in range(len(records))] == records[:] == given
    assert (records[-1], records[1:3]) == (given[-1], given[1:3])
    assert [records.raw(n) for n in range(len(records))] == LINES
    with pytest.raises(IndexError):
        records[len(given)]

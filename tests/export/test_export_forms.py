"""Every form of export: what it must hold, what it must never do, and that nothing of the text gets lost."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.errors import BadRecord, WrongCall
from corpus_cli.export import FORMATS, ExportOptions, export

GOLD = Path(__file__).parents[2] / "fixtures" / "gold"
PAGES = sorted(path.name.removesuffix(".split.jsonl") for path in GOLD.glob("*.split.jsonl"))
STEADY = settings(derandomize=True, deadline=None, max_examples=100)


def gold(name: str) -> list[dict]:
    return [json.loads(line) for line in (GOLD / f"{name}.split.jsonl").read_text("utf-8").split("\n") if line]


def block(text: str, kind: str = "paragraph", seq: int = 1, doc_id: str = "d", **fields: object) -> dict:
    speaker = {"name": fields.pop("name", ""), "role": fields.pop("role", ""), "org": "", "place": ""}
    row = {"id": f"{doc_id}#b{seq:04d}", "doc_id": doc_id, "seq": seq, "kind": kind, "speaker": speaker, "text": text}
    return row | fields


def written(rows: list[dict], to: str, **options: object) -> bytes:
    return b"".join(export(rows, to, ExportOptions(**options)))


def sheet(rows: list[dict]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(rows, "csv").decode("utf-8-sig"), newline="")))


def signs(text: str) -> str:
    return "".join(sorted(sign for sign in text if sign.isalnum()))


@pytest.mark.parametrize("name", PAGES)
def test_plain_text_and_csv_lose_no_letter(name):
    rows = gold(name)
    want = signs("".join(row["text"] for row in rows))
    assert signs(written(rows, "txt").decode()) == want
    assert signs("".join(row["text"] for row in sheet(rows))) == want


@pytest.mark.parametrize("to", FORMATS)
def test_the_same_rows_give_the_same_bytes(to):
    assert written(gold("minutes"), to) == written(gold("minutes"), to)


@pytest.mark.parametrize("to", FORMATS)
def test_no_rows_make_an_empty_file_of_the_form(to):
    data = written([], to)
    assert {"tei": b"<TEI", "csv": b"doc_id", "parquet": b"PAR1", "markdown": b"", "txt": b""}[to] in data


def test_an_article_that_jumps_is_put_together():
    text = written(gold("magazine"), "txt").decode()
    cut, rest, other = text.index("郁闭度和"), text.index("病虫害发生率"), text.index("# " * 0 + "把水渠修到田头")
    assert other < cut < rest
    assert "郁闭度和\n\n病虫害发生率" in text


def test_a_caption_without_a_number_stays_behind_its_neighbour():
    rows = [
        block("甲", seq=1, article="a", article_seq=2),
        block("图", "caption", seq=2, article="a", article_seq=0),
        block("丙", seq=3, article="a", article_seq=3),
        block("题", "title", seq=4, article="a", article_seq=1),
    ]
    assert written(rows, "txt").decode() == "题\n\n甲\n\n图\n\n丙\n"


@pytest.mark.parametrize("path", [["治水", "治河"], ["治水"]])
def test_a_heading_has_its_level_whether_or_not_its_path_ends_in_itself(path):
    rows = [block("（一）治河", "heading", headings=path)]
    assert written(rows, "markdown").decode() == "### （一）治河\n"


def test_markdown_sets_marks_by_kind():
    rows = [
        block("# 会议", "title", 1),
        block("一、讨论", "heading", 2),
        block("厉国樑:我先说。", "turn", 3, name="厉国樑", printed="厉国樑"),
        block("（鼓掌）", "reaction", 4),
        block("平安*县 [注] 1. 见_表_", "paragraph", 5),
        block("- 不是清单\n1. 也不是", "paragraph", 6),
    ]
    assert written(rows, "markdown").decode() == (
        "# 会议\n\n## 一、讨论\n\n**厉国樑:** 我先说。\n\n*（鼓掌）*\n\n平安\\*县 \\[注\\] 1. 见\\_表\\_\n\n"
        "\\- 不是清单\n1\\. 也不是\n"
    )


def test_a_marker_in_heading_form_is_taken_off_whole():
    rows = [block("### 唐宁：\n好。", "turn", name="唐宁", printed="唐宁")]
    assert written(rows, "markdown").decode() == "**唐宁：** 好。\n"


def test_blank_lines_are_tidied_and_documents_parted():
    rows = [
        block("甲  \n\n\n\n乙\n", seq=1),
        block(" \n", seq=2),
        block("丙", seq=3, article="a1", article_seq=1),
        block("丁", doc_id="e"),
    ]
    assert written(rows, "txt").decode() == "甲\n\n乙\n\n\n丙\n\f\n丁\n"


@pytest.mark.parametrize("cell", ["=SUM(A1)", "+1", "-1", "@x", "＝1", "－1"])
def test_no_cell_runs_as_a_formula(cell):
    row = sheet([block(cell, printed=cell, name=cell, extra=cell)])[0]
    assert row["text"] == row["printed"] == row["speaker_name"] == f"'{cell}"
    assert json.loads(row["other"]) == {"extra": cell}


def test_numbers_and_sound_text_stay_as_they_are():
    row = sheet([block("渠=水，1-2", start=5, confidence=0.25)])[0]
    assert (row["text"], row["start"], row["confidence"]) == ("渠=水，1-2", "5", "0.25")


@STEADY
@given(st.text("=+-@ ,\"\n\r\t'渠a", min_size=1, max_size=12))
def test_a_csv_cell_comes_back_as_it_was_but_for_the_apostrophe(text):
    rows = sheet([block(f"甲{text}乙"), block("丙", printed=text)])
    assert rows[0]["text"] == f"甲{text}乙"
    assert rows[1]["printed"] in (text, f"'{text}")
    assert len(rows) == 2


def test_the_byte_order_mark_is_an_option():
    assert written([], "csv").startswith(b"\xef\xbb\xbf")
    assert not written([], "csv", bom=False).startswith(b"\xef")


def test_further_fields_are_kept_in_one_column():
    row = sheet([block("甲", year=1876, meta={"页": [1, 2]})])[0]
    assert json.loads(row["other"]) == {"year": 1876, "meta": {"页": [1, 2]}}


def test_parquet_holds_the_fields_of_the_wire():
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is an extra")
    rows = gold("minutes")
    table = pq.read_table(io.BytesIO(written(rows, "parquet"))).to_pylist()
    assert [row["text"] for row in table] == [row["text"] for row in rows]
    assert [row["speaker"] for row in table] == [row["speaker"] for row in rows]
    assert table[7]["start"] == rows[7]["start"]


def test_parquet_is_written_in_row_groups_as_they_come():
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is an extra")
    rows = (block("甲", seq=seq) for seq in range(1, 20_001))
    data = list(export(rows, "parquet"))
    meta = pq.ParquetFile(io.BytesIO(b"".join(data))).metadata
    assert (meta.num_rows, meta.num_row_groups, len(data)) == (20_000, 3, 4)


def test_parquet_without_pyarrow_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(WrongCall, match="pip install"):
        written([block("甲")], "parquet")


def test_an_unknown_form_names_the_nearest():
    with pytest.raises(WrongCall, match="Did you mean markdown"):
        export([], "markdwon")


@pytest.mark.parametrize(
    "rows", [[{"id": "a"}], [block("甲", doc_id="d"), block("乙", doc_id="e"), block("丙", doc_id="d", seq=2)]]
)
def test_rows_that_cannot_be_exported(rows):
    with pytest.raises(BadRecord):
        written(rows, "txt")

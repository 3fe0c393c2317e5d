from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from sample_run import digest, make_run

from corpus_cli.errors import BadInput
from corpus_cli.pipeline.run import RunOptions, run_folder
from corpus_cli.review.audit import audit


@pytest.fixture
def run(tmp_path: Path) -> Path:
    return make_run(tmp_path / "run", documents=8, paragraphs=7)


def change(file: Path, number: int, how: Callable[[dict], None]) -> None:
    lines = file.read_bytes().split(b"\n")
    row = json.loads(lines[number])
    how(row)
    lines[number] = json.dumps(row, ensure_ascii=False).encode()
    file.write_bytes(b"\n".join(lines))


def drop(file: Path, number: int) -> None:
    lines = file.read_bytes().split(b"\n")
    del lines[number]
    file.write_bytes(b"\n".join(lines))


def seal(folder: Path) -> None:
    """Write new digests into the manifest, so that only the proof from the texts can find the loss."""
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    manifest["outputs"] = [{"name": e["name"], **digest(folder / e["name"])} for e in manifest["outputs"]]
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")


def fault(folder: Path) -> str:
    seal(folder)
    result = audit(folder, [str(folder / "qinghe.jsonl")])
    assert not result.ok
    return str(result.fault)


def test_a_whole_run_is_proved(run: Path) -> None:
    result = audit(run, [str(run / "qinghe.jsonl")])
    assert result.ok, str(result.fault)
    assert all(check.seen > 0 for check in result.checks)
    assert not any(check.skipped for check in result.checks)


def test_a_character_lost_from_a_block_is_found(run: Path) -> None:
    change(run / "blocks.jsonl", 9, lambda row: row.update(text=row["text"][1:]))
    assert "blocks.jsonl" in fault(run)


def test_a_lost_block_is_found_with_its_place(run: Path) -> None:
    drop(run / "blocks.jsonl", 4)
    assert "the one before ended at" in fault(run)


def test_the_last_block_missing_is_found(run: Path) -> None:
    rows = (run / "blocks.jsonl").read_bytes().rstrip(b"\n").split(b"\n")
    (run / "blocks.jsonl").write_bytes(b"\n".join(rows[:-1]) + b"\n")
    assert "the blocks end at character" in fault(run)


def test_a_silent_change_of_the_cleaned_text_is_found(run: Path) -> None:
    change(run / "cleaned.jsonl", 2, lambda row: row.update(text=row["text"].replace("，", "、", 1)))
    assert "'，" in fault(run)


def test_a_missing_edit_is_found(run: Path) -> None:
    drop(run / "edits.jsonl", 0)
    assert "cleaned.jsonl, qinghe-1931-01-0000" in fault(run)


def test_an_edit_with_another_before_is_found(run: Path) -> None:
    change(run / "edits.jsonl", 0, lambda row: row.update(before="?" * len(row["before"])))
    assert "edits.jsonl" in fault(run)


def test_a_removed_paragraph_that_nobody_recorded_is_found(run: Path) -> None:
    drop(run / "removed.jsonl", 0)
    assert "is in no removed unit" in fault(run)


def test_a_removed_paragraph_without_a_cut_is_found(run: Path) -> None:
    drop(run / "cuts.jsonl", 0)
    assert "the cuts do not lead to the text that was kept" in fault(run)


def test_documents_of_one_id_are_told_apart(tmp_path: Path) -> None:
    given = tmp_path / "twice.jsonl"
    rows = (
        {"id": "同号", "text": text} for text in ("", "第一条，字没有错。", "第二条,字有错。", "第一条，字没有错。")
    )
    given.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    for unit in ("paragraph", "record"):
        run_folder([str(given)], str(tmp_path / unit), RunOptions(unit=unit))
        result = audit(tmp_path / unit, [str(given)])
        assert result.ok, str(result.fault)


def test_a_document_missing_from_a_stage_is_found(run: Path) -> None:
    drop(run / "cleaned.jsonl", 3)
    assert "the document is not in cleaned.jsonl" in fault(run)


def test_a_line_of_the_input_that_went_nowhere_is_found(run: Path) -> None:
    drop(run / "rejects.jsonl", 0)
    assert "qinghe.jsonl:3: the line is no record and was not set aside" in fault(run)


def test_a_changed_file_is_found_by_its_digest(run: Path) -> None:
    with (run / "rejects.jsonl").open("ab") as stream:
        stream.write(b"\n")
    result = audit(run)
    assert "rejects.jsonl" in str(result.fault)
    assert "sha256" in str(result.fault)


def test_a_wrong_count_is_found(run: Path) -> None:
    manifest = json.loads((run / "manifest.json").read_text("utf-8"))
    manifest["counts"]["split"]["blocks"]["all"] += 1
    (run / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    assert "blocks is" in fault(run)


def test_inputs_that_are_gone_are_named_and_not_passed_over(run: Path) -> None:
    result = audit(run)
    assert result.ok
    assert [check.name for check in result.checks if check.skipped] == [result.checks[0].name, result.checks[5].name]


def test_a_folder_without_manifest_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"manifest\.json"):
        audit(tmp_path)


# Every field that holds characters of the corpus, in every file of a run.
HOLDERS = (
    ("documents", "text"),
    ("cleaned", "text"),
    ("deduped", "text"),
    ("blocks", "text"),
    ("edits", "before"),
    ("edits", "after"),
    ("cuts", "before"),
    ("removed", "text"),
    ("rejects", "raw"),
)


@pytest.mark.parametrize(("name", "field"), HOLDERS)
def test_no_character_can_be_lost_anywhere_without_a_fault(run: Path, name: str, field: str) -> None:
    file = run / f"{name}.jsonl"
    whole = file.read_bytes()
    rng = random.Random(name + field)
    rows = [n for n, line in enumerate(whole.splitlines()) if json.loads(line)[field]]
    for number in rng.sample(rows, min(8, len(rows))):
        text = json.loads(whole.splitlines()[number])[field]
        place = rng.randrange(len(text))
        change(file, number, lambda row, text=text, place=place: row.update({field: text[:place] + text[place + 1 :]}))
        assert name in fault(run) or "qinghe" in fault(run), f"row {number} of {name}.jsonl lost {text[place]!r}"
        file.write_bytes(whole)
    assert audit(run, [str(run / "qinghe.jsonl")]).checks[0].fault is None


def forget(folder: Path, name: str) -> None:
    """Take a document out of all files and out of the counts, as if it had never been there."""
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    for file in folder.glob("*.jsonl"):
        if file.name != "qinghe.jsonl":
            lines = file.read_bytes().splitlines(keepends=True)
            file.write_bytes(b"".join(line for line in lines if name.encode() not in line))
    rules = Counter(json.loads(line)["rule"] for line in (folder / "edits.jsonl").read_bytes().splitlines())
    counts = manifest["counts"]
    counts["clean"]["edits"] = rules
    sizes = {file.stem: len(file.read_bytes().splitlines()) for file in folder.glob("*.jsonl")}
    counts["ingest"].update(read=sizes["documents"] + sizes["rejects"], written=sizes["documents"])
    counts["clean"]["written"] = counts["dedupe"]["written"] = sizes["documents"]
    counts["dedupe"]["units"]["removed"], counts["split"]["blocks"]["all"] = sizes["removed"], sizes["blocks"]
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")


def test_a_document_forgotten_everywhere_is_missed_by_its_input(run: Path) -> None:
    forget(run, "qinghe-1931-08-0007")
    seal(run)
    assert audit(run).ok, "without the input nobody can know"
    assert "qinghe.jsonl:10: the text is not that of document" in str(audit(run, [str(run / "qinghe.jsonl")]).fault)


def test_a_document_from_nowhere_is_found(run: Path) -> None:
    lines = (run / "qinghe.jsonl").read_bytes().splitlines(keepends=True)
    (run / "qinghe.jsonl").write_bytes(b"".join(lines[:-1]))
    fault = audit(run, [str(run / "qinghe.jsonl")]).fault
    assert "qinghe-1931-08-0007: the document is in none of the inputs" in str(fault)

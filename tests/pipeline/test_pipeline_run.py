"""The run folder: the chain's files, books that add up, a crash and a resume, refusals."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from corpus_cli.errors import BadOutput, CorpusError, WrongCall
from corpus_cli.ledger import Edit, undo
from corpus_cli.pipeline import chain, checkpoint, chunks, plan
from corpus_cli.pipeline.ends import Flow
from corpus_cli.pipeline.flow import undo_file
from corpus_cli.pipeline.plan import RunOptions
from corpus_cli.pipeline.progress import Bar, Progress
from corpus_cli.pipeline.run import run_folder

PAGES = Path(__file__).resolve().parents[2] / "fixtures" / "pages"
FILES = sorted(name for names in plan.FILES.values() for name in names)


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_bytes().split(b"\n") if line]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run") / "out"
    run_folder([str(PAGES)], str(folder))
    return folder


def test_the_folder_holds_the_chain(finished: Path) -> None:
    names = [path.name for path in sorted(finished.iterdir()) if path.name != "report.html"]
    assert names == sorted([*FILES, "manifest.json"])


def test_the_counts_of_the_manifest_add_up(finished: Path) -> None:
    manifest = json.loads((finished / "manifest.json").read_bytes())
    counts = manifest["counts"]
    for stage in counts.values():
        assert stage["read"] == stage["written"] + stage["removed"] + stage["rejected"]
    assert counts["ingest"]["written"] == counts["clean"]["read"] == len(list(PAGES.iterdir()))
    assert counts["dedupe"]["units"]["read"] == counts["dedupe"]["units"]["kept"] + counts["dedupe"]["units"]["removed"]
    assert counts["split"]["characters_read"] == counts["split"]["characters_written"]
    lines = {row["name"]: row["lines"] for row in manifest["outputs"]}
    assert lines["removed.jsonl"] == counts["dedupe"]["units"]["removed"] == len(rows(finished / "removed.jsonl"))


def test_every_character_is_in_one_block_and_its_source_is_known(finished: Path) -> None:
    documents = {row["id"]: row["text"] for row in rows(finished / "documents.jsonl")}
    texts = {row["id"]: row["text"] for row in rows(finished / "deduped.jsonl")}
    place: dict[object, int] = dict.fromkeys(texts, 0)
    for block in rows(finished / "blocks.jsonl"):
        name, start, end = block["doc_id"], block["start"], block["end"]
        assert start == place[name]
        assert block["text"] == str(texts[name])[start:end]  # type: ignore[misc]
        source = str(documents[name])[block["source_start"] : block["source_end"]]  # type: ignore[misc]
        first = next((sign for sign in str(block["text"]) if sign.isalnum()), "")
        assert first in source
        place[name] = end  # type: ignore[assignment]
    assert place == {name: len(str(text)) for name, text in texts.items()}


def test_the_ledgers_lead_back(finished: Path, tmp_path: Path) -> None:
    undo_file(Flow((str(finished / "cleaned.jsonl"),), str(tmp_path / "d.jsonl")), str(finished / "edits.jsonl"))
    assert (tmp_path / "d.jsonl").read_bytes() == (finished / "documents.jsonl").read_bytes()
    undo_file(Flow((str(finished / "deduped.jsonl"),), str(tmp_path / "c.jsonl")), str(finished / "cuts.jsonl"))
    assert (tmp_path / "c.jsonl").read_bytes() == (finished / "cleaned.jsonl").read_bytes()


def test_a_removed_unit_names_what_stays(finished: Path) -> None:
    cleaned = {row["id"]: str(row["text"]) for row in rows(finished / "cleaned.jsonl")}
    removed = rows(finished / "removed.jsonl")
    assert removed
    for row in removed:
        assert cleaned[row["id"]][row["start"] : row["end"]] == row["text"]  # type: ignore[misc]
        assert cleaned[row["dup_of"]][row["dup_start"] : row["dup_end"]]  # type: ignore[misc]
        assert row["method"]


def test_a_finished_folder_is_left_as_it_is(finished: Path) -> None:
    before = contents(finished)
    assert not run_folder([str(PAGES)], str(finished)).fresh
    assert contents(finished) == before


def test_other_options_or_inputs_are_refused(finished: Path, tmp_path: Path) -> None:
    with pytest.raises(WrongCall, match=r"threshold 50\.0 → 90\.0"):
        run_folder([str(PAGES)], str(finished), RunOptions(threshold=90.0))
    with pytest.raises(WrongCall, match="other inputs"):
        run_folder([str(PAGES / "essay.txt")], str(finished))


def test_a_folder_of_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").touch()
    with pytest.raises(BadOutput, match="not empty"):
        run_folder([str(PAGES)], str(tmp_path), restart=True)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.doc"]


def test_restart_removes_nothing_that_a_run_did_not_make(tmp_path: Path) -> None:
    for name in ("documents.jsonl", "blocks.jsonl"):
        (tmp_path / name).write_text("important", encoding="utf-8")
    (tmp_path / "manifest.json").write_text("{}", encoding="utf-8")
    before = contents(tmp_path)
    with pytest.raises(BadOutput, match="not empty"):
        run_folder([str(PAGES)], str(tmp_path), restart=True)
    assert contents(tmp_path) == before


def test_an_input_in_the_folder_of_the_run_is_refused(finished: Path) -> None:
    with pytest.raises(WrongCall, match="stands in the folder of the run"):
        run_folder([str(finished / "cleaned.jsonl")], str(finished), restart=True)
    assert (finished / "cleaned.jsonl").exists()


def test_a_changed_file_of_a_finished_run_is_named(finished: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    for name, data in contents(finished).items():
        (folder / name).write_bytes(data)
    with (folder / "blocks.jsonl").open("ab") as stream:
        stream.write(b"{}")
    with pytest.raises(BadOutput, match="changed after the run"):
        run_folder([str(PAGES)], str(folder))
    (folder / "cuts.jsonl").unlink()
    with pytest.raises(BadOutput, match=r"cuts.jsonl: the file is gone|changed after the run"):
        run_folder([str(PAGES)], str(folder))


def test_restart_does_it_anew(finished: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    run_folder([str(PAGES)], str(folder), RunOptions(threshold=95.0))
    run_folder([str(PAGES)], str(folder), restart=True)
    assert contents(folder) == contents(finished)


def _bar_that_breaks(after: int) -> Bar:
    calls = 0

    @contextmanager
    def bar(_: str, __: int | None) -> Iterator[Progress]:
        def progress(_: int) -> None:
            nonlocal calls
            calls += 1
            if calls > after:
                raise KeyboardInterrupt

        yield progress

    return bar


@pytest.mark.parametrize("workers", [1, 2])
def test_a_crash_and_a_resume_give_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    source = tmp_path / "in.jsonl"
    pages = [path.read_text(encoding="utf-8") for path in sorted(PAGES.iterdir())]
    lines = [json.dumps({"id": f"r{n}", "text": pages[n % len(pages)][: 200 + 37 * n]}) for n in range(24)]
    lines[5:5] = ["not json", "", '{"no": "text"}']
    source.write_text("\n".join(lines), encoding="utf-8")
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    run_folder([str(source)], str(whole))
    monkeypatch.setattr(chunks, "CHUNK_LINES", 2)
    monkeypatch.setattr(chain, "CHUNKS_BETWEEN", 2)
    stops = 0
    for after in (0, 3, 7, 2, 9, 5, 30):
        try:
            run_folder([str(source)], str(broken), workers=workers, bar=_bar_that_breaks(after))
        except KeyboardInterrupt:
            stops += 1
    assert stops >= 4
    assert not run_folder([str(source)], str(broken)).fresh
    assert contents(broken) == contents(whole)
    assert checkpoint.STATE not in contents(broken)


def test_a_run_that_learns_is_the_same_after_a_crash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book, options = [str(PAGES.parent / "book.jsonl")], RunOptions(learn=True)
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    run_folder(book, str(whole), options)
    texts = [str(row["text"]) for row in rows(whole / "cleaned.jsonl")]
    assert [text.startswith("河埠旧话\n\n") for text in texts] == [True, *[False] * 9]
    monkeypatch.setattr(chunks, "CHUNK_LINES", 2)
    monkeypatch.setattr(chain, "CHUNKS_BETWEEN", 1)
    for after in (0, 7, 3):
        with pytest.raises(KeyboardInterrupt):
            run_folder(book, str(broken), options, bar=_bar_that_breaks(after))
    run_folder(book, str(broken), options)
    assert contents(broken) == contents(whole)
    run_folder(book, str(broken), restart=True)
    assert plan.LEARNT not in contents(broken)


def test_a_crash_then_other_options_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        run_folder([str(PAGES)], str(folder), bar=_bar_that_breaks(0))
    with pytest.raises(WrongCall, match="other options"):
        run_folder([str(PAGES)], str(folder), RunOptions(keep="first"))
    assert run_folder([str(PAGES)], str(folder)).fresh


def test_bad_lines_are_set_aside_and_counted(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_bytes(b'{"text": "a", "id": "x"}\nno\n{"text": "\xff"}\n')
    result = run_folder([str(source)], str(tmp_path / "out"))
    assert result.rejected == 2
    assert [row["line"] for row in rows(tmp_path / "out" / "rejects.jsonl")] == [2, 3]


def test_standard_input_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongCall, match="standard input"):
        run_folder(["-"], str(tmp_path / "out"))


def test_a_rejected_line_keeps_the_edit_rows_right(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text('{"text": "他说,好", "id": "a"}\n{}\n{"text": "好,对", "id": "b"}\n', encoding="utf-8")
    run_folder([str(source)], str(tmp_path / "out"))
    edits = rows(tmp_path / "out" / "edits.jsonl")
    texts = {row["id"]: str(row["text"]) for row in rows(tmp_path / "out" / "cleaned.jsonl")}
    names = ("rule", "start", "end", "before", "after")
    mine = [Edit(*(row[name] for name in names)) for row in edits if row["id"] == "b"]  # type: ignore[arg-type]
    assert undo(texts["b"], mine) == "好,对"


def test_whole_records_may_go(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    text = "县里开了一个会，讨论来年的修渠事宜，各乡的代表都到了。"
    lines = [json.dumps({"text": body, "id": name}) for name, body in zip("abc", [text, text, text[:20]], strict=True)]
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    folder = tmp_path / "out"
    run_folder([str(source)], str(folder), RunOptions(unit="record", threshold=95.0))
    assert [row["doc_id"] for row in rows(folder / "blocks.jsonl")] == ["a", "c"]
    undo_file(Flow((str(folder / "deduped.jsonl"),), str(tmp_path / "back.jsonl")), str(folder / "cuts.jsonl"))
    assert (tmp_path / "back.jsonl").read_bytes() == (folder / "cleaned.jsonl").read_bytes()


def test_errors_are_of_one_kind() -> None:
    assert issubclass(WrongCall, CorpusError)
    assert (WrongCall("x").exit_code, BadOutput("x").exit_code) == (2, 1)

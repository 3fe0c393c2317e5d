"""Exit codes, error lines and streams of the command line, each command run as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

BAD = Path(__file__).resolve().parents[2] / "fixtures" / "bad"
STAGES = ("ingest", "clean", "dedupe", "split")


def corpus(*arguments: str, given: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    code = "from corpus_cli.cli import main; main()"
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, input=given, capture_output=True, cwd=cwd, env=environment, check=False)


def record(text: str, name: str = "a") -> bytes:
    return json.dumps({"id": name, "text": text}, ensure_ascii=False).encode() + b"\n"


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_is_a_filter(stage: str) -> None:
    result = corpus(stage, given=record("他说,好"))
    assert (result.returncode, result.stderr.decode().count("\n")) == (0, 1)
    assert json.loads(result.stdout)["text"] in ("他说,好", "他说，好")


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("not-json.jsonl", "not JSON"),
        ("not-object.jsonl", "no object"),
        ("missing-text.jsonl", "no text in field 'text'"),
        ("number-text.jsonl", "holds a number"),
        ("bad-utf8.jsonl", "is no UTF-8"),
        ("lone-surrogate.jsonl", "half a surrogate pair"),
    ],
)
def test_a_bad_line_stops_with_place_reason_and_remedy(stage: str, name: str, what: str) -> None:
    result = corpus(stage, str(BAD / name))
    message = result.stderr.decode()
    assert result.returncode == 1
    assert message.startswith(f"corpus: {name}:2: ")
    assert what in message
    assert "--rejects" in message
    assert "Traceback" not in message


@pytest.mark.parametrize("stage", STAGES)
def test_bad_lines_can_be_set_aside(stage: str, tmp_path: Path) -> None:
    given = record("甲乙丙丁", "x") + b"no\n" + record("子丑寅卯", "y") + b'{"text": "\xff"}\n'
    result = corpus(stage, "--rejects", "r.jsonl", "--stats", "s.json", given=given, cwd=tmp_path)
    assert result.returncode == 3
    rejects = [json.loads(line) for line in (tmp_path / "r.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(row["line"], row["raw"]) for row in rejects] == [(2, "no"), (4, "")]
    assert all(row["reason"] for row in rejects)
    books = json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))
    assert (books["read"], books["written"], books["rejected"]) == (4, 2, 2)
    limited = corpus(stage, "--rejects", "r2.jsonl", "--max-errors", "1", given=given, cwd=tmp_path)
    assert limited.returncode == 1
    assert "more than 1 lines cannot be read" in limited.stderr.decode()


@pytest.mark.parametrize("stage", STAGES)
def test_an_empty_file_gives_an_empty_output(stage: str) -> None:
    result = corpus(stage, str(BAD / "empty.jsonl"))
    assert (result.returncode, result.stdout) == (0, b"")


@pytest.mark.parametrize("stage", STAGES)
def test_a_line_of_50_megabytes(stage: str, tmp_path: Path) -> None:
    blob = "县里开了一个会。" * 2_100_000
    line = json.dumps({"text": "他说,好", "id": "a", "blob": blob}, ensure_ascii=False).encode() + b"\n"
    result = corpus(stage, "-o", "out.jsonl", given=line, cwd=tmp_path)
    assert result.returncode == 0, result.stderr.decode()
    row = json.loads((tmp_path / "out.jsonl").read_bytes())
    assert len(line) > 50_000_000
    assert row["blob"] == blob
    assert row["text"] in ("他说,好", "他说，好")


@pytest.mark.parametrize(
    ("arguments", "code", "what"),
    [
        (("clean", "no-such-file.jsonl"), 1, "no-such-file.jsonl: there is no such file or folder"),
        (("clean", "."), 1, "the folder holds no texts"),
        (("clean", "-", "-o", "no/such/folder/out.jsonl"), 1, "cannot be written"),
        (("clean", "--onyl", "x"), 2, "--only"),
        (("clean", "--skip", "half-widht-marks"), 2, "Did you mean 'half-width-marks'?"),
        (("claen",), 2, "Did you mean 'clean'?"),
        (("clean", "-", "-o", "a.jsonl", "--edits", "a.jsonl"), 2, "named for two outputs"),
        (("clean", "-", "-c", "absent.toml"), 2, "absent.toml: cannot be read"),
        (("clean", "-", "--max-errors", "3"), 2, "--rejects"),
        (("clean", "-", "--only", "half-width-marks", "--skip", "half-width-marks"), 2, "no rule"),
        (("run", str(BAD / "bom.txt"), "-o", "out", "--decisions", "absent"), 1, "absent: cannot be read"),
        (("dedupe", "-", "--unit", "chapter"), 2, "paragraph"),
    ],
)
def test_a_wrong_call_says_what_to_do(arguments: tuple[str, ...], code: int, what: str, tmp_path: Path) -> None:
    result = corpus(*arguments, given=record("甲"), cwd=tmp_path)
    assert result.returncode == code
    assert what in result.stderr.decode()
    assert "Traceback" not in result.stderr.decode()
    assert list(tmp_path.iterdir()) == []


def test_a_configuration_file_gives_defaults_and_the_command_line_wins(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text('quiet = true\n[clean]\nskip = ["half-width-marks"]\n', encoding="utf-8")
    kept = corpus("clean", "-c", "c.toml", given=record("他说,好"), cwd=tmp_path)
    assert (json.loads(kept.stdout)["text"], kept.stderr) == ("他说,好", b"")
    (tmp_path / "c.toml").write_text("[clean]\nskpi = []\n", encoding="utf-8")
    wrong = corpus("clean", "-c", "c.toml", given=record("他说,好"), cwd=tmp_path)
    assert wrong.returncode == 2
    assert "Did you mean 'skip'?" in wrong.stderr.decode()


@pytest.mark.parametrize(
    "arguments",
    [
        ("clean", "a.jsonl", "-o", "a.jsonl"),
        ("clean", "a.jsonl", "-o", "b.jsonl", "--edits", "a.jsonl"),
        ("dedupe", "a.jsonl", "-o", "b.jsonl", "--removed", "a.jsonl"),
        ("split", "a.jsonl", "-o", "b.jsonl", "--people-out", "./a.jsonl"),
        ("export", "a.jsonl", "--to", "txt", "-o", "a.jsonl"),
    ],
)
def test_no_output_replaces_an_input(arguments: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(record("他说,好"))
    result = corpus(*arguments, cwd=tmp_path)
    assert result.returncode == 2
    assert "would replace an input" in result.stderr.decode()
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.jsonl", record("他说,好"))]


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        (("clean", "--edits", "inline"), "edits"),
        (("dedupe", "--mode", "annotate"), "duplicates"),
        (("dedupe", "--mode", "annotate", "--unit", "record"), "dup_of"),
    ],
)
def test_a_field_of_the_users_own_is_not_overwritten(arguments: tuple[str, ...], field: str) -> None:
    given = json.dumps({"id": "a", "text": "他说,好", field: "mine"}).encode()
    result = corpus(*arguments, given=given)
    assert result.returncode == 1
    assert f"has a field {field!r} of its own" in result.stderr.decode()


def test_a_users_pages_field_goes_through_split() -> None:
    row = {"id": "a", "text": "甲。", "pages": "12-13", "n": 1.5}
    block = json.loads(corpus("split", given=json.dumps(row).encode()).stdout)
    assert (block["pages"], block["n"], block["page"]) == ("12-13", 1.5, 0)


def test_files_of_no_known_kind_are_named_and_json_is_seen(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("甲", encoding="utf-8")
    (tmp_path / "in" / "data.csv").write_text("a,b", encoding="utf-8")
    result = corpus("ingest", "in", cwd=tmp_path)
    assert "left out, of no kind that is read: in/data.csv" in result.stderr.decode()
    (tmp_path / "a.json").write_bytes(record("乙", "x"))
    assert json.loads(corpus("ingest", "a.json", cwd=tmp_path).stdout)["id"] == "x"


def test_lines_set_aside_are_counted_one_by_one(tmp_path: Path) -> None:
    given = b"no\n" * 3 + record("甲")
    assert corpus("clean", "--rejects", "r", "--max-errors", "3", given=given, cwd=tmp_path).returncode == 3
    result = corpus("clean", "--rejects", "r", "--max-errors", "2", given=given, cwd=tmp_path)
    assert result.returncode == 1
    assert "stdin:3: more than 2 lines" in result.stderr.decode()


def test_a_text_cannot_steer_the_terminal(tmp_path: Path) -> None:
    for name, text in (("a.jsonl", "甲"), ("b.jsonl", "乙\x1b[31m")):
        (tmp_path / name).write_bytes(record(text, "id\x1b[2J"))
    assert b"\x1b" not in corpus("diff", "a.jsonl", "b.jsonl", cwd=tmp_path).stdout
    assert b"\x1b" not in corpus("stats", "b.jsonl", cwd=tmp_path).stdout


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    (tmp_path / "big.jsonl").write_bytes(b"".join(record("县里开了一个会。" * 20, f"r{n}") for n in range(20_000)))
    code = "from corpus_cli.cli import main; main()"
    command = f'"{sys.executable}" -c "{code}" clean -q big.jsonl | head -n 1'
    result = subprocess.run(["bash", "-c", command], capture_output=True, cwd=tmp_path, check=False)
    assert (result.returncode, result.stdout.count(b"\n"), result.stderr) == (0, 1, b"")


def test_quiet_says_nothing_and_verbose_says_more() -> None:
    assert corpus("clean", "-q", given=record("他说,好")).stderr == b""
    assert "half-width-marks 1" in corpus("clean", "-v", given=record("他说,好")).stderr.decode()


def test_compressed_files_in_and_out(tmp_path: Path) -> None:
    for name in ("a.jsonl.gz", "a.jsonl.zst"):
        assert corpus("clean", "-o", name, given=record("他说,好"), cwd=tmp_path).returncode == 0
        assert json.loads(corpus("clean", name, cwd=tmp_path).stdout)["text"] == "他说，好"


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from corpus_cli.cli.main import run; run(['--help']); run(['clean', '--help']);"
        "heavy = {'numpy', 'regex', 'rapidfuzz', 'rich', 'ftfy', 'wordfreq', 'numba', 'orjson', 'zstandard'};"
        "sys.exit(','.join(heavy & set(sys.modules)) or 0)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")

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

"""What the README says is true: its Python runs, its shell commands are the ones that CI calls."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_python_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "fixtures" / "pages", tmp_path / "fixtures" / "pages")
    monkeypatch.chdir(tmp_path)
    code = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert code
    exec(compile(code.group(1), "README.md", "exec"), {})
    assert (tmp_path / "out" / "manifest.json").exists()


def test_ci_calls_the_test_command_of_the_readme() -> None:
    block = re.search(r"<!-- tests -->\n```sh\n(.*?)\n```\n<!-- end -->", README, re.DOTALL)
    assert block
    assert block.group(1).endswith(".venv/bin/pytest")
    assert "\n" not in block.group(1)
    assert "<!-- tests -->" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_command_is_in_the_table() -> None:
    from corpus_cli.cli.main import COMMANDS

    assert re.findall(r"^\| `corpus (\w+)` \|", README, re.MULTILINE) == list(COMMANDS)

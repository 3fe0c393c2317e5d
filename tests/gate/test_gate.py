"""The one gate: style, types, the direction of imports, and documents made from code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GATES = {
    "ruff check": [sys.executable, "-m", "ruff", "check", "--output-format", "concise"],
    "ruff format": [sys.executable, "-m", "ruff", "format", "--check"],
    "mypy --strict": [sys.executable, "-m", "mypy"],
    "import-linter": [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
    "cog": [sys.executable, "-m", "cogapp", "--check", "README.md"],
}


@pytest.mark.parametrize("name", GATES)
def test_gate(name: str) -> None:
    result = subprocess.run(GATES[name], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stdout + result.stderr

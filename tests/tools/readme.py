"""What the README shows of the program, made by the program: cog calls these functions and pytest checks the result."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parents[2]


def commands() -> str:
    """Return the table of commands, from the code."""
    sys.path.insert(0, str(ROOT))
    from corpus_cli.cli.main import COMMANDS, group

    context = click.Context(group)
    rows = []
    for name in COMMANDS:
        command = group.get_command(context, name)
        assert command is not None, name
        assert command.help, f"{name} has no help"
        rows.append(f"| `corpus {name}` | {command.help.splitlines()[0]} |")
    return "\n".join(("| command | what it does |", "| --- | --- |", *rows))


def rules() -> str:
    """Return the table of cleaning rules, from the code."""
    sys.path.insert(0, str(ROOT))
    from corpus_cli.clean.manual import table

    return table()


def shell(line: str) -> str:
    """Return a shell line and what it prints (standard output, then standard error), as a code block."""
    folder = _folder()
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "100",
        "NO_COLOR": "1",
        "LC_ALL": "C",
    }
    result = subprocess.run(
        ["bash", "-c", f"exec 2>&1; {line.replace('/tmp/corpus', folder)}"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    printed = result.stdout.replace(folder, "/tmp/corpus").rstrip()
    return "```console\n" + "\n".join(part for part in (f"$ {line}", printed) if part) + "\n```"


@cache
def _folder() -> str:
    """Return a folder of this call of cog, which stands for /tmp/corpus in the examples."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder)
    return folder


def measures() -> str:
    """Return the formulas of `corpus eval`, from the docstrings of the scores."""
    sys.path.insert(0, str(ROOT))
    from inspect import getdoc

    from corpus_cli.evaluate import CleaningScore, DuplicateScore, SplitScore

    parts = []
    for name, score in (("Cleaning", CleaningScore), ("Duplicates", DuplicateScore), ("Blocks", SplitScore)):
        _, _, text = (getdoc(score) or "").partition("\n\n")
        parts.append(f"**{name}.** {text}")
    return "\n\n".join(parts)

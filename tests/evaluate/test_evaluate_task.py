"""Which scorer a gold file is for: every fixture's gold says it by itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus_cli.errors import BadInput
from corpus_cli.evaluate import task_of

GOLD = Path(__file__).parents[2] / "fixtures" / "gold"


@pytest.mark.parametrize(
    ("name", "task"),
    [("magazine.split", "blocks"), ("magazine.removed", "duplicates"), ("reprints.clusters", "duplicates")],
)
def test_the_gold_of_the_fixtures(name, task):
    rows = [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text("utf-8").split("\n") if line]
    assert task_of(rows) == task


@pytest.mark.parametrize("rows", [[], [{"id": "a", "body": "渠水"}]])
def test_rows_that_are_gold_for_nothing(rows):
    with pytest.raises(BadInput, match="the gold"):
        task_of(rows)

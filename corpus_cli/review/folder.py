"""Read the folder that a run leaves: its JSONL files row by row, its manifest once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

from corpus_cli.wire.ledger_rows import WIRE
from corpus_cli.wire.records import Keys, value_of
from corpus_cli.wire.rows import read_object, read_rows

Row: TypeAlias = "dict[str, Any]"


@dataclass(frozen=True)
class RunFolder:
    """Hold the path of a run folder; files are opened when their rows are asked for."""

    path: Path

    @cached_property
    def manifest(self) -> Row:
        """Return the manifest; raises BadInput where it is missing or no JSON."""
        return read_object(str(self.path / "manifest.json"))

    @cached_property
    def options(self) -> Row:
        """Return the options of the run."""
        options = self.manifest.get("options")
        return options if isinstance(options, dict) else {}

    @cached_property
    def keys(self) -> Keys:
        """Return the names of the fields that hold text and id."""
        return Keys(self.options.get("text_key", "text"), self.options.get("id_key", "id"))

    def rows(self, name: str) -> Iterator[Row]:
        """Yield the rows of one of the folder's JSONL files in order; a file that is not there has none.

        Raises BadRecord at a line that is no JSON object.
        """
        file = self.path / f"{name}.jsonl"
        if file.exists():
            yield from read_rows(str(file))

    def edits(self) -> Iterator[Row]:
        """Yield the edits that cleaning made in the texts of documents."""
        return (row for row in self.rows("edits") if not str(row["rule"]).startswith(WIRE))

    def cuts(self) -> Iterator[Row]:
        """Yield the edits that dedupe made in the cleaned texts: removed units with their gaps."""
        return (row for row in self.rows("cuts") if not str(row["rule"]).startswith(WIRE))

    def texts(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield (id, text) of the rows of documents, cleaned or deduped."""
        for row in self.rows(name):
            yield field(row, self.keys.id), field(row, self.keys.text)


def field(row: Row, key: str) -> str:
    """Return the value of a field as a string, by its name or by a dotted path; "" where there is none.

    >>> field({"meta": {"body": "正文"}}, "meta.body")
    '正文'
    """
    value = value_of(row, key)
    return "" if value is None else str(value)

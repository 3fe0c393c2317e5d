"""Read the folder that a run leaves: its JSONL files row by row, its manifest once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

import orjson

from corpus_cli.errors import BadInput
from corpus_cli.ledger import Edit
from corpus_cli.wire.ledger_rows import WIRE

Row: TypeAlias = "dict[str, Any]"

FILES = ("documents", "cleaned", "deduped", "blocks", "edits", "removed", "near_misses", "rejects")
# Edits of the second stage; their offsets are those of the cleaned text.
DEDUPE = "dedupe:"


@dataclass(frozen=True)
class RunFolder:
    """Hold the path of a run folder; files are opened when their rows are asked for."""

    path: Path

    @cached_property
    def manifest(self) -> Row:
        """Return the manifest; raises BadInput where it is missing or no JSON."""
        file = self.path / "manifest.json"
        try:
            manifest = orjson.loads(file.read_bytes())
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise BadInput(
                f"cannot be read ({reason})", where=str(file), remedy="Name the folder that `corpus run` wrote."
            ) from error
        except orjson.JSONDecodeError as error:
            raise BadInput(f"is not JSON ({error})", where=str(file), remedy="Run again with --restart.") from error
        return manifest if isinstance(manifest, dict) else {}

    @cached_property
    def text_key(self) -> str:
        """Return the (dotted) name of the field that holds the text."""
        return self._key("text_key", "text")

    @cached_property
    def id_key(self) -> str:
        """Return the (dotted) name of the field that holds the id."""
        return self._key("id_key", "id")

    def _key(self, option: str, default: str) -> str:
        options = self.manifest.get("options", {})
        found = options.get(option) if isinstance(options, dict) else None
        return found if isinstance(found, str) and found else default

    def file(self, name: str) -> Path:
        """Return the path of one of the folder's JSONL files."""
        return self.path / f"{name}.jsonl"

    def rows(self, name: str) -> Iterator[Row]:
        """Yield the rows of one file in order; a file that is not there has none.

        Raises BadInput at a line that is no JSON object.
        """
        file = self.file(name)
        if not file.exists():
            return
        with file.open("rb") as stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    yield _row(line, file, number)

    def edits(self) -> Iterator[Row]:
        """Yield the rows of the ledger that changed a document's text in cleaning."""
        return (row for row in self.rows("edits") if not str(row.get("rule")).startswith((DEDUPE, WIRE)))

    def removals(self) -> Iterator[Row]:
        """Yield the rows of the ledger that took paragraphs, with their gaps, out of a cleaned text."""
        return (row for row in self.rows("edits") if str(row.get("rule")).startswith(DEDUPE))

    def texts(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield (id, text) of the rows of documents, cleaned or deduped."""
        for row in self.rows(name):
            yield str(value_at(row, self.id_key)), str(value_at(row, self.text_key))


def edit_of(row: Row) -> Edit:
    """Return the edit that a row of the ledger holds."""
    return Edit(str(row["rule"]), int(row["start"]), int(row["end"]), str(row["before"]), str(row["after"]))


def value_at(row: Row, key: str) -> Any:
    """Return the value of a field, by its name or by a dotted path; "" where there is none.

    >>> value_at({"meta": {"body": "正文"}}, "meta.body")
    '正文'
    """
    if key in row:
        return row[key]
    value: Any = row
    for part in key.split("."):
        if not isinstance(value, dict) or part not in value:
            return ""
        value = value[part]
    return value


def _row(line: bytes, file: Path, number: int) -> Row:
    try:
        row = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise BadInput(
            f"the line is not JSON ({error})", where=f"{file}:{number}", remedy="Run `corpus run` again."
        ) from error
    if not isinstance(row, dict):
        raise BadInput("the line is no JSON object", where=f"{file}:{number}", remedy="Run `corpus run` again.")
    return row

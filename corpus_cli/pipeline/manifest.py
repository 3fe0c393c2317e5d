"""What a run folder says of itself: what went in, how it was made, what came out, and that the counts add up."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import orjson

from corpus_cli.errors import BadInput, BooksDoNotBalance
from corpus_cli.ingest import Input
from corpus_cli.pipeline.books import Books
from corpus_cli.wire.streams import writing

MANIFEST = "manifest.json"
PROGRAM = "corpus-cli"
BLOCK = 1 << 20


def digest(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal; raises BadInput where it cannot be read."""
    found = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while block := stream.read(BLOCK):
                found.update(block)
    except OSError as error:
        raise BadInput(f"cannot be read ({error.strerror})", where=str(path), remedy="Check the name.") from error
    return found.hexdigest()


def input_rows(inputs: Sequence[Input]) -> list[dict[str, Any]]:
    """Return name, size and digest of every input."""
    return [
        {"name": item.name, "bytes": Path(item.path).stat().st_size, "sha256": digest(Path(item.path))}
        for item in inputs
    ]


def output_rows(folder: Path, names: Sequence[str]) -> list[dict[str, Any]]:
    """Return name, size, number of lines and digest of every output that is there."""
    rows = []
    for name in names:
        path = folder / name
        if path.exists():
            data = path.read_bytes() if path.stat().st_size < BLOCK else b""
            lines = data.count(b"\n") if data else _lines(path)
            rows.append({"name": name, "bytes": path.stat().st_size, "lines": lines, "sha256": digest(path)})
    return rows


def _lines(path: Path) -> int:
    with path.open("rb") as stream:
        return sum(block.count(b"\n") for block in iter(lambda: stream.read(BLOCK), b""))


def manifest(plan: Mapping[str, Any], books: Mapping[str, Books], folder: Path, names: Sequence[str]) -> dict[str, Any]:
    """Return the manifest of a finished run.

    Raises BooksDoNotBalance where a stage did not read what the stage before it wrote, or where the files hold
    another number of lines than the books say.
    """
    stages = list(books)
    for before, after in itertools.pairwise(stages):
        if books[before].written != books[after].read:
            _fail(f"{before} wrote {books[before].written} records, {after} read {books[after].read}")
    outputs = output_rows(folder, names)
    _check_lines(outputs, books)
    return {
        "program": PROGRAM,
        **plan,
        "counts": {name: stage.as_dict() for name, stage in books.items()},
        "outputs": outputs,
    }


def _check_lines(outputs: Sequence[Mapping[str, Any]], books: Mapping[str, Books]) -> None:
    """Check the number of lines of each file against the books."""
    expected = {
        "documents.jsonl": books["ingest"].written,
        "rejects.jsonl": books["ingest"].rejected,
        "cleaned.jsonl": books["clean"].written,
        "deduped.jsonl": books["dedupe"].written,
        "removed.jsonl": books["dedupe"].count("units", "removed"),
        "blocks.jsonl": books["split"].count("blocks", "all"),
    }
    for row in outputs:
        name = row["name"]
        if name in expected and row["lines"] != expected[name]:
            _fail(f"{name} holds {row['lines']} lines, the books say {expected[name]}")


def _fail(what: str) -> None:
    raise BooksDoNotBalance(
        f"the books of the run do not balance: {what}",
        remedy="This is a fault of the program: please report it with the input.",
    )


def write_manifest(folder: Path, values: Mapping[str, Any]) -> None:
    """Write the manifest, whole or not at all."""
    with writing(str(folder / MANIFEST)) as stream:
        stream.write(orjson.dumps(values, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))

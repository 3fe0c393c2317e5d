"""Keep the units that stayed, on disk, so that later runs are compared with them.

A folder holds one file of JSON lines for each run and `index.json`, which says what the units are.  A file appears
whole or not at all; files are never changed.  With `keep="first"` runs over batches leave what one run over all leaves:
what was written before stays, and later copies of it go.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import orjson

from corpus_cli.errors import BadInput, WrongCall

_MANIFEST = "index.json"
_VERSION = 1


class Indexed(NamedTuple):
    """Hold a unit that stayed in an earlier run: the id of its record, where it began there, and its text."""

    id: str
    start: int
    text: str


def read_index(folder: str | Path, unit: str) -> list[Indexed]:
    """Return all units of an index, in the order of the runs; an absent folder is an empty index.

    Raises WrongCall where the index holds units of another kind, BadInput where a file of it cannot be read.
    """
    folder = Path(folder)
    if not (folder / _MANIFEST).exists():
        return []
    manifest = orjson.loads((folder / _MANIFEST).read_bytes())
    if (manifest["unit"], manifest["version"]) != (unit, _VERSION):
        raise WrongCall(
            f"the index {folder} holds units of kind {manifest['unit']}, version {manifest['version']}",
            remedy=f"Use --unit {manifest['unit']} or another folder.",
        )
    return [row for segment in _segments(folder) for row in _rows(segment)]


def extend_index(folder: str | Path, unit: str, units: Iterable[Indexed]) -> Path:
    """Write the units that stayed in one run as a new file of the index; return its path."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / _MANIFEST).exists():
        _write(folder / _MANIFEST, [orjson.dumps({"unit": unit, "version": _VERSION})])
    segment = folder / f"{len(_segments(folder)) + 1:06d}.jsonl"
    _write(segment, (orjson.dumps(row._asdict()) for row in units))
    return segment


def _segments(folder: Path) -> list[Path]:
    """Return the files of the runs in order."""
    return sorted(folder.glob("[0-9]*.jsonl"))


def _rows(segment: Path) -> Iterable[Indexed]:
    """Yield the units of one file."""
    with segment.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            try:
                row = orjson.loads(line)
                yield Indexed(row["id"], row["start"], row["text"])
            except (orjson.JSONDecodeError, KeyError, TypeError) as error:
                raise BadInput(
                    f"this line of the index is damaged ({error})",
                    where=f"{segment}:{number}",
                    remedy="Restore the file, or build the index again in a new folder.",
                ) from error


def _write(path: Path, lines: Iterable[bytes]) -> None:
    """Write lines to a file that appears whole."""
    aside = path.with_suffix(path.suffix + ".tmp")
    with aside.open("wb") as stream:
        for line in lines:
            stream.write(line + b"\n")
        stream.flush()
        os.fsync(stream.fileno())
    aside.replace(path)

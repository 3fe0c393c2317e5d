"""From what the user names (files, folders, globs, `-`) to a sorted list of inputs with stable names."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from corpus_cli.errors import BadInput

JSONL = (".jsonl", ".ndjson")
TEXTS = (".txt", ".text", ".md", ".markdown")
MARKUP = (".hocr", ".xml", ".html", ".htm", ".xhtml", ".pdf", ".docx")
PACKED = (".gz", ".zst")


class Input(NamedTuple):
    """Name one file: `path` to open it, `name` for ids (relative, with `/`), `kind` "jsonl", "text" or "markup"."""

    path: str
    name: str
    kind: str


def find_inputs(given: Sequence[str]) -> list[Input]:
    """Return the inputs that the arguments mean, each folder's files sorted by name.

    Nothing given means standard input.  Names are unique: where two files share one, more of their folders is kept.
    Raises BadInput for what does not exist, a folder without texts, and a glob that matches nothing.
    """
    found: list[Input] = []
    for argument in given or ["-"]:
        found.extend(_expanded(argument))
    return _with_unique_names(found)


def _expanded(argument: str) -> Iterator[Input]:
    path = Path(argument)
    if argument == "-":
        yield Input("-", "stdin", "jsonl")
    elif path.is_dir():
        yield from _folder(path)
    elif path.exists():
        yield Input(argument, path.name, kind_of(path.name) or _sniffed(path))
    elif glob.has_magic(argument):
        matches = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 (takes absolute patterns)
        if not matches:
            raise BadInput(
                "no file matches this pattern", where=argument, remedy="Check it, and quote it in the shell."
            )
        for match in matches:
            yield from _expanded(match)
    else:
        raise BadInput("there is no such file or folder", where=argument, remedy="Check the name.")


def _folder(folder: Path) -> Iterator[Input]:
    inputs = [Input(str(folder / name), name, kind) for name in _names(folder) if (kind := kind_of(name))]
    if not inputs:
        kinds = " ".join((*JSONL, *TEXTS, *MARKUP))
        raise BadInput("the folder holds no texts", where=str(folder), remedy=f"Files that are read: {kinds}.")
    yield from inputs


def _names(folder: Path) -> list[str]:
    """Return the files of a folder, without hidden ones, sorted by name."""
    names = []
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        names += [Path(root, name).relative_to(folder).as_posix() for name in files if not name.startswith(".")]
    return sorted(names)


def left_out(given: Sequence[str]) -> list[str]:
    """Return the files in the folders given that are of no kind that is read, hidden files aside."""
    folders = [Path(argument) for argument in given if argument != "-" and Path(argument).is_dir()]
    return [str(folder / name) for folder in folders for name in _names(folder) if not kind_of(name)]


def _sniffed(path: Path) -> str:
    """Return how a file of another extension is read: as JSONL where it begins like it, else as text."""
    if not path.is_file():
        return "jsonl"
    with path.open("rb") as stream:
        return "jsonl" if stream.read(4096).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else "text"


def kind_of(name: str) -> str:
    """Return how a file is read by its extension, "" where it is not one of ours."""
    lower = name.lower()
    for packed in PACKED:
        lower = lower.removesuffix(packed)
    suffix = Path(lower).suffix
    if suffix in JSONL:
        return "jsonl"
    if suffix in TEXTS:
        return "text"
    return "markup" if suffix in MARKUP else ""


def _with_unique_names(found: list[Input]) -> list[Input]:
    """Return the inputs with names that differ: the file's own name, or as many of its folders as that takes."""
    names = [item.name for item in found]
    twice = {name for name in names if names.count(name) > 1} if len(set(names)) < len(names) else set()
    if not twice:
        return found
    parts = [Path(item.path).as_posix().split("/") for item in found]
    for depth in range(1, max(map(len, parts)) + 1):
        names = [
            "/".join(part[-depth:]) if item.name in twice else item.name
            for item, part in zip(found, parts, strict=True)
        ]
        if len(set(names)) == len(names):
            break
    else:
        raise BadInput("the same input is given twice", where=min(twice), remedy="Name each file once.")
    return [item._replace(name=name) for item, name in zip(found, names, strict=True)]

"""Check the files of a run against its manifest, and the lines of its inputs against its documents."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import orjson

from corpus_cli.errors import BooksDoNotBalance
from corpus_cli.review.chain import Tally
from corpus_cli.review.folder import RunFolder, value_at
from corpus_cli.wire.streams import reading

_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".jsonl.zst", ".ndjson.gz", ".ndjson.zst")
_CHUNK = 1 << 20


def outputs_unchanged(run: RunFolder, count: Tally) -> None:
    """Raise at the first output whose digest is not the manifest's."""
    for entry in _entries(run.manifest.get("outputs")):
        file = run.path / str(entry["path"])
        if not file.exists():
            raise _altered(file.name, "the file is gone")
        _compare(file, entry, count)


def inputs_unchanged(run: RunFolder, count: Tally) -> None:
    """Raise at the first input whose digest is not the manifest's; inputs that are not here are noted."""
    for entry in _entries(run.manifest.get("inputs")):
        file = Path(str(entry["path"]))
        if file.is_file():
            _compare(file, entry, count)
        else:
            count.skipped += (f"{entry['path']}: not here",)


def counts_agree(run: RunFolder, count: Tally) -> None:
    """Raise at the first count of the manifest that the files do not bear out."""
    counts = run.manifest.get("counts", {})
    rules: Counter[str] = Counter(str(row["rule"]) for row in run.rows("edits"))
    found = {
        "written": _size(run, "documents"),
        "rejected": _size(run, "rejects"),
        "paragraphs_removed": _size(run, "removed"),
        "blocks": _size(run, "blocks"),
        "edits_by_rule": dict(rules),
    }
    for name, value in found.items():
        if name not in counts:
            count.skipped += (f"{name}: not in the manifest",)
        elif counts[name] != value:
            raise _altered("manifest.json", f"{name} is {counts[name]}, the files have {value}")
        else:
            count.seen += 1
    if "read" in counts and counts["read"] != found["written"] + found["rejected"]:  # type: ignore[operator]
        raise _altered(
            "manifest.json", f"{counts['read']} records were read, {found['written']} and {found['rejected']} are here"
        )


def lines_accounted_for(run: RunFolder, count: Tally) -> None:
    """Raise at the first line of a JSONL input that is neither the next document nor among those set aside."""
    aside = Counter((Path(str(row["file"])).name, int(row["line"])) for row in run.rows("rejects"))
    documents = run.texts("documents")
    for entry in _entries(run.manifest.get("inputs")):
        name = str(entry["path"])
        if not name.endswith(_LINES) or not Path(name).is_file():
            count.skipped += (f"{name}: {'not here' if not Path(name).exists() else 'not JSONL'}",)
            return
        for number, line in _numbered(name):
            count.seen += 1
            if not aside[(Path(name).name, number)]:
                _is_document(f"{name}:{number}", line, next(documents, ("", "")), run.text_key)


def _is_document(where: str, line: bytes, document: tuple[str, str], text_key: str) -> None:
    try:
        text = str(value_at(orjson.loads(line), text_key))
    except (orjson.JSONDecodeError, TypeError) as error:
        raise BooksDoNotBalance("the line is no record and was not set aside", where=where) from error
    if text != document[1]:
        what = f"the line's text is not that of document {document[0]!r}, and the line was not set aside"
        raise BooksDoNotBalance(what, where=where, remedy="Run again with --restart.")


def _numbered(name: str) -> Iterator[tuple[int, bytes]]:
    with reading(name) as stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line


def _entries(entries: Any) -> list[dict[str, Any]]:
    """Return the files of the manifest, whether they are a list or stand under their names."""
    if isinstance(entries, Mapping):
        return [{"path": name, **(entry if isinstance(entry, dict) else {})} for name, entry in entries.items()]
    return [entry for entry in entries or [] if isinstance(entry, dict) and "path" in entry]


def _compare(file: Path, entry: Mapping[str, Any], count: Tally) -> None:
    wanted = entry.get("sha256")
    if not wanted:
        count.skipped += (f"{entry['path']}: no digest in the manifest",)
        return
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
            count.seen += len(chunk)
    if digest.hexdigest() != wanted:
        raise _altered(str(entry["path"]), "the file is not the one that the manifest describes (sha256 differs)")


def _size(run: RunFolder, name: str) -> int:
    return sum(1 for _ in run.rows(name))


def _altered(where: str, what: str) -> BooksDoNotBalance:
    return BooksDoNotBalance(what, where=where, remedy="Restore the file or run again with --restart.")

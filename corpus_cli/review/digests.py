"""Check the files of a run against its manifest, and its inputs against its documents."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import orjson

from corpus_cli.errors import BadInput, BooksDoNotBalance, CorpusError
from corpus_cli.ingest import Input, document_row, find_inputs, read_document
from corpus_cli.review.chain import Tally
from corpus_cli.review.folder import RunFolder, field
from corpus_cli.wire.lines import raw_lines
from corpus_cli.wire.rejects import rejected_bytes
from corpus_cli.wire.streams import reading

_CHUNK = 1 << 20
_REMEDY = "Restore the file or run again with --restart."


class Inputs:
    """Know where the inputs of a run are: among those given, else under their names from here."""

    def __init__(self, given: Sequence[str]) -> None:
        self._given = {item.name: item for item in find_inputs(given)} if given else {}

    def found(self, name: str) -> Input | None:
        """Return the input with a name of the manifest, None where it is not here."""
        if self._given or not Path(name).is_file():
            return self._given.get(name)
        try:
            return find_inputs([name])[0]
        except BadInput:
            return None


def outputs_unchanged(run: RunFolder, inputs: Inputs, count: Tally) -> None:
    """Raise at the first output whose digest is not the manifest's."""
    for entry in run.manifest.get("outputs", []):
        _compare(run.path / entry["name"], entry, count)


def inputs_unchanged(run: RunFolder, inputs: Inputs, count: Tally) -> None:
    """Raise at the first input whose digest is not the manifest's; inputs that are not here are noted."""
    for entry in run.manifest.get("inputs", []):
        item = inputs.found(entry["name"])
        if item:
            _compare(Path(item.path), entry, count)
        else:
            count.skipped += (f"{entry['name']} is not here",)


def counts_agree(run: RunFolder, inputs: Inputs, count: Tally) -> None:
    """Raise at the first count of the manifest that the files do not bear out."""
    counts = run.manifest.get("counts", {})
    for name, stated, found in (*_records(run, counts), *_edits(run, counts)):
        if stated != found:
            raise BooksDoNotBalance(
                f"{name} is {stated}, the files have {found}", where="manifest.json", remedy=_REMEDY
            )
        count.seen += 1


def _records(run: RunFolder, counts: dict[str, Any]) -> Iterator[tuple[str, int, int]]:
    """Yield the name of a count, what the manifest says, and how many rows there are."""
    places = {
        "documents": ("ingest", "written"),
        "rejects": ("ingest", "rejected"),
        "cleaned": ("clean", "written"),
        "deduped": ("dedupe", "written"),
    }
    for file, (stage, name) in places.items():
        yield f"{stage} {name}", counts[stage][name], _size(run, file)
    yield "units removed", counts["dedupe"].get("units", {}).get("removed", 0), _size(run, "removed")
    yield "blocks", counts["split"].get("blocks", {}).get("all", 0), _size(run, "blocks")
    yield "records read", counts["ingest"]["read"], _size(run, "documents") + _size(run, "rejects")


def _edits(run: RunFolder, counts: dict[str, Any]) -> Iterator[tuple[str, int, int]]:
    found = Counter(rule for row in run.edits() for rule in row["rule"].split("+"))
    stated = counts["clean"].get("edits", {})
    for rule in sorted({*found, *stated}):
        yield f"edits of {rule}", stated.get(rule, 0), found[rule]


def inputs_accounted_for(run: RunFolder, inputs: Inputs, count: Tally) -> None:
    """Raise at the first input line or file whose text is neither the next document's nor set aside.

    The order of inputs is the order of documents; where an input is not here, the check ends before it.
    """
    aside = {(str(row["file"]), int(row["line"])): rejected_bytes(row) for row in run.rows("rejects")}
    documents = run.texts("documents")
    for entry in run.manifest.get("inputs", []):
        item = inputs.found(entry["name"])
        if item is None:
            count.skipped += (f"{entry['name']} is not here",)
            return
        for where, text in _texts(item, aside, run):
            document = next(documents, ("", ""))
            if text != document[1]:
                what = f"the text is not that of document {document[0]!r}, and it was not set aside"
                raise BooksDoNotBalance(what, where=where, remedy=_REMEDY)
            count.seen += len(text)
    extra = next(documents, None)
    if extra is not None:
        what = "the document is in none of the inputs"
        raise BooksDoNotBalance(what, where=f"documents.jsonl, {extra[0]}", remedy=_REMEDY)


def _texts(item: Input, aside: dict[tuple[str, int], bytes], run: RunFolder) -> Iterator[tuple[str, str]]:
    """Yield (place, text) of what an input holds and was not set aside."""
    if item.kind != "jsonl":
        row = document_row(item, read_document(item, run.options.get("encoding", "")))
        yield item.name, row["text"]
        return
    with reading(item.path) as stream:
        for raw in raw_lines(stream, item.name):
            if not raw.line:
                continue
            where = f"{item.name}:{raw.number}"
            kept = aside.get((item.name, raw.number))
            if kept is None:
                yield where, _text(raw.line, where, run.keys.text)
            elif kept != raw.line:
                raise BooksDoNotBalance(
                    "the line set aside is not the one that stands here", where=where, remedy=_REMEDY
                )


def _text(line: bytes, where: str, key: str) -> str:
    try:
        return field(orjson.loads(line), key)
    except (orjson.JSONDecodeError, TypeError) as error:
        raise BooksDoNotBalance("the line is no record and was not set aside", where=where, remedy=_REMEDY) from error


def _compare(file: Path, entry: dict[str, Any], count: Tally) -> None:
    digest = hashlib.sha256()
    try:
        with file.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
                count.seen += len(chunk)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CorpusError(f"the file cannot be read ({reason})", where=entry["name"], remedy=_REMEDY) from error
    if digest.hexdigest() != entry["sha256"]:
        what = "the file is not the one that the manifest describes (sha256 differs)"
        raise BooksDoNotBalance(what, where=entry["name"], remedy=_REMEDY)


def _size(run: RunFolder, name: str) -> int:
    return sum(1 for _ in run.rows(name))

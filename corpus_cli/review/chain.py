"""Follow the characters of every document through cleaning, dedupe and split."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from corpus_cli.errors import BooksDoNotBalance, CorpusError
from corpus_cli.ledger import Edit, apply
from corpus_cli.review.folder import Row, RunFolder
from corpus_cli.wire.ledger_rows import WIRE, edit_of

_REMEDY = "Run again with --restart."


class Tally(Protocol):
    """Count what was looked at."""

    seen: int
    skipped: tuple[str, ...]


class _Removed(NamedTuple):
    start: int
    end: int
    text: str


class _Ledger:
    """Hand out the rows of one record after the other; records are told by their number, ids may stand twice."""

    def __init__(self, rows: Iterable[Row], file: str) -> None:
        self._rows = iter(rows)
        self._next = next(self._rows, None)
        self._file = file
        self._number = 0

    def take(self, name: str) -> list[Row]:
        """Return the rows of the next record; raises where they name another document."""
        self._number += 1
        taken: list[Row] = []
        while self._next is not None and self._next["record"] <= self._number:
            taken.append(self._next)
            self._next = next(self._rows, None)
        other = next((row["id"] for row in taken if row["id"] != name), None)
        if other is not None:
            raise _lost(self._file, str(other), f"the row belongs to record {self._number}, which is {name!r}")
        return taken

    def close(self) -> None:
        """Raise where rows are left that belong to no record."""
        _none_left("" if self._next is None else str(self._next["id"]), self._file)


def characters_of_cleaning(run: RunFolder, _: object, count: Tally) -> None:
    """Raise at the first document whose edits do not lead exactly from its text to its cleaned text."""
    ledger = _Ledger(run.edits(), "edits.jsonl")
    cleaned = run.texts("cleaned")
    for name, text in run.texts("documents"):
        other, result = next(cleaned, ("", ""))
        if other != name:
            raise _lost("documents.jsonl", name, f"the document is not in cleaned.jsonl, where {other!r} stands")
        made = _applied(text, ledger.take(name), f"edits.jsonl, {name}")
        if made != result:
            raise _differs("cleaned.jsonl", name, made, result, "the edits do not lead to the cleaned text")
        count.seen += len(text)
    ledger.close()
    _none_left(next(cleaned, ("",))[0], "cleaned.jsonl")


def characters_of_dedupe(run: RunFolder, _: object, count: Tally) -> None:
    """Raise at the first document that lost a character which is in no removed paragraph."""
    removed = _removed_by_document(run)
    ledger = _Ledger(run.rows("cuts"), "cuts.jsonl")
    kept = run.texts("deduped")
    for name, text in run.texts("cleaned"):
        rows = ledger.take(name)
        cuts = [row for row in rows if not row["rule"].startswith(WIRE)]
        units = [unit for unit in removed.get(name, ()) if text[unit.start : unit.end] == unit.text]
        for edit in map(edit_of, cuts):
            _covered(name, edit, units)
        made = _applied(text, cuts, f"cuts.jsonl, {name}")
        whole = any(row["rule"] == f"{WIRE}removed" for row in rows)
        other, result = (name, "") if whole else next(kept, ("", ""))
        if other != name:
            raise _lost("cleaned.jsonl", name, f"the document is not in deduped.jsonl, where {other!r} stands")
        if made != result:
            raise _differs("deduped.jsonl", name, made, result, "the cuts do not lead to the text that was kept")
        count.seen += len(text)
    ledger.close()
    _none_left(next(kept, ("",))[0], "deduped.jsonl")


def characters_of_blocks(run: RunFolder, _: object, count: Tally) -> None:
    """Raise at the first document whose blocks do not lie end to end over its whole text."""
    blocks = run.rows("blocks")
    for name, text in run.texts("deduped"):
        place = 0
        while place < len(text):
            block = next(blocks, None)
            if block is None or block["doc_id"] != name:
                left = f"the blocks end at character {place} of {len(text)}: {text[place : place + 20]!r}"
                raise _lost("blocks.jsonl", name, left)
            place = _proved(block, name, text, place)
        count.seen += len(text)
    _none_left(str(next(blocks, {"doc_id": ""})["doc_id"]), "blocks.jsonl")


def _proved(block: Row, name: str, text: str, place: int) -> int:
    """Return where a block ends that starts at `place` and holds what stands there; raise where it does not."""
    start, end = int(block["start"]), int(block["end"])
    if start != place or end <= start:
        what = f"block {block['id']} stands at {start}–{end}, the one before ended at {place}"
        raise _lost("blocks.jsonl", name, what)
    if text[start:end] != block["text"]:
        raise _differs("blocks.jsonl", name, text[start:end], str(block["text"]), "the block's text is another")
    return end


def _applied(text: str, rows: Iterable[Row], where: str) -> str:
    """Return the text with edits made; the error names the document."""
    try:
        return apply(text, map(edit_of, rows))
    except CorpusError as error:
        raise BooksDoNotBalance(error.what, where=where, remedy=_REMEDY) from error


def _removed_by_document(run: RunFolder) -> dict[str, list[_Removed]]:
    removed: dict[str, list[_Removed]] = defaultdict(list)
    for row in run.rows("removed"):
        removed[str(row["id"])].append(_Removed(int(row["start"]), int(row["end"]), str(row["text"])))
    return removed


def _covered(name: str, edit: Edit, removed: list[_Removed]) -> None:
    """Raise where a removal of the ledger takes more than removed units and the blanks around them."""
    left = list(edit.before)
    for unit in removed:
        first, last = max(unit.start, edit.start), min(unit.end, edit.end)
        if first < last:
            left[first - edit.start : last - edit.start] = " " * (last - first)
    rest = "".join(left)
    if rest.split() != edit.after.split():
        offset = edit.start + len(rest) - len(rest.lstrip())
        raise _lost(
            "cuts.jsonl", name, f"{rest.strip()[:20]!r} at {offset} was taken by {edit.rule} and is in no removed unit"
        )


def _none_left(name: str, file: str) -> None:
    if name:
        raise _lost(file, name, "the row belongs to no document that stands at this place")


def _lost(file: str, name: str, what: str) -> BooksDoNotBalance:
    return BooksDoNotBalance(what, where=f"{file}, {name}", remedy=_REMEDY)


def _differs(file: str, name: str, expected: str, found: str, what: str) -> BooksDoNotBalance:
    """Return the error that shows the first character where two texts part."""
    place = next(_parting(expected, found), min(len(expected), len(found)))
    there, here = expected[place : place + 20], found[place : place + 20]
    return _lost(file, name, f"{what}: at character {place} {there!r} is expected, {here!r} stands there")


def _parting(a: str, b: str) -> Iterator[int]:
    return (n for n, (one, two) in enumerate(zip(a, b, strict=False)) if one != two)

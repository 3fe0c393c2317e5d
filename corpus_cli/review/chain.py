"""Follow the characters of every document through cleaning, dedupe and split."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from corpus_cli.errors import BooksDoNotBalance, CorpusError
from corpus_cli.ledger import Edit, apply
from corpus_cli.review.folder import Row, RunFolder
from corpus_cli.wire.ledger_rows import edit_of

_REMEDY = "Run again with --restart."


class Tally(Protocol):
    """Count what was looked at."""

    seen: int
    skipped: tuple[str, ...]


class _Removed(NamedTuple):
    start: int
    end: int
    text: str


class Groups:
    """Hand out the rows of one document after the other, from rows that stand in the order of the documents."""

    def __init__(self, rows: Iterable[Row], key: str) -> None:
        self._rows = iter(rows)
        self._key = key
        self._next = next(self._rows, None)

    def take(self, name: str) -> list[Row]:
        """Return the next rows if they are of the document `name`."""
        taken: list[Row] = []
        # two documents may have one id; their rows have another number
        number = self._next.get("record") if self._next is not None else None
        while self._next is not None and self._next.get(self._key) == name and self._next.get("record") == number:
            taken.append(self._next)
            self._next = next(self._rows, None)
        return taken

    def left(self) -> str:
        """Return the document of the first row that nobody took, "" when there is none."""
        return "" if self._next is None else str(self._next.get(self._key))


def characters_of_cleaning(run: RunFolder, _: object, count: Tally) -> None:
    """Raise at the first document whose edits do not lead exactly from its text to its cleaned text."""
    ledger = Groups(run.edits(), "id")
    cleaned = run.texts("cleaned")
    for name, text in run.texts("documents"):
        other, result = next(cleaned, ("", ""))
        if other != name:
            raise _lost("documents.jsonl", name, f"the document is not in cleaned.jsonl, where {other!r} stands")
        made = _applied(text, ledger.take(name), f"edits.jsonl, {name}")
        if made != result:
            raise _differs("cleaned.jsonl", name, made, result, "the edits do not lead to the cleaned text")
        count.seen += len(text)
    _none_left(ledger.left(), "edits.jsonl")
    _none_left(next(cleaned, ("",))[0], "cleaned.jsonl")


def characters_of_dedupe(run: RunFolder, _: object, count: Tally) -> None:
    """Raise at the first document that lost a character which is in no removed paragraph."""
    removed = _removed_by_document(run)
    ledger = Groups(run.cuts(), "id")
    kept = run.texts("deduped")
    ahead = next(kept, None)
    for name, text in run.texts("cleaned"):
        result = ""
        if ahead is not None and ahead[0] == name:
            result, ahead = ahead[1], next(kept, None)
        _removal_proved(name, text, result, removed.pop(name, []), ledger.take(name))
        count.seen += len(text)
    _none_left(ledger.left(), "cuts.jsonl")
    _none_left(ahead[0] if ahead else "", "deduped.jsonl")
    _none_left(next(iter(removed), ""), "removed.jsonl")


def characters_of_blocks(run: RunFolder, _: object, count: Tally) -> None:
    """Raise at the first document whose blocks do not lie end to end over its whole text."""
    blocks = Groups(run.rows("blocks"), "doc_id")
    for name, text in run.texts("deduped"):
        place = 0
        for block in blocks.take(name):
            start, end = int(block["start"]), int(block["end"])
            if start != place or end < start:
                raise _lost(
                    "blocks.jsonl", name, f"block {block['id']} starts at {start}, the one before ended at {place}"
                )
            if text[start:end] != block["text"]:
                raise _differs("blocks.jsonl", name, text[start:end], str(block["text"]), "the block's text is another")
            place = end
        if place != len(text):
            raise _lost(
                "blocks.jsonl",
                name,
                f"the blocks end at character {place} of {len(text)}: {text[place : place + 20]!r}",
            )
        count.seen += len(text)
    _none_left(blocks.left(), "blocks.jsonl")


def _applied(text: str, rows: Iterable[Row], where: str) -> str:
    """Return the text with edits made; the error names the document."""
    try:
        return apply(text, sorted((edit_of(row) for row in rows), key=lambda edit: (edit.start, edit.end)))
    except CorpusError as error:
        raise BooksDoNotBalance(error.what, where=where, remedy=_REMEDY) from error


def _removed_by_document(run: RunFolder) -> dict[str, list[_Removed]]:
    removed: dict[str, list[_Removed]] = defaultdict(list)
    for row in run.rows("removed"):
        removed[str(row["id"])].append(_Removed(int(row["start"]), int(row["end"]), str(row["text"])))
    return removed


def _removal_proved(name: str, text: str, result: str, removed: list[_Removed], ledger: list[Row]) -> None:
    """Raise unless `result` is `text` without the removed units and, where the ledger says so, their gaps."""
    for unit in removed:
        if text[unit.start : unit.end] != unit.text:
            what = f"the removed unit at {unit.start}–{unit.end} is not what stands there"
            raise _differs("removed.jsonl", name, text[unit.start : unit.end], unit.text, what)
    for edit in (edit_of(row) for row in ledger):
        _covered(name, edit, removed)
    made = _applied(text, ledger, f"cuts.jsonl, {name}") if ledger else _without(text, removed)
    if made == result or (not ledger and "".join(made.split()) == "".join(result.split())):
        return
    raise _differs("deduped.jsonl", name, made, result, "the text lost something that is in no removed unit")


def _covered(name: str, edit: Edit, removed: list[_Removed]) -> None:
    """Raise where a removal of the ledger takes more than removed units and the blanks around them."""
    left = list(edit.before)
    for unit in removed:
        first, last = max(unit.start, edit.start), min(unit.end, edit.end)
        if first < last:
            left[first - edit.start : last - edit.start] = " " * (last - first)
    rest = "".join(left)
    if rest.strip() and rest.split() != edit.after.split():
        offset = edit.start + len(rest) - len(rest.lstrip())
        raise _lost(
            "cuts.jsonl", name, f"{rest.strip()[:20]!r} at {offset} was taken by {edit.rule} and is in no removed unit"
        )


def _without(text: str, removed: Iterable[_Removed]) -> str:
    pieces: list[str] = []
    place = 0
    for start, end, _ in sorted(removed):
        pieces.append(text[place:start])
        place = max(place, end)
    return "".join((*pieces, text[place:]))


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

"""The books of a run in lines, paragraphs and characters, and whether they add up."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from corpus_cli.review.folder import Row, RunFolder


@dataclass(slots=True)
class Ledger:
    """Count the edits of cleaning: how many by rule, and the characters they took and put."""

    by_rule: Counter[str] = field(default_factory=Counter)
    taken: Counter[str] = field(default_factory=Counter)
    put: Counter[str] = field(default_factory=Counter)
    by_document: Counter[str] = field(default_factory=Counter)

    def add(self, row: Row) -> None:
        """Count one edit."""
        rule = str(row["rule"])
        self.by_rule[rule] += 1
        self.taken[rule] += len(row["before"])
        self.put[rule] += len(row["after"])
        self.by_document[str(row["id"])] += 1

    def single_rules(self) -> list[tuple[str, int, int, int]]:
        """Return (rule, edits, characters taken, characters put), most edits first.

        An edit that several rules made, one on the other's work, counts for each of them.
        """
        sums: dict[str, list[int]] = {}
        for made in self.by_rule:
            for rule in made.split("+"):
                share = sums.setdefault(rule, [0, 0, 0])
                for n, counts in enumerate((self.by_rule, self.taken, self.put)):
                    share[n] += counts[made]
        return sorted(((rule, *share) for rule, share in sums.items()), key=lambda row: (-row[1], row[0]))  # type: ignore[misc]


@dataclass(slots=True)
class Lengths:
    """Hold the lengths of one document's text after ingest, cleaning and dedupe (code points)."""

    read: int = 0
    cleaned: int = 0
    kept: int = 0


@dataclass(slots=True)
class Books:
    """Hold what was counted in the files of a run.

    `removed_characters` are those of the removed units, `dropped` those that dedupe's edits took, gaps included.
    """

    ledger: Ledger
    documents: dict[str, Lengths]
    removed: Counter[str]
    removed_characters: int
    dropped: int
    rejected: int
    kinds: dict[str, list[int]]
    blocks: Counter[str]

    def total(self, name: str) -> int:
        """Return the sum of one of the lengths over all documents."""
        return sum(getattr(lengths, name) for lengths in self.documents.values())


def count_books(run: RunFolder) -> Books:
    """Return the books of a run folder; reads every file once."""
    ledger = Ledger()
    for row in run.edits():
        ledger.add(row)
    removed: Counter[str] = Counter()
    characters = 0
    for row in run.rows("removed"):
        removed[str(row["id"])] += 1
        characters += int(row["end"]) - int(row["start"])
    kinds, blocks = _blocks(run)
    rejected = sum(1 for _ in run.rows("rejects"))
    dropped = sum(len(row["before"]) - len(row["after"]) for row in run.cuts())
    return Books(ledger, _lengths(run), removed, characters, dropped, rejected, kinds, blocks)


def _lengths(run: RunFolder) -> dict[str, Lengths]:
    documents: dict[str, Lengths] = defaultdict(Lengths)
    for stage, name in (("documents", "read"), ("cleaned", "cleaned"), ("deduped", "kept")):
        for key, text in run.texts(stage):
            lengths = documents[key]
            setattr(lengths, name, getattr(lengths, name) + len(text))
    return dict(documents)


def _blocks(run: RunFolder) -> tuple[dict[str, list[int]], Counter[str]]:
    kinds: dict[str, list[int]] = {}
    blocks: Counter[str] = Counter()
    for row in run.rows("blocks"):
        share = kinds.setdefault(str(row["kind"]), [0, 0])
        share[0] += 1
        share[1] += int(row["end"]) - int(row["start"])
        blocks[str(row["doc_id"])] += 1
    return kinds, blocks


def books_page(books: Books, run: RunFolder) -> dict[str, Any]:
    """Return the books as the page shows them, each check with whether it holds."""
    ledger = books.ledger
    read, cleaned, kept = (books.total(name) for name in ("read", "cleaned", "kept"))
    taken, put = ledger.taken.total(), ledger.put.total()
    in_blocks = sum(share[1] for share in books.kinds.values())
    documents = sum(1 for _ in run.rows("documents"))
    lines = int(run.manifest.get("counts", {}).get("ingest", {}).get("read", documents + books.rejected))
    checks = [
        ["Lines read = documents + lines set aside", lines, documents + books.rejected],
        ["Characters read − taken by edits + put by edits = cleaned", read - taken + put, cleaned],
        ["Cleaned − removed by dedupe = kept", cleaned - books.dropped, kept],
        ["Kept = characters in blocks", kept, in_blocks],
    ]
    return {
        "lines": lines,
        "documents": documents,
        "aside": books.rejected,
        "read": read,
        "taken": taken,
        "put": put,
        "cleaned": cleaned,
        "removed": books.removed_characters,
        "gaps": max(0, cleaned - kept - books.removed_characters),
        "paragraphs": books.removed.total(),
        "kept": kept,
        "kinds": sorted(([kind, *share] for kind, share in books.kinds.items()), key=lambda item: (-item[2], item[0])),
        "checks": checks,
    }

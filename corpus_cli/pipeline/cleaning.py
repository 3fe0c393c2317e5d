"""The clean stage over chunks of lines: texts repaired, fields kept, every edit in the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import orjson

from corpus_cli.clean import Cleaned, Cleaner, clean_texts
from corpus_cli.ledger import Edit
from corpus_cli.pipeline.books import Books
from corpus_cli.pipeline.chunks import Chunk, Failure, decoded
from corpus_cli.pipeline.deciding import NO_DECISIONS, Decisions, without_reverted
from corpus_cli.pipeline.stream import Made
from corpus_cli.record import Record
from corpus_cli.wire.ledger_rows import WIRE, edit_row, field_edits, frame_edits
from corpus_cli.wire.lines import RawLine
from corpus_cli.wire.records import PLAIN_KEYS, Keys, encode, put, refuse_taken
from corpus_cli.wire.rows import row_lines
from corpus_cli.wire.spans import remapped, span_fields


@dataclass(frozen=True, slots=True)
class CleanSetup:
    """Say how chunks are cleaned: the cleaner, the field names, fields of known spans, where edits go.

    `edits` is "" (nowhere), "file" or "inline"; `decisions` are a person's on earlier edits.
    """

    cleaner: Cleaner
    keys: Keys = PLAIN_KEYS
    spans: tuple[str, ...] = ()
    edits: str = ""
    decisions: Decisions = NO_DECISIONS

    def __call__(self, chunk: Chunk) -> Made:
        """Return the cleaned lines of a chunk (output "main"), the ledger ("edits") and the books."""
        books = Books("clean")
        items = list(decoded(chunk, self.keys))
        records = [item for _, _, item in items if isinstance(item, Record)]
        cleaned = iter(clean_texts([record.text for record in records], self.cleaner))
        lines: list[bytes] = []
        ledger: list[bytes] = []
        failures: list[Failure] = []
        for ordinal, raw, item in items:
            made = next(cleaned) if isinstance(item, Record) else None
            if made and isinstance(item, Record):
                name, edits = item.id, self._line(raw, item, made, lines, books)
            else:
                name, edits = "", list(frame_edits(raw))
            if isinstance(item, Failure):
                failures.append(item)
                edits.append(Edit(f"{WIRE}rejected", 0, 0, "", ""))
            if self.edits == "file" and edits:
                ledger.append(row_lines(edit_row(name, ordinal, edit) for edit in edits))
        books.rejected = len(failures)
        books.read = books.written + books.rejected
        return Made(books, {"main": b"".join(lines), "edits": b"".join(ledger)}, failures, chunk.size)

    def _line(self, raw: RawLine, record: Record, made: Cleaned, lines: list[bytes], books: Books) -> list[Edit]:
        """Write one record's line and count it; return its edits, the wire's own among them."""
        if record.id in self.decisions.reverts:
            made, applied = without_reverted(record.text, made, self.decisions.reverts[record.id])
            books.tally("decisions", Counter(map(str, applied)))
        after = record.with_text(made.text)
        if self.cleaner.keep_furniture:
            after = after.with_fields(furniture=[[item.start, item.end, item.kind] for item in made.furniture])
        line = encode(after, self.keys)
        spans = span_fields(record, self.spans)
        if made.edits and spans:
            line = remapped(line, record, spans, made.edits)
        edits = list(made.edits)
        if self.edits:
            added = (name for name, _ in after.added)
            edits += [*frame_edits(raw), *field_edits(after, line, self.keys, (*spans, *added))]
        if self.edits == "inline":
            refuse_taken(record, ("edits",), "Write the ledger to a file: --edits FILE.")
            line = put(line, "edits", orjson.dumps([edit._asdict() for edit in edits]))
        lines.append(line + b"\n")
        books.written += 1
        books.changed += bool(made.edits)
        books.characters_read += len(record.given)
        books.characters_written += len(made.text)
        books.tally("edits", Counter(_names(made.edits)))
        # An edit that two rules made counts for both of them, and once here.
        books.tally("ledger", {"edits": len(made.edits)} if made.edits else {})
        return edits


def _names(edits: tuple[Edit, ...]) -> Iterator[str]:
    """Yield the rules of edits; one that several rules made counts for each."""
    for edit in edits:
        yield from edit.rule.split("+")

"""CSV for spreadsheets: one row a block, the columns always the same.

Columns are the fields of a block with the speaker in four, the path of headings joined by ` > `, and `other`, which
holds every further field of the row as JSON.  With `bom` (default) the file begins with a byte-order mark, without
which Excel shows Chinese as rubbish.

A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@`, a tab or a line end, or with the full-width forms of
these signs, as a formula, and a scanned page can hold anything.  Such a text gets an apostrophe in front, which
spreadsheets do not show.  (OWASP, *CSV Injection*.)  Whoever reads the file by program takes it off again, or takes
the JSON Lines.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

import orjson

from corpus_cli.export.rows import Block

COLUMNS = (
    "id",
    "doc_id",
    "seq",
    "kind",
    "speaker_name",
    "speaker_role",
    "speaker_org",
    "speaker_place",
    "printed",
    "headings",
    "article",
    "article_seq",
    "continues",
    "start",
    "end",
    "page",
    "confidence",
    "text",
    "other",
)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BATCH = 1_000
BOM = b"\xef\xbb\xbf"


def table(blocks: Iterable[Block], *, bom: bool) -> Iterator[bytes]:
    """Yield a CSV file, UTF-8, commas, every text in quotes, lines ending in a line feed; holds 1,000 rows."""
    if bom:
        yield BOM
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(COLUMNS)
    for number, block in enumerate(blocks, 1):
        writer.writerow([safe(cell) if isinstance(cell, str) else cell for cell in cells(block)])
        if number % BATCH == 0:
            yield _taken(sheet)
    yield _taken(sheet)


def cells(block: Block) -> list[str | int | float]:
    """Return the values of a block in the order of the columns."""
    own = orjson.dumps(block.own).decode() if block.own else ""
    head: list[str | int | float] = [block.id, block.doc_id, block.seq, block.kind, *block.speaker, block.printed]
    place: list[str | int | float] = [
        block.article,
        block.article_seq,
        block.continues,
        block.start,
        block.end,
        block.page,
        block.confidence,
    ]
    return [*head, " > ".join(block.headings), *place, block.text, own]


def safe(cell: str) -> str:
    """Return a cell's text so that no spreadsheet runs it.

    >>> safe("=1+1"), safe("渠=水")
    ("'=1+1", '渠=水')
    """
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _taken(sheet: io.StringIO) -> bytes:
    text = sheet.getvalue()
    sheet.seek(0)
    sheet.truncate()
    return text.encode("utf-8", "replace")

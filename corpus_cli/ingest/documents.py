"""One file, one document: its text, how it was read, and where its pages stand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from corpus_cli.errors import BadInput
from corpus_cli.ingest.document import Document, pages
from corpus_cli.ingest.encodings import decode_text
from corpus_cli.ingest.inputs import Input
from corpus_cli.wire.streams import reading


def read_document(item: Input, encoding: str = "") -> Document:
    """Return the document that a file holds.

    Raises BadInput where it cannot be read or decoded, or where its format needs an extra that is not installed.
    """
    with reading(item.path) as stream:
        data = stream.read()
    if item.kind == "markup":
        from corpus_cli.ingest.formats import read_markup

        return read_markup(data, item)
    text, used = decode_text(data, item.path, encoding)
    if "\0" in text[:1000] and used == "utf-8":
        raise BadInput(
            "the file holds NUL bytes, so it is no text", where=item.path, remedy="Name its format or encoding."
        )
    return Document(
        text, "markdown" if Path(item.name).suffix.lower() in (".md", ".markdown") else "text", used, pages(text)
    )


def document_row(item: Input, document: Document) -> dict[str, Any]:
    """Return the record of a document, all keys present in every row."""
    name = item.name if any(sign.isalpha() or sign == "#" for sign in item.name) else f"#{item.name}"
    return {
        "id": name,
        "text": document.text,
        "source": item.name,
        "format": document.format,
        "encoding": document.encoding,
        "pages": [list(page) for page in document.pages],
    }

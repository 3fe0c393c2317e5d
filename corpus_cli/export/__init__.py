"""Write blocks in the forms that other programs and people read: TEI, CSV, Parquet, Markdown, plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from rapidfuzz import process

from corpus_cli.errors import WrongCall
from corpus_cli.export.rows import blocks, documents

Format = Literal["tei", "csv", "parquet", "markdown", "txt"]
FORMATS: tuple[str, ...] = get_args(Format)

__all__ = ["FORMATS", "ExportOptions", "Format", "export"]


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """Say how to write: a TEI file's `title`, `language` (BCP 47) and `speech` as `u` or `sp`; a CSV file's `bom`."""

    title: str = ""
    language: str = ""
    speech: Literal["u", "sp"] = "u"
    bom: bool = True


def export(rows: Iterable[Mapping[str, Any]], to: str, options: ExportOptions = ExportOptions()) -> Iterator[bytes]:
    """Yield the bytes of one file in the form `to` from the rows that `corpus split` wrote.

    TEI, Markdown and plain text hold one or two documents at a time, CSV and Parquet a batch of rows.  Raises
    WrongCall where the form is unknown or its library is missing, BadRecord where a row is no block or the rows
    of a document are not together.
    """
    if to not in FORMATS:
        near = process.extractOne(to, FORMATS)
        raise WrongCall(f"no form {to!r}", remedy=f"Did you mean {near[0]}? There are {', '.join(FORMATS)}.")
    found = blocks(rows)
    if to == "csv":
        from corpus_cli.export.table import table

        return table(found, bom=options.bom)
    if to == "parquet":
        from corpus_cli.export.parquet import parquet

        return parquet(found)
    if to == "tei":
        from corpus_cli.export.tei import tei

        return tei(documents(found), options.title, options.language, options.speech)
    from corpus_cli.export.prose import markdown, plain

    return markdown(documents(found)) if to == "markdown" else plain(documents(found))

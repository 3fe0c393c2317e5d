"""Lines that are set aside: the raw line, where it stood, and why."""

from __future__ import annotations

import base64
from typing import Any

from corpus_cli.errors import BadRecord


def reject_row(line: bytes, source: str, number: int, error: BadRecord) -> dict[str, Any]:
    """Return the row that keeps a bad line; bytes that are no UTF-8 are kept as base64 in `raw_base64`."""
    try:
        raw, packed = line.decode("utf-8"), ""
    except UnicodeDecodeError:
        raw, packed = "", base64.b64encode(line).decode("ascii")
    return {"file": source, "line": number, "reason": error.what, "raw": raw, "raw_base64": packed}


def rejected_bytes(row: dict[str, Any]) -> bytes:
    """Return the line that a reject row keeps, byte for byte."""
    if row["raw_base64"]:
        return base64.b64decode(row["raw_base64"])
    return str(row["raw"]).encode("utf-8")

"""What the scorers read of rows: ids that tie gold and prediction together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from corpus_cli.errors import BadRecord

Row = Mapping[str, Any]


def texts_by_id(rows: Iterable[Row], name: str) -> dict[str, str]:
    """Return the texts of rows `{id, text}` by id, in their order; `name` says in errors which rows these are.

    Raises BadRecord where a row has no id, no text, or an id that another row has.
    """
    texts: dict[str, str] = {}
    for number, row in enumerate(rows, 1):
        id_, text = row.get("id"), row.get("text")
        if id_ is None or not isinstance(text, str):
            raise BadRecord(
                "a row needs `id` and `text`", where=f"{name}, row {number}", remedy="Add the missing field."
            )
        if str(id_) in texts:
            raise BadRecord(f"id {id_!r} stands twice", where=f"{name}, row {number}", remedy="Make the ids unique.")
        texts[str(id_)] = text
    return texts


def number_in(row: Row, name: str, where: str) -> int:
    """Return a whole number of a row.  Raises BadRecord where it is missing or something else."""
    value = row.get(name)
    if isinstance(value, bool) or not isinstance(value, int):
        raise BadRecord(f"`{name}` must be a whole number, not {value!r}", where=where, remedy="Correct the row.")
    return value

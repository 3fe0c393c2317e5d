"""What a person decided in the report page, one JSON object a line, and how to find the place again.

Every decision says what it is about in words of the text itself, not only by offsets, so that it still finds its
place after other rules, other options or a repaired input have moved everything:

- `{"decision": "keep", "id", "start", "end", "text"}`: do not remove this paragraph; offsets into the cleaned text.
- `{"decision": "different", "id", "start", "end", "text", "other", "other_text"}`: these two are not the same;
  neither is removed on account of the other.
- `{"decision": "revert", "id", "rule", "start", "end", "before", "after", "left", "right"}`: this edit is wrong;
  offsets into the document's text, `left` and `right` are what stands around it there.
- `{"decision": "speaker", "id", "start", "end", "text", "printed", "was", "speaker": {name, role, org, place}}`:
  the speaker is this one; offsets into the deduped text, `text` is the block's opening.  With `"scope": "document"`
  all blocks of document `id` whose speaker's name is `was` are meant, with `"scope": "corpus"` those of all
  documents; `start`, `end` and `text` are then 0, 0 and "".

All may have a `note` by the person.  Unknown keys are left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

import orjson

from corpus_cli.errors import BadInput

What: TypeAlias = Literal["keep", "different", "revert", "speaker"]
_NEEDED: dict[str, tuple[str, ...]] = {
    "keep": ("id", "text"),
    "different": ("id", "text", "other", "other_text"),
    "revert": ("id", "before", "after"),
    "speaker": ("speaker",),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """Hold one decision; what its kind does not have is empty.  `number` is its line in the file, from 1."""

    decision: What
    number: int
    id: str = ""
    start: int = 0
    end: int = 0
    text: str = ""
    other: str = ""
    other_text: str = ""
    rule: str = ""
    before: str = ""
    after: str = ""
    left: str = ""
    right: str = ""
    printed: str = ""
    was: str = ""
    scope: str = "block"
    speaker: tuple[str, str, str, str] = ("", "", "", "")
    note: str = ""


def read_decisions(file: Path) -> list[Decision]:
    """Return the decisions of a file in order; raises BadInput at a line that is none."""
    with file.open("rb") as stream:
        return list(_decisions(stream, str(file)))


def _decisions(lines: Iterable[bytes], source: str) -> Iterator[Decision]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _decision(line, number, f"{source}:{number}")


def _decision(line: bytes, number: int, where: str) -> Decision:
    remedy = "Export the decisions from the report again, or remove the line."
    try:
        row = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise BadInput(f"the line is not JSON ({error})", where=where, remedy=remedy) from error
    kind = row.get("decision") if isinstance(row, dict) else None
    if kind not in _NEEDED:
        raise BadInput(f"the line is no decision ({kind!r})", where=where, remedy=remedy)
    missing = [name for name in _NEEDED[kind] if name not in row]
    if missing:
        raise BadInput(f"the decision {kind!r} lacks {', '.join(missing)}", where=where, remedy=remedy)
    return Decision(decision=kind, number=number, **_fields(row))


def _fields(row: dict[str, Any]) -> dict[str, Any]:
    words = ("id", "text", "other", "other_text", "rule", "before", "after", "left", "right", "printed", "was", "note")
    fields: dict[str, Any] = {name: str(row.get(name, "")) for name in words}
    who = row.get("speaker") or {}
    fields["speaker"] = tuple(str(who.get(name, "")) for name in ("name", "role", "org", "place"))
    fields["scope"] = str(row.get("scope", "block"))
    return {**fields, "start": int(row.get("start", 0)), "end": int(row.get("end", 0))}


def place_of(text: str, wanted: str, start: int, *, left: str = "", right: str = "") -> int:
    """Return where `wanted` stands in a text, between `left` and `right`, nearest to `start`; -1 where it does not.

    A decision whose place is not found no longer applies.

    >>> place_of("一页,二页,三页", ",", 5, left="二页"), place_of("一页", ",", 1)
    (5, -1)
    """
    whole = f"{left}{wanted}{right}"
    if not whole:
        return -1
    found = [place + len(left) for place in _occurrences(text, whole)]
    return min(found, key=lambda place: (abs(place - start), place), default=-1)


def _occurrences(text: str, wanted: str) -> Iterator[int]:
    place = text.find(wanted)
    while place >= 0:
        yield place
        place = text.find(wanted, place + 1)

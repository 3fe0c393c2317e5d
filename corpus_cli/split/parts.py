"""The pieces of a page cut into parts at break cues: each part belongs to one author."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus_cli.split.pieces import GAP, Piece


@dataclass(frozen=True, slots=True)
class Part:
    """Hold a run of pieces between two break cues: indices of its body and heading pieces, and how it opens.

    `opener` is the author that a byline gives it (-1 when none does), `cue` the kind of break before it, `title` the
    bare lines in front of it.
    """

    pieces: tuple[int, ...]
    cue: str
    title: str
    opener: int = -1


def parts_of(pieces: Sequence[Piece], openers: dict[int, int]) -> list[Part]:
    """Return the parts in order; every piece of text is in one.  `openers` gives for a piece the author who begins."""
    parts: list[Part] = []
    run: list[int] = []
    cue, opener, bare = "gap", -1, [""]
    gap = False

    def close() -> None:
        nonlocal run, opener, bare
        if run:
            parts.append(Part(tuple(run), cue, "　".join(filter(None, bare)), opener))
            run, opener, bare = [], -1, []

    for index, piece in enumerate(pieces):
        if index in openers:
            close()
            cue, opener, gap = "gap", openers[index], False
        if piece.kind == "bare":
            if run:
                close()
                cue = "title"
            bare.append(piece.text)
            gap = gap or piece.blanks >= GAP
        elif piece.kind in ("body", "heading"):
            found = _cue(pieces, run, index, gap) if run or opener < 0 else ""
            if found and run:
                close()
            cue = found or cue
            run.append(index)
            gap = False
    close()
    return parts


def _cue(pieces: Sequence[Piece], run: Sequence[int], index: int, gap: bool) -> str:
    """Return the kind of break before a piece, "" when there is none."""
    piece = pieces[index]
    if piece.blanks >= GAP or gap:
        return "gap"
    if not run:
        return "title"
    before = pieces[run[-1]]
    if piece.copied or before.copied:
        return "" if piece.copied and before.copied else "number"
    if before.kind == "body" and before.is_open:
        return "open"
    new = piece.heading
    if new and new.number:
        last = next((p.heading for i in reversed(run[-60:]) if (p := pieces[i]).heading and p.heading.number), None)
        return "number" if last and new.rank == last.rank and new.number != last.number + 1 else ""
    return ""

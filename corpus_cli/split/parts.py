"""The pieces of a page cut into parts at break cues: each part belongs to one author."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from corpus_cli.split.lines import made
from corpus_cli.split.pieces import GAP, JUMP_FROM, JUMP_TO, Piece

# What a line that says where a text goes on or comes from holds, before any pattern is asked.
_FROM_SIGNS, _TO_SIGN = frozenset("（(【上紧接"), "转"


class Part(NamedTuple):
    """Hold a run of pieces between two break cues: indices of its body and heading pieces, and how it opens.

    `opener` is the author that a byline gives it (-1 when none does), `cue` the kind of break before it, `title` the
    bare lines in front of it.  `comes` says that it is printed as coming from another page, `goes` that it goes to one.
    """

    pieces: tuple[int, ...]
    cue: str
    title: str
    opener: int = -1
    comes: bool = False
    goes: bool = False


def parts_of(pieces: Sequence[Piece], openers: dict[int, int]) -> list[Part]:
    """Return the parts in order; every piece of text is in one.  `openers` gives for a piece the author who begins."""
    cutter = _Cutter(pieces)
    for index, piece in enumerate(pieces):
        if index in openers:
            cutter.open(openers[index])
        if piece.kind == "bare":
            cutter.take_bare(piece)
        elif piece.kind == "jump":
            cutter.jump(piece.text)
        elif piece.kind in ("body", "heading"):
            cutter.take(index)
    cutter.close()
    return cutter.parts


class _Cutter:
    """Hold the parts cut so far and the run of pieces that is being gathered."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.parts: list[Part] = []
        self._pieces = pieces
        self._run: list[int] = []
        self._bare: list[str] = []
        self._cue, self._opener = "gap", -1
        self._gap = self._comes = False

    def close(self, *, goes: bool = False) -> None:
        """End the run; nothing happens when it is empty."""
        if self._run:
            title = "\u3000".join(self._bare)
            self.parts.append(made(Part, (tuple(self._run), self._cue, title, self._opener, self._comes, goes)))
            self._run, self._bare, self._opener, self._comes = [], [], -1, False

    def open(self, author: int) -> None:
        """Begin the text of an author."""
        self.close()
        self._cue, self._opener, self._gap = "gap", author, False

    def jump(self, text: str) -> None:
        """Take a line that says where the text goes on or comes from."""
        if JUMP_FROM.search(text):
            self.close()
            self._comes = self._gap = True
        else:
            self.close(goes=True)
            self._gap = True

    def take_bare(self, piece: Piece) -> None:
        """Take a title or a caption: a break before the text that follows."""
        if self._run:
            self.close()
            self._cue = "title"
        self._bare.append(piece.text)
        self._gap = self._gap or piece.blanks >= GAP

    def take(self, index: int) -> None:
        """Take a piece of text, after a break when there is a cue for one."""
        text = self._pieces[index].text
        head, tail = text[:20], text[-20:]
        if head[0] in _FROM_SIGNS and JUMP_FROM.search(head):
            self.jump(head)
        found = _cue(self._pieces, self._run, index, self._gap) if self._run or self._opener < 0 else ""
        if found:
            self.close()
        self._cue = found or self._cue
        self._run.append(index)
        self._gap = False
        if _TO_SIGN in tail and JUMP_TO.search(tail):
            self.close(goes=True)
            self._gap = True


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

"""The values that leave this stage: who speaks or writes, from which character to which."""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal[
    "title",
    "byline",
    "heading",
    "paragraph",
    "turn",
    "caption",
    "credit",
    "reaction",
    "procedure",
    "furniture",
    "other",
]


class Speaker(NamedTuple):
    """Name a person and the office, body and place they speak for; unknown is the empty string."""

    name: str = ""
    role: str = ""
    org: str = ""
    place: str = ""


NOBODY = Speaker()


class Block(NamedTuple):
    """Hold one span of a text (`start` inclusive, `end` exclusive, code points) and what it is.

    `printed` is the marker as it stands in the text, in the block that opens a turn or an article.  `headings` is the
    path of headings above the block.  `article` counts from 1 and 0 means none; `article_seq` counts the blocks of an
    article in reading order.  `continues` is the index of the block this one goes on from, -1 for none.
    `confidence` (0–1) says how sure kind and speaker are, `why` in a few words what they rest on.
    """

    kind: Kind
    start: int
    end: int
    speaker: Speaker = NOBODY
    printed: str = ""
    headings: tuple[str, ...] = ()
    article: int = 0
    article_seq: int = 0
    continues: int = -1
    confidence: float = 1.0
    why: str = ""


class SplitOptions(NamedTuple):
    """Say how to split: `convention` forces a family of markers, "" infers it from the document.

    Where a block's confidence is below `min_confidence` (0–1) its speaker is left empty.
    """

    convention: str = ""
    min_confidence: float = 0.5

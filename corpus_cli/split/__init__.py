"""Split a text into blocks: who speaks or writes, in which office, from which character to which.

The document's own convention of speaker markers is inferred (`convention`); where it has none, it is read as a page
of articles with bylines (`articles`).  Nothing is guessed: below `min_confidence` the speaker of a block is empty.
"""

from __future__ import annotations

from corpus_cli.split.blocks import NOBODY, Block, Kind, Speaker, SplitOptions
from corpus_cli.split.roster import People, Person, merged, speakers_found
from corpus_cli.split.splitting import split_text

__all__ = [
    "NOBODY",
    "Block",
    "Kind",
    "People",
    "Person",
    "Speaker",
    "SplitOptions",
    "merged",
    "speakers_found",
    "split_text",
]

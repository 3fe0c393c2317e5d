"""The words of a corpus in a file, for the rules that ask what the corpus itself writes."""

from __future__ import annotations

from corpus_cli.clean.lexicon import Lexicon
from corpus_cli.errors import BadInput
from corpus_cli.wire.rows import read_object


def read_lexicon(name: str) -> Lexicon:
    """Return the lexicon that a file holds.

    Raises BadInput where it holds something else.
    """
    words = read_object(name).get("words")
    if not isinstance(words, dict) or not all(isinstance(count, int) for count in words.values()):
        raise BadInput("it is no lexicon", where=name, remedy="Make one with `corpus clean --learn FILE`.")
    return Lexicon(words)

"""The words of a corpus in a file, for the rules that ask what the corpus itself writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import orjson

from corpus_cli.clean import Lexicon, learn
from corpus_cli.errors import BadInput, BadRecord
from corpus_cli.ingest import find_inputs
from corpus_cli.pipeline.sources import source_lines
from corpus_cli.wire.records import Keys, decode
from corpus_cli.wire.rows import read_object
from corpus_cli.wire.streams import writing


def read_lexicon(name: str) -> Lexicon:
    """Return the lexicon that a file holds.

    Raises BadInput where it holds something else.
    """
    words = read_object(name).get("words")
    if not isinstance(words, dict) or not all(isinstance(count, int) for count in words.values()):
        raise BadInput("it is no lexicon", where=name, remedy="Make one with `corpus clean --learn FILE`.")
    return Lexicon(words)


def learn_lexicon(inputs: Sequence[str], keys: Keys, encoding: str, name: str) -> Lexicon:
    """Learn the words of all inputs, write them to a file and return them; lines that are no records are passed over.

    Raises BadInput for standard input, which can be read only once.
    """
    found = find_inputs(inputs)
    if any(item.path == "-" for item in found):
        raise BadInput("words cannot be learnt from standard input", remedy="Name the files: they are read twice.")
    lexicon = learn(_texts(inputs, keys, encoding))
    with writing(name) as stream:
        stream.write(orjson.dumps({"words": dict(lexicon.words)}, option=orjson.OPT_APPEND_NEWLINE))
    return lexicon


def _texts(inputs: Sequence[str], keys: Keys, encoding: str) -> Iterator[str]:
    for raw in source_lines(find_inputs(inputs), encoding):
        if raw.line:
            try:
                yield decode(raw.line, raw.source, raw.number, keys).text
            except BadRecord:
                # The run itself stops at this line, or sets it aside with its reason.
                continue

"""What a corpus shows of itself in a file: its words and the heads of its pages, for the rules that ask for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TypeGuard

import orjson

from corpus_cli.clean import Heads, Lexicon, learn
from corpus_cli.errors import BadInput, BadRecord
from corpus_cli.ingest import Input, find_inputs
from corpus_cli.pipeline.output import check_outputs
from corpus_cli.pipeline.sources import source_lines
from corpus_cli.wire.records import Keys, decode
from corpus_cli.wire.rows import read_object
from corpus_cli.wire.streams import writing


def read_lexicon(name: str) -> Lexicon:
    """Return the lexicon that a file holds.

    Raises BadInput where it holds something else.
    """
    row = read_object(name)
    words = row.get("words")
    top, bottom = _read_heads(row.get("top", {})), _read_heads(row.get("bottom", {}))
    if not _are_counts(words) or top is None or bottom is None:
        raise BadInput("it is no lexicon", where=name, remedy="Make one with `corpus clean --learn FILE`.")
    return Lexicon(words, top, bottom)


def learn_lexicon(inputs: Sequence[str], keys: Keys, encoding: str, name: str) -> Lexicon:
    """Learn the words and heads of all inputs, write them to a file and return them; bad lines are passed over.

    Raises BadInput for standard input, which can be read only once, and WrongCall where the file is one of the inputs.
    """
    found = find_inputs(inputs)
    if any(item.path == "-" for item in found):
        raise BadInput("words cannot be learnt from standard input", remedy="Name the files: they are read twice.")
    check_outputs({"learn": name}, [item.path for item in found])
    lexicon = learn(_texts(found, keys, encoding))
    with writing(name) as stream:
        row = {"words": dict(lexicon.words), "top": asdict(lexicon.top), "bottom": asdict(lexicon.bottom)}
        stream.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))
    return lexicon


def _are_counts(words: object) -> TypeGuard[dict[str, int]]:
    return isinstance(words, dict) and all(isinstance(count, int) for count in words.values())


def _read_heads(row: object) -> Heads | None:
    """Return what a file holds of one edge of pages, None where it is something else; what is missing is empty."""
    if not isinstance(row, dict):
        return None
    letters, pages, openings = (row.get(key, []) for key in ("letters", "pages", "openings"))
    if not all(isinstance(part, list) for part in (letters, pages, openings)):
        return None
    if not all(isinstance(word, str) for word in (*letters, *openings)):
        return None
    if not all(isinstance(run, list) and [type(number) for number in run] == [int, int] for run in pages):
        return None
    return Heads(tuple(letters), tuple((first, last) for first, last in pages), tuple(openings))


def _texts(inputs: Sequence[Input], keys: Keys, encoding: str) -> Iterator[str]:
    for raw in source_lines(inputs, encoding):
        if raw.line:
            try:
                yield decode(raw.line, raw.source, raw.number, keys).text
            except BadRecord:
                # The run itself stops at this line, or sets it aside with its reason.
                continue

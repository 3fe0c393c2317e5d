"""What the stages would do to one text, and why: the answers behind `corpus explain`."""

from __future__ import annotations

from typing import NamedTuple

from corpus_cli.clean import RULES, Cleaned, clean_texts, cleaner
from corpus_cli.clean.rule import Profile
from corpus_cli.errors import BadRecord
from corpus_cli.ledger import Edit
from corpus_cli.pipeline.sources import source_rows
from corpus_cli.wire.records import Keys, decode

CONTEXT = 12


class Reason(NamedTuple):
    """Hold one edit with some of the text around it and what its rule (or rules) is for."""

    edit: Edit
    left: str
    right: str
    why: str


class Explanation(NamedTuple):
    """Hold a text, what it would become, and the reason of every edit."""

    text: str
    cleaned: str
    reasons: tuple[Reason, ...]


def text_of(data: bytes, keys: Keys) -> str:
    """Return the text of one JSONL record, or the bytes as UTF-8 text where they are no record.

    Raises BadRecord where the bytes are neither.
    """
    if data.lstrip()[:1] == b"{":
        return decode(data.strip(), "stdin", 1, keys).text
    try:
        return data.decode("utf-8").removesuffix("\n")
    except UnicodeDecodeError as error:
        raise BadRecord(f"byte {error.start} is no UTF-8", where="stdin", remedy="Convert it to UTF-8.") from error


def given_text(argument: str) -> str:
    """Return a text given on the command line, or that of the file named behind `@`."""
    if not argument.startswith("@"):
        return argument
    return "".join(row["text"] for row in source_rows((argument[1:],)))


def explain_text(text: str, profile: Profile = "safe") -> Explanation:
    """Return what `clean` would make of a text, with the reason of every edit."""
    made: Cleaned = clean_texts([text], cleaner(profile))[0]
    summaries = {rule.name: rule.summary for rule in RULES}
    reasons = (
        Reason(
            edit,
            text[max(0, edit.start - CONTEXT) : edit.start],
            text[edit.end : edit.end + CONTEXT],
            " Then: ".join(summaries[name] for name in edit.rule.split("+")),
        )
        for edit in made.edits
    )
    return Explanation(text, made.text, tuple(reasons))

"""What can go wrong, said so that a person can mend it: where, what, and what to do."""

from __future__ import annotations


class CorpusError(Exception):
    """Stop with one line: where it happened, what is wrong, what to do about it.

    `exit_code` is what the shell sees: 1 for trouble with the data, 2 for a wrong call.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        """Join the parts as `where: what. remedy`."""
        place = f"{self.where}: " if self.where else ""
        advice = f" {self.remedy}" if self.remedy else ""
        return f"{place}{self.what.rstrip('.')}.{advice}"


class BadRecord(CorpusError):
    """Say that one line of the input is no record; `--rejects` can set it aside."""


class BadInput(CorpusError):
    """Say that a whole input cannot be read."""


class BadOutput(CorpusError):
    """Say that an output cannot be written."""


class LedgerMismatch(CorpusError):
    """Say that edits do not belong to the text they are applied to."""


class BooksDoNotBalance(CorpusError):
    """Say that records were lost between reading and writing, which is a fault of the program."""


class WrongCall(CorpusError):
    """Say that options or arguments cannot be used as given."""

    exit_code = 2

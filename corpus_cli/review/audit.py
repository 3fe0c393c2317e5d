"""Prove from the files of a run alone that nothing was lost, or name the first place where something was."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus_cli.errors import CorpusError
from corpus_cli.review.chain import characters_of_blocks, characters_of_cleaning, characters_of_dedupe
from corpus_cli.review.digests import Inputs, counts_agree, inputs_accounted_for, inputs_unchanged, outputs_unchanged
from corpus_cli.review.folder import RunFolder


@dataclass(frozen=True, slots=True)
class Check:
    """Hold one thing that was proved, or the place where it failed.

    `seen` says how much was looked at, in `unit`s; `skipped` what could not be looked at and why.
    """

    name: str
    unit: str
    seen: int = 0
    skipped: tuple[str, ...] = ()
    fault: CorpusError | None = None


@dataclass(frozen=True, slots=True)
class AuditResult:
    """Hold all checks of an audit in the order they were made."""

    checks: tuple[Check, ...]

    @property
    def fault(self) -> CorpusError | None:
        """Return the first place where something was lost or altered, or None."""
        return next((check.fault for check in self.checks if check.fault), None)

    @property
    def ok(self) -> bool:
        """Tell whether everything was proved."""
        return self.fault is None


@dataclass(slots=True)
class Count:
    """Count what a check has looked at, and note what it had to leave out."""

    seen: int = 0
    skipped: tuple[str, ...] = ()


_CHECKS: tuple[tuple[str, str, Callable[[RunFolder, Inputs, Count], None]], ...] = (
    ("every text of the inputs is a document or was set aside", "characters", inputs_accounted_for),
    ("every character that cleaning took or put stands in an edit", "characters", characters_of_cleaning),
    ("every character that dedupe took stands in a removed paragraph", "characters", characters_of_dedupe),
    ("every character that was left stands in exactly one block", "characters", characters_of_blocks),
    ("the counts of the manifest are those of the files", "counts", counts_agree),
    ("the inputs are the files that were read", "bytes", inputs_unchanged),
    ("the outputs are the files that were written", "bytes", outputs_unchanged),
)


def audit(folder: Path, inputs: Sequence[str] = ()) -> AuditResult:
    """Return what the files of a run folder prove.

    A character of an input is accounted for when it stands in an output block, in a removed paragraph, in the
    `before` of an edit, or in a line set aside.  Reads each file once per check and holds one document at a time
    (and the removed paragraphs).  `inputs` are the files or folders that were given to the run; left out, they are
    looked for under their names, and what is not here is named in `skipped`.  Raises BadInput where the folder has
    no readable manifest.
    """
    run = RunFolder(folder)
    _ = run.manifest
    return AuditResult(tuple(_made(run, Inputs(inputs))))


def _made(run: RunFolder, inputs: Inputs) -> Iterator[Check]:
    for name, unit, check in _CHECKS:
        count = Count()
        fault: CorpusError | None = None
        try:
            check(run, inputs, count)
        except CorpusError as error:
            fault = error
        yield Check(name, unit, count.seen, count.skipped, fault)

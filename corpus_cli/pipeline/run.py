"""The whole chain into a folder: documents, cleaned, deduped, blocks, ledgers, manifest and report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from corpus_cli.errors import BadOutput, WrongCall
from corpus_cli.ingest import find_inputs
from corpus_cli.pipeline.chain import Chain
from corpus_cli.pipeline.checkpoint import STATE
from corpus_cli.pipeline.manifest import MANIFEST, write_manifest
from corpus_cli.pipeline.plan import NAMES, RunOptions, check_plan
from corpus_cli.pipeline.progress import Bar, no_bar
from corpus_cli.review.report import write_report
from corpus_cli.wire.rows import read_object

REPORT = "report.html"


class RunResult(NamedTuple):
    """Hold the manifest of a run; `fresh` is False where the folder was finished before and nothing was done."""

    manifest: dict[str, Any]
    fresh: bool

    @property
    def rejected(self) -> int:
        """Return the number of lines that were set aside."""
        return int(self.manifest["counts"]["ingest"]["rejected"])


def run_folder(
    inputs: Sequence[str],
    folder: str,
    options: RunOptions | None = None,
    *,
    workers: int = 1,
    restart: bool = False,
    bar: Bar = no_bar,
) -> RunResult:
    """Run the chain over the inputs into a folder and return its manifest.

    After a crash the next call goes on at the last checkpoint; the bytes are the same.  A finished folder is left as
    it is.  Raises WrongCall where the folder was made with other options or inputs (unless `restart`), BadOutput
    where it holds files that are not of a run.
    """
    found = find_inputs(inputs)
    if any(item.path == "-" for item in found):
        raise WrongCall("a run reads files, not standard input", remedy="Write it to a file first.")
    place = Path(folder)
    if place.exists() and not place.is_dir():
        raise BadOutput("it is a file, a folder is needed", where=folder, remedy="Name another place.")
    chain = Chain(place, found, options or RunOptions(), workers, bar)
    if restart:
        _clear(place)
    if (place / MANIFEST).exists() and not (place / STATE).exists():
        finished = read_object(str(place / MANIFEST))
        check_plan(place, finished, chain.plan)
        return RunResult(finished, fresh=False)
    if place.exists() and not (place / STATE).exists() and any(place.iterdir()):
        raise BadOutput("the folder is not empty and was not made by a run", where=folder, remedy="Name a new folder.")
    place.mkdir(parents=True, exist_ok=True)
    return RunResult(_finished(chain), fresh=True)


def _finished(chain: Chain) -> dict[str, Any]:
    """Run the chain, write manifest and report, and clear the state."""
    values = chain.run()
    write_manifest(chain.folder, values)
    write_report(chain.folder)
    chain.work.clear()
    return values


def _clear(folder: Path) -> None:
    """Remove what a run made, and nothing else."""
    for name in (*NAMES, *(f".{name}.part" for name in NAMES), MANIFEST, STATE, REPORT):
        (folder / name).unlink(missing_ok=True)

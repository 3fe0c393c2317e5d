"""The whole chain into a folder: documents, cleaned, deduped, blocks, ledgers, manifest and report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from corpus_cli.errors import BadOutput, WrongCall
from corpus_cli.ingest import Input, find_inputs
from corpus_cli.pipeline.chain import Chain
from corpus_cli.pipeline.checkpoint import STATE
from corpus_cli.pipeline.manifest import MANIFEST, PROGRAM, write_manifest
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
    place = Path(folder)
    _check_inputs(found, place)
    _check_folder(place)
    chain = Chain(place, found, options or RunOptions(), workers, bar)
    if restart:
        _clear(place)
    if (place / MANIFEST).exists() and not (place / STATE).exists():
        finished = read_object(str(place / MANIFEST))
        check_plan(place, finished, chain.plan)
        _check_outputs(place, finished)
        return RunResult(finished, fresh=False)
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadOutput(f"the folder cannot be made ({error.strerror})", where=folder) from error
    return RunResult(_finished(chain), fresh=True)


def _check_inputs(inputs: Sequence[Input], folder: Path) -> None:
    if any(item.path == "-" for item in inputs):
        raise WrongCall("a run reads files, not standard input", remedy="Write it to a file first.")
    for item in inputs:
        if folder.resolve() in Path(item.path).resolve().parents:
            raise WrongCall("the input stands in the folder of the run", where=item.path, remedy="Name another folder.")


def _check_folder(folder: Path) -> None:
    """Raise BadOutput where the folder is none, or holds files and was not made by a run."""
    if folder.exists() and not folder.is_dir():
        raise BadOutput("it is a file, a folder is needed", where=str(folder), remedy="Name another place.")
    if folder.exists() and any(folder.iterdir()) and not _is_run(folder):
        raise BadOutput(
            "the folder is not empty and was not made by a run", where=str(folder), remedy="Name a new folder."
        )


def _is_run(folder: Path) -> bool:
    if (folder / STATE).exists():
        return True
    manifest = folder / MANIFEST
    return manifest.exists() and read_object(str(manifest)).get("program") == PROGRAM


def _check_outputs(folder: Path, finished: dict[str, Any]) -> None:
    """Raise BadOutput where a file of a finished run is gone or has another size."""
    for row in finished["outputs"]:
        path = folder / row["name"]
        if not path.exists() or path.stat().st_size != row["bytes"]:
            what = "is gone" if not path.exists() else "was changed after the run"
            raise BadOutput(f"the file {what}", where=str(path), remedy="Give --restart to do the run anew.")


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

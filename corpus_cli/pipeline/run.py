"""The whole chain into a folder: documents, cleaned, deduped, blocks, with ledgers, manifest and checkpoints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from corpus_cli import __version__
from corpus_cli.clean import cleaner
from corpus_cli.dedupe import DedupeOptions
from corpus_cli.errors import BadOutput, WrongCall
from corpus_cli.ingest import Input, find_inputs
from corpus_cli.pipeline.books import Books
from corpus_cli.pipeline.checkpoint import CHUNKS_BETWEEN, STATE, Workshop
from corpus_cli.pipeline.chunks import Chunk, chunked
from corpus_cli.pipeline.cleaning import CleanSetup
from corpus_cli.pipeline.deduping import dedupe_into
from corpus_cli.pipeline.manifest import MANIFEST, input_rows, manifest, write_manifest
from corpus_cli.pipeline.output import Output
from corpus_cli.pipeline.passing import pass_chunk
from corpus_cli.pipeline.progress import Bar, no_bar
from corpus_cli.pipeline.sources import source_lines, total_bytes
from corpus_cli.pipeline.splitting import SplitSetup
from corpus_cli.pipeline.stream import Rejecting, Stage, run_stage
from corpus_cli.pipeline.trails import with_trails
from corpus_cli.split import SplitOptions
from corpus_cli.wire.lines import RawLine
from corpus_cli.wire.records import Keys
from corpus_cli.wire.rows import read_object, read_rows

FILES = {
    "ingest": ("documents.jsonl", "rejects.jsonl"),
    "clean": ("cleaned.jsonl", "edits.jsonl"),
    "dedupe": ("deduped.jsonl", "removed.jsonl", "cuts.jsonl", "near_misses.jsonl"),
    "split": ("blocks.jsonl",),
}
ROLES = {
    "documents.jsonl": "main",
    "cleaned.jsonl": "main",
    "deduped.jsonl": "main",
    "blocks.jsonl": "main",
    "near_misses.jsonl": "near-misses",
}
LEFT_TO_DEDUPE = ("repeated-paragraphs",)


@dataclass(frozen=True, slots=True)
class RunOptions:
    """Hold the options of a run, in plain values that the manifest can state."""

    profile: str = "safe"
    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    keep_furniture: bool = False
    unit: str = "paragraph"
    threshold: float = 80.0
    keep: str = "best"
    scope: str = "corpus"
    convention: str = ""
    min_confidence: float = 0.5
    text_key: str = "text"
    id_key: str = "id"
    spans: str = "pages"
    encoding: str = ""


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
    options = options or RunOptions()
    found = find_inputs(inputs)
    if any(item.path == "-" for item in found):
        raise WrongCall("a run reads files, not standard input", remedy="Write it to a file first.")
    place = Path(folder)
    chain = _Chain(place, found, options, workers, bar)
    if restart:
        _clear(place)
    finished = _finished(place, chain.plan)
    if finished is not None:
        return RunResult(finished, fresh=False)
    _check_folder(place)
    place.mkdir(parents=True, exist_ok=True)
    return RunResult(chain.run(), fresh=True)


def _finished(folder: Path, plan: dict[str, Any]) -> dict[str, Any] | None:
    if not (folder / MANIFEST).exists():
        return None
    values = read_object(str(folder / MANIFEST))
    _check_plan(folder, values, plan)
    return values


def _check_plan(folder: Path, saved: dict[str, Any], plan: dict[str, Any]) -> None:
    """Raise WrongCall where a run was made with another plan, and say what differs."""
    changed = [name for name in plan if saved.get(name) != plan[name]]
    if not changed:
        return
    details = ", ".join(changed)
    if changed == ["options"]:
        old, new = saved.get("options", {}), plan["options"]
        details = ", ".join(f"{key} {old.get(key)!r} → {new[key]!r}" for key in new if old.get(key) != new[key])
    raise WrongCall(
        f"this folder was made with other {'options' if changed == ['options'] else 'inputs, rules or options'} "
        f"({details})",
        where=str(folder),
        remedy="Name another folder, or give --restart to do it anew.",
    )


def _check_folder(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise BadOutput("it is a file, a folder is needed", where=str(folder), remedy="Name another place.")
    if folder.exists() and not (folder / STATE).exists() and any(folder.iterdir()):
        raise BadOutput(
            "the folder is not empty and was not made by a run", where=str(folder), remedy="Name a new folder."
        )


def _clear(folder: Path) -> None:
    """Remove what a run made, and nothing else."""
    names = [name for stage in FILES.values() for name in stage]
    for name in (*names, *(f".{name}.part" for name in names), MANIFEST, STATE, "report.html"):
        (folder / name).unlink(missing_ok=True)


class _Chain:
    """Run the stages one after the other, each from the file that the one before it wrote."""

    def __init__(self, folder: Path, inputs: Sequence[Input], options: RunOptions, workers: int, bar: Bar) -> None:
        self.folder, self.inputs, self.options = folder, inputs, options
        self.workers, self.bar = workers, bar
        self.keys = Keys(options.text_key, options.id_key)
        # Dedupe follows, and names the paragraph that a copy was made of.
        left = () if options.only else LEFT_TO_DEDUPE
        self.cleaner = cleaner(
            options.profile,  # type: ignore[arg-type]
            options.only,
            (*options.skip, *left),
            keep_furniture=options.keep_furniture,
        )
        self.plan = {
            "version": __version__,
            "options": orjson.loads(orjson.dumps(asdict(options))),
            "rules": list(self.cleaner.names),
            "inputs": input_rows(inputs),
        }
        self.work = Workshop(folder, self.plan)

    def run(self) -> dict[str, Any]:
        saved = self.work.load()
        if saved is not None:
            _check_plan(self.folder, saved, self.plan)
        self.work.save()
        books = {
            "ingest": self._stream("ingest", partial(pass_chunk, keys=self.keys), self._source_chunks, Rejecting(True)),
            "clean": self._stream("clean", self._clean_setup(), partial(self._chunks_of, "documents.jsonl")),
            "dedupe": self._dedupe(),
            "split": self._stream("split", self._split_setup(), self._traced_chunks),
        }
        names = [name for stage in FILES.values() for name in stage]
        values = manifest(self.plan, books, self.folder, names)
        write_manifest(self.folder, values)
        self.work.clear()
        return values

    def _clean_setup(self) -> CleanSetup:
        return CleanSetup(self.cleaner, self.keys, (self.options.spans,), "file")

    def _split_setup(self) -> SplitSetup:
        wishes = SplitOptions(self.options.convention, self.options.min_confidence)
        return SplitSetup(wishes, None, self.keys, self.options.spans)

    def _source_chunks(self, lines: int, records: int) -> Iterator[Chunk]:
        return _after(source_lines(self.inputs, self.options.encoding), lines, records)

    def _chunks_of(self, name: str, lines: int, records: int) -> Iterator[Chunk]:
        path = Input(str(self.folder / name), name, "jsonl")
        return _after(source_lines([path]), lines, records)

    def _traced_chunks(self, lines: int, records: int) -> Iterator[Chunk]:
        ledgers = [read_rows(str(self.folder / name)) for name in ("edits.jsonl", "cuts.jsonl")]
        return with_trails(self._chunks_of("deduped.jsonl", lines, records), ledgers, records)

    def _stream(
        self,
        stage: str,
        function: Stage,
        chunks: Callable[[int, int], Iterator[Chunk]],
        rejecting: Rejecting | None = None,
    ) -> Books:
        """Run a streaming stage from its last checkpoint to its end."""
        state = self.work.state(stage)
        books = Books.from_dict(state.books) if state.books else Books(stage)
        if not state.done:
            total = total_bytes(self.inputs) if stage == "ingest" else None
            roles = {name: ROLES.get(name, name.removesuffix(".jsonl")) for name in FILES[stage]}
            with self.work.growing(stage, FILES[stage]) as files, self.bar(stage, total) as progress:
                output = Output({roles[name]: stream for name, stream in files.streams.items()})
                source = chunks(state.lines, state.records)
                made = run_stage(
                    function,
                    source,
                    output,
                    books,
                    workers=self.workers,
                    rejecting=rejecting or Rejecting(),
                    progress=progress,
                )
                for number, item in enumerate(made, 1):
                    state.lines += item.size.lines
                    state.records += item.size.records
                    if number % CHUNKS_BETWEEN == 0:
                        state.books = books.as_dict()
                        self.work.checkpoint(stage, files)
                state.books = books.as_dict()
                self.work.checkpoint(stage, files)
        self.work.finish(stage, FILES[stage])
        return books

    def _dedupe(self) -> Books:
        """Run dedupe, which needs all records before it can write one: after a crash it starts anew."""
        state = self.work.state("dedupe")
        books = Books.from_dict(state.books) if state.books else Books("dedupe")
        if not state.done:
            state.lengths = {}
            wishes = DedupeOptions(
                unit=self.options.unit,  # type: ignore[arg-type]
                threshold=self.options.threshold,
                keep=self.options.keep,
                scope=self.options.scope,  # type: ignore[arg-type]
            )
            source = source_lines([Input(str(self.folder / "cleaned.jsonl"), "cleaned.jsonl", "jsonl")])
            with self.work.growing("dedupe", FILES["dedupe"]) as files, self.bar("dedupe", None) as progress:
                output = Output(
                    {ROLES.get(name, name.removesuffix(".jsonl")): stream for name, stream in files.streams.items()}
                )
                dedupe_into(output, source, wishes, self.keys, books, progress=progress)
                state.books = books.as_dict()
                self.work.checkpoint("dedupe", files)
        self.work.finish("dedupe", FILES["dedupe"])
        return books


def _after(lines: Iterable[RawLine], done: int, records: int) -> Iterator[Chunk]:
    """Yield the chunks behind the lines that are done."""
    return chunked(islice(lines, done, None), first=records + 1)

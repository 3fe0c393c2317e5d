"""The stages one after the other in a folder, each reading the file that the one before it wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from corpus_cli.dedupe import DedupeOptions
from corpus_cli.ingest import Input
from corpus_cli.pipeline.aside import Rejecting
from corpus_cli.pipeline.books import Books
from corpus_cli.pipeline.checkpoint import CHUNKS_BETWEEN, Workshop
from corpus_cli.pipeline.chunks import Chunk, chunked, limited
from corpus_cli.pipeline.cleaning import CleanSetup
from corpus_cli.pipeline.deciding import NO_DECISIONS, Decisions, sorted_out
from corpus_cli.pipeline.deduping import Rules, dedupe_into
from corpus_cli.pipeline.flow import read_people
from corpus_cli.pipeline.manifest import manifest
from corpus_cli.pipeline.output import Output
from corpus_cli.pipeline.passing import pass_chunk
from corpus_cli.pipeline.plan import FILES, LEARNT, NAMES, RunOptions, check_plan, chosen_rules, plan_of
from corpus_cli.pipeline.progress import Bar
from corpus_cli.pipeline.sources import source_lines, total_bytes
from corpus_cli.pipeline.splitting import SplitSetup
from corpus_cli.pipeline.stream import Stage, run_stage
from corpus_cli.pipeline.trails import with_trails
from corpus_cli.pipeline.words import learn_lexicon
from corpus_cli.review.decisions import read_decisions
from corpus_cli.split import SplitOptions
from corpus_cli.wire.lines import RawLine
from corpus_cli.wire.records import Keys
from corpus_cli.wire.rows import read_rows

ChunksFrom = Callable[[int, int], Iterator[Chunk]]
"""Gives the chunks behind so many lines and records that are done."""


class Chain:
    """Run the stages of a plan in a folder, each from its last checkpoint."""

    def __init__(self, folder: Path, inputs: Sequence[Input], options: RunOptions, workers: int, bar: Bar) -> None:
        self.folder, self.inputs, self.options = folder, inputs, options
        self.workers, self.bar = workers, bar
        self.keys = Keys(options.text_key, options.id_key)
        self.spans = (options.spans,) if options.spans else ()
        self.cleaner = chosen_rules(options)
        self.plan = plan_of(options, self.cleaner.names, inputs)
        self.work = Workshop(folder, self.plan)
        self.decisions = _decisions(options)

    def run(self) -> dict[str, Any]:
        """Run what is left to do and return the manifest."""
        saved = self.work.load()
        if saved is not None:
            check_plan(self.folder, saved, self.plan)
        self.work.save()
        aside = Rejecting(True, self.options.max_errors)
        books = {
            "ingest": self._stream("ingest", partial(pass_chunk, keys=self.keys), self._source_chunks, aside),
            "clean": self._stream("clean", self._clean_setup(), partial(self._chunks_of, "documents.jsonl")),
            "dedupe": self._dedupe(),
            "split": self._stream("split", self._split_setup(), self._traced_chunks),
        }
        values = manifest(self.plan, books, self.folder, NAMES)
        applied = (number for stage in books.values() for number in stage.tallies.get("decisions", ()))
        return {**values, "stale_decisions": self.decisions.stale(applied)}

    def _clean_setup(self) -> CleanSetup:
        chosen = self.cleaner
        if self.options.learn and not self.work.state("clean").done:
            documents = [str(self.folder / "documents.jsonl")]
            chosen = replace(chosen, lexicon=learn_lexicon(documents, self.keys, "", str(self.folder / LEARNT)))
        return CleanSetup(chosen, self.keys, self.spans, "file", self.decisions)

    def _split_setup(self) -> SplitSetup:
        wishes = SplitOptions(self.options.convention, self.options.min_confidence)
        people = read_people(self.options.people) if self.options.people else None
        return SplitSetup(wishes, people, self.keys, self.options.spans or "pages", self.decisions)

    def _source_chunks(self, lines: int, records: int) -> Iterator[Chunk]:
        return _after(limited(source_lines(self.inputs, self.options.encoding), self.options.limit), lines, records)

    def _lines_of(self, name: str) -> Iterator[RawLine]:
        return source_lines([Input(str(self.folder / name), name, "jsonl")])

    def _chunks_of(self, name: str, lines: int, records: int) -> Iterator[Chunk]:
        return _after(self._lines_of(name), lines, records)

    def _traced_chunks(self, lines: int, records: int) -> Iterator[Chunk]:
        ledgers = [read_rows(str(self.folder / name)) for name in ("edits.jsonl", "cuts.jsonl")]
        return with_trails(self._chunks_of("deduped.jsonl", lines, records), ledgers, records)

    def _stream(self, stage: str, function: Stage, chunks: ChunksFrom, rejecting: Rejecting | None = None) -> Books:
        """Run a streaming stage from its last checkpoint to its end."""
        state = self.work.state(stage)
        books = Books.from_dict(state.books) if state.books else Books(stage)
        if not state.done:
            total = total_bytes(self.inputs) if stage == "ingest" else self._size_before(stage)
            with self.work.growing(stage, FILES[stage]) as files, self.bar(stage, total) as progress:
                made = run_stage(
                    function,
                    chunks(state.lines, state.records),
                    _by_role(files),
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
            rules = Rules(self._dedupe_options(), keys=self.keys, spans=self.spans, decisions=self.decisions)
            total = self._size_before("dedupe")
            with self.work.growing("dedupe", FILES["dedupe"]) as files:
                lines = self._lines_of("cleaned.jsonl")
                dedupe_into(_by_role(files), lines, rules, books, bar=self.bar, total=total)
                state.books = books.as_dict()
                self.work.checkpoint("dedupe", files)
        self.work.finish("dedupe", FILES["dedupe"])
        return books

    def _dedupe_options(self) -> DedupeOptions:
        return DedupeOptions(
            unit=self.options.unit,  # type: ignore[arg-type]
            threshold=self.options.threshold,
            keep=self.options.keep,
            scope=self.options.scope,  # type: ignore[arg-type]
            workers=self.workers,
        )

    def _size_before(self, stage: str) -> int:
        """Return the size of the file that a stage reads."""
        stages = list(FILES)
        return (self.folder / FILES[stages[stages.index(stage) - 1]][0]).stat().st_size


def _by_role(files: Output) -> Output:
    """Return the streams under the names that stages write to: a stage's first file is "main"."""
    mains = {names[0] for names in FILES.values()}
    roles = {name: "main" if name in mains else name.removesuffix(".jsonl").replace("_", "-") for name in files.streams}
    return Output({roles[name]: stream for name, stream in files.streams.items()})


def _decisions(options: RunOptions) -> Decisions:
    return sorted_out(read_decisions(Path(options.decisions))) if options.decisions else NO_DECISIONS


def _after(lines: Iterator[RawLine], done: int, records: int) -> Iterator[Chunk]:
    """Yield the chunks behind the lines that are done."""
    return chunked(islice(lines, done, None), first=records + 1)

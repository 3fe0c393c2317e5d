"""Make a long stage survive a crash: unfinished outputs are cut back to the last checkpoint and go on from there."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, cast

import orjson

from corpus_cli.pipeline.output import Output
from corpus_cli.wire.rows import read_object
from corpus_cli.wire.streams import writing

STATE = ".state.json"
CHUNKS_BETWEEN = 4


@dataclass(slots=True)
class StageState:
    """Hold how far a stage came: raw lines dealt with, length of each output in bytes, its books; `done` at its end."""

    lines: int = 0
    records: int = 0
    lengths: dict[str, int] = field(default_factory=dict)
    books: dict[str, Any] = field(default_factory=dict)
    done: bool = False


class Workshop:
    """Keep the unfinished files of a run folder and the state that tells how far they are good.

    Files grow as `.NAME.part` and get their names when their stage is done.
    """

    def __init__(self, folder: Path, plan: Mapping[str, Any]) -> None:
        self.folder = folder
        self.plan = dict(plan)
        self.stages: dict[str, StageState] = {}

    @property
    def state_file(self) -> Path:
        """Return the file that tells how far the run came."""
        return self.folder / STATE

    def load(self) -> dict[str, Any] | None:
        """Take up the state of an unfinished run and return the plan it was made with, None where there is none."""
        if not self.state_file.exists():
            return None
        saved = read_object(str(self.state_file))
        self.stages = {name: StageState(**values) for name, values in saved["stages"].items()}
        return cast("dict[str, Any]", saved["plan"])

    def save(self) -> None:
        """Write the state, whole or not at all."""
        stages = {name: _plain(state) for name, state in self.stages.items()}
        with writing(str(self.state_file)) as stream:
            stream.write(orjson.dumps({"plan": self.plan, "stages": stages}))

    def state(self, stage: str) -> StageState:
        """Return how far a stage came."""
        return self.stages.setdefault(stage, StageState())

    @contextmanager
    def growing(self, stage: str, names: Sequence[str]) -> Iterator[Output]:
        """Open a stage's files for going on, cut back to the last checkpoint."""
        lengths = self.state(stage).lengths
        with ExitStack() as stack:
            streams = {name: stack.enter_context(self._opened(name, lengths.get(name, 0))) for name in names}
            yield Output(streams)

    def checkpoint(self, stage: str, output: Output) -> None:
        """Make sure that all bytes written are on the disk, then note their number."""
        state = self.state(stage)
        for name, stream in output.streams.items():
            stream.flush()
            os.fsync(stream.fileno())
            state.lengths[name] = stream.tell()
        self.save()

    def finish(self, stage: str, names: Sequence[str]) -> None:
        """Give a stage's files their names; after a crash in between, the next call does the rest."""
        self.state(stage).done = True
        self.save()
        for name in names:
            if self._part(name).exists():
                self._part(name).replace(self.folder / name)

    def clear(self) -> None:
        """Remove the state; the run is over."""
        self.state_file.unlink(missing_ok=True)

    def _part(self, name: str) -> Path:
        return self.folder / f".{name}.part"

    @contextmanager
    def _opened(self, name: str, length: int) -> Iterator[BinaryIO]:
        part = self._part(name)
        part.touch()
        with part.open("r+b") as stream:
            stream.truncate(length)
            stream.seek(length)
            yield stream


def _plain(state: StageState) -> dict[str, Any]:
    return {name: getattr(state, name) for name in StageState.__slots__}

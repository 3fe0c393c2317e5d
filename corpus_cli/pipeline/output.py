"""Where a stage's rows go: its files, opened together so that they appear together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from corpus_cli.errors import WrongCall
from corpus_cli.wire.streams import STANDARD, writing


@dataclass(slots=True)
class Output:
    """Hold open streams by name ("main", "edits", "removed", "rejects" …); what has no stream is not written."""

    streams: dict[str, BinaryIO] = field(default_factory=dict)

    def write(self, name: str, data: bytes) -> None:
        """Write bytes to a stream if the caller asked for it."""
        if data and name in self.streams:
            self.streams[name].write(data)

    def wants(self, name: str) -> bool:
        """Tell whether a stream is open."""
        return name in self.streams


@contextmanager
def opened(names: Mapping[str, str], inputs: Iterable[str] = ()) -> Iterator[Output]:
    """Open all outputs that have a file name; they appear whole when the block ends well, else none does.

    Raises WrongCall where two outputs would be the same file, or where one would replace an input.
    """
    wanted = {name: path for name, path in names.items() if path}
    check_outputs(wanted, inputs)
    with ExitStack() as stack:
        yield Output({name: stack.enter_context(writing(path)) for name, path in wanted.items()})


def check_outputs(names: Mapping[str, str], inputs: Iterable[str] = ()) -> None:
    """Raise WrongCall where two outputs would be the same file, or where one would replace an input."""
    read = {_place(path) for path in inputs if path != STANDARD}
    seen: dict[str, str] = {}
    for name, path in names.items():
        place = _place(path)
        if place in seen:
            raise WrongCall(f"{path!r} is named for two outputs ({seen[place]} and {name})", remedy="Name two files.")
        if place in read:
            raise WrongCall(f"output {path!r} would replace an input", remedy="Name another file; keep the original.")
        if path == STANDARD or Path(path).is_file() or not Path(path).exists():
            seen[place] = name


def _place(path: str) -> str:
    return STANDARD if path == STANDARD else str(Path(path).resolve())

"""How a long run tells that it goes on; the library shows nothing, a caller may give a bar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TypeAlias

Progress: TypeAlias = Callable[[int], None]
"""Takes the number of bytes (or units) that were just dealt with."""

Bar: TypeAlias = Callable[[str, "int | None"], AbstractContextManager[Progress]]
"""Opens a bar for a named piece of work of a known or unknown total."""


@contextmanager
def no_bar(name: str, total: int | None) -> Iterator[Progress]:
    """Open a bar that shows nothing."""

    def silent(_: int) -> None:
        return

    yield silent

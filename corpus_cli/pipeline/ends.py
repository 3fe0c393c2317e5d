"""The two ends of one call: where records come from and where they go, the same for every stage."""

from __future__ import annotations

from dataclasses import dataclass

from corpus_cli.pipeline.progress import Bar, no_bar
from corpus_cli.wire.records import PLAIN_KEYS, Keys


@dataclass(frozen=True, slots=True)
class Flow:
    """Say where records come from and go to, the same for every stage.

    `inputs` are files, folders, globs or `-`; `output`, `rejects` and `stats` are file names ("" for none).  `limit`
    ends after so many records, `max_errors` after so many lines set aside (0: no bound).
    """

    inputs: tuple[str, ...] = ("-",)
    output: str = "-"
    keys: Keys = PLAIN_KEYS
    workers: int = 1
    limit: int = 0
    rejects: str = ""
    max_errors: int = 0
    stats: str = ""
    encoding: str = ""
    bar: Bar = no_bar

"""What a run is to do: its options in plain values, its files, and whether a folder was made by the same plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import orjson

from corpus_cli import __version__
from corpus_cli.clean import Cleaner, cleaner
from corpus_cli.dedupe import DedupeOptions
from corpus_cli.errors import WrongCall
from corpus_cli.ingest import Input
from corpus_cli.pipeline.manifest import digest, input_rows

FILES = {
    "ingest": ("documents.jsonl", "rejects.jsonl"),
    "clean": ("cleaned.jsonl", "edits.jsonl"),
    "dedupe": ("deduped.jsonl", "removed.jsonl", "cuts.jsonl", "near_misses.jsonl", "boilerplate.jsonl"),
    "split": ("blocks.jsonl",),
}
"""The files of each stage; the first one is what the next stage reads."""

LEARNT = "lexicon.json"
"""What a run that learns found in its documents."""

NAMES = (*(name for names in FILES.values() for name in names), LEARNT)

LEFT_TO_DEDUPE = ("repeated-paragraphs",)
"""Rules of cleaning that a run leaves out: dedupe follows, and names the paragraph that a copy was made of."""


@dataclass(frozen=True, slots=True)
class RunOptions:
    """Hold the options of a run, in plain values that the manifest can state."""

    profile: str = "safe"
    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    keep_furniture: bool = False
    lexicon: str = ""
    learn: bool = False
    unit: str = "paragraph"
    threshold: float = DedupeOptions().threshold
    keep: str = "best"
    scope: str = "corpus"
    people: str = ""
    convention: str = ""
    min_confidence: float = 0.5
    decisions: str = ""
    text_key: str = "text"
    id_key: str = "id"
    spans: str = ""
    encoding: str = ""
    limit: int = 0
    max_errors: int = 0

    @property
    def given_files(self) -> tuple[str, ...]:
        """Return the files that the options name, whose contents are part of the plan."""
        return tuple(name for name in (self.lexicon, self.people, self.decisions) if name)


def plan_of(options: RunOptions, rules: Sequence[str], inputs: Sequence[Input]) -> dict[str, Any]:
    """Return what decides the bytes of a run: version, options, rules, and digests of all that is read.

    Raises BadInput where a file cannot be read.
    """
    return {
        "version": __version__,
        "options": orjson.loads(orjson.dumps(asdict(options))),
        "rules": list(rules),
        "inputs": input_rows(inputs),
        "given": {name: digest(Path(name)) for name in options.given_files},
    }


def chosen_rules(options: RunOptions) -> Cleaner:
    """Return the choice of cleaning rules that a run applies."""
    from corpus_cli.pipeline.words import read_lexicon

    left = () if options.only else LEFT_TO_DEDUPE
    return cleaner(
        options.profile,  # type: ignore[arg-type]
        options.only,
        (*options.skip, *left),
        lexicon=read_lexicon(options.lexicon) if options.lexicon else None,
        keep_furniture=options.keep_furniture,
    )


def check_plan(folder: Path, saved: dict[str, Any], plan: dict[str, Any]) -> None:
    """Raise WrongCall where a folder was made by another plan, and say what differs."""
    changed = [name for name in plan if saved.get(name) != plan[name]]
    if not changed:
        return
    details = ", ".join(changed)
    if changed == ["options"]:
        old, new = saved["options"], plan["options"]
        details = ", ".join(f"{key} {old.get(key)!r} → {new[key]!r}" for key in new if old.get(key) != new[key])
    kinds = "options" if changed == ["options"] else "inputs, rules or options"
    raise WrongCall(
        f"this folder was made with other {kinds} ({details})",
        where=str(folder),
        remedy="Name another folder, or give --restart to do it anew.",
    )

"""Say how near-duplicates are to be found, removed, and which copy is kept."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, get_args

from corpus_cli.errors import WrongCall

Unit = Literal["paragraph", "sentence", "record"]
Scope = Literal["corpus", "document"]
Mode = Literal["drop", "annotate"]

# Below this many folded characters two texts are alike by chance; they are compared exactly or not at all.
SHORT = 15


@dataclass(frozen=True, slots=True)
class DedupeOptions:
    """Hold the settings of one run.

    `threshold` is a floor under the score (0-100) of a pair that the verdict takes; the verdict itself decides.
    `keep` names the policy that chooses the copy that stays: best, first, longest or field:NAME. `short` removes
    exact copies of texts under 15 folded characters (the speaker not counted) too; `passages` removes units that
    fill only a small part of a kept one. `near_misses` is how many of the closest pairs that were not taken are
    listed. `search` is exact (all pairs), minhash, or auto by size.

    Raises WrongCall where a value is none of those.
    """

    unit: Unit = "paragraph"
    threshold: float = 50.0
    keep: str = "best"
    scope: Scope = "corpus"
    mode: Mode = "drop"
    short: bool = False
    passages: bool = False
    near_misses: int = 1000
    search: Literal["auto", "exact", "minhash"] = "auto"
    workers: int = 1

    def __post_init__(self) -> None:
        """Refuse settings that mean nothing."""
        _one_of("unit", self.unit, get_args(Unit))
        _one_of("scope", self.scope, get_args(Scope))
        _one_of("mode", self.mode, get_args(Mode))
        _one_of("search", self.search, ("auto", "exact", "minhash"))
        if not self.keep.removeprefix("field:") or (":" not in self.keep and self.keep not in _POLICIES):
            _one_of("keep", self.keep, (*_POLICIES, "field:NAME"))
        if ":" in self.keep and not self.keep.startswith("field:"):
            _one_of("keep", self.keep, (*_POLICIES, "field:NAME"))
        if not 50 <= self.threshold <= 100:
            raise WrongCall(
                f"threshold {self.threshold:g} is not between 50 and 100", remedy="Give a score such as 80."
            )


_POLICIES = ("best", "first", "longest")


def _one_of(name: str, value: str, choices: tuple[str, ...]) -> None:
    """Raise WrongCall with the nearest choice where `value` is not one of them."""
    if value in choices:
        return
    near = get_close_matches(value, choices, n=1)
    advice = f"Did you mean {near[0]}?" if near else f"Choose one of {', '.join(choices)}."
    raise WrongCall(f"{name} {value!r} is not known", remedy=advice)

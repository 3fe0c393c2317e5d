"""What a rule of cleaning is: one fault of recognised text, described, proved by examples, and found as changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from inspect import getdoc
from sys import modules
from typing import Literal, NamedTuple

from corpus_cli.clean.lexicon import Lexicon
from corpus_cli.clean.signs import Need

Profile = Literal["safe", "full"]
BlankLines = Literal["keep", "collapse"]


class Change(NamedTuple):
    """Put `after` where the text has the code points from `start` to `end`."""

    start: int
    end: int
    after: str


@dataclass(frozen=True, slots=True)
class Page:
    """Hold what a rule may look at: the text as the rules before left it, and the caller's wishes."""

    text: str
    lexicon: Lexicon | None = None
    keep_furniture: bool = False
    blank_lines: BlankLines = "keep"


@dataclass(frozen=True, slots=True)
class Rule:
    """Name one fault and find it.

    `find` yields changes of a page, sorted and without overlap; it is pure, and the text it leaves holds nothing
    more for it to change.  `needs` are classes of signs (like the inside of a character class) and pairs of classes:
    in a text that does not meet each of them `find` finds nothing.  `gate` says for a text whether `find` can find
    anything: it may be wrong only by saying yes.  `gates` is the same for many texts in one go, where that is
    cheaper.  `changes` are pairs of faulty and repaired text; `stays` are look-alikes that must come out as they went
    in.  `profile` is "safe" where the measured harm is below 1 sound character in 10,000, else "full".  `lexicon` is
    what the corpus of the examples shows, where the rule needs one.
    """

    name: str
    profile: Profile
    find: Callable[[Page], Iterable[Change]]
    changes: tuple[tuple[str, str], ...]
    stays: tuple[str, ...]
    needs: tuple[Need, ...] = ()
    gate: Callable[[str], bool] | None = None
    gates: Callable[[Sequence[str]], Sequence[bool]] | None = None
    lexicon: Lexicon | None = None

    @property
    def manual(self) -> str:
        """Return the rule's page of the manual: the docstring of its module."""
        return getdoc(modules[self.find.__module__]) or ""

    @property
    def summary(self) -> str:
        """Return the first line of the manual."""
        return self.manual.partition("\n")[0]


def has(*literals: str) -> Callable[[str], bool]:
    """Return a gate that is open for texts with at least one of the given strings.

    >>> has("  ", "　")("a  b")
    True
    """
    return _AnyOf(literals)


@dataclass(frozen=True, slots=True)
class _AnyOf:
    """Test a text for any of some strings; a class, so that rules can be pickled."""

    literals: tuple[str, ...]

    def __call__(self, text: str) -> bool:
        return any(literal in text for literal in self.literals)

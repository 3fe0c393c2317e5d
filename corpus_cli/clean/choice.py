"""Which rules a caller wants, and with what wishes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import process

from corpus_cli.clean.lexicon import Lexicon
from corpus_cli.clean.order import RULES
from corpus_cli.clean.rule import BlankLines, Page, Profile, Rule
from corpus_cli.errors import WrongCall


@dataclass(frozen=True, slots=True)
class Cleaner:
    """Hold the names of the rules to apply, in their order, and the wishes that rules ask for."""

    names: tuple[str, ...]
    lexicon: Lexicon | None = None
    keep_furniture: bool = False
    blank_lines: BlankLines = "keep"

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Return the rules to apply, in their order; those that live by a lexicon are idle without one."""
        has_lexicon = self.lexicon is not None
        return tuple(rule for rule in RULES if rule.name in self.names and (has_lexicon or rule.lexicon is None))

    def page(self, text: str) -> Page:
        """Return a text with the wishes, as rules see it."""
        return Page(text, self.lexicon, self.keep_furniture, self.blank_lines)


def cleaner(
    profile: Profile = "safe",
    only: Iterable[str] = (),
    skip: Iterable[str] = (),
    *,
    lexicon: Lexicon | None = None,
    keep_furniture: bool = False,
    blank_lines: BlankLines = "keep",
) -> Cleaner:
    """Return the choice of rules: all of a profile, or those in `only`, less those in `skip`.

    Raises WrongCall for a rule, profile or wish that does not exist, with the nearest name that does.
    """
    _check("profile", profile, ("safe", "full"))
    _check("blank_lines", blank_lines, ("keep", "collapse"))
    wanted, unwanted = set(only), set(skip)
    for name in sorted(wanted | unwanted):
        _check("rule", name, [rule.name for rule in RULES])
    names = tuple(
        rule.name
        for rule in RULES
        if rule.name not in unwanted and (rule.name in wanted if wanted else rule.profile in ("safe", profile))
    )
    return Cleaner(names, lexicon, keep_furniture, blank_lines)


def _check(kind: str, name: str, known: Iterable[str]) -> None:
    """Raise WrongCall unless the name is known."""
    known = list(known)
    if name in known:
        return
    near = process.extractOne(name, known, score_cutoff=50)
    remedy = f"Did you mean {near[0]!r}?" if near else f"Known: {', '.join(known)}."
    raise WrongCall(f"there is no {kind} {name!r}", remedy=remedy)

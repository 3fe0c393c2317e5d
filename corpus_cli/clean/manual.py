"""The manual of the rules, made from the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus_cli.clean.order import REASONS, RULES
from corpus_cli.clean.rule import Rule


def table() -> str:
    """Return all rules in their order as a Markdown table: name, profile, summary."""
    rows = (f"| {n} | `{rule.name}` | {rule.profile} | {rule.summary} |" for n, rule in enumerate(RULES, 1))
    return "\n".join(("| | rule | profile | what it does |", "|-|-|-|-|", *rows))


def page(rule: Rule) -> str:
    """Return the manual of one rule: its docstring, the reason of its place, what it changes and what stays."""
    return "\n".join(_lines(rule))


def book(rules: Iterable[Rule] = RULES) -> str:
    """Return the manual of all rules in their order."""
    return "\n\n".join(page(rule) for rule in rules)


def _lines(rule: Rule) -> Iterator[str]:
    yield f"## {rule.name} ({rule.profile})"
    yield ""
    yield rule.manual
    yield ""
    yield f"Place in the order: {REASONS[rule.name]}"
    yield ""
    yield "Changes:"
    yield from (f"    {before!r} → {after!r}" for before, after in rule.changes)
    yield "Stays:"
    yield from (f"    {text!r}" for text in rule.stays)

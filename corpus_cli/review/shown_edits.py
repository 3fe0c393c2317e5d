"""Choose the edits that the page shows, and set each in its context."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from corpus_cli.review.books import Ledger
from corpus_cli.review.diff import differences
from corpus_cli.review.folder import Row, RunFolder
from corpus_cli.review.limits import Limits, Names, Spread, quotas


def shown_edits(run: RunFolder, ledger: Ledger, names: Names, limits: Limits) -> dict[str, Any]:
    """Return columns of edits: rule, document, place, before, after, context, and where both sides differ.

    `made` lists the rules that made an edit together; `rule` is a number in that list.  `cut` names edits too
    long to be shown whole.

    Where there are more edits than the page holds, every rule shows its share, evenly spread over the corpus.
    """
    single = ledger.single_rules()
    numbers = {rule: n for n, (rule, *_) in enumerate(single)}
    made = Names(sorted(ledger.by_rule))
    chosen = _chosen(run, ledger, limits)
    contexts = _contexts(run, chosen, limits)
    rows = [row for group in chosen.values() for row in group]
    columns: dict[str, Any] = {
        "total": ledger.by_rule.total(),
        "rules": [list(row) for row in single],
        "made": [[numbers[rule] for rule in name.split("+")] for name in made.list()],
        "rule": [made.number(str(row["rule"])) for row in rows],
        "doc": [names.number(str(row["id"])) for row in rows],
        "start": [row["start"] for row in rows],
        "end": [row["end"] for row in rows],
        "before": [_cut(row["before"], limits.longest) for row in rows],
        "after": [_cut(row["after"], limits.longest) for row in rows],
        "left": [left for left, _ in contexts],
        "right": [right for _, right in contexts],
    }
    columns["cut"] = {n: 1 for n, row in enumerate(rows) if max(len(row["before"]), len(row["after"])) > limits.longest}
    columns["marks"] = {n: marks for n, row in enumerate(rows) if (marks := _marks(row, limits))}
    return columns


def _chosen(run: RunFolder, ledger: Ledger, limits: Limits) -> dict[str, list[Row]]:
    """Return the rows to show, by document."""
    spreads = {
        rule: Spread(ledger.by_rule[rule], quota) for rule, quota in quotas(ledger.by_rule, limits.edits).items()
    }
    chosen: dict[str, list[Row]] = defaultdict(list)
    for row in run.edits():
        if spreads[str(row["rule"])].takes():
            chosen[str(row["id"])].append(row)
    return chosen


def _contexts(run: RunFolder, chosen: dict[str, list[Row]], limits: Limits) -> list[tuple[str, str]]:
    """Return what stands left and right of each chosen edit in its document's text."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, text in run.texts("documents"):
        if name in chosen and name not in found:
            found[name] = [_around(text, row["start"], row["end"], limits.context) for row in chosen[name]]
    return [pair for name, rows in chosen.items() for pair in found.get(name, [("", "")] * len(rows))]


def _around(text: str, start: int, end: int, context: int) -> tuple[str, str]:
    return text[max(0, start - context) : start], text[end : end + context]


def _cut(text: str, longest: int) -> str:
    """Return a text with the middle of what is too long for the page left out."""
    half = longest // 2
    return text if len(text) <= longest else f"{text[:half]}\n […{len(text) - 2 * half}…] \n{text[-half:]}"


def _marks(row: Row, limits: Limits) -> list[int]:
    """Return the differing spans of both sides one after another, none where the whole is different."""
    before, after = row["before"], row["after"]
    if min(len(before), len(after)) == 0 or max(len(before), len(after)) > limits.longest:
        return []
    found = differences(before, after)
    if len(found) == 1 and found[0] == (0, len(before), 0, len(after)):
        return []
    return [place for item in found for place in item]

"""Set removed paragraphs beside those that were kept, and the nearest pairs that were not taken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from corpus_cli.ledger import Edit, OffsetMap
from corpus_cli.review.diff import differences
from corpus_cli.review.folder import Row, RunFolder
from corpus_cli.review.limits import Limits, Names
from corpus_cli.wire.ledger_rows import edit_of

# Scores are counted in steps of half a point (of 100) for the plot.
_STEPS = 2
# How many documents of a repeated text are named.
_PLACES = 6


def shown_pairs(run: RunFolder, names: Names, limits: Limits) -> dict[str, Any]:
    """Return pairs as columns (removed ones first), counts of their scores, and the threshold (0–100).

    `at` is where a removed unit stood in its document as read; the other places are those of cleaned texts."""
    removed, total, scores = _first_rows(run, "removed", limits.pairs)
    near, near_total, near_scores = _first_rows(run, "near_misses", limits.near)
    near.sort(key=lambda row: (-round(row["score"], 2), str(row["id"]), row["start"]))
    rows = [*removed, *near]
    kept = _kept_texts(run, rows)
    return {
        "total": total,
        "nearTotal": near_total,
        "removed": len(removed),
        "threshold": run.options.get("threshold", 0),
        "scores": _plot(scores),
        "nearScores": _plot(near_scores),
        "doc": [names.number(str(row["id"])) for row in rows],
        "at": _source_places(run, removed),
        "start": [row["start"] for row in rows],
        "end": [row["end"] for row in rows],
        "text": [row["text"] for row in rows],
        "other": [names.number(str(row["dup_of"])) for row in rows],
        "otherStart": [row["dup_start"] for row in rows],
        "otherEnd": [row["dup_end"] for row in rows],
        "otherText": kept,
        "pieces": [len(places) for places in map(_places, rows)],
        "score": [round(row["score"], 2) for row in rows],
        "method": [str(row.get("method", "")) for row in rows],
        "kept": [str(row.get("keep_reason", "")) for row in rows],
        "reason": [str(row.get("reason", "")) for row in rows],
        "marks": [_marks(row["text"], other, limits) for row, other in zip(rows, kept, strict=True)],
    }


def shown_standing(run: RunFolder, names: Names, limits: Limits) -> list[list[Any]]:
    """Return [text, kind, how often, first documents] of what repeats by intent and stays, most frequent first."""
    found: dict[str, list[Any]] = {}
    for row in run.rows("boilerplate"):
        group = found.setdefault(str(row["text"]), [str(row["kind"]), 0, []])
        group[1] += 1
        if len(group[2]) < _PLACES:
            group[2].append(names.number(str(row["id"])))
    rows = [[text, *group] for text, group in found.items()]
    return sorted(rows, key=lambda row: (-row[2], row[0]))[: limits.near]


def _first_rows(run: RunFolder, name: str, limit: int) -> tuple[list[Row], int, list[float]]:
    """Return the rows the page holds, how many there are, and the scores of all that are not exact."""
    rows: list[Row] = []
    scores: list[float] = []
    total = 0
    for row in run.rows(name):
        total += 1
        if row.get("method") != "exact":
            scores.append(round(row["score"], 2))
        if len(rows) < limit:
            rows.append(row)
    return rows, total, scores


def _plot(scores: Iterable[float]) -> list[list[float]]:
    """Return [score, count] in steps of half a point."""
    counts: dict[float, int] = defaultdict(int)
    for score in scores:
        counts[int(score * _STEPS) / _STEPS] += 1
    return [[score, counts[score]] for score in sorted(counts)]


def _places(row: Row) -> list[tuple[str, int, int]]:
    """Return where a row's kept text stands: in one unit, or in the pieces that together hold it."""
    pieces = [(str(piece["id"]), int(piece["start"]), int(piece["end"])) for piece in row.get("pieces", ())]
    return pieces if len(pieces) > 1 else [(str(row["dup_of"]), int(row["dup_start"]), int(row["dup_end"]))]


def _kept_texts(run: RunFolder, rows: list[Row]) -> list[str]:
    """Return the text of each row's kept unit or pieces (one a line), "" where it is not in this corpus."""
    wanted: dict[str, list[tuple[int, int, int, int]]] = defaultdict(list)
    parts: list[list[str]] = []
    for n, row in enumerate(rows):
        places = _places(row)
        parts.append([""] * len(places))
        for k, (name, start, end) in enumerate(places):
            wanted[name].append((n, k, start, end))
    for name, text in run.texts("cleaned"):
        for n, k, start, end in wanted.get(name, ()):
            parts[n][k] = parts[n][k] or text[start:end]
    return [str(row.get("dup_text") or "\n".join(texts)) for row, texts in zip(rows, parts, strict=True)]


def _source_places(run: RunFolder, removed: list[Row]) -> list[int]:
    """Return where each removed unit stood in its document's text, before cleaning."""
    wanted = {str(row["id"]) for row in removed}
    ledgers: dict[str, list[Edit]] = defaultdict(list)
    for row in run.edits():
        if str(row["id"]) in wanted:
            ledgers[str(row["id"])].append(edit_of(row))
    maps = {name: OffsetMap(ledgers[name]) for name in sorted(wanted)}
    return [maps[str(row["id"])].backward(int(row["start"])) for row in removed]


def _marks(text: str, other: str, limits: Limits) -> list[int]:
    if not other or max(len(text), len(other)) > limits.longest:
        return []
    return [place for item in differences(text, other) for place in item]

"""Which family of markers a document keeps to, and which of its labels are speakers.

Repetition, alternation of neighbours, shape of the labels, share at the start of a paragraph, spread over the document
and a prior of the family make one score; the best family wins if its evidence suffices.  Inside it a label is
accepted when it is printed again, has the same strong shape as those accepted, or stands in a list of persons.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus_cli.split.families import Candidate
from corpus_cli.split.labels import STRONG, WEIGHT, Shape
from corpus_cli.split.lines import LineTable

# Families that only mark speakers speak for themselves; a line of its own or a full stop does not.
PRIOR = {
    "heading": 1.0,
    "bold": 1.1,
    "bracket": 1.3,
    "stamp": 1.6,
    "colon": 1.0,
    "dash": 0.9,
    "full stop": 0.8,
    "said": 0.8,
    "gap": 0.45,
    "own line": 0.55,
}
ENOUGH = 3.0  # evidence that one convention needs
# Least number of turns and share of repeated labels where nothing else marks the label off.
LEAST_TURNS = {"own line": 4, "gap": 5, "full stop": 3, "dash": 3, "said": 2}
LEAST_REPEATED = {"own line": 0.55, "gap": 0.7, "full stop": 0.4, "dash": 0.3}


class Verdict(NamedTuple):
    """Hold what was found for one family: the turns accepted, their score (higher is surer) and evidence."""

    family: str
    turns: tuple[Candidate, ...]
    score: float
    evidence: float
    repeated: float


def choose(found: Mapping[str, Sequence[Candidate]], table: LineTable, known: frozenset[str]) -> list[Verdict]:
    """Return the families with enough evidence, the best first; `known` holds names of persons known beforehand."""
    verdicts = [judge(family, list(marks), table, known) for family, marks in found.items() if marks]
    passed = [verdict for verdict in verdicts if verdict.evidence >= ENOUGH and verdict.score > 0]
    return sorted(passed, key=lambda verdict: -verdict.score)


def judge(family: str, marks: list[Candidate], table: LineTable, known: frozenset[str]) -> Verdict:
    """Return the turns one family would give and how much speaks for it."""
    marks = _in_place(family, marks, table)
    accepted = accepted_labels(family, marks, known)
    turns = tuple(mark for mark in marks if mark.key in accepted)
    if not turns:
        return Verdict(family, (), 0.0, 0.0, 0.0)
    counts = Counter(turn.key for turn in turns)
    repeated = sum(count for count in counts.values() if count > 1) / len(turns)
    likeness = sum(WEIGHT[turn.shape] for turn in turns) / len(marks)
    speech = _speech(turns, table)
    prior = PRIOR[family]
    alternates = sum(a.key != b.key for a, b in pairwise(turns)) / max(1, len(turns) - 1)
    opens = sum(turn.opens for turn in turns) / len(turns)
    spread = (turns[-1].line - turns[0].line + 1) / len(table.lines)
    score = (
        len(turns) ** 0.6 * (0.25 + alternates) * likeness * (0.3 + repeated) * opens * (0.3 + spread) * prior * speech
    )
    evidence = prior * speech * sum(WEIGHT[turn.shape] for turn in turns)
    if not _enough(family, turns, repeated, speech):
        score = 0.0
    return Verdict(family, turns, score, evidence, repeated)


def _enough(family: str, turns: Sequence[Candidate], repeated: float, speech: float) -> bool:
    strong = sum(turn.shape in STRONG for turn in turns)
    if strong >= 0.6 * len(turns) and family not in ("own line", "gap"):
        return len(turns) >= 2 or turns[0].shape in ("honoured capitals", "infix")
    if len({turn.key for turn in turns}) < 2:
        return False
    return len(turns) >= LEAST_TURNS.get(family, 2) and repeated >= LEAST_REPEATED.get(family, 0.3) and speech >= 0.5


def _in_place(family: str, marks: list[Candidate], table: LineTable) -> list[Candidate]:
    """Return the marks that stand where this family's marks stand in the document."""
    marks = [mark for mark in marks if mark.line not in table.furniture]
    if table.wrapped and family != "own line":
        marks = [mark for mark in marks if mark.opens or mark.shape == "honoured capitals"]
        marks = _at_usual_indent(marks)
    if family == "own line":
        lines = table.lines
        marks = [
            mark
            for mark in marks
            if (mark.opens or not table.wrapped)
            and not (mark.line + 1 < len(lines) and lines[mark.line + 1].blanks > 1)
        ]
    return marks


def _at_usual_indent(marks: list[Candidate]) -> list[Candidate]:
    """Return the marks less those that stand far deeper than most (quoted matter, centred headings)."""
    indents = sorted(mark.indent for mark in marks)
    usual = indents[len(indents) // 2] if indents else 0
    return [mark for mark in marks if mark.indent <= usual + 2]


def accepted_labels(family: str, marks: Sequence[Candidate], known: frozenset[str]) -> frozenset[str]:
    """Return the keys of the labels that are speakers in this family."""
    counts = Counter(mark.key for mark in marks)
    shapes = {mark.key: mark.shape for mark in marks}
    again = [key for key, count in counts.items() if count > 1 and WEIGHT[shapes[key]] >= 0.6]
    shares = Counter(shapes[key] for key in again for _ in range(counts[key]))
    strong = sum(counts[key] for key, shape in shapes.items() if shape in STRONG)
    return frozenset(key for key in counts if _accepts(key, shapes, counts, shares, strong, family, known))


def _accepts(
    key: str,
    shapes: Mapping[str, Shape],
    counts: Mapping[str, int],
    shares: Mapping[Shape, int],
    strong: int,
    family: str,
    known: frozenset[str],
) -> bool:
    """Say whether a label is accepted, by its shape, its repetition and the company it is in."""
    shape, count = shapes[key], counts[key]
    if shape in ("field", "clause"):
        return False
    if key in known or shape in STRONG:
        return True
    total = sum(shares.values())
    if shape == "other":
        return count >= 3 and total >= 2
    if count > 1:
        return True
    if shape in ("person", "foreign", "honoured"):
        return total + strong >= 2 or shapes_alike(shapes, shape) >= 3
    if shape == "body":
        return total + strong >= 4
    explicit = family in ("heading", "bold", "bracket", "stamp", "colon")
    if shape == "capitals":
        return shares.get(shape, 0) >= (4 if explicit else 6)
    return explicit and shares.get(shape, 0) >= max(4, 0.5 * total)


def shapes_alike(shapes: Mapping[str, Shape], shape: Shape) -> int:
    """Return how many different labels have a shape."""
    return sum(other == shape for other in shapes.values())


def _speech(turns: Sequence[Candidate], table: LineTable) -> float:
    """Return the share of turns behind whose label something like speech stands: long, or ending as sentences end."""
    lines = table.lines
    good = 0
    for turn in turns:
        line = lines[turn.line]
        said = line if turn.tail > 1 else lines[min(turn.line + 1, len(lines) - 1)]
        length = turn.tail if turn.tail > 1 else len(said.text)
        good += length >= 25 or said.text[-1] in "。！？!?.…”」』）)】—–-,，;；\"’'" or line.number + 1 == len(lines)
    return good / len(turns)

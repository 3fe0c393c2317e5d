"""Which family of markers a document keeps to, and which of its labels are speakers.

Repetition, alternation of neighbours, shape of the labels, share at the start of a paragraph, spread over the document
and a prior of the family make one score; the best family wins if its evidence suffices.  Inside it a label is
accepted when it is printed again, has the same strong shape as those accepted, or stands in a list of persons.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from corpus_cli.split.families import Candidate
from corpus_cli.split.label_words import ARTICLE
from corpus_cli.split.lines import LineTable
from corpus_cli.split.ordinary import are_ordinary
from corpus_cli.split.shapes import STRONG, WEIGHT, Shape
from corpus_cli.split.talk import Talk, is_talk, measured
from corpus_cli.text.people import SURNAMES

# Families that only mark speakers speak for themselves; a line of its own or a full stop does not.
PRIOR = {
    "heading": 1.0,
    "bold": 1.1,
    "bracket": 1.3,
    "stamp": 1.6,
    "bullet": 1.6,
    "colon": 1.0,
    "dash": 0.9,
    "full stop": 0.8,
    "said": 0.8,
    "gap": 0.45,
    "own line": 0.55,
}
_HONOURED = frozenset(("honoured", "honoured capitals"))
ENOUGH = 3.0  # evidence that one convention needs


@dataclass(frozen=True)
class Verdict:
    """Hold what was found for one family: the turns accepted, their score (higher is surer), and what they measure.

    `weight` sums what the shapes of the labels speak for.
    """

    family: str
    turns: tuple[Candidate, ...] = ()
    score: float = 0.0
    weight: float = 0.0
    talk: Talk | None = None

    @cached_property
    def evidence(self) -> float:
        """Return how much speaks for the family; a talk in which speakers take turns and address each other gains."""
        if self.talk is None:
            return 0.0
        evidence = PRIOR[self.family] * self.talk.speech * self.weight
        return evidence * 1.5 if self.talk.alternates >= 0.6 and self.talk.addressed >= 0.4 else evidence


def choose(found: Mapping[str, Sequence[Candidate]], table: LineTable, known: frozenset[str]) -> list[Verdict]:
    """Return the families with enough evidence, the best first; `known` holds names of persons known beforehand."""
    verdicts = [judge(family, list(marks), table, known) for family, marks in found.items() if _may_do(family, marks)]
    passed = [verdict for verdict in verdicts if verdict.score > 0 and verdict.evidence >= ENOUGH]
    passed = [verdict for verdict in passed if not are_ordinary(verdict.family, verdict.turns, table.text)]
    return sorted(passed, key=lambda verdict: -verdict.score)


def _may_do(family: str, marks: Sequence[Candidate]) -> bool:
    """Say whether a family's marks would be evidence enough if all of them were turns, and somebody were addressed."""
    weights = accumulate(WEIGHT[mark.shape] for mark in marks)
    return any(1.5 * PRIOR[family] * weight >= ENOUGH for weight in weights)


def judge(family: str, marks: list[Candidate], table: LineTable, known: frozenset[str]) -> Verdict:
    """Return the turns one family would give and how much speaks for it."""
    marks = [
        mark
        for mark in _in_place(family, marks, table)
        if mark.shape != "clause" and not (mark.shape == "capitals" and _shouted(mark, table))
    ]
    accepted = accepted_labels(family, marks, known)
    turns = _named(tuple([mark for mark in marks if mark.key in accepted]))
    if not turns:
        return Verdict(family)
    talk = measured(turns, table)
    weight = sum([WEIGHT[turn.shape] for turn in turns])
    if not is_talk(family, PRIOR[family] > 1, turns, talk):
        return Verdict(family, turns, 0.0, weight, talk)
    likeness = weight / len(marks)
    opens = sum([turn.opens for turn in turns]) / len(turns)
    spread = (turns[-1].line - turns[0].line + 1) / len(table.lines)
    shape = (0.25 + talk.alternates) * (0.3 + talk.repeated) * (0.3 + spread) * opens
    score = len(turns) ** 0.6 * likeness * PRIOR[family] * talk.speech * shape
    return Verdict(family, turns, score, weight, talk)


def _shouted(mark: Candidate, table: LineTable) -> bool:
    """Say whether a label in capitals stands in a line that is all capitals, where they set nothing off."""
    number, lines = mark.line, table.lines
    line, above = lines[number], lines[max(0, number - 1)].text
    if not line.blanks and above.isupper() and len(above) > 30 and above[-1] not in ".!?:":
        return True  # a clause in capitals goes on: … ADVISED OF THE | POSSIBILITY OF LOSS. The author …
    if mark.tail:
        return mark.tail > 10 and line.text.isupper()
    return 0 < number < len(lines) - 1 and above.isupper() and line.text.isupper() and lines[number + 1].text.isupper()


def _named(turns: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Return the turns, without those whose label is like no name where these are the most: a leaflet's fields."""
    odd = sum([turn.shape == "other" for turn in turns])
    return tuple([turn for turn in turns if turn.shape != "other"]) if odd >= 0.75 * len(turns) else turns


def beside(best: Verdict, others: Sequence[Verdict], found: Mapping[str, Sequence[Candidate]]) -> list[Candidate]:
    """Return turns that a document marks in another way than most.

    A second convention counts when its labels are of strong shape (the court in minutes of questions and answers);
    a single mark when its label is one that the best family has accepted, or when it opens a numbered question.
    """
    out: list[Candidate] = []
    for other in others:
        strong = sum([turn.shape in STRONG for turn in other.turns])
        if other.family not in ("own line", "gap") and strong >= 0.6 * len(other.turns):
            out.extend(turn for turn in other.turns if turn.shape in STRONG)
    honoured = sum([turn.shape in _HONOURED for turn in best.turns]) >= 0.5 * len(best.turns)
    counts = Counter([turn.key for turn in best.turns])
    for family in ("colon", "full stop", "dash", "said"):
        marks = found[family] if family != best.family else ()
        out.extend(mark for mark in marks if mark.opens and _belongs(mark, family, honoured, counts))
    return out


def _belongs(mark: Candidate, family: str, honoured: bool, counts: Mapping[str, int]) -> bool:
    """Say whether a mark of another family is one of the document's speakers all the same."""
    if family == "said":
        return honoured and mark.shape in _HONOURED and mark.style.startswith("0")
    several = " " in mark.key or mark.shape in ("capitals", "infix", "suffix")
    return counts.get(mark.key, 0) >= 2 and several and mark.key.upper() != mark.key.lower()


def _in_place(family: str, marks: list[Candidate], table: LineTable) -> list[Candidate]:
    """Return the marks that stand where this family's marks stand in the document."""
    if family != "stamp" and table.furniture:
        marks = [mark for mark in marks if mark.line not in table.furniture or mark.shape == "numbered"]
    if table.wrapped and family != "own line":
        marks = [mark for mark in marks if mark.opens or mark.shape == "honoured capitals"]
        marks = _at_usual_indent(marks)
    if family == "own line":
        marks = _over_text(marks, table)
    if family == "said":  # a numbered question; else a novel tells it
        marks = [mark for mark in marks if mark.style[0] in "0§"]
    return marks


def _over_text(marks: list[Candidate], table: LineTable) -> list[Candidate]:
    """Return labels on lines of their own that stand over speech as most do: right above it, or a blank line above."""
    below = [table.lines[mark.line + 1].blanks for mark in marks]
    likely = [not blanks for mark, blanks in zip(marks, below, strict=True) if mark.shape != "clause"]
    right_above = sum(likely) >= 0.8 * len(likely)
    return [
        mark
        for mark, blanks in zip(marks, below, strict=True)
        if (mark.opens or not table.wrapped) and blanks <= (0 if right_above or "," in mark.key else 1)
    ]


def _at_usual_indent(marks: list[Candidate]) -> list[Candidate]:
    """Return the marks less those that stand far deeper than most (quoted matter, centred headings)."""
    indents = sorted(mark.indent for mark in marks)
    usual = indents[len(indents) // 2] if indents else 0
    return [mark for mark in marks if mark.indent <= usual + 2]


def accepted_labels(family: str, marks: Sequence[Candidate], known: frozenset[str]) -> frozenset[str]:
    """Return the keys of the labels that are speakers in this family."""
    company = _company(family, marks)
    accepted: set[str] = set()
    for mark in marks:
        if mark.key not in accepted and (mark.key in known or _accepts(mark, company)):
            accepted.add(mark.key)
    # A surname alone is short for the one accepted speaker who has it: 陈 for 陈阿福.
    names = Counter([key[0] for key in accepted if 1 < len(key) <= 4 and key[0] in SURNAMES])
    accepted.update([mark.key for mark in marks if len(mark.key) == 1 and names[mark.key] == 1])
    return frozenset(accepted)


class _Company(NamedTuple):
    """Hold what an accepted label is compared with: counts of labels, turns by shape and by style."""

    counts: Mapping[str, int]
    shapes: Mapping[Shape, int]  # turns of labels printed more than once or of strong shape
    kinds: Mapping[Shape, int]  # different labels
    total: int
    capitals: bool  # nearly all labels are set in capitals
    named: bool  # most labels are persons with their office or honorific
    explicit: bool  # the family marks nothing but speakers
    run_in: bool  # a full stop or a dash marks the label off, as it does a sentence
    style: str
    questions: bool


def _company(family: str, marks: Sequence[Candidate]) -> _Company:
    counts = Counter([mark.key for mark in marks])
    good = [mark for mark in marks if (counts[mark.key] > 1 or mark.shape in STRONG) and WEIGHT[mark.shape] >= 0.6]
    shapes = Counter([mark.shape for mark in good])
    kinds = Counter({mark.key: mark.shape for mark in marks}.values())
    latin = sum(shapes[shape] for shape in ("capitals", "honoured capitals", "honoured", "title case", "seated"))
    capitals = shapes["capitals"] + shapes["honoured capitals"]
    styles = Counter([mark.style for mark in good])
    return _Company(
        counts,
        shapes,
        kinds,
        len(good),
        latin > 0 and capitals >= 0.7 * latin,
        shapes["infix"] + shapes["suffix"] + shapes["honoured capitals"] >= 0.6 * len(good),
        family in ("heading", "bold", "bracket", "stamp"),
        family in ("full stop", "dash"),
        styles.most_common(1)[0][0] if styles else "",
        _is_pair({mark.key.casefold() for mark in marks if len(mark.key) == 1}),
    )


def _is_pair(letters: set[str]) -> bool:
    """Say whether labels of one letter are a question and its answer: Q and A, P and R, F and A."""
    return {"q", "a"} <= letters or letters in ({"p", "r"}, {"d", "r"}, {"f", "a"}, {"q", "r"}, {"v", "a"})


def _accepts(mark: Candidate, company: _Company) -> bool:
    """Say whether a label is accepted, by its shape, its repetition and the company it is in."""
    shape, count = mark.shape, company.counts[mark.key]
    if shape in ("field", "clause") or (len(mark.key) == 1 and mark.key.isascii() and not company.questions):
        return False
    if company.capitals and shape in ("part", "office") and mark.key.isascii() and not mark.key.isupper():
        return False
    if shape in STRONG:
        return True
    if company.capitals and shape in ("title case", "seated", "honoured", "other") and mark.key.isascii():
        return False
    if shape == "other":
        return _accepts_odd(mark, company, count)
    if count > 1:
        return True
    return _accepts_once(mark, company)


def _accepts_odd(mark: Candidate, company: _Company, count: int) -> bool:
    """Say whether a label that is like no name is accepted: printed often, or marked off as others are."""
    if company.explicit and company.total >= 5 and mark.style == company.style:
        return len(mark.key) <= 14
    short = len(mark.key) <= 4 and company.total >= 3
    same = company.total >= 20 and not company.run_in and mark.style == company.style and mark.key[0] < "\u2e80"
    if not company.named and (short or same):
        return count >= 2
    return count >= (6 if company.named else 3) and company.total >= 2


def _accepts_once(mark: Candidate, company: _Company) -> bool:
    """Say whether a label printed once is accepted."""
    shape = mark.shape
    if company.explicit and company.total >= 5 and mark.style == company.style:
        return True
    if shape in ("person", "foreign", "honoured"):
        return company.total >= 2 or company.kinds[shape] >= (2 if shape == "person" else 3)
    if shape == "seated":
        return company.total >= 2 or company.kinds[shape] >= 3
    if shape == "capitals":
        # A chair and a few members: first name and surname beside others of their kind.
        several = " " in mark.key and company.shapes[shape] >= 2 and company.total >= 4
        return company.shapes[shape] >= 4 or (several and company.capitals)
    if shape == "title case":
        alike = max(company.shapes[shape], company.shapes["person"])
        few = mark.key.count(" ") <= (3 if ARTICLE.match(mark.key) else 2)
        plain = few and mark.opens and mark.style == company.style
        return plain and company.total >= 4 and alike >= 0.3 * company.total
    return False

"""Decide whether two texts are copies of one another, and say why.

A ratio cannot tell a copy with a tenth of its characters damaged from a template with another name in it.  The
alignment can: damage is scattered and leaves words recognisable, another text comes in blocks.  So two folded texts
are aligned (`alignment`) and weighed by a few measures (`evidence`, `weights`); what passes is refused if a difference
is meant (a number, a date, a denial: `differences`; a name or a sentence in clean texts: `clean_differences`) or if
what is common is common to all who write in that manner (`doubts`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from corpus_cli.dedupe.alignment import Operation, Stretch, compared
from corpus_cli.dedupe.clean_differences import CLEAN, NAME, clean_difference, differing_ordinal, replaced_name
from corpus_cli.dedupe.differences import (
    Difference,
    differing_denial,
    differing_numbers,
    differing_series,
    differing_words,
)
from corpus_cli.dedupe.doubts import doubt
from corpus_cli.dedupe.evidence import Evidence, lost_at_most, lost_share, measured
from corpus_cli.dedupe.speakers import differing_speaker, is_brief
from corpus_cli.dedupe.weights import SPACED, UNSPACED, Weights
from corpus_cli.text.folding import Folded, fold

NOTHING = "∅"
"""What stands in a reason for the side on which nothing stands."""

DENIAL = 8
"""A denial is looked for only where so few edits are found: it counts where nothing else differs."""

OWN_PASSAGE = 0.1
CLAUSE = 8
"""A text has a passage of its own where this share of the longer, and this many characters, stand in it alone."""

WHY = {
    "exact": "the same but for width, case, blanks, line ends or the form of signs",
    "near": "the same text, the differences are scattered and look like damage",
    "contained": "the shorter text stands in the longer one",
    "overlapping": "the same text, cut at different places",
    "scattered": "what they have in common stands in pieces between other words",
    "brief": "too short a text for so many differences",
    "part": "a few words of a longer text",
    "shared": "they share a passage, but most of the longer is another text",
    "short": "too short to be anything but equal or different",
    "nothing": "hardly a passage in common",
    "number": "a number differs",
    "ordinal": "one is a numbered item and the other is not",
    "passage": "a passage was replaced in texts that are otherwise clean",
    "name": "a name or word was replaced in texts that are otherwise clean",
    "speaker": "two speakers say it",
    "sentence": "another sentence stands at one end and nothing else differs",
    "word": "a number word, a day or a month differs",
    "series": "a sign of a series or a pair (甲乙, 东西, 增减) stands for another of it",
    "denial": "a denial stands on one side only and nothing else differs",
    "ends": "the beginning or the end is another text",
    "replaced": "passages between the common ones are another text",
    "lost": "words were replaced by other words",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Hold the judgement on a pair.

    `score` runs from 0 to 100: for a contained text the share of it that was found, else the share of characters that
    are alike.  `method` is exact, near, contained, overlapping or different.  `margin` is the log-odds by which the
    pair was taken (above zero) or not; `cause` the word behind `reason`.  `differences` are spans on both sides in code
    points (`judge`: of the given texts; `judge_folded`: of the folded views; `judge_pair`: none).  `meant` is the
    difference that decided, as it stands in both folded views.
    """

    duplicate: bool
    score: float
    method: str
    margin: float
    cause: str
    added: tuple[int, int] = (0, 0)
    differences: tuple[Difference, ...] = ()
    meant: tuple[str, str] = ("", "")

    def swapped(self) -> Verdict:
        """Return the verdict on the same pair the other way round, without differing spans."""
        added, meant = (self.added[1], self.added[0]), (self.meant[1], self.meant[0])
        return Verdict(self.duplicate, self.score, self.method, self.margin, self.cause, added, meant=meant)

    @property
    def reason(self) -> str:
        """Return the reason in words, with what differs where one difference decided."""
        one, other = self.meant
        return f"{WHY[self.cause]}: {one or NOTHING} | {other or NOTHING}" if one or other else WHY[self.cause]


_EXACT = Verdict(True, 100.0, "exact", 99.0, "exact")
_TOO_SHORT = Verdict(False, 0.0, "different", -99.0, "short")
_NOTHING = Verdict(False, 0.0, "different", -99.0, "nothing")


def judge(first: str, second: str) -> Verdict:
    """Return the verdict on two texts as they stand, with the differing spans in code points of both.

    >>> first, second = ("各单位应当在{}月底前报送材料，逾期不报的予以通报。".format(month) for month in "三九")
    >>> judge(first, second).reason
    'a number differs: 三 | 九'
    """
    one, other = fold(first), fold(second)
    verdict = judge_folded(one.text, other.text)
    return replace(verdict, differences=tuple(_placed(difference, one, other) for difference in verdict.differences))


def judge_folded(first: str, second: str) -> Verdict:
    """Return the verdict on two folded texts, with the differing spans of the folded texts."""
    verdict, steps, swapped = _judged(first, second)
    found = tuple(Difference(tag, (a, b), (c, d), tag == "replace") for tag, a, b, c, d in steps() if tag != "equal")
    if swapped:
        found = tuple(Difference(d.kind, d.second, d.first, d.is_replaced) for d in found)
    return replace(verdict, differences=found)


def judge_pair(first: str, second: str) -> Verdict:
    """Return the verdict on two folded texts without differing spans."""
    return _judged(first, second)[0]


def _judged(first: str, second: str) -> tuple[Verdict, Callable[[], Sequence[Operation]], bool]:
    """Return the verdict, what gives the edits from the lesser to the greater text, and whether they were swapped."""
    if first == second:
        return _EXACT, tuple, False
    swapped = are_swapped(first, second)
    lesser, greater = (second, first) if swapped else (first, second)
    if is_brief(lesser):
        return _TOO_SHORT, tuple, swapped
    cut, steps = compared(lesser, greater)
    evidence = measured(lesser, greater, cut)
    if evidence is None:
        return _NOTHING, steps, swapped
    verdict = weighed(lesser, greater, steps, cut, evidence)
    if swapped:
        verdict = verdict.swapped()
    return verdict, steps, swapped


def are_swapped(first: str, second: str) -> bool:
    """Say whether the second text is aligned with the first and not the first with the second.

    One order for both directions, so that the verdict on (b, a) is the verdict on (a, b).
    """
    return (len(first), first) > (len(second), second)


def weighed(
    lesser: str,
    greater: str,
    listed: Callable[[], Sequence[Operation]],
    cut: Sequence[Stretch],
    evidence: Evidence,
) -> Verdict:
    """Return the verdict on a text and one no shorter, from how they were laid side by side and what was measured."""
    if asks_for_words(evidence, cut, lesser):
        steps = listed()
        # Below this share lost words cannot decide.
        enough = -margin_of(evidence, SPACED) / SPACED.lost
        evidence = evidence._replace(lost=lost_share(lesser, greater, steps, cut, enough))
        return settled(lesser, greater, lambda: steps, cut, evidence)
    return settled(lesser, greater, listed, cut, evidence)


def asks_for_words(evidence: Evidence, cut: Sequence[Stretch], lesser: str) -> bool:
    """Return whether lost words may decide on a pair: in letters, where nothing else speaks against it enough."""
    if not is_spaced(lesser):
        return False
    margin = margin_of(evidence, SPACED)
    return margin > 0 and margin + SPACED.lost * lost_at_most(cut, len(lesser)) <= 0


def settled(
    lesser: str,
    greater: str,
    listed: Callable[[], Sequence[Operation]],
    cut: Sequence[Stretch],
    evidence: Evidence,
) -> Verdict:
    """Return the verdict on a text and one no shorter, lost words counted where they are asked for."""
    spaced = is_spaced(lesser)
    weights = SPACED if spaced else UNSPACED
    margin = margin_of(evidence, weights)
    if margin <= 0:
        return Verdict(
            False, _alike(lesser, greater, cut), "different", margin, _worst(evidence, weights), evidence.added
        )
    steps = listed()
    meant = _meant(lesser, greater, steps, cut, evidence, spaced)
    if meant:
        told = lesser[slice(*meant.first)].strip(), greater[slice(*meant.second)].strip()
        return Verdict(False, _alike(lesser, greater, cut), "different", 0.0, meant.kind, evidence.added, meant=told)
    floor = max(CLAUSE, OWN_PASSAGE * len(greater))
    own = (evidence.added[0] >= floor, evidence.added[1] >= floor)
    unlikely = doubt(lesser, greater, steps, cut, own, spaced)
    if unlikely:
        return Verdict(False, _alike(lesser, greater, cut), "different", 0.0, unlikely, evidence.added)
    if own[0]:
        return Verdict(True, _alike(lesser, greater, cut), "overlapping", margin, "overlapping", evidence.added)
    if own[1]:
        score = round(100.0 * evidence.alike / len(lesser), 2)
        return Verdict(True, score, "contained", margin, "contained", evidence.added)
    return Verdict(True, _alike(lesser, greater, cut), "near", margin, "near", evidence.added)


def is_spaced(text: str) -> bool:
    """Return whether a folded text is in a script that parts words by blanks: ASCII, or every twentieth sign a blank.

    >>> is_spaced("the view keeps one blank between words"), is_spaced("视图中汉字之间没有空格")
    (True, False)
    """
    return text.isascii() or 20 * text.count(" ") >= len(text)


def margin_of(evidence: Evidence, weights: Weights) -> float:
    """Return the log-odds that the pair is a copy."""
    return (
        weights.start
        + weights.replaced * evidence.replaced
        + weights.surprise * evidence.surprise
        + weights.ends * evidence.ends
        + weights.uneven * evidence.uneven
        + weights.lost * evidence.lost
    )


def _worst(evidence: Evidence, weights: Weights) -> str:
    """Return the cause that weighs most against a pair."""
    causes = {
        "ends": weights.ends * evidence.ends,
        "replaced": weights.replaced * evidence.replaced
        + weights.surprise * evidence.surprise
        + weights.uneven * evidence.uneven,
        "lost": weights.lost * evidence.lost,
    }
    return min(causes, key=lambda cause: causes[cause])


def _meant(
    lesser: str,
    greater: str,
    steps: Sequence[Operation],
    cut: Sequence[Stretch],
    evidence: Evidence,
    spaced: bool,
) -> Difference | None:
    """Return the first difference that is meant whatever the rest is like."""
    speaker = differing_speaker(lesser, greater)
    if speaker:
        return speaker
    clean = CLEAN * evidence.alike
    for difference in differing_numbers(lesser, greater, steps):
        width = max(_width(difference.first), _width(difference.second))
        if difference.is_replaced or evidence.edits - width <= clean:
            return difference
    if evidence.edits <= DENIAL:
        denial = differing_denial(lesser, greater, steps)
        if denial and evidence.edits <= max(_width(denial.first), _width(denial.second)):
            return denial
    if spaced:
        found = next(differing_words(lesser, greater, steps), None)
    else:
        found = differing_series(lesser, greater, _between(steps, cut))
    if found is None:
        found = differing_ordinal(lesser, greater, cut)
    # A name may be among the edits, so a few more are let through to be looked at.
    if found is None and evidence.edits <= clean + NAME:
        found = replaced_name(lesser, greater, steps, cut, spaced)
    if found is None and evidence.edits <= clean:
        found = clean_difference(lesser, greater, cut, spaced)
    return found


def _between(steps: Sequence[Operation], cut: Sequence[Stretch]) -> list[Operation]:
    """Return the steps between the two ends."""
    start, end = cut[0].end.first, cut[-1].start.first
    return [step for step in steps if start <= step[1] and step[2] <= end]


def _width(span: tuple[int, int]) -> int:
    """Return how many characters a span has."""
    return span[1] - span[0]


def _alike(first: str, second: str, cut: Sequence[Stretch]) -> float:
    """Return twice the characters that are the same over all characters, 0 to 100."""
    return round(200.0 * cut[-1].end.alike / (len(first) + len(second)), 2)


def _placed(difference: Difference, one: Folded, other: Folded) -> Difference:
    """Return a difference of the folded texts as one of the texts they were made from."""
    first, second = one.source(*difference.first), other.source(*difference.second)
    return Difference(difference.kind, tuple(first), tuple(second), difference.is_replaced)  # type: ignore[arg-type]

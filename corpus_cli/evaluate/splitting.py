"""Score blocks with speakers and articles against blocks that a person corrected."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from corpus_cli.evaluate.measures import f1, share
from corpus_cli.evaluate.rows import Row
from corpus_cli.evaluate.spans import Overlap, Signs, Span, documents, overlaps, runs

CONFIDENT = 0.9
"""A confidence from which on a turn counts as sure."""


@dataclass(frozen=True, slots=True)
class SplitScore:
    """Hold the counts of scored blocks; the measures are computed from them, pooled over all documents.

    A turn is what one speaker says or writes without another between: neighbouring blocks with the same speaker (the
    same role where no name is known), whatever titles, captions, applause or page numbers stand between them.
    Predicted blocks of one speaker inside one gold turn are one turn too.  Names are compared by their letters
    and digits; a name is right that is the gold's, one of its `aliases`, or its printed marker.  Characters that
    are white space do not count, nor do gold blocks of soft kinds (title, caption, credit, reaction, procedure,
    furniture, other) that nobody speaks.

    - `start_precision`, `start_recall`, `start_f1`: predicted turns that begin at the very character where a gold
      turn does / predicted turns; / gold turns; their harmonic mean
    - `speaker_f1`: the same F1 where also the name is right
    - `confident`: turns that begin and are named right / predicted turns whose confidence is at least 0.9
    - `role`: roles right / starts found whose gold turn has a role; right is a role that is the same, holds the
      gold's, or agrees in at least 90 % (rapidfuzz ratio)
    - `attributed`: characters of gold turns in blocks with the right speaker / characters of gold turns with a name
    - `falsely_attributed`: characters that nobody speaks but the prediction gives somebody / characters nobody speaks
    - `article_f1`: harmonic mean of B-cubed precision and recall (Bagga and Baldwin 1998) of the article ids over
      the characters of gold articles; a character without a predicted article earns nothing; 1 without articles
    - `kind`: characters in blocks of the right kind / characters of gold blocks
    """

    documents: int = 0
    missing: int = 0
    unknown: int = 0
    gold_turns: int = 0
    found_turns: int = 0
    right_starts: int = 0
    right_speakers: int = 0
    confident_turns: int = 0
    confident_right: int = 0
    gold_roles: int = 0
    judged_roles: int = 0
    right_roles: int = 0
    spoken: int = 0
    spoken_right: int = 0
    unspoken: int = 0
    unspoken_given: int = 0
    article_characters: int = 0
    article_precision: float = 0.0
    article_recall: float = 0.0
    characters: int = 0
    kind_right: int = 0

    def __add__(self, other: SplitScore) -> SplitScore:
        """Return the counts of both."""
        return SplitScore(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(self)))

    def as_dict(self) -> dict[str, float]:
        """Return the measures (0–1) and then the counts they rest on."""
        precision = share(self.article_precision, self.article_characters, empty=1.0)
        recall = share(self.article_recall, self.article_characters, empty=1.0)
        measures = {
            "start_precision": share(self.right_starts, self.found_turns, empty=1.0),
            "start_recall": share(self.right_starts, self.gold_turns, empty=1.0),
            "start_f1": f1(self.right_starts, self.found_turns, self.gold_turns),
            "speaker_f1": f1(self.right_speakers, self.found_turns, self.gold_turns),
            "confident": share(self.confident_right, self.confident_turns, empty=1.0),
            "role": share(self.right_roles, self.judged_roles, empty=float(not self.gold_roles)),
            "attributed": share(self.spoken_right, self.spoken, empty=1.0),
            "falsely_attributed": share(self.unspoken_given, self.unspoken),
            "article_f1": share(2 * precision * recall, precision + recall),
            "kind": share(self.kind_right, self.characters, empty=1.0),
        }
        return measures | {field.name: getattr(self, field.name) for field in fields(self)}


def score_blocks(gold: Iterable[Row], pred: Iterable[Row]) -> SplitScore:
    """Return how well the blocks of `pred` agree with those of `gold`, both rows as `corpus split` writes them.

    Needed are `doc_id`, `start`, `end`, `kind`, `speaker` and, in the gold, `text`; `article` where there are
    articles; the gold may have `aliases`.  Offsets of both count in the same text; `source_start` and `source_end`
    of `corpus run` go before `start` and `end`.  A gold document without predicted rows counts in `missing` and
    is scored as if nothing had been found; documents that the gold lacks count in `unknown` and nothing else.
    Raises BadRecord where a row lacks its document or its place.
    """
    wanted, found = documents(gold, "gold"), documents(pred, "prediction")
    score = SplitScore(
        missing=sum(name not in found for name in wanted), unknown=sum(name not in wanted for name in found)
    )
    for name, spans in wanted.items():
        score += score_document(spans, found.get(name, []))
    return score


def score_document(gold: Sequence[Span], pred: Sequence[Span]) -> SplitScore:
    """Return the score of one document's blocks, both in order of place."""
    scored = Signs([span for span in gold if not span.soft])
    turns = runs(gold, lambda turn, span: not scored.between(turn.end, span.start))
    starts = [turn.start for turn in turns]

    def joined(turn: Span, span: Span) -> bool:
        return not scored.between(turn.end, span.start) or _inside(turns, starts, turn.end, span.start)

    made = runs(pred, joined)
    at = {turn.start: turn for turn in turns}
    hits = [(turn, at[turn.start]) for turn in made if turn.start in at]
    named = [turn for turn, want in hits if want.has_name(turn.name)]
    with_role = [(turn, want) for turn, want in hits if want.role]
    shared = overlaps(gold, pred)
    in_articles, precision, recall = _articles(shared)
    return SplitScore(
        documents=1,
        gold_turns=len(turns),
        found_turns=len(made),
        right_starts=len(hits),
        right_speakers=len(named),
        confident_turns=_confident(made),
        confident_right=_confident(named),
        gold_roles=sum(bool(turn.role) for turn in turns),
        judged_roles=len(with_role),
        right_roles=sum(want.has_role(turn.role) for turn, want in with_role),
        **_attribution(shared),
        article_characters=in_articles,
        article_precision=precision,
        article_recall=recall,
    )


def _confident(turns: Sequence[Span]) -> int:
    return sum(turn.confidence >= CONFIDENT for turn in turns)


def _inside(turns: Sequence[Span], starts: Sequence[int], end: int, start: int) -> bool:
    """Say whether one gold turn holds both the last sign before `end` and `start`."""
    n = bisect_left(starts, end) - 1
    return n >= 0 and start < turns[n].end


def _attribution(shared: Sequence[Overlap]) -> dict[str, int]:
    """Return the counts of characters by speaker and by kind."""
    counts: Counter[str] = Counter()
    for want, made, signs in shared:
        counts["characters"] += signs
        counts["kind_right"] += signs * (made is not None and made.kind == want.kind)
        if want.name:
            counts["spoken"] += signs
            counts["spoken_right"] += signs * (made is not None and want.has_name(made.name))
        elif not want.who and not want.soft:
            counts["unspoken"] += signs
            counts["unspoken_given"] += signs * (made is not None and bool(made.who))
    return dict(counts)


def _articles(shared: Sequence[Overlap]) -> tuple[int, float, float]:
    """Return the number of characters in gold articles and the sums of B-cubed precision and recall over them."""
    cells: Counter[tuple[str, str]] = Counter()
    for want, made, signs in shared:
        if want.article:
            cells[want.article, made.article if made else ""] += signs
    wanted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for (article, other), signs in cells.items():
        wanted[article] += signs
        found[other] += signs
    hits = [(article, other, signs) for (article, other), signs in cells.items() if other]
    precision = sum(signs * signs / found[other] for _, other, signs in hits)
    recall = sum(signs * signs / wanted[article] for article, _, signs in hits)
    return sum(wanted.values()), precision, recall

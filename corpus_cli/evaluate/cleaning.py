"""Score cleaned text against text that a person corrected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

import regex
from rapidfuzz.distance import Levenshtein

from corpus_cli.errors import BadRecord
from corpus_cli.evaluate.alignment import Alignment, aligned
from corpus_cli.evaluate.measures import f1, share
from corpus_cli.evaluate.rows import Row, texts_by_id
from corpus_cli.ledger import Edit, undo

WIDE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
"""Signs of scripts that are written without blanks between words."""

WORD = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]|[\p{L}\p{M}\p{N}]+")
"""A word: a sign of such a script, else a run of letters, marks and digits; other signs are no words."""

BLANK_LINES = regex.compile(r"\n\s*\n")
LINE_ENDS = regex.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class CleaningScore:
    """Hold the counts of a scored cleaning; the measures are computed from them, pooled over all texts.

    What is compared: in texts written mostly in Han or kana all white space is left out, in others each run of it
    is one blank.  Raw, cleaned and gold text are aligned by Levenshtein distance.

    - `cer` = edits between text and gold / characters of the gold; `cer_before` the same for the raw text
    - `wer` = the same over words: a Han or kana sign, else a run of letters and digits
    - `fixed` = errors of the raw text that are right afterwards / errors of the raw text, where an error is a gold
      character that is wrong or missing, or a raw character too many
    - `harm` = (gold characters right in the raw text and wrong afterwards + characters that cleaning put in and the
      gold does not have) / gold characters right in the raw text; `harm_per_10000` the same in ten thousand
    - `paragraphs` = F1 of the paragraph breaks, a break being right where the gold has one between the same two
      characters; breaks are blank lines, or line ends where most of the gold's are not followed by a blank line;
      `paragraphs_before` the same for the raw text
    """

    texts: int = 0
    missing: int = 0
    unknown: int = 0
    characters: int = 0
    words: int = 0
    edits_before: int = 0
    edits_after: int = 0
    word_edits_before: int = 0
    word_edits_after: int = 0
    errors: int = 0
    errors_fixed: int = 0
    right: int = 0
    harmed: int = 0
    breaks: int = 0
    breaks_before: int = 0
    breaks_after: int = 0
    breaks_right_before: int = 0
    breaks_right_after: int = 0

    def __add__(self, other: CleaningScore) -> CleaningScore:
        """Return the counts of both."""
        return CleaningScore(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(self)))

    @property
    def fixed(self) -> float:
        """Return the share of raw errors that are right afterwards (0–1)."""
        return share(self.errors_fixed, self.errors, empty=1.0)

    @property
    def harm(self) -> float:
        """Return the share of right characters that cleaning damaged (0–1)."""
        return share(self.harmed, self.right)

    def as_dict(self) -> dict[str, float]:
        """Return the measures (shares 0–1) and then the counts they rest on."""
        measures = {
            "cer_before": share(self.edits_before, self.characters),
            "cer": share(self.edits_after, self.characters),
            "wer_before": share(self.word_edits_before, self.words),
            "wer": share(self.word_edits_after, self.words),
            "fixed": self.fixed,
            "harm": self.harm,
            "harm_per_10000": 10_000 * self.harm,
            "paragraphs_before": f1(self.breaks_right_before, self.breaks_before, self.breaks),
            "paragraphs": f1(self.breaks_right_after, self.breaks_after, self.breaks),
        }
        return measures | {field.name: getattr(self, field.name) for field in fields(self)}


def score_cleaning(gold: Iterable[Row], pred: Iterable[Row], raw: Iterable[Row]) -> CleaningScore:
    """Return how well `pred` repairs `raw`, measured on `gold`; all rows are `{id, text}`.

    A gold id that `pred` lacks counts as an empty text (what is lost is harmed) and in `missing`; ids that the gold
    lacks are counted in `unknown` and nothing else.  Raises BadRecord where a row has no id or text, an id stands
    twice, or a gold id has no raw text.
    """
    wanted = texts_by_id(gold, "gold")
    cleaned = texts_by_id(pred, "prediction")
    given = texts_by_id(raw, "raw")
    absent = next((id_ for id_ in wanted if id_ not in given), None)
    if absent is not None:
        raise BadRecord(f"id {absent!r} of the gold has no raw text", remedy="Give the texts as they were before.")
    score = CleaningScore(
        missing=sum(id_ not in cleaned for id_ in wanted), unknown=sum(id_ not in wanted for id_ in cleaned)
    )
    for id_, text in wanted.items():
        score += score_text(text, cleaned.get(id_, ""), given[id_])
    return score


def raw_rows(pred: Iterable[Row]) -> list[dict[str, str]]:
    """Return the texts before cleaning, `{id, text}`, of rows that `corpus clean --edits inline` wrote.

    Raises BadRecord where a row has no `edits`, LedgerMismatch where they do not belong to its text.
    """
    rows: list[dict[str, str]] = []
    for number, row in enumerate(pred, 1):
        if not isinstance(row.get("edits"), list):
            remedy = "Give the texts as they were before, or clean with --edits inline."
            raise BadRecord("a row has no list `edits`", where=f"prediction, row {number}", remedy=remedy)
        edits = (Edit(*(edit[name] for name in Edit._fields)) for edit in row["edits"])
        rows.append({"id": str(row["id"]), "text": undo(row["text"], edits)})
    return rows


def score_text(gold: str, pred: str, raw: str) -> CleaningScore:
    """Return the score of one text."""
    wide = len(WIDE.findall(gold)) * 2 > len(WORD.findall(gold))
    blank_lines, line_ends = len(BLANK_LINES.findall(gold)), len(LINE_ENDS.findall(gold.strip()))
    ends = BLANK_LINES if 2 * blank_lines >= line_ends else LINE_ENDS
    want, made, given = (_compared(text, wide, ends) for text in (gold, pred, raw))
    before, after, change = (
        aligned(given.text, want.text),
        aligned(made.text, want.text),
        aligned(given.text, made.text),
    )
    words = [WORD.findall(text) for text in (gold, pred, raw)]
    return CleaningScore(
        texts=1,
        characters=len(want.text),
        words=len(words[0]),
        edits_before=before.distance,
        edits_after=after.distance,
        word_edits_before=Levenshtein.distance(words[2], words[0]),
        word_edits_after=Levenshtein.distance(words[1], words[0]),
        **_repairs(before, after, change, len(want.text)),
        breaks=len(want.breaks),
        **_break_counts("before", given, before, want),
        **_break_counts("after", made, after, want),
    )


@dataclass(frozen=True, slots=True)
class _Compared:
    """Hold the characters that are compared and the places among them before which a paragraph begins."""

    text: str
    breaks: frozenset[int]


def _compared(text: str, wide: bool, ends: regex.Pattern[str]) -> _Compared:
    pieces: list[str] = []
    breaks: list[int] = []
    length = 0
    for paragraph in ends.split(text):
        words = paragraph.split()
        if not words:
            continue
        if length:
            breaks.append(length)
        piece = "".join(words) if wide else " ".join(words) + " "
        pieces.append(piece)
        length += len(piece)
    return _Compared("".join(pieces), frozenset(breaks))


def _repairs(before: Alignment, after: Alignment, change: Alignment, length: int) -> dict[str, int]:
    """Return the counts of errors, repairs and harm; `length` is the gold's in compared characters."""
    right = set(before.places.values())
    now = set(after.places.values())
    gone = set(change.deleted)
    put_in = sum(place not in after.places for place in change.inserted)
    return {
        "errors": length - len(right) + len(before.deleted),
        "errors_fixed": len(now - right) + sum(place in gone for place in before.deleted),
        "right": len(right),
        "harmed": len(right - now) + put_in,
    }


def _break_counts(when: str, text: _Compared, alignment: Alignment, gold: _Compared) -> dict[str, int]:
    """Return how many paragraph breaks a text has at different places of the gold, and how many are right."""
    ends: list[int] = []
    last = 0
    for place in range(len(text.text) + 1):
        ends.append(last)
        last = alignment.places.get(place, last - 1) + 1
    found = {ends[place] for place in text.breaks} - {0, len(gold.text)}
    return {f"breaks_{when}": len(found), f"breaks_right_{when}": len(found & gold.breaks)}

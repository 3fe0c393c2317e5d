"""Find where the sentences of a text stand, Chinese and alphabetic, noisy or not."""

from __future__ import annotations

import regex

from corpus_cli.text.paragraphs import Span, paragraphs, trimmed

# Signs that close a sentence, and the quotes and brackets that stay with it.
_CLOSERS = r"[”’」』》〉）〕】］\)\]\"'*_]*"
# A full-width sign ends a sentence wherever it stands; dots of an ellipsis only where a line or quotation ends.
_FULL = r"[。！？｡]+[…—]*|[…]+(?=[”’」』）]*(?:\n|$))"
# A half-width mark ends one behind Han, or where blanks and a new beginning follow; never inside 3.5, v1.2 or a.m.
_MARK = r"(?<=[\p{Han}\p{Hiragana}\p{Katakana}”）》][!?.]*)[!?]+|(?<=\p{Han})\.(?![\d.\w])"
_LATIN = r"[.!?]+(?=[”’\)\]\"'*_]*\s+[\"'“‘(\[*_«¿¡—-]*[\p{Lu}\p{Lt}\p{N}\p{Han}])"
_END = regex.compile(rf"(?:{_FULL}|{_MARK}|{_LATIN}){_CLOSERS}|\n(?=\s*#)|(?<=^[ \t]*#[^\n]*)\n", regex.MULTILINE)
# Words behind which a dot is no end: titles, initials, common abbreviations.
_ABBREVIATION = regex.compile(
    r"(?<!\p{L})(?:\p{Lu}|Mr|Mrs|Ms|Messrs|Dr|Prof|St|Rev|Hon|Gen|Col|Capt|Lieut|Lt|Sgt|Gov|Pres|Sen|Rep|Jr|Sr|"
    r"No|Nos|Vol|vol|Fig|fig|pp?|vs|cf|etc|viz|e\.g|i\.e|al|ed|Esq|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.$"
)


def sentences(text: str) -> list[Span]:
    """Return the spans of the sentences of `text`, in order, without the blanks around them.

    A sentence never reaches over the end of a paragraph or of a heading line; a line end inside a paragraph does not
    end one.  Closing quotes and brackets stay with the sentence they close.

    >>> text = "他说：“我们来了。”天亮了！Mr. Hay paid 3.5 pounds. He left."
    >>> [text[start:end] for start, end in sentences(text)]
    ['他说：“我们来了。”', '天亮了！', 'Mr. Hay paid 3.5 pounds.', 'He left.']
    """
    return [span for paragraph in paragraphs(text) for span in _within(text, *paragraph)]


def _within(text: str, start: int, end: int) -> list[Span]:
    """Return the sentences of one paragraph."""
    spans: list[Span] = []
    piece = text[start:end]
    place = 0
    for match in _END.finditer(piece):
        stop = match.end()
        if _is_abbreviation(piece, match.start()):
            continue
        spans.append(trimmed(text, start + place, start + stop))
        place = stop
    spans.append(trimmed(text, start + place, end))
    return [span for span in spans if span.start < span.end]


def _is_abbreviation(piece: str, dot: int) -> bool:
    """Say whether the sign at `dot` is the dot of an abbreviation or an initial."""
    return piece[dot] == "." and _ABBREVIATION.search(piece, max(0, dot - 8), dot + 1) is not None

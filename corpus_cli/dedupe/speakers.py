"""Read who speaks at the beginning of a text: in minutes many say the same, each for himself and again and again."""

from __future__ import annotations

import regex
from rapidfuzz.distance import Levenshtein

from corpus_cli.dedupe.differences import Difference
from corpus_cli.dedupe.look_alikes import look_alike
from corpus_cli.dedupe.options import SHORT
from corpus_cli.text.han import is_han

# In folded texts: 主席:, ###唐凤:, 【叶乐世】, o señor presidente:, mr.levin.
_HAN_LABEL = r"[\p{Han}·]{1,12}(?:\([^()]{1,12}\))?(?<![曰说道云言问答谓写奏称叹骂喊叫呼谏谕])"
_LATIN_LABEL = r"\p{Latin}[\p{L}.'-]*(?: [\p{L}.'-]+){0,3}(?: ?\([^()]{1,24}\))?"
_LABEL = regex.compile(
    rf"[#*\[【 ]*(?:(?P<label>{_HAN_LABEL}|{_LATIN_LABEL})(?:[\]】*]* ?:|[\]】])"
    r"|(?P<label>(?:mrs?|ms|dr)\.\p{L}[\p{L}' -]{1,29})\.)"
)
# A clause that says who said it is no label.
_SAYS = regex.compile(r"\b(?:said|says|asked|answered|wrote|replied|cried|thought|follows)\b")
LONGEST = 60
"""How long the name of a speaker is at most, with its signs."""

_NOISE = 0.15
"""Up to this share of the letters of a name may be misread, and one in any."""


def said(text: str) -> int:
    """Return how many characters of a folded text stand behind the name of its speaker, of all where it has none.

    >>> said("主席:休息十分钟."), said("休息十分钟."), said("she said to him: no.")
    (6, 6, 20)
    """
    label = _label(text)
    return len(text) - (label.end() if label else 0)


def is_brief(text: str) -> bool:
    """Return whether a folded text is too short to be anything but equal, the name of its speaker left aside."""
    return len(text) < SHORT or (len(text) < SHORT + LONGEST and said(text) < SHORT)


def is_said_again(text: str) -> bool:
    """Return whether a folded text that stands twice is the turn of a speaker; a few words are too short to tell."""
    return _label(text) is not None and said(text) >= SHORT


def differing_speaker(first: str, second: str) -> Difference | None:
    """Return the names that open two folded texts where they are those of two speakers."""
    if not _may_name(first) or not _may_name(second):
        return None
    one, other = _label(first), _label(second)
    if not one or not other or one["label"] == other["label"] or not _are_two(one["label"], other["label"]):
        return None
    return Difference("speaker", one.span("label"), other.span("label"), True)


def _label(text: str) -> regex.Match[str] | None:
    """Return the name that opens a text, with its signs; none where it is a clause that says who said it."""
    label = _LABEL.match(text)
    return None if label is None or _SAYS.search(label["label"]) else label


def _may_name(text: str) -> bool:
    """Say whether a text may begin with a label: nearly always it has none of its marks."""
    return ":" in text or "]" in text or "】" in text or text.lstrip("#*[【 ").startswith(("mr", "ms", "dr"))


def _are_two(one: str, other: str) -> bool:
    """Return whether two names differ by more than misreadings."""
    if is_han(one[0]) and len(one) == len(other):
        return not all(map(look_alike, one, other))
    return Levenshtein.distance(one, other) > max(1, _NOISE * max(len(one), len(other)))

"""The families of markers: how a label is set off from what is said, and what each family finds on a line."""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus_cli.split.label_words import ARTICLES, HONORIFICS, PARTICLES
from corpus_cli.split.lines import made
from corpus_cli.split.patterns import (
    BOLD,
    BRACKET,
    BULLET,
    CHAT,
    COLON,
    HAN_GAP,
    HEADING,
    NEVER,
    OWN,
    OWN_HONOURED,
    QUESTION,
    RUN_IN,
    RUN_IN_HONOURED,
    RUN_IN_SMALL,
    SAID,
    STAMP,
)
from corpus_cli.text.han import is_han

_BY_SIGN = {
    **dict.fromkeys("#", ("heading", HEADING)),
    **dict.fromkeys("*_", ("bold", BOLD)),
    **dict.fromkeys("【[［〔<＜〈", ("bracket", BRACKET)),
    **dict.fromkeys("○◯●◎〇", ("bullet", BULLET)),
}
_STAGED = frozenset(("full stop", "dash", "gap", "own line"))
# What a label that runs into its text must have behind it.
_SEPARATED = re.compile(r"[.—–\t]|\s[\s-]")
_NO_LABEL = re.compile(f"[{NEVER}\n]")
# Signs that a line with a time of day begins with or ends in.
_TIME_FIRST, _TIME_LAST = frozenset("[(（【上下"), frozenset("])）】:：Mm")
_BESIDE_LETTERS = re.compile(r"[^ ·\w\u0300-\u036f'’ʼ-]")
_BRACKET = re.compile(r"[(（\[)）\]]")
_BEHIND_BRACKET = frozenset(("", "(", ",", "."))  # on the line of a label
_NO_SPEECH = frozenset(":：/`")  # behind a colon: a ratio, a link
LONGEST_ALONE = 59
_NO_LABEL_END = frozenset("!?,;:…—–-。！？，；：、”」")


class Mark(NamedTuple):
    """Hold what a family found on a line: label, bracket, sign of separation and direction as printed, and its end."""

    family: str
    raw: str
    note: str
    sep: str
    stage: str
    end: int
    place: int


def may_hold_marks(text: str) -> bool:
    """Say whether any family may find something on a line: nothing that goes on in small letters without a colon."""
    return not text[0].islower() or text[0] > "\u2fff" or ":" in text or "：" in text


def marks_of(text: str) -> list[Mark]:
    """Return what each family finds on a line; the first signs of a line rule most families out."""
    first = text[0]
    marked = _BY_SIGN.get(first)
    out: list[Mark] = []
    chat = CHAT.match(text) if (first in "<[(" or first.isdigit()) and ">" in text[:48] else None
    if chat:
        return [Mark("bracket", chat["label"], "", ">", "", chat.end(), chat.start("label"))]
    if marked is not None:
        match = marked[1].match(text)
        if match:
            out.append(_read(marked[0], match, text))
    if (marked is None or first in "[*○◯●◎〇") and (text.find(":", 0, 400) >= 0 or text.find("：", 0, 400) >= 0):
        _with_colon(text, out)
    if marked is None:
        numbered = first.isdigit() or first in "§—–-"
        if numbered or first.isupper():
            _plain(text, first, numbered, out)
        elif first > "\u2fff":
            _plain_han(text, out)
    return out


def _with_colon(text: str, out: list[Mark]) -> None:
    mark = _plain_colon(text) if text[0] > "\u2fff" else None
    if mark is None and (match := COLON.match(text)):
        mark = _read("colon", match, text)
    if mark and not (mark.raw[-1].isdigit() and text[mark.end : mark.end + 1].isdigit()):
        out.append(mark)
    if len(text) < 90 and _may_be_stamped(text[0], text[-1]):
        match = STAMP.match(text)
        if match:
            out.append(_read("stamp", match, text))


def _plain_colon(text: str) -> Mark | None:
    """Return what `COLON` finds on a line that begins with a Chinese sign, where nothing but the label is before it."""
    full, half = text.find("：", 0, 121), text.find(":", 0, 121)
    at = min(full, half) if full > 0 and half > 0 else max(full, half)
    if at <= 0 or text[0].isdigit() or _NO_LABEL.search(text, 0, at) or text[at + 1 : at + 2] in _NO_SPEECH:
        return None
    return made(Mark, ("colon", text[:at].rstrip(), "", text[at], "", at + 1, 0))


def _may_be_stamped(first: str, last: str) -> bool:
    return first.isdigit() or last.isdigit() or first in _TIME_FIRST or last in _TIME_LAST


def _plain_han(text: str, out: list[Mark]) -> None:
    """Add what the families without a sign of their own find on a line that begins with a Chinese sign."""
    if len(text[:90].split(None, 1)) > 1:
        match = HAN_GAP.match(text)
        if match:
            out.append(_read("gap", match, text))
    if _may_stand_alone(text, text[0]):
        _alone(text, False, out)


def _plain(text: str, first: str, numbered: bool, out: list[Mark]) -> None:
    """Add what the families find that have no sign of their own: full stop, dash, verb of speech, own line."""
    words = text[:200].split(None, 2)
    honoured = numbered or words[0].rstrip(".") in HONORIFICS or words[0] in ARTICLES
    if honoured or _may_run_in(words):
        if not _opens_sentence(text, words):
            _run_in(text[:400], len(text), honoured, out)
    elif _ends_soon(text):
        match = RUN_IN_SMALL.match(text[:120])
        if match and match.end() < len(text):
            out.append(_read("full stop" if match["sep"].strip() == "." else "dash", match, text))
    if _may_stand_alone(text, first):
        _alone(text, honoured, out)


def _alone(text: str, honoured: bool, out: list[Mark]) -> None:
    """Add a label that is a line of its own; the first sign beside its letters tells whether it may be one."""
    if not honoured and (text[0] > "\u2fff" or text[0].isascii()):
        stop = _BESIDE_LETTERS.search(text)
        at = stop.start() if stop else len(text)
        if at == len(text) or (at == len(text) - 1 and text[at] == "."):
            raw = text[:at].rstrip()
            if len(raw) <= LONGEST_ALONE and (text[0].isascii() or is_han(text[0])):
                out.append(made(Mark, ("own line", raw, "", "", "", len(text), 0)))
            return
        if not _may_end_label(text, at):
            return
    if _goes_on(text):
        return
    match = (OWN_HONOURED.match(text) if honoured else None) or OWN.match(text)
    if match:
        out.append(_read("own line", match, text))


def _may_end_label(text: str, at: int) -> bool:
    """Say whether a label that is a line of its own may end at a sign that is no letter, or go on behind it."""
    sign = text[at]
    if sign == ".":
        return at == 1 or text[at + 1 : at + 2] in "ºª°"  # an initial, 1.º
    return sign in "(（[" or (sign == "," and text[at + 1 : at + 2].isspace()) or sign.isspace()


def _goes_on(text: str) -> bool:
    """Say whether a line goes on behind its first bracket, as one does that is not a label alone."""
    opened = text.find("(", 0, 59)
    closed = text.find(")", opened) if opened > 0 else -1
    if closed < 0 or _BRACKET.search(text, 0, opened) or _BRACKET.search(text, opened + 1, closed):
        return False
    return text[closed + 1 :].lstrip()[:1] not in _BEHIND_BRACKET


def _opens_sentence(text: str, words: list[str]) -> bool:
    """Say whether an article and a small word begin a line, no name and no title: The amendment was agreed to."""
    if len(words) < 2 or words[0] not in ARTICLES or words[0][-1] == ".":
        return False
    word = words[1]
    small = word.isalpha() and word[0].islower() and word not in PARTICLES and word not in HONORIFICS
    return small and text.startswith(" " + word, len(words[0]))


def _may_run_in(words: list[str]) -> bool:
    """Say whether the first two words leave room for a label: the second is no small word, or a sign parts them."""
    head = words[0]
    if len(words) < 2 or head[-1] in ".,—–-" or "—" in head or "–" in head or ".-" in head or "--" in head:
        return True
    return not words[1][0].islower() or words[1].rstrip(".") in PARTICLES


def _ends_soon(text: str) -> bool:
    """Say whether a label whose second word is small may end within the first signs: Deuxième médecin."""
    return text.find(".", 4, 32) > 0 or text.find("—", 4, 32) > 0


def _may_stand_alone(text: str, first: str) -> bool:
    """Say whether a line may be a label and nothing else, with a direction in brackets perhaps."""
    if not (first.isupper() or first.isdigit() or first > "\u2fff"):
        return False
    if len(text) <= 60:
        return text[-1] not in _NO_LABEL_END
    return len(text) <= 320 and (text.find("(", 0, 40) > 0 or text.find("（", 0, 20) > 0)


def _run_in(head: str, size: int, honoured: bool, out: list[Mark]) -> None:
    # a sign of separation that ends the line leaves nothing to be said
    end = min(len(head), size - 1)
    if head.find(".", 0, end) > 0 or _SEPARATED.search(head, 0, end):
        match = QUESTION.match(head) if head[0] in "QA" else None
        match = match or (RUN_IN_HONOURED.match(head) if honoured else None) or RUN_IN.match(head)
        if match and match.end() < size:
            sep = match["sep"].strip()
            family = "gap" if not sep and match["sep"] else "full stop" if sep in (".", "") else "dash"
            out.append(_read(family, match, head))
    said = SAID.match(head) if honoured else None
    if said:
        out.append(_read("said", said, head))


def _read(family: str, match: re.Match[str], text: str) -> Mark:
    """Return label, bracket behind it, sign of separation and direction of a match."""
    end = match.end()
    if family == "bracket":
        group = match.lastgroup or 0
        return Mark(family, match[group], "", "", "", end, match.start(group))
    if family == "stamp":
        raw = match["label"] or match["a"]
        return Mark(family, raw, "", "", "", end, text.find(raw))
    raw, note = match.group("label", "note")
    note = note or (match["after"] if family == "bold" else "") or ""
    sep = match["sep"] if family not in ("heading", "bold", "own line", "said") else ""
    stage = match["stage"] if family in _STAGED else ""
    note = note.strip()[1:-1].strip() if note else ""
    return made(Mark, (family, raw, note, sep or "", stage or "", end, text.find(raw)))

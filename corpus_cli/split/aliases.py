"""One speaker, several prints: what recognition did to a label, brought back to the frequent form by rapidfuzz.

A rare label goes into a frequent one when one edit lies between them, the surname is the same, no number differs,
and the two never answer each other.  Numbers never merge: 发言人1 and 发言人8 are two persons.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import regex
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein, Opcode

from corpus_cli.split.families import Candidate
from corpus_cli.split.lines import LineTable
from corpus_cli.text.people import SURNAMES
from corpus_cli.text.simplified import simplified

TIMES = 3  # how much more frequent the right form must be
SHORTEST_HAN, SHORTEST = 3, 5
_HAN = regex.compile(r"\p{Han}")
_WRONG_COLON = "；;︰﹕∶꞉;．"
_COUNTED = frozenset("甲乙丙丁戊己")  # 群众甲 and 群众乙 are two
_CLOSERS = frozenset("；;︰﹕∶꞉")


def canonical(turns: Sequence[Candidate]) -> dict[str, str]:
    """Return for each label that is a misprint the label it stands for."""
    keys = [turn.key for turn in turns]
    counts = Counter(keys)
    shapes = {turn.key: turn.shape for turn in turns}
    frequent = [key for key, count in counts.items() if count >= TIMES and shapes[key] != "numbered"]
    alike = _by_shortened(frequent)
    out = {}
    for rare, count in counts.items():
        if shapes[rare] in ("numbered", "part", "office"):
            continue
        close = {key for form in _shortened(rare) for key in alike.get(form, ()) if counts[key] >= TIMES * count}
        near = [key for key in close if is_misprint(rare, key)]
        if len(near) == 1:
            out[rare] = near[0]
    neighbours = {frozenset(pair) for pair in pairwise(keys)} if out else frozenset()
    return {rare: right for rare, right in out.items() if frozenset((rare, right)) not in neighbours}


def _by_shortened(keys: Iterable[str]) -> dict[str, list[str]]:
    """Return labels by what is left of each without one sign, and by itself: where two meet, one edit parts them.

    Deletion neighbourhoods (Mor and Fraenkel 1982) make the search as long as the labels and not as their pairs.
    """
    found: dict[str, list[str]] = {}
    for key in keys:
        for form in _shortened(key):
            found.setdefault(form, []).append(key)
    return found


def _shortened(key: str) -> set[str]:
    return {key, *[key[:at] + key[at + 1 :] for at in range(len(key))]}


def is_misprint(rare: str, frequent: str) -> bool:
    """Say whether `rare` is `frequent` with one sign read wrongly.

    >>> is_misprint("于毕涛", "于华涛"), is_misprint("于华", "于涛"), is_misprint("Speaker 1", "Speaker 8")
    (True, False, False)
    """
    if rare == frequent or abs(len(rare) - len(frequent)) > 1:
        return False
    if min(len(rare), len(frequent)) < (SHORTEST_HAN if _HAN.search(rare) else SHORTEST):
        return False
    edits = [op for op in Levenshtein.opcodes(rare, frequent) if op.tag != "equal"]
    return len(edits) == 1 and _is_small(edits[0], rare, frequent)


def _is_small(edit: Opcode, rare: str, frequent: str) -> bool:
    """Say whether an edit touches one sign that is no surname (of another family) and no number."""
    if edit.src_end - edit.src_start > 1 or edit.dest_end - edit.dest_start > 1:
        return False
    if edit.src_start == 0 and _HAN.search(rare) and simplified(rare[0]) in SURNAMES:
        return False
    signs = rare[edit.src_start : edit.src_end] + frequent[edit.dest_start : edit.dest_end]
    if _HAN.search(rare) and any(sign.isdigit() or sign in _COUNTED for sign in signs):
        return False
    words = (_word_at(rare, edit.src_start), _word_at(frequent, edit.dest_start))
    return not any(word.isdigit() or (len(word) == 1 and word.isascii()) for word in words)


def _word_at(text: str, place: int) -> str:
    start = text.rfind(" ", 0, place) + 1
    end = text.find(" ", place)
    return text[start : end if end >= 0 else len(text)]


def rescued(refused: Iterable[Candidate], turns: Sequence[Candidate]) -> list[Candidate]:
    """Return candidates whose label is refused as it stands and is a misprint of one label that is accepted."""
    counts = Counter([turn.key for turn in turns])
    shapes = {turn.key: turn.shape for turn in turns}
    frequent = [key for key, count in counts.items() if count >= 2 and shapes[key] != "numbered"]
    taken = {turn.line for turn in turns}
    right: dict[str, str] = {}
    out = []
    for mark in refused if frequent else ():
        if mark.line in taken or not mark.opens:
            continue
        key = right.get(mark.key)
        if key is None:
            key = right[mark.key] = _meant(mark.key, frequent)
        if key:
            out.append(mark._replace(key=key, shape=shapes[key]))
    return out


def _meant(rare: str, frequent: Sequence[str]) -> str:
    """Return the one label that `rare` is a misprint of, "" where there is none or more than one."""
    cutoff = 1 if len(rare) < 12 else 2
    near = process.extract(rare, frequent, scorer=Levenshtein.distance, score_cutoff=cutoff, limit=2)
    return near[0][0] if len(near) == 1 and (near[0][1] > 1 or is_misprint(rare, near[0][0])) else ""


def wrongly_closed(family: str, table: LineTable, turns: Sequence[Candidate]) -> list[Candidate]:
    """Return lines that begin with an accepted label and a sign that recognition put for the right one.

    A semicolon for a colon (`主席；`), a comma for the full stop of `Mr. SMITH,`; never a comma behind a Chinese label,
    where it addresses the person.
    """
    if family not in ("colon", "full stop"):
        return []
    known = {turn.key: turn for turn in turns if family == "colon" or turn.shape == "honoured capitals"}
    taken = {turn.line for turn in turns}
    usual = Counter([turn.indent for turn in turns]).most_common(1)[0][0] if turns else 0
    signs = _CLOSERS if family == "colon" else frozenset(",")
    by_start: dict[str, list[str]] = {}
    for key in sorted(known, key=lambda key: (-len(key), key)):
        by_start.setdefault(key[:2], []).append(key)
    out = []
    for line in table.lines:
        keys = by_start.get(line.text[:2])
        if not keys or line.number in taken:
            continue
        key = next((key for key in keys if _is_closed(line.text, key, signs, family)), "")
        if key and (family == "colon" or line.indent == usual):
            end = line.start + len(key) + 1
            out.append(
                known[key]._replace(
                    line=line.number, start=line.start, end=end, note="", tail=len(line.text) - len(key) - 1
                )
            )
    return out


def _is_closed(text: str, key: str, signs: frozenset[str], family: str) -> bool:
    if not text.startswith(key):
        return False
    rest = text[len(key) :].lstrip()
    if rest[:1] not in signs:
        return False
    after = rest[1:].lstrip()
    return family == "colon" or after[:1].isupper()

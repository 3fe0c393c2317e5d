"""Lines that a recognition model wrote twice: near-copies inside one text, and which of the two is the copy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpus_cli.split.lines import Line

GRAM = 12
SHARE = 0.9  # of the 12-grams of a line that stand elsewhere
SHORTEST = 14
SURE = 30  # shorter lines (headings, notes) come back by intent; they are copies only beside longer ones


def copied_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indices of lines that are copies of others.

    A line is doubled when nine tenths of its 12-grams stand in other lines.  Doubled lines that touch make a run.  Of
    two runs that double each other the copy is the one that also doubles something before both, or else the later one.
    """
    near = _suspects(lines)
    where = _homes(lines, near)
    doubled = {index: homes for index in near if (homes := _doubled(lines[index], index, where))}
    copies: set[int] = set()
    for run in _runs(sorted(doubled)):
        sure = [index for index in run if len(lines[index].text) >= SURE]
        if any(min(doubled[index]) < run[0] and not copies.issuperset(doubled[index]) for index in sure):
            copies.update(run)
        copies.update(index for index in sure if any(run[0] <= home < index for home in doubled[index]))
    return frozenset(copies)


def _suspects(lines: Sequence[Line]) -> list[int]:
    """Return lines that share an anchor, a 12-gram at a step of twelve, with another line."""
    anchors: dict[str, int] = {}
    pairs: set[int] = set()
    for index, line in enumerate(lines):
        text = _plain(line)
        for at in range(0, len(text) - GRAM + 1, GRAM):
            home = anchors.setdefault(text[at : at + GRAM], index)
            if home != index:
                pairs.update((home, index))
    for index, line in enumerate(lines):
        text = _plain(line)
        shared = anchors.keys() & {text[at : at + GRAM] for at in range(len(text) - GRAM + 1)}
        homes = {anchors[gram] for gram in shared} - {index}
        if homes:
            pairs.update(homes, (index,))
    return sorted(pairs)


def _homes(lines: Sequence[Line], near: Sequence[int]) -> dict[str, tuple[int, ...]]:
    """Return for each 12-gram that stands in two of the lines `near` or more the first few of them."""
    homes: dict[str, tuple[int, ...]] = {}
    for index in near:
        text = _plain(lines[index])
        for at in range(len(text) - GRAM + 1):
            gram = text[at : at + GRAM]
            known = homes.get(gram)
            if known is None:
                homes[gram] = (index,)
            elif known[-1] != index and len(known) < 4:
                homes[gram] = (*known, index)
    return {gram: known for gram, known in homes.items() if len(known) > 1}


def _doubled(line: Line, index: int, where: dict[str, tuple[int, ...]]) -> list[int]:
    """Return the other lines that hold what this line says, [] when less than `SHARE` of it stands elsewhere."""
    text = _plain(line)
    grams = len(text) - GRAM + 1
    if len(text) < SHORTEST:
        return []
    hits: Counter[int] = Counter()
    covered = 0
    for at in range(grams):
        others = [home for home in where.get(text[at : at + GRAM], ()) if home != index]
        covered += bool(others)
        hits.update(others)
    # a copy begins where its original or a paragraph of it begins: 三要… after 二要… goes on, however alike the rest is
    begins = any(home != index for home in where.get(text[:GRAM], ()))
    whole = begins and covered >= SHARE * grams
    return sorted(home for home, count in hits.items() if count > 2) if whole else []


def _runs(indices: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for index in indices:
        if runs and runs[-1][-1] + 1 == index:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _plain(line: Line) -> str:
    return line.text.lstrip("# ")

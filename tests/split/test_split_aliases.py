"""Misprints of labels are found by what is left of them as they are found by comparing all with all."""

from __future__ import annotations

import random
from collections import Counter
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.split.aliases import TIMES, canonical, is_misprint
from corpus_cli.split.families import Candidate

LABELS = st.text(alphabet="明华a", min_size=2, max_size=4).map(lambda name: "王" + name)


@given(st.lists(LABELS, max_size=3), st.lists(LABELS, max_size=8), st.integers(0, 99))
@settings(derandomize=True, max_examples=1000)
def test_misprints_are_those_that_comparing_finds(often: list[str], rare: list[str], seed: int) -> None:
    keys = often * (2 * TIMES) + rare
    random.Random(seed).shuffle(keys)
    turns = [Candidate(n, n, n + 1, key, key, "person", "", True, 9, 0, "") for n, key in enumerate(keys)]
    counts = Counter(keys)
    neighbours = {frozenset(pair) for pair in pairwise(keys)}
    found = {}
    for one, count in counts.items():
        near = [
            key for key in counts if counts[key] >= TIMES * count and counts[key] >= TIMES and is_misprint(one, key)
        ]
        if len(near) == 1 and frozenset((one, near[0])) not in neighbours:
            found[one] = near[0]
    assert canonical(turns) == found

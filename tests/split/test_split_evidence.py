"""What the words of a part say is counted in packed numbers as it would be counted piece by piece."""

from __future__ import annotations

import re
from collections import Counter
from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.split.evidence import MOST_OPEN, SMOOTHING, WORD_WEIGHT, WORDS_SAMPLE, _word_evidence, _words

TEXTS = st.text(alphabet="水渠闸田，。\n a𠀀", max_size=60)


def counted(text: str) -> Counter[str]:
    """Return the sequences of two and of three signs inside each run of letters."""
    runs = re.findall(r"[^\W_]+", text[:WORDS_SAMPLE])
    return Counter(run[at : at + size] for size in (2, 3) for run in runs for at in range(len(run) - size + 1))


def plain(part: str, heads: dict[int, str]) -> dict[int, float]:
    """Return the evidence of a part's words, one sequence after the other."""
    known = {a: counted(text) for a, text in heads.items()}
    everything = sum(sum(mine.values()) for mine in known.values()) or 1
    told = [gram for gram in counted(part) if any(gram in mine for mine in known.values())]
    scores = dict.fromkeys(heads, 0.0)
    for gram in told:
        share = SMOOTHING * sum(mine[gram] for mine in known.values()) / everything
        for a, mine in known.items():
            likely = (mine[gram] + share) / (sum(mine.values()) + SMOOTHING)
            scores[a] += min(counted(part)[gram], 4) * log(likely)
    best = max(scores.values())
    return {a: WORD_WEIGHT * (score - best) / max(1, len(told)) ** 0.5 for a, score in scores.items()}


@given(TEXTS, st.lists(TEXTS, min_size=1, max_size=MOST_OPEN))
@settings(derandomize=True, max_examples=300)
def test_packed_counts_say_what_plain_counts_say(part: str, texts: list[str]) -> None:
    heads = dict(enumerate(texts))
    found = _word_evidence(_words(part), {a: _words(text) for a, text in heads.items()})
    assert found == pytest.approx(plain(part, heads), abs=1e-9)


def test_the_most_that_a_sample_holds_is_counted() -> None:
    heads = dict.fromkeys(range(MOST_OPEN), "水" * WORDS_SAMPLE) | {0: "水水渠" * WORDS_SAMPLE}
    found = _word_evidence(_words("水水水渠"), {a: _words(text) for a, text in heads.items()})
    assert found == pytest.approx(plain("水水水渠", heads), abs=1e-9)

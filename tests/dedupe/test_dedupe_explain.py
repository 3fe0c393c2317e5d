"""What is shown on a pair is what the verdict rests on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.dedupe.explain import explain_pair
from corpus_cli.text.folding import fold

texts = st.text(st.sampled_from("甲乙丙丁，。一二 abc-\n1"), max_size=50)


@settings(derandomize=True, max_examples=200)
@given(texts, texts)
def test_the_pieces_make_up_both_views(first: str, second: str) -> None:
    shown = explain_pair(first, second)
    assert "".join(piece.first for piece in shown.pieces) == shown.first == fold(first).text
    assert "".join(piece.second for piece in shown.pieces) == shown.second == fold(second).text
    for piece in shown.pieces:
        assert fold(first[piece.first_span.start : piece.first_span.end]).text.replace(" ", "") == piece.first.replace(
            " ", ""
        )


def test_the_measures_add_up_to_the_margin() -> None:
    first = "The harbour board met in the old customs house to hear what the engineer had found that winter."
    second = "The harbour board met in the new schools house to hear what the engineer had fouud that winter."
    shown = explain_pair(first, second)
    assert sum(measure.odds for measure in shown.measures) == pytest.approx(shown.verdict.margin, abs=0.01)
    assert {measure.name for measure in shown.measures} >= {"start", "replaced", "ends", "lost"}


def test_a_pair_too_short_to_weigh_has_no_measures() -> None:
    assert explain_pair("谢谢大家", "谢谢各位").measures == ()


def test_differences_are_marked_in_the_folded_view() -> None:
    assert explain_pair("Ａ cat", "a hat").marked() == "a [-c-]{+h+}at"

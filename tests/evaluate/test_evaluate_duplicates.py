"""The duplicate scorer against figures worked out by hand and against plain enumeration of pairs."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.errors import BadRecord
from corpus_cli.evaluate import score_duplicates

STEADY = settings(derandomize=True, deadline=None, max_examples=200)


def clusters(**names: str) -> list[dict[str, str]]:
    return [{"id": id_, "cluster": name} for id_, name in names.items()]


def removed(start: int, end: int, dup_start: int, dup_end: int) -> dict[str, object]:
    return {"id": "p", "start": start, "end": end, "dup_of": "p", "dup_start": dup_start, "dup_end": dup_end}


def test_pairs_by_hand():
    got = score_duplicates(clusters(a="1", b="1", c="1", d="2"), clusters(a="1", b="1", c="2", d="2")).as_dict()
    assert (got["gold_pairs"], got["found_pairs"], got["right_pairs"]) == (3, 2, 1)
    assert (got["precision"], got["recall"], got["f1"]) == (1 / 2, 1 / 3, 2 / 5)
    assert got["ari"] == pytest.approx((1 - 3 * 2 / 6) / (5 / 2 - 3 * 2 / 6))


def test_removed_rows_make_a_star_into_a_cluster():
    gold = [{"id": "b", "dup_of": "a"}, {"id": "c", "dup_of": "a"}]
    assert score_duplicates(gold, clusters(a="1", b="1", c="1")).as_dict()["f1"] == 1


def test_which_copy_goes_is_scored_apart_from_the_pair():
    got = score_duplicates([{"id": "b", "dup_of": "a"}], [{"id": "a", "dup_of": "b"}]).as_dict()
    assert (got["f1"], got["removal_precision"], got["removal_recall"]) == (1, 0, 0)


def test_a_span_with_half_in_common_is_the_same_unit():
    gold = [removed(100, 200, 0, 90)]
    assert score_duplicates(gold, [removed(98, 202, 0, 92)]).f1 == 1
    assert score_duplicates(gold, [removed(160, 300, 0, 90)]).f1 == 0


def test_units_that_nobody_names_stand_alone():
    gold, pred = clusters(a="1", b="1"), clusters(c="1", d="1")
    few, many = score_duplicates(gold, pred, units=4), score_duplicates(gold, pred, units=1000)
    assert few.ari < many.ari < 0.01
    assert many.units == 1000


def test_annotated_rows_without_a_duplicate_stand_alone():
    pred = [{"id": "a", "dup_of": "", "dup_cluster": ""}, {"id": "b", "dup_of": "a", "dup_cluster": "k1"}]
    assert score_duplicates(clusters(a="1", b="1"), pred).f1 == 1


def test_nothing_sought_and_nothing_found_is_right():
    assert score_duplicates([], []).as_dict()["f1"] == 1
    assert score_duplicates([], [{"id": "b", "dup_of": "a"}]).as_dict()["precision"] == 0


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ({"id": "a"}, "neither"),
        ({"dup_of": "a"}, "no `id`"),
        ({"id": "a", "start": "1", "dup_of": "b"}, "whole number"),
    ],
)
def test_rows_that_cannot_be_scored(row, word):
    with pytest.raises(BadRecord, match=word):
        score_duplicates([row], [])


@STEADY
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=12))
def test_counts_agree_with_plain_enumeration(labels):
    gold = [{"id": str(n), "cluster": f"g{a}"} for n, (a, _) in enumerate(labels)]
    pred = [{"id": str(n), "cluster": f"p{b}"} for n, (_, b) in enumerate(labels)]
    both = list(combinations(labels, 2))
    got = score_duplicates(gold, pred)
    assert got.gold_pairs == sum(x[0] == y[0] for x, y in both)
    assert got.found_pairs == sum(x[1] == y[1] for x, y in both)
    assert got.right_pairs == sum(x == y for x, y in both)
    assert got.ari <= 1

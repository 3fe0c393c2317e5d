"""The laws of the ledger: apply, invert, compose, and offsets carried both ways."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.errors import LedgerMismatch
from corpus_cli.ledger import Edit, OffsetMap, apply, compose, invert, undo

TEXT = st.text("他说,，。 ab\n", max_size=14)
MANY = settings(derandomize=True, max_examples=400, deadline=None)


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> list[Edit]:
    """Draw edits of a text: deletions, insertions, replacements, also side by side."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    edits, place = [], 0
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        after = draw(st.text("XY", max_size=2))
        if start >= place and text[start:end] != after:
            edits.append(Edit(draw(st.sampled_from(["one", "two"])), start, end, text[start:end], after))
            place = end
    return edits


@MANY
@given(st.data(), TEXT)
def test_invert_undoes(data: st.DataObject, text: str) -> None:
    edits = data.draw(edits_of(text))
    after = apply(text, edits)
    assert undo(after, edits) == text
    assert invert(invert(edits)) == edits


@MANY
@given(st.data(), TEXT)
def test_compose_does_one_after_the_other(data: st.DataObject, text: str) -> None:
    first = data.draw(edits_of(text))
    middle = apply(text, first)
    second = data.draw(edits_of(middle))
    after = apply(middle, second)
    composed = compose(text, first, second)
    assert apply(text, composed) == after
    assert undo(after, composed) == text
    assert all(edit.before != edit.after for edit in composed)


@MANY
@given(st.data(), TEXT)
def test_offsets_outside_edits_keep_their_character(data: st.DataObject, text: str) -> None:
    edits = data.draw(edits_of(text))
    after = apply(text, edits)
    offsets = OffsetMap(edits)
    changed = {place for edit in edits for place in range(edit.start, edit.end)}
    for place in set(range(len(text))) - changed:
        there = offsets.forward(place)
        assert after[there] == text[place]
        assert offsets.backward(there) == place
        assert offsets.forward(place + 1, end=True) == there + 1
        assert offsets.backward(there + 1, end=True) == place + 1


def test_rules_that_touch_the_same_place_are_named_together() -> None:
    first = [Edit("width", 1, 2, ",", "，")]
    assert compose("a,b", first, [Edit("end", 1, 2, "，", "。")]) == [Edit("width+end", 1, 2, ",", "。")]
    assert compose("a,b", first, [Edit("back", 1, 2, "，", ",")]) == []


@pytest.mark.parametrize(
    "edits",
    [
        [Edit("r", 0, 1, "x", "y")],
        [Edit("r", 0, 2, "ab", ""), Edit("r", 1, 3, "bc", "")],
        [Edit("r", 2, 9, "c", "")],
    ],
)
def test_edits_that_do_not_fit_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(LedgerMismatch, match="expects"):
        apply("abc", edits)

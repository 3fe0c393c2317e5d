"""Composing edits quickly gives what the ledger's own composition gives."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.clean.merging import merge, merge_all
from corpus_cli.ledger import Edit, apply, compose

SETTINGS = settings(derandomize=True, deadline=None, max_examples=400)


@st.composite
def edits(draw: st.DrawFn, text: str, rule: str) -> list[Edit]:
    """Draw edits that fit a text: removals, insertions and replacements, side by side too."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    made: list[Edit] = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        after = draw(st.text("xyz", max_size=3))
        if text[start:end] != after:
            made.append(Edit(rule, start, end, text[start:end], after))
    return made


@SETTINGS
@given(st.data(), st.text("abc", min_size=1, max_size=20))
def test_merge_equals_compose(data: st.DataObject, text: str) -> None:
    first = data.draw(edits(text, "one"))
    middle = apply(text, first)
    second = data.draw(edits(middle, "two"))
    assert list(merge(text, first, second)) == compose(text, first, second)


@SETTINGS
@given(st.data(), st.text("abc", min_size=1, max_size=20))
def test_all_passes_lead_to_the_last_text(data: st.DataObject, text: str) -> None:
    texts, ledgers = [text], []
    for name in "pqrs":
        ledgers.append(data.draw(edits(texts[-1], name)))
        texts.append(apply(texts[-1], ledgers[-1]))
    assert apply(text, merge_all(texts[:-1], ledgers)) == texts[-1]

"""A line that is a label and nothing else is read without a search where it holds letters only: the answer is one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.split.marks import _may_stand_alone, marks_of
from corpus_cli.split.patterns import OWN

labels = st.text(alphabet="AB主席陳a b'-·.1（）(,é", min_size=1, max_size=62).map(str.strip).filter(bool)


@given(labels)
@settings(derandomize=True, max_examples=600)
def test_own_lines_are_read_as_the_pattern_reads_them(text: str) -> None:
    found = [mark for mark in marks_of(text) if mark.family == "own line"]
    match = OWN.match(text)
    if match and text[0] not in "*[（(" and _may_stand_alone(text, text[0]):
        assert [(mark.raw, mark.end) for mark in found] == [(match["label"], match.end())]
    else:
        assert not found

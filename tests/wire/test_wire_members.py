"""The scanner of JSON bytes against the parser."""

from __future__ import annotations

import json

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.wire.members import append_member, may_hold_any, member_span, members

NAMES = st.text('ab"\\{}[],: 中\n', max_size=4)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**40), 2**40), st.text('a"\\{}[],: 中\n', max_size=6)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(NAMES, inner, max_size=3)),
    max_leaves=8,
)
SEPARATORS = st.sampled_from([(",", ":"), (", ", ": "), (" ,\t", "  :")])


@settings(derandomize=True, max_examples=300)
@given(st.dictionaries(NAMES, VALUES, max_size=4), SEPARATORS, st.booleans())
def test_spans_hold_the_values(fields: dict[str, object], separators: tuple[str, str], escaped: bool) -> None:
    line = json.dumps(fields, separators=separators, ensure_ascii=escaped).encode()
    for name, value in fields.items():
        span = member_span(line, [name])
        assert span is not None
        assert orjson.loads(line[span.start : span.end]) == value
    assert [(name, orjson.loads(value)) for name, value in members(line)] == list(fields.items())
    assert member_span(line, ["absent"]) is None
    assert orjson.loads(append_member(line, "new", b"1")) == {**fields, "new": 1}


def test_the_last_of_two_equal_keys_counts() -> None:
    assert member_span(b'{"text": 1, "text": 2}', ["text"]) == (20, 21)


def test_a_key_inside_a_nested_object_or_a_string_is_no_member() -> None:
    line = b'{"note": "\\"text\\": 1", "meta": {"text": 3}, "text": 4}'
    span = member_span(line, ["text"])
    assert span is not None
    assert line[span.start : span.end] == b"4"


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from(["dup_of", "dup", "d\\u", "字", "x"]), st.integers(), max_size=3), st.booleans())
def test_a_line_that_may_hold_no_name_holds_none(fields: dict[str, int], escaped: bool) -> None:
    line = json.dumps(fields, ensure_ascii=escaped).encode()
    for names in (("dup_of", "dup_score"), ("字", "dup_of"), ("x",)):
        assert may_hold_any(line, names) or not any(member_span(line, [name]) for name in names)

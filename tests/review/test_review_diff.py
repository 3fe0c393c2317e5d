from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.errors import LedgerMismatch
from corpus_cli.ledger import Edit
from corpus_cli.review.diff import Segment, differences, segments, segments_of_edits
from corpus_cli.review.hunks import Line, clipped, diff_edits, diff_rows, diff_texts

fixed = settings(derandomize=True, max_examples=300, deadline=None)
texts = st.text(alphabet="一二三ab 1，,\n", max_size=40)


def sides(stretches: list[Segment]) -> tuple[str, str]:
    a = "".join(s.text for s in stretches if s.kind != "added")
    b = "".join(s.text for s in stretches if s.kind != "removed")
    return a, b


@fixed
@given(texts, texts)
def test_segments_hold_both_texts(a: str, b: str) -> None:
    assert sides(segments(a, b)) == (a, b)


@fixed
@given(texts, texts)
def test_differences_are_sorted_and_real(a: str, b: str) -> None:
    found = differences(a, b)
    assert (not found) == (a == b)
    for one, two in pairwise(found):
        assert one.end <= two.start
        assert one.other_end <= two.other_start
    for item in found:
        assert a[item.start : item.end] != b[item.other_start : item.other_end]


@fixed
@given(texts, texts)
def test_listing_holds_every_changed_line(a: str, b: str) -> None:
    lines = [line for hunk in diff_texts(a, b, context=1000) for line in hunk.lines]
    if a == b:
        assert not lines
        return
    one = "\n".join("".join(s.text for s in line.segments if s.kind != "added") for line in lines if line.sign != "+")
    two = "\n".join("".join(s.text for s in line.segments if s.kind != "removed") for line in lines if line.sign != "-")
    assert one.rstrip("\n") == a.rstrip("\n")
    assert two.rstrip("\n") == b.rstrip("\n")
    assert [line.number for line in lines if line.sign != "+"] == list(range(1, sum(x.sign != "+" for x in lines) + 1))


def test_one_character_inside_a_long_paragraph_is_marked_alone() -> None:
    text = "县里的档案馆把旧报纸一页一页扫描下来。" * 40
    found = segments(text, text.replace("旧报纸", "旧报低", 1))
    assert [s.text for s in found if s.kind != "equal"] == ["纸", "低"]


def test_letters_are_marked_inside_words_and_words_are_not_mixed() -> None:
    found = [
        tuple(s) for s in segments("a modem city, an old tale", "a modern city, one new tale") if s.kind != "equal"
    ]
    assert found == [("removed", "m"), ("added", "rn"), ("removed", "an old"), ("added", "one new")]


def test_a_shared_particle_inside_a_rewritten_phrase_is_no_island() -> None:
    found = segments("甲乙丙丁的戊己庚辛", "一二三四的五六七八")
    assert [s.kind for s in found] == ["removed", "added"]


def test_an_inserted_line_leaves_its_neighbours_alone() -> None:
    (hunk,) = diff_texts("甲\n乙\n丙", "甲\n新\n乙\n丙", context=1)
    assert [(line.sign, line.number, line.other_number) for line in hunk.lines] == [
        (" ", 1, 1),
        ("+", 0, 2),
        (" ", 2, 3),
    ]


def test_a_joined_line_shows_both_lines_as_gone() -> None:
    (hunk,) = diff_texts("上半句\n下半句。\n完", "上半句下半句。\n完", context=0)
    assert [line.sign for line in hunk.lines] == ["-", "-", "+"]


def test_changes_far_apart_are_two_hunks() -> None:
    lines = [f"第{n}行" for n in range(40)]
    other = [*lines]
    other[3], other[30] = "改了", "也改了"
    found = diff_texts("\n".join(lines), "\n".join(other), context=2)
    assert [(h.start, h.other_start, len(h.lines)) for h in found] == [(2, 2, 6), (29, 29, 6)]


def test_very_large_rewrites_are_shown_whole_and_not_aligned() -> None:
    a = "".join(chr(0x4E00 + n % 5000) for n in range(9000))
    b = "".join(chr(0x4E00 + (n * 7) % 5000) for n in range(9000, 0, -1))
    assert len(differences(a, b)) == 1


def test_edits_are_marked_as_the_ledger_has_them() -> None:
    (hunk,) = diff_edits("他说,好", [Edit("width", 2, 3, ",", "，")])
    assert [line.sign for line in hunk.lines] == ["-", "+"]
    assert segments_of_edits("ab", [Edit("x", 0, 1, "a", "")]) == [Segment("removed", "a"), Segment("equal", "b")]
    with pytest.raises(LedgerMismatch):
        segments_of_edits("ab", [Edit("x", 0, 1, "z", "")])


def test_rows_are_paired_by_id_whatever_their_order() -> None:
    a = [{"id": "a", "text": "一"}, {"id": "b", "text": "二"}, {"id": "c", "text": "三", "year": 1}]
    b = [{"id": "c", "text": "三", "year": 2}, {"id": "a", "text": "壹"}, {"id": "d", "text": "四"}]
    found = [(row.id, row.state, row.fields) for row in diff_rows(a, b)]
    assert found == [("c", "changed", ("year",)), ("a", "changed", ()), ("d", "added", ()), ("b", "removed", ())]


def test_long_lines_are_cut_beside_the_change_only() -> None:
    line = Line("-", 1, 0, (Segment("equal", "前" * 99), Segment("removed", "中"), Segment("equal", "后" * 99)))
    assert [s.text for s in clipped(line, 3).segments] == ["…前前前", "中", "后后后…"]


def test_rows_of_one_id_are_paired_in_their_order() -> None:
    a = [{"id": "x", "text": "一"}, {"id": "y", "text": "二"}, {"id": "x", "text": "三"}, {"id": "x", "text": "四"}]
    b = [{"id": "y", "text": "二"}, {"id": "x", "text": "一"}, {"id": "x", "text": "叁"}]
    assert [(row.id, row.state) for row in diff_rows(a, b)] == [
        ("y", "same"),
        ("x", "same"),
        ("x", "changed"),
        ("x", "removed"),
    ]

"""What a person said of an earlier removal is heeded."""

from __future__ import annotations

from corpus_cli.dedupe import DedupeOptions, Held, dedupe
from corpus_cli.record import Record

TEXT = "全县新建水渠二十三条，总长四十里，受益农田一万亩，群众十分满意。"
RECORDS = [Record("a", TEXT), Record("b", f"开场白在此。\n\n{TEXT}\n\n{TEXT}")]
FIRST = DedupeOptions(keep="first")


def left(*wishes: Held) -> tuple[str, tuple[int, ...]]:
    outcome = dedupe(RECORDS, FIRST, wishes=wishes)
    record = outcome.records[1][0]
    assert record is not None
    return record.text, tuple(outcome.heeded)


def test_without_wishes_both_copies_go() -> None:
    assert left() == ("开场白在此。", ())


def test_a_kept_paragraph_stays_and_only_that_one() -> None:
    assert left(Held(1, "b", TEXT, 8)) == (f"开场白在此。\n\n{TEXT}", (1,))


def test_two_that_differ_stay_apart() -> None:
    assert left(Held(4, "b", TEXT, 8, "a", TEXT)) == (f"开场白在此。\n\n{TEXT}", (4,))
    assert left(Held(4, "b", TEXT, 8, "c", TEXT)) == ("开场白在此。", (4,))


def test_a_wish_without_its_unit_is_not_heeded() -> None:
    assert left(Held(2, "b", "无此段落"), Held(3, "z", TEXT)) == ("开场白在此。", ())

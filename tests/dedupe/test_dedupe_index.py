"""An index that grows gives what one run over all gives; a threshold can be raised afterwards."""

from __future__ import annotations

import pytest

from corpus_cli.dedupe import DedupeOptions, dedupe, extend_index, read_index, rethreshold
from corpus_cli.errors import BadInput, BadRecord, WrongCall
from corpus_cli.record import Record

WELL = "村口的老井修了三次，最后一次是全村人凑的钱，石匠没有收工钱，只喝了一碗米酒。"
ROAD = "从县城到乡里的班车每天只有一趟，错过了就得走四个钟头的山路，天黑以前很难走到。"
SCHOOL = "小学的钟是一截铁轨，挂在槐树上，敲钟的老人耳朵不好，总要多敲几下才肯停。"
FERRY = "渡船上坐着去赶集的人，鸡和鸭装在竹笼里，船老大一边撑船一边讲昨天夜里的雨。"


def noisy(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new)


BATCHES = [
    [Record("a#1", f"{WELL}\n\n{ROAD}"), Record("a#2", noisy(WELL, "石匠", "石厅"))],
    [Record("b#1", f"{SCHOOL}\n\n{noisy(ROAD, '山路', '山跻')}"), Record("b#2", FERRY)],
    [Record("c#1", noisy(FERRY, "竹笼", "竹茏")), Record("c#2", f"{SCHOOL}\n\n{WELL}")],
]
FIRST = DedupeOptions(keep="first")


def gone(outcome) -> list[tuple]:
    return [(row["id"], row["start"], row["dup_of"], row["dup_start"], row["dup_end"]) for row in outcome.removed]


def test_runs_over_batches_leave_what_one_run_leaves(tmp_path):
    folder = tmp_path / "index"
    found = []
    for batch in BATCHES:
        outcome = dedupe(batch, FIRST, indexed=read_index(folder, "paragraph"))
        extend_index(folder, "paragraph", outcome.staying)
        found += gone(outcome)
    assert found == gone(dedupe([record for batch in BATCHES for record in batch], FIRST))
    assert len(found) == 5
    assert [entry.text for entry in read_index(folder, "paragraph")] == [WELL, ROAD, SCHOOL, FERRY]


def test_an_index_of_other_units_is_refused_and_a_damaged_one_named(tmp_path):
    segment = extend_index(tmp_path, "record", dedupe(BATCHES[0], DedupeOptions(unit="record")).staying)
    with pytest.raises(WrongCall):
        read_index(tmp_path, "paragraph")
    segment.write_bytes(segment.read_bytes()[:-20])
    with pytest.raises(BadInput, match=r"000001\.jsonl:"):
        read_index(tmp_path, "record")


@pytest.mark.parametrize("unit", ["record", "paragraph"])
def test_a_higher_threshold_takes_copies_back_as_a_run_with_it_would(unit):
    records = [Record("a", WELL), Record("b", noisy(WELL, "石匠", "石厅")), Record("c", ROAD), Record("d", ROAD)]
    marked = [record for record, _ in dedupe(records, DedupeOptions(unit=unit, mode="annotate", keep="first")).records]
    for threshold, left in ((50, 2), (99, 3)):
        options = DedupeOptions(unit=unit, threshold=threshold, keep="first")
        again, anew = rethreshold(marked, options), dedupe(records, options)
        assert [record and record.text for record, _ in again.records] == [
            record and record.text for record, _ in anew.records
        ]
        assert [row["id"] for row in again.removed] == [row["id"] for row in anew.removed]
        assert again.counts["kept"] == left


def test_records_that_were_not_annotated_are_refused():
    with pytest.raises(BadRecord):
        rethreshold([Record("a", WELL)], DedupeOptions())

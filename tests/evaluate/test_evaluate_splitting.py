"""The block scorer: each test changes one thing in a small page and says which measure must feel it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.errors import BadRecord
from corpus_cli.evaluate import score_blocks
from corpus_cli.evaluate.spans import Span, overlaps

PAGE = [
    ("title", "", "", "老街换新颜", "a1"),
    ("byline", "穆云舟", "青堰日报记者", "青堰日报记者 穆云舟", "a1"),
    ("paragraph", "穆云舟", "青堰日报记者", "清晨六点，街上开了门。", "a1"),
    ("caption", "", "", "锦绳巷的早晨", "a1"),
    ("paragraph", "穆云舟", "青堰日报记者", "门后是一口老井。", "a1"),
    ("paragraph", "", "", "这一段没有人署名。", ""),
    ("turn", "秦绍华", "副区长", "秦绍华：把人留下来。", "a2"),
]


def blocks(page=PAGE):
    rows, place = [], 0
    for seq, (kind, name, role, text, article) in enumerate(page, 1):
        speaker = {"name": name, "role": role, "org": "", "place": ""}
        end = place + len(text)
        row = {"id": f"d#b{seq:04d}", "doc_id": "d", "kind": kind, "speaker": speaker, "article": article}
        rows.append(row | {"start": place, "end": end, "text": text})
        place = end + 2
    return rows


def changed(index: int, **fields: object):
    rows = blocks()
    rows[index] = rows[index] | fields
    return rows


def measures(pred, gold=None):
    return score_blocks(gold or blocks(), pred).as_dict()


def speaker(name: str, role: str = "") -> dict[str, str]:
    return {"name": name, "role": role, "org": "", "place": ""}


def test_the_gold_itself_is_perfect():
    got = measures(blocks())
    names = ("start_f1", "speaker_f1", "role", "attributed", "article_f1", "kind")
    assert [got[name] for name in names] == [1] * 6
    assert (got["gold_turns"], got["falsely_attributed"]) == (2, 0)


def test_blocks_that_tile_the_text_are_trimmed():
    rows = blocks()
    for row in rows:
        row["end"] += 2
        row["text"] += "\n\n"
    assert measures(rows)["start_f1"] == 1


def test_a_wrong_name_costs_the_speaker_and_the_characters_but_not_the_start():
    got = measures(changed(6, speaker=speaker("秦少华", "副区长")))
    assert (got["start_f1"], got["speaker_f1"], got["role"]) == (1, 0.5, 1)
    assert got["attributed"] < 1


def test_a_start_one_character_late_is_missed():
    rows = changed(6, start=blocks()[6]["start"] + 1, text="绍华：把人留下来。")
    assert measures(rows)["right_starts"] == 1


def test_a_caption_taken_for_text_does_not_interrupt_its_author():
    got = measures(changed(3, kind="paragraph"))
    assert got["start_f1"] == 1
    assert got["kind"] < 1


def test_text_that_nobody_signed_given_to_somebody():
    got = measures(changed(5, speaker=speaker("穆云舟", "青堰日报记者")))
    assert (got["falsely_attributed"], got["attributed"], got["start_f1"]) == (1, 1, 1)


def test_an_unknown_block_in_mid_article_makes_no_second_start():
    got = measures(changed(2, speaker=speaker("")))
    assert got["start_f1"] == 1
    assert got["attributed"] < 1


def test_an_alias_and_the_printed_marker_count_as_the_name():
    gold = changed(6, aliases=["秦绍华委员"])
    pred = changed(6, speaker=speaker("秦绍华 委员", "副区长"))
    assert measures(pred, gold)["speaker_f1"] == 1


@pytest.mark.parametrize(("role", "right"), [("青堰区人民政府副区长", 1.0), ("副区长", 1.0), ("区长", 0.5), ("", 0.5)])
def test_a_role_may_hold_the_gold_and_must_not_fall_short(role, right):
    assert measures(changed(6, speaker=speaker("秦绍华", role)))["role"] == right


def test_roles_are_judged_where_the_start_is_right():
    late = changed(6, start=blocks()[6]["start"] + 1, speaker=speaker("秦绍华"))
    got = measures(late)
    assert (got["gold_roles"], got["judged_roles"], got["role"]) == (2, 1, 1)
    assert measures([row | {"speaker": speaker("")} for row in blocks()])["role"] == 0


def test_what_is_said_with_confidence_is_scored_apart():
    pred = [row | {"confidence": 0.95} for row in changed(6, speaker=speaker("秦少华"))]
    assert measures(pred)["confident"] == 0.5
    pred[6]["confidence"] = 0.6
    assert measures(pred)["confident"] == 1


def test_an_office_without_a_name_must_not_get_one():
    gold = changed(6, speaker=speaker("", "副区长"))
    assert measures(changed(6, speaker=speaker("", "副区长")), gold)["speaker_f1"] == 1
    assert measures(blocks(), gold)["speaker_f1"] == 0.5


def test_article_names_do_not_matter_and_their_borders_do():
    other = [row | {"article": row["article"] and f"x{row['article']}"} for row in blocks()]
    assert measures(other)["article_f1"] == 1
    one = [row | {"article": "x"} for row in blocks()]
    none = [row | {"article": ""} for row in blocks()]
    assert 0 < measures(one)["article_f1"] < 1
    assert measures(none)["article_f1"] == 0


def test_a_document_without_prediction_and_a_stranger():
    stranger = [row | {"doc_id": "x"} for row in blocks()]
    score = score_blocks(blocks(), stranger)
    assert (score.missing, score.unknown, score.found_turns, score.spoken_right) == (1, 1, 0, 0)


def test_places_in_the_source_go_first():
    rows = [
        row | {"source_start": row["start"], "source_end": row["end"], "start": row["start"] + 9, "end": row["end"] + 9}
        for row in blocks()
    ]
    assert measures(rows)["start_f1"] == 1


def test_false_starts_in_a_text_without_speakers():
    gold = [row | {"speaker": speaker("")} for row in blocks()]
    assert measures(blocks(), gold)["start_precision"] == 0
    assert measures(gold, gold)["start_f1"] == 1


@pytest.mark.parametrize("row", [{"start": 0, "end": 1}, {"doc_id": "d", "end": 1}, {"doc_id": "d", "start": 0.5}])
def test_rows_that_cannot_be_scored(row):
    with pytest.raises(BadRecord, match="row 1"):
        score_blocks([row], [])


EMPTY = Span(0, 0, "turn", "", "", frozenset(), "", "")


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.lists(st.integers(1, 5), min_size=1, max_size=6), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 9))))
def test_overlaps_agree_with_a_count_of_every_character(lengths, spans):
    gold, place = [], 0
    for length in lengths:
        gold.append(replace(EMPTY, start=place, end=place + length))
        place += length + 1
    pred = sorted(
        (replace(EMPTY, start=a, end=a + n, name=str(k)) for k, (a, n) in enumerate(spans)), key=lambda s: s.start
    )
    owner = {q: next((s for s in pred if s.start <= q < s.end), None) for q in range(place)}
    for want in gold:
        plain = [owner[q] for q in range(want.start, want.end)]
        got = [made for one, made, signs in overlaps(gold, pred) for _ in range(signs) if one is want]
        assert got == plain

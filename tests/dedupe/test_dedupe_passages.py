"""Passages that two texts share: reported with both places, taken out only when asked for."""

from __future__ import annotations

from corpus_cli.dedupe import DedupeOptions, dedupe
from corpus_cli.ledger import undo
from corpus_cli.record import Record

SHARED = "驻守在海岛上的气象员每隔三个小时就要爬上山顶抄一次数据，风浪最大的那几天，他们用绳子把自己拴在栏杆上。"
FIRST = (
    "县志里记着这样一件事。"
    + SHARED
    + "后来的人在山顶立了一块石碑，上面没有刻名字。每年开春，学校的老师都要带学生上去看一看。"
)
SECOND = (
    "我父亲年轻的时候也去过那里，他说过许多遍，说的时候总是看着窗外。"
    + SHARED
    + "他还说岛上的淡水要靠船送，送一次管半个月。"
)


def test_a_shared_passage_is_reported_with_both_places_and_stays():
    outcome = dedupe([Record("a", FIRST), Record("b", SECOND)])
    assert [record.text for record, _ in outcome.records if record] == [FIRST, SECOND]
    (row,) = outcome.passages
    texts = {"a": FIRST, "b": SECOND}
    assert texts[row["id"]][row["start"] : row["end"]] == SHARED == row["text"]
    assert texts[row["dup_of"]][row["dup_start"] : row["dup_end"]] == SHARED
    assert not outcome.removed


def test_a_shared_passage_is_taken_out_of_one_text_when_asked_for_and_comes_back():
    outcome = dedupe([Record("a", FIRST), Record("b", SECOND)], DedupeOptions(passages=True))
    texts = [record.text for record, _ in outcome.records if record]
    assert sorted(SHARED in text for text in texts) == [False, True]
    assert [undo(text, edits) for text, (_, edits) in zip(texts, outcome.records, strict=True)] == [FIRST, SECOND]
    assert [row["method"] for row in outcome.removed] == ["passage"]


def test_a_phrase_of_latin_letters_is_no_passage_to_take_out():
    phrase = "the yearly value of all that the land and the water of the valley bring forth"
    texts = [
        f"Nobody in the council doubted that {phrase} had fallen since the dam was built, and they said so.",
        f"The surveyor, a careful man, put {phrase} at a third of what his father had found there in his time.",
    ]
    records = [Record(str(n), text) for n, text in enumerate(texts)]
    outcome = dedupe(records, DedupeOptions(passages=True))
    assert [row["text"].strip() for row in outcome.passages] == [phrase]
    assert [record.text for record, _ in outcome.records if record] == texts

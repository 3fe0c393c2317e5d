from __future__ import annotations

from pathlib import Path

import pytest

from corpus_cli.errors import BadInput
from corpus_cli.review.decisions import place_of, read_decisions

LINES = """{"decision": "keep", "id": "d1", "start": 4, "end": 8, "text": "留下这段", "note": "是重登"}

{"decision": "different", "id": "d1", "text": "第三期", "other": "d2", "other_text": "第四期"}
{"decision": "revert", "id": "d1", "rule": "width", "start": 2, "end": 3, "before": ",", "after": "，", "left": "他说"}
{"decision": "speaker", "id": "", "scope": "corpus", "was": "林知远", "speaker": {"name": "林知运", "role": "馆长"}}
"""


def test_all_four_kinds_are_read(tmp_path: Path) -> None:
    file = tmp_path / "decisions.jsonl"
    file.write_text(LINES, "utf-8")
    keep, different, revert, speaker = read_decisions(file)
    assert (keep.decision, keep.number, keep.start, keep.note) == ("keep", 1, 4, "是重登")
    assert (different.number, different.other, different.other_text) == (3, "d2", "第四期")
    assert (revert.rule, revert.before, revert.after, revert.left) == ("width", ",", "，", "他说")
    assert (speaker.scope, speaker.was, speaker.speaker) == ("corpus", "林知远", ("林知运", "馆长", "", ""))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "not JSON"),
        ("[]", "no decision"),
        ('{"decision": "perhaps"}', "no decision"),
        ('{"decision": "keep", "id": "a"}', "lacks text"),
    ],
)
def test_a_line_that_is_no_decision_is_named(tmp_path: Path, line: str, why: str) -> None:
    file = tmp_path / "decisions.jsonl"
    file.write_text(f"\n{line}\n", "utf-8")
    with pytest.raises(BadInput, match=why) as caught:
        read_decisions(file)
    assert caught.value.where.endswith(":2")


def test_the_place_is_found_again_after_the_text_moved() -> None:
    text = "新加的一行。\n他说,好。她说,也好。"
    assert place_of(text, ",", 2, left="他说", right="好") == text.index(",")
    assert place_of(text, ",", 2, left="她说") == text.rindex(",")
    assert place_of(text, "；", 2) == -1
    assert place_of(text, "", 0) == -1


def test_of_equal_places_the_nearest_is_taken() -> None:
    assert place_of("好好好好", "好", 2) == 2

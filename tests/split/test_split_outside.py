"""What stands around turns is told apart: title, byline, headings, paragraphs, fields; the path holds headings only."""

from __future__ import annotations

from corpus_cli.split import split_text

INTERVIEW = """# 守灯塔的人

——访白沙礁灯塔管理员邵长庚

本报记者 柳如烟

邵长庚在白沙礁守了三十年灯塔，今年秋天退休。临走前，他同记者谈了一个晚上。

## “灯不能灭”

记者：您哪一年上的岛？

邵长庚：一九九一年。船把我放下就走了，我在礁石上站了半天。

记者：怕不怕？

邵长庚：怕。第一个晚上没有合眼。

## “风也会说话”

记者：后来呢？

邵长庚：后来就听惯了。风大风小，一听就知道。
"""


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end].strip()[:8]) for block in split_text(text)]


def test_what_stands_before_an_interview_is_told_apart() -> None:
    assert kinds(INTERVIEW)[:5] == [
        ("title", "# 守灯塔的人"),
        ("title", "——访白沙礁灯塔"),
        ("credit", "本报记者 柳如烟"),
        ("paragraph", "邵长庚在白沙礁守"),
        ("heading", "## “灯不能灭"),
    ]


def test_the_path_of_headings_holds_headings_only() -> None:
    paths = [block.headings for block in split_text(INTERVIEW)]
    assert set(paths) == {(), ("“灯不能灭”",), ("“风也会说话”",)}


def test_a_credit_names_no_speaker_of_the_talk() -> None:
    assert {block.speaker.name for block in split_text(INTERVIEW) if block.kind != "turn"} == {""}


def test_fields_of_minutes_are_no_paragraphs() -> None:
    text = "东岗村修路会议记录\n\n时间：三月二日\n地点：村委会\n\n村里要修一条路，大家来议一议。\n\n" + (
        "主持人：先说从哪里修起。\n\n王大有：从井台修起。\n\n主持人：好。\n\n王大有：就这么定。\n"
    )
    assert [kind for kind, _ in kinds(text)][:4] == ["title", "other", "other", "paragraph"]


def test_the_title_of_a_hearing_runs_over_lines_in_capitals() -> None:
    head = "BRIDGES OF THE UPPER VALLEY:\nWHO SHALL PAY FOR THEM\n\nThe Board met at ten o'clock in the hall.\n\n"
    text = head + (
        "Mr. Marlow. I thank the Chair.\n\nMs. Penrose. Go on.\n\nMr. Marlow. Here are figures.\n\nMs. Penrose. Yes?\n"
    )
    assert [kind for kind, _ in kinds(text)][:4] == ["title", "title", "paragraph", "turn"]


def test_credits_below_a_talk_are_nobodys_speech() -> None:
    end = "\n（本文图片由受访者提供）\n\n责任编辑：柳如烟\n"
    assert [(block.kind, block.speaker.name) for block in split_text(INTERVIEW + end)][-2:] == [("credit", "")] * 2


def test_what_a_meeting_decides_and_when_it_ends_is_nobodys_speech() -> None:
    talk = "会议纪要\n\n何川：我同意。\n李溪：我也同意。\n何川：好。\n\n"
    chinese = talk + "会议决定：\n一、修桥。\n二、修路。\n\n会议于五时结束。\n"
    assert [block.speaker.name for block in split_text(chinese)] == ["", "何川", "李溪", "何川", "", "", "", ""]
    english = "MRS. HALE: It is put.\n\nDR. MOSS: Yes.\n\nMRS. HALE: So it is.\n\nDR. MOSS: Very well.\n\n{}"
    for closing in ("The motion was carried by three votes to one.", "The meeting rose at 5 p.m."):
        last = split_text(english.format(closing))[-1]
        assert (last.kind, last.speaker.name) == ("procedure", "")


def test_what_a_speaker_says_of_a_meeting_stays_speech() -> None:
    text = "何川：我说两句。\n\n会议开得很好，大家都发了言。\n\n李溪：我同意。\n\n何川：好。\n\n李溪：散了吧。\n"
    assert split_text(text)[1].speaker.name == "何川" or "会议开得很好" in split_text(text)[0].text

"""The report page in a real browser: it opens, filters, shows and collects decisions."""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from sample_run import make_run

from corpus_cli.pipeline.run import RunOptions, run_folder
from corpus_cli.review.decisions import place_of, read_decisions
from corpus_cli.review.report import write_report

VIEWS = ("books", "edits", "duplicates", "speakers", "documents", "aside", "decisions")


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_run(tmp_path_factory.mktemp("run"), documents=14, paragraphs=9)
    write_report(folder)
    return folder


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_opens_without_errors_and_without_network(page: Any, run: Path, view: str) -> None:
    shown = page(run / "report.html")
    shown.open(f"#{view}")
    assert shown.texts("#tabs a[aria-current]")[0].lower().startswith(view.replace("aside", "set aside"))
    assert len(shown.texts("#view h2")) >= 1
    assert shown.run("return performance.getEntriesByType('resource').map((e) => e.name)") == []


PLACES = (*VIEWS, "edits?by=change", "duplicates?show=near", "documents?doc=qinghe-1931-02-0001", "edits?q=nowhere")


@pytest.mark.parametrize("place", PLACES)
def test_no_view_shows_what_only_programs_say(page: Any, run: Path, place: str) -> None:
    shown = page(run / "report.html")
    shown.open(f"#{place}")
    words = set(re.findall(r"\w+", shown.texts("body main")[0]))
    assert words
    assert not words & {"null", "undefined", "false", "NaN", "object", "Infinity"}


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_is_wider_than_a_phone(page: Any, run: Path, view: str) -> None:
    shown = page(run / "report.html")
    size = {"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": True}
    shown.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    shown.open(f"#{view}")
    assert shown.run("return document.documentElement.scrollWidth") <= 390
    shown.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_the_books_on_the_page_are_those_of_the_files(page: Any, run: Path) -> None:
    shown = page(run / "report.html")
    assert shown.texts(".checks .fails") == []
    assert len(shown.texts(".checks .holds")) == 4
    read = sum(len(row["text"]) for row in rows(run, "documents"))
    assert f"As read{read:,}" in shown.texts(".ledger tr")[0]


def test_books_that_do_not_add_up_are_shown_as_such(page: Any, tmp_path: Path) -> None:
    folder = make_run(tmp_path, documents=3)
    lines = (folder / "blocks.jsonl").read_bytes().splitlines(keepends=True)
    (folder / "blocks.jsonl").write_bytes(b"".join(lines[1:]))
    assert len(page(write_report(folder)).texts(".checks .fails")) == 1


def test_edits_are_filtered_by_rule_text_and_document(page: Any, run: Path) -> None:
    edits = rows(run, "edits")
    counts = Counter(edit["rule"] for edit in edits)
    shown = page(run / "report.html")
    shown.open("#edits")
    assert shown.texts(".range")[0].endswith(f"of {len(edits)} edits")
    shown.click(".facets button[value=encoding]")
    assert shown.texts(".range")[0].endswith(f"of {counts['encoding']} edits")
    assert set(shown.texts(".edit del")) == {"æ–‡"}
    assert set(shown.texts(".edit ins")) == {"文"}
    one = edits[0]["id"]
    shown.click(".facets button[value='']")
    shown.type(".controls .field:nth-of-type(3) input", one)
    assert shown.texts(".range")[0].endswith(f"of {sum(edit['id'] == one for edit in edits)} edits")
    shown.open("#edits?q=modern")
    assert shown.texts(".range")[0].endswith(f"of {counts['look-alikes']} edits")
    assert set(shown.texts(".edit del")) == {"m"}, "only the differing letters are marked"


def test_kinds_of_change_add_up(page: Any, run: Path) -> None:
    shown = page(run / "report.html")
    shown.open("#edits?by=change")
    counts = [int(text.split()[0].replace(",", "")) for text in shown.texts(".kind-of-change b")]
    assert sum(counts) == len(rows(run, "edits"))
    shown.click(".kind-of-change button.plain")
    assert shown.texts(".range")[0].endswith(f"of {counts[0]} edits")


def test_clusters_hold_all_removed_paragraphs_and_the_plot_filters(page: Any, run: Path) -> None:
    removed = rows(run, "removed")
    shown = page(run / "report.html")
    shown.open("#duplicates")
    heads = shown.texts(".cluster .head b")
    assert sum(int(head.split()[0]) for head in heads) == len(removed)
    near = [row for row in removed if row["method"] == "near"]
    assert len(shown.texts(".pair")) == len(near)
    assert all(len(text) <= 2 for text in shown.texts(".pair del.own")), "single characters were changed"
    shown.click("rect.score")
    assert len(shown.texts(".pair")) < len(near) + len(rows(run, "near_misses"))
    assert shown.texts("rect.score.chosen") != []
    shown.open("#duplicates?show=standing")
    assert shown.texts(".standing b") == [f"{len(rows(run, 'boilerplate'))} ×"]
    shown.open("#duplicates?show=near")
    assert shown.texts(".range")[0].endswith(f"of {len(rows(run, 'near_misses'))} pairs")


def test_a_document_is_read_along_its_strip(page: Any, run: Path) -> None:
    blocks = rows(run, "blocks")
    name = blocks[0]["doc_id"]
    mine = [block for block in blocks if block["doc_id"] == name]
    shown = page(run / "report.html")
    shown.open(f"#documents?doc={name}")
    assert len(shown.texts(".strip rect[data-block]")) == 3 * len(mine)
    assert shown.texts(".block .text") == [block["text"].strip() for block in mine]
    shown.click(".strip rect[data-block='3']")
    assert shown.texts(".block.chosen .text") == [mine[3]["text"].strip()]
    shown.click("button.legend")
    assert 0 < len(shown.texts(".block")) < len(mine)


def test_speakers_are_those_of_the_blocks(page: Any, run: Path) -> None:
    counts: Counter[str] = Counter()
    for block in rows(run, "blocks"):
        counts[block["speaker"]["name"]] += len(block["text"])
    counts.pop("")
    shown = page(run / "report.html")
    shown.open("#speakers")
    assert shown.texts(".speaker strong") == [name for name, _ in counts.most_common()]
    shown.type("#view input.search", "古籍部")
    assert len(shown.texts(".speaker")) == 1


def test_lines_set_aside_are_shown_with_their_reasons(page: Any, run: Path) -> None:
    shown = page(run / "report.html")
    shown.open("#aside")
    assert [row["raw"] for row in rows(run, "rejects")] == shown.texts(".rejected pre")


def test_decisions_that_found_no_place_are_told(page: Any, tmp_path: Path) -> None:
    folder = make_run(tmp_path, documents=2)
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    manifest["options"]["decisions"] = "mine.jsonl"
    manifest["stale_decisions"] = [3, 8]
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    shown = page(write_report(folder))
    shown.open("#decisions")
    assert "mine.jsonl" in shown.texts(".decisions")[0]
    assert "lines 3, 8." in shown.texts(".decisions")[0]


def test_an_edit_too_long_for_the_page_is_shown_cut_and_not_decided_on(page: Any, tmp_path: Path) -> None:
    folder = make_run(tmp_path, documents=1)
    long = "桥" * 9000
    edit = {"id": "qinghe-1931-01-0000", "record": 1, "rule": "repeated-phrase", "start": 0, "end": 9000}
    (folder / "edits.jsonl").write_text(json.dumps({**edit, "before": long, "after": "𠀀"}) + "\n", "utf-8")
    shown = page(write_report(folder))
    shown.open("#edits")
    assert shown.texts(".edit .decide") == []
    assert len(shown.texts(".edit del")[0]) < 500
    shown.click(".edit .plain")
    assert 4000 < len(shown.texts(".edit del")[0]) < 4100


def exported(shown: Any, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    shown.browser.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)})
    shown.open("#decisions")
    shown.click("button.primary")
    file = folder / "decisions.jsonl"
    for _ in range(100):
        if file.exists():
            break
        time.sleep(0.05)
    return file


def test_decisions_are_collected_exported_and_find_their_places_again(page: Any, run: Path, tmp_path: Path) -> None:
    shown = page(run / "report.html")
    shown.open("#edits")
    shown.click(".edit .decide")
    shown.open("#duplicates")
    shown.click(".pair .decide")
    shown.click(".pair .decide:last-of-type")
    shown.open("#speakers")
    shown.click(".speaker .decide")
    shown.run("document.querySelector('dialog input[name=name]').value = '林知运'")
    shown.run("document.querySelector('dialog .primary').click()")
    assert shown.texts("#tabs a[data-view=decisions] .count") == ["4"]
    revert, keep, different, speaker = read_decisions(exported(shown, tmp_path))
    texts = {stage: {row["id"]: row["text"] for row in rows(run, stage)} for stage in ("documents", "cleaned")}
    assert [one.decision for one in (revert, keep, different, speaker)] == ["revert", "keep", "different", "speaker"]
    source = texts["documents"][revert.id]
    assert place_of(source, revert.before, revert.start, left=revert.left, right=revert.right) == revert.start
    assert texts["cleaned"][keep.id][keep.start : keep.end] == keep.text
    assert different.other_text in texts["cleaned"][different.other]
    assert (speaker.scope, speaker.speaker[0]) == ("corpus", "林知运")
    shown.open("#decisions")
    shown.click(".decision .plain")
    assert len(shown.texts(".decision")) == 3
    shown.run("localStorage.clear()")


def test_the_page_is_driven_by_keys(page: Any, run: Path) -> None:
    shown = page(run / "report.html")
    shown.press("2")
    assert shown.run("return location.hash") == "#edits"
    shown.press("/")
    assert shown.run("return document.activeElement.type") == "search"
    shown.run("document.activeElement.blur()")
    shown.press("j")
    shown.press("j")
    assert shown.run("return [...document.querySelectorAll('.item')].indexOf(document.activeElement)") == 1
    shown.press("x")
    assert shown.texts(".decide[aria-pressed=true]") == ["Marked as wrong"]
    shown.press("x")
    assert shown.texts(".decide[aria-pressed=true]") == []
    shown.press("ArrowRight")
    assert shown.texts(".range")[0].startswith("51–100 ")
    shown.press("d")
    assert shown.run("return document.documentElement.dataset.theme") == "dark"
    shown.press("?")
    assert shown.run("return document.getElementById('dialog').open") is True


def test_the_page_follows_the_system_into_the_dark(page: Any, run: Path) -> None:
    shown = page(run / "report.html")
    dark = {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    shown.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", dark)
    shown.open("")
    assert shown.run("return getComputedStyle(document.body).backgroundColor") == "rgb(25, 24, 22)"


def test_texts_that_look_like_markup_stay_texts(page: Any, tmp_path: Path) -> None:
    folder = make_run(tmp_path, documents=2)
    evil = "</script><img src=x onerror=alert(1)>\u2028<!--/*scripts*/ 𠀀𠀁"
    (folder / "rejects.jsonl").write_text(
        json.dumps({"file": "a<b>.jsonl", "line": 1, "reason": evil, "raw": evil, "raw_base64": ""}) + "\n", "utf-8"
    )
    shown = page(write_report(folder))
    shown.open("#aside")
    assert shown.texts(".rejected img") == []
    assert evil.replace("\u2028", "LS") in shown.texts(".rejected pre")[0]


def test_a_hundred_thousand_edits_are_shown_a_page_at_a_time(page: Any, tmp_path: Path) -> None:
    folder = make_run(tmp_path, documents=800, paragraphs=60, twins=0)
    edits = rows(folder, "edits")
    assert len(edits) > 100_000
    shown = page(write_report(folder))
    shown.open("#edits")
    assert shown.texts(".range")[0] == "1–50 of 100,000 edits"
    assert f"of {len(edits):,} edits" in shown.texts(".note")[0]
    shown.click(".facets button[value=encoding]")
    rare = sum(edit["rule"] == "encoding" for edit in edits)
    assert shown.texts(".range")[0] == f"1–50 of {rare:,} edits", "rare rules are shown whole"
    shown.type("#view input.search", "县报")
    assert len(shown.texts(".edit")) == 50
    assert all("县报" in text.replace("↵", "") for text in shown.texts(".edit .line"))


def test_removed_paragraphs_stand_in_their_places_while_reading(page: Any, run: Path) -> None:
    removed = rows(run, "removed")
    shown = page(run / "report.html")
    for name in {row["id"] for row in removed}:
        shown.open(f"#documents?doc={name}")
        order = shown.run(
            "return [...document.querySelectorAll('.reading > *')]"
            ".map((e) => [e.className.includes('gone'), e.querySelector('.text').textContent.replace('…', '')])"
        )
        gone = [text for is_gone, text in order if is_gone]
        mine = [row["text"] for row in removed if row["id"] == name]
        assert [text[:80] for text in gone] == [text[:80] for text in mine]
        cleaned = next(row["text"] for row in rows(run, "cleaned") if row["id"] == name)
        place = 0
        for _, text in order:
            place = cleaned.index(text, place) + len(text)


def test_the_edits_of_one_block_are_one_click_away(page: Any, run: Path) -> None:
    edits = [edit for edit in rows(run, "edits") if edit["id"] == rows(run, "blocks")[0]["doc_id"]]
    shown = page(run / "report.html")
    shown.open(f"#documents?doc={edits[0]['id']}")
    links = shown.run("return [...document.querySelectorAll('.block .quiet a')].map((a) => [a.hash, a.textContent])")
    assert sum(int(words.split()[0]) for _, words in links) <= len(edits)
    shown.open(links[0][0])
    assert shown.texts(".range")[0].startswith(f"1–{links[0][1].split()[0]} of {links[0][1].split()[0]} edits")


def test_a_document_that_was_removed_whole_shows_what_it_was(page: Any, tmp_path: Path) -> None:
    given = tmp_path / "two.jsonl"
    text = "县里的老人把修渠的事讲了一遍又一遍，年轻人把它写了下来，编成了一本小书。"
    rows_given = ({"id": name, "text": text} for name in ("甲", "乙"))
    given.write_text("".join(f"{json.dumps(row)}\n" for row in rows_given), "utf-8")
    run_folder([str(given)], str(tmp_path / "out"), RunOptions(unit="record"))
    shown = page(write_report(tmp_path / "out"))
    shown.open("#documents?doc=乙")
    assert shown.texts(".gone .text") == [text]
    assert "Keep this record" in shown.texts(".gone")[0]


PAGES = {
    "a.txt": "座谈纪要\n\n林知远：旧报一页一页扫描下来,字虽模糊,意思却清楚。\n\n苏晚晴：我来补充两句,说说校对。\n\n"
    "林知远：请讲。\n\n苏晚晴：校对的人分成三组,每天核对二十页。\n",
    "b.txt": "旧报今读\n\n校对的人分成三组，每天核对二十页，错字少了三成。\n\n乡里的老人讲起了修渠和赶集的往事。\n",
    "c.txt": "旧报再读\n\n校对的人分成三组，每天核对二十页，错字少了三成。\n\n学生们学会了辨认铅字的断画。\n",
}


@pytest.fixture
def judged(page: Any, tmp_path: Path) -> Any:
    """Return a function that makes a run, lets a person decide on its page, and runs again with what was exported."""
    for name, text in PAGES.items():
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / name).write_text(text, "utf-8")
    run_folder([str(tmp_path / "in")], str(tmp_path / "first"))

    def again(decide: Any) -> tuple[Path, Path, list[int]]:
        shown = page(tmp_path / "first/report.html")
        decide(shown)
        wishes = RunOptions(decisions=str(exported(shown, tmp_path)))
        shown.run("localStorage.clear()")
        result = run_folder([str(tmp_path / "in")], str(tmp_path / "second"), wishes)
        return tmp_path / "first", tmp_path / "second", result.manifest["stale_decisions"]

    return again


def test_a_wrong_edit_is_not_made_again(judged: Any) -> None:
    def decide(shown: Any) -> None:
        shown.open("#edits?q=扫描下来")
        shown.click(".edit .decide")

    first, second, stale = judged(decide)
    assert stale == []
    assert len(rows(second, "edits")) == len(rows(first, "edits")) - 1
    assert "扫描下来,字虽模糊" in rows(second, "cleaned")[0]["text"]


def test_a_corrected_speaker_stays_corrected(judged: Any) -> None:
    def decide(shown: Any) -> None:
        shown.open("#speakers?q=苏晚晴")
        shown.click(".speaker .decide")
        shown.run("document.querySelector('dialog input[name=name]').value = '苏晚清'")
        shown.run("document.querySelector('dialog .primary').click()")

    _, second, stale = judged(decide)
    assert stale == []
    voices = {block["speaker"]["name"] for block in rows(second, "blocks")}
    assert "苏晚清" in voices
    assert "苏晚晴" not in voices


@pytest.mark.parametrize("button", [".cluster .decide", ".cluster .decide + .decide"])
def test_a_paragraph_that_a_person_keeps_is_not_removed_again(judged: Any, button: str) -> None:
    def decide(shown: Any) -> None:
        shown.open("#duplicates")
        shown.click(button)

    first, second, stale = judged(decide)
    assert stale == []
    assert len(rows(first, "removed")) == 1
    assert rows(second, "removed") == []


def test_a_document_of_very_many_blocks_is_drawn_in_columns(page: Any, tmp_path: Path) -> None:
    folder = make_run(tmp_path, documents=1, paragraphs=2500)
    blocks = rows(folder, "blocks")
    assert len(blocks) > 2500
    shown = page(write_report(folder))
    shown.open(f"#documents?doc={blocks[0]['doc_id']}&at={blocks[2000]['source_start']}")
    assert 2000 < len(shown.texts(".strip rect[data-block]")) <= 3000
    assert shown.texts(".block.chosen .text") == [blocks[2000]["text"].strip()]
    shown.run(
        "const rects = document.querySelectorAll('.strip rect[data-block]');"
        "rects[rects.length - 1].dispatchEvent(new MouseEvent('click', {bubbles: true}))"
    )
    assert shown.texts(".block.chosen .text") == [blocks[-1]["text"].strip()]


def test_an_article_is_read_put_together(page: Any, tmp_path: Path) -> None:
    folder = make_run(tmp_path, documents=1, paragraphs=4)
    blocks = rows(folder, "blocks")
    order = [0, 3, 1, 2]
    for block in blocks:
        block["article"], block["article_seq"] = "", 0
    for seq, n in enumerate(order, 1):
        blocks[n]["article"], blocks[n]["article_seq"] = "one#a01", seq
    lines = (json.dumps(block, ensure_ascii=False) + "\n" for block in blocks)
    (folder / "blocks.jsonl").write_text("".join(lines), "utf-8")
    shown = page(write_report(folder))
    shown.open(f"#documents?doc={blocks[0]['doc_id']}&article=one%23a01")
    assert shown.texts(".block .text") == [blocks[n]["text"].strip() for n in order]
    assert shown.texts("button.legend[aria-pressed=true]") == [blocks[0]["text"].strip("# \n") + "4"]


def test_characters_beyond_the_basic_plane_are_never_cut_in_half(page: Any, tmp_path: Path) -> None:
    folder = make_run(tmp_path, documents=1)
    documents = rows(folder, "documents")
    text = "𠀀" * 41 + "甲" + "𠮷法冶" + "𠀁" * 40 + documents[0]["text"]
    documents[0]["text"] = text
    (folder / "documents.jsonl").write_text(json.dumps(documents[0], ensure_ascii=False) + "\n", "utf-8")
    edit = {"id": documents[0]["id"], "record": 1, "rule": "look-alikes", "start": 42, "end": 45}
    line = json.dumps({**edit, "before": "𠮷法冶", "after": "𠮷法治"})
    (folder / "edits.jsonl").write_text(line + "\n", "utf-8")
    shown = page(write_report(folder))
    shown.open("#edits")
    assert (shown.texts(".edit del"), shown.texts(".edit ins")) == (["冶"], ["治"])
    shown.click(".edit .decide")
    (decision,) = read_decisions(exported(shown, tmp_path / "down"))
    shown.run("localStorage.clear()")
    assert decision.left == "𠀀" * 15 + "甲"
    assert place_of(text, decision.before, 0, left=decision.left, right=decision.right) == 42


def test_words_are_found_in_the_text_of_all_documents(page: Any, run: Path) -> None:
    shown = page(run / "report.html")
    shown.open("#documents")
    shown.type("#view .field:nth-of-type(2) input", "退休的老师")
    found = [block for block in rows(run, "blocks") if "退休的老师" in block["text"]]
    assert shown.texts(".range")[0].endswith(f"of {len(found)} blocks")
    assert set(shown.texts("mark")) == {"退休的老师"}
    assert shown.texts(".items .meta a")[0] == found[0]["doc_id"]


def test_the_least_alike_of_the_removed_come_first(page: Any, run: Path) -> None:
    shown = page(run / "report.html")
    shown.open("#duplicates?order=different")
    removed = rows(run, "removed")
    assert shown.texts(".range")[0].endswith(f"of {len(removed)} pairs")
    scores = shown.run(
        "return [...document.querySelectorAll('.pair')].map((pair) => {"
        "const side = pair.querySelector('.sides > div:last-child .side');"
        "const own = [...side.querySelectorAll('del')].reduce((sum, mark) => sum + mark.textContent.length, 0);"
        "return own / side.textContent.length; })"
    )
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > 0


def test_the_strip_is_walked_with_the_arrow_keys(page: Any, run: Path) -> None:
    blocks = rows(run, "blocks")
    shown = page(run / "report.html")
    shown.open(f"#documents?doc={blocks[0]['doc_id']}")
    shown.run("document.querySelector('.strip').focus()")
    shown.press("ArrowRight")
    shown.press("ArrowRight")
    shown.press("ArrowLeft")
    assert shown.texts(".block.chosen .text") == [blocks[1]["text"].strip()]
    assert shown.run("return document.activeElement.getAttribute('aria-valuetext')").startswith(blocks[1]["kind"])

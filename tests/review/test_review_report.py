from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from sample_run import make_run

from corpus_cli.review.audit import audit
from corpus_cli.review.folder import RunFolder
from corpus_cli.review.limits import Limits, Spread, quotas
from corpus_cli.review.report import embedded, report_data, report_page, write_report

fixed = settings(derandomize=True, max_examples=200, deadline=None)


def test_equal_runs_give_equal_pages(tmp_path: Path) -> None:
    one = write_report(make_run(tmp_path / "one", documents=3)).read_bytes()
    two = write_report(make_run(tmp_path / "two", documents=3)).read_bytes()
    assert one == two
    assert [file.name for file in (tmp_path / "one").iterdir() if file.name.startswith(".")] == []


def test_the_page_needs_nothing_from_elsewhere(tmp_path: Path) -> None:
    page = report_page({"names": []})
    assert "default-src 'none'" in page
    for mark in ("src=", "@import", "url(", "fetch(", "XMLHttpRequest"):
        assert mark not in page.replace("default-src", "")


@fixed
@given(
    st.recursive(st.text(), lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4))
)
def test_embedded_data_comes_out_as_it_went_in(value: object) -> None:
    text = embedded(value)
    assert json.loads(text) == value
    assert "<" not in text
    assert not set(text) & {"\u2028", "\u2029"}


def test_the_marks_of_the_template_may_stand_in_the_data() -> None:
    page = report_page({"text": "/*scripts*/ /*style*/ \\1 \\g<0>"})
    assert page.count('"/*scripts*/ /*style*/ \\\\1 \\\\g\\u003c0>"') == 1


@fixed
@given(st.dictionaries(st.text(min_size=1, max_size=3), st.integers(1, 500), min_size=1), st.integers(0, 900))
def test_quotas_fill_the_page_and_show_rare_rules_whole(counts: dict[str, int], limit: int) -> None:
    found = quotas(counts, limit)
    assert sum(found.values()) == min(limit, sum(counts.values()))
    assert all(found[rule] <= counts[rule] for rule in counts)
    cut = [found[rule] for rule in counts if found[rule] < counts[rule]]
    assert all(found[rule] <= min(cut) + 1 for rule in counts if cut and found[rule] == counts[rule])


@fixed
@given(st.integers(1, 400), st.data())
def test_a_spread_takes_exactly_what_was_asked(count: int, data: st.DataObject) -> None:
    chosen = data.draw(st.integers(0, count))
    spread = Spread(count, chosen)
    assert sum(spread.takes() for _ in range(count)) == chosen


def test_limits_are_kept_and_the_totals_still_told(tmp_path: Path) -> None:
    run = RunFolder(make_run(tmp_path, documents=10))
    limits = Limits(edits=20, pairs=3, near=2, documents=4, blocks=30, characters=500, speakers=2, rejects=1)
    data = report_data(run, limits)
    assert len(data["edits"]["rule"]) == 20 < data["edits"]["total"]
    assert {data["edits"]["rule"][n] for n in range(20)} == set(range(len(data["edits"]["made"])))
    assert data["pairs"]["removed"] == 3 < data["pairs"]["total"]
    assert len(data["pairs"]["doc"]) == 5
    assert len(data["documents"]["name"]) == 4 < data["documents"]["total"] == 10
    assert len(data["blocks"]["doc"]) == 30 < data["blocks"]["total"]
    assert (
        sum(len(text) for text, whole in zip(data["blocks"]["text"], data["blocks"]["whole"], strict=True) if whole)
        <= 500
    )
    assert len(data["speakers"]["rows"]) == 2 < data["speakers"]["total"]
    assert len(data["rejects"]["rows"]) == 1 < data["rejects"]["total"]


def test_contexts_marks_and_counts_are_those_of_the_files(tmp_path: Path) -> None:
    run = RunFolder(make_run(tmp_path, documents=6))
    data = report_data(run)
    texts = dict(run.texts("documents"))
    edits = data["edits"]
    for n, doc in enumerate(edits["doc"]):
        text = texts[data["names"][doc]]
        there = f"{edits['left'][n]}{edits['before'][n]}{edits['right'][n]}"
        assert text.startswith(there, edits["start"][n] - len(edits["left"][n]))
    counts = Counter(str(row["rule"]) for row in run.edits())
    assert {rule: count for rule, count, *_ in edits["rules"]} == counts
    pairs = data["pairs"]
    for text, other, marks in zip(pairs["text"], pairs["otherText"], pairs["marks"], strict=True):
        assert bool(marks) == (text != other)
        assert all(0 <= place <= max(len(text), len(other)) for place in marks)


def test_a_paragraph_kept_in_pieces_is_shown_beside_all_of_them(tmp_path: Path) -> None:
    folder = make_run(tmp_path, documents=6)
    run = RunFolder(folder)
    (name, text), row = next(iter(run.texts("cleaned"))), next(iter(run.rows("removed")))
    row["pieces"] = [{"id": name, "start": 0, "end": 9}, {"id": name, "start": 12, "end": 30}]
    (folder / "removed.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    pairs = report_data(run)["pairs"]
    assert (pairs["pieces"][0], pairs["otherText"][0]) == (2, f"{text[:9]}\n{text[12:30]}")


def test_an_edit_of_two_rules_counts_for_both(tmp_path: Path) -> None:
    folder = make_run(tmp_path, documents=2)
    rows = [json.loads(line) for line in (folder / "edits.jsonl").read_text("utf-8").splitlines()]
    rows[0]["rule"] = "width+blanks"
    (folder / "edits.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    edits = report_data(RunFolder(folder))["edits"]
    counts = {rule: count for rule, count, *_ in edits["rules"]}
    assert counts["blanks"] == 1
    assert sum(counts.values()) == edits["total"] + 1
    assert [[edits["rules"][n][0] for n in made] for made in edits["made"]].count(["width", "blanks"]) == 1


def test_an_empty_run_has_a_page(tmp_path: Path) -> None:
    assert write_report(make_run(tmp_path, documents=0)).stat().st_size > 10_000


PAGES = {
    "甲.txt": "纪要\n\n林知远 清河县档案馆馆长\n\n馆里把旧报一页一页扫描下来,字虽模糊,意思却清楚。\n\n散会。\n",
    "乙.txt": "续谈\n\n馆里把旧报一页一页扫描下来，字虽模糊，意思却清楚。\n\n苏晚晴：我补充两句。\n\n林知远：请讲。\n",
}


def test_a_real_run_is_proved_and_shown(tmp_path: Path) -> None:
    from corpus_cli.pipeline.run import run_folder

    given = tmp_path / "in"
    given.mkdir()
    for name, text in PAGES.items():
        (given / name).write_text(text, "utf-8")
    (given / "丙.jsonl").write_text('{"id": "丙一", "text": "单独一段。"}\n{"id": \n', "utf-8")
    folder = tmp_path / "out"
    run_folder([str(given)], str(folder))
    result = audit(folder, [str(given)])
    assert result.ok, str(result.fault)
    assert not any(check.skipped for check in result.checks)
    data = report_data(RunFolder(folder))
    assert all(a == b for _, a, b in data["books"]["checks"])
    assert (data["books"]["documents"], data["books"]["aside"]) == (3, 1)
    assert {rule for rule, *_ in data["edits"]["rules"]} <= set(data["run"]["manuals"])
    assert data["pairs"]["total"] == 1
    (given / "乙.txt").write_text(PAGES["乙.txt"].replace("两句", "三句"), "utf-8")
    assert "乙.txt" in str(audit(folder, [str(given)]).fault)

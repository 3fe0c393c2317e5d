"""The commands around the stages, each called as the shell calls it."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from corpus_cli.cli.main import COMMANDS, group
from corpus_cli.errors import CorpusError

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "fixtures" / "pages"


def call(*arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(group, arguments, input=given, standalone_mode=False)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("review") / "out"
    result = call("run", str(PAGES), "-o", str(folder))
    assert result.return_value == 0, result.output
    return folder


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_is_for(name: str) -> None:
    result = call(name, "--help")
    assert result.exit_code == 0
    assert result.output.startswith(f"Usage: root {name}") or f" {name} " in result.output.splitlines()[0]
    command = group.commands.get(name) or group.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_audit_proves_a_run(out: Path) -> None:
    result = call("audit", str(out), str(PAGES))
    assert (result.return_value, result.output.count("proved: ")) == (0, 7)


def test_audit_finds_a_lost_character(out: Path, tmp_path: Path) -> None:
    for path in out.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    blocks = tmp_path / "blocks.jsonl"
    lines = blocks.read_bytes().split(b"\n")
    blocks.write_bytes(b"\n".join(lines[:3] + lines[4:]))
    result = call("audit", str(tmp_path), str(PAGES))
    assert isinstance(result.exception, CorpusError)
    assert result.exception.exit_code == 1
    assert "FAULT" in result.output


def test_report_is_made_again(out: Path) -> None:
    page = out / "report.html"
    before = page.read_bytes()
    page.unlink()
    assert call("report", str(out)).exception is None
    assert page.read_bytes() == before


@pytest.mark.parametrize("form", ["tei", "csv", "markdown", "txt"])
def test_export_writes_every_form(out: Path, form: str, tmp_path: Path) -> None:
    target = tmp_path / f"out.{form}"
    assert call("export", str(out / "blocks.jsonl"), "--to", form, "-o", str(target)).exception is None
    assert "敬堯" in target.read_text(encoding="utf-8-sig")


def test_diff_marks_what_changed(out: Path) -> None:
    result = call("diff", str(out / "documents.jsonl"), str(out / "cleaned.jsonl"), "--no-pager")
    assert result.return_value == 1
    assert "[-,-]" in result.output
    assert "{+，+}" in result.output
    same = call("diff", str(out / "cleaned.jsonl"), str(out / "cleaned.jsonl"), "--no-pager")
    assert (same.return_value, same.output) == (0, "")


def test_diff_shows_what_a_ledger_does(out: Path) -> None:
    result = call("diff", str(out / "documents.jsonl"), "--edits", str(out / "edits.jsonl"), "--no-pager")
    assert result.return_value == 1
    assert "[-,-]" in result.output
    assert "{+，+}" in result.output
    assert "either a second file" in str(call("diff", str(out / "documents.jsonl")).exception)


def test_eval_scores_a_sample(out: Path) -> None:
    gold = ROOT / "fixtures" / "gold" / "magazine.split.jsonl"
    result = call("eval", str(gold), str(out / "blocks.jsonl"), "--json")
    measures = json.loads(result.output)
    assert measures["task"] == "blocks"
    assert measures["speaker_f1"] > 0.9
    assert "speaker f1" in call("eval", str(gold), str(out / "blocks.jsonl")).output


def test_stats_counts(out: Path) -> None:
    figures = json.loads(call("stats", str(out / "blocks.jsonl"), "--json").output)
    assert figures["records"] == len((out / "blocks.jsonl").read_bytes().splitlines())
    assert figures["speakers"][0]["count"] > 1
    assert "most repeated" in call("stats", str(PAGES)).output


def test_explain_names_rule_place_and_reason() -> None:
    output = call("explain", "他说,好").output
    assert "2–3 half-width-marks" in output
    assert "他说，好" in output
    assert "Nothing would be changed." in call("explain", "他说，好。").output
    assert "half-width-marks" in call("explain", given='{"id": "a", "text": "他说,好"}\n').output


def test_explain_a_pair_tells_noise_from_difference(tmp_path: Path) -> None:
    same = ("全县新建水渠二十三条，总长四十里，受益农田一万亩。", "全县新建水渠二十三条,总长四十里,受益农田一万宙")
    assert "duplicates (score" in call("explain", "--pair", *same).output
    other = "全县新建水渠二十五条，总长四十里，受益农田一万亩。"
    (tmp_path / "b.txt").write_text(other, encoding="utf-8")
    output = call("explain", "--pair", same[0], f"@{tmp_path / 'b.txt'}").output
    assert "different (score" in output
    assert "[-三-]{+五+}" in output


def test_rules_prints_the_manual() -> None:
    whole = call("rules").output
    assert "## half-width-marks (safe)" in whole
    assert "Stays:" in whole
    one = call("rules", "half-width-marks").output
    assert len(one) < len(whole) / 5
    assert "| `half-width-marks` | safe |" in call("rules", "--table").output


def test_people_found_come_back_as_a_list(tmp_path: Path) -> None:
    people = tmp_path / "people.jsonl"
    target = str(tmp_path / "blocks.jsonl")
    call("split", str(PAGES / "gazette.txt"), "-o", target, "--people-out", str(people))
    rows = [json.loads(line) for line in people.read_text(encoding="utf-8").splitlines()]
    assert {"name", "role", "variants", "turns"} <= rows[0].keys()
    assert rows[0]["turns"] >= rows[-1]["turns"]
    again = call("split", str(PAGES / "gazette.txt"), "-o", target, "--people", str(people))
    assert again.return_value == 0
    people.write_text('{"role": "主席"}\n', encoding="utf-8")
    wrong = call("split", str(PAGES / "gazette.txt"), "-o", target, "--people", str(people))
    assert "the row has no name" in str(wrong.exception)


def test_decisions_come_back(out: Path, tmp_path: Path) -> None:
    def rows(folder: Path, name: str) -> list[dict[str, object]]:
        return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]

    edit = next(row for row in rows(out, "edits.jsonl") if row["rule"] == "half-width-marks")
    block = next(row for row in rows(out, "blocks.jsonl") if row["speaker"]["name"])  # type: ignore[index]
    speaker = {"name": "改定人", "role": "校对", "org": "", "place": ""}
    decisions = [
        {"decision": "revert", **{key: edit[key] for key in ("id", "rule", "start", "end", "before", "after")}},
        {
            "decision": "speaker",
            "id": block["doc_id"],
            "start": block["start"],
            "text": block["text"],
            "speaker": speaker,
        },
        {"decision": "revert", "id": edit["id"], "before": "无此文字", "after": ""},
    ]
    file = tmp_path / "decisions.jsonl"
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in decisions), encoding="utf-8")
    folder = tmp_path / "again"
    result = call("run", str(PAGES), "-o", str(folder), "--decisions", str(file))
    assert result.return_value == 0
    places = {(row["id"], row["start"], row["rule"]) for row in rows(folder, "edits.jsonl")}
    assert (edit["id"], edit["start"], edit["rule"]) not in places
    assert len(places) == len({(row["id"], row["start"], row["rule"]) for row in rows(out, "edits.jsonl")}) - 1
    named = next(row for row in rows(folder, "blocks.jsonl") if row["id"] == block["id"])
    assert named["speaker"] == speaker
    assert json.loads((folder / "manifest.json").read_bytes())["stale_decisions"] == [3]
    assert "no longer apply (lines of the file): 3" in result.stderr


def test_an_index_grows_and_is_compared_with(tmp_path: Path) -> None:
    text = "全县新建水渠二十三条，总长四十里，受益农田一万亩，群众十分满意。"
    for number, removed in ((1, 0), (2, 1)):
        given = tmp_path / f"{number}.jsonl"
        given.write_text(json.dumps({"id": f"r{number}", "text": text}, ensure_ascii=False) + "\n", encoding="utf-8")
        stats = tmp_path / "stats.json"
        target = str(tmp_path / "out.jsonl")
        call("dedupe", str(given), "-o", target, "--index", str(tmp_path / "index"), "--stats", str(stats))
        assert json.loads(stats.read_bytes())["units"]["removed"] == removed


def test_annotated_records_take_another_threshold(tmp_path: Path) -> None:
    marked, strict = tmp_path / "marked.jsonl", tmp_path / "strict.jsonl"
    reprints = str(ROOT / "fixtures" / "reprints.jsonl")
    options = ("--unit", "record", "--mode", "annotate")
    assert call("dedupe", reprints, "-o", str(marked), *options).return_value == 0
    again = call("dedupe", str(marked), "-o", str(strict), *options, "--rethreshold", "--threshold", "99.5")
    assert again.return_value == 0, again.exception

    def copies(path: Path) -> int:
        return sum(bool(json.loads(line)["dup_of"]) for line in path.read_text(encoding="utf-8").splitlines())

    assert copies(marked) > copies(strict) > 0


def test_words_of_the_corpus_are_learnt(tmp_path: Path) -> None:
    given, lexicon = tmp_path / "a.txt", tmp_path / "words.json"
    given.write_text("The Tolliver bridge. The Tolliver mill.\n", encoding="utf-8")
    result = call("clean", str(given), "-o", str(tmp_path / "b.jsonl"), "--learn", str(lexicon))
    assert result.return_value == 0, result.exception
    assert json.loads(lexicon.read_bytes())["words"]["Tolliver"] == 2
    assert call("clean", str(given), "-o", str(tmp_path / "c.jsonl"), "--lexicon", str(lexicon)).return_value == 0
    lexicon.write_text("[]")
    assert "JSON but no object" in str(call("clean", str(given), "--lexicon", str(lexicon)).exception)


def test_heads_of_the_pages_are_learnt(tmp_path: Path) -> None:
    book, lexicon = str(PAGES.parent / "book.jsonl"), tmp_path / "learnt.json"
    targets = [tmp_path / name for name in ("plain.jsonl", "learnt.jsonl", "used.jsonl")]
    assert call("clean", book, "-o", str(targets[0])).return_value == 0
    assert call("clean", book, "-o", str(targets[1]), "--learn", str(lexicon)).return_value == 0
    assert call("clean", book, "-o", str(targets[2]), "--lexicon", str(lexicon)).return_value == 0
    plain, learnt, used = ([json.loads(row)["text"] for row in path.read_bytes().splitlines()] for path in targets)
    assert learnt == used
    assert all(text.startswith("河埠旧话\n\n") and text.rstrip()[-2:].isdigit() for text in plain)
    # On the first page it is the title.
    assert [text.startswith("河埠旧话\n\n") for text in learnt] == [True, *[False] * 9]
    assert not any(text.rstrip()[-2:].isdigit() for text in learnt)


@pytest.mark.parametrize(
    "top", ['{"pages": [[1]]}', '{"pages": [["1", "2"]]}', '{"letters": "ab"}', '{"openings": [1]}', "[]", "null"]
)
def test_a_lexicon_with_broken_heads_is_refused(tmp_path: Path, top: str) -> None:
    lexicon = tmp_path / "learnt.json"
    lexicon.write_text(f'{{"words": {{}}, "top": {top}}}')
    result = call("clean", str(PAGES.parent / "book.jsonl"), "--lexicon", str(lexicon))
    assert "it is no lexicon" in str(result.exception)


def test_what_was_learnt_is_said(tmp_path: Path) -> None:
    book = str(PAGES.parent / "book.jsonl")
    result = call("clean", book, "-o", str(tmp_path / "a.jsonl"), "--learn", str(tmp_path / "b.json"))
    assert "learnt: 0 words, 1 heads of pages (河埠旧话), 1 runs of page numbers (71–80)" in result.stderr


def test_what_is_learnt_replaces_no_input(tmp_path: Path) -> None:
    book, target = tmp_path / "book.jsonl", tmp_path / "a.jsonl"
    given = (PAGES.parent / "book.jsonl").read_bytes()
    book.write_bytes(given)
    assert "replace an input" in str(call("clean", str(book), "-o", str(target), "--learn", str(book)).exception)
    assert "two outputs" in str(call("clean", str(book), "-o", str(target), "--learn", str(target)).exception)
    assert book.read_bytes() == given
    assert not target.exists()


def test_a_mistaken_key_of_a_person_is_named(tmp_path: Path) -> None:
    people, page = tmp_path / "people.jsonl", str(PAGES / "interview.txt")
    people.write_text('{"name": "何川", "varients": ["老何"]}\n', encoding="utf-8")
    assert "there is no key 'varients'" in str(call("split", page, "--people", str(people)).exception)
    people.write_text('{"name": "何川", "variants": 3}\n', encoding="utf-8")
    assert "the variants are no list" in str(call("split", page, "--people", str(people)).exception)
    people.write_text('{"name": "何川", "turns": 1.5}\n', encoding="utf-8")
    assert "no whole number" in str(call("split", page, "--people", str(people)).exception)
    people.write_text('{"name": "何川", "variants": "老何|何", "note": "x"}\n', encoding="utf-8")
    assert call("split", page, "--people", str(people), "-o", str(tmp_path / "c.jsonl")).return_value == 0


def test_all_conventions_are_named_in_the_help() -> None:
    from corpus_cli.split.families import FAMILIES

    help_text = " ".join(call("split", "--help").stdout.split())
    assert ", ".join(FAMILIES) in help_text


def test_furniture_is_typed_where_it_is_kept(tmp_path: Path) -> None:
    target, edits = tmp_path / "a.jsonl", tmp_path / "edits.jsonl"
    hearing = str(PAGES / "hearing.txt")
    call("clean", hearing, "-o", str(target), "--keep-furniture", "--edits", str(edits))
    row = json.loads(target.read_bytes())
    assert all(row["text"][start:end].strip() for start, end, _ in row["furniture"])
    back = tmp_path / "back.jsonl"
    assert call("undo", str(target), "--edits", str(edits), "-o", str(back)).exception is None
    assert json.loads(back.read_bytes())["text"] == (PAGES / "hearing.txt").read_text(encoding="utf-8")


def test_shared_passages_are_written_with_their_places(tmp_path: Path) -> None:
    passage = "县里决定从明年起，在全县二十三个乡镇推行河长制，每条河都有人管，每段渠都有人护，责任到人，一季一查。"
    winter = "老人们记得，那年冬天来得特别早，河面结冰的时候，渡口停了半个月，米价涨了两成。"
    wall = "文件贴在村口的墙上，过路的人都停下来看，看完了还要念给不识字的人听。"
    first = f"春天的会上通过了一项决定。{passage}{winter}"
    second = f"{wall}{passage}念到这里大家都笑了，说这回可算有人管了。"
    given = tmp_path / "a.jsonl"
    texts = {"a": first, "b": second}
    lines = (json.dumps({"id": name, "text": text}, ensure_ascii=False) for name, text in texts.items())
    given.write_text("\n".join(lines) + "\n", encoding="utf-8")
    shared = tmp_path / "shared.jsonl"
    call("dedupe", str(given), "-o", str(tmp_path / "out.jsonl"), "--shared", str(shared))
    rows = [json.loads(line) for line in shared.read_text(encoding="utf-8").splitlines()]
    assert len(rows) == 1
    row = rows[0]
    assert texts[row["id"]][row["start"] : row["end"]].strip() in passage
    assert texts[row["dup_of"]][row["dup_start"] : row["dup_end"]].strip() in passage
    assert row["end"] - row["start"] > 40

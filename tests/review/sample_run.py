"""Make a run folder without the chain: texts of our own with known faults, repaired by known edits.

The rows are exactly those that a run writes, so that the report, the audit and the statistics can be tested alone,
and at any size.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from corpus_cli.ledger import OffsetMap
from corpus_cli.wire.ledger_rows import edit_of

PEOPLE = [
    ("林知远", "清河县档案馆馆长", "清河县档案馆", "清河县"),
    ("苏晚晴", "临江市图书馆古籍部主任", "临江市图书馆", "临江市"),
    ("顾长庚", "白石镇文化站站长", "白石镇文化站", "白石镇"),
    ("程若水", "南屏大学历史系教授", "南屏大学", ""),
    ("贺明川", "县方志办公室副主任", "县方志办公室", "清河县"),
]
OPENINGS = ["去年秋天", "这些年来", "今年开春以后", "在座谈会上", "从前的老编辑常说", "翻开旧报合订本"]
MIDDLES = [
    "馆里把民国年间的县报一页一页扫描下来",
    "我们请退休的老师逐字校对识别出来的文稿",
    "乡里的老人讲起了修渠、办学和赶集的往事",
    "志愿者给每一张老照片写下了时间、地点和人名",
    "编辑部决定把散落的口述整理成册",
    "学生们学会了辨认铅字的缺笔和断画",
]
ENDINGS = [
    "字虽然模糊，意思却是清楚的。",
    "大家说，这件事越做越有味道。",
    "错字少了三成，读者的来信也多了起来。",
    "一本书的来历，就这样留了下来。",
    "纸会变黄，记忆不应当变黄。",
]
HEADINGS = ["一、从一页旧报说起", "二、校对的功夫", "三、把人名找回来", "四、留给后来人"]


class Sheet:
    """Build one document twice: as recognised and as repaired, with the edits between the two."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.source: list[str] = []
        self.length = 0
        self.edits: list[dict[str, Any]] = []
        self.cleaned: list[str] = []

    def same(self, text: str) -> None:
        self.source.append(text)
        self.cleaned.append(text)
        self.length += len(text)

    def fault(self, rule: str, before: str, after: str) -> None:
        self.edits.append(
            {"rule": rule, "start": self.length, "end": self.length + len(before), "before": before, "after": after}
        )
        self.source.append(before)
        self.cleaned.append(after)
        self.length += len(before)

    def sentence(self) -> None:
        opening, middle, ending = (self.rng.choice(part) for part in (OPENINGS, MIDDLES, ENDINGS))
        self.same(opening)
        self.fault("width", ",", "，") if self.rng.random() < 0.5 else self.same("，")
        cut = self.rng.randrange(2, len(middle))
        self.same(middle[:cut])
        chance = self.rng.random()
        if chance < 0.12:
            self.fault("blanks-between-han", " ", "")
        elif chance < 0.2:
            self.fault("hard-wrapped-lines", "\n", "")
        elif chance < 0.24:
            self.fault("repeated-phrase", middle[cut - 2 : cut] * 3, "")
        elif chance < 0.27:
            self.fault("encoding", "æ–‡", "文")
        elif chance < 0.3:
            self.fault("look-alikes", "modem", "modern")
        self.same(middle[cut:])
        self.same("，")
        self.same(ending)


def make_run(folder: Path, documents: int = 6, paragraphs: int = 8, seed: int = 7, twins: float = 0.15) -> Path:
    """Write a whole run folder and return it."""
    rng = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    rows: dict[str, list[dict[str, Any]]] = {
        name: []
        for name in (
            "documents",
            "cleaned",
            "deduped",
            "blocks",
            "edits",
            "cuts",
            "removed",
            "near_misses",
            "boilerplate",
            "rejects",
        )
    }
    kept: list[tuple[str, int, int, str]] = []
    for number in range(documents):
        _document(
            f"qinghe-{1931 + number // 12}-{number % 12 + 1:02d}-{number:04d}", rng, paragraphs, twins, kept, rows
        )
    rows["boilerplate"] = _standing(rows["blocks"])
    rows["rejects"] = _rejects()
    _inputs(folder, rows)
    for name, written in rows.items():
        (folder / f"{name}.jsonl").write_bytes(_lines(written))
    (folder / "manifest.json").write_text(json.dumps(manifest(folder, rows), ensure_ascii=False, indent=1), "utf-8")
    return folder


def _document(
    name: str, rng: random.Random, paragraphs: int, twins: float, kept: list[Any], rows: dict[str, list[Any]]
) -> None:
    sheet = Sheet(rng)
    units: list[tuple[str, int, int]] = []  # kind, start and end in the cleaned text
    person = rng.choice(PEOPLE)

    def unit(kind: str, *write: Any) -> None:
        start = sum(map(len, sheet.cleaned))
        for step in write:
            step()
        units.append((kind, start, sum(map(len, sheet.cleaned))))
        sheet.same("\n\n")

    unit("title", lambda: sheet.same(f"# 旧报今读之{rng.choice('甲乙丙丁戊己')}"))
    unit("byline", lambda: sheet.same(f"{person[0]} {person[1]}"))
    for n in range(paragraphs):
        if n % 3 == 0:
            unit("heading", lambda n=n: sheet.same(f"## {HEADINGS[n // 3 % 4]}"))
        if kept and rng.random() < twins:
            text = rng.choice(kept)[3]
            place = rng.randrange(3, len(text) - 3)
            variant = text if rng.random() < 0.3 else text[:place] + rng.choice("囗曰末〇") + text[place + 1 :]
            unit("paragraph", lambda variant=variant: sheet.same(variant))
        else:
            unit("paragraph", *[sheet.sentence] * rng.randrange(1, 5))
        if n % 5 == 4:
            unit("furniture", lambda n=n: sheet.fault("running-heads", f"《清河旬刊》 第{n + 3}页\n", ""))
    _write(name, sheet, units, person, rng, kept, rows, twins)


def _write(
    name: str, sheet: Sheet, units: Any, person: Any, rng: Any, kept: list[Any], rows: dict[str, Any], twins: float
) -> None:
    source, cleaned = "".join(sheet.source), "".join(sheet.cleaned)
    rows["documents"].append({"id": name, "text": source})
    rows["cleaned"].append({"id": name, "text": cleaned})
    rows["edits"] += ({"id": name, "record": len(rows["documents"]), **edit} for edit in sheet.edits)
    gone = _removed(name, cleaned, units, kept if twins else [], rows)
    blocks: list[dict[str, Any]] = []
    length = 0
    for kind, start, end in units:
        text = cleaned[start:end]
        if start in gone and text:
            continue
        if kind == "paragraph":
            kept.append((name, start, end, text))
        if text:
            blocks.append(_block(name, len(blocks), kind, text, length, person, rng))
        # the gap of a running head that is gone stays, with the block before it
        blocks[-1]["text"] += "\n\n"
        blocks[-1]["end"] += 2
        length = blocks[-1]["end"]
    kept[:] = kept[-300:]
    whole = "".join(block["text"] for block in blocks)
    _place(blocks, source, whole, [sheet.edits, [cut for cut in rows["cuts"][-99:] if cut["id"] == name]])
    rows["blocks"] += blocks
    rows["deduped"].append({"id": name, "text": whole})


def _place(blocks: list[dict[str, Any]], source: str, whole: str, ledgers: list[list[dict[str, Any]]]) -> None:
    """Give every block its span in the source text."""
    cleaning, deduping = (OffsetMap(edit_of(row) for row in rows) for rows in ledgers)
    for block in blocks:
        assert whole[block["start"] : block["end"]] == block["text"]
        block["source_start"] = cleaning.backward(deduping.backward(block["start"]))
        block["source_end"] = cleaning.backward(deduping.backward(block["end"], end=True), end=True)


def _removed(name: str, cleaned: str, units: Any, kept: list[Any], rows: dict[str, Any]) -> set[int]:
    gone: set[int] = set()
    for kind, start, end in units:
        text = cleaned[start:end]
        for other, other_start, other_end, twin in kept if kind == "paragraph" else []:
            if abs(len(text) - len(twin)) > 9:
                continue
            same = sum(a == b for a, b in zip(text, twin, strict=False)) / max(len(text), len(twin))
            method = "exact" if same == 1 else "near"
            row = {
                "id": name, "start": start, "end": end, "text": text, "dup_of": other, "dup_start": other_start,
                "dup_end": other_end, "score": round(100 * same, 2), "method": method,
                "keep_reason": "first", "reason": "",
            }  # fmt: skip
            if same > 0.9:
                rows["removed"].append(row)
                cut = {"id": name, "record": len(rows["documents"]), "rule": f"dedupe:{method}", "start": start}
                rows["cuts"].append({**cut, "end": end + 2, "before": f"{text}\n\n", "after": ""})
                gone.add(start)
                break
            if same > 0.55:
                rows["near_misses"].append({**row, "dup_text": twin})
    return gone


def _block(name: str, seq: int, kind: str, text: str, start: int, person: Any, rng: Any) -> dict[str, Any]:
    spoken = kind in ("paragraph", "byline") and rng.random() < 0.9
    who, role, org, place = person if spoken else ("", "", "", "")
    return {
        "id": f"{name}#b{seq:04d}", "doc_id": name, "seq": seq, "kind": kind,
        "speaker": {"name": who, "role": role, "org": org, "place": place},
        "printed": f"{who} {role}" if kind == "byline" and who else "", "headings": ["一、从一页旧报说起"],
        "article": f"{name}#a{1 + seq // 9}", "article_seq": seq % 9, "continues": "", "start": start,
        "end": start + len(text), "source_start": 0, "source_end": 0, "page": 0,
        "confidence": round(0.6 + 0.4 * rng.random(), 2) if who else 0.4, "why": "byline above", "text": text,
    }  # fmt: skip


def _standing(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    headings = [block for block in blocks if block["text"].strip() == f"## {HEADINGS[0]}"]
    return [
        {"id": block["doc_id"], "start": 0, "end": 0, "text": block["text"].strip(), "kind": "label",
         "count": len(headings)}
        for block in headings
    ]  # fmt: skip


def _rejects() -> list[dict[str, Any]]:
    return [
        {"file": "qinghe.jsonl", "line": 3, "reason": "the line is not JSON (unexpected end of data)",
         "raw": '{"id": "qinghe-1931-xx", "text": "半页', "raw_base64": ""},
        {"file": "qinghe.jsonl", "line": 9, "reason": "the record has no text in field 'text'",
         "raw": '{"id": "空"}', "raw_base64": ""},
    ]  # fmt: skip


def _inputs(folder: Path, rows: dict[str, list[Any]]) -> None:
    """Write the input that the documents came from, the two bad lines in their places."""
    lines = [json.dumps(row, ensure_ascii=False) for row in rows["documents"]]
    for row in rows["rejects"]:
        row["line"] = min(row["line"], len(lines) + 1)
        lines.insert(row["line"] - 1, row["raw"])
    (folder / "qinghe.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


def _lines(rows: Iterable[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


def manifest(folder: Path, rows: dict[str, list[Any]]) -> dict[str, Any]:
    """Return the manifest of what stands in the folder."""
    by_rule = Counter(row["rule"] for row in rows["edits"])
    sizes = {name: len(written) for name, written in rows.items()}
    return {
        "program": "corpus-cli",
        "version": "0.1.0",
        "options": {"text_key": "text", "id_key": "id", "profile": "safe", "threshold": 90.0, "encoding": ""},
        "rules": sorted(by_rule),
        "inputs": [{"name": "qinghe.jsonl", **digest(folder / "qinghe.jsonl")}],
        "outputs": [{"name": f"{name}.jsonl", **digest(folder / f"{name}.jsonl")} for name in rows],
        "counts": {
            "ingest": {
                "read": sizes["documents"] + sizes["rejects"],
                "written": sizes["documents"],
                "rejected": sizes["rejects"],
            },
            "clean": {"written": sizes["cleaned"], "edits": dict(by_rule)},
            "dedupe": {"written": sizes["deduped"], "units": {"removed": sizes["removed"]}},
            "split": {"written": sizes["deduped"], "blocks": {"all": sizes["blocks"]}},
        },
    }


def digest(file: Path) -> dict[str, Any]:
    data = file.read_bytes()
    return {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}

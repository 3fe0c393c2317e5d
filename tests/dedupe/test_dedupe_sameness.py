"""The same input gives the same output, whatever the workers, the machine's extras, and the way the text is held."""

from __future__ import annotations

import random

import pytest

from corpus_cli.dedupe import DedupeOptions, allpairs, anchors, dedupe, keep, proof
from corpus_cli.record import Record

PLACES = "河口 石桥 东村 西岭 北港 南塘 上坪 下湾".split()
DEEDS = "修了水渠 种了果树 开了夜校 架了电线 办了粮站 挖了鱼塘 盖了仓房 铺了石路".split()
SIGNS = "的一是了不在有和人这中大为上个国我以要他"


def corpus(seed: int = 3, count: int = 60) -> list[Record]:
    """Return records of two paragraphs, many of them damaged copies of earlier ones."""
    generator = random.Random(seed)
    paragraphs = [
        "，".join(
            f"{generator.choice(PLACES)}的人那一年{generator.choice(DEEDS)}{''.join(generator.choices(SIGNS, k=6))}"
            for _ in range(4)
        )
        + "。"
        for _ in range(count)
    ]
    for _ in range(count):
        text = list(generator.choice(paragraphs[:count]))
        for _ in range(generator.randrange(5)):
            text[generator.randrange(len(text))] = generator.choice(SIGNS)
        paragraphs.append("".join(text))
    generator.shuffle(paragraphs)
    pairs = zip(paragraphs[::2], paragraphs[1::2], strict=True)
    return [Record(f"d#{n}", f"{first}\n\n{second}") for n, (first, second) in enumerate(pairs)]


def everything(outcome) -> list:
    return [
        list(outcome.records),
        list(outcome.removed),
        list(outcome.near_misses),
        list(outcome.passages),
        list(outcome.boilerplate),
        outcome.counts,
        list(outcome.staying),
    ]


@pytest.mark.parametrize("scope", ["corpus", "document"])
def test_workers_give_the_same(monkeypatch, scope):
    alone = everything(dedupe(corpus(), DedupeOptions(scope=scope)))
    monkeypatch.setattr(proof, "_MANY", 1)
    monkeypatch.setattr(proof, "_TASK", 7)
    monkeypatch.setattr(keep, "_MANY", 1)
    monkeypatch.setattr(keep, "_BATCH", 3)
    assert everything(dedupe(corpus(), DedupeOptions(scope=scope, workers=2))) == alone
    assert alone[5]["removed"] > (10 if scope == "corpus" else -1)


def test_without_numba_the_same(monkeypatch):
    for module in (allpairs, anchors):
        monkeypatch.setattr(module, "FEW", 0)
    fast = everything(dedupe(corpus()))
    for module in (allpairs, anchors):
        monkeypatch.setattr(module, "find_spec", lambda name: None)
    assert everything(dedupe(corpus())) == fast


def test_blanks_width_and_case_change_nothing_that_goes():
    given = corpus()
    spaced = [Record(record.id, record.text.replace("，", " , ")) for record in given]
    assert [row["dup_of"] for row in dedupe(spaced, DedupeOptions(keep="first")).removed] == [
        row["dup_of"] for row in dedupe(given, DedupeOptions(keep="first")).removed
    ]


def test_the_books_balance():
    outcome = dedupe(corpus())
    counts = outcome.counts
    assert counts["units"] == counts["kept"] + counts["removed"] == 120
    assert (
        counts["removed"]
        == len(outcome.removed)
        == sum(counts[method] for method in ("exact", "near", "contained", "union", "heading"))
    )
    kept = {(row["dup_of"], row["dup_start"]) for row in outcome.removed}
    assert not kept & {(row["id"], row["start"]) for row in outcome.removed}

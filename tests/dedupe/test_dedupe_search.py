"""The fast paths find what brute force finds."""

from __future__ import annotations

import random
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from corpus_cli.dedupe import DedupeOptions, allpairs, anchors, candidates, dedupe
from corpus_cli.dedupe.allpairs import all_pairs
from corpus_cli.dedupe.anchors import anchored_pairs
from corpus_cli.dedupe.minhash import minhash_pairs
from corpus_cli.dedupe.views import Views, folded
from corpus_cli.record import Record
from corpus_cli.text.folding import fold

SIGNS = "的一是在不了有和人这ab cdeo,.1"


@st.composite
def sets_of_texts(draw: st.DrawFn) -> list[str]:
    """Draw a few texts and damaged copies of them."""
    texts = draw(st.lists(st.text(SIGNS, max_size=60), min_size=1, max_size=6))
    for _ in range(draw(st.integers(0, 8))):
        text = list(draw(st.sampled_from(texts)))
        for _ in range(draw(st.integers(0, 6))):
            place = draw(st.integers(0, len(text)))
            text[place : place + draw(st.integers(0, 2))] = draw(st.text(SIGNS, max_size=2))
        texts.append("".join(text))
    return texts


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.lists(st.text("的水ab \U00020000\U00020bb7\U0002a6a5\ud800", max_size=12), max_size=8), st.integers(1, 3))
def test_views_hold_the_folded_texts_whatever_their_characters(texts, batch):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("corpus_cli.dedupe.views._BATCH", batch)
        patch.setattr("corpus_cli.dedupe.views._SLOTS", 2)
        views = folded(texts)
    plain = [fold(text).text for text in texts]
    assert views.texts() == [views.text(n) for n in range(len(views))] == plain
    assert views.lengths.tolist() == [len(text) for text in plain]


def test_a_few_characters_beyond_the_basic_plane_do_not_widen_the_views():
    views = folded(["山水" * 20, "𠀀山𠮷", "ab"])
    assert views.codes.itemsize == 2 and views.beyond == "𠀀𠮷"
    assert views.chosen(np.array([1])).texts() == ["𠀀山𠮷"]
    assert folded(["".join(map(chr, range(0x20000, 0x20800)))]).codes.itemsize == 4


def views_of(texts: list[str]) -> Views:
    return folded(texts)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(sets_of_texts(), st.sampled_from([60.0, 75.0, 85.0, 95.0, 100.0]))
def test_all_pairs_are_those_of_brute_force(texts, threshold):
    views = views_of(texts)
    strings = [views.text(n) for n in range(len(views))]
    brute = [[a, b] for a, b in combinations(range(len(texts)), 2) if fuzz.ratio(strings[a], strings[b]) >= threshold]
    assert all_pairs(views, threshold).tolist() == brute


@settings(derandomize=True, max_examples=100, deadline=None)
@given(sets_of_texts())
def test_compiled_and_plain_scan_agree(texts):
    views = views_of(texts)
    order = np.argsort(views.lengths, kind="stable")
    rows = (allpairs.Rows(allpairs._bags(views, order), views, order), 0.2, 0)
    assert sorted(allpairs._scan_fast(*rows).tolist()) == sorted(allpairs._scan_plain(*rows).tolist())


@settings(derandomize=True, max_examples=100, deadline=None)
@given(sets_of_texts(), st.booleans(), st.booleans(), st.sampled_from([1, 2]))
def test_compiled_and_plain_counts_of_shingles_agree(texts, by_two, sampled, workers):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(anchors, "ALL_SHINGLES", 0 if sampled else 1000)
        _check_counts(texts, by_two, workers)


def _check_counts(texts: list[str], by_two: bool, workers: int) -> None:
    views = views_of(texts)
    apart = np.arange(len(texts), dtype=np.int32) // 2 if by_two else None
    fast, plain = anchors._postings_fast(views, apart, workers), anchors._postings_plain(views, apart)
    assert sorted(anchors._count_fast(fast).tolist()) == sorted(anchors._count_plain(plain).tolist())
    assert fast.norm.tolist() == plain.norm.tolist()


def test_a_cut_copy_shares_shingles():
    text = "渡口的老船工每天天不亮就把船撑到对岸，等着第一批进城卖菜的人，几十年来没有误过一次。"
    other = "县里派来的技术员在田埂上走了一圈，说今年的虫情比往年要重，得早做准备。"
    views = views_of([text, other, text[: len(text) // 2]])
    assert [pair[:2] for pair in anchored_pairs(views).tolist()] == [[0, 2]]


def test_only_views_of_one_number_are_put_together():
    views = views_of(["一二三四五六七八九十天地人"] * 4)
    pairs = anchored_pairs(views, np.array([0, 1, 0, 1], np.int32))
    assert [pair[:2] for pair in pairs.tolist()] == [[0, 2], [1, 3]]


def test_minhash_finds_only_true_pairs_and_most_of_them():
    generator = random.Random(5)
    texts = ["".join(generator.choices(SIGNS, k=80)) for _ in range(60)]
    texts += [text[:cut] + generator.choice(SIGNS) + text[cut + 2 :] for text in texts for cut in (20, 50)]
    views = views_of(texts)
    true = {tuple(pair) for pair in all_pairs(views, 85).tolist()}
    found = {tuple(pair) for pair in minhash_pairs(views, 85).tolist()}
    assert found <= true and len(found) >= 0.9 * len(true)


@pytest.mark.parametrize("search", ["exact", "minhash", "auto"])
def test_every_search_finds_a_noisy_copy(search):
    text = "粮库的大门上贴着封条，看门人说钥匙在镇上，镇上的人说钥匙早就交给了看门人。"
    outcome = dedupe([Record("a", text), Record("b", text.replace("镇上", "鎮土", 1))], DedupeOptions(search=search))
    assert len(outcome.removed) == 1


def test_workers_change_nothing():
    texts = [f"第{n % 40}号仓库的管理员在登记簿上写下了当天的温度和湿度，并签了名字{'。' * (n % 3)}" for n in range(90)]
    views = views_of(texts)
    assert all_pairs(views, 85, workers=2).tolist() == all_pairs(views, 85).tolist()


def test_within_documents_every_pair_is_compared_and_the_scan_finds_the_same(monkeypatch):
    generator = random.Random(11)
    whole = ["".join(generator.choices("的一是在不了有和人这", k=30)) for _ in range(12)]
    texts = [text for one in whole for text in (one, one[:9] + "乙" + one[10:])]
    views, apart = views_of(texts), np.repeat(np.arange(6, dtype=np.int32), 4)
    options = DedupeOptions(scope="document")
    inside = candidates.candidates(views, options, apart).pairs.tolist()
    monkeypatch.setattr(candidates, "_INSIDE", 0)
    assert candidates.candidates(views, options, apart).pairs.tolist() == inside
    assert {(n, n + 1) for n in range(0, 24, 2)} <= {tuple(pair) for pair in inside}
    assert all(apart[a] == apart[b] for a, b in inside)

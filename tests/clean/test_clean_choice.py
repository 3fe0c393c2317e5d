"""Which rules a caller gets, and what a wrong name says."""

from __future__ import annotations

import pickle

import pytest

from corpus_cli.clean import RULES, clean_texts, cleaner
from corpus_cli.clean.manual import book, table
from corpus_cli.errors import WrongCall


def test_safe_is_part_of_full() -> None:
    assert set(cleaner("safe").names) <= set(cleaner("full").names) == {rule.name for rule in RULES}


def test_only_and_skip() -> None:
    assert cleaner(only=["trailing-blanks"]).names == ("trailing-blanks",)
    assert "trailing-blanks" not in cleaner(skip=["trailing-blanks"]).names


def test_rules_keep_their_order() -> None:
    names = [rule.name for rule in RULES]
    assert cleaner("full", only=list(reversed(names))).names == tuple(names)


def test_unknown_rule_names_the_nearest() -> None:
    with pytest.raises(WrongCall, match="Did you mean 'trailing-blanks'"):
        cleaner(skip=["trailing-blank"])
    with pytest.raises(WrongCall, match="profile"):
        cleaner("safest")  # type: ignore[arg-type]


def test_cleaner_travels_to_workers() -> None:
    chosen = cleaner("full", skip=["trailing-blanks"])
    assert pickle.loads(pickle.dumps(chosen)) == chosen


def test_manual_has_every_rule() -> None:
    for rule in RULES:
        assert f"## {rule.name} " in book()
        assert f"`{rule.name}`" in table()


def test_one_text_alone_is_refused() -> None:
    with pytest.raises(WrongCall, match="a list of texts"):
        clean_texts("他说,好。", cleaner())

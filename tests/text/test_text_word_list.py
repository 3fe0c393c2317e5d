"""The lists of words are those of the library that ships them."""

from __future__ import annotations

import pytest

from corpus_cli.text import word_list


@pytest.mark.parametrize(("language", "size"), [("en", "small"), ("zh", "large"), ("ru", "small")])
def test_a_list_is_read_as_the_library_reads_it(language: str, size: str) -> None:
    shares = word_list._read(language, size)
    assert shares is not None
    assert shares == word_list._asked(language, size) == word_list.word_shares(language, size)


def test_rare_words_can_be_left_out() -> None:
    common = {word: share for word, share in word_list.word_shares("zh").items() if share >= 1e-5}
    assert word_list.word_shares("zh", "large", 1e-5) == common == word_list._asked("zh", "large", 1e-5)


def test_the_library_is_asked_where_there_is_no_such_file(monkeypatch: pytest.MonkeyPatch) -> None:
    shares = word_list.word_shares("en", "small")
    monkeypatch.setattr(word_list, "find_spec", lambda name: None)
    assert word_list._read("en", "small") is None
    assert word_list.word_shares("en", "small") == shares

"""The lists of words are those of the library that ships them."""

from __future__ import annotations

import pytest

from corpus_cli.text import word_list


@pytest.mark.parametrize(("language", "size"), [("en", "small"), ("zh", "large"), ("ru", "small")])
def test_a_list_is_read_as_the_library_reads_it(language: str, size: str) -> None:
    shares = word_list._read(language, size)
    assert shares is not None
    assert shares == word_list._asked(language, size) == word_list.word_shares(language, size)


def test_the_library_is_asked_where_there_is_no_such_file(monkeypatch: pytest.MonkeyPatch) -> None:
    shares = word_list.word_shares("en", "small")
    monkeypatch.setattr(word_list, "find_spec", lambda name: None)
    assert word_list._read("en", "small") is None
    assert word_list.word_shares("en", "small") == shares

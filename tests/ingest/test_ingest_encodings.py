"""Encodings are found out and named; what cannot be read says so."""

from __future__ import annotations

import pytest

from corpus_cli.errors import BadInput
from corpus_cli.ingest.encodings import decode_text

CHINESE = "渡口的钟声，每天只响两次：清晨一次，黄昏一次。"
TRADITIONAL = "議會第三次會議，主席宣布開會。"
LONG = "Dziś w nocy spadł śnieg. Źródło rzeki leży wśród gór, a żółte łąki ciągną się aż do morza. "
CASES = [
    ("utf-8", CHINESE),
    ("gb18030", "今天开会。"),
    ("gb18030", CHINESE),
    ("big5hkscs", "今天開會。"),
    ("big5hkscs", TRADITIONAL),
    ("shift_jis", "これは日本語の文章です。"),
    ("euc_kr", "안녕하세요 여러분"),
    ("cp1252", "Garçon, où est le café? Voilà."),
    ("cp1251", "Сегодня хорошая погода"),
    ("cp1250", LONG * 4),
]


@pytest.mark.parametrize(("encoding", "text"), CASES)
def test_an_encoding_is_found_out(encoding: str, text: str) -> None:
    assert decode_text(text.encode(encoding), "a.txt") == (text, encoding)


@pytest.mark.parametrize(("encoding", "name"), [("utf-16", "utf-16"), ("utf-8-sig", "utf-8-sig"), ("utf-32", "utf-32")])
def test_a_byte_order_mark_decides(encoding: str, name: str) -> None:
    assert decode_text(CHINESE.encode(encoding), "a.txt") == (CHINESE, name)


def test_the_named_encoding_is_taken() -> None:
    assert decode_text("é".encode("latin-1"), "a.txt", "latin-1").text == "é"


@pytest.mark.parametrize(
    ("data", "encoding", "what"),
    [
        (b"\xff\xff\xff\x00\x01", "", "no other usual encoding reads it"),
        ("é".encode("latin-1"), "utf-8", "byte 0 is no utf-8"),
        (b"a", "klingon", "no encoding 'klingon'"),
    ],
)
def test_what_cannot_be_read_says_so(data: bytes, encoding: str, what: str) -> None:
    with pytest.raises(BadInput, match=what) as caught:
        decode_text(data, "a.txt", encoding)
    assert caught.value.where == "a.txt"
    assert caught.value.remedy

"""Lines to records and back: what no stage changed is the bytes that came."""

from __future__ import annotations

import pytest

from corpus_cli.errors import BadRecord
from corpus_cli.wire.records import Keys, decode, encode

KEYS = Keys()
ODD = (
    '{"n": 12345678901234567890123, "price": 1.10, "meta": { "a" :[1,  2] }, "text": "他说,好", "id": "a#1", "z": null}'
)


def test_an_unchanged_record_is_the_line_that_came() -> None:
    line = ODD.encode()
    assert encode(decode(line, "f", 1, KEYS), KEYS) == line


def test_a_changed_text_changes_nothing_else() -> None:
    record = decode(ODD.encode(), "f", 1, KEYS)
    assert encode(record.with_text("他说，好"), KEYS).decode() == ODD.replace("说,好", "说，好")


def test_fields_of_ours_come_last() -> None:
    record = decode(b'{"text": "a", "id": "x"}', "f", 1, KEYS).with_fields(dup_of="", dup_score=0)
    assert encode(record, KEYS) == b'{"text": "a", "id": "x","dup_of":"","dup_score":0}'


def test_a_dotted_key_leads_inwards() -> None:
    keys = Keys("meta.body", "meta.key")
    line = b'{"meta": {"body": "a,", "key": "k1", "n": 1.0}, "text": "other"}'
    record = decode(line, "f", 1, keys)
    assert (record.text, record.id) == ("a,", "k1")
    assert encode(record.with_text("b"), keys) == line.replace(b'"a,"', b'"b"')


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (b'{"text": "a"}', "folder/f.jsonl#7"),
        (b'{"text": "a", "id": ""}', "folder/f.jsonl#7"),
        (b'{"text": "a", "id": 12}', "#12"),
        (b'{"text": "a", "id": 1.50}', "#1.50"),
        (b'{"text": "a", "id": "0012"}', "#0012"),
        ('{"text": "a", "id": "第12期"}'.encode(), "第12期"),
        (b'{"text": "a", "id": "12#3"}', "12#3"),
    ],
)
def test_ids_are_strings_that_no_table_reader_takes_for_numbers(line: bytes, name: str) -> None:
    record = decode(line, "folder/f.jsonl", 7, KEYS)
    assert record.id == name
    assert decode(encode(record, KEYS), "elsewhere", 1, KEYS).id == name


@pytest.mark.parametrize(
    ("line", "what", "remedy"),
    [
        (b'{"text": "a"', "is not JSON", "Mend the line"),
        (b"[1, 2]", "JSON but no object (a list)", "must be an object"),
        (b'{"body": "a", "id": "x"}', "no text in field 'text'", "(text fields here: body, id)"),
        (b'{"text": 3}', "holds a number where a text", "--text-key"),
        (b'{"text": ["a"]}', "holds a list where a text", "--text-key"),
        (b'{"text": "a\xff"}', "byte 0xff at byte 12 of the line is no UTF-8", "UTF-8"),
        (b'{"text": "a\\ud800"}', "half a surrogate pair", "U+FFFD"),
        (b'{"text": "a", "id": [1]}', "the id is a list", "--id-key"),
        (b'{"text": "a", "id": true}', "the id is true or false", "--id-key"),
    ],
)
def test_a_bad_line_says_where_what_and_what_to_do(line: bytes, what: str, remedy: str) -> None:
    with pytest.raises(BadRecord) as caught:
        decode(line, "f.jsonl", 3, KEYS)
    message = str(caught.value)
    assert message.startswith("f.jsonl:3: ")
    assert what in message
    assert remedy in message


@pytest.mark.parametrize("value", ["1e400", "-1E-999999", "123456789012345678901234567890"])
def test_values_beyond_the_fast_parser_are_no_reason_to_refuse_a_line(value: str) -> None:
    line = f'{{"id": "a", "text": "他说,好", "far": {value}}}'.encode()
    record = decode(line, "f", 1, KEYS)
    assert encode(record.with_text("他说，好"), KEYS) == line.replace(",好".encode(), "，好".encode())


def test_nan_is_no_json() -> None:
    with pytest.raises(BadRecord, match="is not JSON"):
        decode(b'{"id": "a", "text": "b", "n": NaN}', "f", 1, KEYS)

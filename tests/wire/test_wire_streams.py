"""Compression, atomic files, damaged inputs."""

from __future__ import annotations

import gzip
import os
import threading
from pathlib import Path

import pytest
import zstandard

from corpus_cli.errors import BadInput, BadOutput
from corpus_cli.wire.lines import raw_lines
from corpus_cli.wire.streams import reading, writing

DATA = ("甲乙丙\n" * 30_000).encode()


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.jsonl.zst"])
def test_what_is_written_is_read(tmp_path: Path, name: str) -> None:
    path = str(tmp_path / name)
    for _ in range(2):
        with writing(path) as stream:
            stream.write(DATA)
        first = Path(path).read_bytes()
        with reading(path) as stream:
            assert stream.read() == DATA
    assert Path(path).read_bytes() == first


def test_several_zstandard_frames_are_one_file(tmp_path: Path) -> None:
    path = tmp_path / "a.zst"
    path.write_bytes(zstandard.compress(b"one\n") + zstandard.compress(b"two\n"))
    with reading(str(path)) as stream:
        assert stream.read() == b"one\ntwo\n"


@pytest.mark.parametrize(("name", "packed"), [("a.gz", gzip.compress(DATA)), ("a.zst", zstandard.compress(DATA))])
def test_a_cut_file_is_an_error_and_not_a_shorter_text(tmp_path: Path, name: str, packed: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(packed[: len(packed) // 2])
    with pytest.raises(BadInput, match="damaged"), reading(str(path)) as stream:
        stream.read()


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("before")
    with pytest.raises(ZeroDivisionError), writing(str(path)) as stream:
        stream.write(b"half")
        raise ZeroDivisionError
    assert path.read_text() == "before"
    assert [item.name for item in tmp_path.iterdir()] == ["out.jsonl"]


def test_an_output_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(BadOutput, match="cannot be written"), writing(str(tmp_path / "no" / "out.jsonl")):
        pass


def test_lines_end_at_newlines_only(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + '{"a": "甲\u2028乙\u0085\x0c"}\n\n  \n{"b": 1}'.encode())
    with reading(str(path)) as stream:
        first, second = raw_lines(stream, "a")
    assert first.line == '{"a": "甲\u2028乙\u0085\x0c"}'.encode()
    assert (first.number, first.prefix, first.ended) == (1, b"\xef\xbb\xbf", True)
    assert (second.number, second.prefix, second.ended) == (4, b"\n  \n", False)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_no_file_is_written_straight(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    with writing(str(pipe)) as stream:
        stream.write(b"through")
    reader.join(timeout=20)
    assert got == [b"through"]
    assert pipe.is_fifo()


def test_a_link_is_followed(tmp_path: Path) -> None:
    target, link = tmp_path / "target.jsonl", tmp_path / "link.jsonl"
    target.write_bytes(b"before")
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("this system allows no links")
    with writing(str(link)) as stream:
        stream.write(b"after")
    assert link.is_symlink()
    assert target.read_bytes() == b"after"

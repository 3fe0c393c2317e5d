"""Open inputs and outputs by their names: plain, `.gz`, `.zst`, or `-` for the standard streams."""

from __future__ import annotations

import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, BinaryIO, cast

from corpus_cli.errors import BadInput, BadOutput

STANDARD = "-"


@contextmanager
def reading(name: str) -> Iterator[BinaryIO]:
    """Open an input for reading bytes, unpacked.

    Raises BadInput where it cannot be opened, or where its compressed bytes are cut or damaged.
    """
    try:
        stream = _open_for_reading(name)
    except OSError as error:
        raise BadInput(f"cannot be read ({_reason(error)})", where=name, remedy="Check the name.") from error
    try:
        yield stream
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise BadInput(f"its compressed data is damaged ({error})", where=name, remedy="Copy it again.") from error
    finally:
        if name != STANDARD:
            stream.close()


def _open_for_reading(name: str) -> BinaryIO:
    if name == STANDARD:
        return sys.stdin.buffer
    if name.endswith(".gz"):
        # Lines are read much faster from a buffer around the reader than from the reader.
        return cast(BinaryIO, io.BufferedReader(gzip.GzipFile(name, "rb"), 1 << 17))
    if name.endswith(".zst"):
        from corpus_cli.wire.zstd import ZstdReader

        return cast(BinaryIO, io.BufferedReader(ZstdReader(Path(name).open("rb")), 1 << 17))
    return Path(name).open("rb", buffering=1 << 17)


@contextmanager
def writing(name: str) -> Iterator[BinaryIO]:
    """Open an output for writing bytes, packed by its extension; `-` is standard output.

    A file is written aside, synced and renamed when the block ends well, and removed when it does not, so it
    appears whole or not at all; a link is followed.  What is no file (a pipe, a device) is written straight.  Raises
    BadOutput where the file cannot be written.
    """
    if name == STANDARD:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(name).resolve()
    if path.exists() and not path.is_file():
        with _straight(path, name) as stream:
            yield stream
        return
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        raw = aside.open("wb", buffering=1 << 17)
    except OSError as error:
        raise _unwritable(name, error) from error
    try:
        with raw:
            with _packed(raw, name) as stream:
                yield stream
            raw.flush()
            os.fsync(raw.fileno())
        aside.replace(path)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise _unwritable(name, error) from error
    finally:
        with suppress(FileNotFoundError):
            aside.unlink()


@contextmanager
def _straight(path: Path, name: str) -> Iterator[BinaryIO]:
    """Open what is no file for writing as it is."""
    try:
        with path.open("wb") as raw, _packed(raw, name) as stream:
            yield stream
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise _unwritable(name, error) from error


@contextmanager
def _packed(raw: IO[bytes], name: str) -> Iterator[BinaryIO]:
    """Yield the stream that packs into `raw`; gzip without name and time, so that equal text gives equal bytes."""
    if name.endswith(".gz"):
        with gzip.GzipFile("", "wb", 6, raw, 0) as stream:
            yield cast(BinaryIO, stream)
    elif name.endswith(".zst"):
        import zstandard

        with zstandard.ZstdCompressor(level=3).stream_writer(raw, closefd=False) as packer:
            yield cast(BinaryIO, packer)
    else:
        yield cast(BinaryIO, raw)


def _unwritable(name: str, error: OSError) -> BadOutput:
    return BadOutput(
        f"cannot be written ({_reason(error)})", where=name, remedy="Choose another place, or make its folder first."
    )


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()

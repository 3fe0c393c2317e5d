"""Read zstandard files frame by frame, so that a cut file is an error and not a shorter text."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO

import zstandard

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CHUNK = 1 << 16


class ZstdReader(io.RawIOBase):
    """Yield the bytes of all frames of a zstandard stream.

    Raises EOFError where the data ends inside a frame or is no zstandard data (the library's own reader ends
    quietly there).
    """

    def __init__(self, packed: BinaryIO) -> None:
        self._packed = packed
        self._frame = zstandard.ZstdDecompressor().decompressobj()
        self._inside = False
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        """Tell that this stream can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill `buffer` with unpacked bytes and return their number; 0 at the end."""
        while not self._ready:
            chunk = self._packed.read(CHUNK)
            if not chunk:
                if self._inside:
                    raise EOFError("the file ends inside a zstandard frame")
                return 0
            self._ready = memoryview(self._unpack(chunk))
        target = memoryview(buffer)
        count = min(len(target), len(self._ready))
        target[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count

    def close(self) -> None:
        """Close the packed stream too."""
        self._packed.close()
        super().close()

    def _unpack(self, chunk: bytes) -> bytes:
        pieces = []
        try:
            while chunk:
                self._inside = True
                pieces.append(self._frame.decompress(chunk))
                chunk = b""
                if self._frame.eof:
                    chunk = self._frame.unused_data
                    self._frame = zstandard.ZstdDecompressor().decompressobj()
                    self._inside = False
        except zstandard.ZstdError as error:
            raise EOFError(str(error)) from error
        return b"".join(pieces)

"""Hold the folded views of all units in one array: bytes, not objects."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import xxhash

from corpus_cli.text.folding import fold_batch

Codes = npt.NDArray[Any]
# How many units are folded at once: large enough for numpy, small enough for the cache.
_BATCH = 2048
# How many codes are narrowed at once.
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Hold narrowed views end to end, one byte a character, and cut one out when it is asked for."""

    data: str
    bounds: npt.NDArray[np.int64]

    def __getitem__(self, number: int) -> str:
        """Return one view."""
        return self.data[self.bounds[number] : self.bounds[number + 1]]


@dataclass(frozen=True, slots=True)
class Views:
    """Hold folded texts end to end: view `n` is `codes[bounds[n]:bounds[n + 1]]`.

    Codes are UTF-16 where all characters are in the basic plane, else UTF-32.
    """

    codes: Codes
    bounds: npt.NDArray[np.int64]

    def __len__(self) -> int:
        """Return how many views there are."""
        return len(self.bounds) - 1

    @property
    def lengths(self) -> npt.NDArray[np.int64]:
        """Return the length of each view in folded characters."""
        return np.diff(self.bounds)

    def text(self, number: int) -> str:
        """Return one view as a string."""
        piece = self.codes[self.bounds[number] : self.bounds[number + 1]].tobytes()
        return piece.decode("utf-16-le" if self.codes.itemsize == 2 else "utf-32-le", "surrogatepass")

    def narrowed(self) -> Narrowed:
        """Return the views with all characters folded into 256, which rapidfuzz compares several times faster.

        Characters that were the same stay the same, so no similarity is lower than that of the views.
        """
        data = np.empty(len(self.codes), np.uint8)
        for first in range(0, len(self.codes), _PIECE):
            codes = self.codes[first : first + _PIECE]
            high = (codes.astype(np.uint32) * np.uint32(0x9E3779B1) >> np.uint32(25)) | np.uint32(128)
            data[first : first + _PIECE] = np.where(codes < 128, codes, high)
        return Narrowed(data.tobytes().decode("latin-1"), self.bounds)

    def digests(self) -> list[bytes]:
        """Return a 128-bit digest of each view; equal digests are equal views."""
        data = memoryview(self.codes.data).cast("B")
        places = (self.bounds * self.codes.itemsize).tolist()
        digest = xxhash.xxh3_128_digest
        return [digest(data[a:b]) for a, b in pairwise(places)]

    def chosen(self, numbers: npt.NDArray[np.int64]) -> Views:
        """Return the views with these numbers, in their order."""
        lengths = self.lengths[numbers]
        bounds = np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths)))
        codes = np.empty(int(bounds[-1]), self.codes.dtype)
        # A run of views at a time: the place of each code takes four times the room of the code.
        for first in range(0, len(numbers), _BATCH):
            run = slice(first, first + _BATCH)
            start, end = int(bounds[first]), int(bounds[min(first + _BATCH, len(numbers))])
            places = np.arange(start, end) + np.repeat(self.bounds[numbers[run]] - bounds[:-1][run], lengths[run])
            codes[start:end] = self.codes[places]
        return Views(codes, bounds)


def folded(count: int, texts: Callable[[int, int], Sequence[str]]) -> Views:
    """Return the views of `count` texts; `texts(first, last)` gives a run of them."""
    # Bytes that grow in place: pieces put together at the end would need twice the room.
    data = bytearray()
    kind: np.dtype[Any] = np.dtype(np.uint16)
    bounds = [np.zeros(1, np.int64)]
    total = 0
    for first in range(0, count, _BATCH):
        batch = fold_batch(texts(first, min(count, first + _BATCH)))
        if kind.itemsize == 2 and len(batch.codes) and batch.codes.max() >= 0x10000:
            kind = np.dtype(np.uint32)
            data = bytearray(np.frombuffer(data, np.uint16).astype(kind).tobytes())
        data += batch.codes.astype(kind).tobytes()
        bounds.append(batch.bounds[1:] + total)
        total += len(batch.codes)
    return Views(np.frombuffer(data, kind), np.concatenate(bounds))

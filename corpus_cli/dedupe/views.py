"""Hold the folded views of all units in one array: bytes, not objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
class Views:
    """Hold folded texts end to end: view `n` is `codes[bounds[n]:bounds[n + 1]]`.

    Codes are UTF-16 where all characters are in the basic plane, else UTF-32; of narrowed views Latin-1.
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

    def texts(self) -> list[str]:
        """Return all views as strings."""
        if self.codes.itemsize == 1:
            data, places = str(self.codes.data, "latin-1"), self.bounds.tolist()
            return [data[start:end] for start, end in pairwise(places)]
        return [self.text(number) for number in range(len(self))]

    def narrowed(self) -> Views:
        """Return the views with all characters folded into 256, which rapidfuzz compares several times faster.

        Characters that were the same stay the same, so no similarity is lower than that of the views.
        """
        data = np.empty(len(self.codes), np.uint8)
        for first in range(0, len(self.codes), _PIECE):
            codes = self.codes[first : first + _PIECE]
            high = (codes.astype(np.uint32) * np.uint32(0x9E3779B1) >> np.uint32(25)) | np.uint32(128)
            data[first : first + _PIECE] = np.where(codes < 128, codes, high)
        return Views(data, self.bounds)

    def digests(self) -> bytearray:
        """Return a 128-bit digest of each view, one behind the other; equal digests are equal views."""
        data = memoryview(self.codes.data).cast("B")
        digest, found = xxhash.xxh3_128_digest, bytearray()
        for first in range(0, len(self), _BATCH):
            places = (self.bounds[first : first + _BATCH + 1] * self.codes.itemsize).tolist()
            found += b"".join([digest(data[a:b]) for a, b in pairwise(places)])
        return found

    def chosen(self, numbers: npt.NDArray[np.int64]) -> Views:
        """Return the views with these numbers, in their order."""
        return self._copied(numbers, np.empty(int(self.lengths[numbers].sum()), self.codes.dtype))

    def kept(self, numbers: npt.NDArray[np.int64]) -> Views:
        """Return the views with these numbers, which ascend, in the memory of all: this object is of no use any more.

        So no second copy of millions of views is ever held.
        """
        return self if len(numbers) == len(self) else self._copied(numbers, self.codes)

    def _copied(self, numbers: npt.NDArray[np.int64], codes: Codes) -> Views:
        """Copy views one behind the other into `codes`, and return them."""
        lengths = self.lengths[numbers]
        bounds = np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths)))
        # A run of views at a time: the place of each code takes four times the room of the code.
        for first in range(0, len(numbers), _BATCH):
            run = slice(first, first + _BATCH)
            start, end = int(bounds[first]), int(bounds[min(first + _BATCH, len(numbers))])
            places = np.arange(start, end) + np.repeat(self.bounds[numbers[run]] - bounds[:-1][run], lengths[run])
            codes[start:end] = self.codes[places]
        return Views(codes[: bounds[-1]], bounds)


def folded(texts: Iterable[str]) -> Views:
    """Return the views of texts; a batch of them is held at a time."""
    # Bytes that grow in place: pieces put together at the end would need twice the room.
    data = bytearray()
    kind: np.dtype[Any] = np.dtype(np.uint16)
    bounds = [np.zeros(1, np.int64)]
    total = 0
    for some in _batches(texts):
        batch = fold_batch(some)
        if batch.codes.itemsize > kind.itemsize:
            kind = np.dtype(np.uint32)
            data = bytearray(np.frombuffer(data, np.uint16).astype(kind).tobytes())
        data += batch.codes.astype(kind, copy=False).data
        bounds.append(batch.bounds[1:] + total)
        total += len(batch.codes)
    return Views(np.frombuffer(data, kind), np.concatenate(bounds))


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """Yield the texts in batches."""
    held: list[str] = []
    size = 0
    for text in texts:
        held.append(text)
        size += len(text)
        if len(held) == _BATCH or size >= _PIECE:
            yield held
            held, size = [], 0
    if held:
        yield held

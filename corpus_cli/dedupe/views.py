"""Hold the folded views of all units in one array: bytes, not objects."""

from __future__ import annotations

import re
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
# The low surrogates.
_FIRST, _SLOTS = 0xDC00, 0x400
_SURROGATE = re.compile("[\udc00-\udfff]")


@dataclass(frozen=True, slots=True)
class Views:
    """Hold folded texts end to end: view `n` is `codes[bounds[n]:bounds[n + 1]]`.

    Codes have two bytes: those of low surrogates, which stand for no character, are numbers in `beyond`, the characters
    beyond the basic plane.  Where these are too many, codes have four bytes; of narrowed views one (Latin-1).
    """

    codes: Codes
    bounds: npt.NDArray[np.int64]
    beyond: str = ""

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
        text = piece.decode("utf-16-le" if self.codes.itemsize == 2 else "utf-32-le", "surrogatepass")
        return _SURROGATE.sub(lambda found: self.beyond[ord(found[0]) - _FIRST], text) if self.beyond else text

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
            codes = _in_full(self.codes[first : first + _PIECE], self.beyond)
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
        return Views(codes[: bounds[-1]], bounds, self.beyond)


def is_dense(codes: Codes) -> npt.NDArray[np.bool_]:
    """Say which codes of views are of scripts without blanks between words, where three characters say much."""
    dense: npt.NDArray[np.bool_] = (codes >= 0x2E80) & ((codes < 0xA4D0) | (codes >= 0xF900))
    return dense | ((codes >= _FIRST) & (codes < _FIRST + _SLOTS))


def folded(texts: Iterable[str]) -> Views:
    """Return the views of texts; a batch of them is held at a time."""
    # Bytes that grow in place: pieces put together at the end would need twice the room.
    data, narrow, has_lone = bytearray(), True, False
    beyond, bounds = "", [np.zeros(1, np.int64)]
    total = 0
    for some in _batches(texts):
        batch = fold_batch(some)
        codes = batch.codes
        if narrow:
            more = frozenset(codes[codes > 0xFFFF].tolist() if codes.itemsize > 2 else ()).difference(map(ord, beyond))
            has_lone = has_lone or _has_surrogates(codes)
            if (has_lone and (beyond or more)) or len(beyond) + len(more) > _SLOTS:
                data = bytearray(_in_full(np.frombuffer(data, np.uint16), beyond).astype(np.uint32).tobytes())
                narrow, beyond = False, ""
            else:
                beyond += "".join(map(chr, sorted(more)))
                codes = _numbered(codes, beyond)
        data += codes.astype(np.uint16 if narrow else np.uint32, copy=False).data
        bounds.append(batch.bounds[1:] + total)
        total += len(codes)
    return Views(np.frombuffer(data, np.uint16 if narrow else np.uint32), np.concatenate(bounds), beyond)


def _has_surrogates(codes: Codes) -> bool:
    """Say whether any code is that of half a surrogate pair, which in sound text none is."""
    return bool(codes.max(initial=0) >= 0xD800 and np.any((codes >= 0xD800) & (codes < 0xE000)))


def _numbered(codes: Codes, beyond: str) -> Codes:
    """Return codes with those of characters beyond the basic plane as numbers of low surrogates."""
    if codes.itemsize == 2:
        return codes
    numbers = {ord(character): _FIRST + number for number, character in enumerate(beyond)}
    places = np.flatnonzero(codes > 0xFFFF)
    codes[places] = [numbers[code] for code in codes[places].tolist()]
    return codes


def _in_full(codes: Codes, beyond: str) -> Codes:
    """Return codes with those of low surrogates as the characters beyond the basic plane that they stand for."""
    if not beyond:
        return codes
    places = np.flatnonzero((codes >= _FIRST) & (codes < _FIRST + len(beyond)))
    codes = codes.astype(np.uint32)
    codes[places] = [ord(beyond[code - _FIRST]) for code in codes[places].tolist()]
    return codes


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

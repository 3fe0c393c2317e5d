"""Cut records into the units that are compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from corpus_cli.dedupe.options import Unit
from corpus_cli.record import Record
from corpus_cli.text.paragraphs import Span, paragraphs
from corpus_cli.text.sentences import sentences

Numbers = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Units:
    """Hold where the units stand: for each the number of its record and its span there, in order of place.

    The first `references` records are reference records; their units, those below `reference`, are compared with and
    never removed.
    """

    records: Sequence[Record]
    record: Numbers
    start: Numbers
    end: Numbers
    reference: int = 0
    references: int = 0

    def __len__(self) -> int:
        """Return how many units there are."""
        return len(self.record)

    def text(self, unit: int) -> str:
        """Return the text of a unit as it stands in its record."""
        return self.records[int(self.record[unit])].text[int(self.start[unit]) : int(self.end[unit])]

    def texts(self, first: int, last: int) -> list[str]:
        """Return the texts of the units from `first` up to `last`."""
        places = zip(
            self.record[first:last].tolist(),
            self.start[first:last].tolist(),
            self.end[first:last].tolist(),
            strict=True,
        )
        return [self.records[record].text[start:end] for record, start, end in places]

    def id(self, unit: int) -> str:
        """Return the id of the record in which a unit stands."""
        return self.records[int(self.record[unit])].id

    def of_record(self, record: int) -> range:
        """Return the units of a record."""
        first, last = np.searchsorted(self.record, (record, record + 1)).tolist()
        return range(first, last)

    def span(self, unit: int) -> Span:
        """Return the span of a unit in the text of its record."""
        return Span(int(self.start[unit]), int(self.end[unit]))


def cut(records: Sequence[Record], unit: Unit, against: Sequence[Record] = ()) -> Units:
    """Return the units of the reference records `against` and then of `records`."""
    library = [*against, *records]
    if unit == "record":
        ends = np.fromiter((len(record.text) for record in library), np.int32, len(library))
        return Units(
            library, np.arange(len(library), dtype=np.int32), np.zeros_like(ends), ends, len(against), len(against)
        )
    flat = (number for row in _rows(library, unit) for number in row)
    rows = np.fromiter(flat, np.int32).reshape(-1, 3)
    reference = int(np.searchsorted(rows[:, 0], len(against)))
    return Units(library, rows[:, 0].copy(), rows[:, 1].copy(), rows[:, 2].copy(), reference, len(against))


def _rows(library: Sequence[Record], unit: Unit) -> Iterable[tuple[int, int, int]]:
    """Yield record number, start and end of each unit."""
    spans = paragraphs if unit == "paragraph" else sentences
    for number, record in enumerate(library):
        for start, end in spans(record.text):
            yield number, start, end

"""Cut records into the units that are compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from corpus_cli.dedupe.index import Indexed
from corpus_cli.dedupe.options import Unit
from corpus_cli.record import Record
from corpus_cli.text.paragraphs import Span, paragraphs
from corpus_cli.text.sentences import sentences

Numbers = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Units:
    """Hold where the units stand: for each the number of its record and its span there, in order of place.

    The first `references` records are reference records; their units, those below `reference`, are compared with and
    never removed.  Those that come from an index are whole units; `shifts` says where they began in their records.
    """

    records: Sequence[Record]
    record: Numbers
    start: Numbers
    end: Numbers
    reference: int = 0
    references: int = 0
    shifts: Numbers = field(default_factory=lambda: np.zeros(0, np.int32))

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
        record = int(self.record[unit])
        shift = int(self.shifts[record]) if record < len(self.shifts) else 0
        return Span(int(self.start[unit]) + shift, int(self.end[unit]) + shift)


def cut(
    records: Sequence[Record], unit: Unit, against: Sequence[Record] = (), indexed: Sequence[Indexed] = ()
) -> Units:
    """Return the units of an index, of the reference records `against`, and then of `records`."""
    known = [Record(entry.id, entry.text) for entry in indexed]
    library = [*known, *against, *records]
    references = len(known) + len(against)
    shifts = np.fromiter((entry.start for entry in indexed), np.int32, len(indexed))
    flat = (number for row in _rows(library, unit, len(known)) for number in row)
    rows = np.fromiter(flat, np.int32).reshape(-1, 3)
    reference = int(np.searchsorted(rows[:, 0], references))
    return Units(library, rows[:, 0].copy(), rows[:, 1].copy(), rows[:, 2].copy(), reference, references, shifts)


def _rows(library: Sequence[Record], unit: Unit, known: int) -> Iterable[tuple[int, int, int]]:
    """Yield record number, start and end of each unit; the first `known` records are units themselves."""
    spans = paragraphs if unit == "paragraph" else sentences
    for number, record in enumerate(library):
        if unit == "record" or number < known:
            yield number, 0, len(record.text)
            continue
        for start, end in spans(record.text):
            yield number, start, end

"""Cut records into the units that are compared."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from corpus_cli.dedupe.index import Indexed
from corpus_cli.dedupe.library import Library
from corpus_cli.dedupe.options import Unit
from corpus_cli.dedupe.views import Views, folded
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
    rows = array("i")
    library = _library(records, against, indexed)
    for _ in _texts(library, unit, len(indexed), rows):
        pass
    return _units(library, rows, len(against), indexed)


def cut_and_folded(
    records: Sequence[Record], unit: Unit, against: Sequence[Record] = (), indexed: Sequence[Indexed] = ()
) -> tuple[Units, Views]:
    """Return what `cut` returns, and the folded views of the units; each record is read once."""
    rows = array("i")
    library = _library(records, against, indexed)
    views = folded(_texts(library, unit, len(indexed), rows))
    return _units(library, rows, len(against), indexed), views


def _library(records: Sequence[Record], against: Sequence[Record], indexed: Sequence[Indexed]) -> Sequence[Record]:
    """Return all records to be cut: those of an index are units themselves."""
    known = [Record(entry.id, entry.text) for entry in indexed]
    return Library((known, against, records)) if known or against else records


def _texts(library: Iterable[Record], unit: Unit, known: int, rows: array[int]) -> Iterator[str]:
    """Yield the text of each unit, and add to `rows` the number of its record, start and end.

    The first `known` records are units themselves.
    """
    spans = paragraphs if unit == "paragraph" else sentences
    for number, record in enumerate(library):
        text = record.text
        if unit == "record" or number < known:
            rows.extend((number, 0, len(text)))
            yield text
            continue
        for start, end in spans(text):
            rows.extend((number, start, end))
            yield text[start:end]


def _units(library: Sequence[Record], rows: array[int], against: int, indexed: Sequence[Indexed]) -> Units:
    """Return the units that stand at the places in `rows`."""
    places = np.array(rows, np.int32).reshape(-1, 3)
    references = len(indexed) + against
    reference = int(np.searchsorted(places[:, 0], references))
    shifts = np.fromiter((entry.start for entry in indexed), np.int32, len(indexed))
    record, start, end = (places[:, n].copy() for n in range(3))
    return Units(library, record, start, end, reference, references, shifts)

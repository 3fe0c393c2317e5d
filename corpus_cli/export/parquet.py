"""Parquet by pyarrow (extra `parquet`): one row a block, `speaker` a struct, `headings` a list.

The fields are those of the wire with their types; `other` holds every further field of the row as JSON.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import orjson

from corpus_cli.errors import WrongCall
from corpus_cli.export.rows import OURS, Block

ROWS = 8_192
"""Rows of a row group, and so how many blocks are held."""

SPEAKER = ("name", "role", "org", "place")
WHOLE = frozenset({"seq", "article_seq", "start", "end", "page"})


def parquet(blocks: Iterable[Block]) -> Iterator[bytes]:
    """Yield a Parquet file, zstd-compressed, in row groups of 8,192 blocks.

    Raises WrongCall where pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        remedy = "Install it: pip install 'corpus-cli[parquet]'."
        raise WrongCall("writing Parquet needs pyarrow", remedy=remedy) from error
    schema = _schema(pa)
    sink = _Sink()
    queue = iter(blocks)
    with pq.ParquetWriter(sink, schema, compression="zstd") as writer:
        while group := list(islice(queue, ROWS)):
            writer.write_table(pa.Table.from_pylist([_row(block) for block in group], schema=schema))
            yield sink.taken()
    yield sink.taken()


def _schema(pa: Any) -> Any:
    text = pa.string()
    types = {name: pa.int64() for name in WHOLE}
    types["speaker"] = pa.struct([(part, text) for part in SPEAKER])
    types["headings"] = pa.list_(text)
    types["confidence"] = pa.float64()
    return pa.schema([(name, types.get(name, text)) for name in (*OURS, "other")])


def _row(block: Block) -> dict[str, Any]:
    row = {name: getattr(block, name) for name in OURS}
    other = orjson.dumps(block.own).decode() if block.own else ""
    return row | {"speaker": dict(zip(SPEAKER, block.speaker, strict=True)), "other": other}


class _Sink(io.RawIOBase):
    """Take what pyarrow writes and give it away in pieces."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []
        self._length = 0

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._length

    def write(self, data: Any) -> int:
        piece = bytes(data)
        self._pieces.append(piece)
        self._length += len(piece)
        return len(piece)

    def taken(self) -> bytes:
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)

"""Measure the dedupe stage: quality on a labelled set, processor time, memory, and the recall of the searches.

    python tests/benchmarks/bench_dedupe.py SET.jsonl[.gz] ... [--workers N] [--out PRED.jsonl] [--recall] [--limit N]
                                            [--times N]

SET holds records with `id` and `text`; PRED gets what a scorer of partitions needs (`id`, `dup_cluster`).  With
`--times N` the sets are taken N times, letters and Han exchanged for others each time, so that a large corpus of the
same make comes out (five times both sets of 20,000: 200,000 records).  With `--recall` all pairs of ratio 85 are
found by the exact scan and the candidates of each search are compared with them.
"""

from __future__ import annotations

import argparse
import gzip
import random
import resource
import time
from pathlib import Path

import numpy as np
import orjson

from corpus_cli.dedupe import DedupeOptions, dedupe
from corpus_cli.dedupe.allpairs import all_pairs
from corpus_cli.dedupe.anchors import anchored_pairs
from corpus_cli.dedupe.minhash import minhash_pairs
from corpus_cli.dedupe.views import folded
from corpus_cli.record import Record

RATIO = 85.0


def read(path: Path, limit: int) -> list[Record]:
    """Return the records of a file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rb") as stream:
        rows = [orjson.loads(line) for _, line in zip(range(limit or 1 << 60), stream, strict=False)]
    return [Record(row["id"], row["text"]) for row in rows]


def enlarged(records: list[Record], times: int) -> list[Record]:
    """Return the records and, for each further time, all of them with the letters and the Han exchanged for others."""
    found = list(records)
    letters, han = [chr(code) for code in range(97, 123)], [chr(code) for code in range(0x4E00, 0x9FA6)]
    for turn in range(1, times):
        order = random.Random(turn)
        table: dict[int, str] = {}
        for signs in (letters, [sign.upper() for sign in letters], han):
            table |= dict(zip(map(ord, signs), order.sample(signs, len(signs)), strict=True))
        found += [Record(f"{turn}:{record.id}", record.text.translate(table)) for record in records]
    return found


def recall(records: list[Record]) -> None:
    """Print which share of all pairs of ratio 85 each search finds."""
    texts = [record.text for record in records]
    views = folded(texts)
    numbers = np.flatnonzero(views.lengths <= 400)
    chosen = views.chosen(numbers)
    true = {tuple(pair) for pair in all_pairs(chosen, RATIO).tolist()}
    searches = {"shingles": anchored_pairs(chosen)[:, :2], "minhash": minhash_pairs(chosen, RATIO)}
    for name, pairs in searches.items():
        found = len(true & {tuple(pair) for pair in pairs.tolist()})
        print(f"{name}: {found} of {len(true)} pairs of ratio {RATIO:g} ({found / max(1, len(true)):.4%})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", type=Path, nargs="+")
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--recall", action="store_true")
    options = parser.parse_args()
    records = enlarged([record for path in options.set for record in read(path, options.limit)], options.times)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    wall, processor = time.perf_counter(), time.process_time()
    outcome = dedupe(records, DedupeOptions(unit="record", mode="annotate", workers=options.workers))
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{len(records)} records, {wall:.2f} s, {processor:.2f} s of processor, {len(records) / wall:.0f} records/s")
    print(f"memory {before / 1024:.0f} -> {memory / 1024:.0f} MB; {outcome.counts}")
    if options.out:
        rows = (orjson.dumps({"id": record.id, **dict(record.added)}) for record, _ in outcome.records if record)
        options.out.write_bytes(b"\n".join(rows) + b"\n")
    if options.recall:
        recall(records)


if __name__ == "__main__":
    main()

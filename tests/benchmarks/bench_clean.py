"""Print how fast `clean` is, and how much memory it takes, on the fixture pages repeated to 50 MB.

Run: python tests/benchmarks/bench_clean.py [megabytes]
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from corpus_cli.clean import Cleaner, clean_texts, cleaner
from corpus_cli.pipeline.chunks import CHUNK_BYTES

FIXTURES = Path(__file__).parents[2] / "fixtures" / "pages"


def pages() -> list[str]:
    """Return the texts of the fixture pages."""
    return [path.read_text(encoding="utf-8") for path in sorted(FIXTURES.glob("*.txt"))]


def batches(texts: list[str], size: int) -> Iterator[list[str]]:
    """Yield batches, as large as the command makes them, of the texts again and again until `size` bytes are given."""
    batch: list[str] = []
    given = held = 0
    while given < size:
        for text in texts:
            # A copy of its own each time, as a reader would give it: no cached hash, no shared object.
            batch.append(text.encode().decode())
            given += len(text.encode())
            if given - held >= CHUNK_BYTES:
                yield batch
                batch, held = [], given
    yield batch


def run(name: str, texts: list[str], size: int, chosen: Cleaner) -> None:
    """Clean the texts repeated to a size and print the speed in process time."""
    seconds = done = 0.0
    for batch in batches(texts, size):
        start = time.process_time()
        clean_texts(batch, chosen)
        seconds += time.process_time() - start
        done += sum(len(text.encode()) for text in batch)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:<22}{done / 1e6:8.0f} MB {done / 1e6 / seconds:8.1f} MB/s   peak {peak:.0f} MiB")


def main() -> None:
    """Print speed on the pages as they are and on the same pages already clean."""
    size = int(float(sys.argv[1]) * 1e6) if len(sys.argv) > 1 else 50_000_000
    chosen = cleaner()
    noisy = pages()
    clean = [cleaned.text for cleaned in clean_texts(noisy, chosen)]
    run("fixture pages", noisy, size, chosen)
    run("already clean", clean, size, chosen)


if __name__ == "__main__":
    main()

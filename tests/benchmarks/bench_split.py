"""Print how fast texts are split: megabytes of UTF-8 a second on one core, for small and large documents.

    python tests/benchmarks/bench_split.py [MEGABYTES]

The pages are those of tests/split and of the fixtures, without the marks of their turns, each repeated in one
document; one document of MEGABYTES (20) shows that time is linear in its length.  A page of articles is at its hardest
so: each paragraph is a copy of others, and each author may go on anywhere.  The pages of the fixtures are therefore
measured a second time as they are.
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

from corpus_cli.split import split_text

HERE = Path(__file__).parent
MARK = re.compile(r"@[^@\n]*/[^@/\n]*@")


def pages() -> dict[str, str]:
    """Return the sample pages by name: conventions of speakers, look-alikes, and the fixtures' pages."""
    tests = HERE.parent
    folders = [tests / "split" / "conventions", tests / "split" / "lookalikes", tests.parent / "fixtures" / "pages"]
    return {
        path.stem: MARK.sub("", path.read_text(encoding="utf-8")) for f in folders for path in sorted(f.glob("*.txt"))
    }


def seconds(text: str, times: int = 1) -> float:
    """Return how much time of the processor it takes to split a text."""
    start = time.process_time()
    for _ in range(times):
        split_text(text)
    return time.process_time() - start


def show(name: str, text: str, times: int = 1) -> None:
    """Print one row of the table."""
    size = len(text.encode()) * times / 1e6
    spent = seconds(text, times)
    print(f"{name:32}{size:8.2f} MB{spent:8.2f} s{size / spent:8.2f} MB/s")


def main() -> None:
    """Print the table."""
    megabytes = float(sys.argv[1]) if len(sys.argv) > 1 else 20.0
    texts = pages()
    for text in texts.values():
        split_text(text)
    for name, text in texts.items():
        show(name, text * (1 + 20_000 // len(text)), 10)
    for path in sorted((HERE.parent.parent / "fixtures" / "pages").glob("*.txt")):
        show(f"{path.stem}, as it is", path.read_text(encoding="utf-8"), 100)
    everything = "\n".join(texts.values())
    show("short lines", "\n".join(line[:12] for line in everything.split("\n")), 10)
    for share in (0.05, 0.25, 1.0):
        show(
            "one document",
            texts["chinese_interview"] * int(1e6 * megabytes * share / len(texts["chinese_interview"].encode())),
        )
    show(
        "one English document",
        texts["english_play_own_line"] * int(1e6 * megabytes / len(texts["english_play_own_line"].encode())),
    )
    show("one document of everything", everything * int(1e6 * megabytes / 4 / len(everything.encode())))
    show(
        "one page without speakers",
        texts["chinese_speech"] * int(1e6 * megabytes / len(texts["chinese_speech"].encode())),
    )


if __name__ == "__main__":
    main()

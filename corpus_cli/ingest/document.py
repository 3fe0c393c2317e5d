"""The value that every reader of files gives: a text, how it was read, and where its pages stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Document(NamedTuple):
    """Hold a file's text; `pages` are (start, end, number) in code points, empty where the format knows none."""

    text: str
    format: str
    encoding: str
    pages: tuple[tuple[int, int, int], ...] = ()


def pages(text: str) -> tuple[tuple[int, int, int], ...]:
    """Return the spans between form feeds, empty where there is none.

    >>> pages("甲\\f乙")
    ((0, 2, 1), (2, 3, 2))
    """
    if "\f" not in text:
        return ()
    found, start = [], 0
    for number, part in enumerate(text.split("\f"), 1):
        end = min(len(text), start + len(part) + 1)
        if end > start:
            found.append((start, end, number))
        start = end
    return tuple(found)


def of_pages(texts: Iterable[str], format_name: str, encoding: str) -> Document:
    """Return a document of page texts, a blank line between two pages.

    >>> of_pages(["甲", "乙"], "pdf", "utf-8").pages
    ((0, 3, 1), (3, 4, 2))
    """
    parts = list(texts)
    spans, start = [], 0
    for number, part in enumerate(parts, 1):
        end = start + len(part) + (2 if number < len(parts) else 0)
        spans.append((start, end, number))
        start = end
    return Document("\n\n".join(parts), format_name, encoding, tuple(spans))

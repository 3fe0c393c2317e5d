"""Write the page on which a person sees what was done to a corpus."""

from __future__ import annotations

import hashlib
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import orjson

from corpus_cli.clean import RULES
from corpus_cli.review.books import Books, books_page, count_books
from corpus_cli.review.folder import RunFolder
from corpus_cli.review.limits import Limits, Names
from corpus_cli.review.shown_blocks import shown_blocks, shown_documents, shown_rejects, shown_speakers
from corpus_cli.review.shown_edits import shown_edits
from corpus_cli.review.shown_pairs import shown_pairs, shown_standing
from corpus_cli.review.statistics import script_counts
from corpus_cli.wire.streams import writing

# The scripts of the page in the order they are run.
SCRIPTS = (
    "ground.js",
    "paint.js",
    "decide.js",
    "books.js",
    "edits.js",
    "pairs.js",
    "speakers.js",
    "strip.js",
    "documents.js",
    "aside.js",
    "decisions.js",
    "start.js",
)
NAME = "report.html"
_LIMITS = Limits()
_MARK = re.compile(r"/\*(?:style|data|scripts)\*/")


def write_report(folder: Path, *, limits: Limits = _LIMITS) -> Path:
    """Write report.html into a run folder and return its path.

    The page needs nothing but itself: style, scripts and data are in it, and its policy forbids the network.  It
    depends on the files of the folder alone, so equal runs give equal bytes.  Holds the edits and blocks it shows.
    Raises BadInput where the folder cannot be read, BadOutput where the page cannot be written.
    """
    file = folder / NAME
    page = report_page(report_data(RunFolder(folder), limits))
    with writing(str(file)) as stream:
        stream.write(page.encode("utf-8"))
    return file


def report_data(run: RunFolder, limits: Limits = _LIMITS) -> dict[str, Any]:
    """Return what the page shows, as JSON values; texts stand in columns."""
    books = count_books(run)
    names, voices = Names(), Names([""])
    speakers = shown_speakers(run, limits)
    for row in speakers["rows"]:
        voices.number(row[0])
    data: dict[str, Any] = {
        "run": _run(run, books),
        "books": books_page(books, run),
        "documents": shown_documents(books, names, limits),
        "edits": shown_edits(run, books.ledger, names, limits),
        "pairs": shown_pairs(run, names, limits),
        "standing": shown_standing(run, names, limits),
        "speakers": speakers,
        "blocks": shown_blocks(run, names, voices, limits),
        "rejects": {"total": books.rejected, "rows": list(shown_rejects(run, limits))},
    }
    return {**data, "names": names.list(), "voices": voices.list()}


def report_page(data: dict[str, Any]) -> str:
    """Return the whole page with `data` in it."""
    page = files("corpus_cli.review") / "page"
    scripts = "\n".join((page / name).read_text("utf-8") for name in SCRIPTS)
    parts = {
        "/*style*/": (page / "report.css").read_text("utf-8"),
        "/*data*/": embedded(data),
        "/*scripts*/": f"(() => {{\n'use strict';\n{scripts}\n}})();",
    }
    # in one go: the data may hold anything, the marks too
    return _MARK.sub(lambda mark: parts[mark[0]], (page / "report.html").read_text("utf-8"))


def embedded(data: object) -> str:
    r"""Return JSON that can stand inside a script element whatever texts it holds.

    >>> embedded(["</script>", "a\u2028b"])
    '["\\u003c/script>","a\\u2028b"]'
    """
    text = orjson.dumps(data, option=orjson.OPT_NON_STR_KEYS).decode("utf-8")
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _run(run: RunFolder, books: Books) -> dict[str, Any]:
    """Return what the page says of the run itself: version, inputs, options, rules, language."""
    manuals = {rule.name: rule.summary for rule in RULES}
    return {
        "version": str(run.manifest.get("version", "")),
        "inputs": [str(entry["name"]) for entry in run.manifest.get("inputs", [])],
        "options": run.options,
        "decisions": str(run.options.get("decisions", "")),
        "stale": run.manifest.get("stale_decisions", []),
        "manuals": {rule: manuals[rule] for rule, *_ in books.ledger.single_rules() if rule in manuals},
        "lang": _language(run),
        "key": hashlib.sha256((run.path / "manifest.json").read_bytes()).hexdigest()[:16],
    }


def _language(run: RunFolder) -> str:
    """Return the language tag that gives the texts their letter forms: zh where the first texts are mostly Han."""
    counts: dict[str, int] = {}
    for n, (_, text) in enumerate(run.texts("documents")):
        if n == 20:
            break
        for script, count in script_counts(text[:2000]).items():
            counts[script] = counts.get(script, 0) + count
    if counts.get("Kana", 0) > counts.get("Han", 0) / 4:
        return "ja"
    return "zh" if counts.get("Han", 0) > counts.get("Latin", 0) else "en"

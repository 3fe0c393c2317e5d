"""Put a word together again that a hyphen parts at the end of a line.

Printers of Latin scripts part words at line ends; the engine keeps hyphen and line end.  The hyphen goes where the
two parts make one word: by the text itself, which has the word elsewhere with or without a hyphen, then by the word
list of the text's language.  The end of the word moves up, so that lines keep their number and about their width.

Left alone: the hyphen of compounds (well-known, gem-like), of double names (Jean-Pierre) and of ranges (1914-1918),
which keep it on one line; dashes; a hyphen before a capital letter or a digit.

Harm on the development pages: 0.01 %, in old spellings that part what is one word today (down-stairs).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from corpus_cli.clean.rule import Change, Page, Rule, has

_BROKEN = regex.compile(
    r"(?<![\p{L}-])(\p{L}[\p{L}'’]*(?:-\p{L}+)*)-(\n[ \t\n]*)(\p{L}[\p{L}'’]*)([^\s-]*)(?![^\s])([ \t]?)"
)
_FUNCTION_WORDS = {
    "en": "the and of that with was for which have this",
    "fr": "les des une dans qui pour est que avec sur",
    "de": "der und die das nicht ein mit ist auf dem",
    "es": "los las una que del por con para está como",
    "it": "che della una per con sono nel gli alla più",
    "pt": "não uma que dos com para são mais foi pelo",
    "nl": "het een van niet dat zijn met voor aan ook",
}
_SAMPLE = 20_000


def find(page: Page) -> Iterator[Change]:
    """Yield the repair of every word parted at a line end."""
    text = page.text
    language = ""
    for match in _BROKEN.finditer(text):
        left, right = match[1], match[3]
        if right[:1].isupper() and not left[:1].isupper():
            continue
        language = language or _language(text)
        hyphen = match.start(2) - 1
        keeps = _keeps_hyphen(text, left, right, language)
        yield Change(hyphen + keeps, match.end(2), "")
        if match[5]:
            yield Change(match.start(5), match.end(5), match[2])


def _keeps_hyphen(text: str, left: str, right: str, language: str) -> bool:
    """Return whether the hyphen belongs to the word."""
    last = left.rpartition("-")[2]
    joined, parted = last + right, f"{last}-{right}"
    if right[:1].isupper() and not joined.isupper():
        return True
    plain, hyphened = _count(text, joined), _count(text, parted)
    if plain != hyphened:
        return hyphened > plain
    words = _words(language)
    if joined.lower() in words:
        return False
    return "-" in left or (last.lower() in words and right.lower() in words and min(len(last), len(right)) > 2)


def _count(text: str, word: str) -> int:
    return len(regex.findall(rf"(?<![\p{{L}}-]){regex.escape(word)}(?![\p{{L}}-])", text, regex.IGNORECASE))


def _language(text: str) -> str:
    """Return the language whose small words the beginning of the text has most of; English where none has any."""
    words = text[:_SAMPLE].lower().split()
    return max(_FUNCTION_WORDS, key=lambda name: sum(map(words.count, _FUNCTION_WORDS[name].split())))


@lru_cache(maxsize=8)
def _words(language: str) -> frozenset[str]:
    """Return the words that wordfreq's small list of a language has."""
    from wordfreq import get_frequency_dict

    return frozenset(get_frequency_dict(language, "small"))


RULE = Rule(
    name="line-end-hyphens",
    profile="safe",
    find=find,
    gate=has("-\n", "- \n"),
    changes=(
        ("It was a hard deci-\nsion for them all.", "It was a hard decision\nfor them all."),
        ("She was a well-\nknown painter.", "She was a well-known\npainter."),
        ("a talk with Jean-\nPierre on the war", "a talk with Jean-Pierre\non the war"),
        ("They crossed the moun-\n\ntains before winter came.", "They crossed the mountains\n\nbefore winter came."),
        (
            "Das Wasser der Quelle ist nicht mit dem des Brun-\nnens zu vergleichen.",
            "Das Wasser der Quelle ist nicht mit dem des Brunnens\nzu vergleichen.",
        ),
    ),
    stays=(
        "the war of 1914-\n1918 and after",
        "He stopped -\nand went on.",
        "- one\n- two",
        "He came by the river road-\nNobody saw him.",
        "---\ntitle: a\n---\n",
    ),
)

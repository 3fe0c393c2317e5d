"""Put a word together again that a hyphen parts at the end of a line.

Printers of Latin scripts part words at line ends; the engine keeps hyphen and line end.  The hyphen goes where the
two parts make one word: by the text itself, which has the word elsewhere with or without a hyphen, then by the word
list of the text's language.  The end of the word moves up, so that lines keep their number and about their width.

Left alone: the hyphen of compounds (well-known, gem-like), of double names (Jean-Pierre) and of ranges (1914-1918),
which keep it on one line; dashes; a hyphen before a capital letter or a digit, or before `und`, `oder`, `and` and
their kin, where it stands for a word that both share.

Harm on the development pages: 0.01 %, in old spellings that part what is one word today (down-stairs).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property, lru_cache

from corpus_cli.clean.layout import SHARES_A_WORD
from corpus_cli.clean.rule import Change, Page, Rule, has
from corpus_cli.text.word_list import word_shares

_HYPHEN = re.compile(r"-\n[ \t\n]*(?=[^\W\d_])")
_LEFT = re.compile(r"[^\W\d_](?:[^\W\d_]|['’])*(?:-[^\W\d_]+)*\Z")
_RIGHT = re.compile(r"([^\W\d_](?:[^\W\d_]|['’])*)([^\s-]*)(?:(?!\S)([ \t]?)|(?=- ?\n))")
_LONGEST = 40
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_GOES_BACK = re.compile(r"[^\W\d_]-?\Z")
_GOES_ON = re.compile(r"-?[^\W\d_]")
_FUNCTION_WORDS = {
    "en": "the and of that with was for which have this",
    "fr": "les des une dans qui pour est que avec sur",
    "de": "der und die das nicht ein mit ist auf dem",
    "es": "los las una que del por con para está como",
    "it": "che della una per con sono nel gli alla più",
    "pt": "não uma que dos com para são mais foi pelo",
    "nl": "het een van niet dat zijn met voor aan ook",
}
# What Russian writes with a hyphen; -то only behind words that ask.
_PARTICLES = frozenset(("нибудь", "либо", "таки"))
_ASKING = re.compile(
    "(?:к(?:то|ого|ому|ем|ак(?:ой|ая|ое|ие|ого|ую)?|уда|огда)|ч(?:то|его|ему|ем)|где|откуда|почему|сколько)"
)
_SAMPLE = 20_000
_FEW = 64


def find(page: Page) -> Iterator[Change]:
    """Yield the repair of every word parted at a line end."""
    text = page.text
    words: _Words | None = None
    for hyphen in _HYPHEN.finditer(text):
        place = hyphen.start()
        left, right = _left(text[max(0, place - _LONGEST) : place]), _RIGHT.match(text, hyphen.end())
        if not left or not right or (right[1][:1].isupper() and not left[0][:1].isupper()):
            continue
        words = words or _Words(text)
        if right[1] in SHARES_A_WORD and not words.have(left[0] + right[1]):
            continue
        yield Change(place + words.keep_hyphen(left[0], right[1]), hyphen.end(), "")
        if right[3]:
            yield Change(right.start(3), right.end(3), hyphen[0][1:])


def _left(before: str) -> re.Match[str] | None:
    """Return the part of a word that a text ends in."""
    return _LEFT.search(before.rsplit(None, 1)[-1]) if before and not before[-1].isspace() else None


class _Words:
    """Hold the words of one text and of its language; found out when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text.lower()
        self._sample = text[:_SAMPLE]
        self._asked = 0

    def have(self, word: str) -> bool:
        """Return whether the language or the text has a word."""
        return word.lower() in _words(self._language) or self._count(word.lower()) > 0

    def keep_hyphen(self, left: str, right: str) -> bool:
        """Return whether the hyphen between the parts of a word belongs to it."""
        last = left.rpartition("-")[2]
        joined, parted = last + right, f"{last}-{right}"
        if right[:1].isupper() and not joined.isupper():
            return True
        if right in _PARTICLES or (right == "то" and _ASKING.fullmatch(last.lower())):
            return True
        plain, hyphened = self._count(joined.lower()), self._count(parted.lower())
        if plain != hyphened:
            return hyphened > plain
        words = _words(self._language)
        if joined.lower() in words:
            return False
        return "-" in left or (last.lower() in words and right.lower() in words and min(len(last), len(right)) > 2)

    def _count(self, word: str) -> int:
        """Return how often a word stands in the text; all words are counted once many have been asked for."""
        self._asked += 1
        if self._asked > _FEW:
            return self._counts[word]
        count, place = 0, self._text.find(word)
        while place >= 0:
            end = place + len(word)
            count += not (_GOES_BACK.search(self._text[max(0, place - 2) : place]) or _GOES_ON.match(self._text, end))
            place = self._text.find(word, end)
        return count

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(_WORD.findall(self._text))

    @cached_property
    def _language(self) -> str:
        return _language(self._sample)


def _language(text: str) -> str:
    """Return the language whose small words a text has most of; English where none has any."""
    counts = Counter(text.lower().split())
    return max(_FUNCTION_WORDS, key=lambda name: sum([counts.get(word, 0) for word in _FUNCTION_WORDS[name].split()]))


@lru_cache(maxsize=8)
def _words(language: str) -> frozenset[str]:
    """Return the words that wordfreq's small list of a language has."""
    return frozenset(word_shares(language, "small"))


RULE = Rule(
    name="line-end-hyphens",
    profile="safe",
    find=find,
    needs=("-", "\n"),
    gate=has("-\n", "- \n"),
    changes=(
        ("It was a hard deci-\nsion for them all.", "It was a hard decision\nfor them all."),
        ("She was a well-\nknown painter.", "She was a well-known\npainter."),
        ("a talk with Jean-\nPierre on the war", "a talk with Jean-Pierre\non the war"),
        ("Он спросил, не видел ли кто-\nнибудь лодку.", "Он спросил, не видел ли кто-нибудь\nлодку."),
        ("They crossed the moun-\n\ntains before winter came.", "They crossed the mountains\n\nbefore winter came."),
        (
            "Das Wasser der Quelle ist nicht mit dem des Brun-\nnens zu vergleichen.",
            "Das Wasser der Quelle ist nicht mit dem des Brunnens\nzu vergleichen.",
        ),
    ),
    stays=(
        "the war of 1914-\n1918 and after",
        "He stopped -\nand went on.",
        "Der Bau von Wasser-\nund Abwasserleitungen ist nicht die Sache der Gemeinde.",
        "- one\n- two",
        "He came by the river road-\nNobody saw him.",
        "---\ntitle: a\n---\n",
    ),
)

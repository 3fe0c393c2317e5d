"""Compose letters with their accents (Unicode form NFC), and Korean syllables.

Text out of PDF files and from the Macintosh writes é as e and a loose accent, が as か and a loose mark.  It looks
the same and is not found by a search.  Only sequences with a combining mark, and Korean letters, are composed.

Left alone: compatibility ideographs (神 U+FA19), which NFC would exchange in names; signs such as Å for ångström and
the Kelvin sign; ligatures; full-width letters; sequences that have no composed form.

Harm on the development pages: none.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import is_normalized, normalize

import regex

from corpus_cli.clean.rule import Change, Page, Rule

_SEQUENCE = regex.compile(r"[\p{L}\p{N}\p{S}](?:(?!\p{Variation_Selector})\p{M})+|[\u1100-\u11ff]{2,3}")
_KEPT_APART = regex.compile(r"[\uf900-\ufaff\U0002f800-\U0002fa1f\u212a\u212b\u2126]")


def find(page: Page) -> Iterator[Change]:
    """Yield the composed form of every loose sequence that has one."""
    for match in _SEQUENCE.finditer(page.text):
        loose = match.group()
        if not is_normalized("NFC", loose) and not _KEPT_APART.match(loose):
            yield Change(match.start(), match.end(), normalize("NFC", loose))


def _gate(text: str) -> bool:
    return not text.isascii() and not is_normalized("NFC", text)


RULE = Rule(
    name="composition",
    profile="safe",
    find=find,
    gate=_gate,
    changes=(
        ("la cafe\u0301te\u0301ria", "la caféte\u0301ria".replace("e\u0301", "é")),
        ("か\u3099っこう", "がっこう"),
        ("и\u0306од", "йод"),
        ("\u1112\u1161\u11ab글", "한글"),
    ),
    stays=("神\ufa19社", "5 \u212b", "ﬁn", "x\u0304", "葛\U000e0100城", "ａｂｃ"),
)

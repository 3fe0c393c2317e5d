"""Decode the bytes of a text file: byte-order marks first, then UTF-8, then the encoding that reads best."""

from __future__ import annotations

import codecs
from typing import NamedTuple

import regex

from corpus_cli.errors import BadInput

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CANDIDATES = ("gb18030", "big5hkscs", "shift_jis", "euc_jp", "euc_kr", "cp1252", "cp1251")
SAMPLE = 200_000
DOUBTFUL = 0.25

# The commonest characters of Chinese prose in both scripts, signs of any Chinese page, the commonest hangul: in text
# read with the wrong encoding they are rare.
_COMMON = regex.compile(
    "[的一是不了在人有我他这这個个们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過"
    "发發后後作里裡用道行所然家种種事成方多经經么么去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心，。、：；“”「」《》"
    "이다는을를에의가고하한지로은인도사기어서나자리대시안일수있요것해정과그아세들게분여만라보부장전주제년원국면녕러]"
)
_ODD = regex.compile(r"[\p{Co}\p{Cn}\p{Cc}--[\t\n\r\f]]", regex.V1)
# Half-width katakana are left out: Chinese and Korean bytes read as Shift JIS are full of them.
_KANA = regex.compile(r"[\u3041-\u30ff]")
_WORDS = regex.compile(r"[\p{Latin}\p{Cyrillic}]+")
# A word of two scripts, or of three accented letters in a row, is a word of another encoding.
_MIXED = regex.compile(r"\p{Latin}\p{Cyrillic}|\p{Cyrillic}\p{Latin}|[\p{Latin}--[A-Za-z]]{3}", regex.V1)


class Decoded(NamedTuple):
    """Hold a text and the name of the encoding it was read with."""

    text: str
    encoding: str


def decode_text(data: bytes, where: str, encoding: str = "") -> Decoded:
    """Return the text of a file's bytes; line ends and all other characters stay as they are.

    Raises BadInput where no encoding reads it, or where the named one does not.
    """
    if encoding:
        return _named(data, where, encoding)
    for mark, name in MARKS:
        if data.startswith(mark):
            return _named(data, where, name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _guessed(data, where, error)


def _named(data: bytes, where: str, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except LookupError as error:
        raise BadInput(
            f"there is no encoding {encoding!r}", where=where, remedy="Try gb18030, big5 or utf-16."
        ) from error
    except UnicodeDecodeError as error:
        what = f"byte {error.start} is no {encoding} ({error.reason})"
        raise BadInput(what, where=where, remedy="Name the right one with --encoding.") from error


def _guessed(data: bytes, where: str, error: UnicodeDecodeError) -> Decoded:
    """Return the reading that looks most like text; ties go to the earlier candidate."""
    best, best_score = None, 0.0
    for name in CANDIDATES:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        score = _plausibility(text[:SAMPLE])
        if score > best_score:
            best, best_score = Decoded(text, name), score
    if best_score < DOUBTFUL:
        best = _by_library(data) or best
    if best is None:
        what = f"byte {error.start} (0x{data[error.start]:02x}) is no UTF-8 and no other usual encoding reads it"
        raise BadInput(what, where=where, remedy="Name the encoding with --encoding, or convert the file to UTF-8.")
    return best


def _by_library(data: bytes) -> Decoded | None:
    """Return the reading of charset-normalizer, which knows many more code pages, or None where it finds none."""
    from charset_normalizer import from_bytes

    found = from_bytes(data[:SAMPLE]).best()
    if found is None:
        return None
    try:
        return Decoded(data.decode(found.encoding), found.encoding)
    except UnicodeDecodeError:
        return None


def _plausibility(text: str) -> float:
    """Return how much a decoded text looks like text (0–1): common Chinese, kana, hangul or words, no odd signs."""
    if _ODD.search(text):
        return 0.0
    wide = sum(1 for sign in text if sign > "\u2e7f")
    if not wide:
        words = _WORDS.findall(text)
        sound = sum(1 for word in words if not _MIXED.search(word))
        return 0.3 * sound / max(1, len(words))
    common = len(_COMMON.findall(text)) + 1.2 * len(_KANA.findall(text))
    return min(1.0, common / wide)

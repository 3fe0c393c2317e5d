"""Mend Chinese words with one look-alike in them that are no words otherwise (`隐惠`, `历吏`, `熊够`).

Recognition takes 患 for 惠, 吏 for 史, 兵 for 乓.  The table (`data/misread_han.txt`) was made once from the Chinese
words of wordfreq's list and some four hundred pairs of look-alikes: a word with one character exchanged stands in it
if the list has it neither as a word nor inside one, and if its halves meet at the border of two words ten thousand
times less often than the word is written.

Left alone: classical Chinese (no 的 or 了 in it), two characters behind a surname (names), quotations of single words,
everything that is not in the table.

Harm on the development pages: none; in a million characters of modern Chinese none, in classical Chinese one
character in a hundred thousand, hence the full profile.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from corpus_cli.clean.misreadings import is_mention
from corpus_cli.clean.rule import Change, Page, Rule
from corpus_cli.text.people import SURNAMES

_MODERN = 0.008


def find(page: Page) -> Iterator[Change]:
    """Yield the word for every string of the table that stands in modern Chinese."""
    text = page.text
    if not _is_modern(text):
        return
    end = 0
    for start, wrong in sorted(_places(text)):
        name = len(wrong) == 2 and text[max(start - 1, 0) : start] in SURNAMES
        if start >= end and not name and not is_mention(text, start, start + len(wrong)):
            end = start + len(wrong)
            yield Change(start, end, _table()[wrong])


def _places(text: str) -> Iterator[tuple[int, str]]:
    pairs = {text[place : place + 2] for place in range(len(text) - 1)}
    for pair in pairs & _by_pair().keys():
        for wrong in _by_pair()[pair]:
            place = text.find(wrong)
            while place >= 0:
                yield place, wrong
                place = text.find(wrong, place + len(wrong))


def _is_modern(text: str) -> bool:
    return text.count("的") + text.count("了") >= max(_MODERN * len(text), 1)


@cache
def _table() -> Mapping[str, str]:
    """Return what each misread string stands for."""
    lines = files("corpus_cli.clean.data").joinpath("misread_han.txt").read_text(encoding="utf-8").split("\n")
    return {wrong: right for wrong, _, right in (line.partition(" ") for line in lines) if right}


@cache
def _by_pair() -> Mapping[str, tuple[str, ...]]:
    """Return the misread strings by the two characters in them of which the second, or else the first, is wrong."""
    index: dict[str, list[str]] = {}
    for wrong, right in _table().items():
        place = max(next(n for n, (a, b) in enumerate(zip(wrong, right, strict=True)) if a != b) - 1, 0)
        index.setdefault(wrong[place : place + 2], []).append(wrong)
    return {pair: tuple(wrongs) for pair, wrongs in index.items()}


def _gate(text: str) -> bool:
    return not text.isascii() and _is_modern(text)


RULE = Rule(
    name="misread-han",
    profile="full",
    find=find,
    gate=_gate,
    changes=(
        ("河道的隐惠，渔夫熊够看见。", "河道的隐患，渔夫能够看见。"),
        ("这里的统冶者来了，桥的标淮也高了。", "这里的统治者来了，桥的标准也高了。"),
    ),
    stays=(
        "时有隐惠，人皆见之",
        "我见过的许桂森、王隐惠来了。",
        "他写了“隐惠”两个字的样子。",
        "这里的隐患，渔夫能够看见。",
        "今の標淮は古いですか",
    ),
)

"""Tell a word that stands for another word from a word that was misread.

Recognition makes look-alikes (未 of 末, tbe of the) and now and then a stray sign, but hardly ever another word of the
language, and never the name of another person or place.  All of this counts only where the rest of a pair is clean.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex
from rapidfuzz.distance import Levenshtein

from corpus_cli.dedupe.alignment import Operation
from corpus_cli.dedupe.look_alikes import look_alike
from corpus_cli.dedupe.vocabulary import LEAST, share
from corpus_cli.text.people import NEVER_GIVEN, SURNAMES

KNOWN = {"spaced": 1e-6, "three": 1e-5, "unspaced": LEAST}
"""A word with at least this share of a language's running words is a known one.

Of all strings of three letters one in twelve has the first of these shares, so a word of three must be commoner."""

FUNCTION = 1e-3
"""One with this share is among the few that hold sentences together: no name stands in its place."""

OTHER = 2
"""Two words of letters are different words where so many letters differ that are not taken for one another."""

# The longest Chinese word that is looked up, and how far a place may reach before the sign that ends it.
_LONGEST, _REACH = 4, 2
_PLACE_ENDS = frozenset("省市县区州镇乡村庄屯寨湾岛")
# The signs that given names are made of most often.
_GIVEN = frozenset(
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚英华文玉建国志永春红金海林云生玲荣梅秀兰桂珍凤琴萍辉波宁东斌凯健峰飞龙鹏"
    "宇浩博轩俊泽然子涵晨欣怡佳琪雨梓思雪梦婷倩颖慧莉燕洁琳雯晶莹瑶璐菲蕾丹冰倪青松柏林森树德福祥瑞庆贵富昌盛兴旺才"
    "良善义仁礼智信忠孝廉正邦振民安康乐和清光耀亮宗祖先世继承绍启贤哲毅恒诚成功立学敬家宝根长远大山江河川石岩峻岭新"
)
# With these a kind of place is any such place, not a name.
_ANY_PLACE = frozenset("各本该全每某此诸")
_HAN = regex.compile(r"\p{Han}+")
_CYRILLIC = regex.compile(r"\p{Cyrillic}+")
_LETTERS = regex.compile(r"[\p{L}'’]{3,}")
_PRONOUNS = frozenset(
    "他 她 它 he she his her him mr mrs ms miss señor señora sr sra herr frau monsieur madame signor signora "
    "o a el la".split()
)
# What recognition takes for one another, made the same before two words are compared.
_MISREAD = (
    ("rn", "m"),
    ("vv", "w"),
    ("cl", "d"),
    ("li", "h"),
    ("ii", "u"),
    ("l", "i"),
    ("f", "t"),
    ("c", "e"),
    ("b", "h"),
)


class Block(NamedTuple):
    """Hold a run of edits: its spans in both texts, widened to whole words of letters, and how many edits it has."""

    first: tuple[int, int]
    second: tuple[int, int]
    edits: int

    @property
    def is_replaced(self) -> bool:
        """Return whether the block stands in both texts."""
        return self.first[0] < self.first[1] and self.second[0] < self.second[1]


def blocks(first: str, second: str, steps: Sequence[Operation], spaced: bool) -> list[Block]:
    """Return the edits of an alignment, those that touch each other (in letters: stand in one word) as one."""
    found: list[Block] = []
    for tag, start, end, second_start, second_end in steps:
        if tag == "equal":
            continue
        edits = max(end - start, second_end - second_start)
        if spaced:
            before = _letters_before(first, start)
            after = _letters_behind(first, end)
            start, second_start, end, second_end = (
                start - before,
                second_start - before,
                end + after,
                second_end + after,
            )
        if found and (start <= found[-1].first[1] or second_start <= found[-1].second[1]):
            last = found.pop()
            found.append(Block((last.first[0], end), (last.second[0], second_end), last.edits + edits))
        else:
            found.append(Block((start, end), (second_start, second_end), edits))
    return found


def follows(first: str, second: str, block: Block) -> bool:
    """Return whether a block is a pronoun or title that goes with another person: 她 where the mother is the father."""
    return first[slice(*block.first)] in _PRONOUNS and second[slice(*block.second)] in _PRONOUNS


def replaces_word(first: str, second: str, block: Block) -> bool:
    """Return whether one English or other spaced word stands for another, both known and no look-alikes."""
    one, other = first[slice(*block.first)], second[slice(*block.second)]
    if block.edits < OTHER or not _LETTERS.fullmatch(one) or not _LETTERS.fullmatch(other):
        return False
    language = "en" if one.isascii() else "ru" if _CYRILLIC.fullmatch(one) else ""
    if not language or not all(
        share(word, language) >= KNOWN["three" if len(word) == 3 else "spaced"] for word in (one, other)
    ):
        return False
    return max(len(_plain(one)), len(_plain(other))) > 3 and unlike_letters(one, other) >= OTHER


def unlike_letters(one: str, other: str) -> int:
    """Return how many letters two words differ in, those that are taken for one another not counted."""
    return Levenshtein.distance(_plain(one), _plain(other))


def stands_for_small_word(one: str, other: str) -> bool:
    """Return whether one of two words is among the commonest of English and the other is none: it was misread.

    >>> stands_for_small_word("when", "aebkn"), stands_for_small_word("when", "there")
    (True, False)
    """
    rarer, commoner = sorted((share(one, "en"), share(other, "en")))
    return rarer == 0 and commoner >= FUNCTION


def replaces_name(first: str, second: str, block: Block) -> bool:
    """Return whether Han stand for others that do not look like them, and mean another word, person or place."""
    one, other = first[slice(*block.first)], second[slice(*block.second)]
    if not _HAN.fullmatch(one) or not _HAN.fullmatch(other) or max(len(one), len(other)) > 2 * _LONGEST:
        return False
    if any(look_alike(a, b) for a in one for b in other):
        return False
    if len(one) != len(other):
        return _is_place_whole(one) and _is_place_whole(other)
    if len(one) > 1 and _is_place_whole(one) and _is_place_whole(other):
        return True
    if len(one) == 1 and (_are_persons(first, second, block) or _are_places(first, one, other, block.first[1])):
        return True
    return _are_words(first, second, block)


def _is_place_whole(name: str) -> bool:
    """Return whether a name of a few signs ends in a kind of place: 青堰区."""
    return len(name) > 1 and name[-1] in _PLACE_ENDS


def _letters_before(text: str, place: int) -> int:
    """Return how many letters stand before a place without a break."""
    start = place
    while start and text[start - 1].isalpha():
        start -= 1
    return place - start


def _letters_behind(text: str, place: int) -> int:
    """Return how many letters stand from a place on without a break."""
    end = place
    while end < len(text) and text[end].isalpha():
        end += 1
    return end - place


def _plain(word: str) -> str:
    """Return a word with the letters that are taken for one another made the same."""
    for signs, sign in _MISREAD:
        word = word.replace(signs, sign)
    return word


def _are_persons(first: str, second: str, block: Block) -> bool:
    """Return whether a sign of a given name stands for another: a surname stands before it, perhaps a sign between."""
    place, one, other = block.first[0], first[slice(*block.first)], second[slice(*block.second)]
    if one not in _GIVEN or other not in _GIVEN:
        return False
    if first[place - 1 : place] in SURNAMES:
        return not _is_misread_name(first, second, block)
    return first[max(0, place - 2) : place - 1] in SURNAMES and first[place - 1 : place] not in NEVER_GIVEN


def _is_misread_name(first: str, second: str, block: Block) -> bool:
    """Return whether one text has the other's name of three signs in another place, and the other never has its own."""
    one, other = (text[start - 1 : end + 1] for text, (start, end) in ((first, block.first), (second, block.second)))
    return _HAN.fullmatch(one + other) is not None and (other in first) != (one in second)


def _are_places(text: str, one: str, other: str, end: int) -> bool:
    """Return whether the signs before `end` open names of places: two or three signs each, the last a kind."""
    behind = text[end : end + _REACH]
    for n, sign in enumerate(behind):
        if sign in _PLACE_ENDS and _HAN.fullmatch(behind[: n + 1]):
            return not is_any_place(one, other, behind[: n + 1])
    return False


def is_any_place(one: str, other: str, kind: str) -> bool:
    """Return whether one of two stands before a kind of place and names none, and the other is no known name either.

    >>> is_any_place("各", "膊", "州"), is_any_place("各", "扬", "州"), is_any_place("张", "李", "村")
    (True, False, False)
    """
    return not _ANY_PLACE.isdisjoint((one, other)) and min(share(one + kind, "zh"), share(other + kind, "zh")) == 0


def _are_words(first: str, second: str, block: Block) -> bool:
    """Return whether both texts have a known word around a block, at the same place in it."""
    (start, end), (other_start, other_end), _ = block
    for size in range(2, _LONGEST + 1):
        for before in range(size - (end - start) + 1):
            after = size - (end - start) - before
            one = first[max(0, start - before) : end + after]
            other = second[max(0, other_start - before) : other_end + after]
            if len(one) == len(other) == size and min(share(one, "zh"), share(other, "zh")) >= KNOWN["unspaced"]:
                return True
    return False

"""Find the differences that are meant where two texts are otherwise clean.

Noise that replaces a whole name, word or sentence and leaves all the rest of a text whole is hardly ever seen: so in
a pair without other damage these are differences, though in a damaged pair they may well be noise.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from corpus_cli.dedupe.alignment import Operation, Stretch
from corpus_cli.dedupe.differences import Difference
from corpus_cli.dedupe.look_alikes import look_alike
from corpus_cli.dedupe.replacements import (
    Block,
    blocks,
    follows,
    is_any_place,
    replaces_name,
    replaces_word,
    stands_for_small_word,
    unlike_letters,
)

CLEAN = 0.01
"""Up to this share of edits two texts count as clean."""

# A sentence of its own has at least this many characters, a passage this many.
SENTENCE = 10
# A name or word that opens a text has at most this many.
NAME = 8
PASSAGE = {"spaced": 6, "unspaced": 5}
# From so many letters on two words are different where this share of them differs.
_LONG_WORD, _UNLIKE = 5, 0.5
# Edits so near to each other may stand in one word.
_NEAR = 20
# Or so few stand for twice a passage.
FEW = 3
# The commonest family names: a rare one is as likely a damaged sign.
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔"
    "谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤"
)
_PLACE_ENDS = frozenset("省市县区州镇乡村国")
_HAN = regex.compile(r"\p{Han}{1,4}")
_LETTERS = regex.compile(r"\p{L}{3,}")
_JOINT = regex.compile(r"[.!?]")
_ORDINAL = regex.compile(
    r"#*\(?第?([〇零一二三四五六七八九十百]+|[0-9]{1,3}(?=[,.)][^0-9]))(?:[,.):]|[要是则条章节款项来](?!.?[,.]))"
)


def differing_ordinal(first: str, second: str, cut: Sequence[Stretch]) -> Difference | None:
    """Return the ordinal that opens one text (三要, 二, (1)) where the other, from the same place on, has none at all.

    A damaged ordinal leaves something in its place, a cut text lacks more than its ordinal; where all the rest stands
    without it, one is an item of a list and the other is not.
    """
    before = cut[0].end.first, cut[0].end.second
    for number, text in enumerate((first, second)):
        match = _ORDINAL.match(text, 0, 12)
        own, other = before[number], before[1 - number]
        if match and match.start(1) < own <= match.end() and other == 0:
            span = match.span(1)
            return Difference("ordinal", span if number == 0 else (0, 0), (0, 0) if number == 0 else span, False)
    return None


def clean_difference(first: str, second: str, cut: Sequence[Stretch], spaced: bool) -> Difference | None:
    """Return the first sentence or passage that counts because the rest of the pair is clean."""
    return _sentence(first, second, cut) or _passage(cut, PASSAGE["spaced" if spaced else "unspaced"])


def _passage(cut: Sequence[Stretch], least: int) -> Difference | None:
    """Return the first gap between stretches in which both texts have a passage of their own."""
    for piece in cut[1:-1]:
        one, other = piece.end.first - piece.start.first, piece.end.second - piece.start.second
        if piece.is_alike:
            continue
        both = min(one, other) - (piece.end.alike - piece.start.alike)
        if both >= least or (both >= FEW and max(one, other) >= 2 * least):
            return Difference("passage", piece.first, piece.second, True)
    return None


def replaced_name(
    first: str, second: str, steps: Sequence[Operation], cut: Sequence[Stretch], spaced: bool
) -> Difference | None:
    """Return the first name or word that stands for another one where few other edits are found.

    One replaced word counts where all the rest is clean; of several, the rest may have one edit fewer than there are.
    """
    # A short gap at an end is part of the common text, a long one is a passage cut or added.
    start = 0 if max(cut[0].end[1:3]) <= NAME else cut[0].end.first
    end = len(first) if len(first) - cut[-1].start.first <= NAME else cut[-1].start.first
    clean = CLEAN * (end - start)
    if _is_noise(steps, start, end, clean, spaced):
        return None
    edits = [
        block for block in blocks(first, second, steps, spaced) if start <= block.first[0] and block.first[1] <= end
    ]
    edits = [block for block in edits if not follows(first, second, block)]
    if sum(block.edits for block in edits if not block.is_replaced) > max(clean, len(edits) - 1):
        return None
    is_meant = _replaces_word if spaced else _replaces_name
    meant: list[Block] = []
    noise = 0
    for number, block in enumerate(edits):
        if block.is_replaced and is_meant(first, second, block):
            meant.append(block)
            continue
        noise += block.edits
        # Even if all that follow were meant.
        if noise > max(clean, len(meant) + len(edits) - number - 2):
            return None
    return Difference("name", meant[0].first, meant[0].second, True) if meant else None


def _is_noise(steps: Sequence[Operation], start: int, end: int, clean: float, spaced: bool) -> bool:
    """Say whether so many edits stand alone that whatever the others are it is noise: most pairs end here.

    In letters one edit without another one near it makes no other word; in Han no sign stands for one put in or lost.
    """
    reach = _NEAR if spaced else 0
    last = start - reach - 1
    groups: list[tuple[int, int, bool]] = []
    for tag, first, first_end, second, second_end in steps:
        if tag == "equal" or first < start or first_end > end:
            continue
        group = (max(first_end - first, second_end - second), 1, tag == "replace")
        if first - last <= reach:
            edits, count, replaced = groups.pop()
            group = (edits + group[0], count + 1, replaced or group[2])
        groups.append(group)
        last = first_end
    together = sum(count for edits, count, replaced in groups if (edits > 1 if spaced else replaced))
    alone = sum(edits for edits, _, replaced in groups if not (edits > 1 if spaced else replaced))
    return alone > max(clean, together - 1)


def _replaces_word(first: str, second: str, block: Block) -> bool:
    """Say whether a whole word stands for another."""
    return _is_replaced_word(first, second, block) or replaces_word(first, second, block)


def _replaces_name(first: str, second: str, block: Block) -> bool:
    """Say whether the name of a person or a place, or another word, stands for another."""
    return _is_replaced_name(first, second, block) or replaces_name(first, second, block)


def _is_replaced_word(first: str, second: str, block: Block) -> bool:
    """Say whether a whole word stands for another with hardly a letter in common, parted from the rest on both sides.

    Two long words have some letters in common by chance.
    """
    size = max(block.first[1] - block.first[0], block.second[1] - block.second[0])
    if block.edits < (size if size < _LONG_WORD else _UNLIKE * size):
        return False
    if not _is_word(first, *block.first) or not _is_word(second, *block.second):
        return False
    one, other = first[slice(*block.first)], second[slice(*block.second)]
    if size >= _LONG_WORD and unlike_letters(one, other) < _UNLIKE * size:
        return False
    return not stands_for_small_word(one, other)


def _is_word(text: str, start: int, end: int) -> bool:
    """Say whether a span is a whole word of three and more letters."""
    sides = text[max(0, start - 1) : start] + text[end : end + 1]
    return _LETTERS.fullmatch(text, start, end) is not None and not any(sign.isalnum() for sign in sides)


def _is_replaced_name(first: str, second: str, block: Block) -> bool:
    """Say whether the name of a person or a place stands for another: 张伟 for 李强, 湖南省 for 江西省."""
    (start, end), (second_start, second_end), _ = block
    one, other = first[start:end], second[second_start:second_end]
    if not _HAN.fullmatch(one) or not _HAN.fullmatch(other):
        return False
    persons = one[0] in _SURNAMES and other[0] in _SURNAMES
    # A family name alone may be misread.
    persons = persons and (len(one) > 1 or not look_alike(one, other))
    kind = first[end : end + 1]
    places = kind in _PLACE_ENDS and kind == second[second_end : second_end + 1]
    return persons or (places and not is_any_place(one, other, kind))


def _sentence(first: str, second: str, cut: Sequence[Stretch]) -> Difference | None:
    """Return the sentences that open or close two texts where each has another one and the rest is common.

    Extra text before or after a copy is cut anywhere; a sentence of its own ends where a sentence ends.
    """
    start, end = cut[0].end, cut[-1].start
    if min(start.first, start.second) >= SENTENCE and _is_joint(first, start.first) and _is_joint(second, start.second):
        return Difference("sentence", (0, start.first), (0, start.second), True)
    rest = min(len(first) - end.first, len(second) - end.second)
    if rest >= SENTENCE and _is_joint(first, end.first) and _is_joint(second, end.second):
        return Difference("sentence", (end.first, len(first)), (end.second, len(second)), True)
    return None


def _is_joint(text: str, place: int) -> bool:
    """Say whether a sentence ends at a place of a folded text, quotes and blanks aside."""
    return _JOINT.search(text, max(0, place - 3), place + 2) is not None

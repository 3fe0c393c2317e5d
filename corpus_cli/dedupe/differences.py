"""Find the differences that are meant however alike the rest is: a number, a date, a day, a denial.

Recognition damages digits too, but it makes letters and signs of them (l0, 1四), loses them or doubles them; in the
development sets it never made another well-formed number in otherwise sound surroundings.  So a number replaced by a
number of the same writing is a difference at any noise; a number that grew or shrank is one only where the rest of the
two texts is clean, because a lost digit is also what noise looks like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus_cli.dedupe.alignment import Operation

DIGITS = frozenset("0123456789")
NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两廿卅")
_ANY = DIGITS | NUMERALS
_NUMBER = re.compile(f"[{''.join(sorted(_ANY))}]")
# Without 无, which recognition makes of 元 and loses as easily.
_DENIALS = frozenset("不 没 非 勿 未 没有 尚未 并未 从未 未能 不能 不得 不予 不再 なかっ ない ません".split())
# Words of closed classes: noise does not turn one of them into another.
_NUMBERS = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion
first second third fourth fifth sixth seventh eighth ninth tenth twice thrice
"""
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_MONTHS = "january february march april may june july august september october november december"
# Without i, which is a word, and what noise makes of many letters.
_ROMAN = """
ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx
xxi xxii xxiii xxiv xxv xxvi xxvii xxviii xxix xxx
"""
# The same of other languages, one form of each word, so that a lost ending makes no other one.
_OTHERS = """
zwei zwey drei drey vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreissig vierzig fünfzig sechzig siebzig
zweiter dritter vierter fünfter sechster siebenter achter neunter zehnter elfter zwölfter zwanzigster dreissigster
montag dienstag mittwoch donnerstag freitag samstag sonntag
januar februar märz april mai juni juli august september oktober november dezember
deux trois quatre cinq sept huit neuf onze douze treize quatorze quinze seize vingt trente quarante cinquante
lundi mardi mercredi jeudi vendredi samedi dimanche
janvier février mars avril juin juillet août septembre octobre novembre décembre
dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta cincuenta
lunes martes miércoles jueves viernes sábado domingo
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
dois três quatro sete oito nove dez onze doze treze quatorze quinze vinte trinta quarenta cinquenta sessenta
janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
due tre quattro cinque sei sette otto dieci undici dodici venti trenta quaranta cinquanta sessanta
lunedì martedì mercoledì giovedì venerdì domenica
gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
два три четыре пять шесть семь восемь девять десять двадцать тридцать сорок пятьдесят шестьдесят семьдесят
понедельник вторник среда четверг пятница суббота воскресенье
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
"""
_CLOSED = tuple(frozenset(words.split()) for words in (_NUMBERS, _DAYS, _MONTHS, _ROMAN, *_OTHERS.strip().splitlines()))
_CLOSED_WORDS = frozenset().union(*_CLOSED)
_NOUGHTS, _UNITS = frozenset("〇零"), frozenset("十百千万亿")
# Words with a one that say no number.
_ONES = frozenset("一定 一切 一般 一样 一些 一直 一起 一旦 一致 一律 一贯 一向 统一 唯一 万一".split())
_DENYING = frozenset(
    "not no never nor without nicht kein keine keinen keiner nie niemals ohne pas jamais sans nunca sin ni não nem sem "
    "non mai senza не нет ни без никогда niet geen nie bez inte ikke غير لن لم لا ليس".split()
)


# Signs of one series: each means another thing, and noise was never seen to make one of another (of 阴 it makes 阳).
_SERIES = """
甲乙丙丁戊己庚辛壬癸 子丑寅卯辰巳午未申酉戌亥 春夏秋冬 昨今明 上中下 东西南北 左右 前后 内外
男女 正副 增减 升降 买卖 新旧 省市县区乡镇村 兄弟姐妹 可否
"""
_SERIES_OF = {sign: number for number, signs in enumerate(_SERIES.split()) for sign in signs}
# Words that stand for their opposites.
_OPPOSED = frozenset(
    "增长 增加 上升 上涨 提高 扩大 加强 减少 下降 下跌 降低 缩小 削弱 同意 赞成 支持 反对 拒绝 成功 "
    "失败 允许 禁止 开始 结束 进口 出口 肯定 否定 去年 今年 明年 来年 本月 下月 上月 昨天 前天 今天 "
    "明天 后天 昨日 前日 今日 明日 全部 部分 预算 决算 党员 团员 东北 西南".split()
)
_MEANT_SIGNS = frozenset(_SERIES_OF).union(*_OPPOSED)


class Difference(NamedTuple):
    """Hold one difference: its kind, the spans on both sides, and whether it was replaced (not lost or added)."""

    kind: str
    first: tuple[int, int]
    second: tuple[int, int]
    is_replaced: bool


def differing_numbers(first: str, second: str, steps: Sequence[Operation]) -> Iterator[Difference]:
    """Yield the numbers that differ, in the order they stand; offsets are of the folded texts."""
    if not _NUMBER.search(first) or not _NUMBER.search(second):
        return
    for step in steps:
        if step[0] != "equal" and not (
            _ANY.isdisjoint(first[step[1] : step[2]]) and _ANY.isdisjoint(second[step[3] : step[4]])
        ):
            yield from _numbers(first, second, step)


def differing_denial(first: str, second: str, steps: Sequence[Operation]) -> Difference | None:
    """Return the word of denial that stands on one side only."""
    for tag, start, end, second_start, second_end in steps:
        if tag in ("insert", "delete"):
            added = (first[start:end] + second[second_start:second_end]).strip()
            if added in _DENIALS or added in _DENYING:
                return Difference("denial", (start, end), (second_start, second_end), False)
    return None


def differing_series(first: str, second: str, steps: Sequence[Operation]) -> Difference | None:
    """Return the sign or word that stands where another of its series stands: 甲 for 乙, 东 for 西, 增长 for 下降."""
    for tag, start, end, second_start, second_end in steps:
        if tag != "replace":
            continue
        left, right = first[start:end], second[second_start:second_end]
        # Nearly always it is no sign of a series or of such a word.
        if _MEANT_SIGNS.isdisjoint(left):
            continue
        for place, (one, other) in enumerate(zip(left, right, strict=True)):
            series = _SERIES_OF.get(one)
            if series is not None and series == _SERIES_OF.get(other):
                at, there = start + place, second_start + place
                return Difference("series", (at, at + 1), (there, there + 1), True)
        # A word may have one of its signs in common with its opposite.
        for before, after in ((0, 0), (1, 0), (0, 1)) if len(left) < 3 else ():
            one, other = first[start - before : end + after], second[second_start - before : second_end + after]
            if one in _OPPOSED and other in _OPPOSED:
                return Difference("series", (start, end), (second_start, second_end), True)
    return None


def differing_words(first: str, second: str, steps: Sequence[Operation]) -> Iterator[Difference]:
    """Yield the words of closed classes (numbers, days, months) that stand where another of their class stands."""
    for tag, start, end, second_start, second_end in steps:
        # An edit of anything but letters is no part of a word.
        if tag == "equal" or not (first[start:end] + second[second_start:second_end]).isalpha():
            continue
        one = _word_around(first, start, end)
        left = first[one[0] : one[1]]
        # Nearly always it is no word of these classes.
        if left not in _CLOSED_WORDS:
            continue
        other = _word_around(second, second_start, second_end)
        right = second[other[0] : other[1]]
        if right not in _CLOSED_WORDS or left == right or len(left) + len(right) < 3:
            # One letter for another is noise, be it a Roman number or not.
            continue
        if any(left in words and right in words for words in _CLOSED):
            yield Difference("word", one, other, True)


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the letters around a span."""
    while start and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return start, end


def _numbers(first: str, second: str, step: Operation) -> Iterator[Difference]:
    """Yield the numbers that one edit changed."""
    tag, start, end, second_start, second_end = step
    if tag == "replace":
        for place in range(end - start):
            if first[start + place] in _ANY and second[second_start + place] in _ANY:
                yield from _grown(first, second, (start + place, start + place + 1), second_start + place, 1, True)
                return
        return
    yield from _grown(first, second, (start, end), second_start, second_end - second_start, False)


def _grown(
    first: str, second: str, span: tuple[int, int], place: int, width: int, is_replaced: bool
) -> Iterator[Difference]:
    """Yield the difference if the edit lies inside two sound numbers of one writing."""
    start, end = span
    kind = DIGITS if not DIGITS.isdisjoint(first[start:end] + second[place : place + width]) else NUMERALS
    if any(sign not in kind for sign in first[start:end] + second[place : place + width]):
        return
    left, right = _number_around(first, start, end, kind), _number_around(second, place, place + width, kind)
    if left[0] == left[1] or right[0] == right[1]:
        return
    shared = _shared_sides(first, left, second, right)
    if _are_sound(first, left, second, right, kind) and shared >= (1 if is_replaced else 2):
        at_edge = not is_replaced and (0 in (left[0], right[0]) or left[1] == len(first) or right[1] == len(second))
        if at_edge or first[slice(*left)] == second[slice(*right)]:
            return
        if not (_is_malformed(first, left) or _is_malformed(second, right)):
            in_word = _is_in_word(first, left) or _is_in_word(second, right)
            yield Difference("number", left, right, is_replaced and not in_word)


def _is_malformed(text: str, span: tuple[int, int]) -> bool:
    """Say whether a number is or begins as none does: a lone 〇, or a nought before ten, a hundred and so on."""
    start, end = span
    return text[start:end] == "〇" or (text[start] in _NOUGHTS and end - start > 1 and text[start + 1] in _UNITS)


def _is_in_word(text: str, span: tuple[int, int]) -> bool:
    """Say whether a one stands in a word that says no number: there it counts only where all the rest is clean."""
    start, end = span
    return text[start:end] == "一" and (text[start : end + 1] in _ONES or text[max(0, start - 1) : end] in _ONES)


def _number_around(text: str, start: int, end: int, kind: frozenset[str]) -> tuple[int, int]:
    """Return the span of the number of one writing around a span."""
    while start and text[start - 1] in kind:
        start -= 1
    while end < len(text) and text[end] in kind:
        end += 1
    return start, end


def _are_sound(first: str, left: tuple[int, int], second: str, right: tuple[int, int], kind: frozenset[str]) -> bool:
    """Say whether two numbers are clear of letters and of digits of the other writing; s700 and s771 are sound too."""
    sides = _sides(first, left), _sides(second, right)
    return sides[0] == sides[1] or not any(_is_latin(sign) or sign in _ANY - kind for side in sides for sign in side)


def _sides(text: str, span: tuple[int, int]) -> str:
    """Return the signs before and behind a span."""
    return text[max(0, span[0] - 1) : span[0]] + text[span[1] : span[1] + 1]


def _is_latin(sign: str) -> bool:
    """Say whether a folded sign is a plain Latin letter."""
    return "a" <= sign <= "z"


def _shared_sides(first: str, left: tuple[int, int], second: str, right: tuple[int, int]) -> int:
    """Return on how many sides of both numbers the same sign, or the edge of both texts, stands."""
    before = first[max(0, left[0] - 1) : left[0]] == second[max(0, right[0] - 1) : right[0]]
    return before + (first[left[1] : left[1] + 1] == second[right[1] : right[1] + 1])

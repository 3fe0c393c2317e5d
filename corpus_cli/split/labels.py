"""What a speaker's label looks like (陳委員亭妃, 主持人, 发言人 1, Mr. SMITH, LISETTE), and what is no label."""

from __future__ import annotations

import re
import string
from functools import lru_cache
from typing import NamedTuple

import regex

from corpus_cli.split.between import is_division
from corpus_cli.split.caseless import caseless_shape, is_caseless
from corpus_cli.split.label_words import (
    ARTICLE,
    ARTICLES,
    CLAUSE_SIGNS,
    CRIES,
    FIELDS,
    FIELDS_HAN,
    HEADER_WORDS,
    HONORIFIC,
    HONORIFICS,
    KIN_HAN,
    OFFICE_ENDS,
    PARTICLES,
    PARTS,
    PARTS_HAN,
)
from corpus_cli.split.latin_offices import is_office_word, office_in
from corpus_cli.split.seats import is_officer
from corpus_cli.split.shapes import Shape
from corpus_cli.text.people import COMPOUND_SURNAMES, SURNAMES, is_name, surname
from corpus_cli.text.simplified import simplified

LONGEST_HAN, LONGEST = 24, 120
LONGEST_BEHIND = 6  # signs of a name behind its office
LONGEST_NAME = 28  # the longest that `is_name` reads: a name of four parts with dots

_HAN = regex.compile(r"\p{Han}")
_ENDS = "|".join(sorted(OFFICE_ENDS, key=lambda word: (-len(word), word)))
_SURNAME = "(?:" + "|".join([*COMPOUND_SURNAMES, "[" + "".join(sorted(SURNAMES)) + "]"]) + ")"
_RANK = (
    "(?:副|首席|代理|代|执行|主任|政务|常务|总|召集|高级|资深|专门|助理|技术|兼|次席|参事|荣誉|名誉|前|大|主计|"
    "审计|司法|行政)"
)
_INFIX = regex.compile(
    rf"(?P<body>\p{{Han}}*[院部处会署局司厅委办所])??(?P<surname>{_SURNAME}{{1,2}})"
    rf"(?P<office>{_RANK}*(?:{_ENDS}))(?P<given>\p{{Han}}{{1,3}}(?:[·．・‧]\p{{Han}}+)?)"
)
_SUFFIX = regex.compile(rf"(?P<name>{_SURNAME}{{1,2}}\p{{Han}}{{0,2}})(?P<office>(?:副|代|总|前)?(?:{_ENDS}))")
_RANKED = regex.compile(rf"{_RANK}*(?:{_ENDS})")
_OFFICE_NAME = regex.compile(
    rf"(?P<body>\p{{Han}}*?)(?P<office>{_RANK}*(?:{_ENDS}))(?P<name>{_SURNAME}{{1,2}}\p{{Han}}{{1,2}})"
)
_ALL_HAN = regex.compile(r"\p{Han}+")
_NUMBERED = regex.compile(
    r"(?i)(?:发言人|发言者|说话人|讲者|嘉宾|受访者|访谈者|学生|观众|群众|村民|市民|居民|网友|路人|记者|同学|老师|家长|工人|"
    r"顾客|乘客|民警|警察|医生|护士|演员|士兵|衙役|丫鬟|太监|宫女|仆人|邻居|客人|代表|专家|speaker|interviewer|interviewee|"
    r"participant|voice|spk|respondent|"
    r"person|student|witness|intervenant|locuteur|sprecher|hablante|спикер)[\s_#-]*(?:[0-9]{1,3}|[A-Z]|"
    r"[一二三四五六七八九十甲乙丙丁])"
    r"|\p{Han}{2,3}(?<![指装盔铠龟园壮补布马案目项块品本司业组级队村县市区路类型线图表部点号车船楼厂校法式段例题])[甲乙丙丁]"
)
_NUMBERED_HEADS = tuple(
    "speaker interviewer interviewee participant voice spk respondent person student witness intervenant locuteur "
    "sprecher hablante спикер".split()
)
_HONOURED_HEADS = frozenset(word.partition(".")[0] for word in (*HONORIFICS, *ARTICLES))
_BODY = regex.compile(r"\p{Han}{2,}(?:院|部|处|会|署|局|司|厅|办|所|社|组|科|公司|集团|中心|大学|团)")
_IN_BODIES = frozenset("及与和")
_CLAUSE_SIGNS_OF_BODIES = CLAUSE_SIGNS - _IN_BODIES
_BODY_SIGNS = frozenset("院部处会署局司厅办所社组科团心学")
_FOREIGN = regex.compile(r"\p{Han}{1,8}(?:[·•・‧．]\p{Han}{1,8}){1,4}|\p{Lu}[\w.·-]*(?:[·•・‧]\p{Han}+)+")
_MEDIUM = regex.compile(r"《\p{Han}{2,12}》")  # a magazine that asks: 《城市周刊》：
_PARTIES = frozenset("sd kok ps kesk vihr vas kd liik sin r v".split())  # Liisa Korhonen sd
_PARTY_END = regex.compile(rf"(?<=\p{{Ll}}) (?:{'|'.join(sorted(_PARTIES))})$")
_NICKNAMED = regex.compile(
    r"(?:微博|抖音|热心|现场|本报|一位)?(?:网友|網友|观众|觀眾|听众|聽眾|读者|讀者|市民|村民|用户|用戶|家长|家長|学生|學生|粉丝|粉絲)"
    r"[“「『\"][^“”「」『』\"]{1,20}[”」』\"]"
)
_FIELD_START = regex.compile(r"(?:出席|列席|缺席|请假|应到|实到|主办|承办|协办)\p{Han}*")
_FAMILIAR = regex.compile(rf"[老小阿大](?:{_SURNAME})")
_ORDINAL = regex.compile(r"\s\d{1,2}\.?[ºª°]?$")  # CRIADO 1.º
_MEMBERS = regex.compile(
    r"(?:An?|Several|Some|Many|All|Two|Other)?\s*(?:[Rr]ight\s)?[Hh]on(?:ou?rable|\.)?\s+(?:[Mm]embers?|[Ss]enators?|[Ff]riends?)"
)
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}'’ʼ-]+")
_ASCII_WORD = re.compile(r"[A-Za-z0-9'-]+")
_SMALL_STARTS = frozenset(("Mc", "De", "Di", "Du", "Le", "La", "Fi"))  # that a name in capitals may print small
_CLAUSE_ENDS = tuple(
    (
        "如下 下列 以下 说明 指出 表示 认为 强调 介绍 规定 说 曰 称 问道 答道 说道 写道 如次 包括 方面 问题 事项 情形"
    ).split()
)
_SENTENCE_SIGNS = frozenset('。！？!?；;“”"「」『』《》…')
# One sign tells most labels apart before a pattern is tried: what each of them must hold, begin with or end in.
_TAILS = frozenset(word[-2:] for word in OFFICE_ENDS)
_OFFICES_END = frozenset((*OFFICE_ENDS, "委员长"))
_OFFICE_SIZES = tuple(sorted({len(word) for word in _OFFICES_END}))
_NUMBER_SIGNS = frozenset(string.ascii_letters + string.digits + "一二三四五六七八九十甲乙丙丁\u017f\u212a")
_FIELD_SIGNS = frozenset("出列缺请应实主承协")
_SHORT_SIDES = frozenset(("被代", "被辩"))  # as a clerk writes those who speak for a party: 审：…  被代：…
_FAMILIAR_SIGNS = frozenset("老小阿大")
_DOTS = frozenset("·•・‧．")


class Infix(NamedTuple):
    """Hold the parts of a label such as 陳主任委員保基 or 林大輝議員."""

    name: str
    office: str
    body: str = ""


def key_of(label: str) -> str:
    """Return the form under which prints of one label are counted: no blanks between Han, single ones elsewhere.

    >>> key_of("主　　席"), key_of("Mr.  SMITH ")
    ('主席', 'Mr. SMITH')
    """
    if not label.isascii() and _HAN.search(label):
        return "".join(label.split())
    return " ".join(label.split())


@lru_cache(maxsize=65536)
def shape_of(key: str) -> Shape:
    """Return the shape of a label given as `key_of` makes it.

    >>> [shape_of(label) for label in ("陳委員亭妃", "林大輝議員", "提案人", "发言人2", "Mr. SMITH", "LISETTE")]
    ['infix', 'suffix', 'field', 'numbered', 'honoured capitals', 'capitals']
    """
    if not key or not _SENTENCE_SIGNS.isdisjoint(key):
        return "body" if _MEDIUM.fullmatch(key) else "person" if _NICKNAMED.fullmatch(key) else "clause"
    if key.isascii():
        return _latin_shape(key)
    if _HAN.search(key):
        return _han_shape(simplified(key))
    return caseless_shape(key) if is_caseless(key) else _latin_shape(key)


def _han_shape(key: str) -> Shape:
    if key[-1] in _NUMBER_SIGNS and _NUMBERED.fullmatch(key):
        return "numbered"
    if key in PARTS_HAN:
        return "part"
    if key in FIELDS_HAN or key[0].isdigit() or (key[0] in _FIELD_SIGNS and _FIELD_START.fullmatch(key)):
        return "field"
    if key in KIN_HAN or (key[0] in _FAMILIAR_SIGNS and _FAMILIAR.fullmatch(key)):
        return "foreign"
    if len(key) > LONGEST_HAN or key.endswith(_CLAUSE_ENDS):
        return "clause"
    if _parts_of(key) is not None:
        return "suffix" if _SUFFIX.fullmatch(key) else "infix"
    return _han_name_shape(key)


def _han_name_shape(key: str) -> Shape:
    office = any(key[-size:] in _OFFICES_END for size in _OFFICE_SIZES) and _ALL_HAN.fullmatch(key) is not None
    if len(key) <= LONGEST_NAME and is_name(key) and not office:
        return "person"
    if not _DOTS.isdisjoint(key) and _FOREIGN.fullmatch(key):
        return "foreign"
    if len(key) == 1 or key in _SHORT_SIDES:
        return "body" if key in SURNAMES else "other"  # an interview that shortens its speakers to 王 and 李
    if len(key) <= 3 and key[0] in SURNAMES and not CLAUSE_SIGNS.issuperset(key[1:]):
        return "office" if office else "other"
    # A body may be named with 及 and 与 (食物及卫生局局长), a clause has others of its signs too.
    clause = not (_CLAUSE_SIGNS_OF_BODIES if office else CLAUSE_SIGNS).isdisjoint(key)
    if clause or "，" in key or "," in key:
        return "clause"
    if office:
        return "office"
    return "body" if key[-1] in _BODY_SIGNS and _BODY.fullmatch(key) else "other"


def infix_of(label: str) -> Infix | None:
    """Return name and office of 陳委員亭妃 (陳亭妃, 委員) or 林大輝議員 (林大輝, 議員); None for other labels.

    The signs are those of `label`; a body before the surname (國發會張處長富林) is kept apart.
    """
    found = _parts_of(simplified(label))
    return Infix(*("".join(label[slice(*span)] for span in spans) for spans in found)) if found else None


@lru_cache(maxsize=65536)
def _parts_of(key: str) -> tuple[tuple[tuple[int, int], ...], ...] | None:
    """Return the spans of name, office and body in a label of simplified signs, None where it has no such parts."""
    if key[-2:] in _TAILS:
        if _RANKED.fullmatch(key) or _OFFICE_ONLY.fullmatch(key):
            return None
        suffix = _SUFFIX.fullmatch(key) if surname(key) else None
        if suffix:
            return ((suffix.span("name"),), (suffix.span("office"),), ())
    # how many signs before the end an office may end
    ends = [n for n in range(1, min(LONGEST_BEHIND, len(key) - 2) + 1) if key[-n - 2 : -n] in _TAILS]
    infix = _INFIX.fullmatch(key) if (ends and ends[0] <= 3) or not _DOTS.isdisjoint(key) else None
    if infix:
        return ((infix.span("surname"), infix.span("given")), (infix.span("office"),), (infix.span("body"),))
    before = _OFFICE_NAME.fullmatch(key) if any(n > 1 and surname(key[-n:]) for n in ends) else None
    return ((before.span("name"),), (before.span("office"),), (before.span("body"),)) if before else None


# Offices that begin with a sign that is also a surname (司長, 部長 do not; 司法部長, 方面军司令 do) are no persons.
_OFFICE_ONLY = regex.compile(
    rf"(?:全委会|委员会|大会|分组|轮值|会议|司法|立法|国|行政|全国|党|安全|金融|商务|文化|公安|边防|水利|农业|农|林业|卫生|财政|律政|政务|常务|"
    rf"管理|车间|项目|单位|总|首席|"
    rf"联合|华|党组|海军|空军|陆军|司|路|宣传|通信|花|席|应|都|江苏|江西|安徽|广东|广西|云南|甘肃|宁夏|海南|"
    rf"成都|广州|杭州|武汉|苏州|"
    rf"沈阳|计划|解放军|利)\p{{Han}}*(?:{_ENDS})"
)


def _latin_shape(key: str) -> Shape:
    low = key.casefold().rstrip(".")
    if low.startswith(_NUMBERED_HEADS) and _NUMBERED.fullmatch(key):
        return "numbered"
    if low in PARTS and not key[0].islower():
        return "part"
    if is_division(key):
        return "field"
    first, _, rest = key.partition(" ")
    may_honour = first.partition(".")[0] in _HONOURED_HEADS
    words = _words(_PARTY_END.sub("", key) if rest.rpartition(" ")[2] in _PARTIES else key)
    if not words or low in CRIES or (len(words) == 1 and (words[0].isdigit() or (may_honour and _is_honorific(key)))):
        return "clause"
    if low in FIELDS or _is_header(low) or (words[0].casefold() in FIELDS and _is_number(words[1:2])):
        return "field"
    if "hon" in low and _MEMBERS.fullmatch(key):
        return "honoured"
    article = ARTICLE.match(key) if rest or key[0] == "L" else None
    honoured = HONORIFIC.match(key) if article or may_honour else None
    honoured = honoured or (article if article and office_in(key) else None)
    if honoured:
        return _honoured_shape(key[honoured.end() :])
    if is_office_word(key) or (article and low[article.end() :] in PARTS):
        return "office"
    if is_officer(key):
        return "honoured capitals" if key.isupper() else "seated"
    if key[-1] in "ºª°.0123456789" or key[-1].isdigit():
        words = _words(_ORDINAL.sub("", key))
    if len(key) > 60 or (words[0].isdigit() and len(words) > 2) or any(map(str.isdigit, words[1:])):
        return "clause"
    return _case_shape(words)


def _is_honorific(key: str) -> bool:
    return HONORIFIC.fullmatch(key + " ") is not None


def _honoured_shape(rest: str) -> Shape:
    words = _words(rest)
    if not words or len(words) > 24:
        return "clause"
    if any(_is_capitals(word) for word in words):
        return "honoured capitals"
    small = [word for word in words if word[0].islower() and word.casefold() not in PARTICLES]
    return "honoured" if not small or (len(words) <= 6 and office_in(rest)) else "clause"


def _words(text: str) -> list[str]:
    return _ASCII_WORD.findall(text) if text.isascii() else _WORD.findall(text)


def _case_shape(words: list[str]) -> Shape:
    if len(words) > 8 or PARTICLES.issuperset(map(str.casefold, words)):
        return "clause"
    main = [word for word in words if word[0].isupper() or word.casefold() not in PARTICLES]
    long = [word for word in main if len(word) > 1]
    if long and all(_is_capitals(word) or word[0].isdigit() for word in long):
        return "capitals"
    if len(words) <= 6 and all(word[0].isupper() or word[0].isdigit() for word in main):
        return "title case"
    if len(words) <= 4 and not words[0][0].islower():
        return "other"
    return "clause"


def _is_header(low: str) -> bool:
    """Say whether a label is the hyphenated name of a header line: author-email, content-type, home-page."""
    return "-" in low and " " not in low and not HEADER_WORDS.isdisjoint(low.split("-"))


def _is_number(words: list[str]) -> bool:
    """Say whether a word is there and is a number, in figures or in Roman ones: Chapter 3, Act II."""
    return any(word.isdigit() or not word.strip("IVXLCivxlc") for word in words)


def _is_capitals(word: str) -> bool:
    """Say whether a word is set in capitals; the small letters of Mc, Mac, De and 's do not count."""
    if not word[:2].isupper() and word[:2] not in _SMALL_STARTS:
        return False
    bare = word[2:] if word[:2] in _SMALL_STARTS and len(word) > 3 else word
    bare = bare.removesuffix("'s").removesuffix("’s")
    parts = ["".join(filter(str.isalpha, part)) for part in bare.split("-")]
    return len("".join(parts)) >= 2 and any(part.isupper() and len(part) > 1 for part in parts) and bare[:2].isupper()

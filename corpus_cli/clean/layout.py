"""What a single line shows of its part on the page: running text, the start of a block, an open or closed end.

Rules that join lines ask these questions; they say yes only where the line itself shows it.
"""

from __future__ import annotations

import re

import regex

from corpus_cli.text.han import CJK_SIGNS, CLOSERS, HAN

# Who speaks, with the time on the recording: 主持人 00:01:38, 甲（01:38） alone on its line.
TIMED_SPEAKER = (
    r"(?:\p{L}[\p{L}\d·. ]{0,15}?[ \t\u3000]?[（(\[ \t\u3000])?"
    r"(?:\d{1,2}[:：]\d{2}[:：]\d{2}(?!\d)|(?<=[ \t\u3000（(\[])\d{1,2}[:：]\d{2}[）)\]]?\s*$)"
)
_NUMERAL = r"[一二三四五六七八九十百零〇\d]{1,5}"
# What a line begins with that is no continuation: headings, list items, articles of law, speaker markers, tables.
# It must not hit a continuation such as 三个方面 or 1914年, so every number needs its sign.
STARTS_BLOCK = regex.compile(
    rf"\s*(?:#{{1,6}}\s|[\[【]|[-*+•·●○■□◆◇★☆▲△※►]\s*\S|\||>|```|---|\*\*\*|~~~"
    rf"|第\s?{_NUMERAL}\s?[章节条款编部篇卷回讲集届][^\p{{Han}}，。、]|第\s?{_NUMERAL}\s?[章节条编]|[（(]{_NUMERAL}[)）]|[一二三四五六七八九十]{{1,3}}[、．.]"
    rf"|[（(]?[ivxIVX]{{1,5}}[.)]\s|\d{{1,3}}[)）、．]|\d{{1,3}}\.\s?(?=[^\d\s])|\d{{1,3}}(?:\.\d{{1,3}})+\.\s|\d{{1,3}}(?:\.\d{{1,3}}){{2,4}}\s"
    rf"|[例图圖表]\s?\d{{1,3}}[.．-]\d|[①-⑳⑴-⒛❶-❿]|(?:CHAPTER|Chapter|BOOK|PART|Part|Section|SECTION|ARTICLE|Article|Example|Figure|Table)\s+[\dIVXLC]"
    rf"|[—–-]{{1,2}}\s?\p{{Lu}}|[\p{{Han}}·]{{1,8}}[：:]|{TIMED_SPEAKER}|(?:图|表|附件|附录|注|（图|（本报|本报讯|新华社|责任编辑|编辑|校对|来源|作者|记者|通讯员)\s?[\p{{Han}}\d]?[：:、／/]?)"
)
RUNNING_TEXT = 60
"""How long a line is at least that is running text even without a mark."""

_CLAUSE_MARK = re.compile(r"[，。；！？,;!?]|\.(?=\s|$)")
_BLANK_OR_CLOSER = " \t\u3000" + CLOSERS
# What can end a line in mid-sentence beside letters and digits.
_OPEN_SIGNS = frozenset("%％‰℃，、,；;·～~/")
# The letters that the words of STARTS_BLOCK begin with: a line with another first letter and no colon begins no block.
_FIRST_HAN = frozenset("第一二三四五六七八九十例图圖表附注本新责编校来作记通")
_FIRST_LATIN = re.compile(
    r"[ivxIVX]{1,5}[.)]\s|(?:CHAPTER|Chapter|BOOK|PART|Part|Section|SECTION|ARTICLE|Article|Example|Figure|Table)"
)
_COLON = 24  # signs in which the colon of a speaker or a time stands
_FUNCTION_WORDS = frozenset(
    "a an and are as at be been but by for from had has have he his i if in into is its my no of on or our she than "
    "that the their they through to upon was we were when where which while who whom whose will with would your".split()
)
# A remark or the number of a note behind a whole sentence, and behind any who wrote it or what the hearers did: [3],
# （笑）, (applause).
_REMARK = re.compile(
    r"[。！？!?.…][”’」』\"']?\s*[（(](?:[^（()）。！？]|[（(][^（()）]*[)）]){1,60}[)）]\s*$"
    r"|[。！？!?.…][”’」』\"']?\s*[\[［〔【][^\[\]［］〔〕【】]{1,12}[\]］〕】]\s*$"
    r"|[（(][^（()）]{0,30}(?:附图|附圖|图为|圖為|摄|攝|作者|单位|單位|供稿|来稿|來稿|执笔|執筆|编译|編譯)[^（()）]{0,30}[)）]\s*$"
    r"|[（(\[【][^（()）]{0,12}(?:笑|掌声|掌聲|鼓掌|欢呼|歡呼|起立|哽咽|沉默|[Ll]aughter|[Aa]pplause)[^（()）]{0,8}[)）\]】]\s*$"
)
_BRACKETS = ("）", ")", "】", "]", "］", "〕")
_LAST_WORD = regex.compile(r"([\p{L}'’-]+)$")


def starts_block(line: str) -> bool:
    """Return whether a line begins as a heading, list item, article of law, speaker marker or table row does.

    >>> [starts_block(line) for line in ("一、总体要求", "主持人 00:01:38", "一个方面是，水", "1914年，他")]
    [True, True, False, False]
    """
    sign = line[:1]
    if sign.isalpha() and sign not in _FIRST_HAN and ":" not in (head := line[:_COLON]) and "：" not in head:
        return _FIRST_LATIN.match(line) is not None and STARTS_BLOCK.match(line) is not None
    return STARTS_BLOCK.match(line) is not None


def is_running_text(line: str) -> bool:
    """Return whether a line reads as sentences, not as a title, a byline or a caption.

    >>> [is_running_text(line) for line in ("河水涨了，桥没有塌。", "县委书记、县长", "The old mill at night")]
    [True, False, False]
    """
    return len(line) >= RUNNING_TEXT or _CLAUSE_MARK.search(line) is not None


def ends_open(line: str) -> bool:
    """Return whether a line of running text stops before its sentence does.

    A line that closes a quotation is closed when a full stop stands inside it; one that closes a bracket, also when
    the full stop stands before it or the bracket says what the hearers did.

    >>> [ends_open(line) for line in ("他们走到桥", "建起“读书角”", "他说：“来了。”", "共有：", "查到了（笑）")]
    [True, True, False, False, False]
    """
    if line[-1:].isalnum():
        return True
    last = line.rstrip(_BLANK_OR_CLOSER)[-1:]
    if not last.isalnum() and last not in _OPEN_SIGNS:
        return False
    return line.rstrip()[-1:] not in _BRACKETS or _REMARK.search(line) is None


def ends_in_function_word(line: str) -> bool:
    """Return whether a line ends in an English word that cannot end a sentence.

    >>> ends_in_function_word("at the foot of"), ends_in_function_word("the end")
    (True, False)
    """
    match = _LAST_WORD.search(line)
    return match is not None and match[1].lower() in _FUNCTION_WORDS


SHARES_A_WORD = frozenset(("und", "oder", "bzw", "sowie", "and", "or", "en", "of", "och", "eller", "og"))
"""Before these a hyphen stands for the word that both share: Wasser- und Abwasserleitungen."""

_CJK = re.compile(f"[{HAN}{CJK_SIGNS}]")
_EITHER = "“”‘’—…"


def glue(left: str, right: str) -> str:
    """Return what stands between two parts of a sentence that are joined: nothing beside Han, else a blank.

    Quotes and dashes belong to both scripts, so the sign behind them decides; digits beside Han are one number.

    >>> glue("河", "水"), glue("the", "mill"), glue("共60", "周年"), glue("said", "‘so"), glue("说", "“是")
    ('', ' ', '', ' ', '')
    >>> glue("in 1914", "12 men"), glue("他生于19", "12年")
    (' ', '')
    """
    if not left or not right:
        return ""
    last, first = left[-1], right[0]
    if last.isspace() or first.isspace() or "\u4e00" <= last <= "\u9fff" or "\u4e00" <= first <= "\u9fff":
        return ""
    if last.isascii() and first.isascii():
        in_number = last.isdigit() and first.isdigit() and _CJK.search(left[-8:] + right[:8])
        return "" if in_number else " "
    last, first = left.rstrip(_EITHER)[-1:], right.lstrip(_EITHER)[:1]
    return "" if _CJK.match(last) or _CJK.match(first) else " "

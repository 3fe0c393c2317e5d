"""Say whether two pieces of a page read as one sentence that the end of a column or page cut in two.

The left piece must stop open, as no heading, item, entry or verse does, and the right one go on.
"""

from __future__ import annotations

import re

import regex

from corpus_cli.clean.cut_evidence import LONG
from corpus_cli.clean.layout import ends_in_function_word, ends_open, is_running_text, starts_block
from corpus_cli.text.han import CLOSERS, OPENERS, has_han, is_han

_LATIN_END = re.compile(r"[a-z)\"”’][.!?]['\"”’]? [A-Z“\"‘][^.!?]*[a-z]{2}")
_LATIN_TITLE_SIGNS = 100
# The next point of a speech: 第二，要修渠. Its paragraphs may end in a comma.
_NEXT_POINT = regex.compile("(?:第[一二三四五六七八九十]{1,3}|其[一二三四五六])[，、：,]")
_ADDRESS = re.compile(r"://\S*$")
# A speck behind the end of a sentence.
_SPECK = re.compile(r"[。！？][”’」』]?[ \t]*[，、；,;·～~]$")
_LONG_LATIN_WORD = regex.compile(r"\b\p{L}{4,}")
_VERSE = 30
_HEADING = 30
_CHINESE_END = re.compile("[。！？：]")
_STOP = re.compile("[。！？!?]")
_SHORTEST_LIST = 20
_SHOWN = 4
# What stands before a quoted name in mid-sentence; a paragraph can begin with a quote, but none ends in these.
_BEFORE_QUOTE = ("，", "、", *"为為是称稱叫作的和与與及或被把将將从從对對向於于以")
# A paragraph can begin with who says it or as an article of law; a heading with a number cannot be running text.
_SPEAKER_OR_ARTICLE = regex.compile(r"[\p{Han}·]{1,8}[：:][^：:]|第\s?[一二三四五六七八九十百零〇\d]{1,5}\s?条")
# A caption that recognition glued to the end of a paragraph: a few signs behind the full stop, without the small words
# that a sentence cut there would hold and without the words that sentences begin with.
_BEGINS = (
    r"\d+$|\d+年|[他她它我你您曾已還还若尚隔次]|目前|此外|此[后後时時]|最[后終终後]|[随隨][后後]|[后後][来來]|同[年时時]|[当當][时時]"
    r"|例如|如[果今]|[虽雖]然|然[后後]|不[久少]|[许許]多|[根依][据據]|[据據][说說]|截至|主要|[下接][面下]|[经經][过過]|通[过過]"
)
_GLUED_CAPTION = regex.compile(
    rf"[”’）」』]*(?!{_BEGINS})[^，、；：,;:的了是在和与及以为被把将由于对从而也有到又所其这那因则但并着著已都]{{4,12}}"
)


def may_be_list(left: str, right: str) -> bool:
    """Return whether two Chinese pieces may be verses, entries of a list, or a heading and what stands below it."""
    return _may_be_verse(left, right) or _may_be_entries(left, right) or _may_be_heading(left)


def _may_be_verse(left: str, right: str) -> bool:
    """Return whether two Chinese lines are as short as verses, or as the lines of a list."""
    if len(left) >= _VERSE or len(right) >= _VERSE or not has_han(left):
        return False
    return "。" not in left and not left[-1].isdigit() and right.lstrip()[:1] not in OPENERS


def _may_be_entries(left: str, right: str) -> bool:
    """Return whether two Chinese lines may be entries of a list: no sentence ends in them, or wide blanks part them."""
    return has_han(left) and "。" not in left and ("\u3000" in left.strip() or not _STOP.search(right))


def _may_be_heading(left: str) -> bool:
    """Return whether a Chinese line is short and without a sentence end, as headings with a comma in them are."""
    if len(left) > _HEADING or not has_han(left) or left.endswith(_BEFORE_QUOTE) or left[-1].isdigit():
        return False
    return not _CHINESE_END.search(left)


def may_be_cut(left: str) -> bool:
    """Return whether a line is running text that does not end as sentences do."""
    if not is_running_text(left) and (len(left) < _SHORTEST_LIST or not left.endswith("、")):
        return False
    if left[-1] in OPENERS:
        return True
    return ends_open(left) and _SPECK.search(left) is None and _ADDRESS.search(left) is None


def is_cut(left: str) -> bool:
    """Return whether a line is running text that stops in mid-sentence, and no heading or glued caption does."""
    if left[-1] in OPENERS or left[-1] in "；;" or _is_title_case(left):
        return False
    tail = left[max(left.rfind("。"), left.rfind("！"), left.rfind("？")) + 1 :]
    if tail.isdecimal():  # the number of a footnote
        return False
    if len(tail) == len(left) and not _LATIN_END.search(left):
        if not starts_block(left) or left.endswith(("，", "、")):
            return True
        return len(left) >= LONG and _SPEAKER_OR_ARTICLE.match(left) is not None
    return not (has_han(tail) and _GLUED_CAPTION.fullmatch(tail))


def are_one_by_length(left: str, right: str) -> bool:
    """Return whether two lines without a blank line between them are parts of a Chinese paragraph by their length."""
    return len(left) >= LONG and "。" in left and has_han(left) and len(right) >= 8


def goes_on(left: str, right: str) -> bool:
    """Return whether `right` reads as the rest of the sentence that `left` begins."""
    right = right.lstrip()
    if not is_running_text(right) or starts_block(right) or _NEXT_POINT.match(right):
        return False
    if has_han(left) and not has_han(right):
        return False
    if is_han(left.rstrip("”’」』）)】》％%，、；,;0123456789 ")[-1:]) or has_han(right.lstrip("0123456789")[:2]):
        if right.startswith(("“", "‘", "「", "『")):
            return left.endswith(_BEFORE_QUOTE) and not _is_quotation(right)
        return len(left) >= 15 or left.endswith(("，", "、"))
    return len(left) >= 40 and (right[:1].islower() or (right[:1].isupper() and ends_in_function_word(left)))


def _is_quotation(line: str) -> bool:
    """Return whether a line is one whole quotation, which a text shows on a line of its own."""
    return len(line) > _SHOWN and line[-1] in CLOSERS and line[-2] in "。！？!?…" and line.count(line[0]) == 1


def _is_title_case(line: str) -> bool:
    """Return whether a line is a byline or a title of Latin words: a few words, the long ones with a capital."""
    if len(line) > _LATIN_TITLE_SIGNS or not line[:1].isupper() or line.isupper() or _LATIN_END.search(line):
        return False
    return all(word[0].isupper() for word in _LONG_LATIN_WORD.findall(line)) and len(line.split()) > 2


def is_unpunctuated(text: str) -> bool:
    """Return whether more than half of the paragraphs of running text lack their end."""
    lines = [line for line in re.split(r"\n[ \t\u3000]*\n", text) if len(line) >= 40]
    return 2 * sum(map(ends_open, lines)) > len(lines) + 2

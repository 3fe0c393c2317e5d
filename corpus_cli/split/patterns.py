"""How each family sets a label off: one pattern a family.

The patterns that run on every line are of plain `re`, which was measured two to three times faster here than `regex`;
its missing classes of capital and small letters are spelled out for the alphabets that have them.
"""

from __future__ import annotations

import re

from corpus_cli.split.label_words import HONORIFIC, PARTICLES
from corpus_cli.text.han import HAN

_LETTERS = [chr(code) for code in (*range(0x41, 0x590), *range(0x1E00, 0x2000))]
_UPPER = "".join(letter for letter in _LETTERS if letter.isupper())
_LOWER = "".join(letter for letter in _LETTERS if letter.islower())
_IN_WORD = r"\w\u0300-\u036f'’ʼ\-"

_DATE = r"(?:\d{1,4}[-./年]\d{1,2}[-./月]\d{1,4}日?,?\s+)?"
# A list sign, a time or a number may stand before the label.
PREFIX = (
    rf"(?:[-–—•>§*]{{1,2}}\s+|[■□◆◇▲△▼▽★☆▶►▪▫◼◻※]\s*|[\[(]{{0,2}}{_DATE}\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:[.,]\d{{1,3}})?(?:\s?[APap]M)?[)\]]{{0,2}}"
    r"\s+(?:[-–]\s+)?|\d{1,2}\.\d{2}\s+(?=\D)"
    r"|\(?\d{1,4}[.)、]\s*(?!\d)|Anf\.\s?\d{1,4}\s+)?"
)
_NOTE = r"(?P<note>[(（\[][^()（）\[\]]{0,260}[)）\]])?(?:\s*[(\[][^()（）\[\]]{0,40}[)\]])?"
NEVER = r":：(（\[\]【】“”\"「」『』《》。！？!?；;#*|`=<>{}\\\\/~$@"  # signs that stand in no label before a colon
_TIME = _DATE + r"(?:[上下]午\s?)?(?:\d{1,2}[:：])?\d{1,3}[:：]\d{2}(?:[.,]\d{1,3})?(?:\s?[APap]M)?"

COLON = re.compile(
    PREFIX
    + r"(?P<label>《[^《》\n]{2,12}》|[\u4e00-\u9fff]{2,6}[“「『\"][^“”「」『』\"\n]{1,20}[”」』\"]|[^\s"
    + NEVER
    + "][^"
    + NEVER
    + r"\n]{0,119}?)\s*"
    + _NOTE
    + r"\s*(?P<sep>[:：])(?![:：/`])"
)
# Blanks between the parts of a label are few: were their number free, a wide gap would be tried in every division.
HEADING = re.compile(
    r"#{1,6}\s{0,9}(?:\*\*)?(?P<label>[^\s#*:：(（][^#*:：()（）\n]{0,59}?)\s{0,9}"
    + _NOTE
    + r"\s{0,9}[:：;；]?\s{0,9}(?:\*\*)?[:：]?\s{0,9}#*$"
)
BOLD = re.compile(
    r"(?P<wrap>\*{2,3}|__|\*|_)\s{0,9}(?P<label>[^\s*_:：(（][^*_:：()（）\n]{0,79}?)\s{0,9}"
    + _NOTE
    + r"\s{0,9}[:：.]?\s{0,9}(?P=wrap)(?:\s{0,9}"
    + _NOTE.replace("note", "after")
    + r")\s{0,9}[:：.]?"
)
BRACKET = re.compile(
    r"(?:【\s*(?:" + _TIME + r"\s+)?(?P<a>[^【】\[\]:：\n]{1,40}?)(?:\s+" + _TIME + r")?\s*[】\]］]|"
    r"[\[［]\s*(?P<b>[^\[\]］【】:：`\n]{1,40}?)\s*[\]］】](?![(\[])"
    r"|〔\s*(?P<c>[^〔〕\n]{1,40}?)\s*〕|[<＜〈]\s*(?P<d>[^<>＜＞〈〉/=\n]{1,40}?)\s*[>＞〉](?!.*</))\s*[:：]?"
)
# [12:03] <anna> hi; a tag of a markup language is followed by no blank or closed on its line.
CHAT = re.compile(
    r"(?:[\[(]?" + _TIME + r"[\])]?[\s,–-]*)?<[@+%~& ]?(?P<label>(?=[^\W\d])[\w.|\[\]`^-]{1,24})>\s+(?=[^\s<])(?!.*</)"
)
BULLET = re.compile(
    r"[○◯●◎〇]\s?(?P<label>[가-힣]+(?: [가-힣]+){0,3}(?= {2}|　|\t)|[가-힣]+ [가-힣]+|"
    r"[^\s○◯●◎〇（(：:。、，가-힣]{1,20}(?:[（(][^（）()\s]{1,2}[)）][^\s（(：:。、]{1,8})?)"
    r"\s*(?P<note>[（(][^（）()\n]{2,24}[)）])?(?P<sep>\s+|(?<=[)）])|[:：])(?=\S)"
)
STAMP = re.compile(
    r"(?P<label>[^\n:：\d(（\[][^\n:：()（）\[\]]{0,59}?)[\s(（\[【]+" + _TIME + r"[\])）】]?\s*[:：]?$"
    r"|[\[(（【]?" + _TIME + r"[\])）】]?[\s—–-]+(?P<a>[^\n:：\d(（\[][^\n:：()（）\[\].。]{0,39}?)$"
)
_SMALL = "(?:" + "|".join(sorted(PARTICLES, key=lambda word: (-len(word), word))) + r"|[ld]['’]\w+)"
_NAME = rf"(?![{_UPPER}]\.\s[{_UPPER}]\.)[{_UPPER}\d][{_IN_WORD}]*"
_INITIALS = rf"(?:[{_UPPER}]\.[ -]?){{1,3}}"
_LEAD = r"(?:[§—–-]\s*)?(?:\d{1,4}\.\s+)?"
_HONOURED = HONORIFIC.pattern


def _run_in(before: str) -> re.Pattern[str]:
    """Return the pattern of a label with a full stop, a dash or a gap behind it; `before` may stand before the name."""
    return re.compile(
        rf"{_LEAD}(?P<label>{before}(?:{_NAME}|{_SMALL}(?=\s))"
        rf"(?:(?: |, (?=[{_UPPER}]{{2}}))(?:{_NAME}|{_SMALL}(?!\w))){{0,9}}(?:\.[ºª°])?"
        rf"(?P<given>\s[{_UPPER}]\.\s?[{_UPPER}]\.)?)"
        rf"(?P<note>\s?[(\[][^()\[\]]{{1,260}}[)\]])?(?P<stage>,\s[{_LOWER}{_UPPER}][^.:;!?\n—–]{{1,90}})?"
        r"(?P<sep>\s?\.?\s?[—–]{1,2}\s?|\.\s?-{1,2}\s?|\s--?\s|\.(?=\s)|\.$|\s{2,}|\t|(?(given)(?=\s)|(?!)))"
    )


RUN_IN = _run_in(rf"(?:{_INITIALS}\s?)?")
_FRENCH = rf"(?:M|Mme|Mlle|MM)\.?\s(?:l[ea]s?\s|l['’])[{_LOWER}'’ -]{{3,60}}?(?=\.)|"
RUN_IN_HONOURED = re.compile(
    _run_in(rf"{_HONOURED}(?:{_INITIALS}\s?)*").pattern.replace("(?P<label>", f"(?P<label>{_FRENCH}", 1)
)
# Der alte Moor. / Deuxième médecin. / Первый гость (тихо).
RUN_IN_SMALL = re.compile(
    rf"(?P<label>{_NAME}(?: "
    rf"[{_LOWER}{_UPPER}][{_IN_WORD}]*){{1,2}})(?P<note>\s?[(\[][^()\[\]]{{1,60}}[)\]])?(?P<stage>\b\B)?"
    r"(?P<sep>\.?\s?—\s?|\.(?=\s))"
)
QUESTION = re.compile(rf"(?P<label>[QA])(?P<note>\b\B)?(?P<stage>\b\B)?(?P<sep>\.)(?=\s)(?!\s\w+ \([{_UPPER}])")
HAN_GAP = re.compile(
    rf"(?P<label>[{HAN}][　 ][{HAN}](?=[　\s])|[{HAN}·]{{1,8}}(?: ?\d{{1,3}})?)"
    r"(?P<note>[（(][^（）()]{1,60}[)）])?(?P<stage>\b\B)?(?P<sep>　+|\s{2,}|\t)(?=\S)"
)
SAID = re.compile(
    rf"{_LEAD}(?P<label>{_HONOURED}(?:{_INITIALS}\s?)*{_NAME}(?:[\s-]{_NAME}){{0,3}})(?P<note>\s\([^()]{{1,80}}\))?,?\s"
    r"(?:asked|said|replied|rose|moved|was understood|wished|thought|hoped|begged|observed|stated|explained|remarked|"
    r"inquired|contended|complained)\b"
)
_OWN_END = (
    rf"\s*(?P<note>[(（\[][^()（）\[\]]{{1,260}}(?:[)）\]]|(?<=[{_LOWER},])$))?(?:\s*\([^()]{{1,40}}\))?"
    rf"(?P<stage>,\s[{_LOWER}][^.:;!?\n]{{1,90}})?\s*\.?$"
)
_OWN_NAME = rf"[{_UPPER}\d{HAN}][ ·{_IN_WORD}]{{0,58}}?(?:\.[ºª°])?(?:,\s[{_UPPER}][{_UPPER}\u0300-\u036f '’-]+)*"
OWN = re.compile(rf"{_LEAD}(?P<label>(?:{_INITIALS}\s?)?{_OWN_NAME})" + _OWN_END)
OWN_HONOURED = re.compile(rf"{_LEAD}(?P<label>{_HONOURED}(?:{_INITIALS}\s?)?{_OWN_NAME})" + _OWN_END)

"""The patterns of printed bylines: labels, signs, press credits, signatures, and what must not be taken for them."""

from __future__ import annotations

import regex

SIGNS = "□■◎●○◇◆▲△★☆◼◻▪▫"
BRACKETS = frozenset("）)")
STOPS = frozenset("。！？；：，、,;:!?.")
# A short line with none of these is no byline, but for a name alone and an office.
DIVIDED = regex.compile(rf"[\s/／:：丨|｜·•*#]|记者|通讯员|記者|通訊員|文$|^[{SIGNS}]")
MARKDOWN = regex.compile(r"^[#>*_\s]+|[*_\s]+$")
# 文/甲, 作者：甲; never 编辑：, 摄影： (staff), and not what a table says of its author (作者：不详 has no name).
LABEL = regex.compile(
    r"^(?:文|文[/、]?图|图[/、]?文|本文作者|作[ \u3000]?者|(?:特约|特邀)?撰稿人?|(?:特约|特邀)作者|"
    r"撰文|执笔人?|署名|供稿|编写|整理|口述|主讲人?)"
    r"\s*[/／:：丨|｜]\s*(?P<rest>\S.*)$"
)
LABEL_SIGNS = frozenset("文图本作撰执署供编整口主特")  # that a label begins with
LABEL_BEHIND = regex.compile(
    r"^(?P<rest>\p{Han}{2,4}(?:[\s、]+\p{Han}{2,4})*)(?:\s+|\s*[/／]\s*)文(?:[/／、]?[图摄影])?$"
)
LABEL_BLANK = regex.compile(r"^文[/／]?[图摄]\s+(?P<rest>\p{Han}{2,4}(?:[\s、]+\p{Han}{2,4})*)$")
# The people who made the page and wrote nothing on it.
STAFF = regex.compile(
    r"(?:本[报刊版])?(?:责任编辑|责编|编辑|编审|美术编辑|美编|图编|校对|责校|摄影|攝影|供图|图片|图|圖|摄|监制|统筹|策划|制图|版式|设计|审核|审读|组版|排版)"
    r"\s*[/／:：丨|｜ \u3000]\s*"
)
STAFF_SIGNS = frozenset("本责编审美图圖校摄攝供监统策制版设组排")
SIGN = regex.compile(rf"^[{SIGNS}]\s*(?P<rest>\S.*)$")
BRACKET = regex.compile(
    r"^(?P<name>[^（）()]{2,12}?)\s*[（(]\s*(?P<office>[^（）()]{2,60}(?:[（(][^（）()]{1,20}[）)])?[^（）()]{0,30})\s*[）)]$"
)
# （作者系…）, （甲系…）; brackets without a label or a name before an office stay text: （下同）.
SIGNATURE = regex.compile(
    r"[（(](?P<label>本?文?作者(?:简介|单位)?|执笔人?|撰稿人?|文|供稿|整理|)(?P<mark>\s*[:：/／]\s*|系|为|是|(?<=[（(]))"
    r"(?P<rest>[^（）()]{2,80})[）)][。．.]?$"
)
NAME_THEN = regex.compile(r"(?P<name>\p{Han}{2,4})[系为是，,](?P<office>.+)")
# One kind of press people with their names; the names end before the next kind.
REPORTERS = regex.compile(
    r"(?P<role>(?:[^\s，。；：:/／]{0,30}?[\p{Han}”》])??(?:记者|通讯员|实习生|评论员|記者|通訊員))\s*[/／:：]?\s*"
    r"(?P<names>[\p{Han}·•]{1,8}(?:[\s、，,/／]+(?!通讯员|通訊員|记者|記者|实习|见习|特约|摄影|文[/／]|图[/／])[\p{Han}·•]{1,4}(?!记者|通讯员))*)"
)
CREDIT_SIGNATURE = regex.compile(r"[（(](?P<rest>[^（）()]{0,20}(?:记者|通讯员)[^（）()]{2,60})[）)][。．.]?$")
# 记者 甲 摄 signs a picture, not the text.
PICTURE_TAIL = regex.compile(r"[\s/／](?:供图|摄|图)\s*$")
REPORT_TAIL = regex.compile(
    r"\s*(?:[/／]\s*\p{Han}{2,6}(?:報導|报道|报导|電)|摄影报道|报道|文[/／]?[图摄]|文并摄|供图|图|摄|文)?\s*$"
)
# 本报讯（记者 甲） before the text of a news item.
LEAD = regex.compile(
    r"(?:(?:本[报刊台网]|新华社|中新社|[\p{Han}]{2,6}[报社网])?[\p{Han}\p{Nd}、\s]{0,16}[讯电]\s*[（(]|[〔【［])"
    r"(?P<rest>[^（）()〔〕【】［］]{0,30}(?:记者|通讯员|記者)[^（）()〔〕【】［］]{2,60})[）)〕】］]\s*"
)
REPORTER = regex.compile(r"记者|通讯员|評論員|评论员|記者|通訊員")
OTHERS = regex.compile(
    r"\s+(?:图|圖|摄影|攝影|图片|编辑|編輯|责编|整理|采访|採訪|记录|記錄|翻译|翻譯|校对|排版|设计)\s*[/／:：丨｜|]"
)
# The order of names (N) and offices (O) on a line.
ROW = regex.compile(r"N+O+|(?:NO){2,}|(?:ON+)+")
NAMES_FIRST = regex.compile(r"N+O+")
BLANK = regex.compile(r"[ \t\u00a0\u3000]+")
BLANKS = regex.compile(r"[\s、，,/／]+")

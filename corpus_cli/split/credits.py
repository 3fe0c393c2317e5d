"""Lines that say who made a page and its pictures, and wrote nothing on it."""

from __future__ import annotations

import regex

from corpus_cli.text.bylines import read_byline

LONGEST_CREDIT = 80
_LAST = frozenset("供图摄影绘制）)")
_FIRST = frozenset(a + b for a, bs in (("Pp", "HhIiİı"), ("Ii", "MmLl")) for a in a for b in bs)  # photo, image
_STAFF = frozenset("本责编审美图校摄供监统策制版设组排（(")
# 本版图片由江北市融媒体中心提供, （本文图片均由作者提供）, Photo: Ada Lind / Agency; 图为…… is a caption.
_PICTURES = regex.compile(
    r"[（(]?\s*(?:本[版报刊文页组专](?:栏|题)?|以上|题|配|插|封面)?(?:图片?|照片|图文|摄影)"
    r"(?![为中说示：:]).{0,30}(?:提供|供图|摄影?|拍摄|绘制?)\s*[）)]?"
    r"|(?i:photo(?:s|graphs?|graphy|\scredit)?|images?|pictures?|illustrations?)"
    r"\s?(?i:by|:|courtesy of|©)\s?\S.{1,60}"
)


def credits_pictures(text: str) -> bool:
    """Return whether a line says who made or gave the pictures.

    >>> credits_pictures("本版图片由江北市融媒体中心提供"), credits_pictures("图为新修的石桥")
    (True, False)
    """
    last = text[-1] if text[-1] not in "。." else text.rstrip("。.")[-1:]
    if len(text) > LONGEST_CREDIT or not (last in _LAST or text[:2] in _FIRST):
        return False
    return _PICTURES.fullmatch(text.rstrip("。.")) is not None


def credits_staff(text: str) -> bool:
    """Return whether a line names the people who made the page.

    >>> credits_staff("责任编辑：蒋思远 版式：高　山"), credits_staff("编辑们都来了")
    (True, False)
    """
    if len(text) > LONGEST_CREDIT or text[0] not in _STAFF:
        return False
    read = read_byline(text)
    return read is not None and read.form == "staff"

"""Tell a caption or a title by its line alone and by what stands around it."""

from __future__ import annotations

import regex

from corpus_cli.clean.layout import is_running_text, starts_block
from corpus_cli.text.bylines import read_byline
from corpus_cli.text.han import has_han

# Who speaks next is no caption.
_SPEAKERS = frozenset(("主持人", "记者", "記者", "嘉宾", "嘉賓", "编者", "編者", "主席", "提问", "回答", "问", "答"))
_CAPTION_SIGNS = 22
LONGEST_CAPTION = 50
# Who wrote or edited what ends here: （作者单位：水文站）; a quotation on lines of its own.
_NO_CAPTION = regex.compile(
    r"[\"“‘]\p{Latin}|[（(](?:作者|责任|責任|责编|責編|编辑|編輯|执笔|執筆|摘自|原载|原載|本文)"
)
_ARTICLE = 1500
"""How many signs before and behind a line are looked at for its words."""


def is_caption(line: str) -> bool:
    """Return whether a line between the parts of a sentence can be a caption: short, with letters, no heading."""
    if not any(map(str.isalpha, line)):
        return False
    if len(line) > (_CAPTION_SIGNS if has_han(line) else LONGEST_CAPTION) or line.isupper() or _NO_CAPTION.match(line):
        return False
    return not is_running_text(line) and not starts_block(line) and line.strip() not in _SPEAKERS


def is_title(line: str) -> bool:
    """Return whether a Chinese line between the parts of a sentence can be a title: short, without number and marks."""
    line = line.lstrip("# \t\u3000").rstrip()
    if not has_han(line) or is_running_text(line) or starts_block(line) or line in _SPEAKERS:
        return False
    return len(line) <= _CAPTION_SIGNS and not read_byline(line)


def names_the_article(line: str, text: str) -> bool:
    """Return whether a line is a title rather than a caption: its words come back all over the text."""
    return text.count(line) > 1 or (len(line) <= 4 and text.count(line[:2]) > 4)


def names_what_follows(line: str, text: str) -> bool:
    """Return whether words of a line come back behind it and stand nowhere before it, as those of a title do."""
    start = text.index(line)
    before, behind = text[max(0, start - _ARTICLE) : start], text[start + len(line) :][:_ARTICLE]
    words = (line[i : i + 3] for i in range(len(line) - 2))
    return any(word in behind and word not in before for word in words)


def shares_a_word(title: str, text: str) -> bool:
    """Return whether a text begins with two signs or a word of the line before it, as articles do with their title."""
    if not has_han(title):
        words = text[:40].lower().split()
        return any(word in words for word in title.lower().split() if len(word) > 3)
    head = text[:12]
    return any(title[i : i + 2] in head for i in range(len(title) - 1))

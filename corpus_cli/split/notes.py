"""What stands in brackets behind a Chinese label: an office, a person who takes the chair, or a mere direction."""

from __future__ import annotations

import regex

from corpus_cli.split.caseless import honoured_person
from corpus_cli.split.label_words import OFFICE_ENDS, STAGE_NOTES
from corpus_cli.split.labels import infix_of
from corpus_cli.text.people import is_name
from corpus_cli.text.simplified import simplified

_OFFICE_END = regex.compile("(?:" + "|".join(sorted(OFFICE_ENDS, key=lambda w: (-len(w), w))) + r"|人|员|长|官|师)$")
_ACTING = regex.compile(r"(?P<who>.{2,12}?)(?:代為主持|代为主持|代理|暫代|暂代|代)$")
_SENTENCE = regex.compile(r"[。！？!?;；:：…]")


def person_of(note: str) -> str:
    """Return the name in a chair's bracket (`蕭委員美琴代` gives 蕭美琴), "" where none is named."""
    acting = _ACTING.fullmatch(note)
    who = acting["who"] if acting else note
    who = who.removeprefix("代理主席").removeprefix("由").strip()
    if name := honoured_person(who):
        return name
    parts = infix_of(who)
    if parts is not None and len(parts.name) > 1:
        return parts.name
    return who if is_name(who) else ""


def office_of(note: str) -> str:
    """Return the office that a bracket behind a Chinese name gives, "" where it is a direction or a remark.

    >>> office_of("星河大學教授"), office_of("笑"), office_of("起身離開")
    ('星河大學教授', '', '')
    """
    simple = simplified(note)
    if not 2 <= len(note) <= 40 or simple in STAGE_NOTES or _SENTENCE.search(note):
        return ""
    return note if _OFFICE_END.search(simple) or "、" in note or "，" in note else ""

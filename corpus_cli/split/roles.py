"""Who a label means: name, office, body and place, from the label, its bracket, and what was printed earlier."""

from __future__ import annotations

from typing import NamedTuple

import regex

from corpus_cli.split.blocks import Speaker
from corpus_cli.split.caseless import is_caseless, officer
from corpus_cli.split.label_words import ARTICLE, HONORIFIC, PARTICLES
from corpus_cli.split.labels import infix_of, key_of, shape_of
from corpus_cli.split.latin_offices import is_office_word, office_at_start, office_in
from corpus_cli.split.notes import office_of, person_of
from corpus_cli.split.roster import People
from corpus_cli.split.seats import is_officer
from corpus_cli.split.shapes import Shape
from corpus_cli.text.simplified import simplified

_HAN = regex.compile(r"\p{Han}")
_PARTY = regex.compile(r"[\p{Lu}\p{L}./&+-]{1,14}|[\p{Lu}]\w+(?:[ /-][\p{Lu}]\w+)?")
_VOICES = frozenset(("O.S.", "OS", "V.O.", "VO", "O.C.", "OC", "CONT'D", "CONT’D", "OFF", "Off"))  # a screenplay's
_JAPANESE = regex.compile(
    r"\p{Han}{1,5}[（(].{1,2}[)）](?=.)|\p{Han}{1,4}?(?=(?:国务大臣|国務大臣|政府参考人|参考人|公述人)$)"
)
_SHORTENED = regex.compile(r"以下[简簡][称稱][“「\"‘]?(\p{Han}{1,6})")


class Mention(NamedTuple):
    """Hold what identifies a speaker at one marker: counted label, its shape, and the bracket behind it."""

    key: str
    shape: Shape
    note: str = ""


class Offices:
    """Keep who is known: persons given beforehand, and offices printed at first mention for later bare names."""

    def __init__(self, people: People | None = None) -> None:
        persons = people.persons if people else ()
        self._given = {key_of(form): person.speaker for person in persons for form in person.forms}
        self._first: dict[str, Speaker] = {}
        self._seen: dict[Mention, Speaker] = {}

    def speaker(self, mention: Mention) -> Speaker:
        """Return the speaker of one marker and remember the office its bracket gives."""
        found = self._seen.get(mention)
        if found is None:
            found = _han_speaker(mention) if _HAN.search(mention.key) else _latin_speaker(mention)
            found = _completed(found, self._given.get(mention.key) or self._given.get(key_of(found.name)))
            self._seen[mention] = found
        short = _SHORTENED.search(mention.note) if mention.note else None
        if short:
            self._first[short[1]] = found
        if found.role:
            self._first[found.name] = found
            if mention.note == found.name and (bare := _bare_name(found.name)):
                self._first[bare] = found._replace(name=bare)
            return found
        return _completed(found, self._first.get(mention.key))


def _bare_name(name: str) -> str:
    """Return how a person with honorific and first name is printed later: Mr Reed for Mr Alan Reed, else nothing."""
    words = name.split()
    honoured = HONORIFIC.match(name)
    if not honoured or len(words) < 3 or honoured.end() != len(words[0]) + 1:
        return ""
    return f"{words[0]} {words[-1]}"


def _completed(found: Speaker, known: Speaker | None) -> Speaker:
    """Return a speaker with the name and whatever else is known of the person."""
    if known is None:
        return found
    return Speaker(known.name or found.name, found.role or known.role, found.org or known.org, known.place)


def _han_speaker(mention: Mention) -> Speaker:
    key, note = mention.key, mention.note
    parts = infix_of(key)
    if parts is not None and mention.shape in ("infix", "suffix"):
        name = parts.name if len(parts.name) > 1 else key
        return Speaker(name, parts.office, parts.body)
    if mention.shape == "office":
        acting = simplified(key) == "主席"  # whoever sits there, the minutes go on calling them the chair
        return Speaker(
            key if acting else person_of(note) or key, _JAPANESE.sub("", key, count=1) if _JAPANESE.match(key) else key
        )
    return Speaker(key, office_of(note))


def _latin_speaker(mention: Mention) -> Speaker:
    key, note = mention.key, mention.note
    if is_caseless(key) and (parts := officer(key)):
        return Speaker(*parts)
    role = latin_office(key)
    if role:
        person = note.partition(",")[0] if note and _is_person(note.partition(",")[0]) and not is_officer(key) else ""
        return Speaker(person or key, role, "" if person else _party(note))
    if note and len(note) <= 120 and (office_at_start(note) or (note[0].isupper() and office_in(note))):
        return Speaker(key, note)
    return Speaker(key, "", _party(note))


def latin_office(key: str) -> str:
    """Return the office that a label is, without article and honorific; "" for a name.

    >>> latin_office("The SPEAKER pro tempore"), latin_office("O señor PRESIDENTE"), latin_office("Mr. PRESTON")
    ('SPEAKER pro tempore', 'PRESIDENTE', '')
    """
    office = office_in(key)
    if not office:
        return ""
    article = ARTICLE.match(key)
    bare = key[article.end() :] if article else key
    honoured = None if office_at_start(bare) else HONORIFIC.match(key)
    rest = key[honoured.end() :] if honoured else bare
    rest = regex.sub(r"^(?:the|le|la|l['’]|o|a|el|il)\s*(?=\p{L})", "", rest)
    inner = office_at_start(rest)
    if not inner:
        return rest if office_in(rest) and not (honoured and rest[0].islower()) else ""
    behind = rest[inner.end() :].split()
    if behind and _names(behind):
        return str(inner.group())
    plain = len(behind) > 2 and behind[-3] not in PARTICLES and is_officer(rest)
    return " ".join([inner.group(), *behind[:-2]]).rstrip(",") if plain else rest  # Ministr dopravy ČR and a name


def _names(words: list[str]) -> bool:
    """Say whether the words behind an office are a name and not the rest of the office: Präsident Dr. Hans Roth."""
    if len(words) > 4 or any(is_office_word(word) for word in words):
        return False
    return all(word[0].isupper() and (word.casefold() not in PARTICLES or not word.isupper()) for word in words)


def _is_person(note: str) -> bool:
    shape = shape_of(" ".join(note.split())) if note[:1].isupper() else "clause"
    return shape in ("honoured", "honoured capitals", "seated", "title case", "capitals") and not (
        note.isupper() and len(note) < 6
    )


def _party(note: str) -> str:
    return (
        note
        if note and len(note) <= 30 and note not in _VOICES and note[0].isupper() and _PARTY.fullmatch(note)
        else ""
    )

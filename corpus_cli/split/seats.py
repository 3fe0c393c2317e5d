"""What a bracket behind a name says of the speaker's seat: party, constituency or time, as parliaments print it."""

from __future__ import annotations

import regex

from corpus_cli.split.label_words import PARTICLES
from corpus_cli.split.latin_offices import office_at_start

# (SPD), (CDU/CSU), (Northfield), (Sydney South), (S&D), [10:02:11]; never (laughing), (2004), (see above).
_PART = r"[\p{Lu}\p{Lo}&][\p{L}\p{M}\p{Nd}'’.&+-]*"
_SEAT = regex.compile(
    rf"{_PART}(?:[ ,/—–-]+(?:{_PART}|\p{{Nd}}+|and|of|the|de|del|la|di|y|und))*"
    r"|fraktionslos|parteilos|independent|sans étiquette|non inscrit"
)
_TIME = regex.compile(r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?")
LONGEST_SEAT, LONGEST_OFFICER = 40, 70
# In whose name a member speaks, behind a comma: Luigi Conti, on behalf of the Group.
ON_BEHALF = regex.compile(
    r"(?i)(?:on behalf|in the name|au nom|im namen|en nombre|a nome|em nome|w imieniu|namens|på |za |"
    r"rapporteur|draftsman|author\b|member of the|president-in-office|vice-president|high representative|"
    r"rapporteure|membre de la|mitglied der|miembro de la|membro della)"
)


def is_time(note: str) -> bool:
    """Say whether a bracket holds nothing but a time of day.

    >>> is_time("10:02:11"), is_time("SPD")
    (True, False)
    """
    return _TIME.fullmatch(note) is not None


def is_seat(note: str) -> bool:
    """Say whether a bracket reads as a party or a constituency.

    >>> is_seat("CDU/CSU"), is_seat("Sydney South"), is_seat("laughing"), is_seat("2004")
    (True, True, False, False)
    """
    return len(note) <= LONGEST_SEAT and _SEAT.fullmatch(note) is not None


def is_officer(key: str) -> bool:
    """Say whether a label is an office and then a name: Puhemies Matti Laine, Ministr dopravy ČR Petr Kos.

    >>> is_officer("Deputy Mary Byrne"), is_officer("Minister for Education"), is_officer("Deputy Editor")
    (True, False, False)
    """
    office = office_at_start(key)
    if not office or len(key) > LONGEST_OFFICER:
        return False
    words = key[office.end() :].split()
    return 2 <= len(words) <= 7 and all(word[0].isupper() and word.casefold() not in PARTICLES for word in words[-2:])

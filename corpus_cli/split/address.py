"""Whether somebody is spoken to: I, you and we, courtesies and questions in many languages."""

from __future__ import annotations

import re

import regex

from corpus_cli.split.letters import folds_plainly

ADDRESS = regex.compile(
    r"[我你您咱]|各位|大家|谢谢|謝謝|[？?]"
    r"|(?i:\b(?:I|you|we|my|your|our|ich|du|sie|wir|mein\w*|ihr|je|j'|vous|nous|tu|mon|votre|yo|usted\w*|"
    r"nosotros|mi|lei|noi|io|"
    r"eu|nós|você\w*|o senhor|señor\w*|я|вы|мы|ты|вас|нас|ik|u|wij|uw|jij|"
    r"dank|jag|jeg|dere|herr|tack|tak|takk|děkuji|dziękuję|panie|pani|pane|paní|kiitos|arvoisa|sayın|teşekkür|"
    r"κύριε|κυρία|σας|μας|ви|вам|дякую|шановн\w+|domnule|doamnă|tisztelt|srs?|sras?|obrigad[oa]|gracias|grazie|merci|thank|köszön\w*|mr|madam|monsieur)\b)"
)
# The same as words, for texts that fold plainly.
_SIGN = re.compile("[我你您咱？?]")
_WORD = re.compile(r"\w+")
_SMALL = bytes(ord(chr(c).lower() if chr(c).isalnum() or chr(c) == "_" else " ") for c in range(128)) + bytes(128)
_WORDS = frozenset(
    "i you we my your our ich du sie wir ihr je vous nous tu mon votre yo nosotros mi lei noi io eu nós я вы мы ты вас "
    "нас ik u wij uw jij dank jag jeg dere herr tack tak takk děkuji dziękuję panie pani pane paní kiitos arvoisa "
    "teşekkür ви вам дякую domnule doamnă tisztelt sr srs sra sras obrigado obrigada gracias grazie merci thank mr "
    "madam monsieur".split()
)
_ASCII_WORDS = frozenset(word.encode() for word in _WORDS if word.isascii())
_MORE_PARTS = ("señor", "você", "шановн", "köszön", "各位", "大家", "谢谢", "謝謝")


def addresses(text: str) -> bool:
    """Say whether somebody is spoken to.

    >>> addresses("Will you sit down"), addresses("The meeting was closed"), addresses("请大家安静")
    (True, False, True)
    """
    if text.isascii():
        said = "?" in text or not _ASCII_WORDS.isdisjoint(text.encode().translate(_SMALL).split())
        return said or (_may_address(text.lower()) and ADDRESS.search(text) is not None)
    if not folds_plainly(text):
        return ADDRESS.search(text) is not None
    low = text.lower()
    if _SIGN.search(text) or not _WORDS.isdisjoint(_WORD.findall(low)):
        return True
    return (_may_address(low) or any(part in low for part in _MORE_PARTS)) and ADDRESS.search(text) is not None


def _may_address(low: str) -> bool:
    """Say whether a text holds what begins a word of address, or takes a closer look."""
    return "mein" in low or "usted" in low or "j'" in low or "o senhor" in low or "sayin" in low

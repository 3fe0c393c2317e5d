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
_GAPS = str.maketrans({chr(code): " " for code in range(128) if not (chr(code).isalnum() or chr(code) == "_")})
_WORDS = frozenset(
    "i you we my your our ich du sie wir ihr je vous nous tu mon votre yo nosotros mi lei noi io eu nós я вы мы ты вас "
    "нас ik u wij uw jij dank jag jeg dere herr tack tak takk děkuji dziękuję panie pani pane paní kiitos arvoisa "
    "teşekkür ви вам дякую domnule doamnă tisztelt sr srs sra sras obrigado obrigada gracias grazie merci thank mr "
    "madam monsieur".split()
)
_MORE_PARTS = ("señor", "você", "шановн", "köszön", "各位", "大家", "谢谢", "謝謝")


def addresses(text: str) -> bool:
    """Say whether somebody is spoken to.

    >>> addresses("Will you sit down"), addresses("The meeting was closed"), addresses("请大家安静")
    (True, False, True)
    """
    plain = text.isascii()
    if not plain and not folds_plainly(text):
        return ADDRESS.search(text) is not None
    if _SIGN.search(text):
        return True
    low = text.lower()
    if not _WORDS.isdisjoint(low.translate(_GAPS).split() if plain else _WORD.findall(low)):
        return True
    return _may_address(low, plain) and ADDRESS.search(text) is not None


def _may_address(low: str, plain: bool) -> bool:
    """Say whether a text holds what begins a word of address, or takes a closer look."""
    if "mein" in low or "usted" in low or "j'" in low or "o senhor" in low or "sayin" in low:
        return True
    return not plain and any(part in low for part in _MORE_PARTS)

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
# The same as words, for texts that fold plainly; `_PARTS` begin a word that counts, or take a closer look.
_SIGNS = frozenset("我你您咱？?")
_WORD = re.compile(r"\w+")
_WORDS = frozenset(
    "i you we my your our ich du sie wir ihr je vous nous tu mon votre yo nosotros mi lei noi io eu nós я вы мы ты вас "
    "нас ik u wij uw jij dank jag jeg dere herr tack tak takk děkuji dziękuję panie pani pane paní kiitos arvoisa "
    "teşekkür ви вам дякую domnule doamnă tisztelt sr srs sra sras obrigado obrigada gracias grazie merci thank mr "
    "madam monsieur".split()
)
_PARTS = ("mein", "usted", "j'", "o senhor", "sayin")
_MORE_PARTS = ("señor", "você", "шановн", "köszön", "各位", "大家", "谢谢", "謝謝")


def addresses(text: str) -> bool:
    """Say whether somebody is spoken to.

    >>> addresses("Will you sit down"), addresses("The meeting was closed"), addresses("请大家安静")
    (True, False, True)
    """
    if not folds_plainly(text):
        return ADDRESS.search(text) is not None
    if not _SIGNS.isdisjoint(text):
        return True
    low = text.lower()
    if not _WORDS.isdisjoint(_WORD.findall(low)):
        return True
    parts = any(part in low for part in _PARTS) or (not text.isascii() and any(part in low for part in _MORE_PARTS))
    return parts and ADDRESS.search(text) is not None

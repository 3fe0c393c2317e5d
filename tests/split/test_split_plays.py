"""Parts of plays in several languages, however the printer sets them off from what they say."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

import pytest

from corpus_cli.split import split_text

PARTS = {
    "fr": "Mme Jourdain|Le Comte|L'Étranger|Le Maître d'eau|Premier valet|Arlequin|Cléante|Tous|Valère et Lise",
    "es": "Doña Inés|Criado 1.º|Todos|El Conde|Voces|La Tía Pepa|Pedro Crespo|Un Soldado|Juan y Pedro|Rebolledo",
    "it": "Il Conte|Coro|Mirandolina|Donna Elvira|Servitore|Primo Signore|Una Voce|Tutti|Corallina|Don Claudio",
    "ru": "Голос|Марья Ивановна|Хлестаков|Городничий|Все|Слуга|Лука Лукич|Князь Шаховской|Почтмейстер|Анна Андреевна",
    "en": "First Lord|King Henry|Ghost|All|Lady Macbeth|Sir Toby|Second Lord|Duke|The Nurse|Antipho of Sicily",
}
LINES = {
    "fr": ["Que voulez-vous dire par là ?", "Ah ! le traître. Il me le paiera.", "Venez donc, on vous attend."],
    "es": ["¿Qué queréis de mí?", "¡Ay de mí! Todo se ha perdido.", "Venid, que os esperan."],
    "it": ["Che cosa volete da me?", "Ah, il traditore! Me la pagherà.", "Venite, vi aspettano."],
    "ru": ["Что вы хотите сказать?", "Ах, злодей! Он мне заплатит.", "Идите, вас ждут."],
    "en": ["What would you have of me?", "O villain! He shall pay for it.", "Come, they wait for you."],
}
STYLES: dict[str, Callable[[str, str], str]] = {
    "capitals and full stop": lambda part, line: f"{part.upper()}. {line}\n",
    "capitals and dash": lambda part, line: f"{part.upper()}. — {line}\n",
    "capitals and direction": lambda part, line: f"{part.upper()} (piano). {line}\n",
    "capitals over the speech": lambda part, line: f"{part.upper()}.\n{line}\n\n",
    "a line of its own": lambda part, line: f"{part}\n{line}\n\n",
    "colon": lambda part, line: f"{part}: {line}\n",
    "two blanks": lambda part, line: f"{part.upper()}  {line}\n",
}


def turns(language: str) -> list[tuple[str, str]]:
    """Return sixty turns; the first parts speak often, the last ones now and then, none twice in a row."""
    parts, lines = PARTS[language].split("|"), LINES[language]
    order = [*parts, *(parts[(7 * n + n * n // 3) % (2 + n % (len(parts) - 1))] for n in range(60))]
    spoken = [part for n, part in enumerate(order) if not n or part != order[n - 1]]
    return [(part, lines[n % 3]) for n, part in enumerate(islice(spoken, 60))]


@pytest.mark.parametrize("language", PARTS)
@pytest.mark.parametrize("style", STYLES)
def test_every_part_is_heard(language: str, style: str) -> None:
    pieces = [STYLES[style](part, line) for part, line in turns(language)]
    starts = [sum(map(len, pieces[:n])) for n in range(len(pieces))]
    assert [block.start for block in split_text("".join(pieces)) if block.printed] == starts

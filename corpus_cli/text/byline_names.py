"""The names of a byline, taken apart at blanks and list commas and put together where printers spaced them."""

from __future__ import annotations

from corpus_cli.text.byline_patterns import BLANK, BLANKS
from corpus_cli.text.people import is_name, plain_name, surname


def tokens_of(text: str) -> list[str]:
    """Return the parts between blanks, with the two halves of a spaced name (`高　山`) as one part."""
    parts = [part for part in BLANK.split(text.strip()) if part]
    out: list[str] = []
    for part in parts:
        spaced = out and len(out[-1]) <= 2 and len(part) <= 2 and surname(out[-1]) == out[-1] and not is_name(part)
        if spaced and is_name(f"{out[-1]} {part}"):
            out[-1] = out[-1] + "\u3000" + part
        else:
            out.append(part)
    return out


def names_of(tokens: list[str], *, loose: bool = False) -> tuple[str, ...]:
    """Return the plain names when every token is a name or a list of names, else nothing."""
    names = [name for token in tokens for name in ([token] if is_name(token) else BLANKS.split(token)) if name]
    return tuple(map(plain_name, names)) if names and all(is_name(name, loose=loose) for name in names) else ()


def plain_office(text: str) -> str:
    """Return a printed office without its blanks."""
    return "".join(text.split())

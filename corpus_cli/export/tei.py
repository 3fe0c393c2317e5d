"""TEI P5 in the manner of ParlaMint: persons in the header, articles as divisions, speech as utterances.

Elements: `div type="article"` for an article and `div type="text"` for what belongs to none, `div type="section"`
below each heading, `head` for titles and headings, `byline` with `docAuthor` at the head of its article, for speech
`note type="speaker"` and `u` with one `seg` for each block (or `sp` with `speaker` and `p`), `p` for written text,
`figure` for captions, `fw` for running heads, `note` for credits, reactions and procedure, `ab` for the rest.  `n`
holds the block's id, `xml:id` counts the rows.  Line ends become `lb`, a form feed `pb`; characters that XML cannot
hold become U+FFFD; the `#` marks of headings go.
Source: TEI P5 Guidelines; ParlaMint's encoding guidelines (Erjavec and others).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

import regex

from corpus_cli.export.persons import Persons
from corpus_cli.export.reading import Piece, headline, level, pieces
from corpus_cli.export.rows import Block

Speech = Literal["u", "sp"]

NAMESPACE = "http://www.tei-c.org/ns/1.0"
UNFIT = regex.compile(r"[^\t\n\r\f\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 has no place for; the form feed is made an element."""

NOTES = frozenset({"credit", "reaction", "procedure"})
BLOCKS = frozenset({"title", "byline", "other"})


def tei(documents: Iterable[list[Block]], title: str, language: str, speech: Speech) -> Iterator[bytes]:
    """Yield a TEI document, or a teiCorpus where there are several documents; holds two documents."""
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n'
    queue = iter(documents)
    first, second = next(queue, []), next(queue, None)
    if second is None:
        yield _document(1, first, title or (first[0].doc_id if first else ""), language, speech, root=True).encode()
        return
    yield f"<teiCorpus{_root(language)}>\n{_header(title, 'several documents', _taxonomy())}".encode()
    yield _document(1, first, first[0].doc_id, language, speech).encode()
    yield _document(2, second, second[0].doc_id, language, speech).encode()
    for number, document in enumerate(queue, 3):
        yield _document(number, document, document[0].doc_id, language, speech).encode()
    yield b"</teiCorpus>\n"


def _root(language: str) -> str:
    return f' xmlns="{NAMESPACE}"' + (f" xml:lang={quoteattr(language)}" if language else "")


def _document(
    number: int, document: Sequence[Block], title: str, language: str, speech: Speech, *, root: bool = False
) -> str:
    persons = Persons(f"d{number}", document)
    parts = (_taxonomy() if root else "") + _profile(persons)
    source = document[0].doc_id if document else title
    body = "".join(_division(piece, persons, speech) for piece in pieces(document)) or "<div><p/></div>\n"
    return (
        f"<TEI{_root(language) if root else ''}>\n{_header(title, source, parts)}"
        f"<text>\n<body>\n{body}</body>\n</text>\n</TEI>\n"
    )


def _header(title: str, source: str, parts: str) -> str:
    return (
        "<teiHeader>\n<fileDesc>\n"
        f"<titleStmt><title>{_plain(title)}</title></titleStmt>\n"
        "<publicationStmt><p>Written by corpus export.</p></publicationStmt>\n"
        f"<sourceDesc><p>{_plain(source)}</p></sourceDesc>\n"
        f"</fileDesc>\n{parts}</teiHeader>\n"
    )


def _taxonomy() -> str:
    kinds = (("chair", "presides over the sitting"), ("regular", "takes part in it"))
    categories = "".join(f'<category xml:id="{name}"><catDesc>{what}</catDesc></category>\n' for name, what in kinds)
    return (
        '<encodingDesc>\n<classDecl>\n<taxonomy xml:id="speaker_types">\n'
        f"{categories}</taxonomy>\n</classDecl>\n</encodingDesc>\n"
    )


def _profile(persons: Persons) -> str:
    entries = "".join(_person(persons, who) for who in persons)
    return (
        f"<profileDesc>\n<particDesc>\n<listPerson>\n{entries}</listPerson>\n</particDesc>\n</profileDesc>\n"
        if entries
        else ""
    )


def _person(persons: Persons, who: str) -> str:
    person = persons[who]
    names = [f"<name>{_plain(person.name)}</name>"] if person.name else []
    names += [f"<roleName>{_plain(role)}</roleName>" for role in person.roles]
    bodies = [f"<orgName>{_plain(org)}</orgName>" for org in person.orgs]
    bodies += [f"<placeName>{_plain(place)}</placeName>" for place in person.places]
    where = f"<affiliation>{''.join(bodies)}</affiliation>" if bodies else ""
    return f'<person xml:id="{person.id}"><persName>{"".join(names)}</persName>{where}</person>\n'


def _division(piece: Piece, persons: Persons, speech: Speech) -> str:
    """Return an article, or a run of text of none, as a division with its sections nested by the level of headings."""
    kind = "article" if piece.article else "text"
    name = f" n={quoteattr(_fit(piece.article))}" if piece.article else ""
    lines = [
        f'<div type="{kind}"{name}>\n',
        *(f"<head{_n(title)}>{_mixed(headline(title))}</head>\n" for title in piece.titles),
    ]
    top = next((n for n, block in enumerate(piece.blocks) if not _names_author(block)), len(piece.blocks))
    lines += [_byline(block, persons) for block in piece.blocks[:top]]
    depth: list[int] = []
    for who, group in groupby(piece.blocks[top:], key=lambda block: block.who if block.kind == "turn" else ""):
        run = list(group)
        lines += [_utterances(run, persons, speech)] if who else [_written(block, persons, depth) for block in run]
    return "".join(lines) + "</div>\n" * (len(depth) + 1)


def _written(block: Block, persons: Persons, depth: list[int]) -> str:
    """Return a block that is no speech; a heading closes the sections of its level and below, and opens its own."""
    if block.kind != "heading":
        return _element(block, persons)
    closed = sum(higher >= level(block) for higher in depth)
    del depth[len(depth) - closed :]
    depth.append(level(block))
    return "</div>\n" * closed + f'<div type="section">\n<head{_n(block)}>{_mixed(headline(block))}</head>\n'


def _names_author(block: Block) -> bool:
    return block.kind == "byline" or (block.kind == "credit" and bool(block.who))


def _byline(block: Block, persons: Persons) -> str:
    author = f' ref="#{persons[block.who].id}"' if block.who else ""
    return f"<byline{_n(block)}><docAuthor{author}>{_mixed(block.text)}</docAuthor></byline>\n"


def _utterances(run: Sequence[Block], persons: Persons, speech: Speech) -> str:
    """Return the turns of one speaker, a new one at each printed marker."""
    turns: list[list[Block]] = []
    for block in run:
        if block.marker or not turns:
            turns.append([])
        turns[-1].append(block)
    return "".join((_u if speech == "u" else _sp)(turn, persons) for turn in turns)


def _u(turn: Sequence[Block], persons: Persons) -> str:
    person = persons[turn[0].who]
    note = f'<note type="speaker">{_mixed(turn[0].marker.strip())}</note>\n' if turn[0].marker else ""
    segments = "".join(f"<seg{_n(block)}>{_mixed(block.said)}</seg>\n" for block in turn)
    return f'{note}<u xml:id="u{turn[0].number}" who="#{person.id}" ana="#{person.kind}">\n{segments}</u>\n'


def _sp(turn: Sequence[Block], persons: Persons) -> str:
    person = persons[turn[0].who]
    label = f"<speaker>{_mixed(turn[0].marker.strip())}</speaker>\n" if turn[0].marker else ""
    paragraphs = "".join(f"<p{_n(block)}>{_mixed(block.said)}</p>\n" for block in turn)
    return f'<sp who="#{person.id}">\n{label}{paragraphs}</sp>\n'


def _element(block: Block, persons: Persons) -> str:
    """Return a block below the head of its division as the element of its kind."""
    text, n = _mixed(block.text), _n(block)
    if block.kind in NOTES:
        return f'<note type="{block.kind}"{n}>{text}</note>\n'
    if block.kind in BLOCKS:
        author = f'<name ref="#{persons[block.who].id}">{text}</name>' if block.kind == "byline" and block.who else text
        return f'<ab type="{block.kind}"{n}>{author}</ab>\n'
    if block.kind == "caption":
        return f"<figure{n}><head>{text}</head></figure>\n"
    return f"<fw{n}>{text}</fw>\n" if block.kind == "furniture" else f"<p{n}>{text}</p>\n"


def _n(block: Block) -> str:
    return f' xml:id="b{block.number}" n={quoteattr(_fit(block.id))}'


def _fit(text: str) -> str:
    return str(UNFIT.sub("\ufffd", text)).replace("\f", " ")


def _plain(text: str) -> str:
    return escape(_fit(text))


def _mixed(text: str) -> str:
    """Return text as XML content, its line ends as `lb` and its form feeds as `pb`."""
    pages = (page.strip().split("\n") for page in escape(UNFIT.sub("\ufffd", text)).split("\f"))
    return "<pb/>".join("<lb/>".join(line.strip() for line in page if line.strip()) for page in pages)

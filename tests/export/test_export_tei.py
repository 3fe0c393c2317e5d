"""TEI export: well-formed whatever the text, and of the structure that TEI P5 and ParlaMint prescribe."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_cli.export import ExportOptions, export

GOLD = Path(__file__).parents[2] / "fixtures" / "gold"
PAGES = sorted(path.name.removesuffix(".split.jsonl") for path in GOLD.glob("*.split.jsonl"))
TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"

FLOW = {"p", "ab", "u", "sp", "note", "figure", "fw"}
INSIDE = {"lb", "pb"}
CHILDREN = {
    "teiCorpus": {"teiHeader", "TEI"},
    "TEI": {"teiHeader", "text"},
    "teiHeader": {"fileDesc", "encodingDesc", "profileDesc"},
    "fileDesc": {"titleStmt", "publicationStmt", "sourceDesc"},
    "titleStmt": {"title"},
    "publicationStmt": {"p"},
    "sourceDesc": {"p"},
    "encodingDesc": {"classDecl"},
    "classDecl": {"taxonomy"},
    "taxonomy": {"category"},
    "category": {"catDesc"},
    "profileDesc": {"particDesc"},
    "particDesc": {"listPerson"},
    "listPerson": {"person"},
    "person": {"persName", "affiliation"},
    "persName": {"name", "roleName"},
    "affiliation": {"orgName", "placeName"},
    "text": {"body"},
    "body": {"div"},
    "div": {"div", "head", "byline"} | FLOW,
    "byline": {"docAuthor"},
    "u": {"seg"},
    "sp": {"speaker", "p"},
    "figure": {"head"},
    "ab": INSIDE | {"name"},
    **dict.fromkeys(("head", "p", "seg", "note", "fw", "docAuthor", "speaker", "name"), INSIDE),
}
"""Which elements stand in which: the part of the content models of TEI P5 that the export uses."""


def gold(name: str) -> list[dict]:
    return [json.loads(line) for line in (GOLD / f"{name}.split.jsonl").read_text("utf-8").split("\n") if line]


def tree(rows: list[dict], **options: object) -> ElementTree.Element:
    return ElementTree.fromstring(b"".join(export(rows, "tei", ExportOptions(**options))))


def check_structure(root: ElementTree.Element) -> None:
    """Check content models, the order inside divisions, and that every reference has its target."""
    for parent in root.iter():
        names = [child.tag.removeprefix(TEI) for child in parent]
        strange = set(names) - CHILDREN.get(parent.tag.removeprefix(TEI), set())
        assert not strange, f"{strange} in {parent.tag}"
        if parent.tag == f"{TEI}div":
            ranks = [0 if name in ("head", "byline") else 2 if name == "div" else 1 for name in names]
            assert ranks == sorted(ranks), f"heads, then text, then sections: {names}"
            assert len(parent) > 0
    ids = [element.get(f"{XML}id") for element in root.iter() if element.get(f"{XML}id")]
    assert len(ids) == len(set(ids))
    references = [value for element in root.iter() for key in ("who", "ana", "ref") if (value := element.get(key))]
    assert {reference.removeprefix("#") for reference in references} <= set(ids)


def content(root: ElementTree.Element) -> str:
    return "".join(sign for body in root.iter(f"{TEI}body") for sign in "".join(body.itertext()) if sign.isalnum())


@pytest.mark.parametrize("speech", ["u", "sp"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_the_structure_and_every_letter(name, speech):
    rows = gold(name)
    root = tree(rows, speech=speech)
    check_structure(root)
    assert sorted(content(root)) == sorted(sign for row in rows for sign in row["text"] if sign.isalnum())


def test_the_schema_takes_what_is_written_and_nothing_else():
    etree = pytest.importorskip("lxml.etree", reason="lxml is an extra")
    schema = etree.RelaxNG(etree.parse(GOLD.parent / "tei.rng"))
    for rows in (*map(gold, PAGES), [], [row for name in PAGES for row in gold(name)]):
        for speech in ("u", "sp"):
            data = b"".join(export(rows, "tei", ExportOptions(language="zh", speech=speech)))
            assert schema.validate(etree.fromstring(data)), schema.error_log
            assert not schema.validate(etree.fromstring(data.replace(b"<text>", b"<text><p/>")))


def test_several_documents_make_a_corpus():
    root = tree([row for name in PAGES for row in gold(name)], title="语料", language="zh")
    check_structure(root)
    assert (root.tag, root.get(f"{XML}lang"), len(root.findall(f"{TEI}TEI"))) == (f"{TEI}teiCorpus", "zh", len(PAGES))


def test_utterances_name_who_speaks_and_who_presides():
    root = tree(gold("gazette"))
    persons = {person.get(f"{XML}id"): person for person in root.iter(f"{TEI}person")}
    turns = [(element.get("who"), element.get("ana")) for element in root.iter(f"{TEI}u")]
    first = persons[turns[0][0].removeprefix("#")]
    assert (first.findtext(f"{TEI}persName/{TEI}name"), turns[0][1]) == ("主席", "#chair")
    assert turns[1][1] == "#regular"
    assert [note.text for note in root.iter(f"{TEI}note") if note.get("type") == "speaker"][:2] == [
        "主席（連議員佩芬代）：",
        "施局長敬堯：",
    ]
    assert next(root.iter(f"{TEI}seg")).text.startswith("出席議員")


def test_a_turn_of_two_paragraphs_is_one_utterance_of_two_segments():
    root = tree(gold("sesion"))
    lengths = [len(element) for element in root.iter(f"{TEI}u")]
    assert lengths == [1, 2, 1, 1, 1, 1, 1]


def test_articles_have_their_titles_first_wherever_they_stood():
    root = tree(gold("magazine"))
    articles = [div for div in root.iter(f"{TEI}div") if div.get("type") == "article"]
    assert [div.find(f"{TEI}head").text for div in articles] == [
        "让每一条小河都有人管",
        "把水渠修到田头 把账本交到农家",
        "以林养水 以水润城",
    ]
    assert [div.find(f"{TEI}byline/{TEI}docAuthor").get("ref") for div in articles] == ["#d1.p1", "#d1.p2", "#d1.p3"]


def test_headings_nest_by_level():
    def row(seq: int, kind: str, text: str, path: list[str]) -> dict:
        return {"id": f"d#{seq}", "doc_id": "d", "kind": kind, "text": text, "headings": path, "speaker": {}}

    rows = [
        row(1, "heading", "一、治水", []),
        row(2, "heading", "（一）治河", ["一、治水"]),
        row(3, "paragraph", "甲", ["一、治水", "（一）治河"]),
        row(4, "heading", "二、护林", []),
        row(5, "paragraph", "乙", ["二、护林"]),
    ]
    body = next(tree(rows).iter(f"{TEI}body"))
    first, second = body.findall(f"{TEI}div/{TEI}div")
    assert (first.find(f"{TEI}div/{TEI}p").text, second.find(f"{TEI}p").text) == ("甲", "乙")


@settings(derandomize=True, deadline=None, max_examples=150)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                ["title", "byline", "heading", "paragraph", "turn", "caption", "credit", "furniture", "other"]
            ),
            st.text("<&>\"'\x00\x08\f\n\r\u2028\ud800\ufffe 甲a：", min_size=1, max_size=8),
            st.sampled_from(["", "甲", "<&>"]),
            st.sampled_from(["", "a1", 'a"2']),
        ),
        max_size=8,
    )
)
def test_any_text_makes_well_formed_xml_of_the_structure(parts):
    rows = [
        {"id": f"d#{n}", "doc_id": "d<&", "kind": kind, "text": text, "printed": text[:2], "article": article}
        | {"speaker": {"name": name, "role": name}, "article_seq": n}
        for n, (kind, text, name, article) in enumerate(parts)
    ]
    check_structure(tree(rows, title="\x00<&\ud800"))

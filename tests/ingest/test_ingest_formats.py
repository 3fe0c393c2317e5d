"""Formats with structure: text in reading order, paragraphs parted by a blank line, pages kept."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from corpus_cli.errors import BadInput
from corpus_cli.ingest import find_inputs, read_document

pytest.importorskip("lxml", reason="the extra `formats` is not installed")

HOCR = """<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>
<div class="ocr_page"><p class="ocr_par"><span class="ocr_line">第一 <span>行</span></span>
<span class="ocr_line">第二行</span></p><p class="ocr_par"><span class="ocr_line">又一段</span></p></div>
<div class="ocr_page"><p class="ocr_par"><span class="ocr_line">次页</span></p></div></body></html>"""
ALTO = """<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout><Page><PrintSpace>
<TextBlock><TextLine><String CONTENT="Old"/><SP/><String CONTENT="pa"/><HYP CONTENT="-"/></TextLine>
<TextLine><String CONTENT="per"/></TextLine></TextBlock>
<TextBlock><TextLine><String CONTENT="尾"/></TextLine></TextBlock>
</PrintSpace></Page></Layout></alto>"""
PAGE = """<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Page>
<ReadingOrder><OrderedGroup><RegionRefIndexed index="0" regionRef="r2"/><RegionRefIndexed index="1" regionRef="r1"/>
</OrderedGroup></ReadingOrder>
<TextRegion id="r1"><TextLine><Word><TextEquiv><Unicode>x</Unicode></TextEquiv></Word>
<TextEquiv><Unicode>后面</Unicode></TextEquiv></TextLine></TextRegion>
<TextRegion id="r2"><TextLine><TextEquiv><Unicode>前面</Unicode></TextEquiv></TextLine></TextRegion></Page></PcGts>"""


@pytest.mark.parametrize(
    ("name", "data", "text", "pages"),
    [
        ("a.hocr", HOCR, "第一 行\n第二行\n\n又一段\n\n次页", ((0, 15, 1), (15, 17, 2))),
        ("a.html", HOCR, "第一 行\n第二行\n\n又一段\n\n次页", ((0, 15, 1), (15, 17, 2))),
        ("a.xml", ALTO, "Old pa-\nper\n\n尾", ((0, 14, 1),)),
        ("b.xml", PAGE, "前面\n\n后面", ((0, 6, 1),)),
    ],
)
def test_markup_of_recognition_programs(
    tmp_path: Path, name: str, data: str, text: str, pages: tuple[tuple[int, int, int], ...]
) -> None:
    path = tmp_path / name
    path.write_text(data, encoding="utf-8")
    document = read_document(find_inputs([str(path)])[0])
    assert (document.text, document.pages) == (text, pages)


def test_a_word_document(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx", reason="the extra `formats` is not installed")
    document = docx.Document()
    document.add_paragraph("第一段")
    document.add_paragraph("Second")
    buffer = io.BytesIO()
    document.save(buffer)
    path = tmp_path / "a.docx"
    path.write_bytes(buffer.getvalue())
    assert read_document(find_inputs([str(path)])[0]).text == "第一段\n\nSecond"


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a.xml", b"<alto><b></alto>", "no well-formed XML"),
        ("a.xml", b"<svg/>", "neither ALTO, PAGE nor hOCR"),
        ("a.pdf", b"%PDF-nothing", "no PDF that can be opened"),
        ("a.docx", b"PK", "no DOCX file"),
    ],
)
def test_damaged_files_say_so(tmp_path: Path, name: str, data: bytes, what: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(BadInput, match=what):
        read_document(find_inputs([str(path)])[0])


def test_an_entity_never_opens_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("秘密")
    path = tmp_path / "a.xml"
    body = ALTO.replace("尾", "尾&x;").replace('CONTENT="尾&x;"', 'CONTENT="尾"')
    path.write_text(f'<!DOCTYPE alto [<!ENTITY x SYSTEM "{secret}">]>{body}<!-- -->', encoding="utf-8")
    assert "秘密" not in read_document(find_inputs([str(path)])[0]).text

"""Readers of formats with structure; each needs the extra `formats`, imported only when such a file comes."""

from __future__ import annotations

import importlib
import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from corpus_cli.errors import BadInput
from corpus_cli.ingest.document import Document, of_pages
from corpus_cli.ingest.inputs import PACKED, Input


def read_markup(data: bytes, item: Input) -> Document:
    """Return the document of an hOCR, ALTO, PAGE, HTML, PDF or DOCX file.

    Paragraphs (regions, text blocks) are parted by a blank line, lines by `\\n`; pages are kept where the format knows
    them.  Raises BadInput where the file is damaged, or its library is not installed.
    """
    name = item.name.lower()
    for packed in PACKED:
        name = name.removesuffix(packed)
    reader = _READERS[Path(name).suffix]
    return reader(data, item.path)


def _library(module: str, where: str) -> Any:
    try:
        return importlib.import_module(module)
    except ImportError as error:
        remedy = "Install it: pip install 'corpus-cli[formats]'."
        raise BadInput(f"reading this format needs {module.split('.')[0]}", where=where, remedy=remedy) from error


def _tree(data: bytes, where: str) -> Any:
    """Return the root of an XML file; entities and outside files are never followed."""
    etree = _library("lxml.etree", where)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise BadInput(f"it is no well-formed XML ({error})", where=where, remedy="Export it again.") from error


def _xml(data: bytes, where: str) -> Document:
    """Read ALTO or PAGE XML, told apart by the root element."""
    root = _tree(data, where)
    kind = _local(root)
    if kind == "alto":
        return of_pages(map(_alto_page, _named(root, "Page")), "alto", "utf-8")
    if kind == "PcGts":
        return of_pages(map(_page_page, _named(root, "Page")), "page", "utf-8")
    if kind == "html":
        return _hocr(data, where)
    what = f"its root element is <{kind}>, which is neither ALTO, PAGE nor hOCR"
    raise BadInput(what, where=where, remedy="Convert it to text first.")


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _named(element: Any, name: str) -> Iterator[Any]:
    return (child for child in element.iter() if isinstance(child.tag, str) and _local(child) == name)


def _alto_page(page: Any) -> str:
    return "\n\n".join(filter(None, map(_alto_block, _named(page, "TextBlock"))))


def _alto_block(block: Any) -> str:
    return "\n".join("".join(_alto_pieces(line)) for line in _named(block, "TextLine"))


def _alto_pieces(line: Any) -> Iterator[str]:
    for child in line:
        kind = _local(child)
        if kind in ("String", "HYP"):
            yield child.get("CONTENT", "")
        elif kind == "SP":
            yield " "


def _page_page(page: Any) -> str:
    regions = ("\n".join(filter(None, map(_page_line, _named(region, "TextLine")))) for region in _regions(page))
    return "\n\n".join(filter(None, regions))


def _regions(page: Any) -> list[Any]:
    """Return the text regions in the reading order that the file states, the others behind in file order."""
    regions = list(_named(page, "TextRegion"))
    order = {ref.get("regionRef"): place for place, ref in enumerate(_named(page, "RegionRefIndexed"))}
    return sorted(regions, key=lambda region: order.get(region.get("id"), len(order)))


def _page_line(line: Any) -> str:
    for equiv in line:
        if _local(equiv) == "TextEquiv":
            return next(("".join(node.itertext()) for node in _named(equiv, "Unicode")), "")
    return ""


def _hocr(data: bytes, where: str) -> Document:
    html = _library("lxml.html", where)
    root = html.fromstring(data)
    pages = root.find_class("ocr_page")
    if not pages:
        return _web_page(data, where)
    return of_pages(map(_hocr_page, pages), "hocr", "utf-8")


def _hocr_page(page: Any) -> str:
    paragraphs = page.find_class("ocr_par") or [page]
    return "\n\n".join(filter(None, map(_hocr_paragraph, paragraphs)))


def _hocr_paragraph(paragraph: Any) -> str:
    lines = [
        line
        for line in paragraph.iter()
        if set(str(line.get("class", "")).split()) & {"ocr_line", "ocr_header", "ocr_textfloat", "ocr_caption"}
    ]
    return "\n".join(filter(None, (" ".join(line.text_content().split()) for line in lines)))


def _web_page(data: bytes, where: str) -> Document:
    trafilatura = _library("trafilatura", where)
    text = trafilatura.extract(data, include_comments=False, include_tables=True, favor_recall=True)
    if not text:
        raise BadInput("no text was found in this HTML page", where=where, remedy="Save its text as .txt.")
    return Document(text, "html", "utf-8")


def _pdf(data: bytes, where: str) -> Document:
    pdfium = _library("pypdfium2", where)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise BadInput(f"it is no PDF that can be opened ({error})", where=where) from error
    texts = [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]
    if not any(text.strip() for text in texts):
        raise BadInput("this PDF has no text layer", where=where, remedy="Run recognition on it first.")
    return of_pages(texts, "pdf", "utf-8")


def _docx(data: bytes, where: str) -> Document:
    docx = _library("docx", where)
    try:
        document = docx.Document(io.BytesIO(data))
    except (KeyError, ValueError, OSError, zipfile.BadZipFile) as error:
        raise BadInput(f"it is no DOCX file ({error})", where=where) from error
    return Document("\n\n".join(paragraph.text for paragraph in document.paragraphs), "docx", "utf-8")


_READERS: dict[str, Callable[[bytes, str], Document]] = {
    ".hocr": _hocr,
    ".html": _hocr,
    ".htm": _hocr,
    ".xhtml": _hocr,
    ".xml": _xml,
    ".pdf": _pdf,
    ".docx": _docx,
}

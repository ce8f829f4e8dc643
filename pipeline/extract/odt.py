"""OpenDocument text: headings, paragraphs, lists, tables, notes; tracked deletions stay out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.extract import assemble, grid, marks
from pipeline.extract.base import Limits
from pipeline.extract.paragraphs import Paragraph
from pipeline.extract.xml import Container, broken
from pipeline.model import Extraction, Role, Source, SourceMeta

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_OUT = frozenset((f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}sequence-decls", f"{_TEXT}note-citation"))
_MEDIA = "application/vnd.oasis.opendocument.text"
_MAX_BLANKS = 100


def warm() -> None:
    """Nothing to load beyond lxml."""


def extract(source: Source, limits: Limits) -> Extraction:
    """The text of an .odt in the order in which it is printed."""
    parts = Container(source, limits)
    tree = parts.tree("content.xml")
    body = None if tree is None else tree.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise broken(source, "an OpenDocument file without text")
    meta = parts.tree("meta.xml")
    title = meta.findtext(f".//{_TITLE}") if meta is not None else None
    author = meta.findtext(f".//{_CREATOR}") if meta is not None else None
    return assemble.document(_body(body), SourceMeta(media_type=_MEDIA, title=title or None, author=author or None))


def _body(container: etree._Element, prefix: str = "") -> Iterator[Paragraph]:
    for item in container:
        if item.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            yield from _paragraph(item, prefix)
            prefix = ""
        elif item.tag == f"{_TABLE}table":
            rows = [row for row in item.iter(f"{_TABLE}table-row") if next(row.iterancestors(f"{_TABLE}table")) is item]
            yield from grid.read([[list(_body(cell)) for cell in row.iterfind(f"{_TABLE}table-cell")] for row in rows])
        elif isinstance(item.tag, str) and item.tag not in _OUT:
            yield from _body(item)


def _paragraph(item: etree._Element, prefix: str) -> Iterator[Paragraph]:
    text = f"{prefix}{''.join(_text(item))}".strip()
    if text:
        heading = item.tag == f"{_TEXT}h" or marks.is_unit(text)
        role = Role.HEADING if heading else Role.LIST_ITEM if marks.starts_item(text) else Role.TEXT
        yield Paragraph(text, None, None, role)
    for note in item.iter(f"{_TEXT}note-body"):
        for p in _body(note):
            yield Paragraph(p.text, None, None, Role.FOOTNOTE)


def _text(item: etree._Element) -> Iterator[str]:
    yield item.text or ""
    for child in item:
        if child.tag == f"{_TEXT}s":
            yield " " * min(int(child.get(f"{_TEXT}c") or 1), _MAX_BLANKS)
        elif child.tag == f"{_TEXT}tab":
            yield "\t"
        elif child.tag == f"{_TEXT}line-break":
            yield "\n"
        elif isinstance(child.tag, str) and child.tag not in _OUT and child.tag != f"{_TEXT}note":
            yield from _text(child)
        yield child.tail or ""

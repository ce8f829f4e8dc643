"""OpenDocument text: headings and lists with their numbers, paragraphs, tables, notes, boxes; deletions stay out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.extract import assemble, grid, marks, numbering, outlines
from pipeline.extract.base import Limits
from pipeline.extract.outlines import Outlines
from pipeline.extract.paragraphs import Paragraph
from pipeline.extract.xml import Container, broken
from pipeline.model import Extraction, Role, Source, SourceMeta

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_BOX = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}text-box"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_OUT = frozenset((f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}sequence-decls", f"{_TEXT}note-citation",
                  f"{_TEXT}table-of-content-source", f"{_TEXT}hidden-text"))  # fmt: skip
_BESIDE = frozenset((f"{_TEXT}note", _BOX))  # stand in a paragraph, are no part of its text
_MEDIA = "application/vnd.oasis.opendocument.text"
_MAX_BLANKS = 100
_HIDDEN = "hidden"


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
    reader = _Reader(outlines.read((parts.tree("styles.xml"), tree)))
    return assemble.document(
        reader.body(body), SourceMeta(media_type=_MEDIA, title=title or None, author=author or None)
    )


class _Reader:
    def __init__(self, lists: Outlines) -> None:
        self._lists = lists

    def body(self, container: etree._Element) -> Iterator[Paragraph]:
        for item in container:
            if item.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                yield from self._paragraph(item, self._heading_mark(item))
            elif item.tag == f"{_TABLE}table":
                yield from grid.read([[list(self.body(cell)) for cell in row] for row in _rows(item)])
            elif item.tag == f"{_TEXT}list":
                yield from self._list(item, "", 1)
            elif item.tag == f"{_TEXT}section" and item.get(f"{_TEXT}display") == "none":
                words = "\n".join(p.text for p in self._hidden(item))
                yield Paragraph(words, None, None, dropped=_HIDDEN)
            elif isinstance(item.tag, str) and item.tag not in _OUT:
                yield from self.body(item)

    def _hidden(self, section: etree._Element) -> Iterator[Paragraph]:
        for item in section:
            if isinstance(item.tag, str):
                yield from self._paragraph(item, "")

    def _heading_mark(self, item: etree._Element) -> str:
        """The number of a heading, unless the file holds it as text."""
        if item.tag != f"{_TEXT}h" or item.find(f"{_TEXT}number") is not None:
            return ""
        if item.get(f"{_TEXT}is-list-header") == "true":
            return ""
        return self._lists.mark(outlines.HEADINGS, numbering.integer(item.get(f"{_TEXT}outline-level"), 1))

    def _list(self, container: etree._Element, style: str, level: int) -> Iterator[Paragraph]:
        """The items of a list with what is printed before them; a list inside takes the style of the outer one."""
        style = container.get(f"{_TEXT}style-name") or style
        continued = container.get(f"{_TEXT}continue-numbering") == "true" or container.get(f"{_TEXT}continue-list")
        if level == 1 and not continued:
            self._lists.begin(style)
        for item in container.iterchildren(f"{_TEXT}list-item", f"{_TEXT}list-header"):
            children = [child for child in item if isinstance(child.tag, str) and child.tag != f"{_TEXT}number"]
            start = item.get(f"{_TEXT}start-value")
            mark = ""
            if item.tag == f"{_TEXT}list-item" and children and children[0].tag in (f"{_TEXT}p", f"{_TEXT}h"):
                mark = self._lists.mark(style, level, numbering.integer(start) if start else None)
            for child in children:
                if child.tag == f"{_TEXT}list":
                    yield from self._list(child, style, level + 1)
                elif child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                    yield from self._paragraph(child, mark)
                else:
                    yield from self.body(child)
                mark = ""

    def _paragraph(self, item: etree._Element, mark: str) -> Iterator[Paragraph]:
        text = "".join(_text(item)).strip()
        if text:
            text = f"{mark}{text}"
            heading = item.tag == f"{_TEXT}h" or marks.is_unit(text)
            role = Role.HEADING if heading else Role.LIST_ITEM if marks.starts_item(text) else Role.TEXT
            yield Paragraph(text, None, None, role)
        for hidden in item.iter(f"{_TEXT}hidden-text"):
            yield Paragraph("".join(map(str, hidden.itertext())), None, None, dropped=_HIDDEN)
        for beside in item.iter(f"{_TEXT}note-body", _BOX):
            for p in self.body(beside):
                yield Paragraph(p.text, None, None, p.role if beside.tag == _BOX else Role.FOOTNOTE, dropped=p.dropped)


def _rows(table: etree._Element) -> Iterator[list[etree._Element]]:
    """The cells of each row that are not covered by others; rows of tables inside are not this table's."""
    for row in table.iter(f"{_TABLE}table-row"):
        if next(row.iterancestors(f"{_TABLE}table")) is table:
            yield list(row.iterfind(f"{_TABLE}table-cell"))


def _text(item: etree._Element) -> Iterator[str]:
    yield item.text or ""
    for child in item:
        if child.tag == f"{_TEXT}s":
            yield " " * min(int(child.get(f"{_TEXT}c") or 1), _MAX_BLANKS)
        elif child.tag == f"{_TEXT}tab":
            yield "\t"
        elif child.tag == f"{_TEXT}line-break":
            yield "\n"
        elif isinstance(child.tag, str) and child.tag not in _OUT and child.tag not in _BESIDE:
            yield from _text(child)
        yield child.tail or ""

"""Obligations as a Word document for a file: who must do what, the words of the text, and the citation."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from pipeline.export.tables import told
from pipeline.export.text import line, plain

_FACTS = (
    ("counterparty", "Towards"),
    ("deadline_text", "Deadline"),
    ("due_on", "Due"),
    ("reason", "Not computed"),
    ("condition", "Condition"),
    ("exception", "Exception"),
)
_TOLD = ("modality", "bearer", "deadline")
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


def as_docx(title: str, rows: Sequence[Mapping[str, Any]]) -> bytes:
    """A document with one entry for each row, under the title of its instrument; the same rows give the same bytes.

    Rows hold title, citation, modality, bearer, bearer_inferred, action, quote, chapeau, and what `_FACTS` names.
    """
    document = _begun(title)
    document.add_paragraph(f"{len(rows)} provisions" if len(rows) != 1 else "1 provision")
    under = None
    for number, row in enumerate(rows, start=1):
        if row.get("title") != under:
            under = row.get("title")
            document.add_heading(line(str(under or "Untitled")), level=1)
        _entry(document, number, row)
    return _saved(document)


def sides_as_docx(first: str, second: str, rows: Sequence[Mapping[str, Any]]) -> bytes:
    """Two instruments side by side as a table on a page turned on its side; the same rows give the same bytes.

    `first` and `second` are their titles; rows hold a_citation, a_modality, a_bearer, a_deadline, a_quote, the same
    with b_, and differences; a side of a row may be missing.
    """
    from docx.enum.section import WD_ORIENT

    document = _begun("Side by side")
    page = document.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, page.page_height, page.page_width
    table = document.add_table(rows=1, cols=3, style="Table Grid")
    for cell, head in zip(table.rows[0].cells, (first, second, "differences"), strict=True):
        cell.paragraphs[0].add_run(line(head)).bold = True
    for row in rows:
        cells = table.add_row().cells
        for cell, side in zip(cells, "ab", strict=False):
            _side(cell.paragraphs[0], {name: row.get(f"{side}_{name}") for name in ("citation", *_TOLD, "quote")})
        cells[2].text = line(told(row.get("differences")))
    _repeat(table.rows[0])
    return _saved(document)


def _side(paragraph: Any, norm: Mapping[str, Any]) -> None:
    if not norm["quote"]:
        paragraph.add_run("—")
        return
    paragraph.add_run("; ".join(line(told(norm[name])) for name in _TOLD if norm[name])).bold = True
    paragraph.add_run(f"\n“{plain(str(norm['quote'])).strip()}”\n")
    paragraph.add_run(line(str(norm["citation"] or ""))).italic = True


def _repeat(row: Any) -> None:
    """The row stands at the head of every page."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _begun(title: str) -> Any:
    """An empty document with this title, without a clock."""
    import docx
    from docx.shared import Pt

    document = docx.Document()
    document.core_properties.title = line(title)
    document.core_properties.author = "dragoman"
    document.core_properties.comments = ""
    document.core_properties.created = document.core_properties.modified = _EPOCH
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(11)
    for name, size in (("Title", 20), ("Heading 1", 13)):
        document.styles[name].font.size = Pt(size)
    document.add_heading(line(title), level=0)
    return document


def _saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return _dated(out.getvalue())


def _entry(document: Any, number: int, row: Mapping[str, Any]) -> None:
    from docx.shared import Cm, RGBColor

    head = document.add_paragraph()
    head.paragraph_format.keep_with_next = True
    head.paragraph_format.space_after = Cm(0.1)
    head.add_run(f"{number}. {_bearer(row)}: {line(str(row.get('modality') or ''))}").bold = True
    words = document.add_paragraph(style="Quote")
    words.paragraph_format.left_indent = Cm(1)
    words.paragraph_format.space_after = Cm(0.1)
    words.paragraph_format.keep_with_next = True
    if row.get("chapeau"):
        words.add_run(f"{plain(str(row['chapeau'])).strip()} […] ")
    words.add_run(f"“{plain(str(row.get('quote') or '')).strip()}”")
    cited = document.add_paragraph()
    cited.paragraph_format.left_indent = Cm(1)
    run = cited.add_run(line(str(row.get("citation") or "")))
    run.font.color.rgb = RGBColor(0x33, 0x44, 0x55)
    for name, label in _FACTS:
        if value := line(told(row.get(name))):
            fact = cited.add_run(f"\n{label}: ")
            fact.italic = True
            cited.add_run(value)


def _bearer(row: Mapping[str, Any]) -> str:
    who = line(str(row.get("bearer") or "nobody named")).replace("_", " ")
    return f"{who} (inferred)" if row.get("bearer_inferred") else who


def _dated(data: bytes) -> bytes:
    """The same archive with one fixed time for all its members."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.infolist():
            fixed = zipfile.ZipInfo(member.filename, (2000, 1, 1, 0, 0, 0))
            fixed.compress_type, fixed.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            target.writestr(fixed, source.read(member))
    return out.getvalue()

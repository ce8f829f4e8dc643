"""What a PDF holds beside its pages: fields that were filled in become part of them, attached files are named."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.model import Note

_NAMED = 5  # attached files named in a note


def filled_in(pdf: pypdfium2.PdfDocument) -> bytes | None:
    """The same PDF with the values of its form fields printed in place, without comments; None without a form."""
    if pdf.get_formtype() == pdfium.FORMTYPE_NONE:
        return None
    pdf.init_forms()
    for number in range(len(pdf)):
        try:
            page = pdf[number]
        except pypdfium2.PdfiumError:
            continue  # it is reported when the page is read
        _remove_comments(page)
        pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
        page.close()
    data = io.BytesIO()
    pdf.save(data)
    return data.getvalue()


def _remove_comments(page: pypdfium2.PdfPage) -> None:
    for i in reversed(range(pdfium.FPDFPage_GetAnnotCount(page.raw))):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, i)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind != pdfium.FPDF_ANNOT_WIDGET:
            pdfium.FPDFPage_RemoveAnnot(page.raw, i)


def told(pdf: pypdfium2.PdfDocument) -> Iterator[Note]:
    """What a reader of the text must know of: files inside the PDF, a form whose pages are made by its viewer."""
    count = pdf.count_attachments()
    if count:
        names = ", ".join(pdf.get_attachment(i).get_name() for i in range(min(count, _NAMED)))
        more = " and others" if count > _NAMED else ""
        files = "an attached file was" if count == 1 else f"{count} attached files were"
        yield Note("attachments", f"{files} not read: {names}{more}")
    if pdf.get_formtype() == pdfium.FORMTYPE_XFA_FULL:
        yield Note("doubtful-text", "a form of a kind that only its own viewer shows in full: pages may be missing")

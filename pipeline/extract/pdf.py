"""PDF: characters with their boxes from pdfium, put into columns, lines and paragraphs by our own layout.

A broken file is repaired once (pikepdf) and that is noted; a page without a usable text layer goes to OCR; running
heads and page numbers are set aside as furniture.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.errors import SkippedError, UnreadableError
from pipeline.extract import assemble, examples, forms, layout, ocr, tables
from pipeline.extract.base import Limits
from pipeline.extract.characters import Page, read_page
from pipeline.extract.furniture import Sheet, set_aside
from pipeline.extract.paragraphs import Paragraph, of_document
from pipeline.extract.plausible import plausible
from pipeline.extract.words import Region
from pipeline.model import Extraction, Note, Source, SourceMeta

_MAX_PIXELS = 150_000_000
_TAIL = 2048
_BEHIND = 0.6  # share of the page: an image behind a few words of text may be a scan with a stamp
_MORE = 2  # times the words of such a text that the scan must hold
_BETTER = 60.0  # percent of confidence from which recognition is believed against a text layer that reads oddly
_FILE_NAME = re.compile(r"\.(?:docx?|rtf|pdf|indd|qxd|odt)\b|^Microsoft Word")


_Told = tuple[Sheet, tuple[Note, ...]]


@dataclass(frozen=True, slots=True)
class _Opened:
    pdf: pypdfium2.PdfDocument
    data: bytes
    notes: tuple[Note, ...]


def warm() -> None:
    """Load what every PDF needs."""
    examples.read(extract, *examples.print_out())


def extract(source: Source, limits: Limits) -> Extraction:
    """The text of a PDF, page by page, each paragraph with its page and box (points, from the top left)."""
    opened = _open(source, limits.passwords)
    count = len(opened.pdf)
    if count > limits.max_pages:
        raise UnreadableError(
            f"{source.path}: {count} pages, more than the limit of {limits.max_pages}",
            reason="too-large",
            hint="split it, or raise max_pages",
        )
    opened = _with_fields(source, opened)
    with tables.open_tables(opened.data) as ruled, ocr.Desk() as desk:
        begun = [_sheet(source, opened.pdf, number, ruled, desk) for number in range(count)]
        read = [one() for one in begun]
    sheets = [sheet for sheet, _ in read]
    notes = [*opened.notes, *(note for _, told in read for note in told)]
    pages = _paragraphs(set_aside(sheets))
    meta = replace(_meta(opened.pdf), pages=count)
    return assemble.document(assemble.across_pages(pages), meta, tuple(notes))


# --- opening -------------------------------------------------------------------------------------------------------


def _open(source: Source, passwords: Sequence[str]) -> _Opened:
    data = source.data[max(source.data.find(b"%PDF-", 0, 1024), 0) :]
    try:
        return _readable(source, data)
    except SkippedError:
        unlocked = next((found for word in passwords if (found := _unlocked(data, word))), None)
        if unlocked is None:
            raise
    opened = _readable(source, unlocked)
    told = Note("password", "the file was encrypted and opened with a password of the password file")
    return replace(opened, notes=(told, *opened.notes))


def _unlocked(data: bytes, password: str) -> bytes | None:
    """The same PDF without encryption; None where the password does not open it."""
    import pikepdf  # few files need it

    try:
        with pikepdf.open(io.BytesIO(data), password=password) as locked:
            plain = io.BytesIO()
            locked.save(plain, encryption=False)
            return plain.getvalue()
    except (pikepdf.PasswordError, pikepdf.PdfError, ValueError):
        return None


def _readable(source: Source, data: bytes) -> _Opened:
    try:
        pdf = _load(source, data)
    except pypdfium2.PdfiumError:
        data = _repair(source, data)
        told = "the file was broken and was repaired"
        return _Opened(_load_repaired(source, data), data, (Note("repaired", told),))
    if len(pdf) == 0:
        raise UnreadableError(f"{source.path}: no pages in it", reason="empty", hint="fetch it again")
    if b"%%EOF" not in data[-_TAIL:]:
        return _Opened(pdf, data, (Note("repaired", "the end of the file is missing or damaged: pages may be lost"),))
    return _Opened(pdf, data, ())


def _with_fields(source: Source, opened: _Opened) -> _Opened:
    """The same PDF with what was filled into its form as text of its pages."""
    notes = (*opened.notes, *forms.told(opened.pdf))
    data = forms.filled_in(opened.pdf)
    return _Opened(_load_repaired(source, data), data, notes) if data else replace(opened, notes=notes)


def _load(source: Source, data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD:
            raise _encrypted(source) from None
        raise


def _repair(source: Source, data: bytes) -> bytes:
    import pikepdf  # few files need it

    try:
        with pikepdf.open(io.BytesIO(data)) as broken:
            repaired = io.BytesIO()
            broken.save(repaired)
            return repaired.getvalue()
    except pikepdf.PasswordError as error:
        raise _encrypted(source) from error
    except (pikepdf.PdfError, ValueError) as error:
        raise _broken(source) from error


def _load_repaired(source: Source, data: bytes) -> pypdfium2.PdfDocument:
    try:
        return _load(source, data)
    except pypdfium2.PdfiumError as error:
        raise _broken(source) from error


def _encrypted(source: Source) -> SkippedError:
    return SkippedError(
        f"{source.path}: encrypted, it opens only with a password",
        reason="encrypted",
        hint="name a file of passwords with --password-file, or ask for a copy without a password",
    )


def _broken(source: Source) -> UnreadableError:
    return UnreadableError(
        f"{source.path}: a broken PDF that could not be repaired", reason="broken", hint="fetch it again"
    )


def _meta(pdf: pypdfium2.PdfDocument) -> SourceMeta:
    found = pdf.get_metadata_dict(skip_empty=True)
    title = " ".join(found.get("Title", "").split())
    return SourceMeta(
        media_type="application/pdf",
        title=title if _telling(title) else None,
        author=found.get("Author") or None,
    )


def _telling(title: str) -> bool:
    """Whether a title is more than the file name a word processor left there."""
    return len(title) > 8 and " " in title and not _FILE_NAME.search(title)


# --- pages ---------------------------------------------------------------------------------------------------------


def _sheet(
    source: Source, pdf: pypdfium2.PdfDocument, number: int, ruled: tables.Ruled, desk: ocr.Desk
) -> Callable[[], _Told]:
    """One page as lines, with what there is to tell about it; a page under recognition is waited for when called."""
    try:
        page = pdf[number]
    except pypdfium2.PdfiumError:
        lost = Note("page-lost", "the page is damaged and could not be read", number + 1)
        return lambda: (Sheet((), 0), (lost,))
    try:
        read = read_page(page)
        if read.usable and not read.sparse and plausible(read.text):
            sheet = Sheet(_digital(read, number, ruled), read.height)
            return lambda: (sheet, ())
        covered = _pictured(source, page)
        if read.blank and not covered:
            return lambda: (Sheet((), read.height), ())
        layer = Sheet(_digital(read, number, ruled), read.height) if read.usable else None
        if layer and plausible(read.text) and covered < _BEHIND:
            return lambda: (layer, ())
        later = desk.hand_in(ocr.picture(page))
        return lambda: _recognised(later.result(), number, read, layer)
    finally:
        page.close()


def _digital(page: Page, number: int, ruled: tables.Ruled) -> tuple[Region, ...]:
    """Text and tables of a page, each table before the first line that stands lower."""
    found = ruled.on(number) if page.ruled else ()
    regions = layout.regions(page, tuple(table.box for table in found))
    for table in found:
        regions = _inserted(regions, table)
    return regions


def _inserted(regions: tuple[Region, ...], table: tables.Table) -> tuple[Region, ...]:
    """The regions with a table before the first line that stands lower in the same column, or after its last one."""
    last = len(regions)
    for i, region in enumerate(regions):
        if region.furniture or not _shares_width(region, table):
            continue
        lower = next((k for k, line in enumerate(region.lines) if line.top >= table.box.top), None)
        if lower is not None and not (region.rows and lower):
            before, after = region.lines[:lower], region.lines[lower:]
            parts = (replace(region, lines=before), table.region(), replace(region, lines=after))
            return (*regions[:i], *(r for r in parts if r.lines), *regions[i + 1 :])
        last = i + 1
    return (*regions[:last], table.region(), *regions[last:])


def _shares_width(region: Region, table: tables.Table) -> bool:
    left, right = min(x.left for x in region.lines), max(x.right for x in region.lines)
    shared = min(right, table.box.right) - max(left, table.box.left)
    return region.column == 0 or shared > 0.5 * min(right - left, table.box.right - table.box.left)


def _paragraphs(sheets: Sequence[Sheet]) -> list[list[Paragraph]]:
    """What each page says, after the lines set aside on it."""
    pages = of_document([sheet.regions for sheet in sheets])
    return [
        [*(Paragraph(line.text, number, None, dropped=why) for line, why in sheet.dropped), *found]
        for number, (sheet, found) in enumerate(zip(sheets, pages, strict=True), 1)
    ]


def _pictured(source: Source, page: pypdfium2.PdfPage) -> float:
    """The share of the page under an image large enough for text; a giant one is refused before it is decoded."""
    left, bottom, right, top = page.get_bbox()
    area, most = max((right - left) * (top - bottom), 1.0), 0.0
    for image in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=4):
        width, height = image.get_px_size()
        if width * height > _MAX_PIXELS:
            raise UnreadableError(
                f"{source.path}: an image of {width} x {height} pixels", reason="bomb", hint="the file is hostile"
            )
        if width > 100 and height > 30:
            x0, y0, x1, y1 = image.get_bounds()
            most = max(most, abs((x1 - x0) * (y1 - y0)) / area, 0.01)
    return most


def _recognised(result: ocr.Recognised, number: int, page: Page, layer: Sheet | None) -> _Told:
    """A page as it was recognised; or its text `layer`, where that is sparse or odd and nothing better was found."""
    read = " ".join(line.text for region in result.regions for line in region.lines)
    if layer:
        odd = not plausible(page.text)
        more = odd or len(read.split()) > _MORE * len(page.text.split())
        if result.confidence < _BETTER or not plausible(read) or not more:
            told = "the text layer reads like no language and recognition found nothing better"
            return layer, ((Note("doubtful-text", told, number + 1),) if odd else ())
    dropped = tuple((line, "illegible") for line in result.illegible)
    sheet = Sheet(result.regions, result.height, dropped)
    if not result.regions:
        return sheet, (Note("ocr-empty", "no text was recognised on the page", number + 1),)
    why = "no text layer" if page.blank else "little in the text layer" if page.sparse else "unusable text layer"
    turned = f", straightened by {abs(result.turned):.1f} degrees" if result.turned else ""
    told = f"recognised by OCR ({why}), mean confidence {result.confidence:.0f} %{turned}"
    return sheet, (Note("ocr", told, number + 1),)

"""Makes the HTML, DOCX and PDF samples from the text masters: python scripts/samples.py [--check] [--folder OUT].

A master `corpora/masters/LANG/NAME.FORMAT.txt` becomes `corpora/samples/LANG/NAME.FORMAT`; two masters
`bilingual/NAME.FORMAT.en.txt` and `….ru.txt` become one file with the languages side by side, paragraph by paragraph.
The same masters give the same bytes: dates and ids are fixed.
"""

from __future__ import annotations

import argparse
import io
import itertools
import re
import sys
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pikepdf
from fpdf import FPDF
from lxml import etree, html
from lxml.builder import E, ElementMaker

CORPORA = Path(__file__).resolve().parents[1] / "corpora"
MASTERS = CORPORA / "masters"
SAMPLES = CORPORA / "samples"
EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
Pages = Sequence[tuple[str, ...]]
Element = Any  # what lxml's makers return has no type

SITE = {
    "en": (
        "Press centre",
        ("Home", "About us", "News", "Documents", "Contacts"),
        ("Print version", "Share: Facebook | Telegram | X"),
        ("Also on this topic", "Calendar of events", "Photo gallery", "Hotline numbers"),
        "© Press centre, 2010–2020. When quoting, a reference to the source is required.",
        "This site uses cookies. By continuing to browse you agree to their use.",
    ),
    "ru": (
        "Пресс-центр",
        ("Главная", "О ведомстве", "Новости", "Документы", "Контакты"),
        ("Версия для печати", "Поделиться: ВКонтакте | Telegram | Одноклассники"),
        ("Читайте также", "Календарь событий", "Фотогалерея", "Телефоны доверия"),
        "© Пресс-центр, 2010–2020. При использовании материалов ссылка на источник обязательна.",
        "Сайт использует файлы cookie. Продолжая просмотр, вы соглашаетесь с их использованием.",
    ),
}
# Sites of the early years: laid out with tables, written in a one-byte encoding.
OLD_SITES = {"zasedanie-soveta-shos": "cp1251", "donor-meeting-vienna": "utf-8"}


def paragraphs(master: Path) -> tuple[str, ...]:
    """The paragraphs of a master, between blank lines; a paragraph of several lines stays one."""
    text = master.read_text(encoding="utf-8")
    return tuple(" ".join(part.split("\n")) for part in text.strip("\n").split("\n\n"))


# ---------------------------------------------------------------- HTML


def make_html(pages: Pages, name: str, languages: Sequence[str]) -> bytes:
    """A page of a ministry's content system around the release: menu, side links, footer, cookie line."""
    title, day, *body = (row[0] for row in pages)
    site, menu, tools, side, footer, cookie = SITE[languages[0]]
    coding = OLD_SITES.get(name, "utf-8")
    head = E.head(E.meta(charset=coding.replace("cp", "windows-")), E.title(f"{title} | {site}"))
    layout = _old_layout if name in OLD_SITES else _layout
    rows = layout(title, day, body, (site, *menu), (*tools, *side), footer)
    page = E.html(
        head, E.body(*rows, E.div(E.p(cookie), E.button("OK"), {"class": "cookie-notice"})), lang=languages[0]
    )
    return bytes(html.tostring(page, doctype="<!DOCTYPE html>", encoding=coding, pretty_print=True))


def _links(words: Sequence[str]) -> Element:
    return E.ul(*(E.li(E.a(word, href=f"/section/{number}")) for number, word in enumerate(words, 1)))


def _layout(
    title: str, day: str, body: Sequence[str], menu: Sequence[str], side: Sequence[str], footer: str
) -> Iterator[Element]:
    yield E.header(E.div(menu[0], {"class": "logo"}), E.nav(_links(menu[1:])))
    text = (E.p(line) for line in body)
    yield E.main(
        E.article(E.h1(title), E.time(day, {"class": "date"}), E.div(*text, {"class": "article-body"})),
        E.aside(_links(side)),
    )
    yield E.footer(E.p(footer))


def _old_layout(
    title: str, day: str, body: Sequence[str], menu: Sequence[str], side: Sequence[str], footer: str
) -> Iterator[Element]:
    text = (E.p(line) for line in body)
    cells = (E.td(_links(menu), width="160"), E.td(E.h2(title), E.b(day), *text), E.td(_links(side), width="160"))
    yield E.table(E.tr(*cells), E.tr(E.td(footer, colspan="3")), width="100%", border="0")


# ---------------------------------------------------------------- DOCX

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = ElementMaker(namespace=_W, nsmap={"w": _W})
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
# Level, the literal number in a master, and the format that Word counts in.
LEVELS = {
    "en": (
        (r"Article (\d+)", "Article %1.", "decimal"),
        (r"(\d+)\. ", "%2.", "decimal"),
        (r"\(([a-z])\) ", "(%3)", "lowerLetter"),
    ),
    "ru": (
        (r"Статья (\d+)", "Статья %1.", "decimal"),
        (r"(\d+)\. ", "%2.", "decimal"),
        (r"([а-я])\) ", "%3)", "russianLower"),
    ),
}
ANNEXES = {"en": "Annex", "ru": "Приложение"}


def make_docx(pages: Pages, _name: str, languages: Sequence[str]) -> bytes:
    """A Word file: one language with automatic numbers, two languages as a table of two columns with typed numbers."""
    if len(languages) > 1:
        body = [_table(pages)]
    else:
        body = [_paragraph(*line) for line in numbered([row[0] for row in pages], languages[0])]
    document = W.document(W.body(*body, W.sectPr(W.pgSz(_w(w=11906, h=16838)))))
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": _xml(document),
        "word/_rels/document.xml.rels": _relations({"numbering": "numbering.xml"}),
        "word/numbering.xml": _xml(_numbering(languages[0])),
    }
    return _stored_zip(parts)


def numbered(lines: Sequence[str], language: str) -> Iterator[tuple[str, int | None, int]]:
    """(text, level or None, list) for each paragraph: typed numbers become levels, a heading joins its article."""
    series = 1
    queue = list(lines)
    while queue:
        line = queue.pop(0)
        level = _level(line, language)
        if line == ANNEXES[language]:
            series = 2
        if level is None:
            yield line, None, series
        elif level == 0:
            heading = queue.pop(0) if _level(queue[0], language) is None and not queue[0].endswith((".", ":")) else ""
            yield heading, 0, series
        else:
            yield re.sub(LEVELS[language][level][0], "", line, count=1), level, series


def _level(line: str, language: str) -> int | None:
    for level, (pattern, _, _) in enumerate(LEVELS[language]):
        if re.fullmatch(pattern, line) if level == 0 else re.match(pattern, line):
            return level
    return None


def _w(**values: object) -> dict[str, str]:
    return {f"{{{_W}}}{key}": str(value) for key, value in values.items()}


def _paragraph(text: str, level: int | None, series: int) -> Element:
    run = W.r(W.t(text, {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}))
    if level is None:
        return W.p(run)
    return W.p(W.pPr(W.numPr(W.ilvl(_w(val=level)), W.numId(_w(val=series)))), run)


def _table(pages: Pages) -> Element:
    rows = (
        W.tr(*(W.tc(W.tcPr(W.tcW(_w(w=4500, type="dxa"))), _paragraph(text, None, 1)) for text in row)) for row in pages
    )
    return W.tbl(W.tblPr(W.tblW(_w(w=0, type="auto"))), W.tblGrid(W.gridCol(_w(w=4500)), W.gridCol(_w(w=4500))), *rows)


def _numbering(language: str) -> Element:
    levels = [
        W.lvl(W.start(_w(val=1)), W.numFmt(_w(val=how)), W.lvlText(_w(val=text)), _w(ilvl=number))
        for number, (_, text, how) in enumerate(LEVELS[language])
    ]
    restart = [W.lvlOverride(W.startOverride(_w(val=1)), _w(ilvl=number)) for number in range(len(levels))]
    abstract = W.abstractNumId(_w(val=0))
    return W.numbering(
        W.abstractNum(W.multiLevelType(_w(val="multilevel")), *levels, _w(abstractNumId=0)),
        W.num(abstract, _w(numId=1)),
        W.num(W.abstractNumId(_w(val=0)), *restart, _w(numId=2)),
    )


def _content_types() -> bytes:
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for part, kind in (("document", "document.main"), ("numbering", "numbering"))
    )
    relations = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    plain = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{relations}{plain}{overrides}</Types>'.encode()


def _relations(targets: dict[str, str]) -> bytes:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'.encode()


def _xml(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _stored_zip(parts: dict[str, bytes]) -> bytes:
    """A zip without compression, whose bytes do not depend on the zlib at hand."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name, EPOCH.timetuple()[:6]), content)
    return target.getvalue()


# ---------------------------------------------------------------- PDF


class _Paper(FPDF):
    """An A4 page with its number at the foot."""

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Roboto", size=8)
        self.cell(0, 8, f"– {self.page_no()} –", align="C")


def make_pdf(pages: Pages, _name: str, languages: Sequence[str]) -> bytes:
    """One column for one language; two languages stand side by side, every pair of paragraphs begins on one line."""
    paper = _Paper(format="A4")
    paper.set_creation_date(EPOCH)
    paper.set_producer("samples")
    paper.set_margins(20, 18)
    for style, face in (("", "Regular"), ("B", "Bold")):
        paper.add_font("Roboto", style, MASTERS / "fonts" / f"Roboto-{face}.ttf")
    paper.add_page()
    gap = 8
    width = (paper.epw - gap * (len(languages) - 1)) / len(languages)
    for number, row in enumerate(pages):
        under_number = _is_heading(pages[number - 1][0]) and not row[0].endswith((".", ":"))
        _pdf_row(paper, row, width, gap, bold=number < 2 or under_number or _is_heading(row[0]))
    return _repacked(bytes(paper.output()))


def _pdf_row(paper: FPDF, row: Sequence[str], width: float, gap: float, *, bold: bool) -> None:
    paper.set_font("Roboto", "B" if bold else "", 10.5 if len(row) == 1 else 9)
    line = 5.2 if len(row) == 1 else 4.4
    how = "C" if bold else "L"
    height = max(
        float(paper.multi_cell(width, line, text, align=how, dry_run=True, output="HEIGHT"))  # type: ignore[arg-type]
        for text in row
    )
    if paper.get_y() + height > paper.page_break_trigger:
        paper.add_page()
        paper.set_font("Roboto", "B" if bold else "", 10.5 if len(row) == 1 else 9)
    top = paper.get_y()
    for column, text in enumerate(row):
        paper.set_xy(paper.l_margin + column * (width + gap), top)
        paper.multi_cell(width, line, text, align=how)
    paper.set_y(top + height + 2)


def _is_heading(line: str) -> bool:
    return bool(re.fullmatch(r"Article \d+|[IVX]+\. [A-Z ]+|\d\. [A-Z][a-z ]+", line))


def _repacked(content: bytes) -> bytes:
    """The same PDF with its streams packed anew: qpdf brings its own zlib, Python's differs from system to system."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as document:
        document.save(target, recompress_flate=True, deterministic_id=True)
    return target.getvalue()


# ---------------------------------------------------------------- all together

MAKERS: dict[str, Callable[[Pages, str, Sequence[str]], bytes]] = {
    "html": make_html,
    "docx": make_docx,
    "pdf": make_pdf,
}


def masters() -> Iterator[tuple[Path, str, tuple[Path, ...], tuple[str, ...]]]:
    """(path under the samples, format, masters, languages) of every generated sample, in the order of their paths."""
    for language in sorted(SITE):
        for master in sorted((MASTERS / language).glob("*.txt")):
            name, form, _ = master.name.split(".")
            yield Path(language, f"{name}.{form}"), form, (master,), (language,)
    pairs = itertools.groupby(sorted((MASTERS / "bilingual").glob("*.txt")), key=lambda path: path.name.split(".")[:2])
    for (name, form), files in pairs:
        both = tuple(files)
        yield Path("bilingual", f"{name}.{form}"), form, both, tuple(path.name.split(".")[2] for path in both)


def generate() -> Iterator[tuple[Path, bytes]]:
    """Path under the samples → content, for every generated sample."""
    for target, form, sources, languages in masters():
        pages = tuple(zip(*map(paragraphs, sources), strict=True))
        yield target, MAKERS[form](pages, target.stem, languages)


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 if a sample differs from its master"
    )
    parser.add_argument("--folder", type=Path, default=SAMPLES)
    arguments = parser.parse_args(words)
    stale = 0
    for target, content in generate():
        path = arguments.folder / target
        if arguments.check:
            same = path.exists() and path.read_bytes() == content
            stale += not same
            if not same:
                print(f"samples: {target} differs from its master; run scripts/samples.py")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())

"""Pages made by our own code: PDF, DOCX and HTML with known paragraphs, for tests of reading."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fpdf import FPDF

PAGE = (595.28, 841.89)
MARGIN = 60.0
SIZE = 10.0
LEADING = 13.0

_ENGLISH = """
each contracting party the competent authority of that state any request for assistance the coordinating council shall
notify the other parties shall transmit without delay may refuse shall take the measures needed exchanges information on
illicit trafficking provides training to officers keeps confidential the data it received covers the costs of the
operation in accordance with national law within thirty days through diplomatic channels on the basis of reciprocity for
the purposes of this agreement subject to the provisions of the previous article
"""
_RUSSIAN = """
каждая договаривающаяся сторона компетентный орган этого государства любой запрос об оказании содействия
координационный совет уведомляет другие стороны передаёт без промедления может отказать принимает необходимые меры
обменивается информацией о незаконном обороте проводит обучение сотрудников сохраняет в тайне полученные сведения
покрывает расходы на проведение операции в соответствии с национальным законодательством в течение тридцати дней
по дипломатическим каналам на основе взаимности для целей настоящего соглашения с учётом положений предыдущей статьи
"""
WORDS = {"en": _ENGLISH.split(), "ru": _RUSSIAN.split()}


def font(style: str = "Regular") -> Path:
    """The font of the PDF samples: Latin, Greek and Cyrillic letters, punctuation."""
    return Path(__file__).parents[2] / "corpora" / "masters" / "fonts" / f"Roboto-{style}.ttf"


def paragraph(language: str, seed: int, words: int = 45) -> str:
    """A paragraph of made-up treaty prose, always the same for the same seed."""
    chooser = random.Random(f"{language}-{seed}")
    sentences, left = [], words
    while left > 0:
        length = min(chooser.randint(9, 18), max(left, 6))
        chosen = [chooser.choice(WORDS[language]) for _ in range(length)]
        sentences.append(" ".join(chosen).capitalize() + ".")
        left -= length
    return " ".join(sentences)


def paragraphs(language: str, count: int, *, first: int = 0) -> list[str]:
    """`count` paragraphs of varying length."""
    return [paragraph(language, first + i, 20 + 17 * (i % 4)) for i in range(count)]


@dataclass
class Printer:
    """Sets paragraphs into columns of an FPDF, line by line, so that every test knows what stands where."""

    gutter: float = 20.0
    size: float = SIZE
    leading: float = LEADING
    gap: float = 5.0
    indent: float = 0.0
    justify: bool = False
    hyphenate: bool = False
    header: str = ""
    numbered: bool = False
    pdf: Any = field(init=False)

    def __post_init__(self) -> None:
        self.pdf = FPDF(unit="pt", format=PAGE)
        self.pdf.set_auto_page_break(False)
        self.pdf.add_font("Body", "", str(font()))
        self.pdf.add_font("Body", "B", str(font("Bold")))
        self.page()

    def page(self) -> None:
        self.pdf.add_page()
        self.pdf.set_font("Body", "", 8)
        if self.header:
            self.pdf.text(MARGIN, 36, self.header)
        if self.numbered:
            self.pdf.text(PAGE[0] / 2 - 4, PAGE[1] - 28, str(self.pdf.page_no()))
        self.pdf.set_font("Body", "", self.size)

    @property
    def width(self) -> float:
        return (PAGE[0] - 2 * MARGIN - self.gutter) / 2

    def wrapped(self, text: str, width: float) -> list[str]:
        """`text` in lines no wider than `width`, long words divided if the printer hyphenates."""
        lines, line = [], ""
        for word in text.split():
            candidate = f"{line} {word}".strip()
            if self.pdf.get_string_width(candidate) <= width:
                line = candidate
                continue
            middle = len(word) // 2
            divided = f"{line} {word[:middle]}-".strip()
            fits = self.hyphenate and len(word) > 9 and self.pdf.get_string_width(divided) <= width
            lines.append(divided if fits else line)
            line = word[middle:] if fits else word
        return [*lines, line]

    def write(self, line: str, x: float, y: float, width: float, *, last: bool) -> None:
        words = line.split()
        space = width - sum(self.pdf.get_string_width(w) for w in words)
        if not self.justify or last or len(words) < 2:
            self.pdf.text(x, y, line)
            return
        for word in words:
            self.pdf.text(x, y, word)
            x += self.pdf.get_string_width(word) + space / (len(words) - 1)

    def column(self, texts: Sequence[str], x: float, width: float, top: float = 80.0) -> float:
        """Print whole paragraphs from `top` down; returns where the column ends."""
        y = top
        for text in texts:
            lines = self.wrapped(text, width - self.indent)
            for i, line in enumerate(lines):
                inset = self.indent if i == 0 else 0
                self.write(line, x + inset, y, width - inset, last=i == len(lines) - 1)
                y += self.leading
            y += self.gap
        return y

    def title(self, text: str, y: float = 60.0) -> None:
        """A line across the page, in its middle."""
        self.pdf.set_font("Body", "B", self.size + 2)
        self.pdf.text((PAGE[0] - self.pdf.get_string_width(text)) / 2, y, text)
        self.pdf.set_font("Body", "", self.size)

    def height(self, text: str, width: float) -> float:
        return len(self.wrapped(text, width - self.indent)) * self.leading + self.gap

    def two_columns(self, left: Sequence[str], right: Sequence[str], bottom: float = PAGE[1] - 70) -> None:
        """Pairs of paragraphs side by side, a new page where the next pair does not fit."""
        y = 80.0
        for one, other in zip(left, right, strict=True):
            need = max(self.height(one, self.width), self.height(other, self.width))
            if y + need > bottom:
                self.page()
                y = 80.0
            self.column([one], MARGIN, self.width, y)
            self.column([other], MARGIN + self.width + self.gutter, self.width, y)
            y += need

    def table(
        self, rows: Sequence[Sequence[str]], edges: Sequence[float], y: float, *, right: Sequence[int] = ()
    ) -> float:
        """Cells without rulings, left edges at `edges` (right edges for the columns `right`); returns where it ends.

        A cell may hold several lines, divided by newlines.
        """
        for row in rows:
            for i, (cell, edge) in enumerate(zip(row, edges, strict=True)):
                for k, line in enumerate(cell.split("\n")):
                    shift = self.pdf.get_string_width(line) if i in right else 0.0
                    self.pdf.text(edge - shift, y + k * self.leading, line)
            y += max(cell.count("\n") + 1 for cell in row) * self.leading + self.gap
        return y

    def flow(self, texts: Sequence[str], bottom: float = PAGE[1] - 70) -> None:
        """Paragraphs across the page, divided by page breaks wherever they fall."""
        y, width = 80.0, PAGE[0] - 2 * MARGIN
        for text in texts:
            lines = self.wrapped(text, width - self.indent)
            for i, line in enumerate(lines):
                if y > bottom:
                    self.page()
                    y = 80.0
                inset = self.indent if i == 0 else 0
                self.write(line, MARGIN + inset, y, width - inset, last=i == len(lines) - 1)
                y += self.leading
            y += self.gap

    def data(self) -> bytes:
        return bytes(self.pdf.output())


def bilingual_pdf(pairs: int, **options: Any) -> tuple[bytes, list[str], list[str]]:
    """A two-column page for each handful of pairs: the file, its English and its Russian paragraphs."""
    english, russian = paragraphs("en", pairs), paragraphs("ru", pairs)
    printer = Printer(**options)
    printer.two_columns(english, russian)
    return printer.data(), english, russian


def whole(expected: Sequence[str], found: Sequence[str]) -> float:
    """The share of expected paragraphs that were found exactly, blanks and line-end hyphens apart."""
    have = {_key(text) for text in found}
    return sum(_key(text) in have for text in expected) / len(expected)


def _key(text: str) -> str:
    return "".join(text.split()).replace("-", "")


def picture_pdf(pdf: bytes, dpi: int = 200, *, askew: float = 0.0, stains: int = 0) -> bytes:
    """The same pages as pictures without a text layer, as a scanner would make them.

    `askew` turns the sheet by so many degrees, counter-clockwise; `stains` are grey dots strewn over it.
    """
    import pypdfium2
    from PIL import ImageDraw

    scanned = FPDF(unit="pt", format=PAGE)
    chooser = random.Random(7)
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            sheet = page.render(scale=dpi / 72, grayscale=True).to_pil()
            sheet = sheet.rotate(askew, resample=3, fillcolor=255, expand=abs(askew) > 45)
            pen = ImageDraw.Draw(sheet)
            for _ in range(stains):
                x, y, size = chooser.randrange(sheet.width), chooser.randrange(sheet.height), chooser.randint(1, 3)
                pen.ellipse((x, y, x + size, y + size), fill=chooser.randint(60, 200))
            image = io.BytesIO()
            sheet.save(image, "PNG")
            size = (sheet.width * 72 / dpi, sheet.height * 72 / dpi)
            scanned.add_page(format=size)
            scanned.image(image, 0, 0, *size)
    return bytes(scanned.output())

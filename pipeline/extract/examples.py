"""Small files of our own, one for each common format: read once before others, they pay what only the first one costs.

Readers and their libraries compile patterns and build tables at first use; a child forked afterwards has them.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable

from pipeline.extract.base import Limits
from pipeline.model import Extraction, Source

_SENTENCE = "The Parties inform each other of measures taken under the Agreement of 13 May 2014. "
_RUSSIAN = "Стороны информируют друг друга о мерах, принятых согласно Соглашению от 13 мая 2014 года. "
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def read(extract: Callable[[Source, Limits], Extraction], *files: bytes) -> None:
    """Have a reader read these files; what comes out is thrown away."""
    for data in files:
        extract(Source("example", data, hashlib.sha256(data).hexdigest()), Limits())


def text() -> tuple[bytes, ...]:
    """Plain text in two encodings, hard-wrapped and not."""
    lines = "\n".join(["Article 1. Scope", *[_SENTENCE] * 6, "", *[_RUSSIAN] * 6])
    return lines.encode(), lines.encode("cp1251")


def rich() -> tuple[bytes, ...]:
    """Rich text with a code page and a table."""
    words = "".join(f"\\'{byte:02x}" for byte in _RUSSIAN.encode("cp1251"))
    row = r"\trowd\intbl opium\cell 36 kg\cell\row"
    head = r"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset204 Arial;}}"
    return (f"{head}\\pard {_SENTENCE}\\par {words}\\par {row}\\pard\\par}}".encode("ascii"),)


def page() -> tuple[bytes, ...]:
    """A web page that states its date, and one with nothing but boxes and tables."""
    body = "".join(f"<p>{_SENTENCE * 2}</p><p>{_RUSSIAN * 2}</p>" for _ in range(4))
    menu = "".join(f'<li><a href="/{i}">Section {i}</a></li>' for i in range(6))
    cells = "<table><tr><td>Opium</td><td>36 kg</td></tr><tr><td>Heroin</td><td>7 kg</td></tr></table>"
    head = '<title>Notice | Office</title><meta property="article:published_time" content="2014-05-13T09:00:00Z">'
    lines = "<br>".join([_SENTENCE] * 8)
    plain = body.replace("<p>", "<div class='c'>").replace("</p>", "</div>")
    return tuple(
        f"<html><head><meta charset=utf-8>{top}</head><body>{rest}</body></html>".encode()
        for top, rest in (
            (head, f"<nav>{menu}</nav><main><article><h1>Notice</h1>{body}{cells}</article></main><footer>©</footer>"),
            ("<title>Notice</title>", f"<div class='m'>{menu}</div><div class='b'><div>Notice</div>{plain}</div>"),
            ("<title>Notice</title>", f"<table><tr><td>{menu}</td><td>{lines}</td></tr></table>"),
        )
    )


def word() -> tuple[bytes, ...]:
    """A Word file with an automatic number and a table."""
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:numFmt w:val="decimal"/><w:lvlText w:val="Article %{i + 1}."/></w:lvl>' for i in (0, 1)
    )
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    paragraph = f"<w:p>{numbered}<w:r><w:t>{_SENTENCE}</w:t></w:r></w:p>"
    cell = "<w:tc><w:p><w:r><w:t>36 kg</w:t></w:r></w:p></w:tc>"
    table = f"<w:tbl>{f'<w:tr>{cell * 2}</w:tr>' * 2}</w:tbl>"
    parts = {
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{paragraph * 3}{table}</w:body></w:document>',
        "word/numbering.xml": f'<w:numbering xmlns:w="{_WORD}"><w:abstractNum w:abstractNumId="0">{levels}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
        "word/styles.xml": f'<w:styles xmlns:w="{_WORD}"/>',
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return (data.getvalue(),)


def print_out() -> tuple[bytes, ...]:
    """A PDF page of two columns of lines, and one with a small table between rulings."""
    lines = [
        f"BT /F 9 Tf {x} {760 - 12 * i} Td (The Parties inform each other of measures,) Tj ET"
        for x in (50, 320)
        for i in range(24)
    ]
    rulings = [f"50 {y} m 500 {y} l S" for y in (200, 220, 240)] + [f"{x} 200 m {x} 240 l S" for x in (50, 275, 500)]
    cells = [f"BT /F 9 Tf {x} {y} Td (Opium 36) Tj ET" for x in (60, 285) for y in (206, 226)]
    return _page_of("\n".join(lines)), _page_of("\n".join([*rulings, *cells]))


def _page_of(content: str) -> bytes:
    """A PDF with one page that draws `content`."""
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>",
        f"<</Length {len(content)}>>\nstream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    data, places = "%PDF-1.4\n", []
    for number, written in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{written}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(data)}\n%%EOF\n"
    return f"{data}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode("ascii")

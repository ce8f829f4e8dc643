"""Reading is measured on files made here, whose every paragraph is known; reading.json holds what it must reach."""

from __future__ import annotations

import hashlib
import itertools
import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from rapidfuzz.distance import Levenshtein

from pipeline import clean
from pipeline.extract import base
from pipeline.language import detect
from pipeline.model import Extraction, Source
from tests.support import office, site
from tests.support import pages as made

HERE = Path(__file__).parent
WANTED = json.loads((HERE / "reading.json").read_text(encoding="utf-8"))
SENTENCES = yaml.safe_load((HERE / "sentences.yaml").read_text(encoding="utf-8"))


def read(name: str, data: bytes) -> Extraction:
    return base.extract(Source(name, data, hashlib.sha256(data).hexdigest()))


def blocks(found: Extraction) -> list[str]:
    """The clean paragraphs of all versions."""
    return [
        block.span.of(text.text)
        for _, chosen in detect.versions(found)
        for text, placed in [clean.version(found, chosen)]
        for block in placed
    ]


def newspaper(texts: Sequence[str], gutter: float, **options: Any) -> bytes:
    """One language in two columns a page: down the left one, then down the right one."""
    printer = made.Printer(**{"gutter": gutter, "justify": gutter < 10, **options})
    left = made.MARGIN, made.MARGIN + printer.width + gutter
    queue = list(texts)
    while queue:
        for x in left:
            height, column = 80.0, []
            while queue and height + printer.height(queue[0], printer.width) < made.PAGE[1] - 70:
                height += printer.height(queue[0], printer.width)
                column.append(queue.pop(0))
            printer.column(column, x, printer.width)
        if queue:
            printer.page()
    return printer.data()


@pytest.mark.parametrize(("gutter", "floor"), [(20, "columns of one language"), (7, "columns with a narrow gutter")])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_paragraphs_of_columns_are_whole(language: str, gutter: float, floor: str) -> None:
    texts = made.paragraphs(language, 60)
    assert made.whole(texts, blocks(read("made.pdf", newspaper(texts, gutter)))) >= WANTED[floor]


@pytest.mark.parametrize("options", [{"indent": 12}, {"indent": 8}, {"justify": True}], ids=str)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_paragraphs_without_gaps_are_whole(language: str, options: dict[str, Any]) -> None:
    texts = made.paragraphs(language, 60)
    found = blocks(read("made.pdf", newspaper(texts, 20, gap=0, **options)))
    assert made.whole(texts, found) >= WANTED["columns without gaps"]


@pytest.mark.parametrize(("gutter", "floor"), [(20, "bilingual columns"), (7, "columns with a narrow gutter")])
@pytest.mark.parametrize(
    "options",
    [{}, {"justify": True}, {"hyphenate": True}, {"gap": 0, "indent": 12}, {"gap": 0, "justify": True}],
    ids=str,
)
def test_paragraphs_of_bilingual_pages_are_whole(options: dict[str, Any], gutter: float, floor: str) -> None:
    data, english, russian = made.bilingual_pdf(40, gutter=gutter, header="Treaty series", numbered=True, **options)
    assert made.whole([*english, *russian], blocks(read("made.pdf", data))) >= WANTED[floor]


def test_articles_come_whole_and_their_surroundings_do_not_come() -> None:
    sentences = kept = furniture = leaked = 0
    for (name, page), seed in itertools.product(sorted(site.GENERATIONS.items()), range(6)):
        texts = [made.paragraph("ru" if seed % 2 else "en", 100 * seed + i, 40) for i in range(4 + seed)]
        found = blocks(read(f"{name}.html", page("The Council met in Almaty to review the year", texts).encode()))
        whole = " ".join(found)
        parts = [part for text in texts for part in text.split(". ")]
        sentences, kept = sentences + len(parts), kept + sum(part in whole for part in parts)
        around = (*site.NAVIGATION, *site.FURNITURE)
        furniture, leaked = furniture + len(around), leaked + sum(phrase in whole for phrase in around)
    assert kept / sentences >= WANTED["page sentences kept"]
    assert leaked / furniture <= WANTED["page furniture leaked"]


def test_numbers_that_word_would_print_are_there() -> None:
    levels = office.numbering(("decimal", "Статья %1."), ("decimal", "%1.%2."), ("russianLower", "%3)"))
    body, wanted = [], []
    for article in range(1, 21):
        heading = f"Предмет номер {article}"
        body.append(office.listed(heading))
        wanted.append(f"Статья {article}. {heading}")
        for point in range(1, 4):
            text = made.paragraph("ru", 10 * article + point, 12)
            body += [office.listed(text, 1), office.listed("обучение сотрудников;", 2)]
            wanted += [f"{article}.{point}. {text}", "а) обучение сотрудников;"]
    found = blocks(read("made.docx", office.docx("".join(body), {"word/numbering.xml": levels})))
    share = sum(one == other for one, other in zip(found, wanted, strict=True)) / len(wanted)
    assert share >= WANTED["numbered headings of a Word file"]


def test_the_language_of_a_sentence() -> None:
    rows = [(code, text) for code, texts in SENTENCES.items() for text in texts]
    wrong = [(code, detect.label(text), text) for code, text in rows if detect.label(text) != code]
    assert 1 - len(wrong) / len(rows) >= WANTED["language of sentences"], wrong


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
@pytest.mark.parametrize("askew", [0, 5])
def test_a_clean_scan_is_recognised(askew: float) -> None:
    texts = [*made.paragraphs("ru", 2), *made.paragraphs("en", 2)]
    printer = made.Printer(size=11, leading=16)
    printer.column(texts, made.MARGIN, 470)
    found = read("scan.pdf", made.picture_pdf(printer.data(), 300, askew=askew))
    wanted = " ".join(" ".join(texts).split())
    errors = Levenshtein.distance(" ".join(" ".join(blocks(found)).split()), wanted)
    assert errors / len(wanted) <= WANTED["recognition errors"]

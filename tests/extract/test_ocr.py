"""Recognition: scans however they lie, text layers that cannot be trusted, and what happens without tesseract."""

from __future__ import annotations

import hashlib
import io
import re
import shutil
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from rapidfuzz.distance import Levenshtein

from pipeline.errors import MissingToolError, UnreadableError
from pipeline.extract import base, ocr, picture
from pipeline.model import Extraction, Source
from tests.support import pages as made

needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")


def read(data: bytes) -> Extraction:
    return base.extract(Source("scan.pdf", data, hashlib.sha256(data).hexdigest()))


def one_line(text: str) -> str:
    return " ".join(text.split())


def scan() -> tuple[bytes, str]:
    printer = made.Printer(size=12, leading=18)
    text = "Стороны обмениваются информацией. The Parties exchange information every year."
    printer.column([text], made.MARGIN, 420)
    return made.picture_pdf(printer.data()), text


@needs_tesseract
def test_a_page_without_text_is_recognised() -> None:
    data, text = scan()
    found = read(data)
    assert one_line(found.text) == text
    (note,) = found.notes
    assert (note.code, note.page) == ("ocr", 1)
    assert "confidence" in note.message
    assert found.blocks[0].box is not None
    assert found.blocks[0].box.left == pytest.approx(made.MARGIN, abs=3)
    assert found.blocks[0].box.top == pytest.approx(71, abs=4)


@needs_tesseract
def test_pages_recognised_side_by_side_stay_in_order_and_are_turned_upright() -> None:
    printer = made.Printer(size=12, leading=18)
    lines = ["The first report tells of seizures.", "The second report tells of training.", "The third is the last."]
    for i, line in enumerate(lines):
        if i:
            printer.page()
        printer.column([line, *made.paragraphs("en", 3, first=i)], made.MARGIN, 470)
    with pikepdf.open(io.BytesIO(made.picture_pdf(printer.data(), 150))) as pdf:
        pdf.pages[1].Rotate = 90
        turned = io.BytesIO()
        pdf.save(turned)
    found = read(turned.getvalue())
    places = [found.text.find(line) for line in lines]
    assert -1 < places[0] < places[1] < places[2]
    assert [note.page for note in found.notes] == [1, 2, 3]


@needs_tesseract
@pytest.mark.parametrize("askew", [4, -7, 183, 87])
def test_a_scan_that_lies_askew_or_on_its_head_is_read(askew: float) -> None:
    texts = [made.paragraph("ru", 1, 50), made.paragraph("en", 1, 50)]
    printer = made.Printer(size=11, leading=16)
    printer.column(texts, made.MARGIN, 470)
    found = read(made.picture_pdf(printer.data(), askew=askew))
    wanted = one_line(" ".join(texts))
    assert Levenshtein.distance(one_line(found.text), wanted) <= 0.01 * len(wanted)
    assert len(found.blocks) == len(texts)
    (note,) = found.notes
    assert "straightened" in note.message
    box = found.blocks[0].box
    assert box is not None
    assert box.top < box.bottom < 0.4 * made.PAGE[1]


@pytest.mark.parametrize("quarter", [0, 90, 180, 270])
@pytest.mark.parametrize("askew", [-8.0, -3.0, 0.0, 1.5, 6.0])
def test_the_skew_of_a_page_is_measured_whichever_side_is_up(askew: float, quarter: int) -> None:
    printer = made.Printer(size=11, leading=15)
    printer.column(made.paragraphs("en", 5), made.MARGIN, 470)
    with pypdfium2.PdfDocument(printer.data()) as pdf:
        grey = np.asarray(
            pdf[0].render(scale=1.5, grayscale=True).to_pil().rotate(-askew - quarter, 3, True, fillcolor=255)
        )
    assert picture.skew(grey) == pytest.approx(askew, abs=0.2)


def test_a_page_without_lines_is_not_turned() -> None:
    noise = np.random.default_rng(5).integers(0, 256, (600, 400), dtype=np.uint8)
    assert picture.skew(noise) == 0
    assert picture.skew(np.full((600, 400), 255, np.uint8)) == 0


@pytest.mark.parametrize(("height", "size"), [(10, 8), (14, 9), (24, 18)])
def test_white_print_on_dark_ground_is_noticed(height: float, size: float) -> None:
    printer = made.Printer()
    printer.column(made.paragraphs("en", 5), made.MARGIN, 470, top=200)
    printer.page()
    printer.column(made.paragraphs("en", 5), made.MARGIN, 470, top=200)
    printer.pdf.rect(made.MARGIN, 100, 120, height, style="F")
    printer.pdf.set_text_color(255)
    printer.pdf.set_font_size(size)
    printer.pdf.text(made.MARGIN + 4, 97 + height, "RESTRICTED")
    with pypdfium2.PdfDocument(made.picture_pdf(printer.data())) as pdf:
        assert [picture.taken(page, 200).reversed for page in pdf] == [False, True]


@needs_tesseract
def test_white_print_on_dark_ground_is_recognised() -> None:
    printer = made.Printer(size=12, leading=18)
    printer.column(made.paragraphs("en", 3), made.MARGIN, 470, top=200)
    printer.pdf.rect(made.MARGIN, 100, 300, 26, style="F")
    printer.pdf.set_text_color(255)
    printer.pdf.text(made.MARGIN + 10, 117, "Distributed to all Governments")
    assert "Distributed to all Governments" in one_line(read(made.picture_pdf(printer.data())).text)


def test_words_left_out_of_a_line_are_listed() -> None:
    def word(text: str, left: float, line: int, confidence: float) -> ocr._Word:
        return ocr._Word(text, left, 0, left + 20, 10, confidence, (1, 1, line))

    words = [word("The", 0, 1, 95), word("Parties", 30, 1, 94), word("ж1", 60, 1, 12), word("|", 90, 1, 5)]
    kept, lost = ocr._legible([*words, word("~,", 0, 2, 8), word("Рат", 0, 3, 9)])
    assert [w.text for w in kept] == ["The", "Parties"]
    assert [[w.text for w in line] for line in lost] == [["ж1", "|"], ["Рат"]]


def test_a_huge_page_makes_no_huge_picture() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(14_000, 14_000))
        saved = io.BytesIO()
        pdf.save(saved)
    with pypdfium2.PdfDocument(saved.getvalue()) as pdf:
        made_of_it = picture.taken(pdf[0], 200)
    assert len(made_of_it.data) < 41_000_000
    assert made_of_it.width == 14_000


@needs_tesseract
def test_a_text_layer_whose_font_names_its_letters_wrongly_is_recognised_instead() -> None:
    texts = made.paragraphs("ru", 4)
    printer = made.Printer(size=11, leading=15)
    printer.column(texts, made.MARGIN, 470)
    with pikepdf.open(io.BytesIO(printer.data())) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item:
                item.ToUnicode.write(
                    re.sub(rb"(<[0-9A-F]{4}>\s)<(04[0-9A-F]{2})>", _as_latin, item.ToUnicode.read_bytes())
                )
        saved = io.BytesIO()
        pdf.save(saved)
    found = read(saved.getvalue())
    assert [note.code for note in found.notes] == ["ocr"]
    assert "unusable text layer" in found.notes[0].message
    assert made.whole(texts, [b.span.of(found.text) for b in found.blocks]) == 1


def _as_latin(match: re.Match[bytes]) -> bytes:
    """A Cyrillic letter named as the one that has its place in the Latin code page."""
    return match.group(1) + b"<%04X>" % (int(match.group(2), 16) - 0x350)


@needs_tesseract
def test_a_stamp_in_text_does_not_hide_the_scan_below_it() -> None:
    data, text = scan()
    stamp = made.Printer()
    stamp.pdf.text(made.MARGIN, 30, "Registered on the fourteenth day, number 345")
    with pikepdf.open(io.BytesIO(data)) as pdf, pikepdf.open(io.BytesIO(stamp.data())) as other:
        pdf.pages[0].add_overlay(other.pages[0], None)
        saved = io.BytesIO()
        pdf.save(saved)
    found = read(saved.getvalue())
    assert text in one_line(found.text)
    assert "number 345" in one_line(found.text)
    assert [note.code for note in found.notes] == ["ocr"]


@needs_tesseract
def test_an_invisible_text_layer_over_a_scan_is_taken() -> None:
    texts = made.paragraphs("en", 3)
    printer = made.Printer(size=11, leading=15)
    printer.column(texts, made.MARGIN, 470)
    with (
        pikepdf.open(io.BytesIO(made.picture_pdf(printer.data(), 60))) as pdf,
        pikepdf.open(io.BytesIO(printer.data())) as layer,
    ):
        page = layer.pages[0]
        page.Contents = layer.make_stream(page.Contents.read_bytes().replace(b"BT", b"BT 3 Tr"))
        pdf.pages[0].add_overlay(page, None)
        saved = io.BytesIO()
        pdf.save(saved)
    found = read(saved.getvalue())
    assert found.notes == ()
    assert made.whole(texts, [b.span.of(found.text) for b in found.blocks]) == 1


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("members of the OOH signed", "members of the OOH signed"),
        ("Registered 14 Мау 2014", "Registered 14 May 2014"),
        ("Устав OOH и CHT", "Устав ООН и СНТ"),
        ("Стороны и INTERPOL", "Стороны и INTERPOL"),
    ],
)
def test_a_word_of_look_alikes_is_in_the_letters_of_its_line(line: str, wanted: str) -> None:
    assert ocr.in_one_script(line) == wanted


def test_without_tesseract_the_page_waits_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    ocr._program.cache_clear()
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(MissingToolError) as caught:
        read(scan()[0])
    ocr._program.cache_clear()
    assert caught.value.reason == "missing-tool"
    assert caught.value.transient


def test_what_a_tesseract_outside_the_system_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program, data = tmp_path / "env" / "bin" / "tesseract", tmp_path / "env" / "share" / "tessdata"
    data.mkdir(parents=True)
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\necho 'List of available languages in \"{data}/\" (2):'\necho eng\necho rus\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    found = ocr.places()
    assert {program, data, tmp_path / "env" / "lib"} <= set(found)
    monkeypatch.setenv("PATH", "/nowhere")
    assert ocr.places() == ()


@pytest.mark.parametrize("coding", ["DCTDecode", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode"])
def test_a_giant_image_is_refused_before_it_is_decoded(coding: str) -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(600, 800))
        image = pdf.make_stream(b"\0" * 100)
        image.update({"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Image, "/Width": 60000, "/Height": 60000,
                      "/ColorSpace": pikepdf.Name.DeviceGray, "/BitsPerComponent": 1})  # fmt: skip
        image.Filter = pikepdf.Name("/" + coding)
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=image))
        page.Contents = pdf.make_stream(b"600 0 0 800 0 0 cm /Im Do")
        saved = io.BytesIO()
        pdf.save(saved)
    with pytest.raises(UnreadableError) as caught:
        read(saved.getvalue())
    assert caught.value.reason == "bomb"

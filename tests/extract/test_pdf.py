"""PDF: paragraphs whole whatever the columns, furniture aside, broken and hostile files told apart."""

from __future__ import annotations

import hashlib
import io
from typing import Any

import numpy as np
import pikepdf
import pypdfium2
import pytest

from pipeline import clean
from pipeline.errors import SkippedError, UnreadableError
from pipeline.extract import base
from pipeline.extract.characters import Page, read_page
from pipeline.extract.plausible import plausible
from pipeline.language import detect
from pipeline.model import Extraction, Role, Source
from tests.support import pages as made


def read(data: bytes, limits: base.Limits | None = None) -> Extraction:
    return base.extract(Source("made.pdf", data, hashlib.sha256(data).hexdigest()), limits)


def texts(found: Extraction) -> dict[str, list[str]]:
    """The clean paragraphs of each language version."""
    result = {}
    for code, blocks in detect.versions(found):
        text, kept = clean.version(found, blocks)
        result[code] = [b.span.of(text.text) for b in kept]
    return result


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"gutter": 7},
        {"justify": True},
        {"gutter": 7, "justify": True},
        {"hyphenate": True},
        {"gap": 0, "indent": 12, "justify": True},
        {"header": "CARICC Bulletin No. 5", "numbered": True},
        {"size": 8.0, "leading": 10.0},
    ],
    ids=str,
)
def test_bilingual_columns_come_out_whole(options: dict[str, Any]) -> None:
    data, english, russian = made.bilingual_pdf(18, **options)
    found = texts(read(data))
    assert made.whole(english, found["en"]) >= 0.98
    assert made.whole(russian, found["ru"]) >= 0.98
    order = [found["en"].index(text) for text in english if text in found["en"]]
    assert order == sorted(order)


def test_paragraphs_across_pages_become_whole() -> None:
    printer = made.Printer(indent=14, gap=0)
    written = made.paragraphs("en", 36)
    printer.flow(written)
    found = read(printer.data())
    assert found.meta.pages is not None
    assert found.meta.pages > 2
    assert made.whole(written, texts(found)["en"]) >= 0.95


def test_running_heads_and_page_numbers_are_set_aside() -> None:
    data, _, _ = made.bilingual_pdf(14, header="Bulletin of treaties 2014", numbered=True)
    found = read(data)
    assert found.meta.pages is not None
    reasons = [d.reason for d in found.dropped]
    assert reasons.count("running-head") == found.meta.pages
    assert reasons.count("page-number") == found.meta.pages
    assert "Bulletin" not in " ".join(texts(found)["en"])


def test_blocks_know_page_and_box() -> None:
    printer = made.Printer()
    printer.column(["The Parties shall cooperate."], made.MARGIN, 300, top=100)
    printer.page()
    printer.column(["The second page."], made.MARGIN, 300, top=200)
    first, second = read(printer.data()).blocks
    assert (first.page, second.page) == (1, 2)
    assert first.box is not None
    assert first.box.left == pytest.approx(made.MARGIN, abs=2)
    assert first.box.top < 100 < first.box.bottom + 2
    assert second.box is not None
    assert second.box.bottom == pytest.approx(202, abs=6)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_rotated_pages(rotation: int) -> None:
    data, english, russian = made.bilingual_pdf(6)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.Rotate = rotation
        turned = io.BytesIO()
        pdf.save(turned)
    found = texts(read(turned.getvalue()))
    assert made.whole(english, found["en"]) == 1
    assert made.whole(russian, found["ru"]) == 1


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_text_printed_sideways(angle: int) -> None:
    text = "The Parties shall inform each other of all measures taken under this Agreement."
    printer = made.Printer()
    with printer.pdf.rotation(angle, 300, 400):
        printer.column([text] * 3, 100, 200, 380)
    found = read(printer.data())
    assert [b.span.of(found.text).replace("\n", " ") for b in found.blocks] == [text] * 3


def test_small_print_with_a_mark_at_the_foot_is_a_footnote() -> None:
    printer = made.Printer()
    body = made.paragraphs("en", 5)
    printer.column(body, made.MARGIN, 470)
    printer.pdf.set_font("Body", "", 7.5)
    long = "1 See article 18 of the Convention against Transnational Organized Crime, interpretative notes, and notes"
    for i, line in enumerate((long, "of the depositary.", "2 Preliminary.")):
        printer.pdf.text(made.MARGIN, 735 + 9 * i, line)
    printer.page()
    printer.column(made.paragraphs("en", 2, first=9), made.MARGIN, 470)
    found = read(printer.data())
    roles = [(b.role, " ".join(b.span.of(found.text).split())) for b in found.blocks]
    assert [text for role, text in roles if role is Role.FOOTNOTE] == [
        f"{long} of the depositary.",
        "2 Preliminary.",
    ]
    assert made.whole(body, [text for role, text in roles if role is Role.TEXT]) == 1


@pytest.mark.parametrize("drawn", ["lines", "boxes", "underlines", "frame"])
def test_only_lines_across_and_down_promise_a_table(drawn: str) -> None:
    printer = made.Printer()
    for y in (100, 120, 140, 160):
        if drawn == "boxes":
            for x in (60, 200):
                printer.pdf.rect(x, y, 140, 20)
        elif drawn != "frame":
            printer.pdf.line(60, y, 340, y)
    if drawn == "lines":
        for x in (60, 200, 340):
            printer.pdf.line(x, 100, x, 160)
    if drawn == "frame":
        printer.pdf.rect(40, 40, 500, 700)
    with pypdfium2.PdfDocument(printer.data()) as pdf:
        assert read_page(pdf[0]).ruled is (drawn in ("lines", "boxes"))


def test_a_table_with_rulings_keeps_its_rows() -> None:
    printer = made.Printer()
    printer.column(["Seizures of the year, by substance:"], made.MARGIN, 400)
    printer.pdf.set_xy(made.MARGIN, 120)
    with printer.pdf.table(width=400, text_align="LEFT") as table:
        for row in (("Substance", "Amount", "Cases"), ("Opium", "36 kg", "12"), ("Heroin", "1,2 t", "7")):
            cells = table.row()
            for cell in row:
                cells.cell(cell)
    printer.column(["All figures are preliminary."], made.MARGIN, 400, top=300)
    found = read(printer.data())
    assert [(b.span.of(found.text), b.role) for b in found.blocks] == [
        ("Seizures of the year, by substance:", Role.TEXT),
        ("Substance | Amount | Cases", Role.TABLE_ROW),
        ("Opium | 36 kg | 12", Role.TABLE_ROW),
        ("Heroin | 1,2 t | 7", Role.TABLE_ROW),
        ("All figures are preliminary.", Role.TEXT),
    ]


def with_form(data: bytes, value: str, *, drawn: bool) -> bytes:
    """A PDF with one field that was filled in, and a comment; `drawn` says whether the field holds its appearance."""
    name = pikepdf.Name
    with pikepdf.open(io.BytesIO(data)) as pdf:
        font = pdf.make_indirect(pikepdf.Dictionary(Type=name.Font, Subtype=name.Type1, BaseFont=name.Helvetica))
        resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))

        def placed(kind: str, text: str, y: int, look: bool, **more: Any) -> Any:
            shape = pdf.make_stream(f"/Tx BMC BT /F 10 Tf 2 4 Td ({text}) Tj ET EMC".encode())
            shape.Type, shape.Subtype, shape.Resources = name.XObject, name.Form, resources
            shape.BBox = pikepdf.Array([0, 0, 250, 18])
            shown = {"/AP": pikepdf.Dictionary(N=shape)} if look else {}
            box = pikepdf.Array([200, y, 450, y + 18])
            look_of = pikepdf.String("/F 10 Tf 0 g")
            kinds = {"/Type": name.Annot, "/Subtype": name(kind), "/Rect": box, "/DA": look_of, "/F": 4}
            return pdf.make_indirect(pikepdf.Dictionary({**kinds, **shown, **more}))

        text, title = pikepdf.String(value), pikepdf.String("authority")
        field = placed("/Widget", value, 430, drawn, **{"/FT": name.Tx, "/T": title, "/V": text})
        comment = placed(
            "/FreeText", "A private remark", 330, True, **{"/Contents": pikepdf.String("A private remark")}
        )
        pdf.pages[0].obj.Annots = pikepdf.Array([field, comment])
        pdf.Root.AcroForm = pikepdf.Dictionary(
            Fields=pikepdf.Array([field]), DR=resources, DA=pikepdf.String("/F 10 Tf 0 g"), NeedAppearances=not drawn
        )
        saved = io.BytesIO()
        pdf.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize("drawn", [True, False])
def test_what_was_filled_into_a_form_is_text_and_a_comment_is_not(drawn: bool) -> None:
    printer = made.Printer()
    printer.column(made.paragraphs("en", 3), made.MARGIN, 470)
    printer.pdf.text(made.MARGIN, 402, "Name of the authority:")
    found = read(with_form(printer.data(), "Ministry of the Interior", drawn=drawn))
    assert "Name of the authority: Ministry of the Interior" in " ".join(found.text.split())
    assert "remark" not in found.text


def test_attached_files_are_named() -> None:
    data, _, _ = made.bilingual_pdf(2)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for file in ("annex.docx", "list.xlsx"):
            pdf.attachments[file] = b"content"
        saved = io.BytesIO()
        pdf.save(saved)
    (note,) = read(saved.getvalue()).notes
    assert note.code == "attachments"
    assert note.message == "2 attached files were not read: annex.docx, list.xlsx"


# --- broken, locked, hostile -----------------------------------------------------------------------------------------


def encrypted(user: str) -> bytes:
    data, _, _ = made.bilingual_pdf(2)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        locked = io.BytesIO()
        pdf.save(locked, encryption=pikepdf.Encryption(owner="owner", user=user, R=6))
    return locked.getvalue()


def test_a_user_password_is_a_reason_to_skip() -> None:
    with pytest.raises(SkippedError) as caught:
        read(encrypted("secret"))
    assert caught.value.reason == "encrypted"
    assert caught.value.hint


def test_a_password_among_those_given_opens_the_file() -> None:
    limits = base.Limits(passwords=("wrong", "secret"))
    found = read(encrypted("secret"), limits)
    assert set(texts(found)) == {"en", "ru"}
    assert [note.code for note in found.notes] == ["password"]
    assert "secret" not in repr((limits, found.notes))
    with pytest.raises(SkippedError):
        read(encrypted("another"), limits)


def test_an_owner_password_is_no_obstacle() -> None:
    assert set(texts(read(encrypted("")))) == {"en", "ru"}


def test_a_file_cut_in_its_end_is_repaired_and_says_so() -> None:
    data, english, _ = made.bilingual_pdf(10)
    found = read(data[: data.rindex(b"xref", 0, data.rindex(b"startxref"))])
    assert made.whole(english, texts(found)["en"]) == 1
    assert "repaired" in [note.code for note in found.notes]


def test_a_file_cut_in_its_first_half_is_refused() -> None:
    data, _, _ = made.bilingual_pdf(10)
    with pytest.raises(UnreadableError) as caught:
        read(data[:700])
    assert caught.value.reason in ("broken", "empty")


def test_garbage_before_and_after_is_read_and_noted() -> None:
    data, english, _ = made.bilingual_pdf(4)
    found = read(b"junk\n" + data + b"\0" * 5000)
    assert made.whole(english, texts(found)["en"]) == 1
    assert "repaired" in [note.code for note in found.notes]


def test_a_damaged_cross_reference_table_is_repaired() -> None:
    data, english, _ = made.bilingual_pdf(4)
    at = data.rindex(b"startxref")
    found = read(data[:at] + b"startxref\n999999999\n%%EOF\n")
    assert made.whole(english, texts(found)["en"]) == 1


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\n%%EOF", b"%PDF-1.7\n" + b"\xff\x00garbage" * 500])
def test_no_pdf_behind_the_magic_bytes(data: bytes) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(data)
    assert caught.value.reason in ("broken", "empty")


def test_only_the_last_revision_is_read() -> None:
    first = made.Printer()
    first.column(["The sum is ten dollars."], made.MARGIN, 300)
    second = made.Printer()
    second.column(["The sum is twenty dollars."], made.MARGIN, 300)
    with pikepdf.open(io.BytesIO(first.data())) as old, pikepdf.open(io.BytesIO(second.data())) as new:
        old.pages.append(new.pages[0])
        del old.pages[0]
        saved = io.BytesIO()
        old.save(saved, linearize=True)
    assert read(saved.getvalue()).text == "The sum is twenty dollars."


def test_too_many_pages() -> None:
    data, _, _ = made.bilingual_pdf(14)
    with pytest.raises(UnreadableError) as caught:
        read(data, base.Limits(max_pages=2))
    assert caught.value.reason == "too-large"


def test_a_giant_image_is_refused_before_it_is_decoded() -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(600, 800))
        image = pdf.make_stream(b"\0" * 100)
        image.update({"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Image, "/Width": 60000, "/Height": 60000,
                      "/ColorSpace": pikepdf.Name.DeviceGray, "/BitsPerComponent": 8})  # fmt: skip
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=image))
        page.Contents = pdf.make_stream(b"600 0 0 800 0 0 cm /Im Do")
        saved = io.BytesIO()
        pdf.save(saved)
    with pytest.raises(UnreadableError) as caught:
        read(saved.getvalue())
    assert caught.value.reason == "bomb"


# --- the text layer ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "usable"),
    [
        ("The Parties shall notify each other within 30 days.", True),
        ("12.03.2014 36 1 200 5,7 18 44 2001 2002 2003", True),
        ("Scope . . . . . . . . . . . . . . . 2 Definitions . . . . . . . . . . . . . . . . . . . 3", True),
        ("Name __________________________ Date ______________________________", True),
        ("(cid:17)(cid:3)(cid:88)(cid:41)(cid:9)(cid:120)(cid:7)", False),
        ("\ue001\ue045\ue033 \ue012\ue078 \ue091\ue003\ue004", False),
        ("\x01\x03\x04 \x05\x06 \x0e\x0f\x10 abc", False),
        ("!#$%& *+-/= <>@[] ^_{|}~ ()", False),
        ("", False),
    ],
)
def test_a_text_layer_that_is_no_text_is_not_trusted(text: str, usable: bool) -> None:
    codes = np.array([ord(c) for c in text], np.uint32)
    assert Page(codes, np.zeros((len(text), 4), np.float32), 600, 800, ruled=False).usable is usable


CYRILLIC, LATIN = "абвгдежзийклмнопрстуфхцчшщъыьэюя", "abcdefghijklmnopqrstuvwxyz"
RUSSIAN = " ".join(made.paragraphs("ru", 3)).lower()
ENGLISH = " ".join(made.paragraphs("en", 3)).lower()


@pytest.mark.parametrize(
    "text",
    [
        RUSSIAN.encode("cp1251", "replace").decode("latin-1"),
        RUSSIAN.translate({ord(c): CYRILLIC[(i + 5) % 32] for i, c in enumerate(CYRILLIC)}),
        RUSSIAN.translate({ord(c): LATIN[(i + 2) % 26] for i, c in enumerate(CYRILLIC)}),
        ENGLISH.translate({ord(c): LATIN[(i + 3) % 26] for i, c in enumerate(LATIN)}),
        ENGLISH[::1].translate({ord(c): CYRILLIC[i] for i, c in enumerate(LATIN)}),
    ],
)
def test_letters_that_read_like_no_language(text: str) -> None:
    assert not plausible(text)


@pytest.mark.parametrize(
    "text",
    [
        RUSSIAN,
        ENGLISH,
        "Тараптар осы Келісім шеңберінде ақпарат алмасады және бірлескен іс-шаралар өткізеді. " * 6,
        "Tomonlar ushbu Bitim doirasida axborot almashadilar va qoʻshma tadbirlar oʻtkazadilar. " * 6,
        "Taraflar bu Anlaşma çerçevesinde bilgi alışverişinde bulunur ve ortak önlemler alır. " * 6,
        "Les Parties échangent des renseignements et prennent les mesures nécessaires à l'exécution. " * 6,
        "USD KZT RUB EUR KGS TJS UZS 12 500 3,4 " * 20,
        "Ибрагимов Рахматулло Шарифович, Ковальчук Мыкола, Нурмагамбетова Айгуль, Ким Сергей Львович. " * 5,
        "Ñòàòüÿ",
        "საქართველოს მთავრობა " * 30,
    ],
)
def test_languages_names_and_codes_are_no_gibberish(text: str) -> None:
    assert plausible(text)

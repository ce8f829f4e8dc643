"""Word files: everything Word prints is in the text, nothing that was deleted, and no bomb goes off."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile

import docx as python_docx
import pytest

from pipeline.errors import SkippedError, UnreadableError
from pipeline.extract import base
from pipeline.extract.numbering import formatted
from pipeline.language import detect
from pipeline.model import Extraction, Role, Source
from tests.support import office


def read(data: bytes, limits: base.Limits | None = None) -> Extraction:
    return base.extract(Source("made.docx", data, hashlib.sha256(data).hexdigest()), limits)


def texts(found: Extraction) -> list[str]:
    return [b.span.of(found.text) for b in found.blocks]


def test_a_number_that_stands_only_in_the_list_is_in_the_text() -> None:
    levels = office.numbering(("decimal", "Статья %1."), ("decimal", "%1.%2."), ("russianLower", "%3)"))
    body = "".join(
        (office.listed("Предмет"), office.listed("Стороны сотрудничают.", 1), office.listed("Они:", 1),
         office.listed("обмениваются опытом;", 2), office.listed("обучают.", 2), office.listed("Органы"),
         office.listed("Ими являются министерства.", 1))
    )  # fmt: skip
    found = read(office.docx(body, {"word/numbering.xml": levels}))
    assert texts(found) == [
        "Статья 1. Предмет",
        "1.1. Стороны сотрудничают.",
        "1.2. Они:",
        "а) обмениваются опытом;",
        "б) обучают.",
        "Статья 2. Органы",
        "2.1. Ими являются министерства.",
    ]
    assert [b.role for b in found.blocks][:2] == [Role.HEADING, Role.LIST_ITEM]


def test_a_style_can_carry_the_number() -> None:
    styles = office.part(
        "styles",
        '<w:style w:styleId="Base"><w:name w:val="Normal"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Art"><w:name w:val="Art"/><w:basedOn w:val="Base"/></w:style>',
    )
    levels = office.numbering(("upperRoman", "Article %1"))
    body = office.p("Scope", '<w:pStyle w:val="Art"/>') + office.p("Terms", '<w:pStyle w:val="Art"/>')
    found = read(office.docx(body, {"word/numbering.xml": levels, "word/styles.xml": styles}))
    assert texts(found) == ["Article I Scope", "Article II Terms"]


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [(4, "upperRoman", "IV"), (1994, "lowerRoman", "mcmxciv"), (27, "lowerLetter", "aa"), (3, "russianUpper", "В"),
     (5, "decimalZero", "05"), (7, "decimal", "7"), (2, "none", "")],
)  # fmt: skip
def test_number_formats(value: int, kind: str, expected: str) -> None:
    assert formatted(value, kind) == expected


def test_insertions_are_in_and_deletions_out() -> None:
    body = (
        "<w:p><w:r><w:t>The Parties </w:t></w:r><w:del><w:r><w:delText>may</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>shall</w:t></w:r></w:ins><w:r><w:t> notify.</w:t></w:r></w:p>"
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>shown</w:t></w:r></w:p>"
    )
    found = read(office.docx(body))
    assert texts(found) == ["The Parties shall notify.", "shown"]
    assert [note.code for note in found.notes] == ["tracked-changes"]


def test_tables_are_rows() -> None:
    found = read(office.docx(office.table(("Substance", "Amount"), ("opium", "36 kg"), ("", "1,2 t"))))
    assert texts(found) == ["Substance | Amount", "opium | 36 kg", "| 1,2 t"]
    assert {b.role for b in found.blocks} == {Role.TABLE_ROW}


def test_a_bilingual_table_is_two_columns_of_text() -> None:
    rows = (
        ("Article 1", "Статья 1"),
        ("The Parties shall cooperate in good faith.", "Стороны сотрудничают добросовестно."),
        ("Article 2", "Статья 2"),
        ("The Parties shall inform each other.", "Стороны информируют друг друга."),
    )
    found = read(office.docx(office.table(*rows)))
    versions = {code: [b.span.of(found.text) for b in blocks] for code, blocks in detect.versions(found)}
    assert versions == {"en": [row[0] for row in rows], "ru": [row[1] for row in rows]}


def test_footnotes_follow_their_paragraph_and_text_boxes_their_anchor() -> None:
    notes = office.part("footnotes", f'<w:footnote w:id="2">{office.p("See the Protocol.")}</w:footnote>')
    body = (
        '<w:p><w:r><w:t>The Parties agree.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
        "<w:p><w:r><w:t>Before.</w:t><w:pict>"
        f"<w:txbxContent>{office.p('In a box.')}</w:txbxContent></w:pict></w:r></w:p>" + office.p("After.")
    )
    found = read(office.docx(body, {"word/footnotes.xml": notes}))
    assert texts(found) == ["The Parties agree.", "See the Protocol.", "Before.", "In a box.", "After."]
    assert found.blocks[1].role is Role.FOOTNOTE


def test_a_file_of_another_maker() -> None:
    document = python_docx.Document()
    document.core_properties.title = "Agreement on cooperation"
    document.add_heading("Agreement", 0)
    document.add_paragraph("The Parties shall cooperate.", style="List Number")
    document.add_paragraph("One line\nand another.")
    data = io.BytesIO()
    document.save(data)
    found = read(data.getvalue())
    assert texts(found) == ["Agreement", "1. The Parties shall cooperate.", "One line\nand another."]
    assert found.blocks[0].role is Role.HEADING
    assert found.meta.title == "Agreement on cooperation"


# --- hostile ---------------------------------------------------------------------------------------------------------


def reason(data: bytes, limits: base.Limits | None = None) -> str:
    with pytest.raises((UnreadableError, SkippedError)) as caught:
        read(data, limits)
    return caught.value.reason


def test_a_part_packed_too_tightly() -> None:
    assert reason(office.docx(office.p(" " * 60_000_000))) == "bomb"


def test_parts_that_are_too_large_together() -> None:
    assert reason(office.docx(office.p("word " * 500_000)), base.Limits(max_unpacked_mib=1)) == "bomb"


def test_a_part_larger_than_it_says() -> None:
    data = bytearray(office.docx(office.p("x" * 200_000)))
    at = data.rindex(b"word/document.xml") - 46 + 24  # the size in the directory at the end
    data[at : at + 4] = struct.pack("<I", 100)
    assert reason(bytes(data)) in ("bomb", "broken")


def test_overlapping_parts() -> None:
    data = bytearray(office.docx(office.p("x" * 1000), {"word/styles.xml": "<a/>", "word/numbering.xml": "<a/>"}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as packed:
        first = packed.infolist()[0].header_offset
    at = data.rindex(b"word/numbering.xml") - 46 + 42
    data[at : at + 4] = struct.pack("<I", first + 1)
    assert reason(bytes(data)) == "bomb"


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE a [<!ENTITY y "lol"><!ENTITY z "' + "&y;" * 1000 + '"><!ENTITY x "' + "&z;" * 1000 + '">]>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_entities_are_refused(declaration: str) -> None:
    inner = office.part("document", f"<w:body>{office.p('&x;' if 'ENTITY' in declaration else 'y')}</w:body>")
    assert reason(office.docx("", {"word/document.xml": declaration + inner})) in ("bomb", "broken")


def test_damaged_xml_and_a_cut_file() -> None:
    assert reason(office.docx("<w:p><w:r>")) == "broken"
    whole = office.docx(office.p("text " * 500))
    assert reason(whole[:-30]) == "broken"


def test_deep_nesting_is_no_crash() -> None:
    deep = "<w:sdt><w:sdtContent>" * 200 + office.p("inside") + "</w:sdtContent></w:sdt>" * 200
    try:
        assert texts(read(office.docx(deep))) == ["inside"]
    except UnreadableError as error:
        assert error.reason == "broken"  # noqa: PT017 - either outcome is right


def test_a_word_file_under_another_name_is_read_as_what_it_is() -> None:
    data = office.docx(office.p("The Parties shall cooperate."))
    found = base.extract(Source("agreement.pdf", data, hashlib.sha256(data).hexdigest()))
    assert texts(found) == ["The Parties shall cooperate."]

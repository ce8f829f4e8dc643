"""How a page is laid out: tables without rulings, texts side by side, furniture, paragraphs without gaps."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

import pytest

from pipeline.extract import base
from pipeline.model import Extraction, Role, Source
from tests.support import pages as made

SEIZURES = (
    ("Substance", "2013", "2014"),
    ("Opium", "36 kg", "41 kg"),
    ("Heroin", "1,2 t", "900 kg"),
    ("Cannabis", "–", "12"),
    ("Precursors", "7", "19"),
)
STATES = (
    ("Государство", "Изъято, кг", "Задержано"),
    ("Республика Казахстан", "1 240,5", "17"),
    ("Остальные\nгосударства", "4 410", "65"),
    ("Кыргызская Республика", "320", "4"),
)
PEOPLE = (
    ("Name", "Position", "State"),
    ("A. Karimova", "Head of delegation", "Kazakhstan"),
    ("B. Osmonov", "Deputy Minister", "Kyrgyzstan"),
    ("D. Petrov", "First Secretary\nof the Embassy", "Russia"),
)


def read(printer: made.Printer) -> Extraction:
    data = printer.data()
    return base.extract(Source("made.pdf", data, hashlib.sha256(data).hexdigest()))


def texts(found: Extraction, *roles: Role) -> list[str]:
    return [" ".join(b.span.of(found.text).split()) for b in found.blocks if not roles or b.role in roles]


def rows(table: Sequence[Sequence[str]]) -> list[str]:
    return [" | ".join(cell.replace("\n", " ") for cell in row) for row in table]


@pytest.mark.parametrize(
    ("table", "edges", "right"),
    [(SEIZURES, (60, 300, 400), (1, 2)), (STATES, (60, 300, 420), ()), (PEOPLE, (60, 220, 400), ())],
)
@pytest.mark.parametrize("gap", [0.0, 5.0])
def test_a_table_without_rulings_keeps_its_rows(
    table: Sequence[Sequence[str]], edges: Sequence[float], right: Sequence[int], gap: float
) -> None:
    before, after = made.paragraphs("en", 2), made.paragraphs("en", 2, first=5)
    printer = made.Printer(gap=gap)
    y = printer.column(before, made.MARGIN, 470)
    y = printer.table(table, edges, y + 14, right=right)
    printer.column(after, made.MARGIN, 470, y + 14)
    found = read(printer)
    assert texts(found, Role.TABLE_ROW) == rows(table)
    assert texts(found)[0].startswith(before[0][:40])
    assert texts(found)[-1].endswith(after[-1][-40:])


def test_a_long_list_with_numbers_is_a_table_and_not_two_columns() -> None:
    table = [
        (f"{name} province", str(17 * i + 3))
        for i, name in enumerate(["Balkh", "Bamyan", "Farah", "Ghor", "Herat", "Kabul", "Khost"])
    ]
    printer = made.Printer()
    y = printer.column(made.paragraphs("en", 2), made.MARGIN, 470)
    printer.table(table, (60, 330), y + 10)
    assert texts(read(printer), Role.TABLE_ROW) == rows(table)


def test_a_table_inside_a_column_stands_between_its_paragraphs() -> None:
    printer = made.Printer()
    y = printer.column(made.paragraphs("en", 2), made.MARGIN, 225)
    y = printer.table(SEIZURES, (60, 180, 230), y + 10)
    printer.column(made.paragraphs("en", 2, first=5), made.MARGIN, 225, y + 10)
    printer.column(made.paragraphs("en", 7, first=20), made.MARGIN + 245, 225)
    found = read(printer)
    assert texts(found, Role.TABLE_ROW) == rows(SEIZURES)
    roles = [b.role for b in found.blocks]
    assert roles[:2] == [Role.TEXT, Role.TEXT]
    assert made.whole([*made.paragraphs("en", 2), *made.paragraphs("en", 2, first=5)], texts(found)) == 1
    assert made.whole(made.paragraphs("en", 7, first=20), texts(found)) == 1


def test_signatures_side_by_side_are_read_one_after_the_other() -> None:
    printer = made.Printer()
    signed = [("For the Government of the", "For the Government of the"), ("Republic of Kazakhstan", "Kyrgyz Republic")]
    y = printer.column(made.paragraphs("en", 2), made.MARGIN, 470)
    printer.table(signed, (60, 330), y + 30)
    assert texts(read(printer))[-2:] == [
        "For the Government of the Republic of Kazakhstan",
        "For the Government of the Kyrgyz Republic",
    ]


def test_numbers_that_hang_before_their_paragraphs_make_no_table() -> None:
    printer, y = made.Printer(), 80.0
    written = [made.paragraph("en", i, 35) for i in range(1, 9)]
    for i, text in enumerate(written, 1):
        printer.pdf.text(60, y, f"{i}.")
        y = printer.column([text], 90, 430, y)
    assert texts(read(printer)) == [f"{i}. {text}" for i, text in enumerate(written, 1)]


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("justify", [False, True])
def test_columns_of_prose_are_no_table(language: str, justify: bool) -> None:
    printer = made.Printer(justify=justify)
    printer.column(made.paragraphs(language, 9), made.MARGIN, printer.width)
    printer.column(made.paragraphs(language, 9, first=9), made.MARGIN + printer.width + 20, printer.width)
    assert texts(read(printer), Role.TABLE_ROW) == []


# --- furniture -----------------------------------------------------------------------------------------------------


def headed(heads: Sequence[tuple[float, str]], notes: Sequence[str] = ()) -> tuple[Extraction, list[str]]:
    """Pages with a head each, and a footnote each; with the paragraphs written."""
    printer, written = made.Printer(gap=0, indent=12), []
    for n, (x, head) in enumerate(heads):
        if n:
            printer.page()
        printer.pdf.set_font("Body", "", 9)
        printer.pdf.text(x, 50, head)
        printer.pdf.set_font("Body", "", 7.5)
        if notes:
            printer.pdf.text(made.MARGIN, 762, notes[n])
        printer.pdf.set_font("Body", "", 10)
        written += (page := made.paragraphs("en", 9, first=20 * n))
        printer.column(page, made.MARGIN, 470, 84)
    return read(printer), written


@pytest.mark.parametrize(
    "heads",
    [
        [(60, f"{n}   Treaty Series") for n in range(1, 9)],
        [(60, f"{n} United Nations Treaties") if n % 2 else (380, f"Recueil des traités {n}") for n in range(1, 9)],
        [(60, ("Chapter I. General provisions", "Chapter II. Cooperation", "Final clauses")[n // 3]) for n in range(9)],
        [(60, "Memorandum of Understanding")] * 2,
    ],
    ids=["numbered", "odd and even", "chapters", "two pages"],
)
def test_running_heads_are_set_aside_however_they_change(heads: list[tuple[float, str]]) -> None:
    found, written = headed(heads)
    assert Counter(d.reason for d in found.dropped) == {"running-head": len(heads)}
    assert made.whole(written, texts(found)) == 1


def test_a_footnote_on_each_page_is_no_running_foot() -> None:
    notes = [
        "1 See the report of the Council.",
        "2 Adopted in Almaty.",
        "3 Not yet in force.",
        "4 Text in two languages.",
    ]
    found, _ = headed([(60, "Protocol")] * 4, notes)
    assert texts(found, Role.FOOTNOTE) == notes


def test_numbers_of_lines_in_the_margin_are_set_aside() -> None:
    printer = made.Printer()
    for i in range(4, 35, 5):
        printer.pdf.text(35, 80 + 13 * i, str(i + 1))
    written = made.paragraphs("en", 7)
    printer.column(written, made.MARGIN, 470)
    found = read(printer)
    assert [d.reason for d in found.dropped] == ["line-number"] * 7
    assert made.whole(written, texts(found)) == 1


def test_footnotes_stand_in_both_columns() -> None:
    printer = made.Printer()
    for x, first, note in (
        (made.MARGIN, 0, "1 As amended in 2013."),
        (made.MARGIN + printer.width + 20, 6, "2 Ibid., p. 4."),
    ):
        printer.pdf.set_font("Body", "", 7)
        printer.pdf.text(x, 740, note)
        printer.pdf.set_font("Body", "", 10)
        printer.column(made.paragraphs("en", 6, first=first), x, printer.width)
    found = read(printer)
    assert texts(found, Role.FOOTNOTE) == ["1 As amended in 2013.", "2 Ibid., p. 4."]
    written = [*made.paragraphs("en", 6), *made.paragraphs("en", 6, first=6)]
    assert made.whole(written, texts(found, Role.TEXT)) == 1


def test_what_stands_outside_the_page_is_set_aside() -> None:
    printer = made.Printer()
    printer.column(["Inside the page stands this sentence."], made.MARGIN, 400, 300)
    printer.pdf.text(made.MARGIN, 900, "Proof of 14 May")
    found = read(printer)
    assert texts(found) == ["Inside the page stands this sentence."]
    assert [(d.reason, d.text) for d in found.dropped] == [("outside-page", "Proof of 14 May")]


# --- paragraphs ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("options", [{"indent": 12.0}, {"indent": 8.0}, {"justify": True}], ids=str)
def test_paragraphs_without_gaps_go_on_over_pages(language: str, options: dict[str, float]) -> None:
    printer = made.Printer(gap=0, **options)  # type: ignore[arg-type]
    written = made.paragraphs(language, 40)
    printer.flow(written)
    assert made.whole(written, texts(read(printer))) >= 0.97


def test_a_paragraph_begins_where_its_other_language_does() -> None:
    data, english, russian = made.bilingual_pdf(30, gap=0)
    found = base.extract(Source("made.pdf", data, hashlib.sha256(data).hexdigest()))
    assert made.whole([*english, *russian], texts(found)) >= 0.95


def test_a_title_stands_in_the_middle_and_an_indented_line_that_fills_the_page_is_none() -> None:
    printer = made.Printer(gap=14)
    title, opening = (
        "Entry into force",
        "The authors of the report draw up a scenario for each of the possible developments of today",
    )
    width = made.PAGE[0] - 2 * made.MARGIN
    printer.column(made.paragraphs("en", 2), made.MARGIN, width)
    printer.pdf.text((made.PAGE[0] - printer.pdf.get_string_width(title)) / 2, 320, title)
    printer.pdf.text((made.PAGE[0] - printer.pdf.get_string_width(opening)) / 2, 360, opening)
    printer.column(made.paragraphs("en", 2, first=4), made.MARGIN, width, top=400)
    roles = {b.span.of(found.text): b.role for found in [read(printer)] for b in found.blocks}
    assert (roles[title], roles[opening]) == (Role.HEADING, Role.TEXT)

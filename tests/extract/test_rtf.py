"""Rich text: code pages, revisions, hidden words, notes, tables, boxes, damage."""

from __future__ import annotations

import hashlib

import pytest

from pipeline.extract import base
from pipeline.model import Extraction, Role, Source

HEAD = (
    r"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\fcharset204 Arial;}{\f1\fcharset0 Times;}{\f2\fcharset2 Symbol;}"
    r"{\f3\fcharset238 East;}}"
    r"{\colortbl;\red0\green0\blue0;}{\*\generator maker;}"
)


def escaped(text: str, encoding: str = "cp1251") -> str:
    return "".join(c if c < "\x80" else "".join(f"\\'{b:02x}" for b in c.encode(encoding)) for c in text)


def read(body: str, head: str = HEAD) -> Extraction:
    data = f"{head}{body}}}".encode("latin-1")
    return base.extract(Source("made.rtf", data, hashlib.sha256(data).hexdigest()))


def texts(body: str, head: str = HEAD) -> list[str]:
    found = read(body, head)
    return [b.span.of(found.text) for b in found.blocks]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"\pard " + escaped("Статья 5"), ["Статья 5"]),
        (r"\pard\uc1 \u1057?\u1090?\u1072?\u1090?\u1100?\u1103? 5\par", ["Статья 5"]),
        (r"\pard\uc2 \u1057\'d0\'a1\u1090\'d1\'82 end\par", ["Ст end"]),
        (r"\pard\uc0 \u1057\u1090  end\par", ["Ст end"]),
        (r"\pard \u-10179?\u-8704? flag\par", ["😀 flag"]),
        (r"\pard \u-3913? item\par", ["• item"]),
        (r"\pard {\f2\'b7} item\par", ["• item"]),
        (r"\pard {\f3\'e9} " + escaped("Кафе"), ["é Кафе"]),
        (r"\pard See {\field{\*\fldinst HYPERLINK x}{\fldrslt the site}} now.\par", ["See the site now."]),
        (r"\pard \ldblquote a\rdblquote\emdash b\~c\endash d\tab e\line f\par", ["“a”—b\xa0c–d\te\nf"]),
        (r"\pard a | b\par", ["a | b"]),
        (r"\pard{\listtext 1.\tab}First\par{\pntext a)\tab}Second\par", ["1.\tFirst", "a)\tSecond"]),
        (r"\pard Text{\*\annotation Comment}{\header Head\par} end\page Next\par", ["Text end", "Next"]),
        (r"\pard{\upr{A}{\*\ud{\u1040?}}} x\par", ["А x"]),
        (r"\pard pic{\pict\bin5 {}\{x} end\par", ["pic end"]),
        (r"\pard not closed", ["not closed"]),
        (r"\pard }}} closed too often\par", ["closed too often"]),
    ],
)
def test_text(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


def test_what_was_deleted_or_hidden_is_set_aside_with_its_reason() -> None:
    found = read(r"\pard The Parties {\deleted may }{\revised shall }meet{\v  in secret} yearly.\par Next.\par")
    assert [b.span.of(found.text) for b in found.blocks] == ["The Parties shall meet yearly.", "Next."]
    assert [(d.text.strip(), d.reason) for d in found.dropped] == [("may", "deleted"), ("in secret", "hidden")]


def test_a_footnote_follows_its_paragraph() -> None:
    found = read(r"\pard The Parties{\super\chftn{\footnote\pard\chftn  See the annex.}} agree.\par Next.\par")
    assert [(b.role, b.span.of(found.text)) for b in found.blocks] == [
        (Role.TEXT, "The Parties agree."),
        (Role.FOOTNOTE, "See the annex."),
        (Role.TEXT, "Next."),
    ]


def test_a_table_row_by_row_and_two_languages_side_by_side() -> None:
    row = r"\trowd\cellx1000\cellx2000\pard\intbl {}\cell {}\cell\row"
    data = row.replace("{}", "{0}", 1).replace("{}", "{1}")
    opium = "".join(data.format(*cells) for cells in (("opium", "36 kg"), ("heroin", "7 kg")))
    assert texts(opium + r"\pard After.\par") == ["opium | 36 kg", "heroin | 7 kg", "After."]
    both = "".join(
        data.format(escaped(ru), en)
        for ru, en in ((r"Статья 1\par Стороны встречаются.", r"Article 1\par The Parties meet."), ("Конец", "The end"))
    )
    assert texts(both) == ["Статья 1", "Стороны встречаются.", "Конец", "Article 1", "The Parties meet.", "The end"]


def test_text_in_boxes() -> None:
    box = r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard Box text\par}}}"
    assert texts(rf"\pard Text{box} end\par") == ["Text end", "Box text"]


@pytest.mark.parametrize("page", ["1252", "1251", "866", "10007", "65001", "20866"])
def test_any_code_page(page: str) -> None:
    encoding = {"65001": "utf-8", "10007": "mac-cyrillic", "20866": "koi8-r", "1252": "cp1251"}.get(page, f"cp{page}")
    text = "Стороны обмениваются сведениями о незаконном обороте."
    found = read(rf"\pard {escaped(text, encoding)}\par", rf"{{\rtf1\ansi\ansicpg{page}\deff0")
    assert found.text == text
    assert [note.code for note in found.notes] == (["mojibake"] if page == "1252" else [])


def test_title_and_author() -> None:
    found = read(r"{\info{\title " + escaped("Соглашение") + r"}{\author Press}}\pard Text\par")
    assert (found.meta.title, found.meta.author, found.text) == ("Соглашение", "Press", "Text")


@pytest.mark.parametrize("filler", ["{", "}", "\\", "\\'", "\\u1 ", "{\\footnote x", "\\cell\\row", "\\par", "{\\*\\x"])
def test_damage_of_any_length_ends(filler: str) -> None:
    assert "word" in read(rf"\pard word {filler * (40_000 // len(filler))}").text

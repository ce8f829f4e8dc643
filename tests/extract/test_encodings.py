"""Bytes to text: the right text, or a note that says the encoding is in doubt."""

from __future__ import annotations

import pytest

from pipeline.extract.encodings import decode

TEXTS = (
    "Статья 5",
    "СОГЛАШЕНИЕ о сотрудничестве",
    "Стороны уведомляют друг друга в течение 30 дней.",
    "Стороны обмениваются информацией о незаконном обороте прекурсоров. Директор — Умаров «за», против — никто.",
)
ENCODINGS = ("cp1251", "koi8-r", "cp866", "mac-cyrillic", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", TEXTS)
def test_every_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding, "replace")).text == text.encode(encoding, "replace").decode(encoding)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("wrong", [("cp1251", "latin-1"), ("utf-8", "latin-1")])
def test_wrong_decodings_saved_as_utf8_are_undone_and_noted(text: str, wrong: tuple[str, str]) -> None:
    text = text.replace("—", "-")
    found = decode(text.encode(wrong[0]).decode(wrong[1]).encode("utf-8"))
    assert found.text == text
    assert [note.code for note in found.notes] == ["mojibake"]


def test_twice_wrong() -> None:
    once = TEXTS[2].encode("utf-8").decode("latin-1")
    assert decode(once.encode("utf-8").decode("latin-1").encode("utf-8")).text == TEXTS[2]


def test_a_lying_declaration_is_not_believed() -> None:
    assert decode(TEXTS[2].encode("koi8-r"), "windows-1251").encoding == "koi8-r"
    assert decode(TEXTS[2].encode("utf-8"), "windows-1251").text == TEXTS[2]


def test_two_encodings_in_one_file() -> None:
    data = "Статья 1\nСтатья 2\n".encode() + "Статья 3\n".encode("cp1251")
    found = decode(data)
    assert found.text == "Статья 1\nСтатья 2\nСтатья 3\n"
    assert [note.code for note in found.notes] == ["mixed-encoding"]


@pytest.mark.parametrize("text", ["Café São François naïve résumé déjà", "Übereinkommen für die Zusammenarbeit"])
def test_western_texts_are_not_taken_for_russian(text: str) -> None:
    assert decode(text.encode("cp1252")).text == text
    assert decode(text.encode("utf-8")).text == text


def test_a_cut_last_character_does_not_change_the_rest() -> None:
    found = decode(TEXTS[2].encode("utf-8")[:-2])
    assert found.text.startswith("Стороны уведомляют друг друга")
    assert found.notes


def test_ascii_is_certain() -> None:
    assert decode(b"Article 5").notes == ()

"""Bytes to text: the right text, or a note that says the encoding is in doubt."""

from __future__ import annotations

from collections import Counter

import pytest

from pipeline.extract import mojibake
from pipeline.extract.encodings import decode
from tests.support.tongues import HEADINGS, SENTENCES

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


# --- many texts, many encodings ------------------------------------------------------------------------------------

ONE_BYTE = ("cp1251", "koi8-r", "koi8-u", "cp866", "cp1125", "mac-cyrillic", "iso8859-5", "kz1048", "cp1252")
WIDE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
WRONG = (("cp1251", "latin-1"), ("cp1251", "cp1252"), ("utf-8", "cp1251"), ("utf-8", "latin-1"), ("utf-8", "cp1252"),
         ("koi8-r", "cp1251"), ("cp866", "cp1251"), ("cp1251", "koi8-r"), ("utf-8", "cp866"))  # fmt: skip


def readings(text: str) -> Counter[str]:
    """How often a text comes back right, in doubt, or wrong without a word, from all encodings that have it."""
    data = [text.encode(name) for name in WIDE]
    for name in ONE_BYTE:
        try:
            data.append(text.encode(name))
        except UnicodeEncodeError:
            continue
    if text == text.capitalize() or not text.isupper():
        for right, wrong in WRONG:
            try:
                data.append(text.encode(right).decode(wrong).encode())
            except UnicodeError:
                continue
    counts: Counter[str] = Counter()
    for each in data:
        found = decode(each)
        told = any(note.code == "encoding-doubt" for note in found.notes)
        counts["right" if found.text == text and not told else "told" if told else "silent"] += 1
    return counts


@pytest.mark.parametrize("language", ["en", "ru", "kk", "uk", "uz-cyrl"])
def test_a_sentence_in_any_encoding_is_right_or_in_doubt(language: str) -> None:
    counts: Counter[str] = Counter()
    for i, sentence in enumerate(SENTENCES[language]):
        text = sentence.replace("’", "'")
        counts += readings(text) + readings(text.upper() if i % 2 else " ".join(SENTENCES[language][i : i + 5]))
    assert counts["silent"] == 0
    assert counts["right"] > 0.9 * counts.total()


def test_headings_in_the_usual_encodings() -> None:
    for heading in (*HEADINGS["ru"], *(heading.upper() for heading in HEADINGS["ru"])):
        for name in ("cp1251", "koi8-r", "cp866", "utf-16-le"):
            assert decode(heading.encode(name)).text == heading, name


@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_right_text_is_never_repaired(language: str) -> None:
    for sentence in SENTENCES[language]:
        assert mojibake.undo(sentence)[0] == sentence
        assert mojibake.undo(sentence.upper())[0] == sentence.upper()


@pytest.mark.parametrize(
    "text", ["МВД, ФСБ, ГНК", "ЦАРИКЦ — UNODC", "130°W – 75°N … “ok”", "één façade", "ԵԱՏՄ 5", "№ 5-ФЗ"]
)
def test_odd_but_right_text_is_never_repaired(text: str) -> None:
    assert mojibake.undo(text)[0] == text


RUSSIAN = SENTENCES["ru"]


def test_a_quotation_in_another_encoding() -> None:
    quoted = [f"> {line}" for line in RUSSIAN[3:6]]
    data = "\n".join(RUSSIAN[:3]).encode("cp1251") + b"\n" + "\n".join(quoted).encode("koi8-r") + b"\n"
    found = decode(data + RUSSIAN[6].encode("cp1251"))
    assert found.text == "\n".join([*RUSSIAN[:3], *quoted, RUSSIAN[6]])
    assert [note.code for note in found.notes] == ["mixed-encoding"]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_paragraph_of_cp1251_in_utf8(end: str) -> None:
    data = end.join(RUSSIAN[:4]).encode() + end.encode() + end.join(RUSSIAN[4:6]).encode("cp1251")
    found = decode(data + end.encode() + RUSSIAN[6].encode())
    assert found.text == end.join(RUSSIAN[:7])
    assert "mixed-encoding" in [note.code for note in found.notes]


def test_one_paragraph_saved_wrongly_among_right_ones() -> None:
    wrong = RUSSIAN[1].encode("cp1251").decode("latin-1")
    found = decode("\n".join([RUSSIAN[0], wrong, RUSSIAN[2]]).encode())
    assert found.text == "\n".join(RUSSIAN[:3])
    assert [note.code for note in found.notes] == ["mojibake"]


@pytest.mark.parametrize(
    "declared", ["windows-1251", "koi8-r", "utf-8", "iso-8859-1", "ibm866", "utf-16", "no such", ""]
)
@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "utf-8", "utf-16-le"])
def test_whatever_is_declared_the_bytes_decide(encoding: str, declared: str) -> None:
    assert decode(RUSSIAN[1].encode(encoding), declared).text == RUSSIAN[1]


def test_a_lying_byte_order_mark() -> None:
    found = decode(b"\xef\xbb\xbf" + RUSSIAN[0].encode("cp1251"))
    assert found.text == RUSSIAN[0]


@pytest.mark.parametrize("data", [b"", b"\xff", b"\xff\xfe", b"\xfe\xff\x00", b"\xed\xa0\xbd", bytes(range(256)) * 3])
def test_broken_bytes_are_told(data: bytes) -> None:
    found = decode(data)
    assert found.notes or not data.strip(b"\xff\xfe")

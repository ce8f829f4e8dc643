"""Word files of before 2007, with and without catdoc."""

from __future__ import annotations

import hashlib
import shutil

import pytest

from pipeline.errors import DragomanError, SkippedError
from pipeline.extract import base, doc
from pipeline.model import Extraction, Role, Source
from tests.support import word97

RUSSIAN = "Статья 1\rСтороны обмениваются сведениями — «всегда».\r"
ENGLISH = "The Parties shall exchange information.\r"


def source(data: bytes) -> Source:
    return Source("made.doc", data, hashlib.sha256(data).hexdigest())


def read(*pieces: tuple[str, bool], notes: str = "") -> Extraction:
    return base.extract(source(word97.doc(pieces, notes)))


def texts(found: Extraction) -> list[str]:
    return [b.span.of(found.text) for b in found.blocks]


def test_text_in_pieces_of_both_kinds_without_any_tool(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    found = read((RUSSIAN, False), (ENGLISH, True), ("Конец\r", False))
    assert texts(found) == [
        "Статья 1", "Стороны обмениваются сведениями — «всегда».", ENGLISH.strip(), "Конец",
    ]  # fmt: skip
    assert found.blocks[0].role is Role.HEADING


def test_tables_fields_notes_and_marks() -> None:
    table = "opium\x0736 kg\x07\x07heroin\x077 kg\x07\x07"
    field = 'See \x13HYPERLINK "http://x.example"\x14the site\x15 and page \x13PAGE\x143\x15.\r'
    found = read((f"{table}{field}The Parties\x02 agree.\x0bNext line\r", False), notes="\x02 See the annex.\r")
    assert texts(found) == [
        "opium | 36 kg", "heroin | 7 kg", "See the site and page 3.", "The Parties agree.\nNext line", "See the annex.",
    ]  # fmt: skip
    assert found.blocks[-1].role is Role.FOOTNOTE


def test_two_languages_side_by_side() -> None:
    table = "Стороны\rвстречаются.\x07The Parties\rmeet.\x07\x07Конец\x07The end\x07\x07"
    assert texts(read((table, False))) == ["Стороны", "встречаются.", "Конец", "The Parties", "meet.", "The end"]


def test_an_encrypted_file_is_skipped() -> None:
    with pytest.raises(SkippedError) as caught:
        base.extract(source(word97.doc([(RUSSIAN, False)], encrypted=True)))
    assert caught.value.reason == "encrypted"


def outcome(data: bytes) -> str:
    try:
        return "read" if "Статья" in base.extract(source(data)).text else "lost"
    except DragomanError as error:
        return error.reason


@pytest.mark.parametrize("cut", [700, 1600, 5000, 9000])
def test_a_cut_file_is_read_or_told(cut: int) -> None:
    data = word97.doc([(RUSSIAN, False)])[:cut] + "WordDocument".encode("utf-16-le")
    assert outcome(data) in ("read", "missing-tool", "broken", "empty")


@pytest.mark.skipif(shutil.which("catdoc") is None, reason="catdoc is not installed")
def test_catdoc_reads_cyrillic_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "_pieces", lambda _: None)
    found = read((RUSSIAN, False), (ENGLISH, True))
    assert texts(found)[:2] == ["Статья 1", "Стороны обмениваются сведениями — «всегда»."]

"""Outlook's messages: body, attachments and attached messages in, damage told."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

import pytest

from pipeline.errors import DragomanError, UnreadableError
from pipeline.extract import base
from pipeline.model import Extraction, Source
from tests.support import office, outlook

BODY = "Стороны обмениваются информацией о незаконном обороте наркотиков."
MORE = {"__attach_version1.0_#00000000": outlook.attachment("note.txt", b"The Parties shall meet every year. " * 200)}


def read(tree: dict[str, Any]) -> Extraction:
    return read_bytes(outlook.compound(tree))


def read_bytes(data: bytes) -> Extraction:
    return base.extract(Source("made.msg", data, hashlib.sha256(data).hexdigest()))


def test_body_subject_sender_and_day() -> None:
    found = read(outlook.message("О сотрудничестве", BODY, date(2014, 5, 13)))
    assert found.text == BODY
    assert (found.meta.title, found.meta.author, found.meta.issued_on) == (
        "О сотрудничестве", "Press service", date(2014, 5, 13),
    )  # fmt: skip
    assert found.meta.media_type == "application/vnd.ms-outlook"


def test_attached_documents_follow_the_body_and_unreadable_ones_are_named() -> None:
    word = office.docx(office.p("Статья 1. Предмет Соглашения"))
    more = {
        **MORE,
        "__attach_version1.0_#00000001": outlook.attachment("treaty.docx", word),
        "__attach_version1.0_#00000002": outlook.attachment("stamp.png", b"\x89PNG\r\n\x1a\n" + bytes(500)),
    }
    found = read(outlook.message("Subject", BODY, **more))
    assert found.text.startswith(BODY)
    assert "The Parties shall meet every year." in found.text
    assert "Статья 1. Предмет Соглашения" in found.text
    assert [(note.code, "stamp.png" in note.message) for note in found.notes] == [("attachment", True)]


def test_a_message_inside_a_message() -> None:
    inner = {**outlook.message("Forwarded", "The Council met in Almaty."), **MORE}
    inner["__properties_version1.0"] = outlook.properties(inner=True)
    folder = {"__properties_version1.0": bytes(8), "__substg1.0_3701000D": inner}
    found = read(outlook.message("Subject", BODY, **{"__attach_version1.0_#00000000": folder}))
    assert "The Council met in Almaty." in found.text
    assert "The Parties shall meet every year." in found.text


def test_one_byte_text_is_read_in_the_code_page_of_the_message() -> None:
    found = read(
        {
            "__properties_version1.0": outlook.properties(code_page=1251),
            "__substg1.0_0037001E": "О сотрудничестве".encode("cp1251"),
            "__substg1.0_1000001E": BODY.encode("cp1251"),
        }
    )
    assert (found.text, found.meta.title) == (BODY, "О сотрудничестве")


def test_a_body_that_is_a_web_page() -> None:
    page = f"<html><body><p>{BODY} {BODY}</p><script>alert(1)</script></body></html>".encode()
    found = read({"__properties_version1.0": outlook.properties(), "__substg1.0_10130102": page})
    assert BODY in found.text
    assert "alert" not in found.text


@pytest.mark.parametrize("cut", [600, 1500, 3000])
def test_a_damaged_message_is_told(cut: int) -> None:
    data = outlook.compound(outlook.message("Subject", BODY, **MORE))
    with pytest.raises(UnreadableError) as caught:
        read_bytes(data[:cut] + b"__properties_version1.0".decode().encode("utf-16-le"))
    assert caught.value.reason == "broken"


def escaped(text: str) -> str:
    return "".join(c if c < "\x80" else f"\\'{c.encode('cp1251')[0]:02x}" for c in text)


def test_a_body_that_is_only_compressed_rich_text() -> None:
    rich = (
        r"{\rtf1\ansi\ansicpg1251\fromtext{\fonttbl{\f0\fcharset204 Arial;}}\pard "
        + r"\par ".join([escaped(BODY)] * 40)
        + r"\par}"
    )
    found = read(
        {"__properties_version1.0": outlook.properties(), "__substg1.0_10090102": outlook.rich(rich.encode("ascii"))}
    )
    assert found.text.split("\n\n") == [BODY] * 40


def test_a_web_page_inside_compressed_rich_text() -> None:
    rich = (
        r"{\rtf1\ansi\ansicpg1251\fromhtml1 \deff0{\fonttbl{\f0\fcharset204 Arial;}}{\*\htmltag19 <html>}"
        r"{\*\htmltag50 <body>}{\*\htmltag64 <p>}\htmlrtf {\f0 \htmlrtf0 " + escaped(f"{BODY} {BODY}") + r" A&B \{1\}"
        r"\htmlrtf \par}\htmlrtf0 {\*\htmltag72 </p>}{\*\htmltag84 <b>}bold{\*\htmltag92 </b>}{\*\htmltag27 </body>}}"
    )
    found = read(
        {"__properties_version1.0": outlook.properties(), "__substg1.0_10090102": outlook.rich(rich.encode("ascii"))}
    )
    assert f"{BODY} {BODY} A&B {{1}}" in found.text
    assert "htmltag" not in found.text


@pytest.mark.parametrize("packed", [b"", b"\0" * 15, b"\1" * 40, outlook.rich(b"{\\rtf1 x}")[:20]])
def test_damaged_rich_text_is_told(packed: bytes) -> None:
    with pytest.raises(DragomanError) as caught:
        read({"__properties_version1.0": outlook.properties(), "__substg1.0_10090102": packed + bytes(1)})
    assert caught.value.reason in ("broken", "unsupported")

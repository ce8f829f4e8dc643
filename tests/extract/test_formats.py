"""Rich text, OpenDocument, e-mail, archives, old Word: told by content, read whole or refused in one line."""

from __future__ import annotations

import hashlib
import io
import warnings
import zipfile
from datetime import date
from email.message import EmailMessage

import pytest

from pipeline.errors import DragomanError, MissingToolError, SkippedError, UnreadableError
from pipeline.extract import base
from pipeline.model import Extraction, Role, Source
from tests.support import office
from tests.support import pages as made

ENGLISH = "The Parties shall cooperate in good faith."
RUSSIAN = "Стороны сотрудничают добросовестно."


def read(data: bytes, name: str = "made.bin") -> Extraction:
    return base.extract(Source(name, data, hashlib.sha256(data).hexdigest()))


def texts(found: Extraction) -> list[str]:
    return [b.span.of(found.text) for b in found.blocks]


def reason(data: bytes) -> str:
    with pytest.raises(DragomanError) as caught:
        read(data)
    assert "\n" not in caught.value.line()
    return caught.value.reason


def rtf(*paragraphs: str) -> bytes:
    body = "\\par\n".join("".join(c if c < "\x80" else f"\\u{ord(c)}?" for c in p) for p in paragraphs)
    head = "{\\rtf1\\ansi\\ansicpg1251{\\fonttbl{\\f0 Arial;}}{\\*\\generator maker}\n"
    return f"{head}{body}\\par}}".encode("ascii")


def test_rich_text() -> None:
    assert texts(read(rtf("Статья 1", RUSSIAN, ENGLISH))) == ["Статья 1", RUSSIAN, ENGLISH]


def test_rich_text_in_a_code_page() -> None:
    letters = "".join(f"\\'{byte:02x}" for byte in RUSSIAN.encode("cp1251"))
    data = b"{\\rtf1\\ansi\\ansicpg1251\\deff0{\\fonttbl{\\f0\\fcharset204 Arial;}}\\f0 " + letters.encode() + b"\\par}"
    assert texts(read(data)) == [RUSSIAN]


ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


def odt(body: str) -> bytes:
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    content = f"<office:document-content {ODF}>{text}</office:document-content>"
    return office.archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()})


def stored(data: bytes) -> bytes:
    """The same archive with its first part not packed, as the format wants it."""

    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(result, "w") as new:
        for info in old.infolist():
            new.writestr(info.filename, old.read(info))
    return result.getvalue()


def test_open_document() -> None:
    body = (
        "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes><text:h>Article 1</text:h>"
        "<text:p>The<text:s/>Parties<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>A note.</text:p></text:note-body></text:note> agree.</text:p>"
        f"<text:list><text:list-item><text:p>{RUSSIAN}</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>opium</text:p></table:table-cell><table:table-cell>"
        "<text:p>36 kg</text:p></table:table-cell></table:table-row></table:table>"
    )
    found = read(stored(odt(body)))
    assert texts(found) == ["Article 1", "The Parties agree.", "A note.", RUSSIAN, "opium | 36 kg"]
    assert [b.role for b in found.blocks] == [Role.HEADING, Role.TEXT, Role.FOOTNOTE, Role.TEXT, Role.TABLE_ROW]


def message(**attachments: bytes) -> bytes:
    mail = EmailMessage()
    mail["From"] = "press@office.example"
    mail["To"] = "desk@paper.example"
    mail["Subject"] = "О заседании комиссии"
    mail["Date"] = "Tue, 13 May 2014 10:00:00 +0600"
    mail.set_content(f"{RUSSIAN}\n\n{ENGLISH}\n", charset="koi8-r", cte="base64")
    for name, data in attachments.items():
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def test_a_message_with_an_attached_agreement() -> None:
    found = read(message(agreement=office.docx(office.p("Article 1")), picture=b"\x89PNG\r\n\x1a\n" + b"\0" * 50))
    assert texts(found) == [RUSSIAN, ENGLISH, "Article 1"]
    assert (found.meta.title, found.meta.issued_on) == ("О заседании комиссии", date(2014, 5, 13))
    assert [note.code for note in found.notes] == ["attachment"]


def test_an_archive_of_documents() -> None:
    pdf, _, _ = made.bilingual_pdf(2)
    data = office.archive({"b.txt": RUSSIAN.encode("cp1251"), "a.docx": office.docx(office.p(ENGLISH)), "c.pdf": pdf})
    found = read(data)
    assert texts(found)[:2] == [ENGLISH, RUSSIAN]
    assert found.blocks[-1].page == 1


def test_parts_that_cannot_be_read_are_noted() -> None:
    found = read(office.archive({"a.txt": ENGLISH.encode(), "b.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 50}))
    assert texts(found) == [ENGLISH]
    assert [note.code for note in found.notes] == ["member"]


@pytest.mark.parametrize("name", ["../../etc/escaped.txt", "/etc/escaped.txt", "C:\\escaped.txt", "a\nb.txt"])
def test_names_in_archives_are_never_paths(name: str) -> None:
    assert texts(read(office.archive({name: ENGLISH.encode()}))) == [ENGLISH]


def test_archives_in_archives_end_somewhere() -> None:
    data = office.archive({"a.txt": ENGLISH.encode()})
    for i in range(6):
        data = office.archive({f"{i}.zip": data})
    assert reason(data) == "bomb"


def test_an_archive_bomb() -> None:
    assert reason(office.archive({"a.txt": b" " * 30_000_000})) == "bomb"


def test_an_old_word_file_without_catdoc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le") + b"\0" * 600
    with pytest.raises(MissingToolError) as caught:
        read(data)
    assert (caught.value.reason, caught.value.transient) == ("missing-tool", True)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
        b"\x7fELF" + b"\1" * 200,
        bytes(range(256)) * 40,
        office.archive({"xl/workbook.xml": b"<a/>"}),
        b"\x1f\x8b\x08" + b"\0" * 50,
    ],
)
def test_what_nobody_reads_is_skipped_with_a_hint(data: bytes) -> None:
    with pytest.raises(SkippedError) as caught:
        read(data, "agreement.docx")
    assert caught.value.reason == "unsupported"
    assert caught.value.hint


@pytest.mark.parametrize("data", [b" \n\t\r\n", b"\xef\xbb\xbf", b"...\n---\n", b"\0" * 400])
def test_nothing_to_read(data: bytes) -> None:
    with pytest.raises((UnreadableError, SkippedError)) as caught:
        read(data)
    assert caught.value.reason in ("empty", "unsupported")


NESTED = 5


def deep(data: bytes) -> bytes:
    for i in range(NESTED):
        data = office.archive({f"{i}.zip": data})
    return data


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("b.txt", b" " * 30_000_000, "packed"),
        ("b.zip", deep(office.archive({"deep.txt": ENGLISH.encode()})), "archives inside archives"),
        ("b.docx", office.archive({"word/document.xml": b"<a>" + b" " * 30_000_000}), "packed"),
        ("b.zip", office.archive({}), "without a file"),
    ],
    ids=["bomb", "too deep", "bomb in a document", "empty"],
)
def test_a_bad_member_costs_only_itself(name: str, data: bytes, told: str) -> None:
    found = read(office.archive({"a.txt": ENGLISH.encode(), name: data, "c.txt": RUSSIAN.encode()}))
    assert texts(found) == [ENGLISH, RUSSIAN]
    (note,) = found.notes
    assert note.code == "member"
    assert name in note.message
    assert told in note.message


def test_two_members_of_one_name_are_both_read() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the standard library warns of what this is about
        archive.writestr("a.txt", ENGLISH)
        archive.writestr("a.txt", RUSSIAN)
    assert texts(read(buffer.getvalue())) == [ENGLISH, RUSSIAN]


@pytest.mark.parametrize("encoding", ["cp866", "utf-8"])
def test_names_that_windows_packed_are_shown_right(encoding: str) -> None:
    name = "Протокол встречи.png"
    raw = name.encode(encoding)
    stand_in = "x" * len(raw)
    packed = office.archive({stand_in: b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "a.txt": ENGLISH.encode()})
    found = read(packed.replace(stand_in.encode(), raw))
    assert [name in note.message for note in found.notes] == [True]


def test_an_encrypted_member_is_named() -> None:
    packed = bytearray(office.archive({"secret.txt": RUSSIAN.encode(), "a.txt": ENGLISH.encode()}))
    local, central = packed.index(b"PK\x03\x04"), packed.index(b"PK\x01\x02")
    packed[local + 6] |= 1
    packed[central + 8] |= 1
    found = read(bytes(packed))
    assert texts(found) == [ENGLISH]
    assert [("secret.txt" in note.message, "encrypted" in note.message) for note in found.notes] == [(True, True)]


def test_an_empty_archive_is_called_so() -> None:
    with pytest.raises(UnreadableError) as caught:
        read(office.archive({}))
    assert caught.value.reason == "empty"
    assert "archive" in caught.value.message


def test_only_what_python_alone_reads_shares_a_process() -> None:
    assert {one.name for one in base.EXTRACTORS if one.several} == {"plain", "rtf"}

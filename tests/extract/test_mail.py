"""E-mail: which body is read, headers nobody declared, what is forwarded whole, what only Outlook opens."""

from __future__ import annotations

import base64
import hashlib
from email.message import EmailMessage

import pytest

from pipeline.errors import DragomanError
from pipeline.extract import base
from pipeline.model import Extraction, Source
from tests.support import office

RUSSIAN = "Стороны сотрудничают добросовестно."
ENGLISH = "The Parties shall cooperate in good faith."
HEAD = b"From: a@office.example\r\nTo: b@paper.example\r\nDate: Tue, 13 May 2014 10:00:00 +0600\r\n"


def read(message: EmailMessage | bytes) -> Extraction:
    data = message if isinstance(message, bytes) else message.as_bytes()
    return base.extract(Source("made.eml", data, hashlib.sha256(data).hexdigest()))


def message(subject: str, text: str, **options: str) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "a@office.example", "b@paper.example", subject
    made.set_content(text, **options)
    return made


def texts(found: Extraction) -> list[str]:
    return [b.span.of(found.text) for b in found.blocks]


def test_quoted_printable_in_cp1251_with_a_subject_in_koi8() -> None:
    subject = b"=?koi8-r?B?" + base64.b64encode("Соглашение".encode("koi8-r")) + b"?=\r\n =?koi8-r?Q?"
    subject += b"".join(b"=%02X" % byte for byte in " о помощи".encode("koi8-r")) + b"?=\r\n"
    kind = b"Content-Type: text/plain; charset=%s\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    body = b"".join(b"=%02X" % byte for byte in RUSSIAN.encode("cp1251"))
    for declared in (b"windows-1251", b"utf-8", b"nonsense"):
        found = read(HEAD + b"Subject: " + subject + kind % declared + body)
        assert (found.text, found.meta.title) == (RUSSIAN, "Соглашение о помощи")


def test_bytes_that_nobody_declared() -> None:
    data = HEAD + b"Subject: " + "Соглашение о помощи".encode("koi8-r") + b"\r\n\r\n" + RUSSIAN.encode("koi8-r")
    found = read(data)
    assert (found.text, found.meta.title) == (RUSSIAN, "Соглашение о помощи")


def test_doubt_about_the_encoding_of_a_body_is_told() -> None:
    found = read(HEAD + b"Subject: x\r\n\r\n" + "Да".encode("cp866"))
    assert "encoding-doubt" in [note.code for note in found.notes]


def test_one_of_the_alternatives_is_read() -> None:
    both = message("x", f"{RUSSIAN}\n")
    both.add_alternative(f"<p>{RUSSIAN} {RUSSIAN}</p>", subtype="html")
    assert texts(read(both)) == [RUSSIAN]
    page = message("x", "\n")
    page.add_alternative(f"<p>{RUSSIAN} {ENGLISH}</p>", subtype="html")
    assert texts(read(page)) == [f"{RUSSIAN} {ENGLISH}"]


def test_a_forwarded_message_with_an_archive() -> None:
    inner = message("inner", f"{ENGLISH}\n")
    archive = office.archive({"t.txt": RUSSIAN.encode("koi8-r")})
    inner.add_attachment(archive, maintype="application", subtype="zip", filename="Акт.zip")
    outer = message("outer", "See below.\n")
    outer.add_attachment(inner)
    assert texts(read(outer)) == ["See below.", ENGLISH, RUSSIAN]


def test_messages_in_messages_end_somewhere() -> None:
    inner = message("0", f"{ENGLISH}\n")
    for i in range(8):
        outer = message(str(i + 1), f"Level {i + 1} of the message.\n")
        outer.add_attachment(inner)
        inner = outer
    found = read(inner)
    assert texts(found)[0] == "Level 8 of the message."
    assert any(note.code == "attachment" for note in found.notes)


def test_a_package_of_outlook_is_explained() -> None:
    outer = message("x", f"{ENGLISH}\n")
    outer.add_attachment(
        b"\x78\x9f\x3e\x22" + b"\1" * 60, maintype="application", subtype="ms-tnef", filename="winmail.dat"
    )
    found = read(outer)
    assert texts(found) == [ENGLISH]
    assert ["winmail.dat" in note.message and "Outlook" in note.message for note in found.notes] == [True]


@pytest.mark.parametrize("sender", ["<a@", "a@b, c@", "@", "g: a@", '"' * 300, "(" * 3000])
def test_a_damaged_header_does_not_cost_the_text(sender: str) -> None:
    data = f"To: b@paper.example\r\nSubject: x\r\nDate: never\r\nFrom: {sender}\r\n\r\n{ENGLISH}\r\n"
    assert read(data.encode()).text.strip() == ENGLISH


@pytest.mark.parametrize(
    "kind", ["multipart/mixed; boundary=", "text/plain; charset*=", "message/rfc822", ";;=", "(" * 3000]
)
def test_a_damaged_message_is_read_or_told(kind: str) -> None:
    data = HEAD + f"Subject: x\r\nContent-Type: {kind}\r\n\r\n{ENGLISH}\r\n".encode()
    try:
        found = read(data).text
    except DragomanError as error:
        found = error.reason
    assert ENGLISH in found or found in ("broken", "unsupported", "empty")


def mailbox(*written: str) -> bytes:
    mark = b"From a@office.example Tue May 13 10:00:00 2014\n"
    return b"\n".join(mark + message(f"No. {i}", f"{text}\n").as_bytes() for i, text in enumerate(written))


def test_a_message_saved_with_its_postmark() -> None:
    found = read(mailbox(f"{ENGLISH}\n>From the first day on it applies."))
    assert found.text.strip().split("\n") == [ENGLISH, "From the first day on it applies."]
    assert (found.meta.title, found.meta.media_type) == ("No. 0", "message/rfc822")


def test_the_messages_of_a_mailbox_are_read_one_after_the_other() -> None:
    found = read(mailbox(ENGLISH, f"{RUSSIAN}\n\nFrom here on, the costs are shared.", RUSSIAN))
    assert texts(found) == [ENGLISH, RUSSIAN, "From here on, the costs are shared.", RUSSIAN]
    assert found.meta.media_type == "application/mbox"


def test_a_letter_that_begins_with_from_is_no_mailbox() -> None:
    found = read(f"From the Ministry of Justice\n\nTo: all departments\n\n{ENGLISH}\n".encode())
    assert found.meta.media_type == "text/plain"

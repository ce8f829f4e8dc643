"""Documents made to do harm: nothing is fetched, nothing of this machine is read into a text, memory stays small."""

from __future__ import annotations

import hashlib
import io
import socket
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from pipeline.errors import DragomanError
from pipeline.extract import sandbox
from pipeline.model import Source
from tests.support import office
from tests.support.command import ROOT

TEXT = "The Parties shall notify each other of measures taken under this Agreement."
MIB = 1024 * 1024


@pytest.fixture
def canary() -> Iterator[socket.socket]:
    """A server of this machine that nobody may call."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server
        with pytest.raises(BlockingIOError):
            server.accept()


def outcome(data: bytes, name: str) -> str:
    """The text that was read, or the reason why there is none."""
    try:
        return sandbox.extract(Source(name, data, hashlib.sha256(data).hexdigest())).text
    except DragomanError as error:
        return error.reason


def declared(place: str) -> str:
    return f'<!DOCTYPE html [<!ENTITY x SYSTEM "{place}"><!ENTITY % y SYSTEM "{place}">%y;]>'


PAGES = (
    "{dtd}<html><body><p>{text} &x;</p></body></html>",
    "<html xmlns:xi='http://www.w3.org/2001/XInclude'><body><p>{text}</p><xi:include href='{place}' parse='text'/>"
    "</body></html>",
    "<html><head><base href='{place}'><link rel=stylesheet href='{place}'><style>@import url({place});</style></head>"
    "<body background='{place}'><p>{text}</p><img src='{place}'><object data='{place}'></object></body></html>",
    "<html><body><p>{text}</p><svg xmlns:xlink='http://www.w3.org/1999/xlink'><image xlink:href='{place}'/>"
    "<text>&x;</text></svg><iframe src='{place}'></iframe></body></html>",
)


@pytest.mark.parametrize("page", PAGES, ids=["entity", "include", "links", "drawing"])
@pytest.mark.parametrize("far", [True, False], ids=["server", "file"])
def test_a_page_fetches_nothing(page: str, far: bool, canary: socket.socket, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("the secret of this machine")
    place = f"http://127.0.0.1:{canary.getsockname()[1]}/x" if far else (tmp_path / "secret.txt").as_uri()
    found = outcome(page.format(dtd=declared(place), place=place, text=TEXT).encode(), "page.html")
    assert TEXT in found
    assert "secret of" not in found


@pytest.mark.parametrize("part", ["word/document.xml", "content.xml"])
def test_an_office_file_fetches_nothing(part: str, canary: socket.socket) -> None:
    dtd = declared(f"http://127.0.0.1:{canary.getsockname()[1]}/x")
    data = _package({part: f"<?xml version='1.0'?>{dtd}<document>&x;</document>".encode()})
    assert outcome(data, "agreement") in ("bomb", "broken")


def _package(parts: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        if "content.xml" in parts:
            packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for name, data in parts.items():
            packed.writestr(name, data)
    return made.getvalue()


def bomb_pdf(mib: int) -> bytes:
    """A page whose drawing instructions unpack to so many MiB of blanks and a line of text."""
    packer = zlib.compressobj(9)
    blanks = b" " * MIB
    content = b"".join(packer.compress(blanks) for _ in range(mib))
    content += packer.compress(b"BT /F 9 Tf 50 700 Td (The Parties meet.) Tj ET") + packer.flush()
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    data, places = b"%PDF-1.4\n", []
    for number, written in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(data)
    return data + b"xref\n0 6\n0000000000 65535 f \n" + table + trailer


READ = """
import sys
sys.path.insert(0, sys.argv[1])
from pipeline.errors import DragomanError
from pipeline.extract import sandbox, sources
try:
    print("read", len(sandbox.extract(sources.read(sys.argv[2]), sandbox.Limits(seconds=20, memory_mib=512)).text))
except DragomanError as error:
    print(error.reason, error.line().count("\\n"))
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
print(int(status["VmHWM"].split()[0]) // 1024)  # unlike ru_maxrss, it does not begin with what the parent had
"""


@pytest.mark.parametrize(
    ("name", "make", "reason"),
    [
        ("a.pdf", lambda: bomb_pdf(768), "oom"),
        ("a.docx", lambda: office.archive({"word/document.xml": b"<a>" + b" " * (150 * MIB)}), "bomb"),
        ("a.zip", lambda: office.archive({f"{i}.txt": b"word " * (10 * MIB) for i in range(5)}), "bomb"),
    ],
    ids=["drawing", "part", "archive"],
)
def test_what_unpacks_to_more_than_memory_holds_is_refused(
    tmp_path: Path, name: str, make: Callable[[], bytes], reason: str
) -> None:
    (tmp_path / name).write_bytes(make())
    command = [sys.executable, "-c", READ, str(ROOT), str(tmp_path / name)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=True)
    told, rss = done.stdout.splitlines()
    assert told == f"{reason} 0"
    assert int(rss) < 400

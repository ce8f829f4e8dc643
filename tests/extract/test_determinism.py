"""The same file gives the same bytes, whatever the hash seed, the locale and the clock's zone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import codec
from pipeline.extract import sandbox, sources
from tests.support import office, outlook, site, word97
from tests.support import pages as made
from tests.support.tongues import SENTENCES

ROOT = Path(__file__).resolve().parents[2]
CODE = """
import sys
sys.path.insert(0, sys.argv[1])
from pipeline import codec
from pipeline.extract import base, sources
from pipeline.language import detect
found = base.extract(sources.read(sys.argv[2]))
sys.stdout.buffer.write(codec.encode(found) + codec.encode(detect.versions(found)))
"""


def output(path: Path, **environ: str) -> bytes:
    command = [sys.executable, "-c", CODE, str(ROOT), str(path)]
    return subprocess.run(command, env=environ, capture_output=True, check=True, timeout=60).stdout


def test_same_file_same_bytes(tmp_path: Path) -> None:
    page, pdf = tmp_path / "a.html", tmp_path / "a.pdf"
    page.write_text(site.cms("В столице прошли переговоры", made.paragraphs("ru", 5)))
    pdf.write_bytes(made.bilingual_pdf(4)[0])
    for path in (page, pdf):
        one = output(path, PYTHONHASHSEED="0", LANG="C", TZ="UTC")
        other = output(path, PYTHONHASHSEED="1", LANG="C.UTF-8", TZ="Asia/Almaty", PYTHONUTF8="1")
        assert one == other
        assert one.startswith(codec.encode(sandbox.extract(sources.read(path))))


RUSSIAN = "\n".join(SENTENCES["ru"])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", RUSSIAN.encode("koi8-r")),
        ("b.txt", RUSSIAN.encode("cp1251") + b"\n" + SENTENCES["uk"][3].encode("utf-8")),
        ("c.txt", RUSSIAN.encode("utf-8").decode("cp1251", "ignore").encode("utf-8")),
        ("d.txt", "\n\n".join(found[0] for found in SENTENCES.values()).encode()),
        ("e.doc", word97.doc([(RUSSIAN.replace("\n", "\r"), False)])),
        ("f.msg", outlook.compound(outlook.message("Subject", RUSSIAN))),
        ("g.zip", office.archive({"b.txt": RUSSIAN.encode("cp866"), "a.txt": b"The Parties meet."})),
        ("h.rtf", b"{\\rtf1\\ansi\\ansicpg1251 " + RUSSIAN.encode("cp1251").replace(b"\n", b"\\par ") + b"}"),
    ],
)
def test_every_format_gives_the_same_bytes_again(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    one = output(path, PYTHONHASHSEED="0", LANG="C", TZ="UTC")
    assert one == output(path, PYTHONHASHSEED="7", LC_ALL="C.UTF-8", TZ="Asia/Tokyo", PYTHONUTF8="1")
    assert one.startswith(codec.encode(sandbox.extract(sources.read(path))))

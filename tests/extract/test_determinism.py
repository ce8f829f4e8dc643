"""The same file gives the same bytes, whatever the hash seed, the locale and the clock's zone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pipeline import codec
from pipeline.extract import sandbox, sources
from tests.support import pages as made
from tests.support import site

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

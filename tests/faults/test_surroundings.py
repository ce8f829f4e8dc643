"""Cron, closed streams, strange locales, secrets, missing tools: the surroundings change nothing but what they must."""

from __future__ import annotations

import stat
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from pipeline.ledger import Ledger
from tests.extract.test_ocr import scan
from tests.support.command import ROOT
from tests.support.faults import children, environment, run, sentence, start, until, write

TEXTS = {
    "a.txt": "The Parties shall notify each other of every seizure of heroin within 30 days.\n",
    "b.txt": "Директор ЦАРИКЦ заявил: «Мы изъяли 36 кг героина в Казахстане».\n",
    "c.txt": sentence(3),
}


def _digests(data: Path) -> dict[str, str]:
    with Ledger(data) as ledger:
        return ledger.live()


def test_surroundings_leave_no_trace_in_a_document(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", TEXTS)
    one = {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Almaty"}
    run(tmp_path / "one", "ingest", folder, "--jobs", "1", environ=one)
    other = {"PYTHONHASHSEED": "4242", "LC_ALL": "C.UTF-8", "TZ": "America/Caracas"}
    files = [folder / name for name in sorted(TEXTS, reverse=True)]
    run(tmp_path / "two", "ingest", *files, "--jobs", "2", environ=other)
    assert _digests(tmp_path / "one") == _digests(tmp_path / "two")
    assert len(_digests(tmp_path / "one")) == 3


def test_cron_with_any_umask(tmp_path: Path) -> None:
    write(tmp_path / "in", {"a.txt": sentence(1)})
    data = tmp_path / "data"
    for umask, most in ((0, 0o750), (0o077, 0o700)):
        command = [sys.executable, str(ROOT / "cli.py"), "--data-dir", str(data), "ingest", str(tmp_path / "in")]
        report = data / f"report{umask}.json"
        command += ["--report", str(report)]
        done = subprocess.run(
            command, env={}, cwd="/", umask=umask, capture_output=True, stdin=subprocess.DEVNULL, timeout=120
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
        modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (report, data, *data.rglob("*"))}
        assert {path: mode for path, mode in modes.items() if mode & ~0o750} == {}
        assert modes[report] & ~most == 0


def test_every_encoding_of_the_terminal_will_do(own: tuple[Path, Path]) -> None:
    folder, data = own
    write(folder, {"ru.txt": TEXTS["b.txt"]})
    run(data, "ingest", folder)
    plain = run(data, "search", "героин", "--format", "json").json()
    assert plain["total"] == 1
    for encoding in ("ascii", "latin-1", "koi8-r"):
        narrow = {"PYTHONIOENCODING": encoding}
        assert run(data, "search", "героин", "--format", "json", environ=narrow).json() == plain
        assert run(data, "search", "Almaty", environ=narrow).out.startswith("4 found")


def test_keys_and_passwords_are_never_shown(own: tuple[Path, Path]) -> None:
    folder, data = own
    secret = {
        "DRAGOMAN_ENGINE": "elasticsearch",
        "DRAGOMAN_ELASTICSEARCH_URL": "http://user:s3cr3t-word@127.0.0.1:9",
        "DRAGOMAN_ELASTICSEARCH_API_KEY": "s3cr3t-key",
        "DRAGOMAN_ELASTICSEARCH_PASSWORD": "s3cr3t-pass",
    }
    told = [run(data, "config", "show", "--origin", "--format", form, environ=secret) for form in ("table", "json")]
    told.append(run(data, "search", "x", environ=secret, code=None))
    told.append(run(data, "status", "--format", "json", environ=secret))
    told.append(run(data, "ingest", folder, "--verbose", environ=secret, code=None))
    command = [sys.executable, str(ROOT / "cli.py"), "--data-dir", str(data), "--debug", "search", "x"]
    done = subprocess.run(command, env=environment(secret), capture_output=True, text=True, timeout=60)
    assert "Traceback" in done.stderr
    shown = done.stdout + done.stderr + "".join(ran.out + ran.err for ran in told)
    assert "127.0.0.1" in shown
    assert "s3cr3t" not in shown
    assert b"s3cr3t" not in b"".join(path.read_bytes() for path in data.rglob("*") if path.is_file())


def test_workers_do_not_know_the_keys(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", {"a.txt": sentence(1)})
    running = start(tmp_path / "data", "ingest", folder, environ={"DRAGOMAN_ELASTICSEARCH_API_KEY": "s3cr3t"})
    seen: list[bytes] = []

    def look() -> bool:
        for child in children(running.pid):
            with suppress(OSError):
                place = Path(f"/proc/{child}")
                if b"worker.main" in (place / "cmdline").read_bytes():
                    seen.append((place / "environ").read_bytes())
        return bool(seen and seen[-1]) or running.poll() is not None

    assert until(look)
    running.communicate(timeout=60)
    assert running.returncode == 0
    assert b"PYTHONPATH" in seen[-1]
    assert b"s3cr3t" not in seen[-1]


def test_a_scan_waits_for_its_tool_and_is_read_once_it_is_there(tmp_path: Path) -> None:
    folder, data, tools = tmp_path / "in", tmp_path / "data", tmp_path / "tools"
    folder.mkdir()
    tools.mkdir()
    (folder / "scan.pdf").write_bytes(scan()[0])
    without = {"PATH": str(tools), "TESSDATA_PREFIX": str(tools)}
    ran = run(data, "ingest", folder, environ=without, code=3)
    assert ran.err.startswith("failed (missing-tool)")
    assert "tesseract" in ran.err
    head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
    words = ["Die", "Parteien", "treffen", "sich", "in", "Almaty"]
    rows = [f"5\t1\t1\t1\t1\t{i}\t{200 + 150 * i}\t300\t140\t40\t95\t{word}" for i, word in enumerate(words)]
    table = "\\n".join([head, *rows]).replace("\t", "\\t")
    tool = tools / "tesseract"
    tool.write_text(
        f'#!/bin/sh\nif [ "$1" = --list-langs ]; then echo eng; echo rus; exit 0; fi\n'
        f"while read -r _; do :; done\nprintf '{table}\\n'\n"
    )
    tool.chmod(0o755)
    report = run(data, "ingest", folder, "--format", "json", environ=without).json()
    assert (report["new"], report["failed"]) == (1, 0)
    assert "1 found" in run(data, "search", "Almaty").out

"""Ways to do harm: limits, missing rights, spoiled workers, killed processes; and a corpus cheap to harm."""

from __future__ import annotations

import ctypes
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from pipeline.ledger import FILE
from tests.support.command import ROOT, Ran

_DROP_FROM_BOUNDING_SET, _DAC_OVERRIDE, _DAC_READ_SEARCH = 24, 1, 2


def sentence(number: int) -> str:
    """A text in a language without a model: read in a moment, found by "Almaty"."""
    return (
        f"Die Vertragsparteien treffen sich {number} Mal im Jahr in Almaty, um Erfahrungen auszutauschen "
        "und gemeinsam zu lernen."
    )


def write(folder: Path, names: Mapping[str, str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in names.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def moved_in(held: tuple[Path, Path], place: Path) -> tuple[Path, Path]:
    """A copy of a data directory and of the folder it was read from, as if they had always been here."""
    folder, data = place / "in", place / "data"
    shutil.copytree(held[0], folder)
    shutil.copytree(held[1], data)
    old, new = os.fsencode(held[0]), os.fsencode(folder)
    with sqlite3.connect(data / FILE) as db:
        for (path,) in db.execute("SELECT path FROM paths").fetchall():
            db.execute("UPDATE paths SET path = ? WHERE path = ?", (bytes(path).replace(old, new), path))
    db.close()
    return folder, data


def run(
    data: Path,
    *arguments: str | Path | bytes,
    code: int | None = 0,
    environ: Mapping[str, str] | None = None,
    before: Callable[[], None] | None = None,
    parent: str = "",
    worker: str = "",
    cwd: str | Path = "/",
    shell: str = "",
) -> Ran:
    """Run the command line; `parent` and `worker` are Python lines that spoil the process and its workers beforehand.

    `before` runs in the child before the program; `shell` is a redirection such as ">&-".
    """
    start = [sys.executable, str(ROOT / "cli.py")]
    if parent or worker:
        again = f"{worker}\nfrom pipeline.ingest import worker\nworker.main()"
        spoiled = f"from pipeline.ingest import pool\npool._START = {again!r}\n" if worker else ""
        start = [sys.executable, "-c", f"import sys\nsys.argv[0] = 'cli'\n{parent}\n{spoiled}import cli\ncli.main()"]
    command = [*start, "--data-dir", data, *arguments]
    if shell:
        command = ["sh", "-c", f'"$@" {shell}', "sh", *command]
    done = subprocess.run(
        command, cwd=cwd, env=environment(environ), capture_output=True, timeout=120, preexec_fn=before, check=False
    )
    ran = Ran(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))
    assert "Traceback" not in ran.err, ran.err
    assert code is None or ran.code == code, f"exit {ran.code}\n{ran.out}\n{ran.err}"
    return ran


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DRAGOMAN_")}
    return {**kept, "PYTHONPATH": str(ROOT), **(more or {})}


def without_rights() -> None:
    """Let permission bits bind this process too where it is root's."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None)
        for capability in (_DAC_OVERRIDE, _DAC_READ_SEARCH):
            assert libc.prctl(_DROP_FROM_BOUNDING_SET, capability, 0, 0, 0) == 0


def files_at_most(size: int) -> Callable[[], None]:
    """No file may grow beyond `size` bytes: a full disk that needs no disk. WITH_ROOM lets the workers off."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))


WITH_ROOM = "import resource as r\nr.setrlimit(r.RLIMIT_FSIZE, 2 * r.getrlimit(r.RLIMIT_FSIZE)[1:])\n"


def start(data: Path, *arguments: str | Path, environ: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
    """Start a command and leave it running."""
    command = [sys.executable, str(ROOT / "cli.py"), "--data-dir", str(data), *map(str, arguments)]
    return subprocess.Popen(
        command, cwd="/", env=environment(environ), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )


def children(pid: int) -> list[int]:
    """The processes a process has started, and theirs."""
    try:
        listed = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except OSError:
        return []
    found = [int(number) for number in listed.split()]
    return found + [inner for child in found for inner in children(child)]


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def until(happens: Callable[[], object], seconds: float = 60) -> bool:
    """Wait for something to happen; False where it does not."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if happens():
            return True
        time.sleep(0.02)
    return False

"""The child process: limits hold, errors cross unchanged, no document takes another one down."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.errors import DragomanError, ParserFailedError, SkippedError, UnreadableError
from pipeline.extract import base, child, sandbox
from pipeline.extract.sandbox import Limits
from pipeline.model import Source
from tests.support import office, site
from tests.support import pages as made

ROOT = Path(__file__).resolve().parents[2]
TEXT = "The Parties shall notify each other.\n\nСтороны уведомляют друг друга.\n".encode()


def source(data: bytes = TEXT, name: str = "agreement.txt") -> Source:
    return Source(name, data, hashlib.sha256(data).hexdigest())


HOSTILE = {
    "hang": "import time; time.sleep(600)",
    "spin": "while True: pass",
    "segfault": "import ctypes; ctypes.string_at(0)",
    "abort": "import os; os.abort()",
    "killed": "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
    "exit": "import os; os._exit(3)",
    "memory": "hold = bytearray(3 << 30); hold[::4096] = b'x' * len(hold[::4096])",
    "grow": "hold = []\n    while True: hold.append(bytearray(1 << 24))",
    "error": "raise KeyError('no such thing')",
    "recursion": "def deeper(): deeper()\n    deeper()",
    "grandchild": "import subprocess; subprocess.run(['sleep', '613'])",
    "write": "open('/tmp/dragoman-escaped', 'w').write('x')",
    "secret": "open('/etc/passwd').read()",
    "network": "import socket; socket.create_connection(('127.0.0.1', 9), 2)",
    "flood": "import os\n    while True: [os.write(fd, b'+' * 65536) for fd in range(3, 60) if _open(fd)]",
}


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A reader that does what the document names; it lies where the helper process finds packages."""
    code = "import os\ndef _open(fd):\n    try: return os.fstat(fd).st_mode & 0o10000\n    except OSError: return 0\n"
    code += "def warm(): pass\ndef extract(source, limits): globals()[source.data.decode().split()[1]]()\n"
    for name, body in HOSTILE.items():
        code += f"def {name}():\n    {body}\n"
    folder = tmp_path / "site-packages"
    folder.mkdir()
    (folder / "hostile_reader.py").write_text(code)
    boot = f"import sys; sys.path.insert(0, {str(folder)!r})\n" + textwrap.dedent("""
        from pipeline.extract import base
        reader = base.Format("hostile", "x/y", lambda data: data.startswith(b"HOSTILE"), "hostile_reader")
        base.EXTRACTORS = (reader, *base.EXTRACTORS)
    """)
    monkeypatch.setattr(sandbox, "_BOOT", sandbox._BOOT.replace("from pipeline", f"{boot}\nfrom pipeline", 1))
    reader = base.Format("hostile", "x/y", lambda data: data.startswith(b"HOSTILE"), "hostile_reader")
    monkeypatch.setattr(base, "EXTRACTORS", (reader, *base.EXTRACTORS))
    sandbox.close()
    yield
    sandbox.close()


def fails(kind: str, **limits: int) -> ParserFailedError:
    with pytest.raises(ParserFailedError) as caught:
        sandbox.extract(source(f"HOSTILE {kind}".encode()), Limits(**limits))
    return caught.value


def test_the_same_text_as_in_process() -> None:
    assert sandbox.extract(source()) == base.extract(source())


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("segfault", "crash"),
        ("abort", "crash"),
        ("killed", "crash"),
        ("exit", "crash"),
        ("error", "crash"),
        ("recursion", "crash"),
        ("memory", "oom"),
        ("grow", "oom"),
        ("hang", "timeout"),
        ("spin", "timeout"),
        ("grandchild", "timeout"),
    ],
)
def test_a_reader_that_dies_is_told_by_its_reason_and_the_next_file_is_read(kind: str, reason: str) -> None:
    error = fails(kind, seconds=2, memory_mib=256)
    assert error.reason == reason
    assert error.message.startswith("agreement.txt: ")
    assert error.hint
    assert sandbox.extract(source()).blocks


@pytest.mark.usefixtures("hostile")
def test_grandchildren_die_with_the_document() -> None:
    fails("grandchild", seconds=1)
    running = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    assert "sleep 613" not in running


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize(("kind", "layer"), [("write", "Landlock"), ("secret", "Landlock"), ("network", "network")])
def test_walls_that_stand_hold(kind: str, layer: str) -> None:
    if not next(on for name, on in sandbox.layers() if layer in name):
        pytest.skip(f"this kernel offers no {layer}")
    assert fails(kind, seconds=10).reason == "crash"
    assert not Path("/tmp/dragoman-escaped").exists()


@pytest.mark.usefixtures("hostile")
def test_an_endless_answer_is_cut_off() -> None:
    assert fails("flood", seconds=20).reason in ("too-large", "crash")


@pytest.mark.parametrize(
    ("data", "kind", "reason"),
    [(b"\x89PNG\r\n\x1a\n" + b"\0" * 40, SkippedError, "unsupported"), (b" \n\t ", UnreadableError, "empty"),
     (b"%PDF-1.7\nnothing", UnreadableError, "broken")],
)  # fmt: skip
def test_errors_of_readers_cross_unchanged(data: bytes, kind: type[DragomanError], reason: str) -> None:
    with pytest.raises(kind) as inside:
        base.extract(source(data))
    with pytest.raises(kind) as outside:
        sandbox.extract(source(data))
    assert (outside.value.message, outside.value.hint) == (inside.value.message, inside.value.hint)
    assert outside.value.reason == reason


def test_a_text_over_the_limit_is_refused_with_one_line() -> None:
    with pytest.raises(UnreadableError) as caught:
        sandbox.extract(source(b"word " * 400_000), Limits(max_text_mib=1))
    assert caught.value.reason == "too-large"


def test_many_threads_at_once() -> None:
    found: list[str] = []

    def read(i: int) -> None:
        found.append(sandbox.extract(source(f"Paragraph {i} of the text.".encode())).text)

    threads = [threading.Thread(target=read, args=(i,)) for i in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == sorted(f"Paragraph {i} of the text." for i in range(12))


def test_a_killed_helper_process_is_replaced() -> None:
    sandbox.extract(source())
    os.kill(sandbox._zygote().process.pid, signal.SIGKILL)
    assert sandbox.extract(source()).blocks


def test_a_forked_worker_has_its_own_helper() -> None:
    sandbox.extract(source())
    pid = os.fork()
    if pid == 0:
        good = False
        try:
            good = bool(sandbox.extract(source()).blocks)
            sandbox.close()
        finally:
            os._exit(0 if good else 1)
    assert os.waitpid(pid, 0)[1] == 0
    assert sandbox.extract(source()).blocks


SCRIPT = """
import sys
sys.path.insert(0, {root!r})
print("begun")
from pipeline.extract import sandbox, sources
print(len(sandbox.extract(sources.read({path!r})).blocks))
"""


@pytest.mark.parametrize("how", ["script", "command", "stdin"])
def test_a_script_without_a_guard_runs_once(tmp_path: Path, how: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT)
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.format(root=str(ROOT), path=str(path)))
    command = [sys.executable, "-W", "error"]
    text = None
    if how == "script":
        command.append(str(script))
    elif how == "command":
        command += ["-c", script.read_text()]
    else:
        text = script.read_text()
    done = subprocess.run(command, input=text, capture_output=True, text=True, timeout=60, env={}, cwd="/")
    assert (done.stdout, done.stderr, done.returncode) == ("begun\n2\n", "", 0)


def test_the_helper_dies_with_its_parent(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT)
    code = SCRIPT.format(root=str(ROOT), path=str(path)) + textwrap.dedent("""
        import os, signal
        print(sandbox._zygote().process.pid, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
    """)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    helper = int(done.stdout.split()[-1])
    for _ in range(100):
        if not Path(f"/proc/{helper}").exists() or "Z" in Path(f"/proc/{helper}/stat").read_text().split()[2]:
            return
        time.sleep(0.05)
    pytest.fail("the helper process outlived its parent")


def test_with_streams_closed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT)
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r})\nfrom pipeline.extract import sandbox, sources\n"
    code += f"sys.exit(len(sandbox.extract(sources.read({str(path)!r})).blocks))"
    done = subprocess.run(["sh", "-c", '"$0" -c "$1" <&- >&- 2>&-', sys.executable, code], timeout=60)
    assert done.returncode == 2


# --- several documents in one child --------------------------------------------------------------------------------

SEVERAL = """
import os, threading, time, subprocess
from pipeline.errors import UnreadableError
from pipeline.model import Extraction, SourceMeta
held, read = [], []
def warm(): pass
def extract(source, limits):
    what = source.data.decode().split()[1]
    read.append(what)
    globals().get(what, lambda: None)()
    return Extraction(f"{os.getpid()} {len(read)}", (), SourceMeta("x/y"))
def refuse(): raise UnreadableError("refused", reason="broken", hint="none")
def spoil():
    if len(read) > 1: raise KeyError("spoilt by the documents before")
def reject():
    if len(read) > 1: refuse()
def die():
    if len(read) > 1: os.abort()
def hold(): held.append(b"x" * (64 << 20))
def thread(): threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
def process(): subprocess.Popen(["sleep", "617"])
def spin():
    while True: pass
"""


@pytest.fixture
def several(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A reader that tells its process and how many documents that has read."""
    folder = tmp_path / "site-packages"
    folder.mkdir()
    (folder / "several_reader.py").write_text(SEVERAL)
    accepts = 'lambda data: data.startswith(b"SEVERAL")'
    boot = f"import sys; sys.path.insert(0, {str(folder)!r})\nfrom pipeline.extract import base\n"
    boot += f'base.EXTRACTORS = (base.Format("s", "x/y", {accepts}, "several_reader", True), *base.EXTRACTORS)\n'
    monkeypatch.setattr(sandbox, "_BOOT", sandbox._BOOT.replace("from pipeline", f"{boot}\nfrom pipeline", 1))
    reader = base.Format("s", "x/y", lambda data: data.startswith(b"SEVERAL"), "several_reader", several=True)
    monkeypatch.setattr(base, "EXTRACTORS", (reader, *base.EXTRACTORS))
    sandbox.close()
    yield
    sandbox.close()


def told(what: str, **limits: int) -> tuple[int, int]:
    """(the process that read a document, how many it had read then)."""
    text = sandbox.extract(source(f"SEVERAL {what}".encode()), Limits(**limits)).text
    process, count = map(int, text.split())
    return process, count


@pytest.mark.usefixtures("several")
def test_a_child_reads_so_many_small_files_and_is_replaced() -> None:
    counts = [told("plain") for _ in range(child.SEVERAL + 2)]
    assert [count for _, count in counts] == [*range(1, child.SEVERAL + 1), 1, 2]
    assert len({process for process, _ in counts}) == 2


@pytest.mark.usefixtures("several")
def test_a_large_file_has_a_child_of_its_own() -> None:
    told("plain")
    assert told("plain " + " " * base.MIB)[1] == 1
    assert told("plain")[1] == 2


@pytest.mark.usefixtures("several")
def test_other_limits_want_another_child() -> None:
    first = told("plain")
    assert told("plain", memory_mib=256)[0] != first[0]
    assert told("plain") == (first[0], 2)


@pytest.mark.usefixtures("several")
@pytest.mark.parametrize("what", ["hold", "thread", "process"])
def test_a_child_that_a_document_changed_reads_no_other(what: str) -> None:
    assert told(what)[1] == 1
    assert told("plain")[1] == 1


@pytest.mark.usefixtures("several")
def test_a_child_that_refused_a_document_reads_no_other() -> None:
    told("plain")
    with pytest.raises(UnreadableError):
        told("refuse")
    assert told("plain")[1] == 1


@pytest.mark.usefixtures("several")
@pytest.mark.parametrize("what", ["spoil", "reject", "die"])
def test_what_fails_in_a_used_child_is_read_by_a_fresh_one(what: str) -> None:
    first = told("plain")
    again = told(what)
    assert again[0] != first[0]
    assert again[1] == 1


@pytest.mark.usefixtures("several")
def test_a_used_child_is_stopped_in_time() -> None:
    assert told("plain", seconds=4)[1] == 1
    with pytest.raises(ParserFailedError) as caught:
        told("spin", seconds=4)
    assert caught.value.reason == "timeout"
    assert told("plain", seconds=4)[1] == 1


TIME = """
import resource, sys, time
sys.path.insert(0, sys.argv[1])
from pipeline.extract import kernel
kernel.limit(5, 8 << 30, documents=3)
print(*resource.getrlimit(resource.RLIMIT_CPU))
while time.process_time() < 1.1: pass
kernel.more_time(5)
print(*resource.getrlimit(resource.RLIMIT_CPU))
kernel.more_time(50)
print(*resource.getrlimit(resource.RLIMIT_CPU))
"""


def test_each_document_has_its_own_cpu_time_within_that_of_all() -> None:
    done = subprocess.run([sys.executable, "-c", TIME, str(ROOT)], capture_output=True, text=True, check=True)
    first, second, third = ([int(n) for n in line.split()] for line in done.stdout.splitlines())
    assert first == [5, 15]
    assert 7 <= second[0] < 15
    assert second[1] == 15
    assert third == [15, 15]


@pytest.mark.usefixtures("several")
def test_a_waiting_child_that_was_killed_is_not_missed() -> None:
    process, _ = told("plain")
    os.kill(process, signal.SIGKILL)
    assert told("plain")[1] == 1


def test_neither_order_nor_company_changes_a_text() -> None:
    generations = tuple(site.GENERATIONS.values())
    files = [
        source(generations[i % len(generations)](f"Meeting {i}", made.paragraphs("ru" if i % 2 else "en", 5)).encode())
        for i in range(8)
    ]
    files += [source(office.docx(office.p(f"Статья {i}."))) for i in range(4)]
    files += [source(made.paragraph("ru", i, 30).encode("cp1251" if i % 2 else "utf-8")) for i in range(6)]
    alone = [base.extract(one) for one in files]
    assert [sandbox.extract(one) for one in files] == alone
    assert [sandbox.extract(one) for one in reversed(files)] == alone[::-1]

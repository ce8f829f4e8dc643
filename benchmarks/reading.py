"""Reading: pages, paragraphs and characters a second of one core; where Java and Maven are there, beside Apache Tika.

Everything is read the way a run reads it, in the fenced children; their CPU time counts.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import hashlib
import io
import json
import resource
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline import clean
from pipeline.extract import base, sandbox
from pipeline.language import detect
from pipeline.model import Extraction, Source
from tests.support import office, site
from tests.support import pages as made

TIKA = ("org.apache.tika", "tika-app", "3.2.2")
FILES = (20, 40)  # of each format, side by side with Tika, which pays for the start of its machine once a folder
ROUNDS = 3


def cpu(run: Callable[[], object]) -> float:
    """CPU seconds of `run` in this process."""
    began = time.process_time()
    run()
    return time.process_time() - began


def children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def source(name: str, data: bytes) -> Source:
    return Source(name, data, hashlib.sha256(data).hexdigest())


def fenced(sources: Sequence[Source], first: Source) -> tuple[float, float, list[Extraction]]:
    """(CPU seconds here and in the children, wall seconds, what was read) after `first`, which pays for the start."""

    def measured(more: Sequence[Source]) -> tuple[float, float, list[Extraction]]:
        sandbox.close()
        before = children() + time.process_time()
        sandbox.extract(first)
        began = time.perf_counter()
        read = [sandbox.extract(one) for one in more]
        wall = time.perf_counter() - began
        sandbox.close()
        return children() + time.process_time() - before, wall, read

    start = min(measured(())[0] for _ in range(3))
    spent, wall, read = measured(sources)
    return spent - start, wall, read


def sentences(language: str, first: int, count: int) -> list[str]:
    """Planted sentences, no two alike."""
    return [made.paragraph(language, 10_000 + first + i, 12) for i in range(count)]


# --- one format after the other ------------------------------------------------------------------------------------


def pdf() -> None:
    import pdfplumber

    data, *_ = made.bilingual_pdf(400)
    small, *_ = made.bilingual_pdf(1)
    spent, wall, read = fenced([source("made.pdf", data)], source("small.pdf", small))
    pages = read[0].meta.pages or 0
    with pdfplumber.open(io.BytesIO(data)) as document:
        chosen = document.pages[:20]

        def peer() -> None:
            for page in chosen:
                page.extract_text()
                page.close()

        theirs = cpu(peer) / len(chosen)
    rate = pages / spent
    print(
        f"pdf: {pages} pages of two columns, {rate:.0f} pages/s of a core through the sandbox (wanted 40), "
        f"{pages / wall:.0f} pages/s; pdfplumber's extract_text {1 / theirs:.0f}, ratio {rate * theirs:.1f}"
    )


def html() -> None:
    generations = list(site.GENERATIONS.values())
    pages = [
        source(f"{i}.html", generations[i % 4](f"A meeting, No. {i}", made.paragraphs("en", 8, first=i)).encode())
        for i in range(60)
    ]
    spent, wall, _ = fenced(pages[1:], pages[0])
    count = len(pages) - 1
    print(f"html: {count / spent:.0f} pages/s of a core through the sandbox (wanted 40), {count / wall:.0f}/s")


def docx() -> None:
    files = [source(f"{i}.docx", word(made.paragraphs("ru", 30, first=i))) for i in range(40)]
    spent, wall, _ = fenced(files[1:], files[0])
    count = len(files) - 1
    print(f"docx: {count / spent:.0f} files/s of a core through the sandbox, {count / wall:.0f}/s")


def word(texts: Sequence[str]) -> bytes:
    levels = office.numbering(("decimal", "Статья %1."))
    return office.docx("".join(office.listed(text) for text in texts), {"word/numbering.xml": levels})


def language() -> None:
    texts = [made.paragraph(code, i, 25) for i in range(1500) for code in ("en", "ru")]
    detect.label(texts[0]), detect.label(texts[1])  # the tables of either script
    spent = cpu(lambda: [detect.label(text) for text in texts])
    print(f"language: {len(texts) / spent:.0f} blocks/s (wanted 5000)")


def cleaning() -> None:
    data, *_ = made.bilingual_pdf(200, hyphenate=True)
    read = base.extract(source("made.pdf", data))
    found = detect.versions(read)
    spent = cpu(lambda: [clean.version(read, blocks) for _, blocks in found])
    print(f"clean: {len(read.text) / spent / 1e6:.1f} million characters/s")


def recognition() -> None:
    if shutil.which("tesseract") is None:
        print("ocr: tesseract is not installed, not measured")
        return
    printer = made.Printer(size=11, leading=16)
    printer.column(made.paragraphs("ru", 4) + made.paragraphs("en", 4), made.MARGIN, 470)
    small, *_ = made.bilingual_pdf(1)
    scan = source("scan.pdf", made.picture_pdf(printer.data(), 300))
    spent, wall, read = fenced([scan], source("small.pdf", small))
    length = len(read[0].text)
    print(f"ocr: {spent:.1f} s of a core for a page of {length} characters (wanted 2.5), {wall:.1f} s by the clock")


# --- beside Apache Tika --------------------------------------------------------------------------------------------


def corpus(folder: Path, files: int) -> dict[str, list[str]]:
    """`files` of each format with Cyrillic; name → the sentences planted in it."""
    planted: dict[str, list[str]] = {}
    generations = list(site.GENERATIONS.values())
    for i in range(files):
        texts = sentences("ru", 20 * i, 10) + sentences("en", 20 * i, 10)
        printer = made.Printer()
        printer.column(texts, made.MARGIN, 470)
        contents = {
            "txt": "\n\n".join(texts).encode("cp1251" if i % 2 else "utf-8"),
            "html": generations[i % 4](texts[0], texts[1:]).encode(),
            "pdf": printer.data(),
            "docx": word(texts),
        }
        for form, data in contents.items():
            name = f"{i:03}.{form}"
            (folder / name).write_bytes(data)
            planted[name] = texts
    return planted


def found(texts: Mapping[str, str], planted: Mapping[str, Sequence[str]]) -> float:
    """The share of planted sentences that stand in the text of their file, blanks apart."""
    squeezed = {name: "".join(text.split()) for name, text in texts.items()}
    hits = ["".join(one.split()) in squeezed.get(name, "") for name, wanted in planted.items() for one in wanted]
    return sum(hits) / len(hits)


def tika_jar() -> Path | None:
    """Tika's program from the local Maven repository, fetched by Maven if it is not there."""
    if shutil.which("java") is None or shutil.which("mvn") is None:
        return None
    group, name, version = TIKA
    home = Path(os.environ.get("MAVEN_REPOSITORY") or Path.home() / ".m2" / "repository")
    jar = home.joinpath(*group.split("."), name, version, f"{name}-{version}.jar")
    if not jar.exists():
        wanted = f"-Dartifact={':'.join(TIKA)}"
        fetch = ["mvn", "-B", "-q", f"-Dmaven.repo.local={home}", "dependency:get", wanted, "-Dtransitive=false"]
        subprocess.run(fetch, check=False, capture_output=True)
    return jar if jar.exists() else None


def tika(jar: Path, folder: Path, out: Path) -> tuple[float, float, dict[str, str]]:
    """(CPU seconds, wall seconds, name → text) of Tika over a folder, in one batch with one thread."""
    command = ["java", "-Xmx1g", "-jar", str(jar), "--text", "-J", "-t", "-i", str(folder), "-o", str(out)]
    single = ["-numConsumers", "1"]
    before, began = children(), time.perf_counter()
    subprocess.run([*command, *single], check=False, capture_output=True)
    wall = time.perf_counter() - began
    spent = children() - before
    return spent, wall, {path.name.removesuffix(".json"): _told(path) for path in sorted(out.iterdir())}


def _told(path: Path) -> str:
    return " ".join(part.get("X-TIKA:content", "") for part in json.loads(path.read_text("utf-8")))


def ours(folder: Path) -> tuple[float, float, dict[str, str]]:
    """The same for dragoman, the start of the helper process counted too."""
    sandbox.close()
    before, began = children() + time.process_time(), time.perf_counter()
    texts = {}
    for path in sorted(folder.iterdir()):
        texts[path.name] = sandbox.extract(source(path.name, path.read_bytes())).text
    sandbox.close()
    return children() + time.process_time() - before, time.perf_counter() - began, texts


def beside_tika() -> None:
    jar = tika_jar()
    if jar is None:
        print("tika: Java or Maven is missing, not compared")
        return
    for files in FILES:
        _beside(jar, files)


def _beside(jar: Path, files: int) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name, "in")
        folder.mkdir()
        planted = corpus(folder, files)
        mine, my_wall, my_texts, theirs, wall, texts = _best(jar, folder, Path(name))
    count = len(planted)
    print(
        f"tika: {count} files, {count / mine:.0f} per CPU-second against {count / theirs:.0f}, "
        f"ratio {theirs / mine:.1f} (wanted 3.0); {count / my_wall:.0f} per second against {count / wall:.0f}; "
        f"planted sentences found {found(my_texts, planted):.1%} against {found(texts, planted):.1%}"
    )


def _best(jar: Path, folder: Path, place: Path) -> tuple[float, float, dict[str, str], float, float, dict[str, str]]:
    """The cheapest of ROUNDS readings by each of the two, in turns: other work on the machine slows both."""
    mine, theirs = [], []
    for i in range(ROUNDS):
        out = place / f"out{i}"
        out.mkdir()
        mine.append(ours(folder))
        theirs.append(tika(jar, folder, out))
    return (*min(mine, key=lambda run: run[0]), *min(theirs, key=lambda run: run[0]))


def main() -> None:
    for part in (pdf, html, docx, language, cleaning, recognition, beside_tika):
        part()


if __name__ == "__main__":
    main()

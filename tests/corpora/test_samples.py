"""The samples: made from their masters to the byte, saying what the masters say, and each text there once."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree, html

from scripts.samples import LEVELS, MASTERS, SAMPLES, generate, main, masters, paragraphs

PLAN = {str(target): (form, sources, languages) for target, form, sources, languages in masters()}
TEXTS = sorted([*MASTERS.glob("*/*.txt"), *SAMPLES.glob("*/*.txt")])
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RUSSIAN_LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"


def of_format(form: str, languages: int) -> list[str]:
    return [target for target, (how, _, known) in PLAN.items() if how == form and len(known) == languages]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return {str(target): content for target, content in generate()}


def test_committed_samples_are_what_the_masters_give(made: dict[str, bytes]) -> None:
    stale = [target for target, content in made.items() if (SAMPLES / target).read_bytes() != content]
    assert not stale, "run scripts/samples.py"


def test_another_process_gives_the_same_bytes(made: dict[str, bytes], tmp_path: Path) -> None:
    script = MASTERS.parents[1] / "scripts" / "samples.py"
    seeded = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Almaty"}
    subprocess.run([sys.executable, str(script), "--folder", str(tmp_path)], check=True, env=seeded)
    assert {str(path.relative_to(tmp_path)): path.read_bytes() for path in tmp_path.glob("*/*")} == made


def test_check_names_a_sample_that_was_edited(
    made: dict[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for target, content in made.items():
        path = tmp_path / target
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content.replace(b"Ismatov", b"Izmatov"))
    assert main(["--check", "--folder", str(tmp_path)]) == 1
    assert re.findall(r"samples: (\S+) differs", capsys.readouterr().out) == ["en/silk-net-results.html"]


def test_every_file_among_the_samples_is_made_or_is_a_text() -> None:
    found = {str(path.relative_to(SAMPLES)) for path in SAMPLES.rglob("*") if path.is_file()}
    assert {name for name in found if not name.endswith(".txt")} == set(PLAN)


def test_samples_are_many_small_and_in_four_formats() -> None:
    files = [path for path in SAMPLES.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 1_000_000
    assert {path.suffix for path in files} == {".txt", ".html", ".docx", ".pdf"}
    assert len(files) >= 19


def test_no_text_stands_twice() -> None:
    openings = Counter(" ".join(paragraphs(path)[:3]) for path in TEXTS)
    assert [opening for opening, times in openings.items() if times > 1] == []


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_texts_are_utf8_with_plain_line_ends(path: Path) -> None:
    content = path.read_bytes()
    assert b"\r" not in content
    assert b"\t" not in content
    assert content.endswith(b"\n")
    assert not content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8").replace("\n", "").replace("\N{NO-BREAK SPACE}", "").isprintable()


@pytest.mark.parametrize("target", of_format("html", 1))
def test_pages_hold_the_release_between_menu_and_footer(target: str) -> None:
    _, (master,), (language,) = PLAN[target]
    page = html.parse(io.BytesIO((SAMPLES / target).read_bytes())).getroot()
    blocks = [squeezed(block.text_content()) for block in page.iter("h1", "h2", "time", "b", "p")]
    wanted = [squeezed(line) for line in paragraphs(master)]
    assert [block for block in blocks if block in set(wanted)] == wanted
    assert page.get("lang") == language
    assert "cookie" in page.text_content()


@pytest.mark.parametrize("target", of_format("docx", 1))
def test_word_counts_the_numbers_that_the_master_has(target: str) -> None:
    _, (master,), (language,) = PLAN[target]
    with zipfile.ZipFile(SAMPLES / target) as package:
        body = etree.fromstring(package.read("word/document.xml"))
        numbering = etree.fromstring(package.read("word/numbering.xml"))
    formats = {lvl.find(f"{W}lvlText").get(f"{W}val") for lvl in numbering.iter(f"{W}lvl")}
    assert formats == {text for _, text, _ in LEVELS[language]}
    shown = "".join(counted(body, numbering))
    article = LEVELS[language][0][1].split(" ")[0]
    text = master.read_text(encoding="utf-8")
    assert squeezed(shown) == squeezed(re.sub(rf"^({article} \d+)$", r"\1.", text, flags=re.M))


def counted(body: etree._Element, numbering: etree._Element) -> list[str]:
    """The paragraphs with their numbers, counted the way a word processor counts."""
    templates = {int(lvl.get(f"{W}ilvl")): lvl for lvl in numbering.iter(f"{W}lvl")}
    counts: dict[tuple[str, int], int] = {}
    lines = []
    for paragraph in body.iter(f"{W}p"):
        text = "".join(paragraph.itertext())
        level = paragraph.find(f".//{W}ilvl")
        if level is not None:
            depth, series = int(level.get(f"{W}val")), paragraph.find(f".//{W}numId").get(f"{W}val")
            counts[series, depth] = counts.get((series, depth), 0) + 1
            counts = {key: n for key, n in counts.items() if key[0] != series or key[1] <= depth}
            template = templates[depth].find(f"{W}lvlText").get(f"{W}val")
            how = templates[depth].find(f"{W}numFmt").get(f"{W}val")
            text = template.replace(f"%{depth + 1}", digits(counts[series, depth], how)) + " " + text
        lines.append(text)
    return lines


def digits(number: int, how: str) -> str:
    letters = {"lowerLetter": "abcdefghijklmnopqrstuvwxyz", "russianLower": RUSSIAN_LETTERS}
    return letters[how][number - 1] if how in letters else str(number)


@pytest.mark.parametrize("target", of_format("docx", 2))
def test_word_tables_hold_both_languages_row_by_row(target: str) -> None:
    _, sources, _ = PLAN[target]
    with zipfile.ZipFile(SAMPLES / target) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    rows = [tuple("".join(cell.itertext()) for cell in row.iter(f"{W}tc")) for row in body.iter(f"{W}tr")]
    assert rows == list(zip(*map(paragraphs, sources), strict=True))


@pytest.mark.parametrize("target", [*of_format("pdf", 1), *of_format("pdf", 2)])
def test_pdf_columns_say_what_the_masters_say(target: str) -> None:
    _, sources, _ = PLAN[target]
    with pypdfium2.PdfDocument(SAMPLES / target) as document:
        for number, source in enumerate(sources):
            shown = "".join(column(page, number, len(sources)) for page in document)
            assert squeezed(shown) == squeezed(source.read_text(encoding="utf-8"))


def column(page: pypdfium2.PdfPage, number: int, columns: int) -> str:
    """The text of one of the equally wide columns of a page, without the page number at its foot."""
    width, height = page.get_size()
    text_page = page.get_textpage()
    step = width / columns
    text = text_page.get_text_bounded(number * step, 45, (number + 1) * step, height)
    text_page.close()
    page.close()
    return str(text)


def test_pdf_pages_carry_their_number() -> None:
    with pypdfium2.PdfDocument(SAMPLES / "bilingual" / "kz-kg-drug-agreement.pdf") as document:
        feet = [page.get_textpage().get_text_bounded(bottom=0, top=45).strip() for page in document]
    assert feet == [f"– {number} –" for number in range(1, len(feet) + 1)]
    assert len(feet) > 1


@pytest.mark.parametrize("target", [target for target, plan in PLAN.items() if len(plan[2]) == 2])
def test_authentic_texts_have_the_same_numbers_paragraph_by_paragraph(target: str) -> None:
    _, sources, languages = PLAN[target]
    assert languages == ("en", "ru")
    for english, russian in zip(*map(paragraphs, sources), strict=True):
        assert re.findall(r"\d+", english) == re.findall(r"\d+", russian)

"""The straight line over every sample: offsets hold, bytes repeat, and the readings match the golden files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline import analyse, analyse_file, codec, process
from pipeline.ingest.status import broken_records
from pipeline.model import Document, Mention

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden"
SAMPLES = sorted(
    path
    for path in (ROOT / "corpora" / "samples").rglob("*")
    if path.suffix in {".txt", ".html", ".docx", ".pdf"} and "masters" not in path.parts
)


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT / "corpora" / "samples")).replace("/", "__")


@cache
def _read(path: Path) -> tuple[Document, ...]:
    return analyse_file(path)


def _mentions(document: Document) -> Iterator[Mention]:
    for mention in document.mentions:
        yield mention
        yield from mention.inner


def test_there_are_samples() -> None:
    assert len(SAMPLES) >= 18
    assert {path.suffix for path in SAMPLES} == {".txt", ".html", ".docx", ".pdf"}


@pytest.mark.parametrize("path", SAMPLES, ids=_name)
def test_every_record_stands_where_it_says(path: Path) -> None:
    for document in _read(path):
        assert broken_records(document) == []
        for mention in _mentions(document):
            assert mention.span.of(document.text) == mention.text
        outer = [mention.span for mention in document.mentions]
        assert all(a.end <= b.start for a, b in pairwise(outer))
        for mention in document.mentions:
            assert all(mention.span.covers(inner.span) for inner in mention.inner)
        for provision in document.structure.walk():
            assert all(provision.span.covers(child.span) for child in provision.children)
            start, end = document.source_span(provision.span)
            assert start <= end
        for norm in document.norms:
            assert document.structure.find(norm.eid), f"{norm.eid} is no provision"


@pytest.mark.parametrize("path", SAMPLES, ids=_name)
def test_readings_match_the_golden_file(path: Path, request: pytest.FixtureRequest) -> None:
    golden = GOLDEN / f"{_name(path)}.json"
    reading = json.dumps([_reading(d) for d in _read(path)], ensure_ascii=False, indent=1) + "\n"
    if request.config.getoption("--write-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(reading, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == reading, "run pytest --write-golden and read the difference"


def _reading(document: Document) -> dict[str, Any]:
    """What a person would check, one record a line."""
    structure = document.structure
    return {
        "language": document.language,
        "genre": structure.genre,
        "title": document.title,
        "parties": list(structure.parties),
        "issued_on": document.issued_on.isoformat() if document.issued_on else None,
        "provisions": [p.eid for p in structure.walk()],
        "mentions": [f"{m.kind} | {m.text} | {m.entity_id}" for m in document.mentions],
        "norms": [f"{n.eid} | {n.modality} | {n.bearer} | {_due(n)} | {n.action}" for n in document.norms],
        "quotes": [f"{q.speaker} | {q.role} | {q.words}" for q in document.quotes],
        "facts": [f"{f.kind} | {f.text} | {f.actor} | {f.place} | {f.on}" for f in document.facts],
        "figures": [f"{f.text} | {f.bound} {f.value:g}..{f.high} {f.unit} | {f.of}" for f in document.figures],
    }


def _due(norm: Any) -> str:
    return f"{norm.deadline.relation} {norm.deadline.iso8601}" if norm.deadline else ""


def test_a_document_survives_being_stored() -> None:
    for path in SAMPLES[:4]:
        for document in _read(path):
            assert codec.decode(codec.encode(document), Document) == document


def test_the_same_input_gives_the_same_bytes() -> None:
    path = next(path for path in SAMPLES if path.suffix == ".txt")
    code = (
        "import sys, hashlib; from pipeline import analyse_file, codec; "
        "print(hashlib.sha256(b''.join(codec.encode(d) for d in analyse_file(sys.argv[1]))).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code, str(path)],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("4242", "Asia/Almaty"))
    }
    assert len(digests) == 1


def test_offsets_lead_back_into_the_text_that_was_passed_in() -> None:
    text = "Стороны\u00a0обмениваются инфор\u00adмацией с  UNODC.\r\n\r\n"
    text += "The  Republic of\u00a0Kazakhstan shall notify UNODC.\r\n"
    found = 0
    for document in analyse(text):
        for mention in document.mentions:
            start, end = document.source_span(mention.span)
            assert " ".join(text[start:end].split()) == mention.text
            found += 1
    assert found >= 3


_ALPHABET = "abc ABC абв АБВ 123 .,;:()\n\n\u00a0\u00ad\t-–—«»\"'№§ё\u0301Ӣқ\u202e\ufffe\U0001f600"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet=_ALPHABET, max_size=300))
def test_any_text_is_read_without_complaint(text: str) -> None:
    for document in analyse(text):
        assert broken_records(document) == []
        for mention in _mentions(document):
            start, end = document.source_span(mention.span)
            assert 0 <= start <= end <= len(text)


def test_one_stage_runs_again_without_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    (document,) = analyse("Article 1\nThe Parties shall notify UNODC within 30 days.\n", language="en")
    assert process.stale(document) == frozenset()
    raised = tuple(replace(s, version=s.version + 1) if s.name == "norms" else s for s in process.STAGES)
    monkeypatch.setattr(process, "STAGES", raised)
    assert process.stale(document) == {"norms"}
    again = process.annotate(document, process.stale(document))
    assert process.stale(again) == frozenset()
    assert again.norms == document.norms


def test_a_raised_stage_takes_along_what_builds_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    (document,) = analyse("Kazakhstan shall notify UNODC.", language="en")
    raised = tuple(replace(s, version=s.version + 1) if s.name == "mentions" else s for s in process.STAGES)
    monkeypatch.setattr(process, "STAGES", raised)
    assert process.stale(document) == {"mentions", "figures", "facts", "norms", "quotes"}


def test_a_name_in_quotation_marks_says_nothing() -> None:
    text = 'ASTANA, 3 May 2018 – Customs seized 12 kg of heroin during Operation "Black Poppy-2018", said Dana Orazova.'
    (document,) = analyse(text, language="en")
    assert any(mention.text == 'Operation "Black Poppy-2018"' for mention in document.mentions)
    assert not any("Black Poppy-2018" in (quote.words if quote.direct else "") for quote in document.quotes)

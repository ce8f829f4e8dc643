"""The commands from end to end: real processes, real parsers, the embedded engine."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.settings import Settings
from tests.support.command import ROOT, dragoman, ingest
from tests.support.elasticsearch import elasticsearch_url, remove

__all__ = ["elasticsearch_url"]

AGREEMENT = """Agreement between the Republic of Kazakhstan and the Kyrgyz Republic
on cooperation against illicit traffic in precursors

The Republic of Kazakhstan and the Kyrgyz Republic, hereinafter referred to as the Parties,
have agreed as follows:

Article 1
The Parties shall exchange information on the routes of illicit traffic in precursors.

Article 2
1. Each Party shall notify the other Party of every seizure of acetic anhydride within 30 days of the seizure.
2. A Party may refuse a request if its execution would prejudice its sovereignty.

Article 3
This Agreement shall enter into force on the date of its signature.

Done at Bishkek on 4 May 2011.
"""

RELEASE = """В Алматы открылась встреча координаторов ЦАРИКЦ

13 мая 2014 года. Директор ЦАРИКЦ Бексултан Сарсеков открыл в Алматы встречу национальных координаторов.

«Мы изъяли более 36 кг героина за один месяц», – сказал Сарсеков.

В работе встречи участвовали представители Казахстана, Кыргызстана и Таджикистана.
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A data directory with the agreement and the release already ingested, and the folder they lie in."""
    folder, data = tmp_path_factory.mktemp("corpus"), tmp_path_factory.mktemp("data")
    (folder / "agreement.txt").write_text(AGREEMENT, encoding="utf-8")
    (folder / "release.txt").write_text(RELEASE, encoding="cp1251", errors="replace")
    report = ingest(data, folder)
    assert (report["seen"], report["new"], report["failed"]) == (2, 2, 0)
    return data, folder


def test_search_leads_to_the_article(corpus: tuple[Path, Path]) -> None:
    answer = dragoman(corpus[0], "search", "seizures of acetic anhydride", "--format", "json").json()
    first = answer["hits"][0]
    assert first["eid"] == "art_2__para_1"
    assert "Article 2" in first["citation"]
    assert first["language"] == "en"
    assert first["issued_on"] == "2011-05-04"
    assert set(first) >= {
        "document_id",
        "kind",
        "title",
        "language",
        "issued_on",
        "eid",
        "page",
        "citation",
        "snippet",
        "score",
    }


def test_a_name_in_one_language_finds_the_other(corpus: tuple[Path, Path]) -> None:
    assert dragoman(corpus[0], "search", "CARICC", "--format", "json").json()["total"] >= 1
    assert dragoman(corpus[0], "search", "country:Kazakhstan lang:ru", "--format", "json").json()["total"] >= 1


def test_obligations_name_bearer_and_deadline(corpus: tuple[Path, Path]) -> None:
    hits = dragoman(corpus[0], "obligations", "notify", "--format", "json").json()["hits"]
    duty = next(hit for hit in hits if hit["modality"] == "obligation")
    assert duty["bearer"] == "each_party"
    assert duty["deadline"]["iso8601"] == "P30D"
    assert duty["eid"] == "art_2__para_1"
    assert dragoman(corpus[0], "obligations", "modality:permission", "--format", "json").json()["total"] == 1


def test_quotes_name_the_speaker(corpus: tuple[Path, Path]) -> None:
    hits = dragoman(corpus[0], "quotes", "героина", "--format", "json").json()["hits"]
    assert [hit["speaker"] for hit in hits] == ["Бексултан Сарсеков"]
    assert hits[0]["words"].startswith("Мы изъяли")


def test_entities_are_counted(corpus: tuple[Path, Path]) -> None:
    listed = dragoman(corpus[0], "entities", "ЦАРИКЦ", "--format", "json").json()["entities"]
    assert listed[0]["id"] == "org:CARICC"
    assert listed[0]["last_seen"] == "2014-05-13"


def test_precedents_of_a_draft(corpus: tuple[Path, Path], tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("Each Party informs the other Party of seizures of acetic anhydride.", encoding="utf-8")
    (sentence,) = dragoman(corpus[0], "precedents", draft, "--format", "json").json()["sentences"]
    assert sentence["matches"][0]["eid"] == "art_2__para_1"


def test_show_gives_the_article_and_why(corpus: tuple[Path, Path]) -> None:
    data, folder = corpus
    view = dragoman(data, "show", folder / "agreement.txt", "--article", "2.1", "--format", "json").json()
    assert view["sections"][0]["text"].startswith("1. Each Party shall notify")
    told = dragoman(data, "show", view["document_id"], "--why").out
    assert "country:KZ" in told
    assert "norm: obligation of each_party" in told
    assert "no article 99" in dragoman(data, "show", view["document_id"], "--article", "99", code=1).err


def test_show_tells_what_an_instrument_says_of_its_own_life(corpus: tuple[Path, Path]) -> None:
    data, folder = corpus
    told = dragoman(data, "show", folder / "agreement.txt", "--format", "json").json()["particulars"]
    document = dragoman(data, "show", folder / "agreement.txt").out
    assert told["binding"]["answer"] in {"yes", "no", "unclear"}
    assert told["binding"]["why"] in document
    assert all(" ".join(s["text"].split()) in document and f"[{s['eid']}]" in document for s in told["statements"])
    assert not any(line.endswith(" ") for line in document.splitlines() if not line.startswith("["))
    assert dragoman(data, "show", folder / "release.txt", "--format", "json").json()["particulars"] is None


def test_table_json_lines_and_csv_agree(corpus: tuple[Path, Path]) -> None:
    data = corpus[0]
    hits = dragoman(data, "search", "precursors", "--format", "json").json()["hits"]
    lines = [json.loads(line) for line in dragoman(data, "search", "precursors", "--format", "jsonl").out.splitlines()]
    assert lines == hits
    assert len(dragoman(data, "search", "precursors", "--format", "csv").out.splitlines()) == len(hits) + 1
    assert f"{len(hits)} found" in dragoman(data, "search", "precursors").out


def test_a_second_run_writes_nothing(corpus: tuple[Path, Path]) -> None:
    data, folder = corpus
    before = _index_files(data)
    report = ingest(data, folder)
    assert (report["unchanged"], report["new"], report["documents"], report["indexed"]) == (2, 0, 0, 0)
    assert _index_files(data) == before
    assert dragoman(data, "ingest", folder).err == ""


def _index_files(data: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in (data / "index").rglob("*") if path.is_file()}


def test_status_verify_and_rebuild_agree(corpus: tuple[Path, Path]) -> None:
    data = corpus[0]
    status = dragoman(data, "status", "--format", "json").json()
    assert (status["documents"], status["languages"], status["to_index"]) == (2, {"en": 1, "ru": 1}, 0)
    assert dragoman(data, "verify", "--format", "json").json() == {"ok": True, "complaints": []}
    query = ("search", "precursors", "--format", "json")
    before = dragoman(data, *query).out
    dragoman(data, "rebuild")
    assert dragoman(data, *query).out == before


def test_a_lost_index_is_made_again_by_the_next_run(tmp_path: Path) -> None:
    folder, data = tmp_path / "in", tmp_path / "data"
    folder.mkdir()
    (folder / "a.txt").write_text(AGREEMENT)
    ingest(data, folder)
    subprocess.run(["rm", "-r", str(data / "index")], check=True)
    assert ingest(data, folder)["indexed"] == 1
    assert dragoman(data, "search", "precursors", "--format", "json").json()["total"] > 0


def test_every_outcome_adds_up(tmp_path: Path) -> None:
    folder, data = tmp_path / "in", tmp_path / "data"
    folder.mkdir()
    for name, text in {
        "a.txt": AGREEMENT,
        "copy.txt": AGREEMENT,
        "b.txt": RELEASE,
        "empty.txt": "",
        "c.txt": "Соглашение вступает в силу.",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "link.txt").symlink_to(folder / "a.txt")
    first = ingest(data, folder, code=3)
    assert {key: first[key] for key in ("seen", "new", "duplicate", "skipped", "failed")} == {
        "seen": 6,
        "new": 3,
        "duplicate": 1,
        "skipped": 1,
        "failed": 1,
    }
    assert first["failures"][0]["reason"] == "empty"
    (folder / "b.txt").rename(folder / "moved.txt")
    (folder / "a.txt").write_text(AGREEMENT.replace("30 days", "45 days"))
    (folder / "c.txt").unlink()
    second = ingest(data, folder, code=3)
    assert {key: second[key] for key in ("seen", "changed", "moved", "unchanged", "gone", "failed", "skipped")} == {
        "seen": 5,
        "changed": 1,
        "moved": 1,
        "unchanged": 1,
        "gone": 1,
        "failed": 1,
        "skipped": 1,
    }
    assert dragoman(data, "search", "вступает", "--format", "json").json()["total"] == 0
    assert dragoman(data, "verify", "--format", "json").json()["ok"]


def test_failures_can_be_shown_ignored_and_retried(tmp_path: Path) -> None:
    folder, data = tmp_path / "in", tmp_path / "data"
    folder.mkdir()
    (folder / "noise.pdf").write_bytes(b"%PDF-1.4\n" + bytes(range(256)) * 20)
    ingest(data, folder, code=3)
    (row,) = dragoman(data, "failures", "--format", "json").json()["failures"]
    assert row["path"].endswith("noise.pdf")
    assert row["hint"]
    dragoman(data, "failures", "ignore", folder / "noise.pdf")
    assert ingest(data, folder)["skipped"] == 1
    assert dragoman(data, "failures", "retry", code=3).code == 3
    (folder / "noise.pdf").write_text(RELEASE, encoding="utf-8")
    assert ingest(data, folder)["new"] == 1
    assert dragoman(data, "failures", "--format", "json").json()["failures"] == []


def test_a_dry_run_leaves_no_trace(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(AGREEMENT)
    report = ingest(tmp_path / "data", tmp_path / "a.txt", "--dry-run")
    assert report["new"] == 1
    assert not (tmp_path / "data").exists()


def test_limit_takes_some_now_and_the_rest_later(tmp_path: Path) -> None:
    folder, data = tmp_path / "in", tmp_path / "data"
    folder.mkdir()
    for i in range(3):
        (folder / f"{i}.txt").write_text(f"The Parties shall meet {i + 2} times a year.")
    first = ingest(data, folder, "--limit", "2")
    assert (first["new"], first["skipped"]) == (2, 1)
    assert ingest(data, folder)["new"] == 1


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["ingest"], 2, "at least one file"),
        (["ingest", "no-such-folder"], 1, "no such file"),
        (["search", "coutry:KZ"], 2, "country"),
        (["search", '"open'], 2, "position"),
        (["show", "ffff"], 13, "no ledger"),
        (["--engine", "elasticsearch", "search", "x"], 5, "127.0.0.1"),
    ],
)
def test_mistakes_get_one_clear_line(arguments: list[str], code: int, words: str, tmp_path: Path) -> None:
    environ = {"DRAGOMAN_ELASTICSEARCH_URL": "http://127.0.0.1:9"}
    ran = dragoman(tmp_path / "data", *arguments, code=code, environ=environ)
    assert words in ran.err


def test_configuration_errors_have_their_own_code(tmp_path: Path) -> None:
    ran = dragoman(tmp_path, "status", code=12, environ={"DRAGOMAN_ENGIN": "x"})
    assert "did you mean engine" in ran.err
    assert "flag" in dragoman(tmp_path, "config", "show", "--origin").out


def test_an_engine_that_is_down_costs_no_work(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(AGREEMENT)
    data, down = (
        tmp_path / "data",
        {"DRAGOMAN_ELASTICSEARCH_URL": "http://127.0.0.1:9", "DRAGOMAN_ENGINE": "elasticsearch"},
    )
    report = ingest(data, tmp_path / "a.txt", code=5, environ=down)
    assert (report["new"], report["documents"], report["indexed"]) == (1, 1, 0)
    later = ingest(data, tmp_path / "a.txt")
    assert (later["unchanged"], later["documents"], later["indexed"]) == (1, 0, 1)


@pytest.mark.elasticsearch
def test_both_engines_give_the_same_answers(corpus: tuple[Path, Path], elasticsearch_url: str) -> None:
    data, folder = corpus
    prefix = f"cli-{os.getpid()}"
    environ = {
        "DRAGOMAN_ENGINE": "elasticsearch",
        "DRAGOMAN_ELASTICSEARCH_URL": elasticsearch_url,
        "DRAGOMAN_ELASTICSEARCH_PREFIX": prefix,
    }
    try:
        report = ingest(data, folder, environ=environ)
        assert (report["unchanged"], report["documents"], report["indexed"]) == (2, 0, 2)
        for asked in (["search", "Казахстан"], ["search", "notify seizure"], ["obligations"], ["quotes"]):
            there = dragoman(data, *asked, "--format", "json", environ=environ).json()
            assert there["total"] > 0
            assert there == dragoman(data, *asked, "--format", "json").json()
        assert dragoman(data, "verify", "--format", "json", environ=environ).json()["ok"]
        assert dragoman(data, "rebuild", "--format", "json", environ=environ).json()["documents"] == 2
    finally:
        remove(Settings(engine="elasticsearch", elasticsearch_url=elasticsearch_url, elasticsearch_prefix=prefix))


def test_two_runs_do_not_meet(tmp_path: Path) -> None:
    from pipeline.ingest import lock

    (tmp_path / "a.txt").write_text(AGREEMENT)
    with lock.hold(tmp_path / "data"):
        ran = dragoman(tmp_path / "data", "ingest", tmp_path / "a.txt", code=11)
    assert "another run" in ran.err
    ingest(tmp_path / "data", tmp_path / "a.txt")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_ends_the_run_in_order(number: int, code: int, tmp_path: Path) -> None:
    folder, data = tmp_path / "in", tmp_path / "data"
    folder.mkdir()
    for i in range(40):
        (folder / f"{i}.txt").write_text(AGREEMENT.replace("30 days", f"{i + 2} days"))
    command = [
        sys.executable,
        str(ROOT / "cli.py"),
        "--data-dir",
        str(data),
        "ingest",
        str(folder),
        "--report",
        str(tmp_path / "report.json"),
    ]
    run = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 120
    while not _stored(data) and time.monotonic() < deadline:
        time.sleep(0.1)
    run.send_signal(number)
    _, err = run.communicate(timeout=60)
    assert run.returncode == code, err
    assert json.loads((tmp_path / "report.json").read_text())["status"] == "interrupted"
    done = ingest(data, folder)
    assert done["new"] + done["unchanged"] == 40
    assert done["unchanged"] > 0
    assert dragoman(data, "verify", "--format", "json").json()["ok"]


def _stored(data: Path) -> int:
    from pipeline.errors import StorageError
    from pipeline.ledger import Ledger

    try:
        with Ledger(data, create=False) as ledger:
            return len(ledger.live())
    except StorageError:
        return 0


def test_killed_anywhere_the_next_run_completes(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(AGREEMENT)
    (folder / "b.txt").write_text(RELEASE, encoding="utf-8")
    whole = tmp_path / "whole"
    ingest(whole, folder)
    expected = dragoman(whole, "search", "Kazakhstan OR Казахстан", "--format", "json").json()
    data = tmp_path / "data"
    for point in range(1, 30):
        ran = dragoman(data, "ingest", folder, code=None, environ={"DRAGOMAN_CRASH_AT": str(point)})
        if ran.code == 0:
            break
        assert ran.code == -signal.SIGKILL
    assert point > 3
    assert ingest(data, folder)["indexed"] == 0
    assert dragoman(data, "search", "Kazakhstan OR Казахстан", "--format", "json").json() == expected
    assert dragoman(data, "verify", "--format", "json").json()["ok"]


def test_cron_has_no_home_and_no_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(AGREEMENT)
    command = [
        sys.executable,
        str(ROOT / "cli.py"),
        "--data-dir",
        str(tmp_path / "data"),
        "ingest",
        str(tmp_path / "a.txt"),
    ]
    done = subprocess.run(
        command, env={"PATH": "/usr/bin:/bin"}, cwd="/", capture_output=True, timeout=120, stdin=subprocess.DEVNULL
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_a_full_or_closed_output_is_told(corpus: tuple[Path, Path]) -> None:
    command = f"{sys.executable} {ROOT / 'cli.py'} --data-dir {corpus[0]} search precursors"
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            command.split(),
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
    assert done.returncode == 13
    assert b"Traceback" not in done.stderr
    done = subprocess.run(
        f"{command} | true", shell=True, stderr=subprocess.PIPE, timeout=60, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    assert b"Traceback" not in done.stderr


def test_help_begins_with_examples() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), "--help"],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0
    assert done.stdout.index("Examples") < done.stdout.index("Commands")
    for command in (
        "ingest",
        "search",
        "obligations",
        "quotes",
        "entities",
        "precedents",
        "show",
        "status",
        "failures",
        "rebuild",
        "verify",
        "doctor",
        "config",
        "evaluate",
    ):
        assert command in done.stdout

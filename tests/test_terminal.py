"""Answers as they look: under each other, never broken at the edge, nothing of a document taken for markup."""

from __future__ import annotations

import pytest
from rich.text import Text

from pipeline import terminal
from pipeline.terminal import Format, as_csv, as_written, card, facts

LONG = "СОГЛАШЕНИЕ между Правительством Грузии и Правительством Украины о банках семян и о взаимной помощи"


@pytest.fixture(params=[40, 80, 160])
def width(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    from rich.console import Console

    columns = int(request.param)
    monkeypatch.setattr(terminal, "console", lambda: Console(width=columns, markup=False, highlight=False, emoji=False))
    return columns


def test_a_card_hangs_under_its_number(width: int, capsys: pytest.CaptureFixture[str]) -> None:
    card(7, LONG, ["[bold]art 5[/x]", "", LONG], Text(LONG * 3))
    first, *others = capsys.readouterr().out.splitlines()
    assert first.startswith("  7. СОГЛАШЕНИЕ")
    assert others
    assert all(line.startswith("     ") and line[5] != " " for line in others)
    assert all(len(line) <= width for line in (first, *others))
    words = " ".join(" ".join((first[5:], *(line[5:] for line in others))).split())
    assert words == " ".join(f"{LONG} [bold]art 5[/x] · {LONG} {LONG * 3}".split())


def test_facts_below_a_card_stand_under_its_words(width: int, capsys: pytest.CaptureFixture[str]) -> None:
    facts(
        [("en", "Each Party shall notify the other Party. " * 3), ("ru", "Каждая Сторона уведомляет другую.")],
        below=True,
    )
    lines = capsys.readouterr().out.splitlines()
    assert [line[:9] for line in lines if line[5:7].strip()] == ["     en  ", "     ru  "]
    assert all(len(line) <= width for line in lines)


def test_no_rows_are_no_line() -> None:
    assert as_csv([]) == as_written({}, [], Format.CSV) == as_written({}, [], Format.JSONL) == ""
    assert as_written({"hits": []}, [], Format.JSON) == '{\n  "hits": []\n}\n'
    rows: list[dict[str, object]] = [{"a": "=1+1", "b": None}, {"c": ["д"]}]
    assert as_csv(rows) == 'a,b,c\n\'=1+1,,\n,,"[""д""]"\n'

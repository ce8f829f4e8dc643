"""The documentation speaks of everything there is, and of nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main
from typer.core import TyperCommand, TyperGroup

import cli
from pipeline import settings
from pipeline.commands.common import HELP
from pipeline.ingest.plan import Outcome
from pipeline.model import Genre, Kind, Modality, Relation, Strength

ROOT = Path(__file__).resolve().parent.parent
CLI = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
CONFIGURATION = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
MODEL = (ROOT / "docs" / "data-model.md").read_text(encoding="utf-8")
PAGES = sorted([*(ROOT / "docs").glob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"])


def _commands(group: TyperGroup, prefix: str = "") -> Iterator[tuple[str, TyperCommand]]:
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from _commands(command, f"{prefix}{name} ")
        else:
            yield f"{prefix}{name}", command


COMMANDS = dict(_commands(typer.main.get_command(cli.app)))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_is_documented(name: str) -> None:
    first, _, second = name.partition(" ")
    assert re.search(rf"dragoman {first}\b", CLI)
    assert not second or re.search(rf"\b{second}\b", CLI)
    for parameter in COMMANDS[name].params:
        for option in parameter.opts:
            assert not option.startswith("--") or option == "--help" or f"`{option}" in CLI, f"{name} {option}"


@pytest.mark.parametrize("name", settings.NAMES)
def test_every_setting_is_documented_with_its_variable(name: str) -> None:
    assert f"| `{name}` | `DRAGOMAN_{name.upper()}` |" in CONFIGURATION


@pytest.mark.parametrize("values", [Kind, Modality, Genre, Relation, Strength], ids=lambda enum: enum.__name__)
def test_every_value_of_the_records_is_documented(values: type) -> None:
    assert [value for value in values if value not in MODEL] == []


def test_every_outcome_and_exit_code_is_documented() -> None:
    assert all(outcome.value in CLI for outcome in Outcome)
    for code in (0, 1, 2, 3, 5, 11, 12, 13, 130, 143):
        assert re.search(rf"\b{code}\b", CLI)
        assert re.search(rf"\b{code}\b", HELP)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
        assert target.startswith("http") or (page.parent / target).exists(), target


def test_every_room_stands_in_the_design() -> None:
    design = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    rooms = {path.stem for path in (ROOT / "pipeline").iterdir() if not path.stem.startswith("_")}
    assert [room for room in sorted(rooms) if f"`{room}" not in design] == []

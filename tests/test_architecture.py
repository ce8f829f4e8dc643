"""The house itself: imports go one way, heavy packages stay out of light commands, no file names what it must not."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

FLOORS = (
    ("pipeline.errors", "pipeline.offsets", "pipeline.model"),
    ("pipeline.resources", "pipeline.settings", "pipeline.codec"),
    ("pipeline.language.pack", "pipeline.language.en", "pipeline.language.ru", "pipeline.language"),
    ("pipeline.dates", "pipeline.durations", "pipeline.sentences", "pipeline.nlp", "pipeline.clean"),
    ("pipeline.language.detect", "pipeline.extract"),
    ("pipeline.structure", "pipeline.citation"),
    ("pipeline.entities",),
    ("pipeline.norms", "pipeline.quotes", "pipeline.figures", "pipeline.facts"),
    ("pipeline.bilingual", "pipeline.process", "pipeline.evaluate", "pipeline.evaluate_norms"),
    ("pipeline.ledger", "pipeline.engines"),
    ("pipeline.search",),
    ("pipeline.instruments", "pipeline.schedule", "pipeline.export"),
    ("pipeline.ingest",),
    ("pipeline.terminal",),
    ("pipeline.commands",),
    ("cli",),
)
"""Low to high: a module may import its own floor and those above it in this list, never a later one."""

SPACY_ROOMS = ("pipeline.nlp", "pipeline.entities", "pipeline.norms", "pipeline.quotes")


def _files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout
    return [ROOT / name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()]


def _modules() -> Iterator[tuple[str, Path]]:
    for path in sorted((ROOT / "pipeline").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path
    yield "cli", ROOT / "cli.py"


def _imports(path: Path) -> set[str]:
    """Absolute names of project modules that a file imports anywhere, names for type checkers left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for inner in ast.walk(node)
    }
    found: set[str] = set()
    for node in ast.walk(tree):
        if node in typing_only:
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    return found


def _floor(module: str) -> int | None:
    """The floor of the longest name in FLOORS that holds `module`."""
    best: tuple[int, int] | None = None
    for number, names in enumerate(FLOORS):
        for name in names:
            if (module == name or module.startswith(name + ".")) and (best is None or len(name) > best[0]):
                best = (len(name), number)
    return best[1] if best else None


@pytest.mark.parametrize(("module", "path"), [pytest.param(m, p, id=m) for m, p in _modules() if m != "pipeline"])
def test_imports_go_one_way(module: str, path: Path) -> None:
    own = _floor(module)
    assert own is not None, f"{module} stands on no floor: add it to FLOORS and to docs/design.md"
    for target in sorted(_imports(path)):
        floor = _floor(target)
        if floor is not None:
            assert floor <= own, f"{module} (floor {own}) imports {target} (floor {floor})"


def test_only_the_language_rooms_import_spacy() -> None:
    guilty = [
        module
        for module, path in _modules()
        if any(name == "spacy" or name.startswith("spacy.") for name in _imports(path))
        and not module.startswith(SPACY_ROOMS)
    ]
    assert guilty == []


def test_process_and_engines_do_not_know_each_other() -> None:
    imports = {module: _imports(path) for module, path in _modules()}
    assert not any(name.startswith("pipeline.engines") for name in imports["pipeline.process"])
    for module, names in imports.items():
        if module.startswith("pipeline.engines"):
            assert not any(name.startswith("pipeline.process") for name in names), module
        if module.startswith("pipeline.search"):
            assert not any(name.startswith("pipeline.ingest") for name in names), module


@pytest.mark.parametrize(
    "arguments", [["--help"], ["search", "--help"], ["--data-dir", "{empty}", "search", "Kazakhstan"]]
)
def test_light_commands_stay_light(arguments: list[str], tmp_path: Path) -> None:
    code = (
        "import sys\nsys.argv[0] = 'dragoman'\nimport cli\n"
        "try:\n    cli.main()\nexcept SystemExit:\n    pass\n"
        "heavy = {'spacy', 'thinc', 'slovnet', 'navec', 'pymorphy3', 'trafilatura', 'pypdfium2', 'pdfplumber'}\n"
        "heavy.add('elasticsearch')\n"
        "print('HEAVY', sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    filled = [argument.format(empty=tmp_path / "none") for argument in arguments]
    done = subprocess.run([sys.executable, "-c", code, *filled], cwd=ROOT, capture_output=True, text=True)
    assert "HEAVY []" in done.stderr, done.stderr


def test_the_process_that_writes_the_ledger_loads_no_model() -> None:
    heavy = "{'spacy', 'slovnet', 'pymorphy3', 'numpy'}"
    code = f"import sys, pipeline.ingest.run; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_no_file_names_a_package_address_or_a_registry() -> None:
    address = re.compile(r"https?://[^\s\"'>]+\.(?:whl|tgz|tar\.gz|tar\.bz2|jar|crate|deb)\b")
    hosts = re.compile(
        "|".join(
            (
                "pypi" + r"\.org",
                "python" + "hosted",
                "registry" + r"\.npmjs",
                "repo1?" + r"\.maven",
                "crates" + r"\.io",
                "proxy" + r"\.golang",
                "deb" + r"\.debian\.org",
            )
        )
    )
    for path in _files():
        text = path.read_bytes().decode("utf-8", "replace")
        found = address.search(text) or hosts.search(text)
        assert not found, f"{path.relative_to(ROOT)}: {found.group() if found else ''}"


def test_no_file_carries_a_path_of_one_machine() -> None:
    place = re.compile(r"(?<![\w./-])/(?:work|farm|root)/\w")
    for path in _files():
        found = place.search(path.read_bytes().decode("utf-8", "replace"))
        assert not found, f"{path.relative_to(ROOT)}: {found.group() if found else ''}"


def test_functions_stay_small() -> None:
    """House rule: no function over 40 lines, docstring and body; a command's list of options is no length."""
    long = [
        f"{module}.{node.name}: {node.end_lineno - node.body[0].lineno + 1}"
        for module, path in _modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and node.end_lineno
        and node.end_lineno - node.body[0].lineno + 1 > 40
    ]
    assert long == []

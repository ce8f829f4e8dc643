"""Finding files: every path ends as an item or is left out with a reason."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from pipeline.ingest.walk import Item, Left, shown, walk

MAX = 1 << 20


def _walk(*roots: Path, limit: int = MAX) -> dict[str, Item | Left]:
    return {
        os.fsdecode(os.path.basename(found.path)): found for found in walk([os.fsencode(root) for root in roots], limit)
    }


def _reason(found: Item | Left) -> str:
    return found.reason if isinstance(found, Left) else "item"


def test_files_are_hashed_in_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    found = list(walk([os.fsencode(tmp_path)], MAX))
    assert [os.fsdecode(os.path.basename(item.path)) for item in found] == ["a.txt", "b.txt", "c.txt"]
    assert isinstance(found[0], Item)
    assert found[0].sha256 == sha256(b"a.txt").hexdigest()


def test_what_is_no_plain_file_is_left_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / ".hidden.txt").write_text("x")
    (tmp_path / "half.pdf.part").write_text("x")
    (tmp_path / "folder.pdf").mkdir()
    (tmp_path / "large.txt").write_bytes(b"x" * 2000)
    found = _walk(tmp_path, tmp_path / "missing.txt", limit=1000)
    assert {name: _reason(entry) for name, entry in found.items()} == {
        "loop": "link",
        "dangling.txt": "link",
        "pipe.pdf": "not-a-file",
        ".hidden.txt": "hidden",
        "half.pdf.part": "unfinished",
        "large.txt": "too-large",
        "missing.txt": "missing",
    }


def test_a_file_named_twice_is_seen_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    assert len(list(walk([os.fsencode(tmp_path), os.fsencode(tmp_path / "a.txt")], MAX))) == 1


def test_names_in_no_encoding_survive_and_are_shown_escaped(tmp_path: Path) -> None:
    name = b"re\xf0port\n\x1b[31m.txt"
    with open(os.path.join(os.fsencode(tmp_path), name), "wb") as file:
        file.write(b"x")
    (found,) = walk([os.fsencode(tmp_path)], MAX)
    assert found.path.endswith(name)
    assert shown(found.path).isprintable()
    assert "\\n" in shown(found.path)

"""The plan: what was found held against what is known."""

from __future__ import annotations

import os

import pytest

from pipeline.errors import DragomanError
from pipeline.ingest.plan import MAX_ATTEMPTS, Known, Outcome, Plan, guard, plan
from pipeline.ingest.walk import Item
from pipeline.ledger import Failure

ROOT = b"/nowhere/corpus"


def _item(name: str, content: str) -> Item:
    return Item(ROOT + b"/" + name.encode(), content, 1)


def _known(
    paths: dict[str, str] | None = None, *, failures: tuple[Failure, ...] = (), stale: str = "", reread: str = ""
) -> Known:
    full = {ROOT + b"/" + name.encode(): content for name, content in (paths or {}).items()}
    homes: dict[str, int] = {}
    for content in full.values():
        homes[content] = homes.get(content, 0) + 1
    return Known(
        full,
        homes,
        frozenset(full.values()),
        {f.path: f for f in failures},
        lambda digest: digest in reread,
        lambda digest: digest in stale,
        1,
    )


def _failure(
    name: str,
    content: str,
    *,
    transient: bool = False,
    attempts: int = 1,
    ignored: bool = False,
    reason: str = "broken",
) -> Failure:
    path = ROOT + b"/" + name.encode()
    return Failure(path, content, "extract", reason, "m", "h", transient, False, attempts, 1, ignored, "2026-01-01")


def _plan(items: list[Item], known: Known, *, retry: bool = False, force: bool = False) -> Plan:
    return plan(items, [ROOT], known, retry=retry, force=force)


def _outcomes(made: Plan) -> dict[str, str]:
    told = {os.fsdecode(os.path.basename(item.path)): outcome.value for item, outcome in made.settled}
    told |= {os.fsdecode(os.path.basename(item.path)): "moved" for _, item in made.moved}
    told |= {os.fsdecode(os.path.basename(f.path)): "failing" for f in made.still_failing}
    for work in made.work:
        if work.outcome is not Outcome.UNCHANGED:
            told[os.fsdecode(os.path.basename(work.item.path))] = f"read as {work.outcome.value}"
            told |= {os.fsdecode(os.path.basename(path)): "twin" for path in work.twins}
    return told


def test_new_unchanged_changed_and_gone() -> None:
    made = _plan([_item("a", "A"), _item("b", "B2"), _item("d", "D")], _known({"a": "A", "b": "B", "c": "C"}))
    assert _outcomes(made) == {"a": "unchanged", "b": "read as changed", "d": "read as new"}
    assert made.gone == [ROOT + b"/c"]


def test_a_changed_path_is_not_gone() -> None:
    made = _plan([_item("b", "B2")], _known({"b": "B"}))
    assert made.gone == []


def test_the_same_content_elsewhere_is_a_duplicate_or_a_move() -> None:
    assert _outcomes(_plan([_item("a", "A"), _item("copy", "A")], _known({"a": "A"}))) == {
        "a": "unchanged",
        "copy": "duplicate",
    }
    made = _plan([_item("z", "A")], _known({"a": "A"}))
    assert _outcomes(made) == {"z": "moved"}
    assert made.gone == []


def test_two_new_files_of_one_content_are_read_once() -> None:
    assert _outcomes(_plan([_item("a", "A"), _item("b", "A")], _known())) == {"a": "read as new", "b": "twin"}


def test_known_content_on_a_known_path_is_a_change_without_reading() -> None:
    made = _plan([_item("a", "A"), _item("b", "A")], _known({"a": "A", "b": "B"}))
    assert _outcomes(made) == {"a": "unchanged", "b": "duplicate"}
    assert made.work == []


def test_older_code_means_work_but_no_change() -> None:
    made = _plan([_item("a", "A"), _item("b", "B")], _known({"a": "A", "b": "B"}, stale="A", reread="B"))
    assert [(work.item.sha256, work.reread) for work in made.work] == [("A", False), ("B", True)]
    assert _outcomes(made) == {"a": "unchanged", "b": "unchanged"}


@pytest.mark.parametrize(
    ("failure", "retried"),
    [
        (_failure("a", "A"), False),
        (_failure("a", "OTHER"), True),
        (_failure("a", "A", transient=True), True),
        (_failure("a", "A", transient=True, attempts=MAX_ATTEMPTS), False),
        (_failure("a", "A", reason="missing-tool", attempts=99), True),
        (_failure("a", "A", transient=True, ignored=True), False),
    ],
)
def test_failures_are_tried_again_only_where_that_can_help(failure: Failure, retried: bool) -> None:
    made = _plan([_item("a", "A")], _known(failures=(failure,)))
    assert bool(made.work) is retried
    assert bool(made.still_failing) is not retried
    assert _plan([_item("a", "A")], _known(failures=(failure,)), retry=True).work


def test_a_vanished_share_stops_the_run() -> None:
    known = _known({f"f{i}": f"F{i}" for i in range(40)})
    few = [_item(f"f{i}", f"F{i}") for i in range(35)]
    guard(_plan(few, known), few, known, [ROOT])
    half = few[:20]
    with pytest.raises(DragomanError, match="20 of 40"):
        guard(_plan(half, known), half, known, [ROOT])
    with pytest.raises(DragomanError):
        guard(_plan([], known), [], known, [ROOT])

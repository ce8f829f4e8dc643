"""What a run has to do: the files that were found held against the ledger. Pure; nothing is written here."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from pipeline.errors import DragomanError
from pipeline.ingest.walk import Item, shown
from pipeline.ledger import Failure

MAX_ATTEMPTS = 5
_MASS_SHARE, _MASS_COUNT, _EMPTY_COUNT = 0.2, 10, 3


class Outcome(StrEnum):
    """What became of one path. The first seven add up to the paths seen; GONE paths were not seen."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    MOVED = "moved"
    SKIPPED = "skipped"
    FAILED = "failed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Work:
    """One content to be read, or only to be annotated again (`reread` False). `outcome` is what success counts as."""

    item: Item
    outcome: Outcome
    reread: bool
    twins: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger holds, as the plan needs it.

    `homes` counts the present paths of each content; `reread` and `renew` say of a source whether its text, or only its
    annotations, were made by older code. Failures for a reason in `mended` are worth another try.
    """

    paths: Mapping[bytes, str]
    homes: Mapping[str, int]
    sources: frozenset[str]
    failures: Mapping[bytes, Failure]
    reread: Callable[[str], bool]
    renew: Callable[[str], bool]
    version: int
    mended: frozenset[str] = frozenset({"missing-tool"})


@dataclass(slots=True)
class Plan:
    """The decision on every path found, and the paths that are no longer there.

    `stuck` are failures of newer code on content whose earlier documents are kept: told, and not tried again.
    """

    work: list[Work] = field(default_factory=list)
    settled: list[tuple[Item, Outcome]] = field(default_factory=list)
    still_failing: list[Failure] = field(default_factory=list)
    stuck: list[Failure] = field(default_factory=list)
    moved: list[tuple[bytes, Item]] = field(default_factory=list)
    gone: list[bytes] = field(default_factory=list)


def plan(
    items: Sequence[Item],
    roots: Sequence[bytes],
    known: Known,
    *,
    retry: bool,
    force: bool,
    closed: Collection[bytes] = (),
) -> Plan:
    """Decide each item; the same items and ledger give the same plan.

    `closed` are places that could not be looked into: what is known below them is neither seen nor gone.
    """
    seen = {item.path for item in items}
    lost: dict[str, list[bytes]] = {}
    for path, digest in sorted(known.paths.items(), reverse=True):
        if path in seen or _below(path, closed):
            continue
        if inside(path, roots) or not os.path.lexists(path):
            lost.setdefault(digest, []).append(path)
    result = Plan()
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(item.sha256, []).append(item)
    for digest, group in sorted(groups.items(), key=lambda pair: pair[1][0].path):
        if digest in known.sources:
            _settle_known(group, known, lost.get(digest, []), result, retry=retry, force=force)
        else:
            _settle_unknown(group, known, result, retry=retry or force)
    result.gone = sorted(path for paths in lost.values() for path in paths if inside(path, roots))
    return result


def guard(plan: Plan, items: Sequence[Item], known: Known, roots: Sequence[bytes]) -> None:
    """Stop before a share that is not mounted looks like thousands of deletions."""
    for place in (*((root,) for root in roots), roots):
        lost = sum(inside(path, place) for path in plan.gone)
        held = sum(inside(path, place) for path in known.paths)
        emptied = lost and held >= _EMPTY_COUNT and not any(inside(item.path, place) for item in items)
        if emptied or (lost >= _MASS_COUNT and lost > held * _MASS_SHARE):
            raise DragomanError(
                f"{', '.join(map(shown, place))}: {lost} of {held} known files are no longer there",
                reason="mass-delete",
                hint="check that the folder is mounted; if they were deleted on purpose use --allow-mass-delete",
            )


def inside(path: bytes, roots: Sequence[bytes]) -> bool:
    """Whether a path is one of the roots or lies below one."""
    return any(path == root or path.startswith(root.rstrip(b"/") + b"/") for root in roots)


def _below(path: bytes, places: Collection[bytes]) -> bool:
    while places:
        if path in places:
            return True
        above = os.path.dirname(path)
        if above == path:
            break
        path = above
    return False


def _settle_known(
    group: Sequence[Item], known: Known, lost: list[bytes], result: Plan, *, retry: bool, force: bool
) -> None:
    """Content the ledger has read before; `lost` are its paths that are no longer there (last first; used up here)."""
    digest = group[0].sha256
    reread = force or known.reread(digest)
    if reread or known.renew(digest):
        failures = (known.failures.get(item.path) for item in group)
        stuck = [f for f in failures if f and _final(f, digest, known)]
        if stuck and not (retry or force):
            result.stuck.extend(stuck)
        else:
            result.work.append(Work(group[0], Outcome.UNCHANGED, reread=reread))
    at_home = [item for item in group if known.paths.get(item.path) == digest]
    result.settled.extend((item, Outcome.UNCHANGED) for item in at_home)
    has_home = bool(at_home) or known.homes.get(digest, 0) > len(lost)
    for item in group:
        if item in at_home:
            continue
        if lost:
            result.moved.append((lost.pop(), item))
        elif has_home:
            result.settled.append((item, Outcome.DUPLICATE))
        else:
            result.settled.append((item, Outcome.CHANGED if item.path in known.paths else Outcome.NEW))
        has_home = True


def _settle_unknown(group: Sequence[Item], known: Known, result: Plan, *, retry: bool) -> None:
    first = group[0]
    failure = known.failures.get(first.path)
    if failure and not retry and _final(failure, first.sha256, known):
        for item in group:
            own = known.failures.get(item.path)
            result.still_failing.append(own if own and own.sha256 == item.sha256 else _copy(failure, item.path))
        return
    outcome = Outcome.CHANGED if first.path in known.paths else Outcome.NEW
    result.work.append(Work(first, outcome, reread=True, twins=tuple(item.path for item in group[1:])))


def _final(failure: Failure, digest: str, known: Known) -> bool:
    """Whether the same content failed the same reader in a way that trying again does not mend."""
    if failure.sha256 != digest or failure.version != known.version:
        return False
    if failure.ignored:
        return True
    if failure.reason in known.mended:
        return False
    return not failure.transient or failure.attempts >= MAX_ATTEMPTS


def _copy(failure: Failure, path: bytes) -> Failure:
    return replace(failure, path=path)

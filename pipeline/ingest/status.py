"""What a data directory holds, and whether its layers agree."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from pipeline.engines.base import Engine
from pipeline.errors import EngineError
from pipeline.ingest import indexing
from pipeline.ledger import Ledger
from pipeline.model import Document
from pipeline.settings import Settings


def status(ledger: Ledger, settings: Settings) -> dict[str, Any]:
    """Counts of files, documents and failures, the last run, and how far the index is behind."""
    rows = ledger.live_rows()
    live, have = indexing.wanted(ledger), ledger.indexed(indexing.key(settings))
    failures = ledger.failures()
    return {
        "data_dir": str(settings.data_dir),
        "engine": settings.engine,
        "files": len(ledger.paths()),
        "gone": len(ledger.gone_paths()),
        "documents": len(rows),
        "languages": dict(sorted(Counter(row.language for row in rows).items())),
        "genres": dict(sorted(Counter(row.genre for row in rows).items())),
        "failed": sum(not f.skipped and not f.ignored for f in failures),
        "skipped": sum(f.skipped or f.ignored for f in failures),
        "to_index": sum(have.get(i) != digest for i, digest in live.items()) + sum(i not in live for i in have),
        "last_run": _last_run(ledger),
    }


def _last_run(ledger: Ledger) -> dict[str, Any] | None:
    found = ledger.rows("SELECT started, status, report FROM runs ORDER BY id DESC LIMIT 1")
    if not found:
        return None
    started, state, report = found[0]
    account = json.loads(str(report)) if report else {}
    counts = {name: account[name] for name in ("seen", "new", "changed", "failed") if account.get(name)}
    return {"started": started, "status": state, **counts}


def verify(ledger: Ledger, engine: Engine, settings: Settings) -> list[str]:
    """Every disagreement between ledger, records and index, one line each; an empty list is good news."""
    damage = ledger.damage()
    if damage:
        return [f"{ledger.path}: damaged: {damage} (restore it from a backup, or move it away and ingest again)"]
    complaints: list[str] = []
    live = indexing.wanted(ledger)
    for document_id in live:
        document = ledger.document(document_id)
        if document is not None:
            complaints.extend(f"{document_id}: {line}" for line in broken_records(document))
    complaints.extend(_compare(live, ledger, engine, settings))
    return complaints


def broken_records(document: Document) -> list[str]:
    """Records whose words are not the words at their span."""
    text = document.text
    complaints = [
        f"mention {m.text!r} does not stand at {m.span.start}" for m in document.mentions if m.span.of(text) != m.text
    ]
    complaints += [f"norm {n.eid} does not quote its text" for n in document.norms if n.span.of(text) != n.quote]
    complaints += [
        f"quote at {q.span.start} does not quote its text" for q in document.quotes if q.span.of(text) != q.words
    ]
    complaints += [
        f"figure {f.text!r} does not stand at {f.span.start}" for f in document.figures if f.span.of(text) != f.text
    ]
    return complaints


def _compare(live: dict[str, str], ledger: Ledger, engine: Engine, settings: Settings) -> list[str]:
    have = ledger.indexed(indexing.key(settings))
    try:
        actual = engine.document_ids()
    except EngineError as error:
        return [error.line()]
    behind = [i for i, digest in live.items() if have.get(i) != digest or i not in actual]
    stray = sorted(actual - live.keys())
    lines = [f"{i}: not in the index (run: dragoman rebuild)" for i in behind]
    return lines + [f"{i}: in the index but not in the ledger (run: dragoman rebuild)" for i in stray]

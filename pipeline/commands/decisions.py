"""The commands that keep people's decisions about entities: merge, split, suppress, alias."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from pipeline.commands.common import app, chosen_format, load_settings, registrar, wants_table
from pipeline.terminal import emit, say, table

group = typer.Typer(
    help="Decisions about entities, kept in a reviewed file: merge, split, suppress, alias.",
    rich_markup_mode=None,
    no_args_is_help=True,
)
app.add_typer(group, name="decisions")
command = registrar(group)

_APPLIED = "applied by the next run of: dragoman ingest"
Why = Annotated[str, typer.Option("--reason", help="Why; kept beside the entry.")]
EntityId = Annotated[str, typer.Argument(help="An entity's id, as dragoman entities lists it.")]


@command("list")
def list_() -> None:
    """The decisions in force."""
    from pipeline.entities import decisions_file
    from pipeline.entities.decisions import FILE

    settings = load_settings()
    found = decisions_file.load(settings.data_dir)
    rows: list[dict[str, Any]] = [
        *({"decision": "merge", "of": ", ".join(ids[1:]), "into": ids[0], "where": ""} for ids in found.merge),
        *(
            {"decision": "split", "of": s.entity_id, "into": s.into, "where": ", ".join((*s.names, *s.documents))}
            for s in found.split
        ),
        *({"decision": "alias", "of": name, "into": entity_id, "where": ""} for name, entity_id in found.alias),
        *({"decision": "suppress", "of": one, "into": "", "where": ""} for one in found.suppress),
    ]
    if not wants_table():
        emit({"file": str(settings.data_dir / FILE), "decisions": rows}, rows, chosen_format())
        return
    table(["decision", "of", "into", "where"], [list(row.values()) for row in rows])


@command()
def merge(
    ids: Annotated[list[str], typer.Argument(metavar="ID ID…", help="The first id stays; the others become it.")],
    reason: Why = "",
) -> None:
    """Several ids are one entity."""
    _add("merge", f"- [{', '.join(map(_scalar, ids))}]", reason)


@command()
def split(
    entity_id: EntityId,
    into: Annotated[str, typer.Argument(metavar="INTO", help="The id of what was taken for it.")],
    name: Annotated[list[str] | None, typer.Option("--name", help="Mentions with this name; may be repeated.")] = None,
    document: Annotated[
        list[str] | None, typer.Option("--document", help="In documents whose id begins so; may be repeated.")
    ] = None,
    reason: Why = "",
) -> None:
    """Some mentions of an id are another entity."""
    parts = [f"id: {_scalar(entity_id)}", f"into: {_scalar(into)}"]
    for key, values in (("names", name), ("documents", document)):
        if values:
            parts.append(f"{key}: [{', '.join(map(_scalar, values))}]")
    _add("split", f"- {{{', '.join(parts)}}}", reason)


@command()
def suppress(
    what: Annotated[str, typer.Argument(metavar="ID|NAME", help="An id, or words that are no name at all.")],
    reason: Why = "",
) -> None:
    """What names nothing is no mention any more."""
    _add("suppress", f"- {_scalar(what)}", reason)


@command()
def alias(
    name: Annotated[str, typer.Argument(help="A name as texts have it.")], entity_id: EntityId, reason: Why = ""
) -> None:
    """A name stands for an entity."""
    _add("alias", f"{_scalar(name)}: {_scalar(entity_id)}", reason)


def _scalar(text: str) -> str:
    """Text as a quoted YAML scalar, which JSON is."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _add(section: str, entry: str, reason: str) -> None:
    from pipeline.entities import decisions_file
    from pipeline.entities.decisions import FILE
    from pipeline.ingest import lock

    settings = load_settings()
    with lock.hold(settings.data_dir):
        decisions_file.add(settings.data_dir, section, entry, reason)
    say(f"{settings.data_dir / FILE}: {section} kept; {_APPLIED}")

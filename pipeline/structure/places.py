"""Names of places in the nominative, from the inflected forms of the gazetteer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from pipeline.resources import corpora

SECTION = "[locations.yaml"


def nominative(printed: str) -> str:
    """The place as it is called: «Ашхабаде» is «Ашхабад»; as printed where the gazetteer does not know it."""
    known = _forms().get(_key(printed))
    return known.replace(" ", "-") if known and "-" in printed else known or printed


def _key(name: str) -> str:
    return name.lower().replace("-", " ").replace("ё", "е")


@cache
def _forms() -> Mapping[str, str]:
    """Every inflected form of a place's name, and the form it comes from: the first of its row."""
    found: dict[str, str] = {}
    for line in _rows():
        _, entity_id, mode, tail, heads = line.split("\t")
        first, *others = heads.split("|")
        if mode == "exact" and entity_id.startswith("place:") and not first.isascii():
            for head in (first, *others):
                found.setdefault(_key(head + tail), first + tail)
    return found


def _rows() -> Iterator[str]:
    inside = False
    with corpora("gazetteers", "forms.tsv").open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("["):
                if inside:
                    return
                inside = line.startswith(SECTION)
            elif inside and line.count("\t") == 4:
                yield line.rstrip("\n")

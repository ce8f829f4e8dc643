"""Builds corpora/gazetteers/forms.tsv, words.tsv and rows.jsonl from the YAML files beside them."""

from __future__ import annotations

import argparse
import datetime
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile
from pathlib import Path
from typing import Any

import yaml

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parent)]

# ruff: noqa: E402 - a script finds the package beside it
from inflection import adjective_forms, cases_of, is_cyrillic, is_function_word, noun_forms

from pipeline.entities.aliases import NOBODY, WORD, Mode, digest, fold, index, unhyphen
from pipeline.entities.gazetteer import FORMS, ROWS, WORDS
from pipeline.model import Kind

FOLDER = Path(__file__).resolve().parents[1] / "corpora" / "gazetteers"
PREFIXES = {
    Kind.COUNTRY: "country",
    Kind.ORGANISATION: "org",
    Kind.OPERATION: "operation",
    Kind.TREATY: "treaty",
    Kind.EVENT: "event",
    Kind.SUBSTANCE: "substance",
    Kind.LOCATION: "place",
    Kind.PERSON: "person",
    Kind.ROLE: "role",
}
NAME_KEYS = ("en", "ru", "acronyms", "forms", "quoted", "careful", "adjectives", "inhabitants", "compounds", "not")
# Words beside which a `quoted` name counts without quotation marks; Russian ones inflect.
CLASS_WORDS = frozenset(
    """
    republic federation kingdom islands island sea ocean region province oblast river commonwealth strait gulf canal
    республика федерация королевство конфедерация штаты острова остров море океан область край округ союз государство
    содружество княжество герцогство залив пролив канал джамахирия
    """.split()  # noqa: SIM905 - a list of words reads as one
)
HEADS = ("Operation", "Project", "Exercise", "Campaign", "Операция", "Спецоперация", "Проект", "Учение")
FACT_KEYS = frozenset(
    """
    id match source country class series phase date depositary registration since until capital parent place adopted
    status note members seat website successor predecessor schedule cas
    """.split()  # noqa: SIM905
)
_ID = re.compile(r"[a-z]+:[A-Za-z0-9][A-Za-z0-9._+-]{0,78}")
_ENGLISH_WORDS = frozenset(
    """
    a all am an and any are art as at be but by can do for from go had has he her him his how i if in into is it its may
    me men my no nor not now of off on one or our out own per set she so than that the them then they this to too two up
    us was we who why with you act aid age air arms bank base best body border case centre chain change children court
    crime dawn door drug drugs eagle east fair fire first force forum four gate goal group hand head heart help home
    hope horizon house ice iris key land law life light line link list man mark mine moon net network north nut open
    order pact peace phase place plan pole polish pot power product rain red ring rise river road rock sea seal shield
    side sky south spice star state step storm street sun target team three tide time trade trap turkey union unit wall
    car fry cat war watch wave way web west wind wing world
    """.split()  # noqa: SIM905
)
Row = Mapping[str, Any]


class Builder:
    """Collects forms of one YAML file after another and what is wrong or doubtful about them."""

    def __init__(self) -> None:
        self.errors: list[str] = []
        self.doubts: set[str] = set()
        self.lines: list[str] = []
        self.rows: list[str] = []
        self._seen: dict[str, str] = {}
        self._countries: dict[str, str] = {}  # the first row that names each country
        self._claims: dict[tuple[Kind, str], set[str]] = defaultdict(set)

    def add(self, path: Path) -> None:
        """One YAML file: a table with `kind`, `match` and `rows`."""
        table = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        if not isinstance(table, dict) or not isinstance(table.get("rows"), list):
            self.errors.append(f"{path.name}: a table with kind, match and rows is wanted")
            return
        kind = Kind(table["kind"])
        self.lines.append(f"[{path.name} {kind}]")
        lines: list[str] = []
        for row in table["rows"]:
            where = f"{path.name}: {row.get('id') if isinstance(row, dict) else row}"
            if self._valid(row, kind, where):
                lines += self._row(row, kind, Mode(row.get("match", table.get("match", "exact"))))
                self.rows.append(_json({"kind": str(kind), "file": path.name, **row}))
        self.lines += sorted(lines)

    def _valid(self, row: Any, kind: Kind, where: str) -> bool:
        before = len(self.errors)
        if not isinstance(row, dict) or not isinstance(row.get("id"), str):
            self.errors.append(f"{where}: a row needs an id")
            return False
        unknown = sorted(set(row) - FACT_KEYS - set(NAME_KEYS))
        if unknown:
            self.errors.append(f"{where}: unknown key {', '.join(unknown)}")
        if not _ID.fullmatch(row["id"]) or row["id"].partition(":")[0] != PREFIXES.get(kind):
            self.errors.append(f"{where}: the id is not of the form {PREFIXES.get(kind)}:KEY")
        if row["id"] in self._seen:
            self.errors.append(f"{where}: the id stands twice, also in {self._seen[row['id']]}")
        self._seen[row["id"]] = where.partition(":")[0]
        if "country" in row:
            self._countries.setdefault(str(row["country"]), row["id"])
        for name in _names(row):
            if not isinstance(name, str) or not name.strip() or "|" in name or "\t" in name:
                self.errors.append(f"{where}: not a name: {name!r}")
            elif not re.match(r'["«“]?\w', name):
                self.errors.append(f"{where}: a name begins with a letter or digit, or one of them quoted: {name!r}")
        return len(self.errors) == before

    def _row(self, row: Row, kind: Kind, mode: Mode) -> Iterator[str]:
        exact: dict[Mode, dict[str, None]] = defaultdict(dict)
        careful = set(row.get("careful", ()))
        for group in inflected(row, kind):
            yield from self._line(row["id"], mode, [form for form in group if form not in careful], kind)
            yield from self._line(row["id"], Mode.CAUTION, [form for form in group if form in careful], kind)
        for key, inflect in (("adjectives", adjective_forms), ("inhabitants", noun_forms)):
            words = row.get(key) or {}
            for group in (*map(inflect, words.get("ru", ())), tuple(words.get("en", ()))):
                yield from self._line(row["id"], Mode.FOLDED if mode is Mode.FOLDED else Mode.ADJECTIVE, group, kind)
        for name in row.get("quoted", ()):
            yield from self._line(row["id"], Mode.QUOTED, [f'"{form}"' for form in cases_of(name)], kind)
        for form in row.get("forms", ()):
            exact[mode][form] = None
        for acronym in row.get("acronyms", ()):
            exact[_acronym_mode(acronym)][acronym] = None
        for half in row.get("compounds", ()):
            exact[Mode.COMPOUND][half] = None
        for how, forms in exact.items():
            yield from self._line(row["id"], how, tuple(forms), kind)
        for name in row.get("not", ()):
            yield from self._line(NOBODY, mode, cases_of(name), kind)

    def _line(self, entity_id: str, mode: Mode, forms: Iterable[str], kind: Kind) -> Iterator[str]:
        clean = tuple(dict.fromkeys(unhyphen(" ".join(fold(form).split())) for form in forms))
        if not clean:
            return
        if mode is Mode.EXACT and any(" " not in form and is_function_word(form) for form in clean):
            mode = Mode.CAUTION
        if entity_id != NOBODY and mode is not Mode.COMPOUND:
            self._claim(entity_id, mode, clean, kind)
        tail = _common_tail(clean)
        heads = "|".join(form[: len(form) - len(tail)] for form in clean)
        words = "" if all(map(WORD.fullmatch, heads.split("|"))) else _first_words(clean)
        yield f"{words}\t{entity_id}\t{mode}\t{tail}\t{heads}"

    def _claim(self, entity_id: str, mode: Mode, forms: tuple[str, ...], kind: Kind) -> None:
        for form in forms:
            self._claims[kind, form if mode is not Mode.FOLDED else form.lower()].add(entity_id)
            if mode in {Mode.FOLDED, Mode.EXACT} and " " not in form and _is_word(form, mode):
                self.doubts.add(f"{entity_id}: the name {form!r} is a common word")

    def clashes(self) -> list[str]:
        """Names claimed by two entities of one kind, and names that are common words."""
        shared: dict[str, list[str]] = defaultdict(list)
        for (_, form), ids in self._claims.items():
            if len(ids) > 1:
                shared[" and ".join(sorted(ids))].append(form)
        twice = [f"{ids}: both are called {_some(forms)}" for ids, forms in shared.items()]
        strange = [f"{ids}: no row country:{code}" for code, ids in self._countries.items() if self._unknown(code)]
        return sorted(twice) + sorted(self.doubts) + sorted(strange)

    def _unknown(self, code: str) -> bool:
        """Whether a row names a country that the countries, where there are any, do not have."""
        return f"country:{code}" not in self._seen and any(i.startswith("country:") for i in self._seen)


def _some(forms: list[str]) -> str:
    """The shortest of the forms, and how many more there are."""
    first = min(forms, key=lambda form: (len(form), form))
    return f"{first!r}" + (f" and {len(forms) - 1} forms more" if len(forms) > 1 else "")


def inflected(row: Row, kind: Kind) -> Iterator[tuple[str, ...]]:
    """The forms of each name of a row, one tuple a name."""
    numbers, place = kind is Kind.SUBSTANCE, kind in {Kind.COUNTRY, Kind.LOCATION}
    own = {word.lower() for word in (row.get("adjectives") or {}).get("ru", ())}
    for name in [*row.get("ru", ()), *_shorter(row)]:
        yield cases_of(_lowered(name, own) if place else name, both_numbers=numbers, apposition=place)
    names = [_lowered(name, set()) if place else name for name in row.get("en", ())]
    yield tuple(form for name in names for form in (name, *(_english_plural(name) if numbers else ())))
    for name in row.get("quoted", ()):
        yield from _with_heads(name)


SHORT = {
    "Содружества Независимых Государств": "СНГ",
    "Организации Договора о коллективной безопасности": "ОДКБ",
    "Шанхайской организации сотрудничества": "ШОС",
    "Организации Объединённых Наций": "ООН",
    "Евразийского экономического союза": "ЕАЭС",
}
"""Bodies of states that the titles of instruments give in full or by their acronym."""


def _shorter(row: Row) -> Iterator[str]:
    """The Russian names of a row with the acronym of the body of states they name in full."""
    names = row.get("ru", ())
    for name in names:
        for full, short in SHORT.items():
            if full in name and (shorter := name.replace(full, short)) not in names:
                yield shorter


def _lowered(name: str, adjectives: set[str]) -> str:
    """Class words need no capital («Чеченская республика», "Black sea"), nor an adjective that is a name by itself."""
    first, *rest = name.split(" ")
    words = [word.lower() if word.lower() in CLASS_WORDS else word for word in rest]
    lowered = words != rest and first.lower() in adjectives
    return " ".join([first.lower() if lowered else first, *words])


def _with_heads(name: str) -> Iterator[tuple[str, ...]]:
    """ "Operation Canal", «операцией „Канал"»: the head word has the case, the name stays."""
    russian = is_cyrillic(name)
    for head in HEADS:
        if is_cyrillic(head) or not russian:
            yield cases_of(f"{head} {name}")
            yield cases_of(f'{head} "{name}"')


def _names(row: Row) -> Iterator[Any]:
    for key in NAME_KEYS:
        value = row.get(key) or ()
        for part in value.values() if isinstance(value, dict) else (value,):
            yield from part if isinstance(part, list | tuple) else (part,)


def _english_plural(name: str) -> tuple[str, ...]:
    """The regular plural of a substance's last word; mass nouns gain a harmless form."""
    if not name[-1:].isalpha() or name.endswith(("s", "S")):
        return ()
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return (name[:-1] + "ies",)
    return (name + ("es" if name.endswith(("x", "ch", "sh")) else "s"),)


def _acronym_mode(acronym: str) -> Mode:
    """Acronyms that are words in a line of capitals ("WHO") have to stand in a mixed line."""
    word = acronym.lower()
    if acronym.isupper() and (word in _ENGLISH_WORDS or is_function_word(word)):
        return Mode.CAUTION
    return Mode.ACRONYM


def _is_word(form: str, mode: Mode) -> bool:
    """A name in capitals is safe: only a lower-case or case-blind single word can be taken for a common word."""
    if mode is Mode.EXACT and not form.islower():
        return form.lower() in _ENGLISH_WORDS
    return form.lower() in _ENGLISH_WORDS or is_function_word(form)


def _first_words(forms: tuple[str, ...]) -> str:
    return " ".join(dict.fromkeys(WORD.findall(form)[0].lower() for form in forms))


def _common_tail(forms: tuple[str, ...]) -> str:
    """What all forms end in, from a blank on."""
    if len(forms) == 1:
        return ""
    shortest = min(forms, key=len)
    same = takewhile(lambda letters: len(set(letters)) == 1, zip(*(reversed(form) for form in forms), strict=False))
    tail = shortest[len(shortest) - sum(1 for _ in same) :]
    blank = tail.find(" ")
    return tail[blank:] if blank >= 0 else ""


def _json(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False, default=_plain)


def _plain(value: object) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(f"not a value for a gazetteer: {value!r}")


def build(folder: Path) -> tuple[dict[str, str], list[str], list[str]]:
    """Compiled file name → text, the errors, the doubts."""
    builder = Builder()
    for path in sorted(folder.glob("*.yaml")):
        builder.add(path)
    clashes = builder.clashes()
    head = f"# compiled from the YAML files beside it, whose sha256 is {digest(folder)}"
    notes = [f"! {line}" for line in clashes]
    forms = "\n".join([head, *notes, *builder.lines, ""])
    texts = {FORMS: forms, WORDS: index(forms), ROWS: "\n".join([*builder.rows, ""])}
    return texts, builder.errors, clashes


def is_fresh(folder: Path) -> bool:
    """Whether the compiled files belong to the YAML files as they are now."""
    compiled = folder / FORMS
    return compiled.exists() and compiled.read_text("utf-8").partition("\n")[0].endswith(digest(folder))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="say whether the compiled files are fresh; exit 1 if not")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    arguments = parser.parse_args()
    if arguments.check:
        fresh = is_fresh(arguments.folder)
        print("gazetteers: " + ("compiled forms are fresh" if fresh else "YAML changed; run scripts/gazetteers.py"))
        return 0 if fresh else 1
    texts, errors, clashes = build(arguments.folder)
    for line in errors:
        print(f"error: {line}", file=sys.stderr)
    if errors:
        return 1
    for line in clashes:
        print(f"clash: {line}")
    for name, text in texts.items():
        (arguments.folder / name).write_text(text, encoding="utf-8")
    print(f"gazetteers: {texts[ROWS].count(chr(10)) - 1} rows, {texts[FORMS].count(chr(10))} lines")
    return 0


if __name__ == "__main__":
    sys.exit(main())

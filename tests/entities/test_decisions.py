"""Decisions on entities: what each kind does to mentions, what a file may say, and what is kept of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import process
from pipeline.entities.decisions import NONE, Decisions, Split
from pipeline.entities.decisions_file import FILE, add, load, parse
from pipeline.errors import ConfigurationError
from pipeline.extract import plain
from pipeline.model import Document, Kind, Layer, Mention, Span
from tests.support.annotated import document

TEXT = "Kairat Umarov met B. Umarov of the Quiet Steppe Group; The Council of Georgia agreed."


def _mention(words: str, kind: Kind, entity_id: str | None, inner: tuple[Mention, ...] = ()) -> Mention:
    start = TEXT.index(words)
    return Mention(Span(start, start + len(words)), words, kind, entity_id, Layer.GRAMMAR, "test", inner)


GEORGIA = _mention("Georgia", Kind.COUNTRY, "country:GE")
MENTIONS = (
    _mention("Kairat Umarov", Kind.PERSON, "person:umarov-kairat"),
    _mention("B. Umarov", Kind.PERSON, "person:umarov-kairat"),
    _mention("The Council of Georgia", Kind.ORGANISATION, None, (GEORGIA,)),
)


def _applied(decisions: Decisions) -> list[tuple[str, str | None]]:
    whole: Document = document(TEXT, "en")
    return [(m.text, m.entity_id) for m in decisions.applied(whole, MENTIONS)]


def test_nothing_decided_changes_nothing() -> None:
    assert NONE.applied(document(TEXT, "en"), MENTIONS) is MENTIONS
    assert NONE.version == 0


def test_merged_ids_become_the_first() -> None:
    found = _applied(Decisions(merge=(("person:umarov", "person:umarov-kairat"),)))
    assert found[:2] == [("Kairat Umarov", "person:umarov"), ("B. Umarov", "person:umarov")]


@pytest.mark.parametrize(
    ("split", "expected"),
    [
        (Split("person:umarov-kairat", "person:b", names=("b.  umarov",)), "person:b"),
        (Split("person:umarov-kairat", "person:b", documents=("test",)), "person:b"),
        (
            Split("person:umarov-kairat", "person:b", names=("B. Umarov",), documents=("0f",)),
            "person:umarov-kairat",
        ),
    ],
)
def test_a_split_needs_name_and_document(split: Split, expected: str) -> None:
    assert _applied(Decisions(split=(split,)))[1] == ("B. Umarov", expected)


def test_an_alias_finds_a_name_and_gives_ids() -> None:
    found = _applied(Decisions(alias=(("Quiet Steppe Group", "org:QS"), ("The Council of Georgia", "org:GE-COUNCIL"))))
    assert found[2:] == [("Quiet Steppe Group", "org:QS"), ("The Council of Georgia", "org:GE-COUNCIL")]


def test_what_is_suppressed_lets_out_what_it_held() -> None:
    assert _applied(Decisions(suppress=("the council of georgia",)))[2] == ("Georgia", "country:GE")
    assert [text for text, _ in _applied(Decisions(suppress=("person:umarov-kairat",)))] == ["The Council of Georgia"]


def test_ids_inside_names_are_decided_too() -> None:
    (whole,) = Decisions(suppress=("country:GE",)).applied(document(TEXT, "en"), MENTIONS[2:])
    assert whole.inner == ()


def test_a_changed_mention_says_why() -> None:
    decided = Decisions(merge=(("person:umarov", "person:umarov-kairat"),)).applied(document(TEXT, "en"), MENTIONS)
    assert decided[0].rule == "test; decisions.yaml: merged from person:umarov-kairat"


def test_a_split_mention_may_be_merged() -> None:
    decisions = Decisions(
        split=(Split("person:umarov-kairat", "person:b", names=("B. Umarov",)),),
        merge=(("person:bakhtiyor", "person:b"),),
    )
    assert _applied(decisions)[1] == ("B. Umarov", "person:bakhtiyor")


WRONG = [
    ("merge: [org:A]", "merge: 'org:A' is no list"),
    ("merge:\n  - [org:A, person:b]", "different kinds"),
    ("merge:\n  - [org:A, org:B]\n  - [org:B, org:C]", "org:B stands in two groups"),
    ("merge:\n  - [org:A, org:A]", "stands twice"),
    ("merge:\n  - [org:A, nonsense]", "'nonsense' is no id"),
    ("split:\n  - {id: org:A, into: org:B}", "all of org:A"),
    ("split:\n  - {id: org:A, into: org:A, names: [x]}", "cannot be split"),
    ("split:\n  - {id: org:A, into: org:B, name: [x]}", "is no split"),
    ("split:\n  - {id: org:A, into: org:B, names: x}", "a list is needed"),
    ("split:\n  - {id: org:A, into: org:B, names: [x]}\nmerge:\n  - [org:A, org:B]", "is split from"),
    ("alias: [x]", "names with their ids"),
    ("alias:\n  X: KZ", "'KZ' is no id"),
    ("suppress: org:A", "a list is needed"),
    ("suppress:\n  - ''", "is no name"),
    ("supress: []", "unknown section supress"),
    ("[1, 2]", "sections are missing"),
    ("merge: [", "line 1: not valid YAML"),
    ("merge:\n\t- x", "line 2: not valid YAML"),
]


@pytest.mark.parametrize(("text", "told"), WRONG)
def test_a_wrong_file_is_told_by_its_entry(text: str, told: str) -> None:
    with pytest.raises(ConfigurationError, match="decisions") as caught:
        parse(text, "decisions.yaml")
    assert told in caught.value.message
    assert caught.value.hint
    assert caught.value.exit_code == 12


@pytest.mark.parametrize("text", ["", "# only a comment\n", "merge: []\nalias: {}\n", "suppress:\n"])
def test_an_empty_file_decides_nothing(text: str) -> None:
    assert parse(text, "x") == NONE


def test_comments_and_order_do_not_make_other_decisions() -> None:
    one = parse("merge:\n  - [org:A, org:B]  # sure\nsuppress: [org:C]\n", "x")
    other = parse("suppress:\n  - org:C\nmerge: [[org:A, org:B]]\n", "x")
    assert one.version == other.version > 0
    assert parse("suppress: [org:D]", "x").version != one.version


def test_adding_keeps_comments_and_other_sections(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_text("# reviewed in May\nmerge:\n  - [org:A, org:B]  # sure\n\nsuppress: []\n", encoding="utf-8")
    add(tmp_path, "merge", "- [org:C, org:D]", "the\nsame body")
    add(tmp_path, "suppress", '- "The Council"')
    add(tmp_path, "alias", '"Group: North": org:N')
    assert path.read_text(encoding="utf-8") == (
        "# reviewed in May\nmerge:\n  - [org:A, org:B]  # sure\n  - [org:C, org:D]  # the same body\n\n"
        'suppress:\n  - "The Council"\nalias:\n  "Group: North": org:N\n'
    )
    found = load(tmp_path)
    assert found.merge == (("org:A", "org:B"), ("org:C", "org:D"))
    assert found.alias == (("Group: North", "org:N"),)


def test_what_would_be_wrong_is_not_written(tmp_path: Path) -> None:
    add(tmp_path, "merge", "- [org:A, org:B]")
    before = (tmp_path / FILE).read_text(encoding="utf-8")
    for entry in ("- [org:B, org:C]", "- [org:A]", "- [org:A, org:B"):
        with pytest.raises(ConfigurationError):
            add(tmp_path, "merge", entry)
    assert (tmp_path / FILE).read_text(encoding="utf-8") == before


def test_mentions_alone_become_stale_with_all_that_builds_on_them() -> None:
    (draft,) = process.drafts(plain.from_text("Officers of CARICC seized 5 kg of heroin."), "0" * 64, language="en")
    whole = process.annotate(draft)
    decisions = Decisions(merge=(("org:OTHER", "org:CARICC"),))
    assert process.stale(whole) == frozenset()
    assert process.stale(whole, decisions) == {"mentions", "figures", "facts", "norms", "quotes"}
    again = process.annotate(whole, process.stale(whole, decisions), decisions=decisions)
    assert process.stale(again, decisions) == frozenset()
    assert [m.entity_id for m in again.mentions if m.text == "CARICC"] == ["org:OTHER"]
    assert process.stale(again), "decisions that are gone count as a change too"
    assert process.annotate(again, process.stale(again)) == whole


def test_a_query_asks_for_what_was_decided() -> None:
    decided = Decisions(merge=(("org:NORTH", "org:SEVER"),), alias=(("Quiet  Steppe Group", "org:SEVER"),))
    assert decided.called("quiet steppe group") == ("org:NORTH",)
    assert decided.called("Steppe") == ()
    assert decided.current("org:SEVER") == decided.current("org:NORTH") == "org:NORTH"

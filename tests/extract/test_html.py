"""Web pages: the article whole, the furniture listed with reasons, nothing run, nothing fetched."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from pipeline.errors import UnreadableError
from pipeline.extract import base
from pipeline.model import Extraction, Role, Source
from tests.support import pages as made
from tests.support import site

SHORT = {"en": "The talks will go on.", "ru": "Переговоры будут продолжены."}
TITLE = {"en": "Talks on precursors held in the capital", "ru": "В столице прошли переговоры о прекурсорах"}


def read(page: str | bytes, name: str = "page.html") -> Extraction:
    data = page.encode() if isinstance(page, str) else page
    return base.extract(Source(name, data, hashlib.sha256(data).hexdigest()))


def texts(found: Extraction) -> list[str]:
    return [b.span.of(found.text) for b in found.blocks]


def article(language: str) -> list[str]:
    return [*made.paragraphs(language, 4), SHORT[language], made.paragraph(language, 9)]


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("generation", site.GENERATIONS)
def test_no_sentence_lost_and_no_furniture_kept(generation: str, language: str) -> None:
    written = article(language)
    found = read(site.GENERATIONS[generation](TITLE[language], written))
    kept = texts(found)
    assert [text for text in written if text not in kept] == []
    assert [text for text in kept if text in site.FURNITURE or text in site.NAVIGATION] == []
    assert TITLE[language] in kept
    assert found.meta.title == TITLE[language]


@pytest.mark.parametrize("generation", site.GENERATIONS)
def test_what_goes_is_listed_with_a_reason(generation: str) -> None:
    found = read(site.GENERATIONS[generation](TITLE["en"], article("en")))
    gone = " ".join(d.text for d in found.dropped)
    assert all(name in gone for name in ("Home", "Related news", "All rights reserved"))
    assert all(d.reason and d.span.of(found.text) == d.text for d in found.dropped)


def test_metadata() -> None:
    meta = read(site.html5(TITLE["en"], article("en"))).meta
    assert (meta.title, meta.author, meta.url) == (TITLE["en"], "Press service", "https://office.example/news/5")
    assert meta.issued_on == date(2014, 5, 13)


def test_a_date_that_stands_only_on_the_page() -> None:
    page = site.tables(TITLE["ru"], ["13 мая 2014 года", *article("ru")])
    assert read(page).meta.issued_on == date(2014, 5, 13)


@pytest.mark.parametrize(
    ("encoding", "declared"), [("cp1251", "windows-1251"), ("koi8-r", "koi8-r"), ("cp1251", "utf-8")]
)
def test_encodings_declared_and_misdeclared(encoding: str, declared: str) -> None:
    page = site.tables(TITLE["ru"], article("ru")).replace("<HEAD>", f'<HEAD><META charset="{declared}">')
    found = read(page.encode(encoding))
    assert article("ru")[0] in texts(found)
    assert found.meta.encoding == encoding


def test_data_tables_are_rows() -> None:
    rows = "<table><tr><th>Substance</th><th>Amount</th></tr><tr><td>opium</td><td>36 kg</td></tr></table>"
    written = article("en")
    found = read(site.html5(TITLE["en"], [*written[:3], rows, *written[3:]]))
    assert [(b.span.of(found.text)) for b in found.blocks if b.role is Role.TABLE_ROW] == [
        "Substance | Amount",
        "opium | 36 kg",
    ]


def test_active_content_leaves_no_trace() -> None:
    poison = (
        "<script>alert(1)</script><img src=x onerror=alert(2)><svg><text>alert(3)</text></svg><style>p{}</style>"
        "<iframe src=javascript:alert(4)></iframe><p style='display:none'>alert(5)</p><noscript>alert(6)</noscript>"
        "<base href=//evil.example><meta http-equiv=refresh content='0;url=//evil.example'>"
        "<template>alert(7)</template>"
    )
    found = read(site.html5(TITLE["en"], [*article("en")[:2], poison, *article("en")[2:]]))
    assert "alert" not in found.text
    assert "evil" not in found.text


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><p>No such page.</p></body></html>",
        "<!doctype html><html><title>Ошибка</title><body><p>Запрашиваемая страница не найдена</p></body></html>",
    ],
)
def test_an_error_page_under_a_documents_name(page: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(page, "agreement.pdf")
    assert caught.value.reason == "error-page"


def test_a_page_under_another_name_is_read_as_what_it_is() -> None:
    assert article("en")[0] in texts(read(site.html5(TITLE["en"], article("en")), "agreement.txt"))


@pytest.mark.parametrize("page", ["<html><body></body></html>", "<!doctype html>", "<html><script>1</script></html>"])
def test_a_page_without_text(page: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(page)
    assert caught.value.reason in ("empty", "broken")


@pytest.mark.parametrize(
    "page",
    ["<div>" * 5000 + "inside" + "</div>" * 5000, "<html>" + "<p" * 50_000, "<body>" + "<table><tr><td>" * 500 + "in"],
    ids=["deep", "unclosed", "tables"],
)
def test_malformed_pages_end_in_text_or_one_line(page: str) -> None:
    try:
        found = read("<!doctype html>" + page)
    except UnreadableError as error:
        assert "\n" not in error.line()  # noqa: PT017 - either outcome is right
    else:
        assert found.text

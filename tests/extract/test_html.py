"""Web pages: the article whole, the furniture listed with reasons, nothing run, nothing fetched."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from pipeline.errors import UnreadableError
from pipeline.extract import base
from pipeline.model import Extraction, Role, Source
from tests.support import oldsites, site
from tests.support import pages as made

SHORT = {"en": "The talks will go on.", "ru": "Переговоры будут продолжены."}
TITLE = {"en": "Talks on precursors held in the capital", "ru": "В столице прошли переговоры о прекурсорах"}


def read(page: str | bytes, name: str = "page.html") -> Extraction:
    data = page.encode() if isinstance(page, str) else page
    return base.extract(Source(name, data, hashlib.sha256(data).hexdigest()))


def texts(found: Extraction) -> list[str]:
    return [b.span.of(found.text) for b in found.blocks]


def article(language: str) -> list[str]:
    return [*made.paragraphs(language, 4), SHORT[language], made.paragraph(language, 9)]


SHAPES = {**site.GENERATIONS, **oldsites.SHAPES}


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("generation", SHAPES)
def test_no_sentence_lost_and_no_furniture_kept(generation: str, language: str) -> None:
    written = article(language)
    found = read(SHAPES[generation](TITLE[language], written))
    kept = texts(found)
    assert [text for text in written if text not in kept] == []
    assert [text for text in kept for phrase in (*site.FURNITURE, *site.NAVIGATION) if phrase in text] == []
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
    assert [text for text in texts(found) if "alert" in text] == []
    assert [(d.text, d.reason) for d in found.dropped if "alert" in d.text] == [("alert(5)", "hidden")]
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


ROW = "<tr><td>opium</td><td>36 kg</td></tr>"


def around(extra: str, head: str = "") -> str:
    first, second, *_ = article("en")
    return (
        f"<html><head><title>{TITLE['en']}</title>{head}</head><body><h1>{TITLE['en']}</h1><p>{first}</p>{extra}"
        f"<p>{second}</p></body></html>"
    )


@pytest.mark.parametrize(
    ("extra", "head"),
    [
        ("<p style='DISPLAY : none !important'>secret</p>", ""),
        ("<div style='color:red;visibility:hidden'>secret</div>", ""),
        ("<p hidden>secret</p>", ""),
        ("<i aria-hidden=true>secret</i>", ""),
        ("<p style='font-size:0px'>secret</p>", ""),
        ("<p class='a note'>secret</p>", "<style>/* x */ p{margin:0} .note{color:red;display:none}</style>"),
        ("<p id=n>secret</p>", "<style>@media screen{p{margin:0}} h1, p#n{visibility:hidden}</style>"),
        (f"<table>{ROW}<tr hidden><td>secret</td></tr>{ROW}</table>", ""),
        ("<p>The table <span style='display:none'>secret</span>is annexed to the report.</p>", ""),
    ],
)
def test_what_a_page_does_not_show_is_set_aside_and_listed(extra: str, head: str) -> None:
    found = read(around(extra, head))
    assert [text for text in texts(found) if "secret" in text] == []
    assert [(d.text, d.reason) for d in found.dropped if "secret" in d.text] == [("secret", "hidden")]
    assert set(article("en")[:2]) <= set(texts(found))


@pytest.mark.parametrize(
    ("extra", "head"),
    [
        ("<p style='font-size:0.9em'>It is shown.</p>", ""),
        ("<p class=x>It is shown.</p>", "<style>@media print{.x{display:none}}</style>"),
        ("<p class='tab on'>It is shown.</p>", "<style>.tab{display:none} .tab.on{display:block}</style>"),
        ("<p class=x>It is shown.</p>", "<style>.js .x, .x:hover, nav .x{display:none}</style>"),
        ("<p class=x style='display:block'>It is shown.</p>", "<style>.x{display:none}</style>"),
        ("<p>It is shown.</p>", "<style>body{display:none}</style>"),
    ],
)
def test_what_only_looks_hidden_is_read(extra: str, head: str) -> None:
    assert "It is shown." in texts(read(around(extra, head)))


def test_a_page_that_hides_everything_until_its_scripts_run_is_read() -> None:
    written = article("en")
    body = "".join(f"<p>{text}</p>" for text in written)
    found = read(f"<html><body><div style='display:none'><h1>{TITLE['en']}</h1>{body}</div></body></html>")
    assert set(written) <= set(texts(found))
    assert [note.code for note in found.notes] == ["hidden-text"]


@pytest.mark.parametrize(
    ("page", "reason", "told"),
    [
        ("<html><head><title>App</title></head><body><div id=root></div><script src=a.js></script></body></html>",
         "empty", "made by scripts"),
        ("<html><body><noscript>Enable JavaScript.</noscript><p>Loading…</p><script>go()</script></body></html>",
         "empty", "made by scripts"),
        ("<html><head><title>Redirecting</title><meta http-equiv=refresh content='0; URL=/new.html'></head><body>"
         "<p>Redirecting to <a href=/new.html>a new page</a></p></body></html>", "redirect", "/new.html"),
        ("<html><body><script>window.location.href = '/x'</script></body></html>", "redirect", "leads to another"),
        ("<html><head><title>Office</title></head><frameset cols='20%,80%'><frame src=menu.htm><frame src=text.htm>"
         "</frameset><noframes><body>No frames here</body></noframes></html>", "frames", "text.htm"),
    ],
)  # fmt: skip
def test_a_page_that_is_no_document_is_explained(page: str, reason: str, told: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(page)
    assert caught.value.reason == reason
    assert told in caught.value.message
    assert caught.value.hint


def test_a_page_that_reloads_itself_is_a_document() -> None:
    assert article("en")[0] in texts(read(around("", "<meta http-equiv=refresh content='300'>")))
    assert article("en")[0] in texts(read(around("", "<meta http-equiv=refresh content='0;url=/mobile'>")))


@pytest.mark.parametrize(
    ("head", "url"),
    [
        (
            "<base href='https://office.example/en/'><link rel=canonical href='news/5'>",
            "https://office.example/en/news/5",
        ),
        ("<link rel=canonical href='/news/5'>", None),
        ("<base href='javascript:x'><link rel=canonical href='news'>", None),
    ],
)
def test_the_address_of_a_page(head: str, url: str | None) -> None:
    assert read(around("", head)).meta.url == url


def test_a_long_list_of_links_is_no_article() -> None:
    rows = "".join(f"<div><a href=/{i}>Agreement No. {i} on measures</a></div>" for i in range(3000))
    with_text = read(around("") + rows)
    assert texts(read(f"<html><body><h1>Register</h1>{rows}</body></html>")) in ([], ["Register"])
    assert set(article("en")[:2]) <= set(texts(with_text))


@pytest.mark.parametrize("encoding", ["cp866", "cp1251", "utf-8"])
@pytest.mark.parametrize("column", [True, False], ids=["menu beside", "menu above"])
def test_a_small_page_in_a_table_keeps_its_lines_and_loses_its_menu(encoding: str, column: bool) -> None:
    names = ("Главная", "О службе", "Документы", "Новости", "Контакты")
    written = ["Встреча в Бишкеке", "В Бишкеке состоялась встреча представителей служб.", "Стороны обсудили обмен."]
    links = [f"<A HREF={i}.htm>{name}</A>" for i, name in enumerate(names)]
    menu = f"<TD>{'<BR>'.join(links)}</TD>" if column else f"{''.join(f'<TD>{x}</TD>' for x in links)}</TR><TR>"
    body = f"<TD colspan={1 if column else 5}>{'<BR><BR>'.join(written)}</TD>"
    page = f"<HTML><HEAD><TITLE>{written[0]}</TITLE></HEAD><BODY><TABLE><TR>{menu}{body}</TR></TABLE></BODY></HTML>"
    found = read(page.encode(encoding))
    assert texts(found) == written
    assert found.meta.encoding == encoding

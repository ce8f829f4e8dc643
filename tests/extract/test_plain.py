"""Plain text: paragraphs from lines, furniture of web exports, Markdown marks."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline import clean, codec
from pipeline.extract import base
from pipeline.extract.plain import from_text
from pipeline.model import Extraction, Role, Source


def blocks(text: str) -> list[str]:
    found = from_text(text)
    assert found.text == text
    return [" ".join(b.span.of(text).split()) for b in found.blocks]


def dropped(text: str) -> dict[str, str]:
    return {d.text: d.reason for d in from_text(text).dropped}


WRAPPED = """\
AGREEMENT ON COOPERATION BETWEEN THE GOVERNMENT
OF THE REPUBLIC
The Government of the one Republic and the Government
of the other Republic, hereinafter the Parties, guided
by mutual trust,
Have agreed as follows:
Article 1. The Parties shall exchange information on
the movement of precursors across their common border
in accordance with Article 4 of this Agreement and
Article 5 of the Protocol.
1. The competent authorities are the following ones:
(a) the Ministry of the Interior;
(b) the Customs Service of the Republic, acting under
the law.
"""


def test_hard_wrapped_lines_become_paragraphs() -> None:
    assert blocks(WRAPPED) == [
        "AGREEMENT ON COOPERATION BETWEEN THE GOVERNMENT OF THE REPUBLIC",
        "The Government of the one Republic and the Government of the other Republic, hereinafter the Parties, guided "
        "by mutual trust,",
        "Have agreed as follows:",
        "Article 1. The Parties shall exchange information on the movement of precursors across their common border in "
        "accordance with Article 4 of this Agreement and Article 5 of the Protocol.",
        "1. The competent authorities are the following ones:",
        "(a) the Ministry of the Interior;",
        "(b) the Customs Service of the Republic, acting under the law.",
    ]


def test_a_paragraph_per_line_stays_so() -> None:
    lines = [f"В {2000 + i} году Стороны провели совместную операцию и изъяли {i} кг опия." for i in range(1, 9)]
    assert blocks("\n".join(lines)) == lines


def test_a_flattened_document_is_cut_where_its_lines_ended() -> None:
    text = (
        "правительства, именуемые далее сторонами,стремясь к развитию сотрудничества в борьбе с незаконным оборотом "
        "наркотиков,принимая во внимание взаимный интерес,согласились о нижеследующем:статья 1стороны обмениваются "
        "информацией и опытом в порядке, установленном законодательством каждой из них.статья 2стороны проводят "
        "совместные операции, обучение сотрудников и встречи экспертов не реже одного раза в год, если не договорятся "
        "об ином."
    )
    assert blocks(text)[2:] == [
        "принимая во внимание взаимный интерес,",
        "согласились о нижеследующем:",
        "статья 1",
        "стороны обмениваются информацией и опытом в порядке, установленном законодательством каждой из них.",
        "статья 2",
        text[text.index("стороны проводят") :],
    ]


def test_links_and_emphasis_of_markdown_are_no_text() -> None:
    text = (
        "# Agreement\n\n## Article 1\n\nThe **Parties** apply the [1988 Convention](../acts/README.md) and "
        '[Article 9](https://example.org/a_(b)_c.md "on precursors") *mutatis mutandis*; 2 * 3 * 4 and snake_case '
        "stay.\n\n## Article 2\n\n_Done_ at Vienna.\n"
    )
    found = from_text(text)
    told, _ = clean.version(found, found.blocks)
    assert told.text.splitlines() == [
        "Agreement",
        "Article 1",
        "The Parties apply the 1988 Convention and Article 9 mutatis mutandis; 2 * 3 * 4 and snake_case stay.",
        "Article 2",
        "Done at Vienna.",
    ]
    assert "](../acts/README.md)" in {d.text for d in found.dropped}


def test_no_line_is_cut_inside_the_target_of_a_link() -> None:
    link = "[the Charter](../../verdrag/charter/README.md)"
    text = (
        "# A\n\n# B\n\n"
        + f"The Parties apply {link};they notify {link}.They report to {link},and they meet {link}. " * 5
    )
    whole = "\n".join(block.span.of(text) for block in from_text(text).blocks)
    assert whole.count(link) == 20


def test_markdown_marks_are_no_text() -> None:
    text = "# Treaty\n\n### Article  1\n\n####Scope\n\nThe Parties shall cooperate.\n"
    found = from_text(text)
    assert [(b.span.of(text), b.role) for b in found.blocks] == [
        ("Treaty", Role.HEADING),
        ("Article  1", Role.HEADING),
        ("Scope", Role.HEADING),
        ("The Parties shall cooperate.", Role.TEXT),
    ]
    assert [d.reason for d in found.dropped] == ["markup"] * 3
    assert found.meta.media_type == "text/markdown"


RELEASE = """\
HomeNewsNews 2015Anti-drug policy

Anti-drug policy of the Republic

Размер шрифта
Цвета сайта

14 May 2015 Версия для печатиВерсия для печатиPDFPDF

The Ministry presented the results of the operation. The visual version for printers was criticised.

Photo credit: Ministry of the Interior.

The minister with officers of the unit. Photo credit: press service.

Search

Sign up via the website or subscribe to our Facebook, Telegram and YouTube!
Add new comment
"""


def test_furniture_of_an_exported_page_goes_with_its_reason() -> None:
    assert dropped(RELEASE) == {
        "HomeNewsNews 2015Anti-drug policy": "breadcrumb",
        "Размер шрифта": "widget",
        "Цвета сайта": "widget",
        "14 May 2015 Версия для печатиВерсия для печатиPDFPDF": "print-version",
        "Photo credit: Ministry of the Interior.": "photo-credit",
        "Search": "navigation",
        "Sign up via the website or subscribe to our Facebook, Telegram and YouTube!": "subscribe",
        "Add new comment": "comments",
    }
    assert blocks(RELEASE) == [
        "Anti-drug policy of the Republic",
        "The Ministry presented the results of the operation. The visual version for printers was criticised.",
        "The minister with officers of the unit. Photo credit: press service.",
    ]


def test_the_date_beside_furniture_becomes_metadata() -> None:
    meta = from_text(RELEASE).meta
    assert meta.issued_on == date(2015, 5, 14)
    assert meta.title == "Anti-drug policy of the Republic"


@pytest.mark.parametrize(
    "line",
    [
        "Search",
        "Accessibility",
        "Комментарии",
        "The Parties shall share information.",
        "Print and electronic media take part in the campaign.",
        "Subscribe to our principles, the minister urged. The hall applauded.",
        "Home Affairs Minister visited the border.",
        "Главная задача Сторон — обмен информацией.",
        "Фото: 12 снимков приобщены к делу. Следствие продолжается.",
    ],
)
def test_sentences_and_headings_of_a_document_stay(line: str) -> None:
    assert dropped(f"Article 1\n\n{line}\n\nThe Parties agree on what follows.") == {}


def test_page_numbers_of_an_export_are_no_text() -> None:
    pages = [f"{i}\n\nThe Parties shall meet in the year {2000 + i} and report." for i in range(1, 6)]
    assert set(dropped("\n\n".join(pages)).values()) == {"page-number"}
    assert len(blocks("\n\n".join(pages))) == 5


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("VIENNA, 13 March 2023 – The delegation arrived.", date(2023, 3, 13)),
        ("Астана, 5 мая 2014 г. — Сегодня открылся семинар.", date(2014, 5, 5)),
        ("13.03.2023", date(2023, 3, 13)),
        ("The delegation arrived on 13 March 2023.", None),
        ("31 February 2023", None),
    ],
)
def test_a_dateline_dates_the_release(first: str, expected: date | None) -> None:
    assert from_text(f"Title of the release\n\n{first}\n\nThe talks went on.").meta.issued_on == expected


def test_blocks_and_dropped_cover_the_text() -> None:
    found = from_text(RELEASE)
    covered = {i for part in (*found.blocks, *found.dropped) for i in range(part.span.start, part.span.end)}
    assert all(c.isspace() for i, c in enumerate(RELEASE) if i not in covered)


@pytest.mark.parametrize("filler", [" ", "1", "«", '"', "а", "- ", "Article 1 ", "\n", "#", "<a>", ",a"])
def test_odd_texts_of_any_length(filler: str) -> None:
    text = filler * (100_000 // len(filler))
    assert from_text(text).text == text


def test_half_characters_become_one_mark_each_and_can_be_stored() -> None:
    text = "Notice \udcff of the Council\n\nThe Parties shall not\ud83dify each other."
    found = from_text(text)
    assert len(found.text) == len(text)
    assert found.text.count("\ufffd") == 2
    assert codec.decode(codec.encode(found), Extraction) == found
    assert [note.code for note in found.notes] == ["broken-characters"]


# --- exports of other content management systems: "-" marks what is no part of the article -------------------------

EXPORTS = {
    "en, a portal": """\
-Skip to main content
-Home » Press » News » 2019
Border officers complete training in Osh
-Submitted by admin on Tue, 05/14/2019 - 10:30
-Printer-friendly version
-Send by email
-A A A
Forty officers from five districts completed a two-week course on Tuesday.
"We learned to test samples on the spot," said Major Bakyt Asanov.
-Photo: Press service of the Border Guard
The course was paid for by the regional programme.
-Tags:
-Share on Facebook
-Tweet
-Related articles
-Leave a Reply
-Your email address will not be published. Required fields are marked *
-Copyright © 2019 Border Service. All rights reserved.
-Powered by WordPress
""",
    "en, a blog": """\
-Menu
-Search for:
Ministry hands over vehicles
-Posted on March 3, 2020 by pressoffice
-Posted in News
The Ministry of the Interior handed over twelve vehicles to regional offices.
The handover took place in Karaganda.
-Share this:
-Click to share on Twitter (Opens in new window)
-Click to share on Facebook (Opens in new window)
-Like this:
-Like Loading...
-Post navigation
-← Previous post
-Next post →
-Leave a comment
-Subscribe to our mailing list to receive updates
-Privacy policy
-Terms of use
-Contact us
""",
    "ru, an agency": """\
-Главная / Пресс-центр / Новости
-Версия для слабовидящих
Завершён учебный курс для пограничников
14.05.2019 10:30
-Просмотров: 254
-Распечатать
Сорок сотрудников из пяти областей завершили двухнедельный курс.
«Мы научились проверять образцы на месте», — сказал майор Асанов.
-Фото пресс-службы
Курс оплатила региональная программа.
-Поделиться:
-ВКонтакте
-Одноклассники
-Возврат к списку
-Теги: обучение, граница
-Подпишитесь на нашу рассылку, чтобы быть в курсе событий
-© 2019 Пограничная служба
-Все права защищены
-Разработка сайта: студия
""",
    "ru, a ministry": """\
-Перейти к основному содержанию
-Главная
-Новости
-Размер шрифта: A A A
-Цвета сайта: Ц Ц Ц
-Изображения Вкл. Выкл.
-Обычная версия сайта
Министерство передало автомобили
Опубликовано: 3 марта 2020 г.
-Автор: Пресс-служба
Министерство внутренних дел передало двенадцать автомобилей областным управлениям.
Передача состоялась в Караганде.
-Количество просмотров: 1 024
-Источник фото: пресс-служба МВД
-Нашли ошибку? Выделите её и нажмите Ctrl+Enter
-Подписывайтесь на наш Telegram-канал
-Читайте также:
-Оставьте комментарий
-Войдите или зарегистрируйтесь, чтобы оставлять комментарии
-Политика конфиденциальности
-Мы используем файлы cookie, чтобы сайт работал лучше. Принять
-Наверх
""",
    "kk, a ministry": """\
-Негізгі бетке өту
-Басты бет > Жаңалықтар
-Қаріп өлшемі
-Нашар көретіндерге арналған нұсқа
Шекарашыларға арналған курс аяқталды
14 мамыр 2019
-Басып шығару
-Қаралым саны: 87
Бес облыстан келген қырық қызметкер екі апталық курсты аяқтады.
Курсты өңірлік бағдарлама қаржыландырды.
-Сурет: баспасөз қызметі
-Бөлісу
-Пікір қалдыру
-Біздің Telegram арнамызға жазылыңыз
-Барлық құқықтар қорғалған
""",
}

SENTENCES = """\
Print media and broadcasters received the statement.
The Parties shall share costs equally.
Photo evidence was collected at the scene. The case continues.
Contact points
Search and seizure
Subscribe to the Convention: the ministers did so on Monday.
Просмотр помещений проводится в присутствии понятых.
Автор учебника — профессор Иванов — выступил на форуме.
Главная страница договора содержит подписи сторон.
Источник прекурсоров не установлен.
Теги на упаковке были подделаны.
Фото и видео приобщены к делу.
Tags on the parcels were forged.
Comments
Menu of measures
© is the sign that the Parties use for protected works.
Подписаться на Соглашение могут и другие государства.
Home Secretary visits the border
Related offences
Menu
Оставить без изменения статью 5.
Terms of reference
Контакты между ведомствами
"""


@pytest.mark.parametrize("name", sorted(EXPORTS))
def test_furniture_of_other_systems_goes_and_every_line_of_the_article_stays(name: str) -> None:
    lines = EXPORTS[name].strip().split("\n")
    found = from_text("\n\n".join(line.removeprefix("-") for line in lines))
    assert [d.text.strip() for d in found.dropped] == [line[1:].strip() for line in lines if line.startswith("-")]
    kept = [b.span.of(found.text) for b in found.blocks]
    assert kept == [line.strip() for line in lines if not line.startswith("-")]


@pytest.mark.parametrize(("name", "day"), [("en, a portal", date(2019, 5, 14)), ("en, a blog", date(2020, 3, 3))])
def test_a_date_beside_the_name_of_the_author(name: str, day: date) -> None:
    text = "\n\n".join(line.removeprefix("-") for line in EXPORTS[name].strip().split("\n"))
    assert from_text(text).meta.issued_on == day


@pytest.mark.parametrize("line", SENTENCES.strip().split("\n"))
def test_lines_that_only_look_like_furniture_stay(line: str) -> None:
    assert dropped(f"Article 1\n\n{line}\n\nThe Parties agree on what follows.") == {}


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_whatever_ends_lines(end: str) -> None:
    lines = [f"В {2000 + i} году Стороны провели {i} операций." for i in range(1, 6)]
    assert blocks(end.join(lines)) == lines
    assert blocks((end * 2).join(lines)) == lines


def test_marks_of_byte_order_and_zero_bytes_inside_a_text() -> None:
    data = ("\ufeffСтатья 1\n\n\ufeffСтороны сотрудничают добросовестно.\n" * 30 + "\0").encode()
    found = base.extract(Source("a.txt", data, "0"))
    assert found.blocks[1].span.of(found.text).strip("\ufeff") == "Стороны сотрудничают добросовестно."

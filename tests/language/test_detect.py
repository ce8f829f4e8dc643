"""Languages of blocks and of documents; other languages are named, never taken for Russian."""

from __future__ import annotations

import pytest

from pipeline.extract.plain import from_text
from pipeline.language import detect
from tests.support.tongues import HEADINGS, NEWS, SENTENCES


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Parties shall notify each other of any change without delay.", "en"),
        ("Стороны незамедлительно уведомляют друг друга о любых изменениях.", "ru"),
        ("Тараптар кез келген өзгерістер туралы бір-бірін хабардар етеді.", "kk"),
        ("Тараптар ар кандай өзгөрүүлөр жөнүндө бири-бирине билдиришет.", "ky"),
        ("Тарафҳо якдигарро дар бораи ҳама гуна тағйирот огоҳ мекунанд.", "tg"),
        ("Томонлар ҳар қандай ўзгаришлар тўғрисида бир-бирини хабардор қилади.", "uz"),
        ("Tomonlar har qanday oʻzgarishlar toʻgʻrisida bir-birini xabardor qiladi.", "uz"),
        ("Сторони негайно повідомляють одна одну про будь-які зміни.", "uk"),
        ("Бакі неадкладна паведамляюць адзін аднаму аб любых зменах.", "be"),
        ("Taraflar her türlü değişikliği gecikmeksizin birbirlerine bildirirler.", "tr"),
        ("В апреле милиция конфисковала 60 кг героина и 150 кг гашиша.", "ru"),
        ("Пограничники изъяли 1 т 240 кг наркотиков, в том числе 118 кг 500 г героина.", "ru"),
        ("Страните си сътрудничат при разследването на престъпления.", "bg"),
        ("Полицията иззе 20 килограма хероин на границата.", "bg"),
        ("Полиција је запленила десет килограма хероина.", "sr"),
        ("Les Parties se notifient sans délai toute modification.", "fr"),
        ("Die Vertragsparteien teilen einander jede Änderung unverzüglich mit.", "de"),
        ("ARTICLE 5. ENTRY INTO FORCE", "en"),
        ("СОГЛАШЕНИЕ О СОТРУДНИЧЕСТВЕ", "ru"),
        ("§ 5", "und"),
        ("", "und"),
    ],
)
def test_label(text: str, language: str) -> None:
    assert detect.label(text) == language


@pytest.mark.parametrize("name", ["Қасым-Жомарт Тоқаев", "Шавкат Мирзиёев", "Эмомалӣ Раҳмон"])
def test_a_foreign_name_does_not_turn_a_russian_sentence(name: str) -> None:
    text = f"Президент {name} принял участие в заседании Совета глав государств в городе Астане и выступил с речью."
    assert detect.label(text) == "ru"


@pytest.mark.parametrize("text", ["Бас прокуратура", "Ички иштер министрлиги", "Тоҷикистон Республикаси"])
def test_short_kazakh_kyrgyz_and_tajik_words_beside_longer_text(text: str) -> None:
    context = {
        "Бас прокуратура": "Қазақстан Республикасының Бас прокуратурасы халықаралық семинар өткізді.",
        "Ички иштер министрлиги": "Кыргыз Республикасынын Ички иштер министрлиги эл аралык жыйын өткөрдү.",
        "Тоҷикистон Республикаси": "Прокуратураи генералии Ҷумҳурии Тоҷикистон ҳамоиши байналмилалӣ баргузор кард.",
    }[text]
    found = detect.versions(from_text(f"{text}\n\n{context}"))
    assert [code for code, _ in found] != ["ru"]
    assert len(found) == 1


def languages(text: str) -> dict[str, list[str]]:
    source = from_text(text)
    return {code: [b.span.of(text) for b in blocks] for code, blocks in detect.versions(source)}


ENGLISH = ("Article 1", "The Parties shall exchange information on illicit trafficking.", "Article 2",
           "Each Party shall bear its own costs under this Agreement.")  # fmt: skip
RUSSIAN = ("Статья 1", "Стороны обмениваются информацией о незаконном обороте.", "Статья 2",
           "Каждая Сторона несёт свои расходы по настоящему Соглашению.")  # fmt: skip


def test_one_language_after_the_other() -> None:
    found = languages("\n\n".join((*ENGLISH, *RUSSIAN)))
    assert found == {"en": list(ENGLISH), "ru": list(RUSSIAN)}


def test_alternating_paragraphs() -> None:
    mixed = [text for pair in zip(RUSSIAN, ENGLISH, strict=True) for text in pair]
    found = languages("\n\n".join(mixed))
    assert found == {"ru": list(RUSSIAN), "en": list(ENGLISH)}
    assert list(found) == ["ru", "en"]


def test_a_title_in_the_other_language_is_no_version() -> None:
    body = " ".join(f"Стороны обмениваются сведениями и проводят встречи в городе номер {i}." for i in range(8))
    found = languages(f"Agreement on cooperation between the Parties\n\n{body}\n\n«Operation Mak»\n\n{body}")
    assert list(found) == ["ru"]
    assert len(found["ru"]) == 4


def test_a_quoted_name_inside_a_paragraph_changes_nothing() -> None:
    text = "Представитель Управления ООН выступил на форуме «Regional Forum on Precursors Control» в городе Алматы."
    assert list(languages(text)) == ["ru"]


def test_numbers_and_short_lines_follow_their_neighbours() -> None:
    found = languages("\n\n".join((*RUSSIAN, "5.", "12.03.2014", *ENGLISH, "7.")))
    assert found["ru"][-2:] == ["5.", "12.03.2014"]
    assert found["en"][-1] == "7."


def test_another_language_is_named_as_its_own_version() -> None:
    kazakh = "Тараптар есірткі құралдарының заңсыз айналымы туралы ақпарат алмасады және бір-біріне көмек көрсетеді."
    assert list(languages(f"{kazakh}\n\n{' '.join(RUSSIAN)}")) == ["kk", "ru"]


def test_no_letters_no_version() -> None:
    assert languages("12.03.2014\n\n5") == {}


def test_both_scripts_in_doubt_is_decided_the_same_each_time() -> None:
    text = "Меморандум ОБСЕ и UNODC: Paris Pact, CARICC, TARCET и другие операции EU BOMCA"
    assert len({detect._label.__wrapped__(text) for _ in range(5)}) == 1
    assert detect.label(text) in {"en", "ru"}


@pytest.mark.parametrize("texts", [SENTENCES, NEWS], ids=["sentences", "news"])
def test_sentences_of_nineteen_languages(texts: dict[str, tuple[str, ...]]) -> None:
    told = [(code[:2], detect.label(text), text) for code, found in texts.items() for text in found]
    wrong = [row for row in told if row[0] != row[1]]
    assert len(wrong) <= 0.02 * len(told), wrong


@pytest.mark.parametrize("language", ["en", "ru"])
def test_headings_alone(language: str) -> None:
    assert {detect.label(text) for text in HEADINGS[language]} == {language}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Cтaтья 5. Cтopoны oбмeнивaютcя инфopмaциeй o нeзaкoннoм oбopoтe", "ru"),
        ("The Pаrties shаll соореrаte in gооd fаith аnd ехсhаnge infоrmаtiоn", "en"),
    ],
)
def test_letters_of_the_other_script_count_as_what_they_look_like(text: str, language: str) -> None:
    assert detect.label(text) == language


def test_russian_in_latin_letters_is_neither_english_nor_russian() -> None:
    assert detect.label("Storony obmenivayutsya informatsiei o nezakonnom oborote narkotikov.") not in {"en", "ru"}

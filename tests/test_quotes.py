"""Who said what: [[words|speaker]] marks the quotes of a sample; the names come from hand-made mentions."""

from __future__ import annotations

import re

import pytest

from pipeline.model import Document, Genre, Kind, Layer, Mention, Span
from pipeline.quotes import marks, read_quotes
from tests.support.norms import document

_MARK = re.compile(r"\[\[([^|\]]+)\|([^\]]*)\]\]", re.S)

EN = {"Daniyar Tulegenov": "p:1", "Tulegenov": "p:1", "Anna Keller": "p:2", "Keller": "p:2"}
EN_ROLES = ("Interior Minister", "Deputy Director")
EN_INTRO = "Interior Minister Daniyar Tulegenov met Deputy Director Anna Keller.\n\n"
RU = {
    "Ерлана Сатпаева": "person:1",
    "Сатпаев": "person:1",
    "Тимуром Ахметовым": "person:2",
    "Ахметов": "person:2",
    "Ахметова": "person:2",
}
RU_ROLES = ("министра обороны", "директором центра")
RU_INTRO = "Встреча министра обороны Ерлана Сатпаева с директором центра Тимуром Ахметовым.\n\n"

ENGLISH = (
    "“[[We have seen a sharp rise|Daniyar Tulegenov]],” Tulegenov said.",
    "“[[We have seen a rise|Daniyar Tulegenov]],” Tulegenov said. “[[Joint work is needed.|Daniyar Tulegenov]]”",
    '"[[The network works, and well.|Anna Keller]]", - Keller said at the meeting.',
    'Ms Keller said: "[[The network works.|Anna Keller]]"',
    "Keller told the press that “[[the network is growing fast|Anna Keller]]”.",
    "“[[The first stage has begun.|Anna Keller]]\n\n“[[The second will follow|Anna Keller]],” Keller added.",
    "“[[These measures have helped|the release]],” says the release.",
    "“[[Is this enough?|Anna Keller]]” asked Keller.",
    "Keller called the plan “[[a bridge between two banks|Anna Keller]]”.",
    "Keller noted that [[seizures had doubled|Anna Keller]]. She added that [[a new phase would begin|Anna Keller]].",
    "Keller said [[the network had grown|Anna Keller]]. “[[It works well|Anna Keller]],” she said.",
    "According to Keller, [[seven countries took part|Anna Keller]].",
    "[[Seven countries took part|Anna Keller]], said Keller.",
    "“[[We agree|Daniyar Tulegenov]],” Tulegenov said. The minister said that [[talks would go on|Daniyar Tulegenov]].",
)
RUSSIAN = (
    "«[[Мы видим рост поставок|Ерлан Сатпаев]]», – сказал Сатпаев.",
    "«[[Мы видим рост|Ерлан Сатпаев]], – сказал Сатпаев. – [[Нужна совместная работа|Ерлан Сатпаев]]».",
    "Ахметов заявил: «[[Сеть работает хорошо|Тимур Ахметов]]».",
    "Ахметов отметил, что [[изъято больше тонны|Тимур Ахметов]].",
    "По словам Ахметова, [[участвовали семь стран|Тимур Ахметов]].",
    "„[[Сеть работает хорошо|Тимур Ахметов]]“, - подчеркнул Ахметов.",
    "Ахметов назвал центр «[[мостом между соседними странами|Тимур Ахметов]]».",
    "[[Изъято тридцать килограммов|пресс-служба]], сообщает пресс-служба.",
)
NO_QUOTES = {
    "en": (
        "The film “Border Post” was shown after Keller had left.",
        'Mixtures such as "Spice" were seized in Operation “Channel”.',
        "Keller visited the exhibition “A World Without Drugs”.",
        "An unclosed “mark stands here and the text goes on.",
    ),
    "ru": (
        "В операции «Канал» участвовал Ахметов.",
        "Участники осмотрели выставку «Мир без наркотиков».",
    ),
}


def _document(sample: str, language: str, genre: Genre = Genre.RELEASE) -> Document:
    intro, names, roles = (EN_INTRO, EN, EN_ROLES) if language == "en" else (RU_INTRO, RU, RU_ROLES)
    doc = document(intro + _MARK.sub(lambda hit: hit.group(1), sample), language, genre)
    found: list[Mention] = []
    for name, entity in sorted(names.items(), key=lambda item: (-len(item[0]), item)):
        found.extend(_mentions(doc.text, name, Kind.PERSON, entity, found))
    for role in roles:
        found.extend(_mentions(doc.text, role, Kind.ROLE, None, found))
    return Document(
        **{f: getattr(doc, f) for f in doc.__slots__} | {"mentions": tuple(sorted(found, key=lambda m: m.span))}
    )


def _mentions(text: str, name: str, kind: Kind, entity: str | None, taken: list[Mention]) -> list[Mention]:
    spans = [Span(*hit.span()) for hit in re.finditer(rf"\b{name}\b", text)]
    return [
        Mention(span, name, kind, entity, Layer.GRAMMAR, "sample")
        for span in spans
        if not any(span.overlaps(m.span) for m in taken)
    ]


@pytest.mark.parametrize(("language", "sample"), [("en", s) for s in ENGLISH] + [("ru", s) for s in RUSSIAN])
def test_words_and_speakers(language: str, sample: str) -> None:
    doc = _document(sample, language)
    quotes = read_quotes(doc)
    assert [(q.words, q.speaker) for q in quotes] == _MARK.findall(sample)
    assert all(q.span.of(doc.text) == q.words for q in quotes)


@pytest.mark.parametrize(("language", "sample"), [(code, s) for code, rows in NO_QUOTES.items() for s in rows])
def test_titles_names_and_single_words_are_no_quotes(language: str, sample: str) -> None:
    assert read_quotes(_document(sample, language)) == ()


def test_roles_ids_and_directness() -> None:
    direct, indirect = read_quotes(_document("“We agree,” Keller said. Keller noted that talks would go on.", "en"))
    assert (direct.role, direct.speaker_id, direct.direct, direct.cue) == ("Deputy Director", "p:2", True, "said")
    assert (indirect.role, indirect.direct, indirect.rule) == ("Deputy Director", False, "en-indirect-that")


def test_russian_roles_are_in_the_nominative() -> None:
    (quote,) = read_quotes(_document("Ахметов отметил, что изъято больше тонны.", "ru"))
    assert quote.role == "директор центра"


def test_instruments_attribute_nothing() -> None:
    assert (
        read_quotes(_document("The Parties noted that “the talks went well”, Keller said.", "en", Genre.TREATY)) == ()
    )


def test_nested_marks_stay_inside() -> None:
    (stretch,) = marks.find("Он сказал: «Операция «Канал» идёт».")
    assert stretch.inner.of("Он сказал: «Операция «Канал» идёт».") == "Операция «Канал» идёт"


@pytest.mark.parametrize("text", ["“" * 5000, '"' * 5001, "«»" * 3000, "“ \n" * 3000, ", said " * 5000, "», – " * 5000])
def test_floods_of_marks_are_no_quotes(text: str) -> None:
    assert read_quotes(_document(text, "en")) == ()

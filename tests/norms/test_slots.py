"""Condition, exception and counterparty around a verb: `{subject}`, `[action]`, and what is expected of each."""

from __future__ import annotations

import re

import pytest

from pipeline.model import Span
from pipeline.norms import slots


def parsed(marked: str) -> tuple[str, Span | None, Span]:
    """The text without marks, its subject and its action."""
    text, spans = "", {}
    for piece in re.split(r"([{}\[\]])", marked):
        if piece and piece in "{}[]":
            spans[piece] = len(text)
        else:
            text += piece
    subject = Span(spans["{"], spans["}"]) if "{" in spans else None
    return text, subject, Span(spans["["], spans["]"])


def read(marked: str, language: str) -> tuple[str | None, str | None, str | None]:
    text, subject, action = parsed(marked)
    found = slots.read(text, subject, action, language)
    told = (found.condition, found.exception, found.counterparty)
    return tuple(span.of(text) if span else None for span in told)  # type: ignore[return-value]


CONDITIONS = (
    ("en", "If the sample is spoilt, {the laboratory} shall [take another one].", "If the sample is spoilt"),
    ("en", "{The Parties} shall [exchange, where appropriate, samples of seeds].", "where appropriate"),
    (
        "en",
        "{The Parties} shall [encourage, where appropriate but not in nature reserves, the planting of trees].",
        "where appropriate but not in nature reserves",
    ),
    ("en", "{The Board} shall [meet upon the written request of a member].", "upon the written request of a member"),
    ("en", "{The Board} shall [call upon the owners to mend the dam].", None),
    ("en", "{The Parties} shall [agree upon the list of stations].", None),
    ("en", "{The Centre} shall [assist persons subject to its jurisdiction].", None),
    ("en", "{The Centre} shall [grant leave subject to available funds].", "subject to available funds"),
    ("en", "{The keeper} shall [note the time when the lock was opened].", None),
    (
        "en",
        "{Each Party} shall [ensure that if a ship is held in a port, the master is told of the reasons].",
        "if a ship is held in a port",
    ),
    (
        "en",
        "{The Party} may [refuse entry if papers, stamps or visas are missing].",
        "if papers, stamps or visas are missing",
    ),
    ("en", "{The owner} shall [sell the boat, should the debtor fail to pay].", "should the debtor fail to pay"),
    ("en", "{The Party} shall [promote designs that should require little care].", None),
    ("ru", "{Стороны} [обмениваются при необходимости образцами семян].", "при необходимости"),
    ("ru", "{Сторона} [в случае необходимости предоставляет переводчика].", "в случае необходимости"),
    ("ru", "Если груз повреждён, то {перевозчик} [составляет акт].", "Если груз повреждён, то"),
    (
        "ru",
        "{Сторона} вправе [отказать, если паспорта, визы или билеты утрачены].",
        "если паспорта, визы или билеты утрачены",
    ),
)


@pytest.mark.parametrize(("language", "marked", "condition"), CONDITIONS)
def test_conditions(language: str, marked: str, condition: str | None) -> None:
    told = read(marked, language)[0]
    assert (told.removesuffix(", то") if told else told) == (condition.removesuffix(", то") if condition else None)


EXCEPTIONS = (
    ("en", "{No ship} may [leave port unless its papers are in order].", "unless its papers are in order"),
    (
        "en",
        "{The mission} shall [be free from charges other than charges for storage, cartage and towage].",
        "other than charges for storage, cartage and towage",
    ),
    ("ru", "{Архив} не [выдаёт дела, за исключением копий].", "за исключением копий"),
)


@pytest.mark.parametrize(("language", "marked", "exception"), EXCEPTIONS)
def test_exceptions(language: str, marked: str, exception: str | None) -> None:
    assert read(marked, language)[1] == exception


COUNTERPARTIES = (
    ("en", "{Each Party} shall [send the list to the other Party].", "the other Party"),
    ("ru", "{Каждая Сторона} [направляет список другой Стороне].", "другой Стороне"),
    ("ru", "{Стороны} [представляют Комиссии отчёты].", "Комиссии"),
    ("ru", "{Стороны} [руководствуются решениями Комиссии].", None),
    ("ru", "{Стороны} [действуют в рамках Комиссии].", None),
    ("ru", "{Государство} [уведомляет Депозитария о своём решении].", "Депозитария"),
)


@pytest.mark.parametrize(("language", "marked", "counterparty"), COUNTERPARTIES)
def test_counterparties(language: str, marked: str, counterparty: str | None) -> None:
    assert read(marked, language)[2] == counterparty

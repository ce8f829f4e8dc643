"""Instruments that cite one another, as texts and as documents read once."""

from __future__ import annotations

from functools import cache

from pipeline import analyse
from pipeline.model import Document

SEEDS_EN = """AGREEMENT
between the Government of Georgia and the Government of Ukraine on Seed Banks

The Government of Georgia and the Government of Ukraine, hereinafter referred to as the Parties,

recalling the United Nations Convention against Transnational Organized Crime,

guided by Article 9 of the Vienna Convention on Diplomatic Relations,

have agreed as follows:

Article 1
Exchange of lists

1. The Parties shall exchange lists of stored seeds within 60 days of the entry into force of this Agreement.

2. Each Party shall:

(a) send a sample of every seed within 10 working days of receipt of a request;

(b) inform the other Party of any loss not later than 15 days before the end of the year.

Article 2
Visits

1. The Parties may inspect one store of the other Party a year, as provided in Article 1, paragraph 2.

2. A Party shall not move a store without the consent of the other Party.

Article 3
Meetings

The Parties shall meet once a year.

Article 4
Final clauses

This Agreement shall enter into force on the date of its signature. A Party may withdraw from it three months after the entry into force of an amendment.

Done at Tbilisi on 4 May 2011 in two copies, each in the English language.
"""
PROTOCOL_EN = """PROTOCOL
on amendments to the Agreement between the Government of Georgia and the Government of Ukraine on Seed Banks of 4 May 2011

The Government of Georgia and the Government of Ukraine, hereinafter referred to as the Parties,

have agreed as follows:

Article 1

The store named in Article 2, paragraph 1 of the Agreement between the Government of Georgia and the Government of Ukraine on Seed Banks of 4 May 2011 shall be inspected twice a year.

Article 2

The Parties shall apply the United Nations Convention against Transnational Organized Crime to such agreements.

Done at Kyiv on 7 June 2014 in two copies, each in the English language.
"""
SEEDS_RU = """СОГЛАШЕНИЕ
между Правительством Грузии и Правительством Украины о банках семян

Правительство Грузии и Правительство Украины, далее именуемые Сторонами,

ссылаясь на Конвенцию ООН против транснациональной организованной преступности,

согласились о нижеследующем:

Статья 1
Обмен перечнями

1. Стороны обмениваются перечнями хранящихся семян в течение 60 дней с даты вступления в силу настоящего Соглашения.

2. Каждая Сторона:

а) направляет образец каждого семени в течение 10 рабочих дней с даты получения запроса;

б) сообщает другой Стороне о любой утрате не позднее чем за 15 дней до вступления в силу изменений.

Статья 2
Хранилища

Стороны вправе осматривать одно хранилище в год.

Совершено в городе Тбилиси 4 мая 2011 года в двух экземплярах.
"""
RELEASE_EN = """Seed banks opened

TBILISI, 5 May 2011. The ministers opened a seed bank under the Vienna Convention on Diplomatic Relations, they said.
"""


@cache
def read(text: str) -> Document:
    """The one document of a text."""
    (document,) = analyse(text)
    return document


def corpus() -> tuple[Document, ...]:
    return tuple(read(text) for text in (SEEDS_EN, PROTOCOL_EN, SEEDS_RU, RELEASE_EN))

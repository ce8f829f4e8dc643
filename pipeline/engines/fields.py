"""The fields a query can name, in both languages, and the fields of the index behind them."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.model import FactKind, Genre, Modality

ENTITY_KINDS = ("country", "organisation", "operation", "treaty", "event", "person", "substance", "place")
PREFIXES = {"organisation": "org"}
ALIASES = {
    "organisation": "org",
    "organization": "org",
    "language": "lang",
    "genre": "type",
    "article": "art",
    "страна": "country",
    "организация": "org",
    "операция": "operation",
    "договор": "treaty",
    "событие": "event",
    "лицо": "person",
    "вещество": "substance",
    "место": "place",
    "язык": "lang",
    "тип": "type",
    "дата": "date",
    "статья": "art",
    "заголовок": "title",
    "говорит": "speaker",
    "количество": "quantity",
    "сумма": "money",
    "деньги": "money",
    "факт": "fact",
    "срок": "deadline",
}
BEARERS = (
    "each_party",
    "all_parties",
    "requesting_party",
    "requested_party",
    "receiving_party",
    "sending_party",
    "state",
)
FIELDS: Mapping[str, str] = {
    "country": "country",
    "org": "organisation",
    "operation": "operation",
    "treaty": "treaty",
    "event": "event",
    "person": "person",
    "substance": "substance",
    "place": "place",
    "lang": "language",
    "type": "type",
    "date": "issued_on",
    "mentioned": "dates",
    "modality": "modality",
    "bearer": "bearer",
    "art": "article",
    "title": "title",
    "speaker": "speaker",
    "party": "parties",
    "doc": "document_id",
    "quantity": "amounts",
    "money": "amounts",
    "fact": "fact",
    "deadline": "hours",
}
"""The fields of a query and the fields of the index behind them."""

ENTITY_NAMES = frozenset(name for name, field in FIELDS.items() if field in ENTITY_KINDS)
TEXT_FIELDS = frozenset({"title", "speaker", "party"})
VALUES: Mapping[str, tuple[str, ...]] = {
    "type": tuple(genre.value for genre in Genre),
    "modality": tuple(modality.value for modality in Modality),
    "fact": tuple(kind.value for kind in FactKind),
}
FACTS = {
    "изъятие": "seizure",
    "задержание": "arrest",
    "арест": "arrest",
    "лаборатория": "laboratory",
    "уничтожение": "destruction",
    "приговор": "conviction",
    "осуждение": "conviction",
    "взнос": "contribution",
    "donation": "contribution",
    "detention": "arrest",
    "lab": "laboratory",
}

"""Cleaning: what changes, what stays, and that every character knows where it came from."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import clean
from pipeline.extract.plain import from_text
from pipeline.model import Block, Dropped, Extraction, SourceMeta, Span


def extraction(*texts: str, dropped: tuple[Dropped, ...] = ()) -> Extraction:
    """One block per text, a blank line between them."""
    blocks, start = [], 0
    for text in texts:
        blocks.append(Block(Span(start, start + len(text))))
        start += len(text) + 2
    return Extraction("\n\n".join(texts), tuple(blocks), SourceMeta("text/plain"), dropped)


def cleaned(*texts: str) -> str:
    source = extraction(*texts)
    return clean.version(source, source.blocks)[0].text


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("in accordance with\nnational law", "in accordance with national law"),
        ("the notifi-\ncation of", "the notification of"),
        ("незакон-\n   ного оборота", "незаконного оборота"),
        ("the Bosnia-\nHerzegovina delegation", "the Bosnia-Herzegovina delegation"),
        ("noti\xadfi\xadcation", "notification"),
        ("the noti\xad\nfication", "the notification"),
        ("36\xa0кг и 1\u202f200\u2009га", "36 кг и 1 200 га"),
        ("Prosecutor  General 's Office", "Prosecutor General 's Office"),
        ("zero\u200bwidth\ufeff and \u202eturned\u202c", "zerowidth and turned"),
        ("мини\u0301стр", "мини́стр"),
        ("Соглашени\u0438\u0306", "Соглашений"),
        ("the ﬁnal eﬀect of traﬃc", "the final effect of traffic"),
        ("bell\x07 and nul\x00", "bell and nul"),
        ("half \ud83d a pair", "half \ufffd a pair"),
    ],
)
def test_one_block(raw: str, expected: str) -> None:
    assert cleaned(raw) == expected


def test_a_compound_keeps_its_hyphen_where_the_text_writes_it_so() -> None:
    both = cleaned("north-western borders", "the north-\nwestern region")
    assert both == "north-western borders\nthe north-western region"
    assert cleaned("the north-\nwestern region") == "the northwestern region"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Cтатья 5", "Статья 5"),  # the first letter is Latin
        ("CТОРОНА", "СТОРОНА"),
        ("пpoкypop", "прокурор"),
        ("Cоmmіttee", "Committee"),  # two letters are Cyrillic
        ("письмо c просьбой", "письмо с просьбой"),
        ("VPN-сервис и SWIFTом", "VPN-сервис и SWIFTом"),
        ("Украïна и счëт", "Україна и счёт"),
        ("naïve Citroën", "naïve Citroën"),
        ("NАТО и КАЗAХСТАН", "NATO и КАЗАХСТАН"),
        ("vitamin C and OK", "vitamin C and OK"),
    ],
)
def test_look_alikes(raw: str, expected: str) -> None:
    assert cleaned(raw) == expected


def test_blocks_are_lines_and_keep_what_they_carry() -> None:
    source = extraction("  First  paragraph.", "\u200b", "Second\nparagraph.")
    text, blocks = clean.version(source, source.blocks)
    assert text.text == "First paragraph.\nSecond paragraph."
    assert [b.span.of(text.text) for b in blocks] == ["First paragraph.", "Second paragraph."]


def test_only_the_given_blocks_are_kept_and_dropped_parts_are_left_out() -> None:
    source = extraction("one ## two", "drei", "four", dropped=(Dropped(Span(4, 7), "## ", "markup"),))
    text, blocks = clean.version(source, (source.blocks[0], source.blocks[2]))
    assert text.text == "one two\nfour"
    start = text.text.index("four")
    assert source.text[slice(*text.offsets.source(start, start + 4))] == "four"
    assert len(blocks) == 2


def test_nothing_gives_nothing() -> None:
    text, blocks = clean.version(extraction(""), ())
    assert (text.text, blocks) == ("", ())


@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=5))
def test_any_text(texts: list[str]) -> None:
    source = extraction(*texts)
    text, blocks = clean.version(source, source.blocks)
    assert [b.span.of(text.text) for b in blocks] == (text.text.split("\n") if blocks else [])
    assert text.text.encode("utf-8").decode("utf-8") == text.text
    last = 0
    for i in range(len(text.text)):
        start, end = text.offsets.source(i, i + 1)
        assert last <= start <= end <= len(source.text)
        last = start


@given(st.text(alphabet="aсc е\u0301\u0306и- \xa0\xad\u2028\n.Aж1", max_size=80))
def test_letters_that_stay_lead_back_to_themselves(raw: str) -> None:
    source = extraction(raw)
    text, _ = clean.version(source, source.blocks)
    for i, char in enumerate(text.text):
        start, end = text.offsets.source(i, i + 1)
        original = source.text[start:end]
        if char.isalpha():
            folded = {char, clean._TO_LATIN.get(char), clean._TO_CYRILLIC.get(char)}
            assert unicodedata.normalize("NFC", original)[0] in folded


def test_a_long_text_of_short_lines() -> None:
    raw = "Стороны обменива-\nются информацией.\n\n" * 5_000
    source = from_text(raw)
    text, blocks = clean.version(source, source.blocks)
    assert len(blocks) == 5_000
    assert set(text.text.split("\n")) == {"Стороны обмениваются информацией."}
    last = blocks[-1].span
    start, end = text.offsets.source(last.start, last.end)
    assert raw[start:end] == "Стороны обменива-\nются информацией."

"""OpenDocument text: numbers that only the styles hold, tracked changes, tables, boxes, hidden text."""

from __future__ import annotations

import hashlib
import io
import zipfile

import pytest

from pipeline.extract import base
from pipeline.model import Extraction, Role, Source

NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
)
STYLES = """
<text:list-style style:name="L1">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-prefix="Статья " style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/>
<text:list-level-style-number text:level="3" style:num-format="a" style:num-suffix=")" text:start-value="2"/>
</text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style>
<text:list-style style:name="L3"><text:list-level-style-number text:level="1" style:num-format="I"/></text:list-style>
"""
OUTLINE = """<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"
style:num-prefix="Article "/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>"""


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def item(*inner: str, start: str = "") -> str:
    return f"<text:list-item{start}>{''.join(inner)}</text:list-item>"


def listed(style: str, *items: str, more: str = "") -> str:
    name = f' text:style-name="{style}"' if style else ""
    return f"<text:list{name}{more}>{''.join(items)}</text:list>"


def read(body: str, styles: str = STYLES) -> Extraction:
    head = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        packed.writestr("content.xml", f"<office:document-content {NAMES}>{head}{text}</office:document-content>")
        outline = f"<office:styles>{OUTLINE}</office:styles>"
        packed.writestr("styles.xml", f"<office:document-styles {NAMES}>{outline}</office:document-styles>")
    made = data.getvalue()
    return base.extract(Source("made.odt", made, hashlib.sha256(made).hexdigest()))


def texts(body: str) -> list[str]:
    found = read(body)
    return [b.span.of(found.text) for b in found.blocks]


def test_numbers_of_lists() -> None:
    inner = listed("", item(p("first")), item(p("second"), listed("", item(p("deep")), item(p("deeper")))))
    body = listed("L1", item(p("Предмет"), inner), item(p("Сроки"))) + p("between")
    again = listed(
        "L1", item(p("Споры")), item(p("Конец"), start=' text:start-value="9"'), more=' text:continue-numbering="true"'
    )
    assert texts(body + again) == [
        "Статья 1. Предмет", "1.1. first", "1.2. second", "b) deep", "c) deeper", "Статья 2. Сроки", "between",
        "Статья 3. Споры", "Статья 9. Конец",
    ]  # fmt: skip


def test_a_new_list_begins_again_and_bullets_stay() -> None:
    body = listed("L3", item(p("a")), item(p("b"))) + listed("L3", item(p("c"))) + listed("L2", item(p("d")))
    assert texts(body) == ["I a", "II b", "I c", "– d"]


def test_a_second_paragraph_of_an_item_has_no_number() -> None:
    assert texts(listed("L1", item(p("one"), p("more")), item(p("two")))) == ["Статья 1. one", "more", "Статья 2. two"]


def test_numbered_headings() -> None:
    heading = '<text:h text:outline-level="{}">{}</text:h>'
    found = read(heading.format(1, "Scope") + heading.format(2, "Detail") + heading.format(1, "Costs"))
    assert [b.span.of(found.text) for b in found.blocks] == ["Article 1 Scope", "Detail", "Article 2 Costs"]
    assert {b.role for b in found.blocks} == {Role.HEADING}


def test_tracked_changes_as_they_would_be_printed() -> None:
    gone = "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
    body = f"{gone}</text:changed-region></text:tracked-changes>" + p(
        'The <text:change text:change-id="c1"/>Parties <text:change-start/>shall<text:change-end/> meet'
    )
    assert texts(body) == ["The Parties shall meet"]


def test_tables_with_heads_and_spans() -> None:
    def cells(*words: str) -> str:
        inner = "".join(f"<table:table-cell>{p(word)}</table:table-cell>" for word in words)
        return f"<table:table-row>{inner}<table:covered-table-cell/></table:table-row>"

    head = f"<table:table-header-rows>{cells('Drug', 'kg')}</table:table-header-rows>"
    assert texts(f"<table:table>{head}{cells('opium', '36')}</table:table>") == ["Drug | kg", "opium | 36"]


def test_boxes_and_hidden_text() -> None:
    box = f"<draw:frame><draw:text-box>{p('Box')}</draw:text-box></draw:frame>"
    hidden = '<text:hidden-text text:condition="x">secret</text:hidden-text>'
    found = read(
        p(f"Before{box} after{hidden}") + f'<text:section text:display="none">{p("draft")}</text:section>' + p("End")
    )
    assert [b.span.of(found.text) for b in found.blocks] == ["Before after", "Box", "End"]
    assert [(d.text, d.reason) for d in found.dropped] == [("secret", "hidden"), ("draft", "hidden")]


@pytest.mark.parametrize("levels", [3, 60])
def test_lists_of_any_depth(levels: int) -> None:
    body = p("x")
    for _ in range(levels):
        body = listed("L1", item(body))
    assert texts(body)[0].endswith("x")


def test_an_absurd_number_costs_nothing() -> None:
    styles = STYLES.replace('style:num-format="I"', 'style:num-format="I" text:start-value="999999999"')
    found = read(listed("L3", item(p("a"))), styles)
    assert found.text == "999999999 a"

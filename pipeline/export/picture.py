"""The treaty graph drawn: citing instruments at the left, cited ones to their right, in columns, as SVG.

A column is the longest way from an instrument that nobody cites; inside a column instruments stand near those that they
are tied to, which keeps lines short. The same survey gives the same picture.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from pipeline.export.graph import chosen
from pipeline.export.text import line
from pipeline.instruments.survey import AMENDS, SUPERSEDES, Citation, Instrument, Survey

WIDTH, GAP_X, GAP_Y, MARGIN, HEAD = 290, 150, 16, 28, 92
LINE, LINES = 15, 3
NARROW, WIDE = frozenset(" .,:;'’‘il|!()[]-fjtr/"), frozenset("mwмшщжюфы…—")
SWEEPS = 6
COLOURS = {AMENDS: "#b3541e", SUPERSEDES: "#8e1b3a"}
PLAIN = "#5b7083"
STYLE = (
    "text{font-family:'DejaVu Sans','Liberation Sans',Arial,sans-serif;fill:#16222e}"
    ".t{font-size:12px}.m{font-size:10.5px;fill:#52616f}.h{font-size:18px;font-weight:bold}"
    ".held{fill:#eaf2f8;stroke:#2c5d86;stroke-width:1.3}"
    ".miss{fill:#fff;stroke:#9a6a00;stroke-width:1.3;stroke-dasharray:5 3}"
)


@dataclass(frozen=True, slots=True)
class _Box:
    x: float
    y: float
    height: float
    label: tuple[str, ...]
    told: str
    one: Instrument


def as_svg(survey: Survey) -> str:
    """A picture of all instruments that cite or are cited; those that stand alone are counted in the head line."""
    nodes, edges = chosen(survey)
    tied = {c.source for c in edges} | {c.target for c in edges}
    drawn = {one.id: one for one in nodes if one.id in tied}
    links = [c for c in edges if c.source in drawn and c.target in drawn]
    boxes = _boxes(_columns(drawn, links), drawn, links)
    width = max((box.x + WIDTH for box in boxes.values()), default=560) + MARGIN
    height = max((box.y + box.height for box in boxes.values()), default=HEAD) + MARGIN
    held = sum(one.held for one in nodes)
    told = f"{held} held, {len(nodes) - held} cited and not held, {sum(len(c.places) for c in links)} citations"
    alone = f"; {len(nodes) - len(drawn)} tied to none (not drawn)" if len(nodes) > len(drawn) else ""
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
            f'viewBox="0 0 {width:g} {height:g}" role="img" aria-labelledby="title desc">',
            '<title id="title">Who cites whom</title>',
            f'<desc id="desc">{told}</desc>',
            f"<style>{STYLE}</style>",
            *_arrows(),
            f'<rect width="{width:g}" height="{height:g}" fill="#fff"/>',
            f'<text class="h" x="{MARGIN}" y="36">Who cites whom</text>',
            f'<text class="m" x="{MARGIN}" y="55">{told}{alone}</text>',
            *_legend(),
            *(_path(boxes[c.source], boxes[c.target], c) for c in links),
            *(piece for box in boxes.values() for piece in _drawn(box)),
            "</svg>\n",
        ]
    )


def _columns(drawn: Mapping[str, Instrument], links: Sequence[Citation]) -> dict[str, int]:
    """Instrument id → column: behind all that cite it; a circle is cut where it closes."""
    targets: dict[str, list[str]] = defaultdict(list)
    for link in links:
        targets[link.source].append(link.target)
    order: list[str] = []
    state: dict[str, int] = {}
    back: set[tuple[str, str]] = set()
    for start in drawn:
        stack = [(start, iter(targets[start]))] if start not in state else []
        state.setdefault(start, 1)
        while stack:
            one, rest = stack[-1]
            following = next(rest, None)
            if following is None:
                state[one] = 2
                order.append(one)
                stack.pop()
            elif state.get(following) == 1:
                back.add((one, following))
            elif following not in state:
                state[following] = 1
                stack.append((following, iter(targets[following])))
    column = dict.fromkeys(drawn, 0)
    for one in reversed(order):
        for target in targets[one]:
            if (one, target) not in back:
                column[target] = max(column[target], column[one] + 1)
    return column


def _boxes(column: Mapping[str, int], drawn: Mapping[str, Instrument], links: Sequence[Citation]) -> dict[str, _Box]:
    rows = _ordered(column, links)
    out: dict[str, _Box] = {}
    heights = {one: _height(drawn[one]) for one in drawn}
    tallest = max((sum(heights[i] + GAP_Y for i in row) for row in rows), default=0)
    for number, row in enumerate(rows):
        y = HEAD + (tallest - sum(heights[i] + GAP_Y for i in row)) / 2
        for one in row:
            x = MARGIN + number * (WIDTH + GAP_X)
            out[one] = _Box(x, y, heights[one], _label(drawn[one]), _told(drawn[one]), drawn[one])
            y += heights[one] + GAP_Y
    return out


def _ordered(column: Mapping[str, int], links: Sequence[Citation]) -> list[list[str]]:
    """The ids of each column, moved towards the middle of their neighbours a few times."""
    rows: list[list[str]] = [[] for _ in range(max(column.values(), default=-1) + 1)]
    for one, number in column.items():
        rows[number].append(one)
    beside: dict[str, list[str]] = defaultdict(list)
    for link in links:
        beside[link.source].append(link.target)
        beside[link.target].append(link.source)
    for sweep in range(SWEEPS):
        place = {one: (i + 0.5) / len(row) for row in rows for i, one in enumerate(row)}
        for row in rows if sweep % 2 else rows[::-1]:
            middle = {o: sum(place[n] for n in beside[o]) / len(beside[o]) if beside[o] else place[o] for o in row}
            row.sort(key=lambda one: (middle[one], one))
            place.update({one: (i + 0.5) / len(row) for i, one in enumerate(row)})
    return rows


def _label(one: Instrument) -> tuple[str, ...]:
    """The title on at most LINES lines that fit the box."""
    lines: list[str] = []
    for word in line(one.title).split(" "):
        if lines and _wide(f"{lines[-1]} {word}") <= WIDTH - 20:
            lines[-1] += f" {word}"
        elif len(lines) == LINES:
            lines[-1] = f"{lines[-1].rstrip('…')} …"
            break
        else:
            lines.append(_cut(word))
    return tuple(lines) or (one.id,)


def _wide(text: str) -> float:
    """About how wide a text of 12 px is: capitals and Cyrillic letters are wider, marks and narrow letters not so."""
    return sum(4.3 if c in NARROW else 9.4 if c.isupper() or c in WIDE else 7.5 if c < "\u0250" else 8.0 for c in text)


def _cut(word: str) -> str:
    """A word that alone is too wide loses its end."""
    while _wide(word) > WIDTH - 20:
        word = word[:-2] + "…"
    return word


def _told(one: Instrument) -> str:
    day = one.signed_on.isoformat() if one.signed_on else "n.d."
    return " · ".join((day, ", ".join(one.languages) if one.held else "not held"))


def _height(one: Instrument) -> float:
    return LINE * len(_label(one)) + 30


def _drawn(box: _Box) -> Iterator[str]:
    state = "held" if box.one.held else "miss"
    yield f"<g><title>{escape(line(box.one.title))} ({escape(line(box.one.id))})</title>"
    yield f'<rect class="{state}" x="{box.x:g}" y="{box.y:g}" width="{WIDTH}" height="{box.height:g}" rx="5"/>'
    for number, words in enumerate(box.label):
        yield f'<text class="t" x="{box.x + 10:g}" y="{box.y + 18 + LINE * number:g}">{escape(words)}</text>'
    yield f'<text class="m" x="{box.x + 10:g}" y="{box.y + box.height - 9:g}">{escape(box.told)}</text></g>'


def _path(source: _Box, target: _Box, link: Citation) -> str:
    """A line from the right edge of the citing box to the left edge of the cited one, thicker for more places."""
    start = source.x + WIDTH, source.y + source.height / 2
    end = target.x - 2, target.y + target.height / 2
    bend = max(GAP_X * 0.55, abs(end[0] - start[0]) * 0.45)
    colour = COLOURS.get(link.relation, PLAIN)
    thick = min(1.0 + 0.4 * (len(link.places) - 1), 4.0)
    title = f"{source.one.title} {link.relation} {target.one.title}: {len(link.places)}"
    return (
        f'<path d="M{start[0]:g},{start[1]:g} C{start[0] + bend:g},{start[1]:g} {end[0] - bend:g},{end[1]:g} '
        f'{end[0]:g},{end[1]:g}" fill="none" stroke="{colour}" stroke-opacity="0.6" stroke-width="{thick:g}" '
        f'marker-end="url(#{link.relation})"><title>{escape(line(title))}</title></path>'
    )


def _arrows() -> Iterator[str]:
    yield "<defs>"
    for relation in ("cites", AMENDS, SUPERSEDES):
        colour = COLOURS.get(relation, PLAIN)
        yield (
            f'<marker id="{relation}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" '
            f'markerUnits="userSpaceOnUse" orient="auto"><path d="M0,0 L8,4 L0,8 z" fill="{colour}"/></marker>'
        )
    yield "</defs>"


def _legend() -> Iterator[str]:
    x, y = MARGIN, 74
    for label, mark in (("held", "held"), ("cited, not held", "miss")):
        yield f'<rect class="{mark}" x="{x}" y="{y - 9}" width="20" height="11" rx="2"/>'
        yield f'<text class="m" x="{x + 26}" y="{y}">{label}</text>'
        x += 50 + 7 * len(label)
    for relation in ("cites", AMENDS, SUPERSEDES):
        colour = COLOURS.get(relation, PLAIN)
        yield f'<path d="M{x},{y - 4} h26" stroke="{colour}" stroke-width="2" marker-end="url(#{relation})"/>'
        yield f'<text class="m" x="{x + 32}" y="{y}">{relation}</text>'
        x += 56 + 7 * len(relation)

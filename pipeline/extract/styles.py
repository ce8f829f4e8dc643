"""Which elements of a web page are not shown: by their attributes, their own style or a rule in the page's head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

_MOST_RULES = 200
_MOST_CSS = 200_000  # characters
_NOTES = re.compile(r"/\*.{0,10000}?\*/|<!--|-->", re.DOTALL)
_HIDDEN = re.compile(
    r"(?:^|[;{\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em|rem|%)?\s*(?=[;!}]|$))",
    re.IGNORECASE,
)
_SHOWN = re.compile(r"(?:^|[;{\s])(?:display\s*:\s*(?!none)\w|visibility\s*:\s*visible)", re.IGNORECASE)
_SIMPLE = re.compile(r"(?P<tag>[a-z][a-z0-9]{0,20})?(?P<names>(?:[.#][\w-]{1,60}){0,4})", re.IGNORECASE)
_NEVER = frozenset({"html", "body", "main", "article"})  # a page hides these only until its scripts have run
_ARIA_MOST = 300  # characters: what is hidden from screen readers only is an ornament, or the page behind a dialogue


@dataclass(frozen=True, slots=True)
class Rule:
    """A selector without parents, as "span.note#a", and whether what it selects is hidden."""

    tag: str
    key: str | None
    classes: frozenset[str]
    hides: bool

    def applies(self, tag: str, key: str | None, classes: frozenset[str]) -> bool:
        return (
            (not self.tag or self.tag == tag)
            and (self.key is None or self.key == key)
            and self.classes.issubset(classes)
        )


def rules(tree: Any) -> tuple[Rule, ...]:
    """The rules of the page's style elements that hide or show something, the weightiest last.

    Rules for print or small screens count for nothing; neither do those that depend on what stands around.
    """
    css = " ".join(
        item.text or "" for item in tree.iter("style") if not any(x.tag == "noscript" for x in item.iterancestors())
    )
    found: list[Rule] = []
    for selectors, body in _top_level(_NOTES.sub(" ", css[:_MOST_CSS])):
        hides = bool(_HIDDEN.search(body))
        if (hides or _SHOWN.search(body)) and len(found) < _MOST_RULES:
            found += _selected(selectors, hides=hides)
    if not any(rule.hides for rule in found):
        return ()
    return tuple(sorted(found, key=lambda rule: (rule.key is not None, len(rule.classes), bool(rule.tag))))


def _top_level(css: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of each rule that stands in no block such as "@media"."""
    start, depth, head = 0, 0, ""
    for brace in re.finditer(r"[{}]", css):
        if brace[0] == "{":
            if depth == 0:
                head, start = css[start : brace.start()].rpartition(";")[2].strip(), brace.end()
            depth += 1
        else:
            depth = max(depth - 1, 0)
            if depth == 0:
                if head and not head.startswith("@"):
                    yield head, css[start : brace.start()]
                start, head = brace.end(), ""


def _selected(selectors: str, *, hides: bool) -> Iterator[Rule]:
    for selector in selectors.split(",")[:50]:
        found = _SIMPLE.fullmatch(selector.strip())
        if found is None or not found[0]:
            continue
        names = re.findall(r"([.#])([\w-]+)", found["names"])
        keys = [name for kind, name in names if kind == "#"]
        classes = frozenset(name for kind, name in names if kind == ".")
        yield Rule((found["tag"] or "").lower(), keys[0] if keys else None, classes, hides)


def hidden(item: Any, tag: str, known: Sequence[Rule]) -> bool:
    """Whether an element is not shown to readers."""
    given = item.attrib
    if tag in _NEVER or not (given or known):
        return False
    if "hidden" in given or ("style" in given and _HIDDEN.search(given["style"])):
        return True
    if given.get("aria-hidden", "").lower() == "true":
        return len(item.text_content()) <= _ARIA_MOST
    decided = False
    if known and not ("style" in given and _SHOWN.search(given["style"])):
        classes = frozenset(given.get("class", "").split())
        for rule in known:
            if rule.applies(tag, given.get("id"), classes):
                decided = rule.hides
    return decided

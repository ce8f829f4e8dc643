"""Pages that are no documents: errors of a server, redirections, frames, and those that only scripts fill."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pipeline.errors import UnreadableError
from pipeline.extract.sources import shown
from pipeline.model import Source

_ERROR_PAGE = re.compile(
    r"\b(?:404|403|410|500|502|503)\b.{0,60}?\b(?:not found|error|forbidden|unavailable|ошибка|не найден\w*)"
    r"|page (?:not found|cannot be found|you requested)|страница не найдена|запрашиваемая страница|access denied"
    r"|доступ (?:запрещ|ограничен)",
    re.IGNORECASE | re.DOTALL,
)
_SMALL = 700  # characters: such a page has no more
_NOTHING = 200  # characters that a page of scripts shows: "Loading…", the name of the site
_REFRESH = re.compile(
    r"^\s{0,9}\d{0,6}(?:\.\d{0,3})?\s{0,9}[;,]\s{0,9}(?:url\s{0,9}=)?\s{0,9}['\"]?(?P<to>[^'\"\s]{1,500})",
    re.IGNORECASE,
)
_MOVING = re.compile(r"redirect|moved (?:permanently|to)|перенаправ|переадрес|not redirected", re.IGNORECASE)
_GOES = re.compile(r"(?:location(?:\.href)?\s{0,3}=(?!=)|location\.(?:replace|assign)\s{0,3}\()", re.IGNORECASE)


def refuse(source: Source, tree: Any, titles: str, lines: Sequence[tuple[str, str | None]]) -> None:
    """Raise UnreadableError for a page that is no document; `lines` are its lines with why each goes, None if it stays.

    Reasons: "error-page" (a server's "not found" under the name of a document), "redirect", "frames", "empty".
    """
    text = " ".join([titles, *(line for line, _ in lines)])
    kept = sum(len(line) for line, why in lines if why is None)
    if len(text) < _SMALL and _ERROR_PAGE.search(text):
        raise UnreadableError(
            f"{source.path}: a web server's error page, not a document", reason="error-page", hint="fetch it again"
        )
    if tree.find(".//frameset") is not None and kept < _SMALL:
        names = ", ".join(filter(None, (str(frame.get("src") or "")[:100] for frame in tree.iter("frame"))))
        listed = f" ({shown(names[:300])})" if names else ""
        raise UnreadableError(
            f"{source.path}: a page of frames, its text stands in other files{listed}",
            reason="frames",
            hint="fetch the pages it names",
        )
    if kept < _SMALL and (target := _target(tree, text, kept)) is not None:
        raise UnreadableError(
            f"{source.path}: a page that only leads to another one{f' ({target})' if target else ''}",
            reason="redirect",
            hint="fetch that page",
        )
    if kept < _NOTHING and _made_by_scripts(tree, kept):
        raise UnreadableError(
            f"{source.path}: the page is made by scripts, its text is not in the file",
            reason="empty",
            hint="open it in a browser and save or print what it shows",
        )


def _target(tree: Any, text: str, kept: int) -> str | None:
    """Where a page sends its reader, "" if it does not say; None if it does not, or has a text of its own."""
    for item in tree.iter("meta"):
        if (item.get("http-equiv") or "").strip().lower() == "refresh":
            found = _REFRESH.match(item.get("content") or "")
            if found and (kept < _NOTHING or _MOVING.search(text)):
                return shown(found["to"][:200])
    scripted = any(_GOES.search((item.text or "")[:2000]) for item in tree.iter("script"))
    return "" if scripted and kept < _NOTHING and (kept == 0 or _MOVING.search(text)) else None


def _made_by_scripts(tree: Any, kept: int) -> bool:
    """Whether nothing but scripts can fill a page: one is there, and no text, or an empty box that waits for it."""
    if tree.find(".//script") is None:
        return False
    asked = any(re.search(r"java\s?script", item.text_content(), re.IGNORECASE) for item in tree.iter("noscript"))
    waiting = any(
        (box.get("id") or "").lower().strip("_-") in _BOXES and len(box.text_content().strip()) < _NOTHING
        for box in tree.iter("div", "main")
    )
    return kept == 0 or asked or waiting


_BOXES = frozenset({"root", "app", "main-app", "app-root", "next", "nuxt", "react-root", "application"})

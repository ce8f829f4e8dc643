"""A sign of life from a reader whose work is slow by nature: recognition of a page earns the document more time."""

from __future__ import annotations

from collections.abc import Callable

_beat: Callable[[], None] | None = None


def listen(beat: Callable[[], None] | None) -> None:
    """Have `beat` called at every sign of life in this process."""
    global _beat  # noqa: PLW0603 - one document per process
    _beat = beat


def beat() -> None:
    """One page is done."""
    if _beat is not None:
        _beat()

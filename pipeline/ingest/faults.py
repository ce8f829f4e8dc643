"""Named crash points, so that tests can prove that a run survives being killed anywhere."""

from __future__ import annotations

import os
import signal

_VARIABLE = "DRAGOMAN_CRASH_AT"
_passed = 0


def point(name: str) -> None:
    """Die by SIGKILL if DRAGOMAN_CRASH_AT is this point's name or its number in the order of passing."""
    wanted = os.environ.get(_VARIABLE)
    if wanted is None:
        return
    global _passed  # noqa: PLW0603 - the count is a property of the process
    _passed += 1
    if wanted in {name, str(_passed)}:
        os.kill(os.getpid(), signal.SIGKILL)

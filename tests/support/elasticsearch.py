"""A real Elasticsearch for the tests of this session, started once by scripts/elasticsearch."""

from __future__ import annotations

import atexit
import os
import subprocess
import tempfile
import uuid
from functools import cache
from pathlib import Path

import pytest

from pipeline.engines.cluster import Cluster
from pipeline.settings import Settings

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "elasticsearch"
PREREQUISITE_MISSING = 3


@pytest.fixture(scope="session")
def elasticsearch_url() -> str:
    """The URL of a server: TEST_ELASTICSEARCH_URL, or one started here and stopped with the session."""
    return os.environ.get("TEST_ELASTICSEARCH_URL") or _started()


@cache
def _started() -> str:
    """Skips, with the one line that the script says, where a prerequisite is missing."""
    state = tempfile.mkdtemp(prefix="dragoman-es-state.")
    environ = {**os.environ, "ELASTICSEARCH_SCRIPT_STATE": state}
    started = subprocess.run([SCRIPT, "start"], env=environ, capture_output=True, text=True, timeout=900)
    if started.returncode == PREREQUISITE_MISSING:
        pytest.skip(started.stderr.strip().splitlines()[-1])
    assert started.returncode == 0, started.stderr
    atexit.register(_stop, environ, state)
    return started.stdout.strip().splitlines()[-1]


def _stop(environ: dict[str, str], state: str) -> None:
    subprocess.run([SCRIPT, "stop"], env=environ, timeout=120)
    Path(state).rmdir()


def settings_for(url: str) -> Settings:
    """Settings for this server with a prefix nobody else uses."""
    return Settings(engine="elasticsearch", elasticsearch_url=url, elasticsearch_prefix=f"test-{uuid.uuid4().hex[:12]}")


def remove(settings: Settings) -> None:
    """Delete every index of these settings."""
    cluster = Cluster(settings)
    names = cluster.call("indices.get", index=f"{settings.elasticsearch_prefix}-*", allow_no_indices=True)
    for name in names:
        cluster.call("indices.delete", index=name)
    cluster.close()

"""A real Elasticsearch for the tests of this session, started once by scripts/elasticsearch."""

from __future__ import annotations

import os
import subprocess
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.settings import Settings

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "elasticsearch"
PREREQUISITE_MISSING = 3


@pytest.fixture(scope="session")
def elasticsearch_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a server: DRAGOMAN_TEST_ELASTICSEARCH_URL, or one started here and stopped with the session."""
    given = os.environ.get("DRAGOMAN_TEST_ELASTICSEARCH_URL")
    if given:
        yield given
        return
    state = tmp_path_factory.mktemp("elasticsearch")
    environ = {**os.environ, "DRAGOMAN_ELASTICSEARCH_STATE": str(state)}
    started = subprocess.run([SCRIPT, "start"], env=environ, capture_output=True, text=True, timeout=900)
    if started.returncode == PREREQUISITE_MISSING:
        pytest.skip(started.stderr.strip().splitlines()[-1])
    assert started.returncode == 0, started.stderr
    try:
        yield started.stdout.strip().splitlines()[-1]
    finally:
        subprocess.run([SCRIPT, "stop"], env=environ, check=True, timeout=120)


def settings_for(url: str) -> Settings:
    """Settings for this server with a prefix nobody else uses."""
    return Settings(engine="elasticsearch", elasticsearch_url=url, elasticsearch_prefix=f"test-{uuid.uuid4().hex[:12]}")


def remove(settings: Settings) -> None:
    """Delete every index of these settings."""
    from pipeline.engines.cluster import Cluster

    cluster = Cluster(settings)
    names = cluster.call("indices.get", index=f"{settings.elasticsearch_prefix}-*", allow_no_indices=True)
    for name in names:
        cluster.call("indices.delete", index=name)
    cluster.close()

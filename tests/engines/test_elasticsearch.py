"""The Elasticsearch engine on a real server: the contract, parity with the embedded engine, and faults by name."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from pipeline.engines import open_engine
from pipeline.engines.analysis import analyzers
from pipeline.engines.base import INDEXES, Engine
from pipeline.engines.cluster import Cluster
from pipeline.engines.elastic import ElasticsearchEngine
from pipeline.engines.entries import entries
from pipeline.errors import ConfigurationError, EngineError, EngineUnreachableError
from pipeline.search.find import find
from pipeline.settings import Settings
from tests.engines.contract import FOUND, EngineContract, Opener, rows
from tests.support.corpus import corpus
from tests.support.elasticsearch import elasticsearch_url, remove, settings_for

__all__ = ["elasticsearch_url"]

pytestmark = pytest.mark.elasticsearch


class TestElasticsearch(EngineContract):
    @pytest.fixture(scope="class")
    @classmethod
    def opener(cls, elasticsearch_url: str) -> Iterator[Opener]:
        opened: list[tuple[Engine, Settings]] = []

        def open_() -> Engine:
            settings = settings_for(elasticsearch_url)
            opened.append((open_engine(settings), settings))
            return opened[-1][0]

        yield open_
        for engine, settings in opened:
            engine.close()
            remove(settings)


@pytest.fixture
def settings(elasticsearch_url: str) -> Iterator[Settings]:
    made = settings_for(elasticsearch_url)
    yield made
    remove(made)


STEMMED = """
international internationally internationalization internal interned interval organization organizations
organized organizing organism organic organs universal universities university emergency emergencies emergent
emerging narcologist psychologists biology evening lateral pasted agreements notification obligations
skies dying news generously communities arsenal соглашениями уведомление обязательство прекурсоров ведомствах
"""
FACETS = ("type", "language", "country", "organisation", "substance", "year", "kind", "article")


def test_both_engines_give_the_same_results(settings: Settings, tmp_path: Path) -> None:
    engines = (open_engine(settings), open_engine(Settings(data_dir=tmp_path)))
    for engine in engines:
        assert all(verdict.ok for verdict in engine.rebuild(rows()))
    for query in ("", *(query for query, _ in FOUND)):
        for sort in ("relevance", "date"):
            for limit, offset in ((50, 0), (2, 1)):
                asked = {"facets": FACETS, "sort": sort, "limit": limit, "offset": offset}
                server, embedded = (find(engine, query, **asked) for engine in engines)  # type: ignore[arg-type]
                assert server == embedded, (query, sort)
    for index in INDEXES:
        server, embedded = (find(engine, "Party OR Сторона OR соседей", index=index) for engine in engines)
        assert server == embedded, index
        assert [list(hit.fields) for hit in server.hits] == [list(hit.fields) for hit in embedded.hits]
    for engine in engines:
        engine.close()


def test_both_engines_stem_alike(settings: Settings) -> None:
    """Words of legal and press texts whose stems the two English stemmers once saw differently, and their kin."""
    engine = ElasticsearchEngine(settings)
    engine.prepare()
    words = STEMMED.split()
    told = Cluster(settings).call(
        "indices.analyze", index=f"{settings.elasticsearch_prefix}-passages", analyzer="stemmed", text=" ".join(words)
    )
    stems = [token["token"] for token in told["tokens"]]
    assert dict(zip(words, stems, strict=True)) == {word: analyzers()["stemmed"].tokens(word)[0] for word in words}
    engine.close()


def test_rebuild_leaves_one_generation(settings: Settings) -> None:
    engine = ElasticsearchEngine(settings)
    engine.prepare()
    for _ in range(2):
        list(engine.rebuild(entries(corpus()[0])))
    names = Cluster(settings).call("indices.get", index=f"{settings.elasticsearch_prefix}-*")
    assert sorted(names) == [f"{settings.elasticsearch_prefix}-{index}-000003" for index in sorted(INDEXES)]
    engine.close()


def test_searches_during_a_rebuild_are_never_empty(settings: Settings) -> None:
    engine = ElasticsearchEngine(settings)
    engine.prepare()
    list(engine.write(rows()))
    engine.refresh()
    seen: set[int] = set()
    done = threading.Event()

    def watch() -> None:
        watching = ElasticsearchEngine(settings)
        while not done.is_set():
            seen.add(find(watching, "lorry").total)
        watching.close()

    watcher = threading.Thread(target=watch)
    watcher.start()
    for _ in range(2):
        list(engine.rebuild(rows()))
    done.set()
    watcher.join()
    assert seen == {1}
    engine.close()


def test_an_index_deleted_by_hand_is_told(settings: Settings) -> None:
    engine = ElasticsearchEngine(settings)
    engine.prepare()
    cluster = Cluster(settings)
    for index in INDEXES:
        cluster.call("indices.delete", index=f"{settings.elasticsearch_prefix}-{index}-000001")
    for use in (lambda: find(engine, "heroin"), lambda: list(engine.write(rows()))):
        with pytest.raises(EngineError) as told:
            use()
        assert told.value.reason == "index-missing"
    engine.prepare()
    assert engine.count("documents") == 0
    engine.close()


def test_an_index_of_another_description_is_outdated(settings: Settings) -> None:
    engine = ElasticsearchEngine(settings)
    engine.prepare()
    Cluster(settings).call(
        "indices.put_mapping", index=f"{settings.elasticsearch_prefix}-norms", meta={"fingerprint": "another"}
    )
    with pytest.raises(EngineError) as told:
        engine.prepare()
    assert told.value.reason == "index-outdated"
    engine.close()


def test_a_read_only_block_is_told_and_passes(settings: Settings) -> None:
    engine = ElasticsearchEngine(settings)
    engine.prepare()
    cluster = Cluster(settings)
    everything = f"{settings.elasticsearch_prefix}-*"
    cluster.call("indices.put_settings", index=everything, settings={"index.blocks.read_only_allow_delete": True})
    with pytest.raises(EngineUnreachableError) as told:
        list(engine.write(rows()))
    assert (told.value.reason, told.value.exit_code) == ("engine-read-only", 5)
    cluster.call("indices.put_settings", index=everything, settings={"index.blocks.read_only_allow_delete": None})
    assert all(verdict.ok for verdict in engine.write(rows()))
    engine.close()


# --- faults on the way, by a small server that answers what it is told ------------------------------------------------


class _Canned(HTTPServer):
    """Answers every request with the next of `replies`: (status, body, is it Elasticsearch?)."""

    replies: list[tuple[int, str, bool]]


class _Handler(BaseHTTPRequestHandler):
    server: _Canned

    def _reply(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        replies = self.server.replies
        status, body, genuine = replies.pop(0) if len(replies) > 1 else replies[0]
        self.send_response(status)
        if genuine:
            self.send_header("X-Elastic-Product", "Elasticsearch")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    do_GET = do_POST = do_PUT = do_HEAD = _reply  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on stderr."""


@pytest.fixture
def canned() -> Iterator[_Canned]:
    server = _Canned(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


ANSWER = '{"hits": {"total": {"value": 0}, "hits": []}}'


@pytest.mark.parametrize(
    ("status", "body", "genuine", "reason"),
    [
        (401, '{"error": {"type": "security_exception", "reason": "missing"}}', True, "engine-credentials"),
        (403, '{"error": {"type": "security_exception", "reason": "denied"}}', True, "engine-forbidden"),
        (403, '{"error": {"type": "cluster_block_exception", "reason": "index x blocked"}}', True, "engine-read-only"),
        (503, '{"error": {"type": "no_shard_available", "reason": "red"}}', True, "engine-busy"),
        (400, '{"error": {"type": "media_type_header_exception", "reason": "old"}}', True, "engine-version"),
        (200, "{}", False, "engine-wrong-product"),
    ],
)
def test_faults_have_names(canned: _Canned, status: int, body: str, genuine: bool, reason: str) -> None:
    canned.replies = [(status, body, genuine)]
    engine = ElasticsearchEngine(Settings(elasticsearch_url=f"http://user:secret@127.0.0.1:{canned.server_port}"))
    with pytest.raises(EngineUnreachableError) as told:
        engine.prepare()
    assert told.value.reason == reason
    assert "secret" not in told.value.line()
    engine.close()


def test_a_busy_server_is_asked_again(canned: _Canned) -> None:
    canned.replies = [(429, '{"error": "busy"}', True), (503, '{"error": "busy"}', True), (200, ANSWER, True)]
    engine = ElasticsearchEngine(Settings(elasticsearch_url=f"http://127.0.0.1:{canned.server_port}"))
    assert find(engine, "heroin").total == 0
    engine.close()


def test_refused_items_are_sent_again(canned: _Canned) -> None:
    busy = '{"index": {"_id": "b", "status": 429, "error": {"type": "es_rejected_execution_exception"}}}'
    stored = '{"index": {"_id": "a", "status": 201}}'
    canned.replies = [
        (200, f'{{"errors": true, "items": [{stored}, {busy}]}}', True),
        (200, f'{{"errors": false, "items": [{stored}]}}', True),
    ]
    engine = ElasticsearchEngine(Settings(elasticsearch_url=f"http://127.0.0.1:{canned.server_port}"))
    verdicts = list(engine.write(rows()[:2]))
    assert [verdict.ok for verdict in verdicts] == [True, True]
    engine.close()


def test_nobody_there_is_told_soon() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        engine = ElasticsearchEngine(Settings(elasticsearch_url=f"http://127.0.0.1:{taken.getsockname()[1]}"))
        started = time.monotonic()
        with pytest.raises(EngineUnreachableError) as told:
            engine.prepare()
    assert (told.value.reason, told.value.exit_code, told.value.transient) == ("engine-down", 5, True)
    assert time.monotonic() - started < 15
    engine.close()


def test_a_server_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.engines.cluster.ANSWER_SECONDS", 0.3)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        engine = ElasticsearchEngine(Settings(elasticsearch_url=f"http://127.0.0.1:{silent.getsockname()[1]}"))
        with pytest.raises(EngineUnreachableError) as told:
            find(engine, "heroin")
        assert told.value.reason == "engine-timeout"
        engine.close()


def test_a_broken_connection_is_tried_again() -> None:
    """The first connection is cut in the middle of the reply; the second is answered."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        thread = threading.Thread(target=_cut_then_answer, args=(listener,))
        thread.start()
        engine = ElasticsearchEngine(Settings(elasticsearch_url=f"http://127.0.0.1:{listener.getsockname()[1]}"))
        assert find(engine, "heroin").total == 0
        engine.close()
        thread.join()


def _cut_then_answer(listener: socket.socket) -> None:
    head = "HTTP/1.1 200 OK\r\nX-Elastic-Product: Elasticsearch\r\nContent-Type: application/json\r\nContent-Length: "
    for body in (ANSWER[:10], ANSWER):
        taken, _ = listener.accept()
        with taken:
            taken.recv(65536)
            taken.sendall(f"{head}{len(ANSWER)}\r\n\r\n{body}".encode())


def test_tls_where_none_is_spoken(canned: _Canned) -> None:
    canned.replies = [(200, "{}", True)]
    engine = ElasticsearchEngine(Settings(elasticsearch_url=f"https://127.0.0.1:{canned.server_port}"))
    with pytest.raises(EngineUnreachableError) as told:
        engine.prepare()
    assert told.value.reason == "engine-tls"
    engine.close()


@pytest.mark.parametrize(
    "wrong",
    [
        {"elasticsearch_url": "ftp://127.0.0.1"},
        {"elasticsearch_url": "http://127.0.0.1:x"},
        {"elasticsearch_prefix": "Dragoman*"},
        {"elasticsearch_url": "https://127.0.0.1:9200", "elasticsearch_ca_certs": Path("/nonexistent/ca.pem")},
    ],
)
def test_settings_that_cannot_be_are_told(wrong: dict[str, object]) -> None:
    with pytest.raises(ConfigurationError):
        ElasticsearchEngine(Settings(**wrong))  # type: ignore[arg-type]

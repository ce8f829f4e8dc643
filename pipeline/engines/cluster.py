"""Talking to Elasticsearch: one place for timeouts, retries, and what each fault is called."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any
from urllib.parse import urlsplit

import elastic_transport
import elasticsearch

from pipeline.engines.base import Written
from pipeline.errors import ConfigurationError, EngineError, EngineUnreachableError
from pipeline.settings import Settings

ANSWER_SECONDS = 10.0
"""A search, and anything a person waits for."""
BULK_SECONDS = 60.0
_PAUSES = (0.3, 0.7, 1.5)
_ITEM_PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0)
_BUSY = frozenset({429, 502, 503, 504})
_BLOCK = "cluster_block_exception"
_SLOW = frozenset({"bulk", "delete_by_query", "indices.create", "indices.delete", "indices.refresh"})


class Cluster:
    """One server or cluster. Calls raise EngineError and EngineUnreachableError, with a distinct `reason` each."""

    def __init__(self, settings: Settings) -> None:
        self._shown = settings.shown()["elasticsearch_url"][0]
        self._client = _client(settings, self._shown)

    def call(self, name: str, **arguments: Any) -> Any:
        """The answer of one method of the client, such as "indices.create"; busy servers are asked again."""
        seconds = BULK_SECONDS if name in _SLOW else ANSWER_SECONDS
        client = self._client.options(request_timeout=seconds)
        for pause in (*_PAUSES, None):
            try:
                return attrgetter(name)(client)(**arguments).body
            except (elasticsearch.ApiError, elastic_transport.TransportError) as error:
                if pause is None or not _may_pass(error):
                    raise self._told(error) from error
                time.sleep(pause)
        raise AssertionError("unreachable")

    def bulk(
        self, ids: Sequence[str], operations: Sequence[Mapping[str, Any]], *, require_alias: bool
    ) -> Iterator[Written]:
        """Index entries, two operations each; a verdict for every id in order. Items the server was too busy for are
        sent again, with growing pauses.
        """
        verdicts: dict[int, Written] = {}
        left = list(range(len(ids)))
        for pause in (*_ITEM_PAUSES, None):
            sent = [operations[2 * i + part] for i in left for part in (0, 1)]
            told = self.call("bulk", operations=sent, require_alias=require_alias)
            busy = []
            for i, item in zip(left, told["items"], strict=True):
                result = next(iter(item.values()))
                if pause is not None and result["status"] in _BUSY and not _blocked(result):
                    busy.append(i)
                else:
                    verdicts[i] = self._verdict(ids[i], result)
            left = busy
            if not left:
                break
            time.sleep(pause or 0)
        yield from (verdicts[i] for i in range(len(ids)))

    def close(self) -> None:
        self._client.close()

    def _verdict(self, entry_id: str, result: Mapping[str, Any]) -> Written:
        error = result.get("error")
        if not error:
            return Written(entry_id, ok=True)
        kind, reason = str(error.get("type", "")), str(error.get("reason", ""))
        if _blocked(result):
            raise self._read_only(reason)
        if kind in {"index_not_found_exception", "alias_not_found_exception"}:
            raise _missing(reason)
        if result["status"] in _BUSY:
            raise EngineUnreachableError(
                f"Elasticsearch at {self._shown} is too busy: {reason}", reason="engine-busy", hint="run again later"
            )
        caused = error.get("caused_by", {}).get("reason", "")
        return Written(entry_id, ok=False, error=f"{kind}: {reason}{f': {caused}' if caused else ''}")

    # --- faults by name ---

    def _told(self, error: elasticsearch.ApiError | elastic_transport.TransportError) -> EngineError:
        if isinstance(error, elasticsearch.ApiError):
            return self._refused(error)
        if isinstance(error, elastic_transport.TlsError):
            return self._cannot("does not prove who it is", error, "engine-tls", "set elasticsearch_ca_certs")
        if isinstance(error, elastic_transport.ConnectionTimeout):
            return self._cannot("did not answer in time", error, "engine-timeout", "see whether it is overloaded")
        return self._cannot("does not answer", error, "engine-down", "start it, or set DRAGOMAN_ELASTICSEARCH_URL")

    def _cannot(self, what: str, error: Exception, reason: str, hint: str) -> EngineUnreachableError:
        detail = " ".join(str(getattr(error, "message", error)).split())[:160]
        return EngineUnreachableError(f"Elasticsearch at {self._shown} {what}: {detail}", reason=reason, hint=hint)

    def _refused(self, error: elasticsearch.ApiError) -> EngineError:
        detail = _reason(error)
        if isinstance(error, elasticsearch.UnsupportedProductError):
            return EngineUnreachableError(
                f"{self._shown} is no Elasticsearch server", reason="engine-wrong-product", hint="check the address"
            )
        if error.status_code == 401:
            return self._cannot("refuses these credentials", error, "engine-credentials", "check user or API key")
        if _BLOCK in detail:
            return self._read_only(detail)
        if error.status_code == 403:
            return EngineUnreachableError(
                f"Elasticsearch at {self._shown} forbids this: {detail}",
                reason="engine-forbidden",
                hint="the user or API key needs all rights on <prefix>-*",
            )
        if "media_type_header" in detail or "compatible-with" in detail:
            return EngineUnreachableError(
                f"Elasticsearch at {self._shown} is older than version 9", reason="engine-version", hint="upgrade it"
            )
        if error.status_code == 404:
            return _missing(detail)
        if error.status_code in _BUSY:
            return self._cannot("is too busy or incomplete", error, "engine-busy", "look at its health")
        return EngineError(
            f"Elasticsearch at {self._shown} refused: {detail}", reason="engine-refused", hint="see its log"
        )

    def _read_only(self, detail: str) -> EngineUnreachableError:
        return EngineUnreachableError(
            f"Elasticsearch at {self._shown} lets nobody write; is its disk full? {' '.join(detail.split())[:160]}",
            reason="engine-read-only",
            hint="free disk space there; stored work is indexed on the next run",
        )


def _client(settings: Settings, shown: str) -> elasticsearch.Elasticsearch:
    options: dict[str, Any] = {"max_retries": 0, "retry_on_timeout": False, "request_timeout": ANSWER_SECONDS}
    if settings.elasticsearch_api_key:
        options["api_key"] = settings.elasticsearch_api_key
    elif settings.elasticsearch_username:
        options["basic_auth"] = (settings.elasticsearch_username, settings.elasticsearch_password or "")
    try:
        if settings.elasticsearch_ca_certs:
            ssl.create_default_context(cafile=settings.elasticsearch_ca_certs)  # says at once what is wrong with it
            options["ca_certs"] = str(settings.elasticsearch_ca_certs)
        return elasticsearch.Elasticsearch(_address(settings.elasticsearch_url), **options)
    except (ValueError, OSError) as error:
        raise ConfigurationError(
            f"elasticsearch_url {shown}: {error}", hint="write it as https://host:9200; check elasticsearch_ca_certs"
        ) from error


def _address(url: str) -> str:
    """The address with its port, which the client wants to be told."""
    parts = urlsplit(url if "//" in url else f"http://{url}")
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("not an http or https address")
    if parts.port is None:
        port = 443 if parts.scheme == "https" else 80
        parts = parts._replace(netloc=f"{parts.netloc}:{port}")
    return parts.geturl()


def _may_pass(error: elasticsearch.ApiError | elastic_transport.TransportError) -> bool:
    """Whether asking again may help at once: a busy server or a broken connection, not a refusal or a slow answer."""
    if isinstance(error, elasticsearch.ApiError):
        return error.status_code in _BUSY and _BLOCK not in _reason(error)
    slow_or_certain = (elastic_transport.TlsError, elastic_transport.ConnectionTimeout)
    return isinstance(error, elastic_transport.ConnectionError) and not isinstance(error, slow_or_certain)


def _blocked(result: Mapping[str, Any]) -> bool:
    """Whether an item was refused because nobody may write; the status alone (429) would say "busy"."""
    return bool((result.get("error") or {}).get("type") == _BLOCK)


def _reason(error: elasticsearch.ApiError) -> str:
    body = error.body
    told = body.get("error", body) if isinstance(body, dict) else body
    if isinstance(told, dict):
        roots = told.get("root_cause") or [told]
        told = f"{roots[0].get('type', '')}: {roots[0].get('reason', '')}"
    return " ".join(str(told).split())[:300]


def _missing(detail: str) -> EngineError:
    return EngineError(f"the search index is gone: {detail}", reason="index-missing", hint="run: dragoman rebuild")

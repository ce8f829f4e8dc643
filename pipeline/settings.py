"""One frozen Settings: flag > DRAGOMAN_* environment > dragoman.toml > defaults; each value knows its origin."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from pipeline.errors import ConfigurationError

ENGINES = ("embedded", "elasticsearch")
CONFIG_FILE = "dragoman.toml"
_PREFIX = "DRAGOMAN_"
_SECRET = frozenset({"elasticsearch_api_key", "elasticsearch_password"})
_MIB = 1024 * 1024
_MOST_PASSWORDS = 32 * 1024


def _default_data_dir() -> Path:
    """$XDG_DATA_HOME/dragoman, ~/.local/share/dragoman, or ./dragoman-data where there is no home (env -i)."""
    base = os.environ.get("XDG_DATA_HOME")
    if base:
        return Path(base) / "dragoman"
    home = os.environ.get("HOME")
    return Path(home) / ".local" / "share" / "dragoman" if home else Path("dragoman-data")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything a run can be told. Sizes are MiB, times seconds.

    `origin` maps each field to "default", "environment DRAGOMAN_…", "dragoman.toml" (with its path) or "flag".
    """

    data_dir: Path = field(default_factory=_default_data_dir)
    engine: str = "embedded"
    elasticsearch_url: str = "http://127.0.0.1:9200"
    elasticsearch_api_key: str | None = None
    elasticsearch_username: str | None = None
    elasticsearch_password: str | None = None
    elasticsearch_ca_certs: Path | None = None
    elasticsearch_prefix: str = "dragoman"
    jobs: int = 1
    max_file_size: int = 100
    max_pages: int = 5000
    max_characters: int = 5_000_000
    parse_seconds: int = 120
    parse_memory: int = 2048
    password_file: Path | None = None
    origin: Mapping[str, str] = field(default_factory=dict, compare=False)

    def shown(self) -> dict[str, tuple[str, str]]:
        """name → (value as text, origin), with secrets masked."""
        return {
            f.name: (_mask(f.name, getattr(self, f.name)), self.origin.get(f.name, "default"))
            for f in fields(self)
            if f.name != "origin"
        }

    @property
    def max_file_bytes(self) -> int:
        return self.max_file_size * _MIB


NAMES = tuple(f.name for f in fields(Settings) if f.name != "origin")


def _mask(name: str, value: object) -> str:
    if value is None:
        return ""
    if name in _SECRET:
        return "********"
    text = str(value)
    if name == "elasticsearch_url" and "@" in text:
        scheme, _, rest = text.rpartition("//")
        return f"{scheme}//********@{rest.rpartition('@')[2]}"
    return text


def load(flags: Mapping[str, Any], *, environ: Mapping[str, str] | None = None, cwd: Path | None = None) -> Settings:
    """Settings from all four sources; raises ConfigurationError that names the key, its source and the valid ones."""
    environ = os.environ if environ is None else environ
    values: dict[str, Any] = {}
    origin: dict[str, str] = {}
    for name, raw, where in (*_from_file(environ, cwd or Path.cwd()), *_from_environment(environ)):
        values[name], origin[name] = _convert(name, raw, where), where
    for name, raw in flags.items():
        if raw is not None:
            values[name], origin[name] = _convert(name, raw, "flag"), "flag"
    return Settings(**values, origin=origin)


def _from_file(environ: Mapping[str, str], cwd: Path) -> list[tuple[str, Any, str]]:
    named = environ.get(f"{_PREFIX}CONFIG")
    path = Path(named) if named else cwd / CONFIG_FILE
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        if named:
            raise ConfigurationError(f"{path}: no such file", hint=f"check {_PREFIX}CONFIG") from None
        return []
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"{path}: {error}", hint="correct the file or remove it") from error
    return [(_known(key, str(path)), value, str(path)) for key, value in _flatten(table)]


def _flatten(table: Mapping[str, Any], prefix: str = "") -> list[tuple[str, Any]]:
    """`[elasticsearch] url = …` is `elasticsearch_url = …`."""
    rows: list[tuple[str, Any]] = []
    for key, value in table.items():
        name = f"{prefix}{key}".replace("-", "_")
        rows.extend(_flatten(value, f"{name}_") if isinstance(value, dict) else [(name, value)])
    return rows


def _from_environment(environ: Mapping[str, str]) -> list[tuple[str, Any, str]]:
    reserved = {f"{_PREFIX}CONFIG", f"{_PREFIX}CRASH_AT"}
    return [
        (_known(key.removeprefix(_PREFIX).lower(), f"environment {key}"), value, f"environment {key}")
        for key, value in sorted(environ.items())
        if key.startswith(_PREFIX) and key not in reserved and value != ""
    ]


def _known(name: str, where: str) -> str:
    if name in NAMES:
        return name
    from difflib import get_close_matches

    near = get_close_matches(name, NAMES, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]}?" if near else f"valid settings: {', '.join(NAMES)}"
    raise ConfigurationError(f"{where}: unknown setting {name}", hint=hint)


def _convert(name: str, raw: Any, where: str) -> Any:
    if name in {"data_dir", "elasticsearch_ca_certs", "password_file"}:
        return Path(str(raw)).expanduser()
    if name in {"jobs", "max_file_size", "max_pages", "max_characters", "parse_seconds", "parse_memory"}:
        return _positive(name, raw, where)
    if name == "engine" and raw not in ENGINES:
        raise ConfigurationError(f"{where}: unknown engine {raw!r}", hint=f"choose {' or '.join(ENGINES)}")
    return str(raw)


def _positive(name: str, raw: Any, where: str) -> int:
    try:
        number = int(str(raw))
    except ValueError:
        number = 0
    if number < 1:
        raise ConfigurationError(f"{where}: {name} must be a whole number above 0, not {raw!r}", hint="correct it")
    return number


def passwords(settings: Settings) -> tuple[str, ...]:
    """The lines of the password file, in their order; raises ConfigurationError where it cannot be read."""
    path = settings.password_file
    if path is None:
        return ()
    try:
        with path.open("rb") as stream:
            data = stream.read(_MOST_PASSWORDS + 1)
        lines = data.decode("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise ConfigurationError(f"{path}: {why}", hint="correct password_file: one password a line") from error
    if len(data) > _MOST_PASSWORDS:
        raise ConfigurationError(f"{path}: more than {_MOST_PASSWORDS // 1024} KiB of passwords", hint="shorten it")
    return tuple(dict.fromkeys(line for line in lines if line))

"""Settings: precedence, origins, helpful errors, masked secrets."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import settings
from pipeline.errors import ConfigurationError


def _load(
    tmp_path: Path, *, toml: str = "", environ: dict[str, str] | None = None, **flags: object
) -> settings.Settings:
    if toml:
        (tmp_path / settings.CONFIG_FILE).write_text(toml, encoding="utf-8")
    return settings.load(flags, environ=environ or {}, cwd=tmp_path)


def test_defaults_say_so(tmp_path: Path) -> None:
    loaded = _load(tmp_path)
    assert loaded.engine == "embedded"
    assert loaded.shown()["engine"] == ("embedded", "default")


def test_file_yields_to_environment_and_environment_to_flag(tmp_path: Path) -> None:
    toml = 'engine = "elasticsearch"\njobs = 2\ndata_dir = "from-file"\n'
    environ = {"DRAGOMAN_JOBS": "3", "DRAGOMAN_DATA_DIR": "from-environment"}
    loaded = _load(tmp_path, toml=toml, environ=environ, data_dir=Path("from-flag"))
    assert (loaded.engine, loaded.jobs, loaded.data_dir) == ("elasticsearch", 3, Path("from-flag"))
    assert loaded.shown()["engine"][1].endswith("dragoman.toml")
    assert loaded.shown()["jobs"][1] == "environment DRAGOMAN_JOBS"
    assert loaded.shown()["data_dir"][1] == "flag"


def test_a_table_of_the_file_is_a_prefix(tmp_path: Path) -> None:
    loaded = _load(tmp_path, toml='[elasticsearch]\nurl = "https://search.example:9200"\nprefix = "nightly"\n')
    assert loaded.elasticsearch_url == "https://search.example:9200"
    assert loaded.elasticsearch_prefix == "nightly"


@pytest.mark.parametrize(
    ("toml", "environ", "words"),
    [
        ('engin = "embedded"', {}, "did you mean engine"),
        ("", {"DRAGOMAN_ELASTICSEARCH_URI": "x"}, "did you mean elasticsearch_url"),
        ('engine = "lucene"', {}, "choose embedded or elasticsearch"),
        ("", {"DRAGOMAN_JOBS": "0"}, "whole number above 0"),
        ("engine = ", {}, "dragoman.toml"),
    ],
)
def test_a_wrong_setting_is_named_with_its_source(
    tmp_path: Path, toml: str, environ: dict[str, str], words: str
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        _load(tmp_path, toml=toml, environ=environ)
    assert words in caught.value.line()
    assert caught.value.exit_code == 12


def test_secrets_are_masked(tmp_path: Path) -> None:
    environ = {
        "DRAGOMAN_ELASTICSEARCH_PASSWORD": "hunter2",
        "DRAGOMAN_ELASTICSEARCH_URL": "https://me:hunter2@search.example",
    }
    shown = _load(tmp_path, environ=environ).shown()
    assert "hunter2" not in str(shown)
    assert shown["elasticsearch_url"][0] == "https://********@search.example"


def test_a_named_configuration_must_exist(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="no such file"):
        _load(tmp_path, environ={"DRAGOMAN_CONFIG": str(tmp_path / "none.toml")})

"""Where things live."""

from __future__ import annotations

from pathlib import Path

import pytest

from gendesk import paths
from gendesk.paths import shipped_models


def test_all_of_the_users_own_lies_in_one_folder(home: Path) -> None:
    for place in (
        paths.runs(),
        paths.paintings(),
        paths.models(),
        paths.caches(),
        paths.data_sets(),
        paths.log_file(),
    ):
        assert place.is_relative_to(home)


def test_a_home_may_begin_with_a_tilde(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GENDESK_HOME", "~/studio")
    assert paths.runs() == Path.home() / "studio" / "runs"


def test_without_a_home_the_system_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GENDESK_HOME")
    assert paths.home().name == "gendesk"
    assert paths.caches() != paths.home() / "cache"


def test_data_sets_have_a_place_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GENDESK_DATA", "/data/sets")
    assert paths.data_sets() == Path("/data/sets")


def test_what_ships_is_there() -> None:
    assert paths.resource("icons").is_dir()
    assert shipped_models().is_dir()


def test_a_wheels_own_folder_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "gendesk"
    (package / "_resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    paths._shipped.cache_clear()
    try:
        assert paths.resource("icons", "a.svg") == package / "_resources" / "icons" / "a.svg"
        assert shipped_models() == tmp_path / "models"
    finally:
        paths._shipped.cache_clear()

"""The door opens the window where one can be shown, and says so where none can."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import pytest

from gendesk import __main__ as door
from gendesk import cli


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """What the command line was asked for."""
    found: list[Sequence[str]] = []

    def main(argv: Sequence[str], portrait: object) -> int:
        found.append(list(argv))
        return 7

    monkeypatch.setattr(cli, "main", main)
    return found


@pytest.mark.usefixtures("no_display")
def test_without_a_display_it_says_so_and_shows_what_it_can(
    asked: list[Sequence[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert door.main([]) == 7
    assert asked == [["demo"]]
    assert "There is no display here" in capsys.readouterr().err


@pytest.mark.usefixtures("no_display")
@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_a_display_is_known_by_its_variable(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not door.has_display()
    monkeypatch.setenv(name, ":0")
    assert door.has_display()


def test_other_systems_have_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert door.has_display()


def test_a_command_needs_no_display(
    asked: list[Sequence[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["gendesk", "runs", "--json"])
    assert door.main() == 7
    assert asked == [["runs", "--json"]]


def test_with_a_display_the_window_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    from gendesk.ui import app

    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(app, "main", lambda: 5)
    assert door.main([]) == 5

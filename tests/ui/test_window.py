"""The window: panels, theme, language, keys, what is dropped on it, and how one leaves."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gendesk.core.controls import Controls
from gendesk.core.events import Event, Progress
from gendesk.jobs import Work
from gendesk.runs.folder import Run
from gendesk.ui import theme, words, work
from gendesk.ui.pool import Pool
from gendesk.ui.state import State
from gendesk.ui.window import Window

from .hands import LEFT, drop


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A training that goes on until it is stopped, and then says that it saved."""
    saved: list[str] = []

    def train(run: Run, steps: int | None = None, from_step: int | None = None) -> Work:
        def learn(controls: Controls) -> Iterator[Event]:
            try:
                for step in range(1, 1_000_000):
                    time.sleep(0.002)
                    yield Progress(step, 1_000_000, {"loss": 1.0})
            finally:
                saved.append(run.name)

        return learn

    monkeypatch.setattr(work, "train", train)
    return saved


def panel(window: Window) -> str:
    return window._panels.currentWidget().objectName()


def test_the_rail_leads_to_four_panels(qtbot: QtBot, window: Window, state: State) -> None:
    for name in ("latent", "restore", "style", "monitor"):
        button = window.findChild(QToolButton, f"rail_{name}")
        assert button is not None
        qtbot.mouseClick(button, LEFT)
        assert panel(window) == f"panel_{name}"
        assert window.findChild(QWidget, f"panel_{name}").accessibleName
    assert state.panel == "monitor"


def test_keys_lead_to_panels_and_pages(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert panel(window) == "panel_style"
    qtbot.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert panel(window) == "panel_monitor"
    assert window.monitor.history.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert window.monitor.setup.isVisible()


def test_the_sheet_of_keys(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    sheet = window.findChild(QWidget, "shortcut_sheet")
    assert sheet is not None and sheet.isVisible()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    help_button = window.findChild(QToolButton, "rail_help")
    assert help_button is not None
    qtbot.mouseClick(help_button, LEFT)
    assert sheet.isVisible()
    sheet.close()


def test_the_theme_is_switched_while_it_runs(qtbot: QtBot, window: Window, state: State) -> None:
    choose(window, "rail_theme_menu", "dark")
    assert theme.current() is theme.DARK
    assert state.theme == "dark"
    qtbot.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert theme.current() is theme.LIGHT
    choose(window, "rail_theme_menu", "system")
    assert state.theme == "system"


def test_the_language_is_switched_while_it_runs(window: Window, state: State) -> None:
    start = window.monitor.setup.start_button
    english = start.text()
    choose(window, "rail_language_menu", "tr")
    assert words.language() == state.language == "tr"
    assert start.text() != english
    choose(window, "rail_language_menu", "en")
    assert start.text() == english


def test_nothing_keeps_the_words_of_the_language_before(qtbot: QtBot, window: Window) -> None:
    while window.complete_one():
        pass
    qtbot.waitUntil(lambda: window._pool.idle, timeout=20_000)  # some are filled by a worker
    lists = [each for each in window.findChildren(QComboBox) if each.count()]
    labels = [*window.findChildren(QLabel), *window.findChildren(QAbstractButton)]

    def items() -> dict[str, list[str]]:
        return {
            each.objectName(): [each.itemText(place) for place in range(each.count())]
            for each in lists
        }

    def told() -> list[str]:
        return [each.text() for each in labels]

    before = items(), told()
    words.set_language("tr")
    qtbot.waitUntil(lambda: items()["monitor_family"] != before[0]["monitor_family"])
    assert items()["style_preset"] != before[0]["style_preset"]
    words.set_language("en")
    qtbot.waitUntil(lambda: (items(), told()) == before)


def choose(window: Window, menu: str, code: str) -> None:
    found = window.findChild(QMenu, menu)
    assert found is not None
    next(action for action in found.actions() if action.data() == code).trigger()
    assert [a.data() for a in found.actions() if a.isChecked()] == [code]


def test_a_folder_that_is_dropped_is_chosen(window: Window, state: State, tmp_path: Path) -> None:
    pictures = tmp_path / "Kediler ve köpekler"
    pictures.mkdir()
    drop(window, pictures)
    assert panel(window) == "panel_monitor"
    assert state.source == f"folder:{pictures}"


def test_what_cannot_be_used_is_said(window: Window, tmp_path: Path) -> None:
    drop(window, tmp_path / "letter.txt")
    assert "neither a folder of pictures" in window.notice.text()


def test_geometry_and_choices_are_kept(qtbot: QtBot, window: Window, state: State) -> None:
    window.resize(1111, 777)
    window.show_panel("restore")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=2000)
    again = State.read()
    assert (again.panel, bool(again.geometry)) == ("restore", True)


def test_closing_while_it_trains_asks(qtbot: QtBot, window: Window, endless: list[str]) -> None:
    window.monitor.start()
    window.close()
    dialog = window.findChild(QWidget, "close_dialog")
    assert dialog is not None and dialog.isVisible() and window.isVisible()
    stay = dialog.findChild(QPushButton, "close_keep")
    assert stay is not None
    qtbot.mouseClick(stay, LEFT)
    assert window.isVisible() and window.monitor.training
    assert not window.monitor.live.job.controls.cancelled  # type: ignore[union-attr]


def test_save_and_leave(qtbot: QtBot, window: Window, endless: list[str]) -> None:
    window.monitor.start()
    name = window.monitor.live.run.name  # type: ignore[union-attr]
    window.close()
    leave = window.findChild(QPushButton, "close_agree")
    assert leave is not None
    began = time.monotonic()
    qtbot.mouseClick(leave, LEFT)
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=6000)
    assert time.monotonic() - began < 5
    assert endless == [name]


def test_work_that_does_not_end_cannot_keep_the_window(
    qtbot: QtBot, window: Window, pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gendesk.jobs import Job

    def stuck(controls: Controls) -> Iterator[Event]:
        time.sleep(1.5)
        yield Progress(1, 1, {})

    monkeypatch.setattr(Window, "end_within_ms", 100)
    pool.start(Job("stuck", stuck), lambda job, events: None)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=1200)


def test_keys_mean_the_training_where_the_panel_in_front_has_no_work(
    qtbot: QtBot, window: Window, endless: list[str]
) -> None:
    window.monitor.start()
    job = window.monitor.live.job
    assert job is not None
    window.show_panel("latent")
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert job.controls.paused and panel(window) == "panel_latent"
    window.show_panel("restore")  # has work of its own, and none runs
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert job.controls.paused

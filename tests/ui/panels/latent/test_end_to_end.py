"""From the first click to a film on disk, in the window, with mouse and keys."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QLineEdit, QSlider, QToolButton
from pytestqt.qtbot import QtBot

from gendesk.ui.panels.latent.memory import Memory
from gendesk.ui.state import State
from gendesk.ui.window import Window

from ...hands import LEFT, press
from .parts import PATIENCE_MS, drag, settle


@pytest.fixture
def state(runs: Path) -> State:
    return State(latent={"model": "plain"})


def test_from_the_first_click_to_a_film(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    rail = window.findChild(QToolButton, "rail_latent")
    assert rail is not None
    qtbot.mouseClick(rail, LEFT)
    panel = window.latent
    settle(qtbot, panel)
    explorer = panel.explorer
    start = explorer.here.view.picture()
    assert start is not None and explorer.map.cloud.count() == 24

    drag(qtbot, explorer.map.cloud, QPointF(0, 0), QPointF(1, 0), QPointF(2, 1))
    settle(qtbot, panel)
    dragged = explorer.here.view.picture()
    assert dragged is not None and not np.array_equal(dragged, start)
    qtbot.keyClick(explorer.map.cloud, Qt.Key.Key_Space)

    slider = explorer.findChild(QSlider, "latent_dimension_0")
    assert slider is not None
    qtbot.keyClick(slider, Qt.Key.Key_PageUp)
    settle(qtbot, panel)
    qtbot.keyClick(explorer.map.cloud, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, panel)
    press(qtbot, explorer, "latent_pin")
    qtbot.keyClick(explorer, Qt.Key.Key_R)
    settle(qtbot, panel)
    qtbot.keyClick(explorer.map.cloud, Qt.Key.Key_Space)
    assert len(explorer.pins) == 3

    press(qtbot, explorer, "latent_tab_walk")
    strip = explorer.walk.strip
    qtbot.mouseClick(strip.viewport(), LEFT, pos=strip.visualItemRect(strip.item(2)).center())
    qtbot.keyClick(strip, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    for name, value in (("latent_seconds", "1"), ("latent_fps", "12")):
        entry = explorer.findChild(QLineEdit, name)
        assert entry is not None
        entry.selectAll()
        qtbot.keyClicks(entry, value)
    press(qtbot, explorer, "latent_loop")
    qtbot.waitUntil(lambda: len(explorer.walk.frames()) == 12, timeout=PATIENCE_MS)
    settle(qtbot, panel)
    assert window.grab().save(str(tmp_path / "window.png"))

    mp4 = explorer.findChild(QAction, "latent_walk_mp4")
    assert mp4 is not None
    mp4.trigger()
    dialog = window.findChild(QFileDialog, "latent_save_dialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "walk.mp4"))
    dialog.reject()
    qtbot.waitUntil(lambda: panel.notice.text() != "", timeout=PATIENCE_MS)
    settle(qtbot, panel)
    assert "Written to" in panel.notice.text()
    assert (tmp_path / "walk.mp4").stat().st_size > 500

    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=PATIENCE_MS)
    assert len(Memory.of("plain").pins) == 3


def test_leaving_the_panel_and_coming_back_keeps_everything(qtbot: QtBot, window: Window) -> None:
    window.show_panel("latent")
    settle(qtbot, window.latent)
    window.latent.explorer.pin()
    window.show_panel("restore")
    assert len(Memory.of("plain").pins) == 1
    window.show_panel("latent")
    settle(qtbot, window.latent)
    assert len(window.latent.explorer.pins) == 1

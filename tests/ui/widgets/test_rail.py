"""The rail: mouse, arrow keys and shortcuts choose a panel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gendesk.ui import words
from gendesk.ui.widgets.rail import Rail


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with a rail and something else to type in."""
    window = QWidget()
    rail, field = Rail(), QLineEdit()
    rail.add_panel("monitor", "train", "Train")
    rail.add_panel("latent", "latent", "Latent")
    rail.add_panel("restore", "restore", "Restore")
    rail.add_panel("style", "style", "Style")
    rail.add_tool("theme", "moon", "Light or dark")
    rail.select("monitor")
    row = QHBoxLayout(window)
    row.addWidget(rail)
    row.addWidget(field)
    qtbot.addWidget(window)
    window.resize(400, 600)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    return window


@pytest.fixture
def rail(window: QWidget) -> Rail:
    found = window.findChild(Rail)
    assert isinstance(found, Rail)
    return found


def button(rail: Rail, name: str) -> QToolButton:
    found = rail.findChild(QToolButton, f"rail_{name}")
    assert isinstance(found, QToolButton)
    return found


def test_a_click_chooses(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rail.selected) as heard:
        qtbot.mouseClick(button(rail, "restore"), Qt.MouseButton.LeftButton)
    assert heard.args == ["restore"]
    assert rail.chosen() == "restore"
    assert not button(rail, "monitor").isChecked()


def test_ctrl_and_a_number_choose_from_anywhere(window: QWidget, rail: Rail, qtbot: QtBot) -> None:
    field = window.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    with qtbot.waitSignal(rail.selected) as heard:
        qtbot.keyClick(field, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert heard.args == ["style"]
    assert field.text() == ""


def test_arrow_keys_walk_around(rail: Rail, qtbot: QtBot) -> None:
    button(rail, "monitor").setFocus()
    walked = []
    rail.selected.connect(walked.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up):
        focused = rail.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)
    assert walked == ["latent", "restore", "latent", "monitor", "style"]
    assert button(rail, "style").hasFocus()


def test_choosing_from_the_program_is_silent(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(rail.selected):
        rail.select("latent")
    assert rail.chosen() == "latent"


def test_a_tool_acts_and_is_named(rail: Rail, qtbot: QtBot) -> None:
    tool = button(rail, "theme")
    assert tool.accessibleName() == tool.toolTip() == "Light or dark"
    with qtbot.waitSignal(tool.clicked):
        qtbot.mouseClick(tool, Qt.MouseButton.LeftButton)
    assert rail.chosen() == "monitor"


def test_words_fit_in_both_languages(rail: Rail) -> None:
    for language in ("en", "tr"):
        words.set_language(language)
        for name in ("monitor", "latent", "restore", "style"):
            each = button(rail, name)
            bold = each.fontMetrics().horizontalAdvance(each.text()) * 1.08
            assert bold <= each.width() - 4
            assert each.accessibleName() == each.text() != ""

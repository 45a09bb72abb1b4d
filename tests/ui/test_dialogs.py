"""Dialogs: found by their names, closed for good, and nothing is done that was not agreed to."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gendesk.ui import dialogs


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize(("word", "done"), [("agree", 1), ("keep", 0)])
def test_only_what_is_agreed_to_is_done(
    qtbot: QtBot, window: QWidget, word: str, done: int
) -> None:
    does: list[int] = []
    dialogs.ask(window, "bin", "Sure?", "It goes.", "Yes", "No", lambda: does.append(1))
    box = window.findChild(QMessageBox, "bin_dialog")
    assert box is not None and (box.text(), box.informativeText()) == ("Sure?", "It goes.")
    button = box.findChild(QPushButton, f"bin_{word}")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(does) == done
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is None)


def test_enter_and_escape_leave_all_as_it_is(qtbot: QtBot, window: QWidget) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialogs.ask(window, "bin", "Sure?", "It goes.", "Yes", "No", pytest.fail)
        box = window.findChild(QMessageBox, "bin_dialog")
        assert box is not None
        qtbot.keyClick(box.defaultButton() if key == Qt.Key.Key_Return else box, key)
        qtbot.waitUntil(lambda: window.findChild(QMessageBox) is None)


def test_a_name_without_a_suffix_gets_the_one_proposed(window: QWidget, tmp_path: Path) -> None:
    where = dialogs.Location.PicturesLocation
    dialog = dialogs.saver(window, "save", "Save", "cat.mp4", where)
    assert Path(dialog.selectedFiles()[0]).name == "cat.mp4"
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("dog")
    assert dialog.selectedFiles() == [str(tmp_path / "dog.mp4")]
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave

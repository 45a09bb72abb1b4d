"""Hands for tests of the window: they press and drop as a person does."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from gendesk.ui.window import Window

LEFT = Qt.MouseButton.LeftButton


def press(qtbot: QtBot, within: QWidget, name: str) -> None:
    """Click a button that can be seen and pressed."""
    button = within.findChild(QAbstractButton, name)
    assert button is not None, name
    qtbot.waitUntil(button.isVisible)  # what is laid out anew is shown in the next turn of events
    assert button.isEnabled(), name
    qtbot.mouseClick(button, LEFT)


def drop(window: Window, *paths: Path) -> None:
    """Let files go over the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, no_keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(300, 300), copy, data, LEFT, no_keys))

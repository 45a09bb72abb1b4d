"""A row of words: one is chosen, and all can be read where there is little room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gendesk.ui.panels.segments import Segments


@pytest.fixture
def segments(qtbot: QtBot) -> Iterator[Segments]:
    around = QWidget()
    found = Segments("pages", around)
    for name, label in (("picture", "Picture"), ("curves", "Curves"), ("earlier", "Earlier")):
        found.add(name, label)
    qtbot.addWidget(around)
    around.show()
    yield found


def test_one_is_chosen(qtbot: QtBot, segments: Segments) -> None:
    button = segments.findChild(QPushButton, "pages_curves")
    assert segments.selected() == "picture"
    with qtbot.waitSignal(segments.chosen) as said:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert said.args == ["curves"] == [segments.selected()]


def test_words_stand_closer_where_there_is_little_room(qtbot: QtBot, segments: Segments) -> None:
    wide, narrow = segments.sizeHint().width(), segments.minimumSizeHint().width()
    buttons = segments.findChildren(QPushButton)
    words = sum(each.fontMetrics().horizontalAdvance(each.text()) for each in buttons)
    assert words < narrow < wide
    segments.resize(narrow, 30)
    assert segments.sizeHint().width() == wide  # it would still like to be
    assert all(each.sizeHint().width() <= each.width() for each in buttons)
    qtbot.waitUntil(lambda: buttons[-1].geometry().right() < narrow)
    segments.resize(wide, 30)
    assert sum(each.sizeHint().width() for each in buttons) > narrow

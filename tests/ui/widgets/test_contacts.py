"""Contacts: cells are asked for as they are seen, chosen and pinned."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gendesk.ui.widgets.contacts import EDGE, GAP, Contacts

LEFT = Qt.MouseButton.LeftButton
RED = np.full((8, 8, 3), (200, 0, 0), np.uint8)


@pytest.fixture
def sheet(qtbot: QtBot) -> Contacts:
    sheet = Contacts("sheet", "Nothing here yet.", side=50)
    qtbot.addWidget(sheet)
    sheet.resize(3 * (50 + GAP) + 2 * EDGE + 12, 2 * (50 + GAP))
    sheet.show()
    return sheet


def test_what_is_seen_is_asked_for_once(sheet: Contacts) -> None:
    wanted: list[list[int]] = []
    sheet.wanted.connect(wanted.append)
    sheet.begin(None)
    sheet.grab()
    sheet.grab()
    assert len(wanted) == 1 and wanted[0][:6] == [0, 1, 2, 3, 4, 5]
    sheet.add(dict.fromkeys(wanted[0], RED))
    sheet.grab()
    assert len(wanted) == 1
    sheet.add({0: np.full((8, 8, 1), 9, np.uint8)})  # grey ones will do as well
    middle = sheet.place(4).center().toPoint()
    assert sheet.viewport().grab().toImage().pixelColor(middle) == QColor(200, 0, 0)


def test_an_endless_sheet_grows_as_one_scrolls(sheet: Contacts) -> None:
    sheet.begin(None)
    bar = sheet.verticalScrollBar()
    for _ in range(5):
        before = bar.maximum()
        bar.setValue(before)
        assert bar.maximum() > before


def test_a_sheet_with_an_end_ends(qtbot: QtBot, sheet: Contacts) -> None:
    sheet.resize(sheet.width(), 200)
    sheet.begin(4)
    assert sheet.verticalScrollBar().maximum() == 0
    assert sheet.cell_at(*sheet.place(3).center().toTuple()) == 3
    assert sheet.cell_at(*sheet.place(4).center().toTuple()) == -1
    sheet.choose(3)
    qtbot.keyClick(sheet, Qt.Key.Key_Right)
    assert sheet.chosen_cell() == 3
    sheet.begin(0)
    assert not sheet.grab().isNull()


def test_clicks_and_keys_choose_and_pin(qtbot: QtBot, sheet: Contacts) -> None:
    sheet.begin(None)
    chosen: list[int] = []
    pinned: list[int] = []
    sheet.chosen.connect(chosen.append)
    sheet.pinned.connect(pinned.append)
    qtbot.mouseClick(sheet.viewport(), LEFT, pos=sheet.place(1).center().toPoint())
    qtbot.keyClick(sheet, Qt.Key.Key_Down)
    qtbot.keyClick(sheet, Qt.Key.Key_Space)
    assert chosen == [1, 4] and pinned == [4]
    qtbot.mouseDClick(sheet.viewport(), LEFT, pos=sheet.place(2).center().toPoint())
    assert pinned == [4, 2]
    for _ in range(5):
        qtbot.keyClick(sheet, Qt.Key.Key_Down)
    assert sheet.place(sheet.chosen_cell()).bottom() <= sheet.viewport().height()

"""Columns keep what they need, and share what a wider window has more."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gendesk.ui.panels.columns import ROOM, Columns, stacked


def test_widths_follow_the_window(qtbot: QtBot) -> None:
    columns, left, middle = Columns("columns"), QWidget(), QWidget()
    columns.add(left, 200, least=150)
    columns.add(middle, 600, least=300, stretch=1)
    qtbot.addWidget(columns)
    columns.resize(800 + ROOM, 100)
    columns.show()
    assert (left.width(), middle.width()) == (200, 600)
    columns.resize(1000 + ROOM, 100)
    assert (left.width(), middle.width()) == (200, 800)
    columns.setSizes([0, 1000])
    assert left.width() == 150


def test_what_is_stacked_shares_the_height(qtbot: QtBot) -> None:
    above, below = QWidget(), QWidget()
    whole = stacked((above, 1), (below, 3), room=20)
    qtbot.addWidget(whole)
    whole.resize(100, 420)
    whole.show()
    assert (above.height(), below.height()) == (100, 300)

"""The bar of what scrolls stands in a card's padding; what is inside keeps its width."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QScrollBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gendesk.ui.panels.scroll import Scroll
from gendesk.ui.widgets.cards import Card


def place(qtbot: QtBot, around: QWidget, scroll: Scroll) -> None:
    layout = around.body if isinstance(around, Card) else QVBoxLayout(around)
    layout.addWidget(scroll)
    qtbot.addWidget(around)
    around.resize(200, 120)
    around.show()


@pytest.fixture
def high() -> QWidget:
    inside = QWidget()
    inside.setFixedHeight(400)
    return inside


def test_within_a_card_nothing_moves_aside(qtbot: QtBot, high: QWidget) -> None:
    card, scroll = Card(), Scroll(high)
    place(qtbot, card, scroll)
    (bar,) = (bar for bar in card.findChildren(QScrollBar) if bar.isVisible())
    assert high.width() == scroll.width()
    assert scroll.geometry().right() < bar.x() and bar.geometry().right() < card.width()
    bar.setValue(50)
    assert scroll.verticalScrollBar().value() == 50
    scroll.verticalScrollBar().setValue(80)
    assert bar.value() == 80
    card.resize(200, 600)  # there is room for all of it
    assert not bar.isVisible()


def test_elsewhere_the_bar_takes_room(qtbot: QtBot, high: QWidget) -> None:
    around, scroll = QWidget(), Scroll(high)
    place(qtbot, around, scroll)
    bar = scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: high.width() < scroll.width() - bar.width())
    assert bar.isVisible()

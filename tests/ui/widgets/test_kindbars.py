"""Bars of the kinds drawn: how high, and which are missing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from gendesk.core.events import Kind
from gendesk.ui import theme
from gendesk.ui.widgets.kindbars import KindBars


def shown(qtbot: QtBot, *kinds: Kind) -> KindBars:
    bars = KindBars("kinds")
    qtbot.addWidget(bars)
    bars.resize(240, 160)
    bars.set_kinds(kinds)
    return bars


def heights(bars: KindBars, count: int) -> list[int]:
    """Pixels in the colour of bars, along the middle of each kind's room, a little aside."""
    image = bars.grab().toImage()
    wanted = QColor(theme.current().curves[1])
    xs = [round((place + 0.4) * image.width() / count) for place in range(count)]
    return [sum(image.pixelColor(x, y) == wanted for y in range(image.height())) for x in xs]


def test_a_bar_is_as_high_as_its_kind_is_drawn(qtbot: QtBot) -> None:
    kinds = Kind("a", 0.6, 0.3), Kind("b", 0.3, 0.3), Kind("c", 0.0, 0.3)
    tall, half, none = heights(shown(qtbot, *kinds), 3)
    assert abs(tall - 2 * half) <= 4
    assert half > 40
    assert none == 0


def test_kinds_are_said_under_the_cursor_and_to_screen_readers(qtbot: QtBot) -> None:
    bars = shown(qtbot, Kind("a", 0.25, 0.5), Kind("b", 0.75, 0.5))
    said = "b: 75 % of the samples, 50 % of the pictures"
    assert bars.accessibleDescription().endswith(said)
    bars.show()
    at = QPoint(200, 50)
    event = QHelpEvent(QEvent.Type.ToolTip, at, bars.mapToGlobal(at))
    QApplication.sendEvent(bars, event)
    assert QToolTip.text() == said
    QToolTip.hideText()


def test_many_kinds_and_none_can_be_painted(qtbot: QtBot) -> None:
    bars = shown(qtbot, *(Kind(f"kind {i}", i / 2016, 1 / 64) for i in range(64)))
    assert not bars.grab().isNull()
    bars.set_kinds(())
    assert not bars.grab().isNull()

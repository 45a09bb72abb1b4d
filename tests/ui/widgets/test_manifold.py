"""Manifold: the whole, the part, and where the cursor may go."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gendesk.ui.widgets.manifold import WHOLE, Manifold


@pytest.fixture
def manifold(qtbot: QtBot) -> Manifold:
    manifold = Manifold("manifold")
    qtbot.addWidget(manifold)
    manifold.resize(400, 200)
    manifold.show()
    return manifold


def test_the_part_that_is_seen_is_asked_for_and_painted_in_its_place(
    qtbot: QtBot, manifold: Manifold
) -> None:
    manifold.set_whole(np.full((40, 40, 1), 50, np.uint8))
    with qtbot.waitSignal(manifold.part_wanted) as said:
        manifold.zoom_by(4, QPointF(200, 100))
    assert said.args[0] == QRectF(0.25, 0.375, 0.5, 0.25) == manifold.part()
    manifold.set_part(np.full((10, 10, 3), (0, 200, 0), np.uint8), QRectF(0.5, 0.5, 0.1, 0.1))
    image = manifold.grab().toImage()
    inside = manifold.to_widget(QPointF(0.55, 0.55)).toPoint()
    assert image.pixelColor(inside) == QColor(0, 200, 0)
    assert image.pixelColor(manifold.to_widget(QPointF(0.45, 0.45)).toPoint()) == QColor(50, 50, 50)
    manifold.set_whole(np.full((40, 40, 1), 60, np.uint8))
    assert manifold.grab().toImage().pixelColor(inside) == QColor(60, 60, 60)


def test_the_cursor_stays_on_the_plane(qtbot: QtBot, manifold: Manifold) -> None:
    with qtbot.waitSignal(manifold.moved) as said:
        qtbot.mouseClick(manifold, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert said.args == [pytest.approx(0.001), pytest.approx(0.99)]
    assert manifold.part() == WHOLE and not manifold.shown()

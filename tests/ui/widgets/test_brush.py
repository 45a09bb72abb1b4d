"""The brush: what the mouse and the keys mark on a picture."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from gendesk.ui.widgets.brush import SIZES, Brush
from gendesk.ui.widgets.pyramid import Pyramid

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def brush(qtbot: QtBot) -> Brush:
    """Over a black picture of 400 × 200, shown at its size."""
    widget = Brush("brush", "Nothing to draw on.")
    qtbot.addWidget(widget)
    widget.resize(400, 200)
    widget.set_picture(Pyramid.build(np.zeros((200, 400, 3), np.uint8)), caption="black")
    widget.show()
    return widget


def stroke(brush: Brush, *points: tuple[int, int]) -> None:
    first, *others = (QPoint(*each) for each in points)
    QTest.mousePress(brush, LEFT, Qt.KeyboardModifier.NoModifier, first)
    for point in others:
        QTest.mouseMove(brush, point)
    QTest.mouseRelease(brush, LEFT, Qt.KeyboardModifier.NoModifier, (others or [first])[-1])


def colour(brush: Brush, x: int, y: int) -> QColor:
    return brush.grab().toImage().pixelColor(x, y)


def test_a_stroke_is_marked_and_tinted(brush: Brush) -> None:
    edited = QSignalSpy(brush.edited)
    assert brush.marked() is None
    stroke(brush, (100, 100), (200, 100), (300, 100))
    mask = brush.marked()
    assert mask is not None and mask[100, 200] == 255 and mask[20, 200] == 0
    assert edited.count() == 1  # a stroke, not each of its pieces
    assert colour(brush, 200, 100).blue() > 60
    assert colour(brush, 200, 20) == QColor("black")


def test_the_eraser_takes_marks_away(qtbot: QtBot, brush: Brush) -> None:
    stroke(brush, (100, 100), (300, 100))
    qtbot.keyClick(brush, Qt.Key.Key_E)
    assert brush.erasing()
    stroke(brush, (200, 100))
    mask = brush.marked()
    assert mask is not None and mask[100, 200] == 0 and mask[100, 110] == 255
    qtbot.keyClick(brush, Qt.Key.Key_B)
    assert not brush.erasing()


def test_strokes_are_taken_back_by_keys(qtbot: QtBot, brush: Brush) -> None:
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    stroke(brush, (100, 100))
    qtbot.keyClick(brush, Qt.Key.Key_Z, control)
    assert brush.marked() is None
    qtbot.keyClick(brush, Qt.Key.Key_Z, control | shift)
    assert brush.marked() is not None
    qtbot.keyClick(brush, Qt.Key.Key_Delete)
    assert brush.marked() is None and brush.undoable


def test_the_size_stays_in_its_range(qtbot: QtBot, brush: Brush) -> None:
    told = QSignalSpy(brush.size_changed)
    before = brush.size_percent()
    qtbot.keyClick(brush, Qt.Key.Key_BracketRight)
    assert brush.size_percent() > before and told.count() == 1
    for _ in range(40):
        qtbot.keyClick(brush, Qt.Key.Key_BracketLeft)
    assert brush.size_percent() == SIZES[0]
    brush.set_size_percent(20)
    stroke(brush, (200, 100))
    mask = brush.marked()
    assert mask is not None
    assert np.ptp(np.nonzero(mask > 127)[1]) == pytest.approx(80, abs=3)  # 20 % of 400


def test_keys_alone_can_draw(qtbot: QtBot, brush: Brush) -> None:
    qtbot.keyClick(brush, Qt.Key.Key_Space)
    mask = brush.marked()
    assert mask is not None and mask[100, 200] == 255  # it begins in the middle
    for _ in range(12):
        qtbot.keyClick(brush, Qt.Key.Key_Right)
    assert np.array_equal(brush.marked(), mask)  # moving alone marks nothing
    for _ in range(3):
        qtbot.keyClick(brush, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    more = brush.marked()
    assert more is not None and more[100, 200 + 12 * 10 + 20] == 255
    for _ in range(99):
        qtbot.keyClick(brush, Qt.Key.Key_Up)
    qtbot.keyClick(brush, Qt.Key.Key_Space)  # at the edge, not beyond it
    edge = brush.marked()
    assert edge is not None and edge[0].max() == 255


def test_it_draws_where_the_picture_is_when_zoomed(brush: Brush) -> None:
    brush.zoom_to(4.0)
    stroke(brush, (200, 100))  # the middle, at any size
    mask = brush.marked()
    assert mask is not None
    rows, columns = np.nonzero(mask > 127)
    assert columns.mean() == pytest.approx(200, abs=1) and rows.mean() == pytest.approx(100, abs=1)


def test_another_picture_brings_its_own_mask(brush: Brush) -> None:
    stroke(brush, (200, 100))
    given = np.zeros((10, 10), np.uint8)
    given[:, 5:] = 255
    brush.set_picture(Pyramid.build(np.zeros((64, 64, 3), np.uint8)), given)
    mask = brush.marked()
    assert mask is not None and mask.shape == (64, 64) and mask[32, 10] == 0 and mask[32, 60] == 255
    brush.set_picture(None)
    assert brush.accessibleName() == "Nothing to draw on."
    stroke(brush, (200, 100))
    assert brush.marked() is None
    brush.grab()

"""The canvas: what is seen stays in sight, and goes where hands and keys move it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gendesk.ui.widgets.canvas import LARGEST, STEP, Canvas


class Plain(Canvas):
    """A canvas over a picture of 4000 by 3000 pixels that nobody paints."""

    def __init__(self, name: str = "canvas", width: int = 4000, height: int = 3000) -> None:
        super().__init__(name)
        self.resize(400, 300)
        self._set_size(QSize(width, height))


@pytest.fixture
def canvas(qtbot: QtBot) -> Plain:
    widget = Plain()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def turn(
    canvas: Canvas,
    angle: int,
    at: QPointF,
    pixels: QPoint | None = None,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Turn the wheel; with `pixels`, two fingers move on a touchpad."""
    kind = QInputDevice.DeviceType.TouchPad if pixels else QInputDevice.DeviceType.Mouse
    pointer = QPointingDevice.PointerType
    device = QPointingDevice(
        "test",
        1,
        kind,
        pointer.Finger if pixels else pointer.Generic,
        QInputDevice.Capability.Scroll,
        1,
        3,
    )
    event = QWheelEvent(
        at,
        at,
        pixels or QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
        Qt.MouseEventSource.MouseEventNotSynthesized,
        device,
    )
    QApplication.sendEvent(canvas, event)


def test_first_the_whole_picture_is_seen(canvas: Plain) -> None:
    assert canvas.fitted() and canvas.scale() == 0.1
    assert canvas.box() == QRect(0, 0, 4000, 3000)


def test_zooming_keeps_the_point_below_the_cursor(canvas: Plain) -> None:
    at = QPointF(120, 90)
    fixed = canvas.to_picture(at)
    for _ in range(20):
        canvas.zoom_to(canvas.scale() * 1.21, at)
    assert canvas.scale() == pytest.approx(0.1 * 1.21**20)
    away = canvas.to_picture(at) - fixed
    assert max(abs(away.x()), abs(away.y())) < 1


def test_the_wheel_glides_around_the_cursor(canvas: Plain, qtbot: QtBot) -> None:
    at = QPointF(120, 90)
    fixed = canvas.to_picture(at)
    turn(canvas, 240, at)
    turn(canvas, 120, at)
    assert canvas.scale() < 0.1 * STEP**3
    qtbot.waitUntil(lambda: canvas.scale() == pytest.approx(0.1 * STEP**3), timeout=2000)
    assert canvas.to_picture(at).x() == pytest.approx(fixed.x(), abs=5.2)  # one screen pixel


def test_a_smooth_wheel_zooms_at_once(canvas: Plain) -> None:
    turn(canvas, 30, QPointF(200, 150))
    assert canvas.scale() == pytest.approx(0.1 * STEP**0.25)


def test_two_fingers_move_and_with_ctrl_zoom(canvas: Plain) -> None:
    canvas.zoom_to(1.0)
    before = canvas.to_picture(QPointF(0, 0))
    turn(canvas, 16, QPointF(200, 150), QPoint(30, -20))
    moved = canvas.to_picture(QPointF(0, 0)) - before
    assert (moved.x(), moved.y()) == (-30, 20)
    turn(canvas, 60, QPointF(200, 150), QPoint(0, 8), Qt.KeyboardModifier.ControlModifier)
    assert canvas.scale() == pytest.approx(STEP**0.5)


def test_a_pinch_zooms(canvas: Plain) -> None:
    device = QPointingDevice.primaryPointingDevice()
    at = QPointF(100, 100)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, device, 2, at, at, at, 0.5, QPointF(), 1
    )
    QApplication.sendEvent(canvas, event)
    assert canvas.scale() == pytest.approx(0.15)


def test_zooming_has_its_ends(canvas: Plain) -> None:
    canvas.zoom_to(1000.0)
    assert canvas.scale() == LARGEST
    canvas.zoom_to(0.0001)
    assert canvas.scale() == 0.1


def test_as_small_as_it_goes_is_fitted(canvas: Plain) -> None:
    canvas.zoom_to(1.0)
    canvas.zoom_to(0.0001, QPointF(3, 3))
    assert canvas.fitted()
    canvas.resize(800, 600)
    assert canvas.scale() == 0.2


def test_gliding_out_begins_where_one_is(canvas: Plain, qtbot: QtBot) -> None:
    canvas.zoom_to(1.0, QPointF(399, 299))
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    qtbot.waitUntil(canvas.fitted, timeout=2000)
    canvas.zoom_to(1.0, QPointF(399, 299))
    corner = canvas.box().topLeft()
    boxes: list[QRect] = []
    canvas.zoomed.connect(lambda _: boxes.append(canvas.box()))
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    qtbot.waitUntil(canvas.fitted, timeout=2000)
    assert boxes[0].contains(corner) and boxes[-1] == QRect(0, 0, 4000, 3000)
    assert all(later.width() >= one.width() for one, later in pairwise(boxes))


def test_dragging_moves_but_not_out_of_sight(canvas: Plain, qtbot: QtBot) -> None:
    canvas.zoom_to(1.0)
    before = canvas.to_picture(QPointF(200, 150))
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    qtbot.mouseMove(canvas, QPoint(150, 130))
    moved = canvas.to_picture(QPointF(200, 150)) - before
    assert (moved.x(), moved.y()) == (50, 20)
    qtbot.mouseMove(canvas, QPoint(9000, 9000))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(399, 299))
    assert canvas.box().topLeft() == QPoint(0, 0)


def test_a_small_picture_stays_in_the_middle(qtbot: QtBot) -> None:
    canvas = Plain(width=10, height=10)
    qtbot.addWidget(canvas)
    assert canvas.scale() == 30
    canvas.zoom_to(2.0, QPointF(3, 3))
    assert canvas.frame().target(QRectF(0, 0, 10, 10)) == QRectF(190, 140, 20, 20)


def test_a_double_click_goes_to_one_to_one_and_back(canvas: Plain, qtbot: QtBot) -> None:
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 50))
    qtbot.waitUntil(lambda: canvas.scale() == 1.0, timeout=2000)
    assert canvas.to_picture(QPointF(100, 50)).x() == pytest.approx(1000, abs=1)
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 50))
    qtbot.waitUntil(canvas.fitted, timeout=2000)
    assert canvas.scale() == 0.1


def test_keys_zoom_and_move(canvas: Plain, qtbot: QtBot) -> None:
    qtbot.keyClick(canvas, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: canvas.scale() == 1.0, timeout=2000)
    left = canvas.box().left()
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.box().left() == left + 30
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    qtbot.keyClick(canvas, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: canvas.scale() == 1.25, timeout=2000)
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    qtbot.waitUntil(lambda: canvas.scale() == 1.0, timeout=2000)
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    qtbot.waitUntil(canvas.fitted, timeout=2000)


def test_the_box_is_told_once_it_has_come_to_rest(canvas: Plain, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.box_changed, timeout=2000) as first:
        pass
    assert first.args == [QRect(0, 0, 4000, 3000)]
    told = QSignalSpy(canvas.box_changed)
    with qtbot.waitSignal(canvas.box_changed, timeout=2000) as settled:
        for size in (0.2, 0.5, 1.0):
            canvas.zoom_to(size)
            assert canvas.moving
    assert settled.args == [QRect(1800, 1350, 400, 300)]
    assert told.count() == 1 and not canvas.moving
    canvas._set_size(QSize(4000, 3000))  # the same part of another picture is news
    qtbot.waitUntil(lambda: told.count() == 2, timeout=2000)
    canvas.update()
    qtbot.wait(200)
    assert told.count() == 2


def test_showing_a_box(canvas: Plain) -> None:
    canvas.show_box(QRectF(1000, 600, 200, 100))
    assert canvas.scale() == 2
    assert canvas.box() == QRect(1000, 575, 200, 150)


def test_resizing_fits_again_but_only_what_was_fitted(canvas: Plain) -> None:
    canvas.resize(800, 600)
    assert canvas.scale() == 0.2
    canvas.zoom_to(1.0)
    canvas.resize(400, 300)
    assert canvas.scale() == 1.0


def test_linked_ones_move_in_step(canvas: Plain, qtbot: QtBot) -> None:
    same, double = Plain("same"), Plain("double", 8000, 6000)
    for each in (same, double):
        qtbot.addWidget(each)
    canvas.zoom_to(1.0, QPointF(30, 40))
    canvas.link_to([same, double])
    assert same.box() == canvas.box()
    double.zoom_to(1.0, QPointF(399, 299))
    assert same.scale() == canvas.scale() == 2.0 and same.box() == canvas.box()
    far = double.box()
    assert abs(far.left() - 2 * same.box().left()) <= 2
    same._set_size(QSize(4000, 3000))
    assert canvas.scale() == 2.0
    same.unlink()
    canvas.fit()
    assert double.fitted() and not same.fitted()


def test_another_size_is_fitted_and_the_same_keeps_its_place(canvas: Plain) -> None:
    canvas.zoom_to(1.0)
    canvas._set_size(QSize())
    assert canvas.box().isEmpty()
    canvas._set_size(QSize(4000, 3000))
    assert canvas.scale() == 1.0
    canvas._set_size(QSize(2000, 3000))
    assert canvas.fitted()


def test_without_a_picture_nothing_moves(qtbot: QtBot) -> None:
    canvas = Canvas("empty")
    qtbot.addWidget(canvas)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_Left):
        qtbot.keyClick(canvas, key)
    turn(canvas, 120, QPointF(5, 5))
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton)
    canvas.zoom_to(2.0)
    canvas.show_box(QRectF(0, 0, 10, 10))
    assert canvas.scale() == 1.0 and canvas.box() == QRect()


def test_another_screen_fits_again(canvas: Plain) -> None:
    told = QSignalSpy(canvas.zoomed)
    canvas._told = 0.0  # as after a move to a screen with another ratio
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert told.count() == 1

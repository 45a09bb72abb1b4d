"""Plane: what is seen, and where a hand and keys move the cursor."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPolygonF, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gendesk.ui.widgets.plane import Plane

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


@pytest.fixture
def plane(qtbot: QtBot) -> Plane:
    plane = Plane("plane")
    qtbot.addWidget(plane)
    plane.resize(400, 200)
    plane.set_bounds(QRectF(-1, -1, 2, 2))
    plane.show()
    return plane


def drag(qtbot: QtBot, plane: Plane, start: QPoint, end: QPoint, button: Qt.MouseButton) -> None:
    qtbot.mousePress(plane, button, pos=start)
    qtbot.mouseMove(plane, end)
    qtbot.mouseRelease(plane, button, pos=end)


def test_everything_is_seen_at_first_and_y_grows_upwards(plane: Plane) -> None:
    assert plane.unit() == 100
    assert plane.to_plane(QPointF(200, 100)) == QPointF(0, 0)
    assert plane.to_plane(QPointF(200, 0)) == QPointF(0, 1)
    assert plane.to_widget(QPointF(1, -1)) == QPointF(300, 200)
    assert plane.seen() == QRectF(-2, -1, 4, 2)


def test_the_wheel_zooms_around_the_pointer(plane: Plane) -> None:
    at = QPointF(250, 50)
    before = plane.to_plane(at)
    turn = QWheelEvent(
        at, plane.mapToGlobal(at), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(plane, turn)
    assert plane.zoom() == pytest.approx(1.25**2)
    after = plane.to_plane(at)
    assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()))
    plane.fit()
    assert plane.zoom() == 1 and plane.seen() == QRectF(-2, -1, 4, 2)


def test_a_part_is_shown_as_large_as_it_goes(plane: Plane) -> None:
    plane.show_part(QRectF(0, 0, 0.5, 0.5))
    assert plane.zoom() == pytest.approx(4)
    assert plane.to_plane(QPointF(200, 100)) == QPointF(0.25, 0.25)


def test_dragging_moves_the_cursor_and_says_when_it_is_let_go(qtbot: QtBot, plane: Plane) -> None:
    places: list[tuple[float, float]] = []
    plane.moved.connect(lambda x, y: places.append((x, y)))
    with qtbot.waitSignal(plane.settled):
        drag(qtbot, plane, QPoint(200, 100), QPoint(250, 50), LEFT)
    assert places[0] == pytest.approx((0, 0)) and places[-1] == pytest.approx((0.5, 0.5))
    cursor = plane.cursor_at()
    assert cursor is not None and (cursor.x(), cursor.y()) == pytest.approx((0.5, 0.5))


@pytest.mark.parametrize(("tool", "button"), [("walk", MIDDLE), ("hand", LEFT)])
def test_a_hand_pans_and_leaves_the_cursor(
    qtbot: QtBot, plane: Plane, tool: str, button: Qt.MouseButton
) -> None:
    plane.set_tool(tool)  # type: ignore[arg-type]
    plane.set_cursor_at(QPointF(0.1, 0.1))
    drag(qtbot, plane, QPoint(200, 100), QPoint(250, 50), button)
    assert plane.to_plane(QPointF(250, 50)) == QPointF(0, 0)
    assert plane.cursor_at() == QPointF(0.1, 0.1)


def test_arrow_keys_walk_and_space_pins(qtbot: QtBot, plane: Plane) -> None:
    with qtbot.waitSignals([plane.moved, plane.settled]):
        qtbot.keyClick(plane, Qt.Key.Key_Right)
    first = plane.cursor_at()
    assert first is not None and first.x() > 0 and first.y() == 0
    qtbot.keyClick(plane, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    second = plane.cursor_at()
    assert second is not None and second.y() > 3 * first.x()
    with qtbot.waitSignal(plane.pin_asked):
        qtbot.keyClick(plane, Qt.Key.Key_Space)


def test_a_lasso_is_said_in_pixels_of_the_widget(qtbot: QtBot, plane: Plane) -> None:
    plane.set_tool("lasso")
    loops: list[QPolygonF] = []
    plane.lassoed.connect(loops.append)
    qtbot.mousePress(plane, LEFT, pos=QPoint(10, 10))
    for corner in (QPoint(60, 10), QPoint(60, 60), QPoint(10, 60)):
        qtbot.mouseMove(plane, corner)
    assert not plane.grab().isNull()  # the loop is seen while it is drawn
    qtbot.mouseRelease(plane, LEFT, pos=QPoint(10, 60))
    assert loops[0].boundingRect() == QRectF(10, 10, 50, 50)
    assert plane.cursor_at() is None

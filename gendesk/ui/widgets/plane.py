"""A plane to walk on: a cursor that is dragged, a wheel that zooms, a hand that pans."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QCursor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gendesk.ui import theme
from gendesk.ui.widgets import marks

Tool = Literal["walk", "hand", "lasso"]

STEP = 1.25  # one notch of the wheel
STRIDE, LEAP = 1 / 60, 1 / 10  # of what is seen: an arrow key, and with shift
NEAREST, FARTHEST = 4000.0, 0.25  # zoom, where 1 shows all
CLICK = 3.0  # pixels within which a hand that moves has only clicked
ROUND = 6.0  # the radius of the corners
_PANNING = (Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton)
_POINTERS = {
    "walk": Qt.CursorShape.CrossCursor,
    "hand": Qt.CursorShape.OpenHandCursor,
    "lasso": Qt.CursorShape.CrossCursor,
}


class Plane(QWidget):
    """Shows a part of a plane whose x grows to the right and whose y grows upwards.

    What lies on it is painted by those that inherit. The left button moves the cursor (or draws a
    lasso, or pans, as the tool says), the middle and the right one pan, the wheel zooms around the
    pointer, a double click shows everything again. Arrow keys move the cursor.
    """

    moved = Signal(float, float)  # the cursor is there now, by a person's hand
    settled = Signal()  # and the hand has let it go
    pin_asked = Signal()  # space: keep what is at the cursor
    viewed = Signal()  # another part of the plane is seen
    lassoed = Signal(QPolygonF)  # a loop was drawn, in pixels of the widget

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMinimumSize(160, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._bounds = QRectF(0, 0, 1, 1)
        self._zoom = 1.0
        self._centre = self._bounds.center()
        self._cursor: QPointF | None = None
        self._tool: Tool = "walk"
        self._dragging: Tool | None = None
        self._grabbed = QPointF()
        self._loop = QPolygonF()
        self.set_tool("walk")

    # what is seen

    def set_bounds(self, bounds: QRectF, *, keep: bool = False) -> None:
        """All there is, in the plane's own units.

        Args:
            bounds: of all of it.
            keep: whether one goes on seeing as much of it as before; otherwise all is shown.
        """
        off = (self._centre - self._bounds.center()) * (bounds.width() / self._bounds.width())
        self._bounds = QRectF(bounds)
        if keep:
            self._centre = bounds.center() + off
            self._see()
        else:
            self.fit()

    def fit(self) -> None:
        """Show everything."""
        self._zoom, self._centre = 1.0, self._bounds.center()
        self._see()

    def zoom(self) -> float:
        """How much larger than when everything is seen."""
        return self._zoom

    def zoom_by(self, factor: float, around: QPointF | None = None) -> None:
        """Zoom while a point of the widget, or its middle, stays where it is."""
        at = QRectF(self.rect()).center() if around is None else around
        fixed = self.to_plane(at)
        self._zoom = min(max(self._zoom * factor, FARTHEST), NEAREST)
        self._centre += fixed - self.to_plane(at)
        self._see()

    def pan_by(self, pixels: QPointF) -> None:
        """Move what is seen by so many pixels of the widget."""
        off = pixels / self.unit()
        self._centre += QPointF(-off.x(), off.y())
        self._see()

    def show_part(self, part: QRectF) -> None:
        """Show a rectangle of the plane, as large as it goes."""
        whole = self.unit() / self._zoom
        across = self.width() / max(part.width(), 1e-12)
        down = self.height() / max(part.height(), 1e-12)
        self._zoom = min(max(min(across, down) / whole, FARTHEST), NEAREST)
        self._centre = part.center()
        self._see()

    def seen(self) -> QRectF:
        """The part of the plane that is seen; its top is the smallest y."""
        half = QPointF(self.width() / 2, self.height() / 2) / self.unit()
        return QRectF(self._centre - half, self._centre + half)

    def unit(self) -> float:
        """Device-independent pixels for one unit of the plane."""
        across = self.width() / max(self._bounds.width(), 1e-12)
        return self._zoom * min(across, self.height() / max(self._bounds.height(), 1e-12))

    def to_plane(self, at: QPointF) -> QPointF:
        """The point of the plane below a point of the widget."""
        off = (at - QRectF(self.rect()).center()) / self.unit()
        return QPointF(self._centre.x() + off.x(), self._centre.y() - off.y())

    def to_widget(self, point: QPointF) -> QPointF:
        """Where in the widget a point of the plane lies."""
        off = (point - self._centre) * self.unit()
        return QRectF(self.rect()).center() + QPointF(off.x(), -off.y())

    # what a person chooses

    def set_tool(self, tool: Tool) -> None:
        """What the left button does."""
        self._tool = tool
        self.setCursor(QCursor(_POINTERS[tool]))

    def tool(self) -> Tool:
        """What the left button does now."""
        return self._tool

    def set_cursor_at(self, point: QPointF | None) -> None:
        """Show the cursor elsewhere, or nowhere; emits nothing."""
        self._cursor = None if point is None else QPointF(point)
        self.update()

    def cursor_at(self) -> QPointF | None:
        """Where the cursor is."""
        return self._cursor

    def dragging(self) -> bool:
        """Whether a hand holds the cursor."""
        return self._dragging == "walk"

    def sizeHint(self) -> QSize:
        return QSize(480, 400)

    # what a person does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in _PANNING:
            self._begin("hand", event.position())
        elif event.button() == Qt.MouseButton.LeftButton:
            self._begin(self._tool, event.position())
            if self._tool == "walk":
                self._walk_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._dragging == "walk":
            self._walk_to(at)
        elif self._dragging == "hand":
            self.pan_by(at - self._grabbed)
            self._grabbed = at
        elif self._dragging == "lasso":
            self._loop.append(at)
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        done, self._dragging = self._dragging, None
        self.setCursor(QCursor(_POINTERS[self._tool]))
        if done == "walk":
            self.settled.emit()
        elif done == "lasso":
            loop, self._loop = self._loop, QPolygonF()
            self.update()
            self.lassoed.emit(loop)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom_by(STEP ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        zooms = {Qt.Key.Key_Plus: STEP, Qt.Key.Key_Equal: STEP, Qt.Key.Key_Minus: 1 / STEP}
        ways = {
            Qt.Key.Key_Left: QPointF(-1, 0),
            Qt.Key.Key_Right: QPointF(1, 0),
            Qt.Key.Key_Up: QPointF(0, 1),
            Qt.Key.Key_Down: QPointF(0, -1),
        }
        if key in zooms:
            self.zoom_by(zooms[key])
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_Space:
            self.pin_asked.emit()
        elif key in ways and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            far = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            stride = (LEAP if far else STRIDE) * min(self.width(), self.height()) / self.unit()
            self._move_to((self._cursor or self._centre) + ways[key] * stride)
            self.settled.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._see()

    def _begin(self, tool: Tool, at: QPointF) -> None:
        self._dragging, self._grabbed = tool, at
        self._loop = QPolygonF([at]) if tool == "lasso" else QPolygonF()
        if tool == "hand":
            self.setCursor(QCursor(Qt.CursorShape.ClosedHandCursor))

    def _walk_to(self, at: QPointF) -> None:
        inside = QRectF(self.rect())
        held = QPointF(
            min(max(at.x(), inside.left()), inside.right()),
            min(max(at.y(), inside.top()), inside.bottom()),
        )
        self._move_to(self.to_plane(held))

    def _move_to(self, point: QPointF) -> None:
        self._cursor = self.held(point)
        self.update()
        self.moved.emit(self._cursor.x(), self._cursor.y())

    def held(self, point: QPointF) -> QPointF:
        """Where the cursor may go: those that inherit may keep it within their plane."""
        return point

    def _see(self) -> None:
        self.update()
        self.viewed.emit()

    # what is painted

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_plane(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._cursor is not None:
            paint_cursor(painter, self.to_widget(self._cursor), QRectF(self.rect()))
        if self._loop.size() > 1:
            pen = QPen(theme.colour("accent_text"), 1.6, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawPolyline(self._loop)
        self.paint_over(painter)
        frame = QRectF(self.rect())
        corners, inner = QPainterPath(), QPainterPath()
        corners.addRect(frame)
        inner.addRoundedRect(frame, ROUND, ROUND)
        painter.fillPath(corners.subtracted(inner), theme.colour("card"))
        if self.hasFocus():
            painter.setPen(theme.colour("accent_text"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)

    def paint_plane(self, painter: QPainter) -> None:
        """Paint all of the widget, below the cursor."""
        painter.fillRect(self.rect(), theme.colour("backdrop"))

    def paint_over(self, painter: QPainter) -> None:
        """Paint what lies above the cursor."""


def paint_cursor(painter: QPainter, at: QPointF, area: QRectF) -> None:
    """Paint dashed lines across an area, and a knob where they meet."""
    line = theme.colour("muted")
    line.setAlphaF(0.55)
    pen = QPen(line, 1, Qt.PenStyle.DashLine)
    pen.setCosmetic(True)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(pen)
    painter.drawLine(QPointF(area.left(), at.y()), QPointF(area.right(), at.y()))
    painter.drawLine(QPointF(at.x(), area.top()), QPointF(at.x(), area.bottom()))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(marks.SHADE)
    painter.drawEllipse(at, 9.5, 9.5)
    painter.setBrush(marks.INK)
    painter.drawEllipse(at, 8.5, 8.5)
    painter.setBrush(theme.colour("accent"))
    painter.drawEllipse(at, 6.5, 6.5)

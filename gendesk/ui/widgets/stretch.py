"""A picture along steps, of which a person looks at a stretch: zoomed, moved, chosen by dragging."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

ZOOM = 1.25  # one notch of the wheel
NEAR = 5  # pixels that a drag is longer than a click


class Stretch(QWidget):
    """Keeps which steps are seen; whoever inherits says where they lie, and paints them.

    The wheel zooms the steps around the cursor, dragging chooses a range of them, dragging with
    Shift or the middle button moves, a double click shows everything again. So do the keys: the
    arrows, plus and minus, and 0.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._range: tuple[float, float] | None = None  # the steps zoomed to
        self._cursor: QPointF | None = None
        self._dragged: QPointF | None = None  # where the choice of a range began
        self._moved: QPointF | None = None  # where moving was last

    # what whoever inherits says

    def _all_steps(self) -> tuple[float, float]:
        """The first and the last step that there are, the last after the first."""
        raise NotImplementedError

    def _inner(self) -> QRectF | None:
        """Where the steps that are seen lie; None where there are none."""
        raise NotImplementedError

    def _refresh(self) -> None:
        """Other steps are seen now."""
        self.update()

    # what is seen

    def show_steps(self, low: float, high: float) -> None:
        """Zoom to the steps between two."""
        first, last = self._all_steps()
        least = min(max((last - first) / 1e4, 2.0), last - first)
        width = min(max(high - low, least), last - first)
        low = min(max(low, first), last - width)
        self._range = None if width >= (last - first) * 0.999 else (low, low + width)
        self._refresh()

    def show_all(self) -> None:
        """Show every step, also those still to come."""
        self._range = None
        self._refresh()

    def shown_steps(self) -> tuple[float, float]:
        """The first and the last step that are seen."""
        return self._range or self._all_steps()

    def _pointed(self) -> QPointF | None:
        """Where the cursor points among the steps, unless it is choosing some."""
        inner, at = self._inner(), self._cursor
        there = inner is not None and at is not None and inner.contains(at)
        return at if there and self._dragged is None else None

    def _chosen(self) -> QRectF | None:
        """What is being chosen by dragging."""
        inner = self._inner()
        if inner is None or self._dragged is None or self._cursor is None:
            return None
        left, right = sorted((self._dragged.x(), self._cursor.x()))
        inner.setLeft(max(left, inner.left()))
        inner.setRight(min(right, inner.right()))
        return inner

    def _step_at(self, x: float, inner: QRectF) -> float:
        """Which step lies there, also where it has not been painted since it changed."""
        low, high = self.shown_steps()
        return low + (x - inner.left()) / inner.width() * (high - low)

    # what a person does

    def wheelEvent(self, event: QWheelEvent) -> None:
        inner = self._inner()
        if inner is None:
            event.ignore()
            return
        low, high = self.shown_steps()
        sideways = event.angleDelta().x() / 120
        factor = ZOOM ** (-event.angleDelta().y() / 120)
        at = self._step_at(event.position().x(), inner)
        shift = -sideways * (high - low) / 10
        self.show_steps(at - (at - low) * factor + shift, at + (high - at) * factor + shift)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.button() == Qt.MouseButton.MiddleButton or (
            event.button() == Qt.MouseButton.LeftButton and shifted
        ):
            self._moved = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._dragged = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._cursor = event.position()
        inner = self._inner()
        if self._moved is not None and inner is not None:
            low, high = self.shown_steps()
            across = (self._moved.x() - event.position().x()) / inner.width()
            self._moved = event.position()
            if self._range is not None:
                self.show_steps(low + across * (high - low), high + across * (high - low))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        began, self._dragged, self._moved = self._dragged, None, None
        self.unsetCursor()
        inner = self._inner()
        if began is not None and inner is not None:
            left, right = sorted((began.x(), event.position().x()))
            if right - left > NEAR:
                self.show_steps(self._step_at(left, inner), self._step_at(right, inner))
        self.update()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.show_all()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._cursor = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        low, high = self.shown_steps()
        tenth, middle = (high - low) / 10, (high + low) / 2
        half = (high - low) / 2
        moves = {
            Qt.Key.Key_Left: (low - tenth, high - tenth),
            Qt.Key.Key_Right: (low + tenth, high + tenth),
            Qt.Key.Key_Plus: (middle - half / ZOOM, middle + half / ZOOM),
            Qt.Key.Key_Minus: (middle - half * ZOOM, middle + half * ZOOM),
        }
        key = Qt.Key(event.key())
        if key in moves:
            self.show_steps(*moves[key])
        elif key == Qt.Key.Key_0:
            self.show_all()
        else:
            super().keyPressEvent(event)

"""A brush over a picture: a part of it is marked, and shown tinted, with mouse, pen or keys."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from gendesk.ui import icons, theme
from gendesk.ui.widgets import marks
from gendesk.ui.widgets.canvas import Canvas
from gendesk.ui.widgets.layers import Haste, Layer
from gendesk.ui.widgets.mask import Mask
from gendesk.ui.widgets.pyramid import Pyramid
from gendesk.ui.widgets.scene import beside
from gendesk.ui.words import Source, say

SIZES = (1, 50)  # of the brush: its diameter in percent of the picture's longer side
SIZE = 10
COARSER = 1.25  # how much a key changes the size
STRIDE = 0.25  # of the brush's diameter: how far an arrow key moves it
TINT = 120  # how strongly what is marked is tinted, of 255


class Brush(Canvas):
    """Shows a picture; the left button marks a part of it, or takes the mark away.

    The wheel zooms, the middle button moves. B takes the brush, E the eraser, [ and ] change the
    size; the arrow keys move the brush, the space bar dabs, with Shift an arrow key draws;
    Ctrl+Z takes a stroke back, Ctrl+Shift+Z draws it again, Delete marks nothing.
    """

    edited = Signal()  # another mask
    erasing_changed = Signal(bool)
    size_changed = Signal(int)

    def __init__(self, name: str, empty: Source, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._icon = icons.icon("brush", "faint")
        self._empty = ""
        self._picture: Layer | None = None
        self._mask = Mask(QSize(1, 1))
        self._erasing = False
        self._brush = SIZE
        self._last: QPointF | None = None  # the end of the stroke that is being drawn
        self._place: QPointF | None = None  # of the brush, in pixels of the picture
        self._keyed = False  # the keys moved it there, not the mouse
        say(self, "set_empty_text", empty)
        say(
            self,
            "setAccessibleDescription",
            "The left button draws. B is the brush, E the eraser, the square brackets change its size. The arrow keys move it, the space bar dabs, with Shift the arrow keys draw. Delete marks nothing.",
        )

    # what is shown

    def set_empty_text(self, text: str) -> None:
        """What stands where there is no picture."""
        self._empty = text
        self.update()

    def set_picture(
        self, pyramid: Pyramid | None, mask: NDArray[np.uint8] | None = None, caption: str = ""
    ) -> None:
        """Draw on another picture.

        Args:
            pyramid: the picture, or None for none.
            mask: what is marked of it, (h, w) uint8 of any size; None for nothing.
            caption: what it is, for a screen reader.
        """
        size = QSize() if pyramid is None else QSize(pyramid.width, pyramid.height)
        self._picture = None
        if pyramid is not None:
            self._picture = Layer(pyramid, QRectF(0, 0, pyramid.width, pyramid.height))
        self._mask = Mask(size)
        self._mask.set_array(mask)
        self._last = self._place = None
        self.setAccessibleName(caption or self._empty)
        self._set_size(size)

    def marked(self) -> NDArray[np.uint8] | None:
        """What is marked, (h, w) uint8, smaller than the picture where that is large; or None."""
        return self._mask.array()

    # the brush

    def size_percent(self) -> int:
        """The brush's diameter in percent of the picture's longer side."""
        return self._brush

    def set_size_percent(self, percent: float) -> None:
        """Another diameter, brought into `SIZES`."""
        kept = round(min(max(percent, SIZES[0]), SIZES[1]))
        if kept != self._brush:
            self._brush = kept
            self.size_changed.emit(kept)
            self.update()

    def erasing(self) -> bool:
        """Whether it takes marks away."""
        return self._erasing

    def set_erasing(self, erasing: bool) -> None:
        """Take marks away, or make them."""
        if erasing != self._erasing:
            self._erasing = erasing
            self.erasing_changed.emit(erasing)
            self.update()

    @property
    def undoable(self) -> bool:
        """Whether a stroke can be taken back."""
        return self._mask.undoable

    @property
    def redoable(self) -> bool:
        """Whether a stroke that was taken back can be drawn again."""
        return self._mask.redoable

    def undo(self) -> None:
        """Take the last stroke back."""
        if self._mask.undo():
            self._on_edited()

    def redo(self) -> None:
        """Draw again what was taken back last."""
        if self._mask.redo():
            self._on_edited()

    def clear(self) -> None:
        """Mark nothing."""
        self._mask.clear()
        self._on_edited()

    def invert(self) -> None:
        """Mark what is not marked."""
        if self._picture is not None:
            self._mask.invert()
            self._on_edited()

    def _radius(self) -> float:
        """In pixels of the picture."""
        return max(self._size.width(), self._size.height()) * self._brush / 200

    def _on_edited(self) -> None:
        self.update()
        self.edited.emit()

    # what is painted

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, room = QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(marks.rounded(room))
        if self._picture is None:
            painter.fillRect(room, theme.colour("backdrop"))
            marks.paint_empty(painter, self.rect(), self._icon, self._empty)
        else:
            self._paint_picture(painter, self._picture, QRectF(event.rect()))
            painter.setClipping(False)
            self._paint_brush(painter)
        if self.hasFocus():
            marks.paint_focus(painter, room)

    def _paint_picture(self, painter: QPainter, picture: Layer, part: QRectF) -> None:
        frame = self.frame()
        place = frame.target(picture.place)
        for rest in beside(QRectF(self.rect()), place):
            painter.fillRect(rest, theme.colour("backdrop"))
        picture.paint(painter, frame, part, Haste.SOME if self.moving else Haste.NONE)
        seen = part & place
        if seen.isEmpty():
            return
        corners = frame.to_picture(seen.topLeft()), frame.to_picture(seen.bottomRight())
        scale = self._mask.scale
        box = QRectF(*(corner * scale for corner in corners)).adjusted(-2, -2, 2, 2)
        box = QRectF(box.toAlignedRect()) & QRectF(
            0, 0, self._size.width() * scale, self._size.height() * scale
        )
        colour = theme.colour("accent")
        colour.setAlpha(TINT)
        layer = self._mask.tint(box, colour)
        target = QRectF(
            frame.to_widget(box.topLeft() / scale), frame.to_widget(box.bottomRight() / scale)
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, layer)

    def _paint_brush(self, painter: QPainter) -> None:
        """A ring that is seen on light and on dark."""
        if self._place is None or not (self.underMouse() or self._keyed):
            return
        frame = self.frame()
        at, radius = frame.to_widget(self._place), max(self._radius() * frame.unit, 2.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((QColor(0, 0, 0, 150), 3.0), (QColor(255, 255, 255), 1.3)):
            pen = QPen(colour, width)
            if self._erasing:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawEllipse(at, radius, radius)

    # what a person does

    def _draw_to(self, place: QPointF) -> None:
        start = place if self._last is None else self._last
        self._mask.draw(start, place, self._radius(), erase=self._erasing)
        self._last = place
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            if self._picture is not None:
                self._keyed = False
                self._mask.begin()
                self._draw_to(self.to_picture(event.position()))
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._place, self._keyed = self.to_picture(event.position()), False
        if self._last is not None:
            self._draw_to(self._place)
        else:
            super().mouseMoveEvent(event)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._last is not None:
            self._last = None
            self._on_edited()
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)  # two quick dabs are two dabs

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
        elif key in (Qt.Key.Key_B, Qt.Key.Key_E):
            self.set_erasing(key == Qt.Key.Key_E)
        elif event.text() == "[":
            self.set_size_percent(min(self._brush / COARSER, self._brush - 1))
        elif event.text() == "]":
            self.set_size_percent(max(self._brush * COARSER, self._brush + 1))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        elif not self._key_draws(key, event.modifiers()):
            super().keyPressEvent(event)

    def _key_draws(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        """Move the brush, dab, or draw by keys; false for any other key."""
        steps = {
            Qt.Key.Key_Left: QPointF(-1, 0),
            Qt.Key.Key_Right: QPointF(1, 0),
            Qt.Key.Key_Up: QPointF(0, -1),
            Qt.Key.Key_Down: QPointF(0, 1),
        }
        if self._picture is None or (key not in steps and key != Qt.Key.Key_Space):
            return False
        before = self._place or QPointF(self._size.width() / 2, self._size.height() / 2)
        moved = before + steps.get(key, QPointF()) * (2 * STRIDE * self._radius())
        self._place = QPointF(
            min(max(moved.x(), 0), self._size.width()), min(max(moved.y(), 0), self._size.height())
        )
        self._keyed = True
        if key == Qt.Key.Key_Space or held & Qt.KeyboardModifier.ShiftModifier:
            self._mask.begin()
            self._last = before
            self._draw_to(self._place)
            self._last = None
            self._on_edited()
        self.update()
        return True

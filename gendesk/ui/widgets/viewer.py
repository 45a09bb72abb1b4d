"""A picture of up to 100 megapixels and what became of it: zoomed, moved, compared, read."""

from __future__ import annotations

import math
from time import monotonic

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from gendesk.ui import icons, theme
from gendesk.ui.widgets import marks
from gendesk.ui.widgets.canvas import Canvas
from gendesk.ui.widgets.heat import heat
from gendesk.ui.widgets.layers import Frame, Haste
from gendesk.ui.widgets.marks import Readout
from gendesk.ui.widgets.pyramid import Pyramid
from gendesk.ui.widgets.scene import Scene, beside
from gendesk.ui.words import Source, say

LENS = 104.0  # the radius of the lens, in device-independent pixels
FRAME_S = 0.010  # longer than this to paint, and a picture in motion is painted coarsely
GRIP = 9.0  # how near to the divider a press takes hold of it
NUDGE = 0.05  # of the width: how far a key moves the divider
HELD_S = 0.35  # a key pressed for longer was held, not struck


class Viewer(Canvas):
    """Shows a picture, and beside a divider what became of it.

    The after side is a whole picture (`set_after`) or what was computed of it (`set_patch`): there
    it shows the before outside the patch, dimmed. It may have more pixels than the before: it is
    shown in its place and at its size. An error map may lie over the after side, or over the
    picture where there is none.

    Besides the keys of `Canvas`: L strikes or holds the lens, Shift and the arrow keys move the
    divider.
    """

    hovered = Signal(int, int, object, object)  # x, y, values before and after; -1, -1 for nowhere
    lens_toggled = Signal(bool)

    def __init__(
        self, name: str, empty: Source, icon: str = "image", parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self._icon = icons.icon(icon, "faint")
        self._empty = self._caption = self._before_name = self._after_name = ""
        self._scene: Scene | None = None
        self._divided = True
        self._dividing = self._near_divider = False
        self._slow = False  # whether a frame took too long since the picture began to move
        self._struck = 0.0  # when the lens's key was pressed
        self._mouse: QPointF | None = None
        self._marked: list[QRect] = []  # where the lens and the values were painted last
        self._turned = (self._sight.split, self._sight.lens)  # as was last shown
        say(self, "set_empty_text", empty)
        say(self, "set_before_name", "Before")
        say(self, "set_after_name", "After")
        say(
            self,
            "setAccessibleDescription",
            "0 shows the whole picture, 1 its pixels one to one, plus and minus zoom, the arrow keys move, with Shift the divider between before and after, L is the lens.",
        )

    # what is shown

    def set_empty_text(self, text: str) -> None:
        """What stands where there is no picture: ``say(viewer, "set_empty_text", ...)``."""
        self._empty = text
        self._describe()
        self.update()

    def set_before_name(self, text: str) -> None:
        """What the before side is called: ``say(viewer, "set_before_name", ...)``."""
        self._before_name = text
        self.update()

    def set_after_name(self, text: str) -> None:
        """What the after side is called."""
        self._after_name = text
        self.update()

    def set_picture(self, pyramid: Pyramid | None, caption: str = "") -> None:
        """Show another picture, without an after side or an error map.

        A picture of the same size keeps the zoom and the place.

        Args:
            pyramid: the picture, or None for none.
            caption: what it is, for a screen reader.
        """
        self._scene = None if pyramid is None else Scene(pyramid)
        self._caption = caption
        self._describe()
        self._set_size(QSize() if self._scene is None else self._scene.size)

    def set_after(self, pyramid: Pyramid | None) -> None:
        """Show what became of the whole picture, in its place and at its size; None for nothing."""
        if self._scene is not None:
            self._scene.after = None if pyramid is None else self._scene.laid(pyramid)
            self._on_shown()

    def set_patch(
        self, box: QRect, pixels: NDArray[np.uint8] | Pyramid, scale: float = 1.0
    ) -> None:
        """Show what became of a part of the picture, in place of any other after side.

        Args:
            box: the part, in pixels of the picture.
            pixels: (h * scale, w * scale, C) uint8, or its pyramid, which a worker builds better.
            scale: how many of these lie side by side on one pixel of the picture.
        """
        if self._scene is not None:
            patch = pixels if isinstance(pixels, Pyramid) else Pyramid.build(pixels)
            size = QSize(patch.width, patch.height).toSizeF() / scale
            self._scene.after = self._scene.laid(patch, QRectF(QPointF(box.topLeft()), size))
            self._on_shown()

    def set_overlay(
        self, errors: NDArray[np.uint8] | Pyramid | None, box: QRect | None = None
    ) -> None:
        """Lay an error map over the after side, or take it away.

        Args:
            errors: (h, w) uint8, 0 is no error, shown as `heat`; or a pyramid of such colours.
            box: the part of the picture it is about, in its pixels; all of it where there is none.
        """
        if self._scene is None:
            return
        if errors is None:
            self._scene.overlay = None
        else:
            colours = errors if isinstance(errors, Pyramid) else Pyramid.build(heat(errors))
            self._scene.overlay = self._scene.laid(colours, None if box is None else QRectF(box))
        self.update()

    def overlaid(self) -> bool:
        """Whether an error map lies over the picture."""
        return self._scene is not None and self._scene.overlay is not None

    # the divider and the lens

    def split(self) -> float:
        """Where the divider stands, as a share of the width."""
        return self._sight.split

    def set_split(self, share: float) -> None:
        """Move the divider; 0 shows only the after side, 1 only the before side."""
        self._sight.set_split(share)

    def set_divided(self, divided: bool) -> None:
        """Part before from after by a divider, or show the after side alone."""
        self._divided = divided
        self.update()

    def lens(self) -> bool:
        """Whether the lens is held."""
        return self._sight.lens

    def set_lens(self, on: bool) -> None:
        """Magnify what is below the cursor, before and after side by side."""
        self._sight.set_lens(on)

    def _divider(self) -> float:
        """Where the divider stands in the widget: over the picture, wherever that is."""
        seen, ratio = self._seen(), self.devicePixelRatioF()
        split = self._sight.split if self._divided else 0.0
        x = min(max(split * self.width(), seen.left()), seen.right())
        return round(x * ratio) / ratio

    def _seen(self) -> QRectF:
        """Where in the widget the picture is seen."""
        if self._scene is None:
            return QRectF()
        return self.frame().target(self._scene.before.place) & QRectF(self.rect())

    # what is painted

    def _haste(self) -> Haste:
        if not self.moving:
            return Haste.NONE
        return Haste.MUCH if self._slow else Haste.SOME

    def paintEvent(self, event: QPaintEvent) -> None:
        began, room = monotonic(), QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(marks.rounded(room))
        for rest in beside(room, self._seen()):
            painter.fillRect(rest, theme.colour("backdrop"))
        if self._scene is None:
            marks.paint_empty(painter, self.rect(), self._icon, self._empty)
        else:
            part, divider = QRectF(event.rect()), self._divider()
            self._scene.paint(painter, self.frame(), part, divider, self._haste())
            painter.setClipping(False)  # behind a path tall fillings are shared out among threads
            self._paint_marks(painter, self._scene)
        if self.hasFocus():
            marks.paint_focus(painter, room)
        self._slow = self.moving and (self._slow or monotonic() - began > FRAME_S)

    def _paint_marks(self, painter: QPainter, scene: Scene) -> None:
        if scene.after is not None:
            divider, seen = self._divider(), self._seen()
            left, right = QRectF(seen), QRectF(seen)
            left.setRight(divider)
            right.setLeft(divider)
            marks.paint_name(painter, self._after_name, right, right=True)
            if self._divided:
                marks.paint_name(painter, self._before_name, left, right=False)
                lit = self._dividing or self._near_divider
                marks.paint_divider(painter, divider, seen, lit)
        readout = self._readout()
        if readout is not None:
            readout.paint(painter, readout.box(self._seen(), QRectF(self.rect())))
        place = self._cursor()
        if self._sight.lens and place is not None:
            self._paint_lens(painter, scene, place)

    def _paint_lens(self, painter: QPainter, scene: Scene, place: QPointF) -> None:
        at, ratio = self.frame().to_widget(place), self.devicePixelRatioF()
        scale = max(2 + min(ratio, 2.0), 2 * self.scale())
        area, frame = _square(at, LENS), Frame.around(at, place, scale / ratio, ratio)
        painter.save()
        painter.setClipPath(marks.circle(at, LENS))
        painter.fillRect(area, theme.colour("backdrop"))
        scene.paint(painter, frame, area, round(at.x() * ratio) / ratio, self._haste())
        painter.restore()
        marks.paint_rim(painter, at, LENS, scene.after is not None)

    # the cursor

    def _cursor(self) -> QPointF | None:
        """What is pointed at, in pixels of the picture."""
        share = self._sight.cursor
        if share is None or self._scene is None:
            return None
        size = self._scene.size
        return QPointF(share.x() * size.width(), share.y() * size.height())

    def _readout(self) -> Readout | None:
        place = self._cursor()
        if place is None or self._scene is None:
            return None
        x, y = math.floor(place.x()), math.floor(place.y())
        return Readout(x, y, *self._scene.values(place), self._scene.size.toTuple())

    def _point(self) -> None:
        """Tell what the mouse is over."""
        place = None if self._mouse is None else self.to_picture(self._mouse)
        if place is None or self._scene is None or not self._scene.before.place.contains(place):
            if self._sight.cursor is not None:
                self._sight.point(None)
                self.hovered.emit(-1, -1, None, None)
            return
        size = self._scene.size
        self._sight.point(QPointF(place.x() / size.width(), place.y() / size.height()))
        x, y = math.floor(place.x()), math.floor(place.y())
        self.hovered.emit(x, y, *self._scene.values(place))

    # what changed

    def _on_shown(self) -> None:
        self._point()
        self.update()

    def _on_moved(self) -> None:
        super()._on_moved()
        self._point()

    def _on_settled(self) -> None:
        self._slow = False
        super()._on_settled()

    def _on_turned(self) -> None:
        turned = (self._sight.split, self._sight.lens)
        if turned != self._turned:
            lens_was, self._turned = self._turned[1], turned
            self.update()
            if lens_was != self._sight.lens:
                self.lens_toggled.emit(self._sight.lens)
        marked = []
        readout, place = self._readout(), self._cursor()
        if readout is not None and place is not None:
            box = readout.box(self._seen(), QRectF(self.rect()))
            marked.append(box.adjusted(-2, -2, 2, 2).toAlignedRect())
            if self._sight.lens:
                at = self.frame().to_widget(place)
                marked.append(_square(at, LENS + 4).toAlignedRect())
        for area in (*self._marked, *marked):
            self.update(area)
        self._marked = marked

    def _describe(self) -> None:
        self.setAccessibleName(self._caption if self._scene is not None else self._empty)

    # what a person does

    def _grips(self, at: QPointF) -> bool:
        """Whether a press there takes hold of the divider."""
        if self._scene is None or self._scene.after is None or not self._divided:
            return False
        aside = at - QPointF(self._divider(), self._seen().center().y())
        return abs(aside.x()) <= GRIP or math.hypot(aside.x(), aside.y()) <= marks.KNOB

    def _show_cursor(self, at: QPointF) -> None:
        near = self._dividing or (self._grabbed is None and self._grips(at))
        if near != self._near_divider:
            self._near_divider = near
            self.update()
        if near:
            self.setCursor(Qt.CursorShape.SplitHCursor)
        else:
            super()._show_cursor(at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dividing = event.button() == Qt.MouseButton.LeftButton and self._grips(
            event.position()
        )
        if not self._dividing:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse = event.position()
        if self._dividing:
            self.set_split(event.position().x() / self.width())
        else:
            super().mouseMoveEvent(event)
            self._show_cursor(event.position())
        self._point()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dividing = False
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._grips(event.position()):
            self.set_split(0.5)
        else:
            super().mouseDoubleClickEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._mouse = None
        self._point()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        nudges = {Qt.Key.Key_Left: -NUDGE, Qt.Key.Key_Right: NUDGE}
        key, shifted = Qt.Key(event.key()), Qt.KeyboardModifier.ShiftModifier
        parted = self._divided and self._scene is not None and self._scene.after is not None
        if key in nudges and event.modifiers() & shifted and parted:
            self.set_split(self._sight.split + nudges[key])
        elif key == Qt.Key.Key_L and self._scene is not None:
            if not event.isAutoRepeat():
                self._struck = monotonic()
                self.set_lens(not self._sight.lens)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_L and not event.isAutoRepeat():
            if monotonic() - self._struck > HELD_S:
                self.set_lens(False)
        else:
            super().keyReleaseEvent(event)


def _square(middle: QPointF, radius: float) -> QRectF:
    return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)

"""A small picture that can be pressed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gendesk.ui import icons, theme
from gendesk.ui.widgets import marks
from gendesk.ui.widgets.image import looking_into
from gendesk.ui.widgets.mask import Mask

TINT = 130  # how strongly what is marked is tinted, of 255


class Thumb(QAbstractButton):
    """Shows a picture in the room that it has, and what is marked of it tinted."""

    def __init__(
        self, name: str, *, covers: bool = True, icon: str = "image", parent: QWidget | None = None
    ) -> None:
        """Nothing is shown yet.

        Args:
            name: becomes its object name.
            covers: whether the picture fills the room, cut at its edges, or is seen whole.
            icon: stands where there is no picture.
            parent: as everywhere.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self._covers = covers
        self._icon = icons.icon(icon, "faint")
        self._image = QImage()
        self._buffer: NDArray[np.uint8] | None = None  # what the image looks into
        self._mask: Mask | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_picture(
        self, pixels: NDArray[np.uint8] | None, mask: NDArray[np.uint8] | None = None
    ) -> None:
        """Show another picture.

        Args:
            pixels: (H, W, 3) uint8, some hundred pixels a side; None for none.
            mask: (h, w) uint8, what is marked of it; None for nothing.
        """
        self._buffer = None if pixels is None else np.ascontiguousarray(pixels)
        self._image, self._mask = QImage(), None
        if self._buffer is not None:
            self._image = looking_into(self._buffer)
            if mask is not None:
                self._mask = Mask(self._image.size())
                self._mask.set_array(mask)
        self.update()

    def picture(self) -> NDArray[np.uint8] | None:
        """The picture shown."""
        return self._buffer

    def marked(self) -> bool:
        """Whether a part of the picture is tinted."""
        return self._mask is not None

    def sizeHint(self) -> QSize:
        return QSize(72, 72)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, room = QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(marks.rounded(room))
        painter.fillRect(room, theme.colour("backdrop"))
        if self._image.isNull():
            side = min(32.0, room.width() / 2)
            place = QRectF(0, 0, side, side)
            place.moveCenter(room.center())
            self._icon.paint(painter, place.toRect())
        else:
            self._paint_picture(painter, room)
        painter.setClipping(False)
        tone = "accent_text" if self.hasFocus() or self.isChecked() else "text"
        if self.hasFocus() or self.isChecked() or self.underMouse():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour(tone), 2 if self.isChecked() else 1.2))
            painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), marks.ROUND, marks.ROUND)

    def _paint_picture(self, painter: QPainter, room: QRectF) -> None:
        """Reduced to the pixels of the screen first: the painter alone looks at four for one."""
        size = self._image.size()
        across, down = room.width() / size.width(), room.height() / size.height()
        scale = max(across, down) if self._covers else min(across, down)
        target = QRectF(0, 0, size.width() * scale, size.height() * scale)
        target.moveCenter(room.center())
        pixels = (target.size() * self.devicePixelRatioF()).toSize()
        reduced = self._image.scaled(
            pixels,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawImage(target, reduced)
        if self._mask is not None:
            colour = theme.colour("accent")
            colour.setAlpha(TINT)
            painter.drawImage(target, self._mask.tint(QRectF(self._image.rect()), colour))

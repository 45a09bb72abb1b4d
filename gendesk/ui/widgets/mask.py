"""A mask that is drawn: which part of a picture counts, stroke by stroke, with a way back."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

LARGEST = 1024  # pixels along the longer side: finer than what any layer tells apart
KEPT = 40  # strokes that can be taken back


class Mask:
    """Marked or not, softly at the edges of a stroke, at no more than `LARGEST` pixels a side.

    Nothing marked means everything: a mask of which nothing is left is none.
    """

    def __init__(self, size: QSize) -> None:
        """Nothing is marked yet.

        Args:
            size: of the picture; places and radii are told in its pixels.
        """
        longer = max(size.width(), size.height(), 1)
        self._scale = min(1.0, LARGEST / longer)
        width, height = (max(1, round(each * self._scale)) for each in size.toTuple())
        self._marks = QImage(width, height, QImage.Format.Format_Alpha8)
        self._marks.fill(0)
        self._before: list[QImage] = []
        self._after: list[QImage] = []

    # what it is

    @property
    def scale(self) -> float:
        """Its pixels for one of the picture."""
        return self._scale

    def array(self) -> NDArray[np.uint8] | None:
        """(h, w) uint8, 255 where it is marked; None where nothing is."""
        pixels = self._pixels()
        return pixels.copy() if pixels.any() else None

    def set_array(self, mask: NDArray[np.uint8] | None) -> None:
        """Another mask, of any size; there is no way back to the one before."""
        self._before.clear()
        self._after.clear()
        self._marks.fill(0)
        if mask is not None:
            whole = np.ascontiguousarray(mask)
            height, width = whole.shape
            image = QImage(whole.data, width, height, width, QImage.Format.Format_Alpha8)
            painter = QPainter(self._marks)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self._marks.rect(), image)
            painter.end()

    def tint(self, part: QRectF, colour: QColor) -> QImage:
        """A part of it, in its own pixels, as a layer of colour that lets the picture through."""
        box = part.toAlignedRect() & self._marks.rect()
        layer = QImage(box.size(), QImage.Format.Format_ARGB32_Premultiplied)
        layer.fill(colour)
        painter = QPainter(layer)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        painter.drawImage(0, 0, self._marks, box.x(), box.y(), box.width(), box.height())
        painter.end()
        return layer

    # what is done to it

    def begin(self) -> None:
        """What follows is one stroke, to be taken back at once."""
        self._before.append(self._marks.copy())
        del self._before[:-KEPT]
        self._after.clear()

    def draw(self, start: QPointF, end: QPointF, radius: float, *, erase: bool) -> QRectF:
        """One piece of a stroke, in pixels of the picture; returns the part that it touches."""
        painter = QPainter(self._marks)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mode = QPainter.CompositionMode
        painter.setCompositionMode(
            mode.CompositionMode_DestinationOut if erase else mode.CompositionMode_SourceOver
        )
        pen = QPen(Qt.GlobalColor.black, max(1.0, 2 * radius * self._scale))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if start == end:
            painter.drawPoint(start * self._scale)
        else:
            painter.drawLine(start * self._scale, end * self._scale)
        painter.end()
        reach = radius + 2 / self._scale
        return QRectF(start, end).normalized().adjusted(-reach, -reach, reach, reach)

    def clear(self) -> None:
        """Mark nothing; that can be taken back, too."""
        if self._pixels().any():
            self.begin()
            self._marks.fill(0)

    def invert(self) -> None:
        """Mark what is not marked, and the other way round."""
        self.begin()
        self._marks.invertPixels(QImage.InvertMode.InvertRgba)

    def undo(self) -> bool:
        """Take the last stroke back; false where there is none."""
        return self._step(self._before, self._after)

    def redo(self) -> bool:
        """Draw again what was taken back last; false where there is nothing."""
        return self._step(self._after, self._before)

    @property
    def undoable(self) -> bool:
        """Whether a stroke can be taken back."""
        return bool(self._before)

    @property
    def redoable(self) -> bool:
        """Whether a stroke that was taken back can be drawn again."""
        return bool(self._after)

    def _step(self, source: list[QImage], target: list[QImage]) -> bool:
        if not source:
            return False
        target.append(self._marks)
        self._marks = source.pop()
        return True

    def _pixels(self) -> NDArray[np.uint8]:
        stride, height = self._marks.bytesPerLine(), self._marks.height()
        flat = np.frombuffer(self._marks.constBits(), np.uint8)
        return flat.reshape(height, stride)[:, : self._marks.width()]

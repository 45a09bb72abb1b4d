"""What a viewer lays over one another: pictures, each in its place, painted at any size."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from gendesk.ui.widgets.pyramid import Pyramid

CRISP = 2.0  # from this size on a pixel is a square, below it melts into its neighbours
# Qt shares larger pieces out among threads and waits for them; where the machine is busy, and it is
# while something trains, the wait is longer than the work.
_ROWS = 64  # of the screen, painted at once
_PIXELS = 110_000  # of three bytes, made ones of four at once


class Haste(Enum):
    """How a picture is painted that moves on anyway."""

    NONE = auto()  # it rests
    SOME = auto()  # a little softer
    MUCH = auto()  # each pixel of the screen from one of the picture's


@dataclass(frozen=True)
class Frame:
    """Where a picture lies in a widget.

    Args:
        x: of its left edge, in device-independent pixels, on a whole pixel of the screen.
        y: of its upper edge, likewise.
        unit: device-independent pixels for one pixel of the picture.
        ratio: pixels of the screen for one that is device-independent.
    """

    x: float
    y: float
    unit: float
    ratio: float

    @classmethod
    def around(cls, at: QPointF, centre: QPointF, unit: float, ratio: float) -> Frame:
        """With the pixel `centre` of the picture below the point `at` of the widget."""
        corner = (at - centre * unit) * ratio
        # On whole pixels of the screen, so that those of the picture are equally large.
        return cls(round(corner.x()) / ratio, round(corner.y()) / ratio, unit, ratio)

    def to_picture(self, at: QPointF) -> QPointF:
        """The point of the picture, in its pixels, below a point of the widget."""
        return QPointF((at.x() - self.x) / self.unit, (at.y() - self.y) / self.unit)

    def to_widget(self, at: QPointF) -> QPointF:
        """The point of the widget above a point of the picture."""
        return QPointF(self.x + at.x() * self.unit, self.y + at.y() * self.unit)

    def target(self, place: QRectF) -> QRectF:
        """Where a part of the picture lies in the widget, on whole pixels of the screen."""
        return self.snapped(
            QRectF(self.to_widget(place.topLeft()), self.to_widget(place.bottomRight()))
        )

    def snapped(self, rect: QRectF) -> QRectF:
        """A rectangle of the widget moved to whole pixels of the screen."""
        left, top = round(rect.left() * self.ratio), round(rect.top() * self.ratio)
        right, bottom = round(rect.right() * self.ratio), round(rect.bottom() * self.ratio)
        return QRectF(
            left / self.ratio,
            top / self.ratio,
            (right - left) / self.ratio,
            (bottom - top) / self.ratio,
        )


@dataclass(frozen=True)
class Layer:
    """A picture laid over a part of another: all of it, or a box of its pixels."""

    pyramid: Pyramid
    place: QRectF  # in pixels of the picture below, which may be larger or smaller than its own

    def value(self, at: QPointF) -> tuple[int, ...] | None:
        """The values above a point of the picture below, or None beside the place."""
        across, down = self._density()
        x = math.floor((at.x() - self.place.x()) * across)
        return self.pyramid.value(x, math.floor((at.y() - self.place.y()) * down))

    def paint(
        self, painter: QPainter, frame: Frame, part: QRectF, haste: Haste = Haste.NONE
    ) -> None:
        """Paint what of the layer lies in a part of the widget.

        Only the pixels that are seen are handed to the painter.

        Args:
            painter: of the widget.
            frame: where the picture below lies.
            part: of the widget, in device-independent pixels.
            haste: how little time there is for beauty.
        """
        seen = frame.snapped(part) & frame.target(self.place)
        if seen.isEmpty():
            return
        across, down = self._density()
        scale = frame.unit * frame.ratio / across
        level = self._level(scale, haste)
        wide, high = frame.unit / across * 2**level, frame.unit / down * 2**level
        corner = frame.to_widget(self.place.topLeft())
        pixels = self.pyramid.level(level)
        on_screen = wide * frame.ratio
        smooth = haste is not Haste.MUCH and on_screen < CRISP and abs(on_screen - 1) > 1e-6
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        left, right = _reach(seen.left() - corner.x(), seen.right() - corner.x(), wide, pixels, 1)
        most = _ROWS / frame.ratio
        if not level:
            most = min(most, _PIXELS / (right - left) * high)
        for band in _bands(seen, most, frame.ratio):
            top, bottom = _reach(
                band.top() - corner.y(), band.bottom() - corner.y(), high, pixels, 0
            )
            target = QRectF(
                corner.x() + left * wide,
                corner.y() + top * high,
                (right - left) * wide,
                (bottom - top) * high,
            )
            painter.save()
            painter.setClipRect(band, Qt.ClipOperation.IntersectClip)
            painter.drawImage(target, _image(pixels, left, top, right, bottom))
            painter.restore()
        painter.restore()

    def _density(self) -> tuple[float, float]:
        """Own pixels for one pixel of the picture below, across and down."""
        return (
            self.pyramid.width / self.place.width(),
            self.pyramid.height / self.place.height(),
        )

    def _level(self, scale: float, haste: Haste) -> int:
        """The picture reduced so far that the painter has less than half of the way left.

        The painter looks at four pixels for one: more of them in its place would be noise. Below
        two thirds of the size it looks at all of them, in several threads: not in haste.
        """
        least = 0.5 if haste is Haste.NONE else 0.67
        level, last = 0, len(self.pyramid.copies)
        while level < last and scale * 2**level <= least:
            level += 1
        return level


def _reach(
    low: float, high: float, size: float, pixels: NDArray[np.uint8], axis: int
) -> tuple[int, int]:
    """The pixels between two distances, with what their edges melt into."""
    first, last = math.floor(low / size) - 2, math.ceil(high / size) + 2
    return max(first, 0), min(last, pixels.shape[axis])


def _bands(seen: QRectF, most: float, ratio: float) -> Iterator[QRectF]:
    """Cut from top to bottom, on whole pixels of the screen, into bands of about `most`."""
    count = max(math.ceil(seen.height() / most), 1)
    edges = [seen.top() + round(seen.height() * ratio * i / count) / ratio for i in range(count)]
    for top, bottom in zip(edges, [*edges[1:], seen.bottom()], strict=True):
        if bottom > top:
            yield QRectF(QPointF(seen.left(), top), QPointF(seen.right(), bottom))


def _image(pixels: NDArray[np.uint8], left: int, top: int, right: int, bottom: int) -> QImage:
    """A part of a picture in four bytes a pixel, for as long as it is being painted.

    It may look into the array instead of holding a copy: nobody keeps it.
    """
    channels, stride = pixels.shape[2], pixels.shape[1] * pixels.shape[2]
    room = pixels[top:bottom].reshape(-1)[left * channels :]
    formats = {
        1: QImage.Format.Format_Grayscale8,
        3: QImage.Format.Format_RGB888,
        4: QImage.Format.Format_RGB32,
    }
    image = QImage(room.data, right - left, bottom - top, stride, formats[channels])
    return image.convertToFormat(QImage.Format.Format_RGB32)

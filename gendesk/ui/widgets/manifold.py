"""The manifold: what lies everywhere on a latent plane, as one picture to walk on."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from gendesk.ui import theme
from gendesk.ui.widgets.image import as_image
from gendesk.ui.widgets.plane import Plane

WHOLE = QRectF(0, 0, 1, 1)


class Manifold(Plane):
    """A plane of probabilities from 0 to 1: equal areas hold equally many samples.

    The picture of the whole lies below; over it, once one has zoomed in, that of the part.
    """

    part_wanted = Signal(QRectF)  # another part is seen: its pictures would be sharper

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._whole = QImage()
        self._part = QImage()
        self._place = QRectF()
        self.set_bounds(WHOLE)
        self.viewed.connect(lambda: self.part_wanted.emit(self.part()))

    def part(self) -> QRectF:
        """What of the plane is seen, within its bounds."""
        return self.seen() & WHOLE

    def set_whole(self, picture: NDArray[np.uint8] | None) -> None:
        """Another picture (H, W, C) of all of it; what showed a part is out of date."""
        self._whole = QImage() if picture is None else as_image(picture)
        self._part = QImage()
        self.update()

    def set_part(self, picture: NDArray[np.uint8], place: QRectF) -> None:
        """A sharper picture (H, W, C) of a part."""
        self._part, self._place = as_image(picture), QRectF(place)
        self.update()

    def shown(self) -> bool:
        """Whether there is a picture."""
        return not self._whole.isNull()

    def held(self, point: QPointF) -> QPointF:
        return QPointF(min(max(point.x(), 0.001), 0.999), min(max(point.y(), 0.001), 0.999))

    def paint_plane(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), theme.colour("backdrop"))
        for image, place in ((self._whole, WHOLE), (self._part, self._place)):
            if not image.isNull():
                corners = (self.to_widget(place.topLeft()), self.to_widget(place.bottomRight()))
                target = QRectF(*corners).normalized()
                smooth = target.width() * self.devicePixelRatioF() < 3 * image.width()
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
                painter.drawImage(target, image)

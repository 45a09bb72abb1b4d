"""What a viewer shows: a picture, what became of it, and where that is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from gendesk.ui import theme
from gendesk.ui.widgets import marks
from gendesk.ui.widgets.layers import Frame, Haste, Layer
from gendesk.ui.widgets.marks import Values
from gendesk.ui.widgets.pyramid import Pyramid

VEIL = 0.3  # how much of the backdrop lies over what was not computed


class Scene:
    """A picture, and over it what became of all or a part of it.

    Attributes:
        before: the picture.
        after: what became of it, or None.
        overlay: a map of errors over the after side, or over the picture where there is none.
    """

    def __init__(self, picture: Pyramid) -> None:
        self.before = Layer(picture, QRectF(0, 0, picture.width, picture.height))
        self.after: Layer | None = None
        self.overlay: Layer | None = None

    @property
    def size(self) -> QSize:
        """Of the picture."""
        return QSize(self.before.pyramid.width, self.before.pyramid.height)

    def laid(self, pyramid: Pyramid, place: QRectF | None = None) -> Layer:
        """A layer over a part of the picture, or over all of it."""
        return Layer(pyramid, self.before.place if place is None else place)

    def values(self, at: QPointF) -> tuple[Values, Values]:
        """The values before and after at a point of the picture."""
        return self.before.value(at), None if self.after is None else self.after.value(at)

    def paint(
        self, painter: QPainter, frame: Frame, part: QRectF, divider: float, haste: Haste
    ) -> None:
        """Paint a part of the widget: before to the left of the divider, after to its right."""
        left, right = QRectF(part), QRectF(part)
        if self.after is not None:
            left.setRight(min(max(divider, part.left()), part.right()))
            right.setLeft(left.right())
            self._paint_after(painter, frame, right, self.after, haste)
        if not left.isEmpty():
            self.before.paint(painter, frame, left, haste)
        if self.overlay is not None:
            self.overlay.paint(painter, frame, right, haste)

    def _paint_after(
        self, painter: QPainter, frame: Frame, part: QRectF, after: Layer, haste: Haste
    ) -> None:
        """What was computed, and around it the before behind a veil."""
        after.paint(painter, frame, part, haste)
        done, seen = frame.target(after.place), frame.target(self.before.place) & part
        if seen.isEmpty() or done.contains(seen):
            return
        veil = theme.colour("backdrop")
        veil.setAlphaF(VEIL)
        for rest in beside(seen, done):
            self.before.paint(painter, frame, rest, haste)
            painter.fillRect(frame.snapped(rest), veil)
        painter.save()
        painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
        pen = QPen(marks.INK, 1, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(done)
        painter.restore()


def beside(part: QRectF, hole: QRectF) -> Iterator[QRectF]:
    """What is left of a part around a hole in it: above, below, left and right of it."""
    hole = hole & part
    if hole.isEmpty():
        yield part
        return
    sides = (
        QRectF(part.topLeft(), QPointF(part.right(), hole.top())),
        QRectF(QPointF(part.left(), hole.bottom()), part.bottomRight()),
        QRectF(QPointF(part.left(), hole.top()), hole.bottomLeft()),
        QRectF(hole.topRight(), QPointF(part.right(), hole.bottom())),
    )
    yield from (each for each in sides if not each.isEmpty())

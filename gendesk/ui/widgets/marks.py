"""What is drawn around and over pictures: corners, focus, names, the divider, the values at the cursor, the lens's rim."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QIcon,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPixmapCache,
    QPolygonF,
)

from gendesk.ui import theme

ROUND = 6.0  # the radius of the corners
KNOB = 15.0  # the radius of the divider's handle
MARGIN = 10.0  # between a mark and the edge of the viewer
# Over pictures of any brightness, in the light theme and the dark one.
INK = QColor(255, 255, 255)
GROUND = QColor(16, 18, 22, 190)
SHADE = QColor(0, 0, 0, 90)
EDGE = QColor(92, 94, 98)

Values = tuple[int, ...] | None


def rounded(area: QRectF) -> QPainterPath:
    """The area of a picture's place, with its corners rounded, to clip to."""
    path = QPainterPath()
    path.addRoundedRect(area, ROUND, ROUND)
    return path


def paint_focus(painter: QPainter, area: QRectF) -> None:
    """Paint the line around a picture's place that the keys go to."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(theme.colour("accent_text"))
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)


def paint_empty(painter: QPainter, area: QRect, icon: QIcon, text: str) -> None:
    """Say what will be here."""
    middle, roomy = area.center(), area.height() >= 140
    if roomy:
        icon.paint(painter, QRect(middle.x() - 20, middle.y() - 44, 40, 40))
    painter.setPen(theme.colour("muted"))
    painter.setFont(theme.font(13))
    painter.drawText(
        area.adjusted(16, area.height() // 2 + 8 if roomy else 0, -16, 0),
        Qt.AlignmentFlag.AlignHCenter
        | (Qt.AlignmentFlag.AlignTop if roomy else Qt.AlignmentFlag.AlignVCenter)
        | Qt.TextFlag.TextWordWrap,
        text,
    )


def paint_divider(painter: QPainter, x: float, area: QRectF, lit: bool) -> None:
    """Paint the line between before and after down an area, and the handle that moves it."""
    # Opaque and with hard edges, a line is written at once; others are shared out among threads.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(QRectF(x - 2, area.top(), 4, area.height()), EDGE)
    painter.fillRect(QRectF(x - 1, area.top(), 2, area.height()), INK)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = 2 * KNOB + 4
    corner = QPointF(x - side / 2, area.center().y() - side / 2)
    _stamp(painter, corner, QSizeF(side, side), f"knob/{lit}", lambda to: _draw_knob(to, lit))


def _draw_knob(painter: QPainter, lit: bool) -> None:
    painter.translate(KNOB + 2, KNOB + 2)
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, radius in ((SHADE, KNOB + 1), (INK, KNOB)):
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(), radius, radius)
    pen = QPen(QColor(theme.LIGHT.accent if lit else theme.LIGHT.text), 2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for side in (-1, 1):
        corners = [QPointF(side * 4, -4), QPointF(side * 8, 0), QPointF(side * 4, 4)]
        painter.drawPolyline(QPolygonF(corners))


def paint_name(painter: QPainter, text: str, area: QRectF, right: bool) -> None:
    """Paint the name of a side into its upper outer corner, where there is room for it."""
    metrics = QFontMetricsF(theme.font(13, 500))
    room = area.width() - 2 * MARGIN - 20
    if not text or room < 24:
        return
    short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    size = QSizeF(math.ceil(metrics.horizontalAdvance(short)) + 20, 24)
    left = area.right() - MARGIN - size.width() if right else area.left() + MARGIN
    corner = QPointF(left, area.top() + MARGIN)
    _stamp(painter, corner, size, f"name/{short}", lambda to: _draw_name(to, short, size))


def _draw_name(painter: QPainter, text: str, size: QSizeF) -> None:
    pill = QRectF(QPointF(), size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(GROUND)
    painter.drawRoundedRect(pill, 12, 12)
    painter.setPen(INK)
    painter.setFont(theme.font(13, 500))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)


def _stamp(
    painter: QPainter, corner: QPointF, size: QSizeF, key: str, draw: Callable[[QPainter], None]
) -> None:
    """Draw something once and copy it from then on: what is round takes longer than a picture."""
    ratio = painter.device().devicePixelRatioF()
    made, key = QPixmap(), f"gendesk/viewer/{key}/{ratio}"
    if not QPixmapCache.find(key, made):
        made = QPixmap(math.ceil(size.width() * ratio), math.ceil(size.height() * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        fresh = QPainter(made)
        fresh.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(fresh)
        fresh.end()
        QPixmapCache.insert(key, made)
    on_screen = QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio)
    painter.drawPixmap(on_screen, made)


def paint_rim(painter: QPainter, middle: QPointF, radius: float, divided: bool) -> None:
    """Paint the rim of the lens, and the line between its halves."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if divided:
        painter.fillRect(QRectF(middle.x() - 0.5, middle.y() - radius, 1, 2 * radius), INK)
    for colour, width in ((SHADE, 5.0), (INK, 2.5)):
        painter.setPen(QPen(colour, width))
        painter.drawEllipse(middle, radius, radius)


@dataclass(frozen=True)
class Readout:
    """The values of the pixel at the cursor, in the lower left corner.

    Args:
        x: of the pixel.
        y: of the pixel.
        before: its one or three values.
        after: those of the after side, where there is one.
        largest: the largest x and y, which the box has room for.
    """

    x: int
    y: int
    before: Values
    after: Values
    largest: tuple[int, int]

    def box(self, seen: QRectF, room: QRectF) -> QRectF:
        """Where it is painted: over what is seen of the picture, as wide for any pixel.

        A picture too small for it gives way, within the room of the viewer.
        """
        width = 20 + sum(width for width, _, _ in self._cells())
        left = max(min(seen.left(), room.right() - width - 2 * MARGIN), room.left()) + MARGIN
        return QRectF(left, seen.bottom() - MARGIN - 26, width, 26)

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Paint it into its box."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(GROUND)
        painter.drawRoundedRect(box, 6, 6)
        painter.setFont(theme.font(12, figures=True))
        left = box.left() + 10
        for width, text, colour in self._cells():
            cell = QRectF(left, box.top(), width, box.height())
            if colour is None:
                painter.setPen(INK)
                painter.drawText(
                    cell, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text
                )
            else:
                painter.setPen(QPen(QColor(255, 255, 255, 110), 1))
                painter.setBrush(colour)
                painter.drawRoundedRect(QRectF(left, cell.center().y() - 6, 12, 12), 3, 3)
            left += width

    def _cells(self) -> list[tuple[float, str, QColor | None]]:
        """Width, text and colour of what stands side by side."""
        metrics = QFontMetricsF(theme.font(12, figures=True))
        width, height = self.largest
        place = f"{self.x}, {self.y}"
        cells: list[tuple[float, str, QColor | None]] = [
            (metrics.horizontalAdvance(f"{width}, {height}"), place, None)
        ]
        for values in (self.before, self.after):
            if values is not None:
                cells += [(14, "", None), (12, "", _colour(values))]
                cells += [(metrics.horizontalAdvance("255") + 7, str(v), None) for v in values]
        return cells


def _colour(values: Sequence[int]) -> QColor:
    return QColor(*values) if len(values) == 3 else QColor(values[0], values[0], values[0])


def circle(middle: QPointF, radius: float) -> QPainterPath:
    """The lens as a path to clip to."""
    path = QPainterPath()
    path.addEllipse(middle, radius, radius)
    return path

"""The values at the cursor, in a box beside it."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from gendesk.ui import theme
from gendesk.ui.widgets.axes import precise
from gendesk.ui.widgets.plot import Curve, Plot
from gendesk.ui.words import spaced, tr

NEAR = 5  # pixels between the cursor and a mark whose text is shown
Row = tuple[QColor | None, str, str]  # colour of a curve, its name, its value


def paint(
    painter: QPainter, plot: Plot, step: float, cursor: float, label: Callable[[Curve], str]
) -> None:
    """Paint a line through `step`, a point on every curve, and the box.

    Args:
        painter: of the widget.
        plot: where everything lies.
        step: what is asked about.
        cursor: where the mouse is, in pixels from the left.
        label: what a curve is called.
    """
    x = plot.x(step)
    pen = QPen(theme.colour("muted"), 1)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.drawLine(QPointF(x, plot.inner.top()), QPointF(x, plot.inner.bottom()))
    for curve in plot.curves:
        _paint_point(painter, plot, curve, step)
    _paint_box(painter, rows(plot, step, cursor, label), x, plot.inner)


def rows(plot: Plot, step: float, cursor: float, label: Callable[[Curve], str]) -> list[Row]:
    """What the box says: the step, a value of every curve, the marks that are near."""
    found: list[Row] = [(None, tr("Step {step}", step=spaced(step)), "")]
    for curve in plot.curves:
        index = curve.series.nearest(step)
        if index is not None:
            value = float(curve.series.smooth[index])
            said = precise(value) if math.isfinite(value) else "–"
            found.append((curve.colour(), label(curve), said))
    near = [mark for mark in plot.marks if abs(plot.x(mark.step) - cursor) <= NEAR]
    return found + [(None, mark.text, "") for mark in near[-6:]]


def _paint_point(painter: QPainter, plot: Plot, curve: Curve, step: float) -> None:
    index = curve.series.nearest(step)
    if index is None:
        return
    y = plot.y(float(curve.series.smooth[index]))
    if math.isfinite(y) and plot.inner.top() <= y <= plot.inner.bottom():
        painter.setPen(QPen(theme.colour("card"), 1.5))
        painter.setBrush(curve.colour())
        painter.drawEllipse(QPointF(plot.x(float(curve.series.steps[index])), y), 4, 4)


def _paint_box(painter: QPainter, rows: list[Row], x: float, inside: QRectF) -> None:
    now = theme.current()
    painter.setFont(theme.font(12, figures=True))
    metrics = QFontMetricsF(painter.font())
    names = max(metrics.horizontalAdvance(text) + (18 if tone else 0) for tone, text, _ in rows)
    values = max(metrics.horizontalAdvance(value) for _, _, value in rows)
    height, width = metrics.height() + 3, names + (values + 16 if values else 0)
    box = QRectF(x + 12, inside.top() + 8, width + 20, height * len(rows) + 13)
    if box.right() > inside.right():
        box.moveRight(x - 12)
    box.moveLeft(max(box.left(), 2.0))
    ground = QColor(now.card)
    ground.setAlphaF(0.94)
    painter.setPen(QColor(now.line))
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 6, 6)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    for place, (colour, text, value) in enumerate(rows):
        row = QRectF(box.left() + 10, box.top() + 6 + place * height, width, height)
        if colour is not None:
            dash = QRectF(row.left(), row.center().y() - 1.5, 11, 3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(dash, 1.5, 1.5)
        painter.setPen(QColor(now.text if colour is not None else now.muted))
        painter.drawText(row.adjusted(18 if colour is not None else 0, 0, 0, 0), left, text)
        painter.drawText(row, right, value)

"""Distributions of numbers as ridges, one above the other: their shapes side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gendesk.ui import amounts, theme
from gendesk.ui.widgets.axes import short, tick_step, ticks
from gendesk.ui.words import Source, say, translated

Floats = NDArray[np.float64]
_PLACES = 160  # along the axis, at which a ridge is known
_WIDTH = 0.015  # standard deviation of what each number becomes, as a share of the axis
_REACH = 4  # of these deviations that count


@dataclass(frozen=True, slots=True)
class Ridge:
    """Numbers, what they are called, and the place of their colour among those of curves."""

    label: Source
    hue: int
    values: NDArray[np.float32]


class Ridges(QWidget):
    """Ridges over a common axis, each as high as its room, between its name and its mean.

    The axis is that of probabilities where all numbers are between 0 and 1.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(180, 100)
        self._ridges: list[Ridge] = []
        say(self, "setAccessibleName", "Distributions")

    def set_ridges(self, ridges: Sequence[Ridge]) -> None:
        """Show these, from the top."""
        self._ridges = [each for each in ridges if bool(np.isfinite(each.values).all())]
        means = [f"{translated(r.label)} {amounts.figure(_mean(r))}" for r in self._ridges]
        self.setAccessibleDescription(", ".join(means))
        self.update()

    def ridges(self) -> list[Ridge]:
        """What is shown."""
        return self._ridges

    def sizeHint(self) -> QSize:
        return QSize(320, 200)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._ridges:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(12, figures=True))
        metrics = QFontMetricsF(painter.font())
        low, high = _axis(self._ridges)
        names = max(metrics.horizontalAdvance(translated(r.label)) for r in self._ridges)
        values = max(metrics.horizontalAdvance(amounts.figure(_mean(r))) for r in self._ridges)
        inner = QRectF(self.rect()).adjusted(names + 14, 2, -values - 14, -metrics.height() - 8)
        self._paint_axis(painter, inner, low, high)
        room = inner.height() / len(self._ridges)
        for place, ridge in enumerate(self._ridges):
            row = QRectF(inner.left(), inner.top() + place * room, inner.width(), room)
            _paint_ridge(painter, ridge, row, low, high)

    def _paint_axis(self, painter: QPainter, inner: QRectF, low: float, high: float) -> None:
        most = max(int(inner.width() / 64), 2)
        step = tick_step(low, high, most)
        grid = QPen(theme.colour("line"), 1)
        centred = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        for value in ticks(low, high, most):
            x = round(inner.left() + (value - low) / (high - low) * inner.width()) + 0.5
            painter.setPen(grid)
            painter.drawLine(QPointF(x, inner.top()), QPointF(x, inner.bottom()))
            painter.setPen(theme.colour("muted"))
            label = QRectF(x - 30, inner.bottom() + 5, 60, 20)
            painter.drawText(label, centred, short(value, step))


def density(values: NDArray[np.float32], low: float, high: float) -> Floats:
    """How densely numbers lie at `_PLACES` places from `low` to `high`, as a share of the densest.

    Each number is a small bell; what would fall over an end of the axis is folded back.
    """
    places = np.clip((values.astype(np.float64) - low) / (high - low), 0, 1) * (_PLACES - 1)
    counts = np.bincount(places.round().astype(int), minlength=_PLACES).astype(np.float64)
    spread = _WIDTH * _PLACES
    reach = round(_REACH * spread)
    bell = np.exp(-0.5 * (np.arange(-reach, reach + 1) / spread) ** 2)
    smooth = np.convolve(np.pad(counts, reach, "symmetric"), bell, "valid")
    return smooth / max(float(smooth.max()), 1e-12)


def _paint_ridge(painter: QPainter, ridge: Ridge, row: QRectF, low: float, high: float) -> None:
    now = theme.current()
    colour = QColor(now.curves[ridge.hue])
    metrics = QFontMetricsF(painter.font())
    top = row.top() + min(metrics.height() * 0.4, row.height() * 0.2)
    heights = density(ridge.values, low, high) * (row.bottom() - 1 - top)
    xs = np.linspace(row.left(), row.right(), _PLACES)
    line = [QPointF(x, row.bottom() - 0.5 - h) for x, h in zip(xs, heights, strict=True)]
    ends = [QPointF(row.right(), row.bottom()), QPointF(row.left(), row.bottom())]
    fill = QColor(colour)
    fill.setAlphaF(0.22)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawPolygon(QPolygonF([*line, *ends]))
    painter.setPen(QPen(QColor(now.line), 1))
    painter.drawLine(ends[0], ends[1])
    painter.setPen(QPen(colour, 1.6))
    painter.drawPolyline(QPolygonF(line))
    mean = _mean(ridge)
    x = row.left() + (mean - low) / (high - low) * row.width()
    painter.setPen(QPen(colour, 1.2, Qt.PenStyle.DotLine))
    painter.drawLine(QPointF(x, top), QPointF(x, row.bottom()))
    _paint_words(painter, ridge, row, colour)


def _paint_words(painter: QPainter, ridge: Ridge, row: QRectF, colour: QColor) -> None:
    """Its name at the left, and its mean at the right."""
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.setPen(theme.colour("text"))
    name = QRectF(0, row.top(), row.left() - 14, row.height())
    painter.drawText(name, middle | Qt.AlignmentFlag.AlignLeft, translated(ridge.label))
    painter.setPen(colour)
    value = QRectF(row.right() + 8, row.top(), 80, row.height())
    painter.drawText(value, middle, amounts.figure(_mean(ridge)))


def _mean(ridge: Ridge) -> float:
    return float(ridge.values.mean()) if len(ridge.values) else 0.0


def _axis(ridges: Sequence[Ridge]) -> tuple[float, float]:
    every = np.concatenate([each.values for each in ridges]).astype(np.float64)
    low, high = float(every.min(initial=0)), float(every.max(initial=1))
    if low >= 0 and high <= 1:
        return 0.0, 1.0
    room = 0.05 * (high - low)
    return low - room, high + room

"""One drawing of curves: where everything lies, and how it is painted."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF
from shiboken6 import VoidPtr

from gendesk.ui import theme
from gendesk.ui.widgets.axes import log_ticks, short, tick_step, ticks
from gendesk.ui.widgets.series import Floats, Series, envelope, thinned

DASHES: tuple[tuple[float, ...], ...] = ((), (5, 2.5), (1.5, 2), (8, 2.5, 1.5, 2.5))
_memory: Any = VoidPtr  # its stub knows no sizes
JAGGED = 20  # a line up and down this many heights is drawn thin: thick, it would fill the plot
CROWDED = 6  # more curves than this are drawn without what was smoothed away


@dataclass
class Curve:
    """A curve as it is kept: `place` chooses its hue, `shade` its run's dashes."""

    name: str
    group: str
    series: Series
    place: int = 0
    shade: int = 0
    own_colour: str | None = None
    visible: bool = True

    def colour(self) -> QColor:
        """Its colour in the current theme; later runs come a little closer to the text's."""
        now = theme.current()
        hue = QColor(self.own_colour or now.curves[self.place % len(now.curves)])
        return theme.mixed(hue, QColor(now.text), max(1 - 0.18 * self.shade, 0.4))

    def stroke(self, painter: QPainter, lines: Iterable[QPolygonF], width: float) -> None:
        """Draw lines in its colour and dashes, `width` in device-independent pixels, 0 for a hairline.

        Qt draws a thick antialiased line through 500 points in 1.4 ms, a thin one in 0.04 ms:
        thin ones side by side look the same.
        """
        ratio = painter.device().devicePixelRatio()
        pen = QPen(self.colour(), 1)
        pen.setCosmetic(True)
        dashes = DASHES[self.shade % len(DASHES)]
        if dashes:
            pen.setDashPattern([part * width * ratio for part in dashes])
        painter.setPen(pen)
        offsets = _brush(width * ratio)
        for line in lines:
            for x, y in offsets:
                painter.drawPolyline(line.translated(x / ratio, y / ratio))


@cache
def _brush(width: float) -> list[tuple[float, float]]:
    """Where lines of one pixel lie beside one another to make one of `width` pixels."""
    rings = math.ceil((width - 1) / 2)
    offsets = []
    for ring in range(rings):
        radius, count = (width - 1) / 2 - ring, 4 if ring == rings - 1 else 8
        turns = (2 * math.pi * i / count for i in range(count))
        offsets += [(radius * math.cos(turn), radius * math.sin(turn)) for turn in turns]
    return offsets or [(0.0, 0.0)]


@dataclass(frozen=True)
class Mark:
    """A moment worth remembering on the axis of steps."""

    step: float
    text: str


@dataclass
class _Reduced:
    """What of a curve is drawn."""

    curve: Curve
    raw: tuple[Floats, Floats]
    smooth: tuple[Floats, Floats]


@dataclass
class Plot:
    """Curves between two steps, laid out in an area.

    Args:
        curves: the visible ones, in the order of painting.
        marks: moments on the axis of steps.
        area: with room for the labels of the axes, in device-independent pixels.
        low: the first step shown.
        high: the last step shown.
        log: whether the values' axis is logarithmic; what is not positive is a gap there.
    """

    curves: Sequence[Curve]
    marks: Sequence[Mark]
    area: QRectF
    low: float
    high: float
    log: bool
    inner: QRectF = field(init=False)  # the area without the labels
    bottom: float = field(init=False)  # the value at its lower edge, as its logarithm if `log`
    top: float = field(init=False)
    beyond: bool = field(init=False)  # whether values are missing because of the logarithm

    def __post_init__(self) -> None:
        self._font = theme.font(12, figures=True)
        metrics = QFontMetricsF(self._font)
        self.inner = self.area.adjusted(48, 6, -12, -(metrics.height() + 10))
        self._reduced = [self._reduce(curve) for curve in self.curves]
        self.beyond = self.log and any(bool((c.series.values <= 0).any()) for c in self.curves)
        self.bottom, self.top = self._value_range()
        self._y_ticks = self._value_ticks()
        widest = max((metrics.horizontalAdvance(text) for _, text in self._y_ticks), default=0)
        self.inner.setLeft(self.area.left() + max(widest + 14, 48))

    def x(self, step: float) -> float:
        """Where a step lies."""
        share = (step - self.low) / (self.high - self.low)
        return self.inner.left() + share * self.inner.width()

    def step_at(self, x: float) -> float:
        """Which step lies there."""
        share = (x - self.inner.left()) / self.inner.width()
        return self.low + share * (self.high - self.low)

    def y(self, value: float) -> float:
        """Where a value lies; NaN where it lies nowhere."""
        if self.log:
            value = math.log10(value) if value > 0 else math.nan
        share = (value - self.bottom) / (self.top - self.bottom)
        return self.inner.bottom() - share * self.inner.height()

    def paint(self, painter: QPainter) -> None:
        """Paint axes, curves and marks."""
        painter.setFont(self._font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axes(painter)
        painter.save()
        # Without it, translucent antialiased lines are slow where they leave the widget.
        painter.setClipRect(self.inner.adjusted(0, -2, 2, 2))
        self._paint_marks(painter)
        for reduced in self._reduced:
            self._paint_raw(painter, reduced)
        for reduced in self._reduced:
            self._paint_smooth(painter, reduced)
        painter.restore()

    # laying out

    def _reduce(self, curve: Curve) -> _Reduced:
        series, columns = curve.series, max(int(self.inner.width()), 2)
        values = self._positive(series.values)
        raw = smooth = envelope(series.steps, values, self.low, self.high, columns)
        if series.smoothing:
            values = self._positive(series.smooth)
            smooth = thinned(series.steps, values, self.low, self.high, columns // 2)
        return _Reduced(curve, raw, smooth)

    def _positive(self, values: Floats) -> Floats:
        return np.where(values > 0, values, np.nan) if self.log else values

    def _value_range(self) -> tuple[float, float]:
        """All of the smooth lines, and of the raw ones what is not far out."""
        ends: list[float] = []
        for reduced in self._reduced:
            smooth = reduced.smooth[1][np.isfinite(reduced.smooth[1])]
            raw = reduced.raw[1][np.isfinite(reduced.raw[1])]
            if len(smooth):
                ends += [float(smooth.min()), float(smooth.max())]
            if len(raw):
                ends += np.percentile(raw, (1, 99)).tolist()
        if not ends:
            return (0.0, 1.0)
        low, high = min(ends), max(ends)
        if self.log:
            low, high = math.log10(low), math.log10(high)
        if high - low < 1e-9 * max(abs(low), abs(high), 1e-300):
            room = 0.15 if self.log else abs(low) * 0.05 or 1.0
        else:
            room = 0.06 * (high - low)
        return low - room, high + room

    def _value_ticks(self) -> list[tuple[float, str]]:
        most = max(int(self.inner.height() / 44), 2)
        if self.log:
            low, high = 10**self.bottom, 10**self.top
            return [(value, short(value)) for value in log_ticks(low, high, most)]
        step = tick_step(self.bottom, self.top, most)
        return [(value, short(value, step)) for value in ticks(self.bottom, self.top, most)]

    # painting

    def _paint_axes(self, painter: QPainter) -> None:
        now, inner = theme.current(), self.inner
        grid = QPen(QColor(now.line), 1)
        grid.setCosmetic(True)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for value, text in self._y_ticks:
            y = round(self.y(value)) + 0.5
            painter.setPen(grid)
            painter.drawLine(QPointF(inner.left(), y), QPointF(inner.right(), y))
            painter.setPen(QColor(now.muted))
            label = QRectF(self.area.left(), y - 10, inner.left() - self.area.left() - 8, 20)
            painter.drawText(label, right, text)
        most = max(int(inner.width() / 84), 2)
        step = max(tick_step(self.low, self.high, most), 1.0)
        for value in ticks(self.low, self.high, most):
            if value % 1:
                continue  # there are no half steps
            x = round(self.x(value)) + 0.5
            painter.setPen(grid)
            painter.drawLine(QPointF(x, inner.top()), QPointF(x, inner.bottom()))
            painter.setPen(QColor(now.muted))
            label = QRectF(x - 40, inner.bottom() + 5, 80, 20)
            centred = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(label, centred, short(value, step))

    def _paint_marks(self, painter: QPainter) -> None:
        pen = QPen(theme.colour("faint"), 1)
        pen.setCosmetic(True)
        pen.setDashPattern([3, 3])
        for mark in self.marks:
            if self.low <= mark.step <= self.high:
                x, bottom = round(self.x(mark.step)) + 0.5, self.inner.bottom()
                painter.setPen(pen)
                painter.drawLine(QPointF(x, self.inner.top()), QPointF(x, bottom))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("muted"))
                corners = [QPointF(x - 4, bottom), QPointF(x + 4, bottom), QPointF(x, bottom - 7)]
                painter.drawPolygon(QPolygonF(corners))

    def _paint_raw(self, painter: QPainter, reduced: _Reduced) -> None:
        curve = reduced.curve
        if not curve.series.smoothing or len(self.curves) > CROWDED:
            return
        colour = curve.colour()
        colour.setAlphaF(0.3)
        pen = QPen(colour, 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        reduced_to_columns = len(reduced.raw[0]) > self.inner.width()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not reduced_to_columns)
        for line in _stretches(self._points(*reduced.raw)):
            painter.drawPolyline(line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _paint_smooth(self, painter: QPainter, reduced: _Reduced) -> None:
        curve, points = reduced.curve, self._points(*reduced.smooth)
        travel = np.nansum(np.abs(np.diff(points[:, 1])))
        jagged = travel > JAGGED * self.inner.height()
        lines = _stretches(points)
        curve.stroke(painter, lines, 0 if jagged else 2.4)
        for line in lines:
            if len(points) <= self.inner.width() / 16 or line.size() == 1:
                self._paint_points(painter, line, curve.colour())

    def _paint_points(self, painter: QPainter, line: QPolygonF, colour: QColor) -> None:
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for place in range(line.size()):
            painter.drawEllipse(line.at(place), 2.6, 2.6)
        painter.restore()

    def _points(self, steps: Floats, values: Floats) -> Floats:
        """(n, 2) points of a curve in pixels; y is NaN in a gap."""
        if self.log:
            values = np.log10(values)
        x_share = (steps - self.low) / (self.high - self.low)
        y_share = (values - self.bottom) / (self.top - self.bottom)
        points = np.empty((len(steps), 2))
        points[:, 0] = self.inner.left() + x_share * self.inner.width()
        # What is far out of sight would overflow the painter's arithmetic.
        points[:, 1] = self.inner.bottom() - np.clip(y_share, -20, 20) * self.inner.height()
        return points


def _stretches(points: Floats) -> list[QPolygonF]:
    """The unbroken stretches of a line with gaps."""
    whole = np.isfinite(points[:, 1])
    if whole.all():
        return [_polygon(points)] if len(points) else []
    breaks = np.flatnonzero(np.diff(whole.astype(np.int8))) + 1
    return [_polygon(p) for p in np.split(points, breaks) if len(p) and np.isfinite(p[0, 1])]


def _polygon(points: Floats) -> QPolygonF:
    """(n, 2) points as Qt keeps them, copied at once instead of one by one."""
    polygon = QPolygonF()
    polygon.resize(len(points))
    room = np.frombuffer(_memory(polygon.data(), points.nbytes, True), np.float64)
    room[:] = points.ravel()
    return polygon

"""Plot: geometry and strokes."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPolygonF

from gendesk.ui.widgets.plot import Curve, Plot
from gendesk.ui.widgets.series import Series


def curve(*values: float) -> Curve:
    series = Series()
    series.extend(np.arange(len(values)), values)
    return Curve("loss", "", series)


@pytest.mark.parametrize("log", [False, True])
def test_steps_and_values_lie_where_they_are_painted(log: bool) -> None:
    plot = Plot([curve(1, 10, 100)], [], QRectF(0, 0, 400, 300), 0, 2, log)
    assert plot.x(0) == plot.inner.left() and plot.x(2) == plot.inner.right()
    assert plot.step_at(plot.x(0.7)) == pytest.approx(0.7)
    heights = [plot.y(value) for value in (1, 10, 100)]
    assert plot.inner.bottom() > heights[0] > heights[1] > heights[2] > plot.inner.top()
    if log:
        assert heights[0] - heights[1] == pytest.approx(heights[1] - heights[2])
        assert np.isnan(plot.y(0))


def test_long_labels_have_room() -> None:
    plot = Plot([curve(-123456.5, -123456.1)], [], QRectF(0, 0, 400, 300), 0, 1, False)
    assert plot.inner.left() > 52


def test_an_area_too_small_for_anything_is_no_trouble() -> None:
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    Plot([curve(1, 2, 3)], [], QRectF(0, 0, 10, 10), 0, 2, False).paint(painter)
    painter.end()


def test_a_thick_line_is_thick_at_every_angle() -> None:
    for scale in (1.0, 2.0):
        for dx, dy in ((80, 0), (0, 80), (57, 57)):
            image = QImage(int(100 * scale), int(100 * scale), QImage.Format.Format_RGB32)
            image.setDevicePixelRatio(scale)
            image.fill(Qt.GlobalColor.black)
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            line = QPolygonF([QPointF(10, 10), QPointF(10 + dx, 10 + dy)])
            Curve("a", "", Series(), own_colour="#ffffff").stroke(painter, [line], 2.4)
            painter.end()
            pixels = np.frombuffer(image.constBits(), np.uint8).reshape(-1, 4)[:, 0]
            area = pixels.sum() / 255 / scale**2
            assert area / np.hypot(dx, dy) == pytest.approx(2.4, abs=0.75)

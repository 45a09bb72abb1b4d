"""Distributions as ridges: where they are high, and on which axis."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gendesk.ui import theme
from gendesk.ui.widgets.ridges import Ridge, Ridges, density


def ridge(label: str, hue: int, *values: float) -> Ridge:
    return Ridge(label, hue, np.array(values, np.float32))


def shown(qtbot: QtBot, *ridges: Ridge) -> Ridges:
    widget = Ridges("scores")
    qtbot.addWidget(widget)
    widget.resize(300, 200)
    widget.set_ridges(ridges)
    return widget


def coloured(widget: Ridges, hue: int) -> np.ndarray:
    """Where in the picture something has about this colour, (n, 2) rows and columns."""
    image = widget.grab().toImage()
    wanted = QColor(theme.current().curves[hue])
    return np.array(
        [
            (y, x)
            for y in range(image.height())
            for x in range(image.width() * 3 // 4)  # the figures at the right have the colour, too
            if abs(image.pixelColor(x, y).hue() - wanted.hue()) < 6
            and image.pixelColor(x, y).saturation() > 60
        ]
    )


def test_numbers_are_dense_where_they_are() -> None:
    found = density(np.array([0.25, 0.25, 0.75], np.float32), 0, 1)
    assert found.max() == 1
    assert found.argmax() == pytest.approx(40, abs=1)
    assert found[119] == pytest.approx(0.5, abs=0.05)
    assert found[80] < 0.01


def test_numbers_at_an_end_are_as_many_as_elsewhere() -> None:
    at_the_end = density(np.array([0.0, 0.5, 0.5], np.float32), 0, 1)
    assert at_the_end[0] == pytest.approx(1, abs=0.05)  # folded back: half a bell, twice as high


def test_each_has_a_row_and_a_colour(qtbot: QtBot) -> None:
    widget = shown(qtbot, ridge("Real pictures", 0, 0.6, 0.62), ridge("Fakes", 1, 0.1, 0.12))
    real, fake = coloured(widget, 0), coloured(widget, 1)
    assert real[:, 0].max() <= fake[:, 0].min() + 3
    tops = [rows[rows[:, 0].argmin(), 1] for rows in (real, fake)]
    assert tops[0] > tops[1] + 60  # further right, as the scores are higher
    assert widget.accessibleDescription() == "Real pictures 0.6100, Fakes 0.1100"


def test_outputs_without_bounds_have_an_axis_of_their_own(qtbot: QtBot) -> None:
    widget = shown(qtbot, ridge("Real pictures", 0, -40.0, 900.0))
    assert not widget.grab().isNull()
    assert widget.accessibleDescription() == "Real pictures 430.0"


def test_what_is_not_finite_is_left_out(qtbot: QtBot) -> None:
    widget = shown(qtbot, ridge("Real pictures", 0, 0.5), ridge("Fakes", 1, float("nan")))
    assert [each.label for each in widget.ridges()] == ["Real pictures"]
    widget.set_ridges([])
    assert not widget.grab().isNull()

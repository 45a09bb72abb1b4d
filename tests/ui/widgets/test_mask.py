"""The mask: what strokes mark, and the way back."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor

from gendesk.ui.widgets.mask import KEPT, LARGEST, Mask


@pytest.fixture
def mask(qapp: object) -> Mask:
    return Mask(QSize(200, 100))


def dab(mask: Mask, x: float, y: float, radius: float = 10, *, erase: bool = False) -> None:
    mask.begin()
    mask.draw(QPointF(x, y), QPointF(x, y), radius, erase=erase)


def test_nothing_marked_is_no_mask(mask: Mask) -> None:
    assert mask.array() is None
    dab(mask, 50, 50)
    dab(mask, 50, 50, 20, erase=True)
    assert mask.array() is None


def test_a_stroke_marks_a_band_with_round_ends(mask: Mask) -> None:
    mask.begin()
    touched = mask.draw(QPointF(50, 50), QPointF(150, 50), 10, erase=False)
    marked = mask.array()
    assert marked is not None and marked.shape == (100, 200) and marked.dtype == np.uint8
    assert marked.max() == 255
    area = (marked / 255).sum()
    assert area == pytest.approx(100 * 20 + np.pi * 100, rel=0.03)
    rows, columns = np.nonzero(marked)
    assert touched.contains(QRectF(columns.min(), rows.min(), np.ptp(columns), np.ptp(rows)))


def test_a_large_picture_has_a_mask_of_bounded_size(qapp: object) -> None:
    mask = Mask(QSize(8000, 4000))
    dab(mask, 4000, 2000, 800)
    marked = mask.array()
    assert marked is not None and marked.shape == (LARGEST // 2, LARGEST)
    rows, columns = np.nonzero(marked > 127)
    assert columns.mean() == pytest.approx(LARGEST / 2, abs=1)
    assert np.ptp(rows) == pytest.approx(1600 * mask.scale, abs=2)


def test_strokes_are_taken_back_and_drawn_again(mask: Mask) -> None:
    assert not mask.undo()
    dab(mask, 50, 50)
    first = mask.array()
    dab(mask, 150, 50)
    both = mask.array()
    assert mask.undo() and np.array_equal(mask.array(), first)
    assert mask.redo() and np.array_equal(mask.array(), both)
    assert not mask.redo()
    assert mask.undo() and mask.undo() and mask.array() is None
    dab(mask, 10, 10)
    assert not mask.redoable  # another future has begun


def test_only_so_many_strokes_are_kept(mask: Mask) -> None:
    for stroke in range(KEPT + 5):
        dab(mask, stroke, 20)
    assert sum(mask.undo() for _ in range(2 * KEPT)) == KEPT


def test_clearing_and_inverting_can_be_taken_back(mask: Mask) -> None:
    dab(mask, 50, 50)
    marked = mask.array()
    mask.clear()
    assert mask.array() is None
    mask.clear()  # nothing to clear: nothing to take back
    mask.undo()
    assert np.array_equal(mask.array(), marked)
    mask.invert()
    inverted = mask.array()
    assert inverted is not None and marked is not None
    assert np.array_equal(inverted, 255 - marked)


def test_a_mask_of_another_size_is_fitted(mask: Mask) -> None:
    given = np.zeros((50, 100), np.uint8)
    given[:, :50] = 255
    mask.set_array(given)
    marked = mask.array()
    assert marked is not None
    assert marked[:, :95].min() == 255 and marked[:, 105:].max() == 0
    assert not mask.undoable


def test_the_tint_lets_the_picture_through_where_it_is_marked(mask: Mask) -> None:
    dab(mask, 50, 50, 20)
    colour = QColor("#ff0000")
    colour.setAlpha(120)
    layer = mask.tint(QRectF(0, 0, 200, 100), colour)
    assert layer.pixelColor(50, 50).alpha() == pytest.approx(120, abs=2)
    assert layer.pixelColor(150, 50).alpha() == 0
    part = mask.tint(QRectF(40, 40, 20, 20), colour)
    assert part.size() == QSize(20, 20) and part.pixelColor(10, 10).red() == 255

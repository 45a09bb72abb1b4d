"""A training picture is the centre square, and nothing in it aliases."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from gendesk.data.geometry import square


@pytest.mark.parametrize("size", [(500, 300), (300, 500), (31, 64), (64, 64), (1, 900)])
@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_is_square(size: tuple[int, int], mode: str) -> None:
    picture = square(Image.new(mode, size, 77), 64)
    assert picture.size == (64, 64)
    assert picture.mode == mode


def test_takes_the_centre() -> None:
    picture = Image.new("L", (300, 100))
    picture.paste(255, (100, 0, 200, 100))
    assert np.asarray(square(picture, 50)).min() > 200


def test_fine_stripes_become_grey_rather_than_coarse_stripes() -> None:
    stripes = np.zeros((700, 700), np.uint8)
    stripes[:, ::3] = 255
    small = np.asarray(square(Image.fromarray(stripes), 64))[:, 1:-1].astype(float)
    assert small.std() < 3
    assert abs(small.mean() - 85) < 2


def test_scales_up_smoothly() -> None:
    step = np.zeros((8, 8), np.uint8)
    step[:, 4:] = 255
    row = np.asarray(square(Image.fromarray(step), 64))[32].astype(int)
    assert np.diff(row).max() < 60  # a step of 255 would be a row of squares

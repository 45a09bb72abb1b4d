"""Arrays as pictures of Qt: the same pixels, with or without a copy."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from gendesk.ui.widgets.image import as_icon, as_image, looking_into


@pytest.mark.parametrize("channels", [1, 3])
def test_pixels_are_the_same(channels: int) -> None:
    pixels = np.arange(5 * 7 * channels, dtype=np.uint8).reshape(5, 7, channels)
    image = as_image(pixels)
    assert image.size() == QSize(7, 5)
    red, green, blue, _ = image.pixelColor(2, 3).getRgb()
    assert [red, green, blue][:channels] == pixels[3, 2].tolist()


def test_one_looks_into_the_array_and_one_does_not_need_it() -> None:
    pixels = np.zeros((4, 4, 3), np.uint8)
    view, copy = looking_into(pixels), as_image(pixels)
    pixels[...] = 255
    assert (view.pixelColor(1, 1).red(), copy.pixelColor(1, 1).red()) == (255, 0)


def test_a_part_of_a_picture_can_be_shown() -> None:
    pixels = np.zeros((6, 6, 3), np.uint8)
    pixels[:, 3:] = 200
    assert as_image(pixels[:, 3:]).pixelColor(0, 5).green() == 200


@pytest.mark.usefixtures("qapp")
def test_an_icon_is_not_tinted_where_it_is_selected() -> None:
    icon = as_icon(np.full((8, 8, 3), 90, np.uint8))
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        assert icon.pixmap(QSize(8, 8), mode).toImage().pixelColor(4, 4).red() == 90

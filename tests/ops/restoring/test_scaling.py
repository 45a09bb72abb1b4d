"""Scaled pictures: as Pillow scales them, and any piece as the whole."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PIL import Image

from gendesk.ops.restoring.scaling import Scaled, bands, needed, rounded

CUBIC, LANCZOS = Image.Resampling.BICUBIC, Image.Resampling.LANCZOS


def noise(height: int, width: int, kind: str = "uint8") -> Any:
    dice = np.random.default_rng(height * width)
    return dice.integers(0, np.iinfo(kind).max, (height, width, 3), kind, endpoint=True)


@pytest.mark.parametrize(
    ("size", "kernel"), [((62, 46), CUBIC), ((47, 34), CUBIC), ((24, 17), LANCZOS), ((9, 7), LANCZOS)]
)  # fmt: skip
def test_as_pillow_does_it(size: tuple[int, int], kernel: Image.Resampling) -> None:
    pixels = noise(23, 31) // 2 + 64  # Pillow clips 8 bits between its two passes, we do not
    expected = np.asarray(Image.fromarray(pixels).resize(size, kernel))
    scaled = rounded(Scaled(pixels, size).piece((0, 0, *size)), pixels.dtype)
    assert np.abs(scaled.astype(int) - expected).max() <= 1


@pytest.mark.parametrize("size", [(31, 23), (93, 69), (40, 30), (20, 15), (3, 2)])
def test_a_piece_is_what_the_whole_has_there(size: tuple[int, int]) -> None:
    pixels = noise(23, 31, "uint16")
    width, height = size
    whole = Scaled(pixels, size).piece((0, 0, width, height))
    for box in ((0, 0, 1, 1), (width // 3, height // 4, width, height), (1, 0, 3, 2)):
        left, top, right, bottom = box
        there = pytest.approx(whole[top:bottom, left:right], abs=0.1)  # of 65,535
        assert Scaled(pixels, size).piece(box) == there
        x0, y0, x1, y1 = needed(box, size, (31, 23))
        part = Scaled(pixels[y0:y1, x0:x1], size, (31, 23), (x0, y0))
        assert part.piece(box) == there


@pytest.mark.parametrize("size", [(80, 60), (60, 45), (25, 20)])
def test_nothing_overshoots_where_it_must_not(size: tuple[int, int]) -> None:
    pixels = np.full((30, 40, 1), 60, np.uint8)
    pixels[10:, 15:] = 200
    width, height = size
    crisp = Scaled(pixels, size).piece((0, 0, width, height))
    assert crisp.min() < 59
    smooth = Scaled(pixels, size, overshoots=False)
    whole = smooth.piece((0, 0, width, height))
    assert whole.min() >= 59.99
    assert whole.max() <= 200.01
    assert len(np.unique(np.rint(whole))) > 2  # the edge is smooth
    part = smooth.piece((width // 4, height // 4, width // 2, height // 2))
    there = whole[height // 4 : height // 2, width // 4 : width // 2]
    assert part == pytest.approx(there, abs=0.001)


def test_bands_cover_a_picture_from_top_to_bottom() -> None:
    found = list(bands(5000, 1000))
    assert len(found) > 2
    assert all(left == 0 and right == 5000 for left, _, right, _ in found)
    assert [b[1] for b in found] == [0, *(b[3] for b in found[:-1])]
    assert found[-1][3] == 1000
    assert list(bands(10_000_000, 2)) == [(0, 0, 10_000_000, 1), (0, 1, 10_000_000, 2)]


def test_rounding_keeps_to_what_the_type_holds() -> None:
    values = np.float32([-3, 0.4, 0.6, 254.7, 300])
    assert rounded(values, np.dtype("uint8")).tolist() == [0, 0, 1, 255, 255]

"""Pyramids: means of means, the picture itself untouched and not copied."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from gendesk.ui.widgets.pyramid import SMALLEST, Pyramid


def test_each_copy_is_half_as_large_until_it_is_small() -> None:
    pyramid = Pyramid.build(np.zeros((700, 1001, 3), np.uint8))
    assert [copy.shape for copy in pyramid.copies] == [
        (350, 501, 4),
        (175, 251, 4),
        (88, 126, 4),
    ]
    assert max(pyramid.copies[-1].shape[:2]) <= SMALLEST
    assert (pyramid.width, pyramid.height) == (1001, 700)


@pytest.mark.parametrize("channels", [1, 3])
def test_a_pixel_of_a_copy_is_the_mean_of_four(channels: int) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (600, 300, channels), np.uint8)
    pyramid = Pyramid.build(pixels)
    mean = pixels.reshape(300, 2, 150, 2, channels).mean(axis=(1, 3))
    copy = pyramid.level(1)
    colours = copy[..., 2::-1] if channels == 3 else copy[..., :1]  # blue comes first
    assert np.abs(colours - mean).max() <= 0.5
    assert (copy[..., 3] == 255).all()
    assert channels == 3 or (copy[..., :3] == copy[..., :1]).all()


def test_odd_edges_keep_their_brightness() -> None:
    pixels = np.full((301, 515, 3), 200, np.uint8)
    assert all((copy[..., :3] == 200).all() for copy in Pyramid.build(pixels).copies)


def test_the_picture_is_kept_not_copied(tmp_path: Path) -> None:
    mapped = np.memmap(tmp_path / "picture", np.uint8, "w+", shape=(40, 50, 3))
    assert np.shares_memory(Pyramid.build(mapped).level(0), mapped)


def test_values() -> None:
    pixels = np.arange(24, dtype=np.uint8).reshape(2, 4, 3)
    pyramid = Pyramid.build(pixels)
    assert pyramid.value(3, 1) == (21, 22, 23)
    assert pyramid.value(4, 1) is None
    assert pyramid.value(0, -1) is None
    assert Pyramid.build(pixels[..., :1]).value(1, 0) == (3,)


@pytest.mark.parametrize(
    "pixels",
    [
        np.zeros((4, 4), np.uint8),
        np.zeros((4, 4, 4), np.uint8),
        np.zeros((4, 4, 3), np.float32),
        np.zeros((0, 4, 3), np.uint8),
    ],
)
def test_what_is_no_picture_is_refused(pixels: np.ndarray) -> None:
    with pytest.raises(ValueError):
        Pyramid.build(pixels)

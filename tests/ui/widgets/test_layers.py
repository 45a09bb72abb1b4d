"""Layers: every pixel where it belongs, crisp when magnified, averaged when reduced."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from gendesk.ui.widgets.layers import Frame, Haste, Layer
from gendesk.ui.widgets.pyramid import Pyramid

Pixels = NDArray[np.uint8]


def noise(height: int, width: int, channels: int = 3) -> Pixels:
    return np.random.default_rng(0).integers(0, 256, (height, width, channels), np.uint8)


def whole(pixels: Pixels) -> Layer:
    size = QSizeF(pixels.shape[1], pixels.shape[0])
    return Layer(Pyramid.build(pixels), QRectF(QPointF(), size))


def painted(
    layer: Layer,
    frame: Frame,
    width: int,
    height: int,
    part: QRectF | None = None,
    haste: Haste = Haste.NONE,
) -> Pixels:
    """What a widget of this size on a screen of the frame's ratio shows, (H, W, 3), grey beside."""
    image = QImage(
        round(width * frame.ratio), round(height * frame.ratio), QImage.Format.Format_RGB32
    )
    image.setDevicePixelRatio(frame.ratio)
    image.fill(0xFF808080)
    painter = QPainter(image)
    layer.paint(painter, frame, part or QRectF(0, 0, width, height), haste)
    painter.end()
    room = np.frombuffer(image.constBits(), np.uint8)
    return room.reshape(image.height(), image.width(), 4)[..., 2::-1].copy()


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_one_to_one_shows_the_very_pixels(channels: int, ratio: float) -> None:
    pixels = noise(700, 1001, channels)
    frame = Frame.around(QPointF(100, 80), QPointF(500, 350), 1 / ratio, ratio)
    shown = painted(whole(pixels), frame, 200, 160)
    left, top = round(-frame.x * ratio), round(-frame.y * ratio)
    height, width = shown.shape[:2]
    wanted = np.broadcast_to(pixels[top : top + height, left : left + width], shown.shape)
    assert np.array_equal(shown, wanted)


@pytest.mark.parametrize("unit", [2.0, 2.3, 3.0, 5.4, 40.3])
def test_magnified_pixels_are_squares(unit: float) -> None:
    """Each is one of the picture's, at most half a pixel of the screen from its place."""
    pixels = noise(120, 130)
    frame = Frame(-40.0, -30.0, unit, 1.0)
    shown = painted(whole(pixels), frame, 150, 100)
    for y in range(0, 100, 7):
        for x in range(0, 150, 7):
            near = [
                frame.to_picture(QPointF(x + 0.5 + right, y + 0.5 + down))
                for right in (-0.51, 0, 0.51)
                for down in (-0.51, 0, 0.51)
            ]
            assert tuple(shown[y, x]) in {tuple(pixels[int(p.y()), int(p.x())]) for p in near}


def test_below_twice_the_size_pixels_melt() -> None:
    pixels = np.zeros((40, 40, 3), np.uint8)
    pixels[:, 20:] = 255
    shown = painted(whole(pixels), Frame(0.0, 0.0, 1.5, 1.0), 60, 60)
    assert len(np.unique(shown)) > 2


@pytest.mark.parametrize("unit", [0.05, 0.13, 0.3, 0.51])
def test_reduced_pixels_are_averaged(unit: float) -> None:
    coins = np.random.default_rng(0).integers(0, 2, (2000, 2400, 1), np.uint8) * 255
    shown = painted(whole(coins.astype(np.uint8)), Frame(0.0, 0.0, unit, 1.0), 100, 80)
    assert np.mean(shown) == pytest.approx(127.5, abs=4)
    assert np.std(shown) < 127.5 * unit * 1.5  # the mean of n coins deviates by 1 / sqrt(n)


@pytest.mark.parametrize("unit", [0.3, 0.7, 1.0, 1.4, 2.7])
def test_bands_leave_no_seams(unit: float) -> None:
    """A ramp from top to bottom stays one where it is painted in many pieces."""
    ramp = (np.arange(2000) // 8).astype(np.uint8)[:, None, None]
    pixels = np.ascontiguousarray(np.broadcast_to(ramp, (2000, 3000, 3)))
    shown = painted(whole(pixels), Frame(-20.0, -20.0, unit, 1.0), 900, 500)[:, :, 0].astype(int)
    inside = shown[: int(min(500, 2000 * unit - 22)), : int(min(900, 3000 * unit - 22))]
    steps = np.diff(inside, axis=0)
    assert steps.min() >= 0 and steps.max() <= 1
    assert np.ptp(inside, axis=1).max() <= 1


@pytest.mark.parametrize("unit", [0.21, 0.8, 1.0, 3.7])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_patch_lies_on_the_pixels_it_came_from(unit: float, ratio: float) -> None:
    """Cut out and laid back, a part is seen as before, apart from what melts at its edges."""
    rows = np.sin(np.arange(500) / 9)[:, None] + np.cos(np.arange(700) / 7)
    pixels = np.repeat(((rows + 2) * 60).astype(np.uint8)[..., None], 3, axis=2)
    frame = Frame.around(QPointF(60, 50), QPointF(352, 244), unit / ratio, ratio)
    box = QRectF(310, 200, 97, 83)
    patch = Layer(Pyramid.build(np.ascontiguousarray(pixels[200:283, 310:407])), box)
    below, above = (painted(each, frame, 120, 100) for each in (whole(pixels), patch))
    target, edge = frame.target(box), 3
    left, top = max(int(target.left() * ratio), 0), max(int(target.top() * ratio), 0)
    inner = np.s_[
        top + edge : round(target.bottom() * ratio) - edge,
        left + edge : round(target.right() * ratio) - edge,
    ]
    assert above[inner].size > 100
    assert np.abs(above[inner].astype(int) - below[inner]).max() <= 12
    beside = np.ones(above.shape[:2], bool)
    beside[top : round(target.bottom() * ratio), left : round(target.right() * ratio)] = False
    assert (above[beside] == 128).all()


def test_a_result_of_more_pixels_takes_the_same_place() -> None:
    small = noise(50, 80)
    large = np.ascontiguousarray(small.repeat(2, 0).repeat(2, 1))
    frame = Frame(5.0, 7.0, 4.0, 1.0)
    place = QRectF(0, 0, 80, 50)
    shown = painted(Layer(Pyramid.build(large), place), frame, 300, 200)
    assert np.array_equal(shown, painted(whole(small), frame, 300, 200))
    assert Layer(Pyramid.build(large), place).value(QPointF(3.6, 2.1)) == tuple(small[2, 3])
    assert Layer(Pyramid.build(large), place).value(QPointF(-0.1, 2.1)) is None


def test_only_the_part_asked_for_is_painted() -> None:
    white = whole(np.full((100, 100, 3), 255, np.uint8))
    shown = painted(white, Frame(0.0, 0.0, 1.0, 1.0), 100, 100, QRectF(10, 20, 30, 40))
    assert (shown[20:60, 10:40] == 255).all()
    assert (shown == 255).sum() == 30 * 40 * 3


@pytest.mark.parametrize("haste", [Haste.SOME, Haste.MUCH])
@pytest.mark.parametrize("unit", [0.25, 0.28, 0.6])
def test_haste_keeps_the_place(haste: Haste, unit: float) -> None:
    pixels = np.zeros((1200, 1600, 3), np.uint8)
    pixels[300:600, 400:900] = 255
    frame = Frame(0.0, 0.0, unit, 1.0)
    calm, hasty = (painted(whole(pixels), frame, 400, 300, haste=h) for h in (Haste.NONE, haste))
    edges = 2 * 3 * (300 + 500) * unit  # two or three pixels to both sides
    assert (np.abs(calm.astype(int) - hasty).max(axis=2) > 8).sum() < edges


def test_very_large_pictures_are_exact_to_the_last_pixel() -> None:
    """Far beyond what 16 bits count."""
    wide = np.zeros((2, 70_000, 1), np.uint8)
    wide[:, -3:] = 255
    frame = Frame(-69_900.0 * 4, 0.0, 4.0, 1.0)
    shown = painted(whole(wide), frame, 410, 8)
    assert (shown[:, 388:400] == 255).all() and (shown[:, :388] == 0).all()
    assert (shown[:, 400:] == 128).all()

"""Thick oil paint: strokes of a bristly brush that follow a turning sky and rolling fields."""

from __future__ import annotations

import numpy as np
from art.ground import (
    LARGE,
    Colours,
    Dice,
    Field,
    along,
    blur,
    grid,
    image,
    lit,
    mixed,
    noise,
    palette,
    pixels,
    sampled,
    scattered,
    shrunk,
    step,
    tinted,
)
from numpy.typing import NDArray
from PIL import Image, ImageDraw

_SKY = "#0d1b4c #17368a #2a62b8 #5a9bd0 #a9cfd8"
_GLOW = "#f2e5a0 #f0c23c #d98a24 #5f8fb8"
_FIELD = "#123326 #2c5a2e #7a8f2c #d0a934 #8a5a1e"
_LAYERS = ((700, 0.24, 40), (2300, 0.15, 22), (4200, 0.06, 9))  # strokes, length, width


def strokes(dice: Dice) -> Image.Image:
    """Stars and fields, in three layers from broad to fine."""
    x, y = grid()
    colours, angle = _scene(dice, x, y)
    canvas = image(colours * 0.7)
    relief = Image.new("L", canvas.size, 90)
    for count, length, width in _LAYERS:
        starts = scattered(dice, count)
        paths = _traced(angle, starts, length, dice)
        for path, colour in zip(paths, sampled(colours, starts), strict=True):
            _stroke(canvas, relief, path, colour, width, dice)
    height = blur(np.asarray(relief, np.float64) / 255, 1.2)
    return shrunk(pixels(canvas) * (1 + 0.9 * lit(height, 6.0))[..., None])


def _scene(dice: Dice, x: Field, y: Field) -> tuple[Colours, Field]:
    """Colours, and which way the brush goes at each place, in radians."""
    warp = noise(dice, 3, 3)
    sky = along(palette(_SKY), np.clip(0.15 + 0.75 * y + 0.35 * warp, 0, 1))
    angle = 0.5 * warp + 0.25 * np.sin(5 * x)
    for cx, cy, size in ((0.74, 0.2, 0.17), (0.24, 0.27, 0.1), (0.48, 0.1, 0.06), (0.5, 0.4, 0.07)):
        dx, dy = x - cx, y - cy
        away = np.hypot(dx, dy)
        halo = np.exp(-((away / size) ** 2))
        rings = np.clip(away / size / 1.3 + 0.12 * np.sin(60 * away), 0, 1)
        sky = mixed(sky, along(palette(_GLOW), rings), np.clip(1.3 * halo, 0, 1))
        turning = np.arctan2(dy, dx) + np.pi / 2
        pull = np.clip(1.6 * np.exp(-((away / (1.9 * size)) ** 2)), 0, 1)
        angle = _turned(angle, turning, pull)
    ridge = 0.66 + 0.07 * np.sin(5.5 * x + 0.6) + 0.03 * noise(dice, 4, 2)
    land = step(y - ridge, 0, 0.01)
    furrows = 0.5 + 0.5 * np.sin(38 * (y - 0.55 * x) / (0.35 + y) + 3 * warp)
    field = along(palette(_FIELD), np.clip(0.55 * furrows + 1.1 * (y - ridge) + 0.1, 0, 1))
    colours = mixed(sky, field, land)
    angle = np.where(land > 0.5, 0.55 + 0.35 * np.sin(6 * x) + 0.4 * warp, angle)
    half = 0.1 * np.clip(y - 0.1, 0, 1) ** 0.8 * np.clip(1.25 - y, 0, 1) ** 0.5
    flames = half * (1 + 0.3 * np.sin(23 * y + 5 * warp + 9 * x)) - np.abs(x - 0.13)
    tree = step(flames, 0, 0.01)
    dark = along(palette("#0a1f1c #1d3f2a #5c6a2a"), 0.5 + 0.5 * np.sin(90 * x + 12 * warp))
    return mixed(colours, dark, tree), np.where(
        tree > 0.5, 1.5 + 0.4 * np.sin(14 * y + 4 * warp), angle
    )


def _turned(angle: Field, other: Field, share: Field) -> Field:
    """Between two directions; a stroke has no sign, hence twice the angle is mixed."""
    a = (1 - share) * np.exp(2j * angle) + share * np.exp(2j * other)
    turned: Field = np.angle(a) / 2
    return turned


def _traced(
    angle: Field, starts: NDArray[np.float64], length: float, dice: Dice
) -> NDArray[np.float64]:
    """Paths (n, 9, 2) along the field, in large pixels."""
    points, paths = starts.copy(), [starts.copy()]
    lengths = length * dice.uniform(0.5, 1.1, len(starts)) / 8
    heading = sampled(angle, points) + np.pi * dice.integers(0, 2, len(starts))
    for _ in range(8):
        now = sampled(angle, points)
        now = np.where(np.cos(now - heading) < 0, now + np.pi, now)  # keep going the same way
        heading = now
        points = points + lengths[:, None] * np.stack([np.cos(now), np.sin(now)], 1) * 0.5
        paths.append(points.copy())
    return np.stack(paths, 1) * LARGE


def _stroke(
    canvas: Image.Image, relief: Image.Image, path: NDArray[np.float64], colour: Colours,
    width: int, dice: Dice,
) -> None:  # fmt: skip
    """One stroke: bristles side by side, each of its own tint, height and length."""
    along_it = np.gradient(path, axis=0)
    across = np.stack([-along_it[:, 1], along_it[:, 0]], 1)
    across /= np.linalg.norm(across, axis=1, keepdims=True) + 1e-9
    base = np.asarray(tinted(dice, colour, 0.05)) / 255
    pen, hill = ImageDraw.Draw(canvas), ImageDraw.Draw(relief)
    bristles = max(3, width // 3)
    for offset in np.linspace(-0.5, 0.5, bristles):
        begin, end = dice.integers(0, 2), len(path) - dice.integers(0, 3)
        edge = 1 - (2 * abs(offset)) ** 2
        points = [tuple(p) for p in path[begin:end] + across[begin:end] * offset * width]
        pen.line(points, tinted(dice, base, 0.03), 4, "curve")
        hill.line(points, int(np.clip(70 + 90 * edge + 50 * dice.normal(), 0, 255)), 4, "curve")

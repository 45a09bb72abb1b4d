"""A woodcut in black and two colours: lines cut along hills, water and rays, thick where it is dark."""

from __future__ import annotations

import numpy as np
from art.ground import Dice, Field, grid, mixed, noise, palette, paper, shrunk, step
from PIL import Image

_PAPER, _BLACK, _RED, _BLUE = palette("#efe3c8 #1a1614 #c8472b #8fb0a8")
_SUN = (0.64, 0.3)


def woodcut(dice: Dice) -> Image.Image:
    """The key block over a red and a blue-green one, on laid paper."""
    x, y = grid()
    wobble = 0.006 * noise(dice, 14, 3)
    x, y = x + wobble, y + 0.006 * noise(dice, 14, 3)
    ink, red, blue = _blocks(x, y, dice)
    worn = step(noise(dice, 90, 3, 0.9), -1.0 + 0.45, 0.3)  # where the ink did not take
    laid = (1 + 0.035 * paper(dice) + 0.01 * np.sin(y * 700))[..., None]
    picture = np.ones((*x.shape, 3)) * _PAPER * laid
    picture = mixed(picture, picture * _BLUE * 1.08, 0.9 * blue * (0.8 + 0.2 * worn))
    picture = mixed(picture, _RED * laid, 0.93 * red * (0.75 + 0.25 * worn))
    return shrunk(mixed(picture, _BLACK * laid, ink * (0.82 + 0.18 * worn)))


def _blocks(x: Field, y: Field, dice: Dice) -> tuple[Field, Field, Field]:
    """What each of the three blocks prints: black, red, blue-green."""
    grain = noise(dice, 5, 3)
    dx, dy = x - _SUN[0], y - _SUN[1]
    away, angle = np.hypot(dx, dy), np.arctan2(dy, dx)
    disc = step(0.135 - away, 0, 0.003)
    rays = _cut(angle * 110 / (2 * np.pi) + 0.35 * grain, 0.1 + 0.62 * away + 0.13 * grain)
    clouds = _cloud(x, y, grain)
    lines = _cut(58 * y + 2.2 * grain + 1.3 * np.sin(9 * x), 0.3 - 0.25 * clouds)
    ink = np.where(clouds > 0, lines, rays) * (1 - disc)
    ink = np.maximum(ink, _outline(clouds, 0.05))
    red, blue = disc, np.zeros_like(x)
    hills = ((0.5, 0.11, 3.1, 0.4), (0.58, 0.08, 5.3, 2.1), (0.66, 0.05, 7.7, 4.4))
    for i, (top, size, often, shift) in enumerate(hills):
        slope = noise(dice, 5, 4)
        ridge = top - size * np.abs(np.sin(often * x + shift)) + 0.02 * slope
        depth = y - ridge
        here = step(depth, 0, 0.003)
        side = np.cos(often * x + shift) * np.sign(np.sin(often * x + shift))  # away from the sun
        tone = 0.42 + 0.3 * side - 1.1 * depth + 0.12 * slope
        bent = (26 - 3 * i) * (depth * 2.2 + 0.9 * x * side + 0.05 * slope)
        ink = ink * (1 - here) + here * np.maximum(_cut(2.2 * bent, tone), _edge(depth, 0.0045))
        red, blue = red * (1 - here), np.maximum(blue * (1 - 0.6 * here), here * (i == 1))
    return _waves(x, y, ink, red, blue, dice)


def _waves(
    x: Field, y: Field, ink: Field, red: Field, blue: Field, dice: Dice
) -> tuple[Field, Field, Field]:
    """Rows of water in front, each curled over the one behind."""
    for row in range(7):
        shift, often = dice.uniform(0, 6), dice.uniform(9, 13) - row
        crest = np.abs(np.sin(0.5 * often * x + shift + 0.5 * np.sin(often * x)))
        top = 0.66 + 0.055 * row + (0.012 + 0.006 * row) * (1 - 2 * crest)
        depth = y - top
        here = step(depth, 0, 0.003)
        tone = 0.2 + 4.2 * depth + 0.12 * noise(dice, 6, 3)
        drawn = np.maximum(
            _cut((62 - 5 * row) * depth * 1.6 + 0.8 * crest, tone), _edge(depth, 0.004)
        )
        ink = ink * (1 - here) + here * drawn
        red = red * (1 - here)
        glint = step(0.1 - np.abs(x - _SUN[0] + 0.02 * np.sin(90 * y)), 0, 0.02)
        red = np.maximum(red, here * glint * step(np.sin(85 * y + 2 * np.sin(30 * x)), 0.3, 0.3))
        blue = np.maximum(blue * (1 - here), here * step(depth, 0.012, 0.01))
    return ink, red, blue


def _cut(phase: Field, tone: Field) -> Field:
    """Black lines at whole numbers of `phase`, as broad as `tone` in [0, 1] is dark."""
    beside = np.abs(phase - np.round(phase)) * 2
    width = np.hypot(*np.gradient(phase)) * 2
    return step(np.clip(tone, 0, 1) - beside, 0, np.maximum(1.5 * width, 1e-3))


def _edge(depth: Field, width: float) -> Field:
    return step(width - np.abs(depth), 0, 0.002)


def _outline(field: Field, width: float) -> Field:
    return step(width - np.abs(field), 0, width / 2) * (field != 0)


def _cloud(x: Field, y: Field, grain: Field) -> Field:
    """Above 0 within a few long clouds of round lobes."""
    inside = np.full_like(x, -1.0)
    for cx, cy, w in ((0.2, 0.14, 0.17), (0.9, 0.09, 0.16), (0.16, 0.34, 0.12), (0.93, 0.36, 0.1)):
        for k in range(-3, 4):
            size = w * (0.34 - 0.05 * abs(k))
            dx, dy = x - cx - k * w * 0.3, (y - cy) * 1.5 + 0.012 * (k % 2)
            inside = np.maximum(inside, 1 - np.hypot(dx, dy) / size + 0.05 * grain)
    return np.where(inside > -0.3, inside, -1.0)

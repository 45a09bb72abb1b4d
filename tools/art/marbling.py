"""Marbled paper: drops of colour that push each other aside, drawn through with combs.

The maths is that of Lu, Jaffer et al. 2012, "Mathematical Marbling", run backwards: each point of
the paper is followed back to the drop that it came from.
"""

from __future__ import annotations

import numpy as np
from art.ground import Dice, Field, grid, noise, palette, paper, shrunk
from numpy.typing import NDArray
from PIL import Image

_INKS = "#1c2b4a #b5362c #e9dcc0 #d29a2e #2f6f73 #f3ead6 #7b2438 #3c7fb0"


def marbling(dice: Dice) -> Image.Image:
    """Stones, a wide comb up and down, a narrow one across, and a few whirls."""
    x, y = grid()
    x, y = x + 0.004 * noise(dice, 8, 2), y + 0.004 * noise(dice, 8, 2)
    ink, edge = np.full(x.shape, -1), np.zeros(x.shape)
    x, y = _dropped(x, y, ink, edge, dice, 90, [0.004, 0.006, 0.009, 0.016])  # sprinkled at last
    for cx, cy, turn in ((0.27, 0.33, 2.6), (0.72, 0.62, -3.0), (0.62, 0.16, 1.9), (0.2, 0.84, -2)):
        x, y = _whirled(x, y, cx, cy, 0.15, turn)
    y = y - _comb(x, 0.062, 0.055, 0.0)
    y = y + _comb(x, 0.062, 0.05, 0.031)
    x = x - _comb(y, 0.17, 0.16, 0.02)
    x = x + _comb(y, 0.17, 0.12, 0.105)
    _dropped(x, y, ink, edge, dice, 300, [0.025, 0.045, 0.065, 0.09])
    colours = palette(_INKS)[ink] * (1 + 0.12 * (edge - 0.5) + 0.05 * noise(dice, 90, 3))[..., None]
    return shrunk(colours * (1 + 0.05 * paper(dice))[..., None])


def _comb(across: Field, gap: float, pull: float, shift: float) -> Field:
    """How far a comb's teeth, `gap` apart, drag the colour that lies beside them."""
    beside = np.abs((across - shift + gap / 2) % gap - gap / 2)
    return pull * np.exp(-beside / (0.28 * gap))


def _whirled(
    x: Field, y: Field, cx: float, cy: float, reach: float, turn: float
) -> tuple[Field, Field]:
    """Back from a stir around a centre."""
    dx, dy = x - cx, y - cy
    angle = -turn * np.exp(-((np.hypot(dx, dy) / reach) ** 2))
    return cx + dx * np.cos(angle) - dy * np.sin(angle), cy + dx * np.sin(angle) + dy * np.cos(
        angle
    )


def _dropped(
    x: Field, y: Field, ink: NDArray[np.int64], edge: Field, dice: Dice, count: int,
    radii: list[float],
) -> tuple[Field, Field]:  # fmt: skip
    """Back through drops, the last first: what lies in one gets its ink, and its way to the rim.

    Where `ink` is known already nothing changes; the other points are where they were before.
    """
    x, y = x.copy(), y.copy()
    for _ in range(count):
        cx, cy = dice.uniform(-0.2, 1.2, 2)
        radius, colour = dice.choice(radii), dice.integers(0, 8)
        dx, dy = x - cx, y - cy
        squared = dx**2 + dy**2
        inside = (squared < radius**2) & (ink < 0)
        ink[inside] = colour
        edge[inside] = np.sqrt(squared[inside]) / radius
        back = np.sqrt(np.clip(1 - radius**2 / np.maximum(squared, 1e-12), 0, 1))
        x, y = cx + dx * back, cy + dy * back
    return x, y

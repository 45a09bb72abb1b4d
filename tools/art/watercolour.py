"""Watercolour: glazes with hard rims where they dried, blooms, and pigment in the paper's hollows.

Each wash is a polygon whose sides are broken again and again, painted in many thin layers.
"""

from __future__ import annotations

import numpy as np
from art.ground import LARGE, Colours, Dice, Field, blur, lit, noise, palette, paper, shrunk, step
from numpy.typing import NDArray
from PIL import Image, ImageDraw

_LAYERS = 16
_PETALS = "#d8365a #e8703a #f0b23a #a2408c #d94f7a #7a4fa8"
_LEAVES = "#3f7a4a #6f9a3c #2a6a6a #8aa83a"
_SKY = "#8fc3d8 #b8d4e0 #e8c8c0 #cfe0c8"


def watercolour(dice: Dice) -> Image.Image:
    """Flowers in wet washes over a pale ground."""
    hollows = paper(dice)
    light = (
        np.ones((LARGE, LARGE, 3)) * palette("#fbf7ee") * (1 + 0.035 * lit(hollows, 2.0))[..., None]
    )
    for number, colour in enumerate([*palette(_SKY), *palette(_SKY)]):
        at = np.array([(number % 4 + 0.5) / 4, 0.2 + 0.45 * (number // 4)]) + dice.normal(
            0, 0.06, 2
        )
        wash = _polygon(at, dice.uniform(0.26, 0.4), 0.9, 0, dice)
        light = _washed(light, wash, colour, 1.0, hollows, dice)
    for _ in range(26):
        at, turn = (
            np.array([dice.uniform(0, 1), dice.uniform(0.35, 1.0)]),
            dice.uniform(-0.6, 0.6) + 1.57,
        )
        leaf = _polygon(at, dice.uniform(0.09, 0.2), 0.22, turn, dice)
        light = _washed(light, leaf, _any(_LEAVES, dice), dice.uniform(0.5, 1.0), hollows, dice)
    centres = [
        (0.3, 0.32),
        (0.68, 0.26),
        (0.5, 0.56),
        (0.85, 0.6),
        (0.14, 0.66),
        (0.42, 0.85),
        (0.76, 0.88),
    ]
    for cx, cy in centres:
        colour, size, start = _any(_PETALS, dice), dice.uniform(0.09, 0.15), dice.uniform(0, 6)
        for petal in range(6):
            turn = start + petal * 2 * np.pi / 6 + dice.normal(0, 0.15)
            at = np.array([cx, cy]) + 0.6 * size * np.array([np.cos(turn), np.sin(turn)])
            tint = np.clip(colour + dice.normal(0, 0.06, 3), 0, 1)
            light = _washed(
                light, _polygon(at, size * 0.62, 0.7, turn, dice), tint, 0.85, hollows, dice
            )
        heart = _polygon(np.array([cx, cy]), size * 0.3, 1.0, 0, dice)
        light = _washed(light, heart, palette("#5a2a20")[0], 0.9, hollows, dice)
    for _ in range(130):  # a loaded brush, flicked
        spot = _polygon(dice.uniform(0, 1, 2), 0.002 + 0.006 * dice.exponential(0.7), 0.9, 0, dice)
        light = _glazed(light, _mask(spot), _any(_PETALS + " " + _LEAVES, dice), 0.7)
    return shrunk(light)


def _any(colours: str, dice: Dice) -> Colours:
    found = palette(colours)
    return found[dice.integers(0, len(found))]


def _polygon(
    at: NDArray[np.float64], size: float, flat: float, turn: float, dice: Dice
) -> NDArray[np.float64]:
    """An ellipse of 14 corners, not quite round; (14, 2)."""
    a = np.linspace(0, 2 * np.pi, 14, endpoint=False)
    r = size * (1 + dice.normal(0, 0.08, 14))
    px, py = r * np.cos(a), flat * r * np.sin(a)
    c, s = np.cos(turn), np.sin(turn)
    return np.stack([at[0] + c * px - s * py, at[1] + s * px + c * py], 1)


def _broken(
    corners: NDArray[np.float64], rounds: int, rough: float, dice: Dice
) -> NDArray[np.float64]:
    """Each side gets a corner in its middle that is pushed away at random, `rounds` times."""
    for _ in range(rounds):
        following = np.roll(corners, -1, 0)
        length = np.linalg.norm(following - corners, axis=1, keepdims=True)
        middle = (corners + following) / 2 + dice.normal(0, rough, corners.shape) * length
        corners = np.stack([corners, middle], 1).reshape(-1, 2)
    return corners


def _mask(corners: NDArray[np.float64]) -> Field:
    drawn = Image.new("L", (LARGE, LARGE))
    ImageDraw.Draw(drawn).polygon([tuple(p) for p in corners * LARGE], fill=255)
    return np.asarray(drawn, np.float64) / 255


def _washed(
    light: Colours, corners: NDArray[np.float64], colour: Colours, strength: float, hollows: Field,
    dice: Dice,
) -> Colours:  # fmt: skip
    """A wash: thin layers, a dark rim, more pigment in hollows, and perhaps a bloom."""
    shape = _broken(corners, 3, 0.12, dice)
    amount = sum(_mask(_broken(shape, 2, 0.16, dice)) for _ in range(_LAYERS)) / _LAYERS
    soft = blur(amount, 9)
    rim = np.clip(amount - soft, 0, 1) * 1.1
    flow = (
        0.75
        + 0.45 * noise(dice, 4, 4)
        - 0.5 * step(noise(dice, 3, 3), 0.45, 0.1) * dice.uniform(0, 1)
    )
    grains = 1 - 0.28 * hollows
    return _glazed(
        light, np.clip(amount * np.clip(flow, 0.15, 1.5) * grains + rim, 0, 1.6), colour, strength
    )


def _glazed(light: Colours, amount: Field, colour: Colours, strength: float) -> Colours:
    """Light goes through the glaze twice: Beer and Lambert's law by the colour."""
    return light * np.clip(colour, 0.02, 1) ** (strength * amount)[..., None]

"""Points of pure colour: a river at evening, set in dots that mix in the eye."""

from __future__ import annotations

import numpy as np
from art.ground import (
    LARGE,
    Colours,
    Dice,
    Field,
    along,
    grid,
    image,
    lit,
    mixed,
    noise,
    palette,
    paper,
    pixels,
    sampled,
    scattered,
    shrunk,
    step,
    tinted,
)
from PIL import Image, ImageDraw

_SKY = "#5b6fb5 #8f8fc8 #d9a0b8 #f2b48a #f8d98a"
_TREES = "#1f3f5a #2f6a4a #7a9a3a #d0b84a"
_BANK = "#3a6a4a #7aa04a #c8b84a #e0a060"
_LAYERS = ((5200, 11.0), (9000, 7.5), (13000, 5.0))  # dots, radius in large pixels


def dots(dice: Dice) -> Image.Image:
    """Three layers from large to small; about every third dot is of another hue than its place."""
    colours = _scene(dice, *grid())
    canvas = image(np.ones((LARGE, LARGE, 3)) * palette("#efe2c4"))
    pen = ImageDraw.Draw(canvas)
    for count, radius in _LAYERS:
        at = scattered(dice, count)
        for (x, y), colour in zip(at * LARGE, sampled(colours, at), strict=True):
            r = radius * dice.uniform(0.7, 1.2)
            flat = r * dice.uniform(0.8, 1.0)
            pen.ellipse(
                (x - r, y - flat, x + r, y + flat), tinted(dice, _split(colour, dice), 0.02)
            )
    weave = 0.6 * paper(dice) + 0.4 * np.sin(grid()[0] * 1300) * np.sin(grid()[1] * 1300)
    return shrunk(pixels(canvas) * (1 + 0.05 * lit(weave, 1.5))[..., None])


def _split(colour: Colours, dice: Dice) -> Colours:
    """The colour made purer; sometimes a neighbour on the wheel, or what lies across from it."""
    grey = colour.mean()
    pure = np.clip(grey + 1.55 * (colour - grey), 0, 1)
    kind = dice.uniform()
    if kind < 0.13:
        return np.clip(2 * grey - pure, 0, 1) * 0.8 + 0.2 * pure
    if kind < 0.24:
        return np.clip(pure[[1, 2, 0]] * 0.55 + pure * 0.5, 0, 1)
    if kind < 0.36:
        return np.clip(pure + np.array([0.16, 0.1, -0.08]), 0, 1)
    return pure


def _scene(dice: Dice, x: Field, y: Field) -> Colours:
    """Sky and sun, far trees, water that mirrors them, a bank with a tree in front."""
    puffs = noise(dice, 4, 4)

    def seen(up: Field, calm: float) -> Colours:
        sky = along(palette(_SKY), np.clip(up / 0.5 + 0.14 * puffs * calm, 0, 1))
        sun = np.exp(-(((x - 0.66) / 0.075) ** 2 + ((up - 0.36) / 0.075) ** 2))
        sky = mixed(sky, np.ones_like(sky) * palette("#fff0b0"), np.clip(1.4 * sun, 0, 1))
        crown = 0.4 - 0.09 * np.abs(np.sin(4.2 * x + 0.4)) ** 0.7 * (x < 0.62) - 0.03 * puffs
        crown = np.where(x > 0.62, 0.43 - 0.03 * np.sin(9 * x), crown)
        trees = along(palette(_TREES), np.clip(0.25 + 0.6 * puffs + 0.5 * (x - 0.3), 0, 1))
        return mixed(sky, trees, step(up - crown, 0, 0.012))

    horizon = 0.47
    ripples = 0.016 * np.sin(150 * y + 5 * np.sin(11 * x)) * (y - horizon) * 4
    water = seen(np.clip(2 * horizon - y + ripples, 0, 1), 0.5) * np.array([0.82, 0.9, 1.02])
    picture = np.where((y < horizon)[..., None], seen(y, 1.0), water)
    bank = 0.78 + 0.16 * x**2 - 0.12 * (1 - x) ** 3 + 0.012 * puffs
    grass = along(palette(_BANK), np.clip(0.4 + 0.5 * noise(dice, 9, 3) + 0.6 * (y - bank), 0, 1))
    picture = mixed(picture, grass, step(y - bank, 0, 0.01))
    trunk = step(
        0.022 + 0.02 * (y > 0.6) * (y - 0.6) - np.abs(x - 0.15 - 0.02 * np.sin(6 * y)), 0, 0.006
    )
    picture = mixed(
        picture, np.ones_like(picture) * palette("#3a2a4a"), trunk * (y > 0.2) * (y < 0.8)
    )
    leaf = 0.23 - np.hypot((x - 0.15) / 1.25, (y - 0.14)) + 0.07 * noise(dice, 7, 3)
    shade = along(
        palette("#16324a #2a5a48 #5f8a3a #d8c050"), np.clip(0.45 + 0.7 * noise(dice, 8, 3), 0, 1)
    )
    return mixed(picture, shade, step(leaf, 0, 0.02))

"""Stained glass: pieces cut along the rays and rings of a sun over water, held by lead."""

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
    lit,
    mixed,
    noise,
    palette,
    scattered,
    shrunk,
    step,
)
from numpy.typing import NDArray
from PIL import Image

_SUN = "#fff3b8 #ffcf3f #f58a1f #d9361e #a3123a #5a1a6b"
_WATER = "#0c2f6b #0f5fa8 #1496a8 #1fae7a #0b4a4a"
_CENTRE = (0.6, 0.36)


def glass(dice: Dice) -> Image.Image:
    """Pieces of coloured glass with streaks and seeds, and lead with a sheen between them."""
    x, y = grid()
    bend = 0.012
    seeds = _seeds(dice)
    nearest, gap = _cells(x + bend * noise(dice, 6, 2), y + bend * noise(dice, 6, 2), seeds)
    colours = _colours(seeds, dice)[nearest]
    streaks = noise(dice, 10, 5, 0.7)
    tilt = dice.normal(0, 1, (len(seeds), 2))[nearest]
    slope = tilt[..., 0] * (x - seeds[nearest, 0]) + tilt[..., 1] * (y - seeds[nearest, 1])
    light = 0.95 + 0.22 * streaks + 2.2 * slope + 0.1 * noise(dice, 120, 2)
    rim = 0.35 * np.exp(-gap / 0.006)
    picture = colours * np.clip(light - rim, 0.25, 1.6)[..., None]
    picture += 0.25 * np.clip(streaks - 0.25, 0, 1)[..., None]  # white wisps within
    width = 0.0052 + 0.0016 * noise(dice, 8, 3)
    lead = step(width - gap, 0, 0.0012)
    sheen = 0.1 + 0.35 * np.clip(lit(blur(lead, 3.0), 7.0), 0, 1) + 0.03 * noise(dice, 200, 2)
    metal = np.stack([sheen * 0.95, sheen * 0.97, sheen * 1.08], -1)
    return shrunk(mixed(picture, metal, lead))


def _seeds(dice: Dice) -> NDArray[np.float64]:
    """Rings about the sun, the denser the nearer; rows on the water; (n, 2) in [0, 1]."""
    found = [np.array([_CENTRE])]
    for radius, count in (
        (0.075, 8),
        (0.145, 12),
        (0.225, 18),
        (0.315, 22),
        (0.42, 26),
        (0.55, 28),
    ):
        angles = (
            np.arange(count) * 2 * np.pi / count + dice.uniform(0, 1) + dice.normal(0, 0.03, count)
        )
        reach = radius * (1 + dice.normal(0, 0.035, count))
        ring = np.stack([np.cos(angles) * reach, np.sin(angles) * reach], 1) + _CENTRE
        found.append(ring[ring[:, 1] < 0.66])
    sky = scattered(dice, 160)
    far = np.hypot(*(sky - _CENTRE).T) > 0.6
    found.append(sky[far & (sky[:, 1] < 0.66)])
    for row, y in enumerate(np.linspace(0.7, 1.02, 7)):
        x = (np.arange(10) + 0.5 * (row % 2)) / 9 + dice.normal(0, 0.012, 10)
        found.append(np.stack([x, y + 0.018 * np.sin(9 * x + row) + dice.normal(0, 0.006, 10)], 1))
    return np.concatenate(found)


def _cells(x: Field, y: Field, seeds: NDArray[np.float64]) -> tuple[NDArray[np.int64], Field]:
    """The nearest seed of each place, and how far the border to the next one is."""
    nearest = np.empty(x.shape, np.int64)
    gap = np.empty(x.shape)
    for row in range(0, LARGE, 16):
        part = slice(row, row + 16)
        squared = (x[part, :, None] - seeds[:, 0]) ** 2 + (y[part, :, None] - seeds[:, 1]) ** 2
        two = np.argpartition(squared, 1, axis=2)[:, :, :2]
        d = np.take_along_axis(squared, two, 2)
        apart = np.hypot(*(seeds[two[..., 0]] - seeds[two[..., 1]]).transpose(2, 0, 1))
        nearest[part] = two[..., 0]
        gap[part] = (d[..., 1] - d[..., 0]) / (2 * apart + 1e-9)
    return nearest, gap


def _colours(seeds: NDArray[np.float64], dice: Dice) -> Colours:
    """Fire about the sun, violet far from it, blue and green in the water."""
    away = np.hypot(*(seeds - _CENTRE).T)
    fire = along(palette(_SUN), np.clip(away / 0.62 + dice.normal(0, 0.09, len(seeds)), 0, 1))
    deep = along(palette(_WATER), np.clip(dice.uniform(-0.1, 1.1, len(seeds)), 0, 1))
    glint = (np.abs(seeds[:, 0] - _CENTRE[0]) < 0.09) & (dice.uniform(size=len(seeds)) < 0.6)
    deep[glint] = palette("#ffcf6a")[0]
    return np.where((seeds[:, 1] > 0.66)[:, None], deep, fire) * 0.92

"""What all sample styles are drawn with: noise, blur, palettes, a landscape, light on relief.

Pictures are (H, W, 3) float64 in [0, 1], fields (H, W). Everything is drawn `TIMES` as large as it
is kept, so that averaging takes the jags away.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Field = NDArray[np.float64]
Colours = NDArray[np.float64]
Dice = np.random.Generator

SIDE = 512  # pixels of a sample
TIMES = 2
LARGE = SIDE * TIMES


def grid() -> tuple[Field, Field]:
    """x to the right and y downwards over the large picture, each in [0, 1)."""
    y, x = np.mgrid[:LARGE, :LARGE] / LARGE
    return x, y


def noise(dice: Dice, cells: float, octaves: int = 4, fade: float = 0.5) -> Field:
    """Smooth noise of about `cells` bumps along a side and of finer ones, in about [−1, 1]."""
    total, strength, sum_ = np.zeros((LARGE, LARGE)), 1.0, 0.0
    for octave in range(octaves):
        side = min(LARGE, max(2, round(cells * 2**octave)) + 3)
        coarse = Image.fromarray(dice.uniform(-1, 1, (side, side)).astype(np.float32))
        total += strength * np.asarray(coarse.resize((LARGE, LARGE), Image.Resampling.BICUBIC))
        sum_ += strength
        strength *= fade
    return total / sum_ * 1.4


def blur(field: Field, sigma: float) -> Field:
    """Gaussian, `sigma` in large pixels; what leaves at one side comes in at the other."""
    f = np.fft.fftfreq(LARGE)
    kernel = np.exp(-2 * (np.pi * sigma * f) ** 2)
    seen: Field = np.fft.irfft2(
        np.fft.rfft2(field) * kernel[:, None] * kernel[None, : LARGE // 2 + 1], field.shape
    )
    return seen


def step(field: Field, at: float, width: float) -> Field:
    """0 below `at`, 1 above it, smooth over `width`."""
    t = np.clip((field - at) / width + 0.5, 0, 1)
    return t * t * (3 - 2 * t)


def palette(words: str) -> Colours:
    """Colours from "#1b2a49 #e0a030 …", (n, 3)."""
    return np.array([[int(w[i : i + 2], 16) / 255 for i in (1, 3, 5)] for w in words.split()])


def along(colours: Colours, t: Field) -> Colours:
    """The colour at `t` in [0, 1] along a palette, (…, 3)."""
    at = np.linspace(0, 1, len(colours))
    return np.stack([np.interp(t, at, colours[:, c]) for c in range(3)], -1)


def mixed(under: Colours, over: Colours, share: Field) -> Colours:
    """`over` laid on `under` with an opacity in [0, 1]."""
    return under + (over - under) * share[..., None]


def lit(height: Field, strength: float) -> Field:
    """How much brighter a relief is where it faces the light at the upper left; about 0 when flat."""
    dy, dx = np.gradient(height)
    return np.clip(-strength * (dx + dy), -1, 1)


def sampled(field: NDArray[np.float64], points: NDArray[np.float64]) -> NDArray[np.float64]:
    """What a field or picture holds at points (n, 2) as x, y in [0, 1]; the border goes on."""
    at = np.clip((points * LARGE).astype(int), 0, LARGE - 1)
    found: NDArray[np.float64] = field[at[:, 1], at[:, 0]]
    return found


def scattered(dice: Dice, count: int) -> NDArray[np.float64]:
    """Points (count, 2) in [−0.05, 1.05], spread evenly, in no order."""
    cells = max(1, int(np.sqrt(count)))
    at = np.stack(np.meshgrid(np.arange(cells), np.arange(cells)), -1).reshape(-1, 2)
    points = (at + dice.uniform(0, 1, at.shape)) / cells
    extra = dice.uniform(0, 1, (count - len(points), 2))
    points = np.concatenate([points, extra]) * 1.1 - 0.05
    return points[dice.permutation(count)]


def shrunk(picture: Colours) -> Image.Image:
    """The picture as it is kept."""
    small = picture.reshape(SIDE, TIMES, SIDE, TIMES, 3).mean((1, 3))
    return Image.fromarray((np.clip(small, 0, 1) * 255 + 0.5).astype(np.uint8))


def paper(dice: Dice, depth: float = 1.0) -> Field:
    """The relief of rough paper, about [−1, 1]."""
    return depth * (0.6 * noise(dice, 160, 3, 0.8) + 0.4 * noise(dice, 40, 3))


def image(colours: Colours) -> Image.Image:
    """A large canvas to draw on with Pillow."""
    return Image.fromarray((np.clip(colours, 0, 1) * 255 + 0.5).astype(np.uint8))


def pixels(drawn: Image.Image) -> Colours:
    """What was drawn, back as floats."""
    return np.asarray(drawn, np.float64) / 255


def tinted(dice: Dice, colour: Sequence[float] | Colours, spread: float) -> tuple[int, int, int]:
    """A colour a little lighter, darker and off, for Pillow."""
    off = spread * (dice.normal() + 0.5 * dice.normal(size=3))
    r, g, b = (int(v) for v in np.clip((np.asarray(colour) + off) * 255, 0, 255))
    return r, g, b

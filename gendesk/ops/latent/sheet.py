"""A map as a picture for print: a dot for each picture, coloured by what it shows, and a legend."""

from __future__ import annotations

from pathlib import Path

import font_hanken_grotesk
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from gendesk.ops.files import beside
from gendesk.ops.latent.maps import Map

_SIDE, _MARGIN, _LEGEND = 2000, 80, 340  # pixels
_FINE = 2  # drawn so many times as large, then reduced: Pillow's dots are jagged
_INK, _PAPER = (24, 28, 36), (255, 255, 255)
_MOST_NAMED = 40
# Ten colours that differ also in lightness, then around the circle again.
COLOURS = (
    (47, 111, 235), (214, 108, 20), (31, 145, 90), (200, 55, 90), (146, 80, 190),
    (140, 96, 60), (225, 120, 190), (110, 118, 130), (170, 170, 30), (20, 170, 190),
)  # fmt: skip


def save_map(chart: Map, path: Path, title: str) -> None:
    """Draw a map as a PNG file.

    Raises:
        Trouble: the file cannot be written.
    """
    named = chart.labels is not None and len(chart.classes) <= _MOST_NAMED
    width = _SIDE + (_LEGEND if named else 0)
    image = Image.new("RGB", (width * _FINE, _SIDE * _FINE), _PAPER)
    pen = ImageDraw.Draw(image)
    radius = _FINE * float(np.clip(280 / np.sqrt(len(chart)), 1.2, 8))
    colours = _colours(chart)
    order = np.random.default_rng(0).permutation(len(chart))  # no kind lies over all others
    for (x, y), colour in zip(_placed(chart.places)[order], colours[order], strict=True):
        box = (x - radius, y - radius, x + radius, y + radius)
        pen.ellipse(box, tuple(map(int, colour)))
    pen.text((_MARGIN * _FINE, 30 * _FINE), title, _INK, _font(34 * _FINE))
    if named:
        _legend(pen, chart.classes)
    with beside(path) as place:
        image.reduce(_FINE).save(place, "PNG", dpi=(300, 300))


def _placed(places: NDArray[np.float32]) -> NDArray[np.float64]:
    """Places (N, 2), up is up → pixels, with one scale for both axes; wild ones stay within."""
    low, high = np.quantile(places, 0.001, axis=0), np.quantile(places, 0.999, axis=0)
    span = max(float((high - low).max()), 1e-9)
    shares = (places - (low + high) / 2) / span * [1, -1] + 0.5
    room = _SIDE - 2 * _MARGIN
    pixels: NDArray[np.float64] = _FINE * (_MARGIN + np.clip(shares, -0.03, 1.03) * room)
    return pixels


def _colours(chart: Map) -> NDArray[np.int64]:
    table = np.array(COLOURS)
    if chart.labels is None:
        return np.repeat(table[:1], len(chart), 0)
    return table[chart.labels % len(table)]


def _legend(pen: ImageDraw.ImageDraw, classes: tuple[str, ...]) -> None:
    height = min(56, (_SIDE - 2 * _MARGIN) // max(1, len(classes)))
    font = _font(round(height * 0.55) * _FINE)
    for i, name in enumerate(classes):
        x, y = _FINE * (_SIDE + 20), _FINE * (_MARGIN + i * height + height // 2)
        r = _FINE * height // 5
        pen.ellipse((x - r, y - r, x + r, y + r), COLOURS[i % len(COLOURS)])
        pen.text((x + 3 * r, y), name[:18], _INK, font, "lm")


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(Path(font_hanken_grotesk.HankenGrotesk), size)

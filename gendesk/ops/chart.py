"""A run's curves as a picture for print: a small chart for each curve, drawn with Pillow."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import font_hanken_grotesk
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from gendesk.core.events import HELD_OUT

Points = tuple[NDArray[np.int64], NDArray[np.float64]]  # steps ascending, values
Box = tuple[int, int, int, int]  # left, top, right, bottom

DPI = 300
_FINE = 2  # drawn so many times as large, then reduced: Pillow's lines are jagged
_WIDTH, _HEIGHT = 1200, 760  # of one chart in pixels
_MARGIN, _HEAD = 70, 170
_INK, _DIM, _FAINT = (24, 28, 36), (108, 116, 130), (228, 231, 236)
_COLOURS = ((47, 111, 235), (214, 108, 20), (31, 145, 90), (146, 80, 190), (200, 55, 90))
_LOG_RATIO = 12.0  # a curve that starts so far above its median is drawn on a log axis


def chart(curves: Mapping[str, Points], title: str, subtitle: str = "") -> Image.Image:
    """All curves, raw and smoothed, those of held-out pictures with dots in the same chart.

    Args:
        curves: by name, as `Curves` has them.
        title: what stands above, usually the run's name.
        subtitle: a line in small letters below it.
    """
    names = list(dict.fromkeys(name.removeprefix(HELD_OUT) for name in curves))
    last = max((int(steps[-1]) for steps, _ in curves.values() if len(steps)), default=0)
    columns = min(2, max(1, len(names)))
    rows = math.ceil(len(names) / columns)
    size = (2 * _MARGIN + columns * _WIDTH, _HEAD + rows * _HEIGHT + _MARGIN)
    image = Image.new("RGB", (size[0] * _FINE, size[1] * _FINE), "white")
    pen = ImageDraw.Draw(image)
    pen.text(_scaled(_MARGIN, 48), title, _INK, _font(46, bold=True))
    pen.text(_scaled(_MARGIN, 106), subtitle, _DIM, _font(28))
    for i, name in enumerate(names):
        x, y = _MARGIN + (i % columns) * _WIDTH, _HEAD + (i // columns) * _HEIGHT
        box = (x + 110, y + 80, x + _WIDTH - 50, y + _HEIGHT - 100)
        colour = _COLOURS[i % len(_COLOURS)]
        _Chart(pen, box, colour, max(1, last)).draw(
            name, curves.get(name), curves.get(HELD_OUT + name)
        )
    return image.reduce(_FINE)


def smooth(values: NDArray[np.float64], window: int) -> NDArray[np.float64]:
    """The mean over `window` neighbours, twice, hence without a shift; NaN counts as missing."""
    for _ in range(2):
        known = np.isfinite(values)
        sums = np.cumsum(np.concatenate([[0.0], np.where(known, values, 0.0)]))
        counts = np.cumsum(np.concatenate([[0], known]))
        at = np.arange(len(values))
        low, high = np.maximum(at - window // 2, 0), np.minimum(at + window // 2 + 1, len(values))
        with np.errstate(invalid="ignore"):
            values = (sums[high] - sums[low]) / (counts[high] - counts[low])
    return values


def ticks(low: float, high: float, log: bool = False) -> list[float]:
    """About five round numbers between `low` and `high`."""
    if log:
        decades = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
        leading = (1, 2, 5) if len(decades) < 5 else (1,)
        found = [lead * 10.0**decade for decade in decades for lead in leading]
    else:
        rough = (high - low) / 5
        scale = 10.0 ** math.floor(math.log10(rough))
        step = next(scale * lead for lead in (1, 2, 2.5, 5, 10) if scale * lead >= rough * 0.999)
        first = math.ceil(low / step - 1e-9)
        found = [(first + i) * step for i in range(8)]
    slack = (high - low) * 1e-9
    return [tick for tick in found if low - slack <= tick <= high + slack]


class _Chart:
    """One pair of axes within `box`, which is in final pixels."""

    def __init__(
        self, pen: ImageDraw.ImageDraw, box: Box, colour: tuple[int, int, int], last_step: int
    ) -> None:
        self.pen, self.box, self.colour, self.last_step = pen, box, colour, last_step
        self.raw_colour = tuple(round(0.28 * c + 0.72 * 255) for c in colour)
        self.log = False

    def draw(self, name: str, points: Points | None, held_out: Points | None) -> None:
        raw = _finite(points)
        dots = _finite(held_out)
        values = np.concatenate([raw[1], dots[1]])
        left, top, _, _ = self.box
        self.pen.text(_scaled(left, top - 62), name.replace("_", " "), _INK, _font(34, bold=True))
        if not len(values):
            return
        smoothed = smooth(raw[1], max(1, len(raw[1]) // 60))
        self._fit(values, smoothed if len(smoothed) else values)
        self._axes()
        self._band(*raw)
        self._line(raw[0], smoothed, 5)
        self._line(*dots, 3, dark=True)
        for x, y in zip(self._x(dots[0]), self._y(dots[1]), strict=True):
            r = 7 * _FINE if len(dots[0]) <= 60 else 4 * _FINE
            self.pen.ellipse((x - r, y - r, x + r, y + r), "white", _INK, 3 * _FINE)
        self._legend(bool(len(raw[0])), bool(len(dots[0])))

    def _fit(self, values: NDArray[np.float64], shape: NDArray[np.float64]) -> None:
        """Choose the values' axis: wild single points are cut off rather than flattening the curve."""
        low, high = float(np.quantile(values, 0.002)), float(np.quantile(values, 0.998))
        low, high = min(low, float(shape.min())), max(high, float(shape.max()))
        self.log = low > 0 and high > _LOG_RATIO * float(np.median(shape))
        if self.log:
            self.values = low / 1.1, high * 1.1
        else:
            room = 0.05 * (high - low) or 0.05 * abs(high) or 1.0
            self.values = (0.0 if 0 <= low < room * 4 else low - room), high + room

    def _x(self, steps: NDArray[np.int64]) -> NDArray[np.float64]:
        left, _, right, _ = self.box
        return _FINE * (left + steps / self.last_step * (right - left))

    def _y(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        low, high = np.log(self.values) if self.log else self.values
        _, top, _, bottom = self.box
        at = np.log(np.maximum(values, 1e-300)) if self.log else values
        return _FINE * (bottom - np.clip((at - low) / (high - low), 0, 1) * (bottom - top))

    def _axes(self) -> None:
        left, top, right, bottom = (_FINE * edge for edge in self.box)
        small = _font(25)
        for tick in ticks(*self.values, self.log):
            y = float(self._y(np.array([tick]))[0])
            self.pen.line((left, y, right, y), _FAINT, 2 * _FINE)
            self.pen.text((left - 14 * _FINE, y), amount(tick), _DIM, small, "rm")
        for tick in ticks(0, self.last_step):
            x = float(self._x(np.array([tick]))[0])
            self.pen.line((x, top, x, bottom), _FAINT, 2 * _FINE)
            self.pen.text((x, bottom + 14 * _FINE), amount(tick), _DIM, small, "ma")
        self.pen.line((left, bottom, right, bottom), _DIM, 2 * _FINE)
        self.pen.text((right, bottom + 52 * _FINE), "step", _DIM, small, "ra")

    def _band(self, steps: NDArray[np.int64], values: NDArray[np.float64]) -> None:
        """All raw points: in each column of pixels from its lowest to its highest."""
        x, y = self._x(steps), self._y(values)
        if len(x) < 2 * (self.box[2] - self.box[0]):
            self._polyline(x, y, self.raw_colour, 2)
            return
        columns, starts = np.unique((x / _FINE).astype(int), return_index=True)
        top, bottom = np.minimum.reduceat(y, starts), np.maximum.reduceat(y, starts)
        zigzag = np.stack([top, bottom], 1).ravel()
        self._polyline(np.repeat(columns * _FINE, 2), zigzag, self.raw_colour, 2)

    def _line(
        self, steps: NDArray[np.int64], values: NDArray[np.float64], width: int, dark: bool = False
    ) -> None:
        every = max(1, len(steps) // 2000)
        x, y = self._x(steps[::every]), self._y(values[::every])
        self._polyline(x, y, _INK if dark else self.colour, width)

    def _polyline(
        self,
        x: NDArray[np.float64],
        y: NDArray[np.float64],
        colour: tuple[int, ...],
        width: int,
    ) -> None:
        if len(x) > 1:
            self.pen.line(list(zip(x, y, strict=True)), colour, width * _FINE, "curve")

    def _legend(self, trained: bool, judged: bool) -> None:
        right, y = self.box[2], self.box[1] - 38
        words = [("held out", _INK)] * judged + [("smoothed", self.colour)] * trained
        for word, colour in [*words, *([("raw", self.raw_colour)] * trained)]:
            width = round(_font(25).getlength(word) / _FINE)
            self.pen.text(_scaled(right, y), word, _DIM, _font(25), "rm")
            bar = (right - width - 52, y - 3, right - width - 14, y + 3)
            self.pen.rounded_rectangle([_FINE * edge for edge in bar], 3 * _FINE, colour)
            right -= width + 84


def amount(value: float) -> str:
    """A tick's label: 2500 is "2.5k"."""
    for size, letter in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if abs(value) >= size:
            return f"{value / size:.4g}{letter}"
    return f"{value:.4g}"


def _finite(points: Points | None) -> Points:
    if points is None:
        return np.empty(0, np.int64), np.empty(0)
    known = np.isfinite(points[1])
    return points[0][known], points[1][known]


def _scaled(x: float, y: float) -> tuple[float, float]:
    return x * _FINE, y * _FINE


@cache
def _font(size: int, bold: bool = False) -> ImageFont.FreeTypeFont:
    name = "HankenGroteskSemiBold" if bold else "HankenGrotesk"
    return ImageFont.truetype(Path(getattr(font_hanken_grotesk, name)), size * _FINE)


@cache
def caption_font() -> ImageFont.FreeTypeFont:
    """For small words on a film."""
    return ImageFont.truetype(Path(font_hanken_grotesk.HankenGrotesk), 20)

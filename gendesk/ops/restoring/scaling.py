"""Pictures made larger or smaller, any piece of them alone."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Size = tuple[int, int]  # width, height
Box = tuple[int, int, int, int]  # left, top, right, bottom in pixels

_REACH = {  # in pixels of the smaller side
    Image.Resampling.HAMMING: 1,
    Image.Resampling.BICUBIC: 2,
    Image.Resampling.LANCZOS: 3,
}
_BAND = 1 << 20  # pixels of a band of rows


@dataclass(frozen=True)
class Scaled:
    """A picture at another size, computed where it is asked for.

    A cubic (a = -0.5) makes it larger, Lanczos with three lobes smaller; both as Pillow does it,
    on floats, hence without a rounding between them. Both overshoot beside edges, which makes
    pictures crisp, and transparency a ring around things: without `overshoots` values stay within
    those of the pixels around them.
    """

    pixels: NDArray[Any]  # (H, W, C): the whole picture, or a piece of it
    size: Size  # of the whole result
    whole: Size | None = None  # of the whole picture, where `pixels` are a piece
    origin: tuple[int, int] = (0, 0)  # left and top of that piece
    overshoots: bool = True
    kernel: Image.Resampling | None = None

    def piece(self, box: Box) -> NDArray[np.float32]:
        """The part `box` of the result: (bottom - top, right - left, C), not rounded or clamped."""
        height, width, channels = self.pixels.shape
        whole = self.whole or (width, height)
        left, top, right, bottom = box
        if whole == self.size:
            x, y = self.origin
            part = self.pixels[top - y : bottom - y, left - x : right - x]
            return part.astype(np.float32)
        kernel = self.kernel or self._kernel(whole)
        x0, x1, across = _span(left, right, self.size[0], whole[0], _REACH[kernel], self.origin[0])
        y0, y1, down = _span(top, bottom, self.size[1], whole[1], _REACH[kernel], self.origin[1])
        part = self.pixels[y0:y1, x0:x1].astype(np.float32)
        target, source = (right - left, bottom - top), (across[0], down[0], across[1], down[1])
        planes = [
            np.asarray(Image.fromarray(part[:, :, c]).resize(target, kernel, source))
            for c in range(channels)
        ]
        values = np.stack(planes, 2)
        if kernel == Image.Resampling.BICUBIC and not self.overshoots:
            rows = _nearest(top, bottom, self.size[1], whole[1]) - self.origin[1] - y0
            columns = _nearest(left, right, self.size[0], whole[0]) - self.origin[0] - x0
            low, high = (each[rows][:, columns] for each in _ranges(part))
            np.clip(values, low, high, out=values)
        return values

    def _kernel(self, whole: Size) -> Image.Resampling:
        if self.size[0] >= whole[0]:
            return Image.Resampling.BICUBIC
        return Image.Resampling.LANCZOS if self.overshoots else Image.Resampling.HAMMING


def needed(box: Box, size: Size, whole: Size) -> Box:
    """The pixels of a picture of size `whole` that `box` of it at another `size` is made of."""
    left, right, _ = _span(box[0], box[2], size[0], whole[0], 3)
    top, bottom, _ = _span(box[1], box[3], size[1], whole[1], 3)
    return left, top, min(right, whole[0]), min(bottom, whole[1])


def bands(width: int, height: int) -> Iterator[Box]:
    """A picture from top to bottom in pieces of its whole width."""
    rows = max(1, _BAND // width)
    for top in range(0, height, rows):
        yield 0, top, width, min(top + rows, height)


def rounded(values: NDArray[np.float32], dtype: np.dtype[Any]) -> NDArray[Any]:
    """Floats as the nearest whole numbers that `dtype` holds; changes `values`."""
    np.rint(values, out=values)
    np.clip(values, 0, np.iinfo(dtype).max, out=values)
    return values.astype(dtype)


def _span(
    first: int, last: int, size: int, whole: int, reach: int, origin: int = 0
) -> tuple[int, int, tuple[float, float]]:
    """Along one side: the pixels that are needed, and where the result lies among them.

    The pixels are counted from `origin`.
    """
    step = whole / size
    begin, end = first * step, last * step
    margin = math.ceil(reach * max(step, 1.0)) + 1
    low = max(math.floor(begin) - margin, origin)
    high = min(math.ceil(end) + margin, whole)
    return low - origin, high - origin, (begin - low, end - low)


def _nearest(first: int, last: int, size: int, whole: int) -> NDArray[np.int64]:
    """Along one side: in which pixel of the picture the middle of each of the result's lies."""
    return (2 * np.arange(first, last) + 1) * whole // (2 * size)


def _ranges(part: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The least and the greatest value among each pixel and its neighbours."""
    wide = np.pad(part, ((1, 1), (1, 1), (0, 0)), mode="edge")
    low, high = part.copy(), part.copy()
    for y, x in np.ndindex(3, 3):
        shifted = wide[y : y + part.shape[0], x : x + part.shape[1]]
        np.minimum(low, shifted, out=low)
        np.maximum(high, shifted, out=high)
    return low, high

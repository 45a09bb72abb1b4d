"""A picture with smaller copies of itself, each half as large as the one before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

SMALLEST = 128  # pixels along the longer side: no copy is halved further
_ROWS = 256  # reduced at a time: a worker that held the interpreter longer would stop the window


@dataclass(frozen=True, eq=False)
class Pyramid:
    """A picture ready to be shown at any size.

    The copies take a third of the picture's pixels, four bytes each: a processor draws those
    several times faster than the three bytes of a colour picture, which itself is not copied.

    Args:
        pixels: (H, W, C) uint8, C is 1 or 3; whoever made it does not write to it any more.
        copies: (ceil(H / 2^k), ceil(W / 2^k), 4) uint8 for k = 1, 2, …: blue, green, red, 255.
    """

    pixels: NDArray[np.uint8]
    copies: tuple[NDArray[np.uint8], ...]

    @classmethod
    def build(cls, pixels: NDArray[np.uint8]) -> Pyramid:
        """Halve a picture again and again: the work of a worker, half a second for 100 megapixels.

        Args:
            pixels: (H, W, C) uint8, C is 1 or 3. Kept, not copied, where it is contiguous; a memory
                map stays one.

        Raises:
            ValueError: it is no such picture.
        """
        if pixels.dtype != np.uint8 or pixels.ndim != 3 or pixels.shape[2] not in (1, 3):
            raise ValueError(f"no picture: {pixels.dtype} {pixels.shape}")
        if not pixels.size:
            raise ValueError("a picture without pixels")
        whole = np.ascontiguousarray(pixels)
        return cls(whole, tuple(_copies(whole)))

    @property
    def width(self) -> int:
        """Of the picture, in pixels."""
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        """Of the picture, in pixels."""
        return int(self.pixels.shape[0])

    def level(self, number: int) -> NDArray[np.uint8]:
        """The picture itself for 0, and for k its copy reduced by 2^k."""
        return self.copies[number - 1] if number else self.pixels

    def value(self, x: int, y: int) -> tuple[int, ...] | None:
        """The one or three values of a pixel, or None outside the picture."""
        if 0 <= x < self.width and 0 <= y < self.height:
            return tuple(int(each) for each in self.pixels[y, x])
        return None


def _copies(pixels: NDArray[np.uint8]) -> Iterator[NDArray[np.uint8]]:
    last = pixels
    while max(last.shape[:2]) > SMALLEST:
        last = _halved(last)
        yield last


def _halved(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Each pixel the mean of four, of two or one at an odd edge."""
    height, width, channels = pixels.shape
    made = np.full(((height + 1) // 2, (width + 1) // 2, 4), 255, np.uint8)
    mode = {1: "L", 3: "RGB", 4: "RGBX"}[channels]
    for top in range(0, height, _ROWS):
        rows = pixels[top : top + _ROWS]
        whole = Image.frombuffer(mode, (width, len(rows)), rows, "raw", mode, 0, 1)
        reduced = np.asarray(whole.reduce(2))
        part = made[top // 2 : top // 2 + len(reduced)]
        if channels == 4:
            part[:] = reduced
        else:
            part[..., :3] = reduced.reshape(*reduced.shape[:2], channels)[..., ::-1]
    return made

"""The shape of training pictures: a centred square at one size, or squares cut out of the whole."""

from __future__ import annotations

import math

from PIL import Image

from gendesk.core.sentence import Trouble

# How many times larger than wanted a picture stays after the cheap part of scaling it down;
# from 3 on the result cannot be told from Lanczos alone.
_GAP = 3.0


def square(picture: Image.Image, size: int) -> Image.Image:
    """The centre of a picture in mode "L" or "RGB" as (size, size) pixels.

    Scaled down by area means followed by Lanczos, so that nothing aliases; small ones are scaled
    up by a smooth cubic.
    """
    width, height = picture.size
    side = min(width, height)
    left, top = (width - side) // 2, (height - side) // 2
    box = (left, top, left + side, top + side)
    if side == size:
        return picture if picture.size == (size, size) else picture.crop(box)
    if side < size:
        return picture.resize((size, size), Image.Resampling.BICUBIC, box)
    return picture.resize((size, size), Image.Resampling.LANCZOS, box, reducing_gap=_GAP)


def crops(picture: Image.Image, size: int) -> list[Image.Image]:
    """Squares of `size` pixels that together cover a picture at its own scale, evenly spread.

    Raises:
        Trouble: one of its sides is shorter than that.
    """
    width, height = picture.size
    if min(width, height) < size:
        raise Trouble(
            "It is {width} × {height} pixels, too small to cut squares of {size} out of it.",
            width=width,
            height=height,
            size=size,
        )
    return [
        picture.crop((left, top, left + size, top + size))
        for top in _spread(height, size)
        for left in _spread(width, size)
    ]


def _spread(length: int, size: int) -> list[int]:
    """Where pieces of `size` begin that cover `length`, overlapping by as little as possible."""
    count = math.ceil(length / size)
    return [round(i * (length - size) / max(1, count - 1)) for i in range(count)]

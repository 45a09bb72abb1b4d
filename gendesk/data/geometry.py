"""The shape of a training picture: a centred square at one size."""

from __future__ import annotations

from PIL import Image

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

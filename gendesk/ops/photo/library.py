"""libvips, opened at its first use and shut to everything but the formats that we read."""

from __future__ import annotations

import logging
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gendesk.ops.photo.picture import Photo

_LOADERS = ("Jpeg", "Png", "Webp", "Tiff", "Nsgif", "Heif")  # the last for AVIF
_THREADS = 2  # it is coding that takes the time, and that runs on one; ours compute beside it


@cache
def vips() -> Any:
    """The module pyvips. Importing it takes a moment, hence nobody does before a picture is read.

    Coding a picture does not hold the interpreter: other threads go on.
    """
    import pyvips

    logging.getLogger("pyvips").setLevel(logging.ERROR)  # oddities of files are not for a terminal
    pyvips.operation_block_set("VipsForeignLoad", True)
    for loader in _LOADERS:
        pyvips.operation_block_set(f"VipsForeignLoad{loader}", False)
    pyvips.concurrency_set(_THREADS)
    pyvips.cache_set_max(0)  # it would keep whole pictures alive
    return pyvips


def image_of(photo: Photo) -> Any:
    """The colours of a photo as an image that reads the array in place, a mapped one too."""
    grey = "b-w" if photo.bits == 8 else "grey16"
    colour = "srgb" if photo.bits == 8 else "rgb16"
    return _wrapped(photo.pixels).copy(interpretation=grey if photo.grey else colour)


def alpha_of(photo: Photo) -> Any:
    """The alpha of a photo that has one, in the same way."""
    return _wrapped(photo.alpha)


def eight_bits(image: Any) -> Any:
    """16 bits as 8, to the nearest; 8 bits as they are."""
    if image.format == "uchar":
        return image
    space = "b-w" if image.bands == 1 else "srgb"
    return image.linear(1 / 257, 0.5).cast("uchar").copy(interpretation=space)


def reason(error: Exception) -> str:
    """The last thing libvips said, which is the most particular, without the name of its part."""
    lines = [line for line in str(error).splitlines() if line.strip()]
    return lines[-1].rpartition(": ")[2].strip(" .") if lines else type(error).__name__


def _wrapped(values: Any) -> Any:
    import numpy as np

    array: NDArray[Any] = np.ascontiguousarray(values)  # no copy of what is so already
    height, width, bands = array.shape if array.ndim == 3 else (*array.shape, 1)
    kind = {"uint8": "uchar", "uint16": "ushort"}[array.dtype.name]
    return vips().Image.new_from_memory(array.data, width, height, bands, kind)

"""Colour that runs out under what is transparent, so that no border of it shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gendesk.ops.restoring.scaling import bands
from gendesk.ops.restoring.scratch import room


def bled(pixels: NDArray[Any], shown: NDArray[np.bool_], folder: Path) -> NDArray[Any]:
    """`pixels` (H, W, C) whose colours where not `shown` (H, W) come from the nearest that are.

    A network or a filter mixes neighbours: a black that nobody saw would darken the rim. A pyramid
    of means over what is shown fills the gaps, from the coarse to the fine (Gortler 1996).
    """
    if shown.all() or not shown.any():
        return pixels
    coarse = bled(*_halved(pixels, shown), folder)
    filled = room(pixels.shape, pixels.dtype, folder)
    height, width = shown.shape
    for _, top, _, bottom in bands(width, height):
        rows, columns = np.arange(top, bottom) // 2, np.arange(width) // 2
        below = coarse[rows[:, None], columns]
        filled[top:bottom] = np.where(shown[top:bottom, :, None], pixels[top:bottom], below)
    return filled


def _halved(
    pixels: NDArray[Any], shown: NDArray[np.bool_]
) -> tuple[NDArray[Any], NDArray[np.bool_]]:
    """Half the size: the mean of what is shown in each square of four, and whether anything is."""
    height, width, channels = pixels.shape
    size = (height + 1) // 2, (width + 1) // 2
    half = np.zeros((*size, channels), pixels.dtype)
    any_shown = np.zeros(size, bool)
    for _, top, _, bottom in bands(size[1], size[0]):
        total = np.zeros((bottom - top, size[1], channels), np.uint32)
        count = np.zeros((bottom - top, size[1], 1), np.uint32)
        for down in (0, 1):
            for right in (0, 1):
                part = slice(2 * top + down, 2 * bottom, 2), slice(right, None, 2)
                known = shown[part][:, :, None]
                into = slice(0, known.shape[0]), slice(0, known.shape[1])
                total[into] += pixels[part] * known
                count[into] += known
        half[top:bottom] = (total + count // 2) // np.maximum(count, 1)
        any_shown[top:bottom] = count[:, :, 0] > 0
    return half, any_shown

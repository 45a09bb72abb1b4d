"""The noise of a picture: how much there is, and how to put some back."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gendesk.ops.restoring.scaling import Box

_BLOCK = 32  # pixels along a side
_PLACES = 32  # blocks along a side are looked at, at most
_FLATTEST = 0.2  # of the blocks show the noise; texture is taken for noise in the others
_CLIPPED = 0.05  # of a block's values, from where on its noise is no measure
_MAD = 1.4826  # standard deviations in a median absolute deviation of normal noise


def estimated_noise(pixels: NDArray[Any]) -> float:
    """The standard deviation of the noise in (H, W, C) 8- or 16-bit pixels, in 1/255.

    Immerkær's difference of two Laplacians (1996) leaves noise and little of the picture. Unlike
    there its size is not a mean over all pixels, which takes every texture for noise, but the
    median absolute value in blocks, of which the flattest fifth are believed. It is meant for white
    noise: what a camera or JPEG has smoothed counts for less than it is.
    """
    full = np.iinfo(pixels.dtype).max
    found = []
    for top, left in itertools.product(*(_starts(side) for side in pixels.shape[:2])):
        block = pixels[top : top + _BLOCK + 2, left : left + _BLOCK + 2]
        clipped = np.mean((block == 0) | (block == full))
        if min(block.shape[:2]) > 2 and clipped < _CLIPPED:
            found.append(np.sqrt(np.mean(_deviation(block.astype(np.float32)) ** 2)))
    return 255 / full * float(np.quantile(found, _FLATTEST)) if found else 0.0


def grain(box: Box, sigma: float, seed: int) -> NDArray[np.float32]:
    """White normal noise for the part `box` of a picture: (bottom - top, right - left, 1).

    Each row has a stream of its own, so that a part has what the whole would have there.
    """
    left, top, right, bottom = box
    rows = [
        np.random.Generator(np.random.Philox(key=seed, counter=(0, 0, 0, row))).standard_normal(
            right, np.float32
        )[left:]
        for row in range(top, bottom)
    ]
    return sigma * np.stack(rows)[:, :, None]


def _starts(side: int) -> NDArray[np.int64]:
    """Where blocks begin along a side: all, or some that are spread evenly."""
    last = max(0, side - _BLOCK - 2)
    return np.unique(np.linspace(0, last, min(_PLACES, last // _BLOCK + 1)).astype(np.int64))


def _deviation(block: NDArray[np.float32]) -> NDArray[np.float32]:
    """The standard deviation of the noise in each channel."""
    second = block[:-2] - 2 * block[1:-1] + block[2:]
    second = second[:, :-2] - 2 * second[:, 1:-1] + second[:, 2:]
    deviation: NDArray[np.float32] = np.median(np.abs(second), axis=(0, 1)) * (_MAD / 6)
    return deviation

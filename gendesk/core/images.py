"""The only place where uint8 HWC pictures become float NCHW tensors, and back."""

from __future__ import annotations

import math

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

Picture = NDArray[np.uint8]  # (H, W, C), C is 1 or 3


def to_float(pictures: Tensor) -> Tensor:
    """(B, H, W, C) uint8 → (B, C, H, W) float32 in [0, 1], contiguous."""
    if pictures.shape[3] == 1:  # the same memory order: a reshape instead of a transposition
        b, h, w, _ = pictures.shape
        return pictures.reshape(b, 1, h, w).float().div_(255)
    return pictures.permute(0, 3, 1, 2).contiguous().float().div_(255)  # bytes move faster


def to_uint8(images: Tensor) -> NDArray[np.uint8]:
    """(B, C, H, W) floats in [0, 1], rounded and clamped → (B, H, W, C) uint8."""
    scaled = images.detach().float().mul(255).round_().clamp_(0, 255)
    return scaled.permute(0, 2, 3, 1).to(torch.uint8).cpu().contiguous().numpy()


def grid(pictures: NDArray[np.uint8], columns: int = 0, gap: int = 2) -> Picture:
    """(N, H, W, C) pictures, row by row, as one picture; `columns` 0 makes it nearly square.

    The gap between them is mid-grey, which sits well on a light and on a dark window.
    """
    n, h, w, c = pictures.shape
    columns = min(columns or math.ceil(math.sqrt(n)), n)
    rows = math.ceil(n / columns)
    sheet = np.full((rows * (h + gap) - gap, columns * (w + gap) - gap, c), 128, np.uint8)
    for i, picture in enumerate(pictures):
        y, x = (i // columns) * (h + gap), (i % columns) * (w + gap)
        sheet[y : y + h, x : x + w] = picture
    return sheet


def rows(*batches: Tensor, columns: int = 8) -> Tensor:
    """Batches (N, C, H, W) under one another: (R, columns, C, H, W), of whole rows alone.

    A row of the first, below it the same row of the second and so on, then the next row of the
    first.
    """
    columns = min(columns, len(batches[0]))
    across = len(batches[0]) // columns
    shape = (across, columns, *batches[0].shape[1:])
    return torch.stack([each[: across * columns].reshape(shape) for each in batches], 1).flatten(
        0, 1
    )

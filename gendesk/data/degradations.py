"""What spoils pictures: noise and scaling down, on batches, with randomness that is passed in."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from gendesk.core.family import Dice


def patches(images: Tensor, side: int, dice: Dice) -> Tensor:
    """A square of `side` pixels out of each picture, anywhere, turned and mirrored anyhow.

    (B, C, H, W) → (B, C, side, side)
    """
    places = dice.uniform(len(images), 3).tolist()
    height, width = images.shape[2:]
    cut = []
    for image, (down, across, turn) in zip(images, places, strict=True):
        top, left = int(down * (height - side + 1)), int(across * (width - side + 1))
        piece = image[:, top : top + side, left : left + side]
        symmetry = int(turn * 8)
        piece = piece.rot90(symmetry % 4, (1, 2))
        cut.append(piece.flip(2) if symmetry >= 4 else piece)
    return torch.stack(cut)


def with_noise(images: Tensor, sigma: Tensor, dice: Dice) -> Tensor:
    """Gaussian noise of standard deviation `sigma` (B, 1, 1, 1); not clamped."""
    return images + sigma * dice.normal(*images.shape)


def shrunk(images: Tensor, scale: int) -> Tensor:
    """Scaled down by `scale` with an antialiased cubic (a = -0.5), clamped and rounded to 8 bits.

    It is what Pillow's BICUBIC does, and what super-resolution is commonly tested with.
    """
    height, width = images.shape[2] // scale, images.shape[3] // scale
    small = functional.interpolate(images, (height, width), mode="bicubic", antialias=True)
    return small.clamp(0, 1).mul(255).round().div(255)


def enlarged(images: Tensor, scale: int) -> Tensor:
    """Scaled up by `scale` with a cubic (a = -0.5), clamped: what a model has to beat."""
    height, width = images.shape[2] * scale, images.shape[3] * scale
    # Antialiasing changes nothing when enlarging but the cubic's shape: -0.5 instead of -0.75.
    large = functional.interpolate(images, (height, width), mode="bicubic", antialias=True)
    return large.clamp(0, 1)
